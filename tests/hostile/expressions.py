# SPDX-License-Identifier: Apache-2.0
"""Expressions that are deep, long, large or endless."""

from probe import Probe, as_standard, pack, write

# Each list is the one before ten times.
TENFOLD = "[0]"
for _ in range(8):
    TENFOLD = f"(for v in [{TENFOLD}] return concatenate({', '.join(['v'] * 10)}))[1]"

# With the diagnostic that each must end with.
HUGE = {
    "number of 10^9 digits": ("1e999999999", "N0323"),
    "tiny number": ("1e-999999999", "N0323"),
    "power of a power": ("10 ** (10 ** 9)", "N0708"),
    "powers by the library": ("(2 ** 8000) ** 8000", "N0708"),
    "negative exponent": ("10 ** -(10 ** 9)", "N0708"),
    "list of 10^8": ("count(for i in 1..100000000 return i)", "N0709"),
    "quantifier over 10^8": ("some i in 1..100000000 satisfies i = 0", "N0709"),
    "nested ranges": ("count(for a in 1..100000, b in 1..100000 return a * b)", "N0710"),
    "lists of lists": ("count(for a in 1..7000 return for b in 1..7000 return 1)", "N0710"),
    "lists of lists of lists":
        ("count(for a in 1..1000 return for b in 1..1000 return for c in 1..1000 return 1)", "N0710"),
    "lists that grow tenfold": (f"count({TENFOLD})", "N0710"),
    "texts of texts":
        ('string join(for x in 1..1000000 return string join(for y in 1..10 return "' + "a" * 80 + '"))', "N0710"),
    "range to the last number": ("count(for i in 1..1e4000 return i)", "N0709"),
    "range as a value": ("every i in [1..10**30] satisfies i > 0", "N0709"),
    "quotients of wide numbers": ("count(for i in 1..1000000 return 10 ** 4000 / (10 ** 2000 + i))", "N0710"),
    "quotients beyond 64 bits": ("every i in 1..5000000 satisfies i / (10 ** 20 + i) > 0", "N0710"),
    "rests of wide numbers":
        ("every i in 1..1000000 satisfies modulo(10 ** 4000, 7 * 10 ** 1999 + i) >= 0", "N0710"),
    "wide numbers as texts": ('every i in 1..1000000 satisfies string(10 ** 4000 + i) != "a"', "N0710"),
    "wide fractions, distinct": ("count(distinct values(for i in 1..3000 return i + 1/3**4000))", "N0710"),
    "wide fractions, the most frequent": ("count(mode(for i in 1..3000 return i + 1/3**4000))", "N0710"),
    "medians of wide fractions":
        ("every x in [1/7**2000] satisfies every y in [1/3**2000] satisfies every i in 1..1000000 "
         "satisfies median([x, y]) > 0", "N0710"),
    "least of wide fractions":
        ("every x in [1/7**2000] satisfies every y in [1/3**2000] satisfies every i in 1..1000000 "
         "satisfies min(x, y) > 0", "N0710"),
    "ranges of wide fractions":
        ("every x in [1/7**1000 + 1/3**1000] satisfies every i in 1..1000000 satisfies [x..x] = [x..x]", "N0710"),
    "wide fractions rounded":
        ("every x in [1/7**1000 + 1/3**1000] satisfies every i in 1..1000000 satisfies decimal(x, 3000) > 0", "N0710"),
    "wide fractions rounded far": ("every x in [1/7**1000] satisfies every i in 1..1000000 satisfies floor(x, 6000) > 0", "N0708|N0710"),
    "durations in parts of a day":
        ('every x in [@"P1D" / 7**2000] satisfies every i in 1..1000000 satisfies string(x) != ""', "N0710"),
    "durations compared":
        ('every x in [@"P1D" * (1/7**1000 + 1/3**1000)] satisfies every i in 1..1000000 satisfies x < x or true', "N0710"),
    "wide numbers in errors":
        ("every x in [1/7**2000] satisfies every i in 1..1000000 satisfies odd(x) or true", "N0710"),
    "ranges of texts": ('every i in 1..3000000 satisfies range("[1..5]") = [1..5]', "N0710"),
    "powers of fractions": ("every i in 1..1000000 satisfies 1.000001 ** 0.123456 > 0", "N0710"),
    "exponentials": ("every i in 1..1000000 satisfies exp(9000) > 0", "N0710"),
    "logarithms": ("every i in 1..1000000 satisfies log(i + 1) > 0", "N0710"),
    "logarithms of wide numbers": ("every i in 1..1000000 satisfies log(10 ** 4000 + i) > 0", "N0710"),
    "text doubled often":
        ('count(for i in 1..30 return string join(for j in 1..1000000 return "xxxxxxxxxx"))', "N0710"),
}

# What nests: again and again, once in the middle, again and again.
DEEP = {
    "parentheses": ("(", "due > 1", ")"),
    "lists": ("[", "", "]"),
    "signs": ("-", "1 > due", ""),
    "negations": ("not(", "sound", ")"),
    "ifs": ("if sound then sound else\n", "sound", ""),
    "sums": ("1 + ", "due > 1", ""),
    "filters": ("", "terms", "[1]"),
    "paths": ("", "due", ".y"),
    "comparisons": ("1 < due and\n", "sound", ""),
    "memberships": ("1 in (", "due", ")"),
    "quantifiers": ("some x in terms satisfies\n", "sound", ""),
    "calls": ("abs(", "due", ")"),
    "open parentheses": ("(", "", ""),
}
SHALLOW_ENOUGH = 60_000  # bytes: the length of an expression is no reason to refuse it


def condition(expression):
    return as_standard("      - id: deep\n        title: {zh: 深, en: deep}\n        require: |-\n"
                       + "".join(f"          {line}\n" for line in expression.split("\n") if line))


def probes(folder):
    for name, (expression, code) in HUGE.items():
        # What can be read ends with a value or says why there is none.
        yield Probe("expression: " + name, ["eval", expression, "--feel"], says=code, codes=(0, 65))
        yield Probe("expression, of rules: " + name, ["eval", expression], says=code, codes=(0, 65))
    grown = "sum(for i in 1..5000 return 10 ** 4000 + i)"
    for door in ([], ["--feel"]):
        yield Probe("factors grow", ["eval", grown, *door], says="^50{3995}12502500$", codes=(0,))
    for name, (opening, middle, closing) in DEEP.items():
        for depth, code in ((100_000, "N0304"), (SHALLOW_ENOUGH // len(opening + closing), "N0305")):
            text = opening * depth + middle + closing * depth
            rules = pack(folder / f"deep-{name}-{depth}", contracts=condition(text))
            yield Probe(f"deep: {depth} {name}", ["list", rules], says=code)
    for name, text, code in (("one long name", "x" * 1_000_000, "N0304"),
                             ("one long text", '"' + "x" * 1_000_000, "N0304"),
                             ("a text not closed", '"' + "x" * SHALLOW_ENOUGH, "N0310"),
                             ("one long number", "1" * SHALLOW_ENOUGH, "N0323"),
                             ("unlike anything", "\\u0000" * 10_000, "N0308")):
        yield Probe(name, ["list", pack(folder / name, contracts=condition(text))], says=code)
    write(folder / "value.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1e999999999}\n")
    yield Probe("a fact of 10^9 digits", ["check", folder / "value.yaml", "--pack", pack(folder / "small")],
                says="N0628")

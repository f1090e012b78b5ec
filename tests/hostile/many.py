# SPDX-License-Identifier: Apache-2.0
"""Very many of what costs next to nothing once: words of a category, points, checks, members."""

from explained import SCHEME
from packs import FACTS, REPORT, part, with_facts
from probe import Probe, as_standard, pack, write
from tables import table

SIZES = "  size: {ordered: true, values: {small: 小型, large: 大型}}\n"


def with_words(number):
    words = "".join(f"      v{i}: 甲{i}\n" for i in range(number))
    assert SIZES in FACTS
    return FACTS.replace(SIZES, f"  size:\n    ordered: true\n    values:\n{words}")


def of_words(folder, number, **instead):
    rules = pack(folder, facts=with_words(number), **instead)
    (rules / "size_of.yaml").unlink()  # which gives words that are no more
    return rules


def words(folder):
    """A category of very many words, and conditions that name very many."""

    def named(letter, i):
        return ", ".join(f'"{letter}{(997 * i + k) % 50_000}"' for k in range(1_000))

    for name, letter, says, codes in (("words", "v", "small", (0,)), ("wrong words", "w", "N0415", (65,))):
        rules = of_words(folder / name.replace(" ", "-"), 50_000, contracts=as_standard(
            "".join(part(f"p{i}", f"size in ({named(letter, i)})") for i in range(60))))
        yield Probe(f"60 parts of 1,000 {name} of a category of 50,000", ["list", rules], says=says, codes=codes)
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {size: v49998}\n")
    rules = of_words(folder / "ordered", 50_000, contracts=as_standard(
        "".join(part(f"p{i}", f'every i in 1..10000 satisfies size < "v{49_999 - i}"') for i in range(10))))
    yield Probe("100,000 comparisons of words of a category of 50,000",
                ["check", unit, "--pack", rules, "--standard", "contracts"], says=REPORT, codes=(1,))
    grades = "".join(f"            w{i}: 1\n" for i in range(20_000))
    scored = SCHEME.replace("        require: sound\n", f"        grades:\n          of: size\n          points:\n{grades}")
    yield Probe("20,000 wrong grades of a category of 50,000",
                ["list", of_words(folder / "grades", 50_000, scored=scored)], says="N0908")
    facts = with_words(50_000).replace("    type: category size\n", "    type: category size\n    changeable: either\n")
    rules = of_words(folder / "remedies", 2, contracts=as_standard(
        "".join(part(f"p{i}", f'size = "v{i}"') for i in range(2_000))))
    write(rules / "facts.yaml", facts)
    yield Probe("remedies of 2,000 parts by a category of 50,000",
                ["check", unit, "--pack", rules, "--standard", "contracts"], says=REPORT, codes=(1,))
    for name, columns, row, hit in (("words and numbers", ["size", "due"], "v{i},{i},true\n", "first"),
                                    ("words", ["size"], "v{i},true\n", "first"),
                                    ("words, unique", ["size"], "v{i},true\n", "unique")):
        rules = of_words(folder / f"table-{name}", 10_000, t=table(columns, hit=hit))
        rows = "".join(row.format(i=i) for i in range(10_000))
        write(rules / "rows.csv", ",".join([*columns, "gives"]) + "\n" + rows)
        yield Probe(f"a decision table of 10,000 rows of {name}", ["list", rules], says="10000 rows|N0523", codes=(0,))


def points(folder):
    """Points of a scheme whose sums grow longer with each part."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")

    def scheme(of_part, number, more="pass: total >= 85\n"):
        head = SCHEME[:SCHEME.index("    parts:\n")].replace("points: 5", f"points: {number}")
        return head + "    parts:\n" + "".join(
            f"      - id: p{i}\n        title: {{zh: 项, en: part}}\n        points: 1\n{of_part(i)}"
            for i in range(number)) + more

    def lost(i):
        return ("        lose:\n          points: 1\n          each: 1\n"
                f"          of: due / (10 ** 300 + {2 * i + 1})\n          count: proportional\n")

    def much_lost(i):
        return lost(i).replace("10 ** 300", "10 ** 2000")

    def maybe_lost(i):
        return ("        when: sound\n" if i % 2 else "") + lost(i)

    may_drop = "not_applicable: left_out\npass: total >= 85\n"
    rules = pack(folder / "long", scored=scheme(much_lost, 10_000))
    for form in ("text", "json"):
        yield Probe(f"10,000 parts that each lose a fraction of 2,000 digits, as {form}",
                    ["check", unit, "--pack", rules, "--standard", "scored", "--format", form], says="N0725", codes=(2,))
    for name, scored in (("that each lose", scheme(lost, 400)),
                         ("that may not count, or else lose", scheme(maybe_lost, 400, may_drop))):
        rules = pack(folder / name.replace(" ", "-"), scored=scored)
        yield Probe(f"400 parts {name} a longer fraction of a point",
                    ["check", unit, "--pack", rules, "--standard", "scored"], says="N0186|N0725", codes=(2,))
    blocks = "".join(
        f"  - id: b{i}\n    title: {{zh: 块, en: block}}\n    points: {number}\n    parts:\n      - id: p\n"
        f"        title: {{zh: 项, en: part}}\n        when: sound\n        points: {number}\n        require: sound\n"
        for i, number in enumerate(f"0.{i:03}{'1234567' * 557}" for i in range(300)))
    rules = pack(folder / "blocks", scored=SCHEME[:SCHEME.index("blocks:\n")] + f"blocks:\n{blocks}{may_drop}")
    yield Probe("300 blocks with points of 3,900 digits that may not count",
                ["check", unit, "--pack", rules, "--standard", "scored"], says=REPORT, codes=(1, 2))


def checks(folder):
    """Checks that all are violated."""
    many = "".join(f"      - due < {-i}\n" for i in range(20_000))
    facts = FACTS.replace("    alias: 应签人数\n", f"    alias: 应签人数\n    checks:\n{many}", 1)
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")
    by = ["--pack", pack(folder / "checks", facts=facts), "--standard", "contracts"]
    yield Probe("20,000 checks of one fact", ["check", unit, *by], says=REPORT, codes=(2,))
    each = "".join(f"      - signed < due - {i}\n" for i in range(20_000))
    facts = FACTS.replace("    alias: 应签人数\n", f"    alias: 应签人数\n    checks:\n{each}", 1)
    both = write(folder / "both.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1, signed: 2}\n")
    by = ["--pack", pack(folder / "both", facts=facts), "--standard", "contracts"]
    yield Probe("20,000 checks of two facts", ["check", both, *by], says=REPORT, codes=(2,))


def members(folder):
    """Parts that are facts, which take no steps of a condition, of each of many units."""
    names = [f"f{i}" for i in range(2_000)]
    flow = "".join(f"      - id: g{i}\n        title: {{zh: 一, en: a}}\n        all: [{', '.join(names)}]\n"
                   for i in range(9))
    of_park = as_standard(part("p", 'every m in members satisfies complies(m, "contracts")')).replace(
        "standard: contracts", "standard: park").replace("unit: enterprise", "unit: area")
    rules = pack(folder / "rules", facts=with_facts("boolean", 2_000), contracts=as_standard(flow), park=of_park)
    for number, says in ((100, REPORT), (3_000, "N0725")):
        firms = "".join(f"    - {{id: m{i}, facts: {{}}}}\n" for i in range(number))
        park = write(folder / f"park{number}.yaml",
                     "norma: 1\nunit: area\nkind: park\nfacts:\n  members:\n" + firms)
        yield Probe(f"18,000 parts that are facts, of {number} members",
                    ["check", park, "--pack", rules, "--standard", "park"], says=says, codes=(2,))


def faults_of_members(folder):
    """Parts by which the same few units fail, again for each of many conditions."""
    for name, flag, condition, count in (("ok", "{ok: true}", "ok", 20_000), ("open", "{}", "ok or due > {i}", 10_000)):
        inner = as_standard("".join(part(f"p{i}", condition.format(i=i)) for i in range(count)))
        outer = as_standard("".join(part(f"p{i}", f'count(members[complies(item, "contracts")]) >= {10_000 + i}')
                                    for i in range(1_000))).replace("standard: contracts", "standard: park").replace(
                                        "unit: enterprise", "unit: area")
        ok = "  ok: {label: {zh: 是, en: ok}, of: [enterprise], type: boolean, changeable: up}\n"
        rules = pack(folder / name, facts=FACTS + ok, contracts=inner, park=outer)
        firms = "".join(f"    - {{id: m{i}, facts: {flag}}}\n" for i in range(10))
        park = write(folder / f"{name}.yaml", "norma: 1\nunit: area\nkind: park\nfacts:\n  members:\n" + firms)
        yield Probe(f"{count:,} parts of members, {name}, asked for by 1,000 conditions",
                    ["check", park, "--pack", rules, "--standard", "park"], says=REPORT, codes=(1, 2))


def long_numbers(folder):
    """Reports of numbers that are long to write."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")
    for name, long in (("sums", "due + {i} + 10 ** 4000"), ("fractions", "(due + {i}) / (10 ** 2000 + 1)")):
        rules = pack(folder / name, contracts=as_standard(
            "".join(part(f"p{i}", f"{long.format(i=i)} < 0") for i in range(5_000))))
        for form in ("text", "json"):
            yield Probe(f"5,000 parts with {name} of 4,000 digits, as {form}",
                        ["check", unit, "--pack", rules, "--standard", "contracts", "--format", form],
                        says=r"explanation_stopped|the\s+length\s+of\s+the\s+report", codes=(1, 2))


def probes(folder):
    for group in (words, points, checks, members, faults_of_members, long_numbers):
        (folder / group.__name__).mkdir()
        yield from group(folder / group.__name__)

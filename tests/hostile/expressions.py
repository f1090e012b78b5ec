# SPDX-License-Identifier: Apache-2.0
"""Expressions that are deep, long, large or endless."""

from probe import Probe, pack, write

HUGE = {
    "number of 10^9 digits": "1e999999999",
    "tiny number": "1e-999999999",
    "power of a power": "10 ** (10 ** 9)",
    "powers by the library": "(2 ** 8000) ** 8000",
    "negative exponent": "10 ** -(10 ** 9)",
    "list of 10^8": "count(for i in 1..100000000 return i)",
    "quantifier over 10^8": "some i in 1..100000000 satisfies i = 0",
    "nested ranges": "count(for a in 1..100000, b in 1..100000 return a * b)",
    "range to the last number": "count(for i in 1..1e4000 return i)",
    "text doubled often": 'count(for i in 1..30 return string join(for j in 1..1000000 return "xxxxxxxxxx"))',
    "factors grow": "sum(for i in 1..5000 return 10 ** 4000 + i)",
}


def as_requirement(expression):
    """The small pack's standard with this condition."""
    return f"""norma: 1
standard: contracts
title: {{zh: 签订合同, en: Contracts}}
unit: enterprise
in_force: {{from: 2023-01-03}}
cite: {{document: d, clause: 一}}
items:
  - id: signing
    cite: ①
    title: {{zh: 签订, en: Signing}}
    require: {expression}
"""


def probes(folder):
    for name, expression in HUGE.items():
        # What can be read ends with a value or says why there is none.
        yield Probe("expression: " + name, ["eval", expression, "--feel"],
                    says=r"N\d{4}|null|\d", codes=(0, 65))
        yield Probe("expression, of rules: " + name, ["eval", expression],
                    says=r"N\d{4}|\d", codes=(0, 65))
    depth = 100_000
    deep = {
        "parentheses": "(" * depth + "1" + ")" * depth,
        "lists": "[" * depth + "]" * depth,
        "signs": "-" * depth + "1",
        "negations": "not(" * depth + "true" + ")" * depth,
        "ifs": "if true then 1 else " * depth + "1",
        "sums": "1 + " * depth + "1",
        "filters": "x" + "[1]" * depth,
        "paths": "x" + ".y" * depth,
        "comparisons": "1 < 2 and " * depth + "true",
        "open parentheses": "(" * depth,
        "one long name": "x" * 1_000_000,
        "one long text": '"' + "x" * 1_000_000,
        "unlike anything": "\\u0000" * depth,
    }
    for name, expression in deep.items():
        quoted = '"' + expression.replace('"', '\\"') + '"'
        where = pack(folder / f"deep-{name.replace(' ', '-')}", contracts=as_requirement(quoted))
        yield Probe("deep: " + name, ["list", where])
    write(folder / "value.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1e999999999}\n")
    yield Probe("a fact of 10^9 digits", ["check", folder / "value.yaml", "--pack", pack(folder / "small")])

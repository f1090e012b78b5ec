# SPDX-License-Identifier: Apache-2.0
"""Facts with an error in every place: the file is refused before they are all told."""

import json

from lists import ENTERPRISE, EVENTS, HEAD, MANY, PARK, RULES, keys, many, unit
from packs import FACTS
from probe import Probe, pack, write

SET = "satisfaction_indicators_surveyed"
COUNTS = ("worker_count", "contract_due_count", "contract_signed_count", "e_contract_count", "insurance_due_count",
          "insurance_enrolled_count")


def rows(head, row, count=500_000):
    return head + "\n" + (row + "\n") * count


JSON = {
    "values of a set": lambda: unit(many('"x"', 2_000_000, SET)),
    "values of a set, each another": lambda: unit(f'"{SET}":[{",".join(map(str, range(2_000_000)))}]'),
    "records": lambda: unit(many('{"date":"x"}', 3_000_000)),
    "fields of one record": lambda: unit(many("{" + keys(1_200_000) + "}", 1)),
    "the same field of one record": lambda: unit(many("{" + ",".join(['"date":1'] * 1_200_000) + "}", 1)),
    "members": lambda: unit(many('{"facts":{"worker_count":"x"}}', 1_500_000, "members"), PARK),
    "members with facts that nobody knows": lambda: unit(many('{"facts":{"a":1}}', 2_000_000, "members"), PARK),
    "members in pieces": lambda: unit(many("1", 20_000_000, "members"), PARK),
    "facts that stand twice": lambda: unit(",".join(['"worker_count":1'] * 3_000_000)),
    "keys of a statement": lambda: unit('"worker_count":{"versions":[],' + keys(1_200_000) + "}"),
    "versions": lambda: unit('"worker_count":{' + many("1", 2_000_000, "versions") + "}"),
    "opinions": lambda: unit('"worker_count":{"opinions":{"employers":[' + ",".join(['"x"'] * 2_000_000) + "]}}"),
    "facts behind a long name": lambda: f'{{"norma":1,{ENTERPRISE},"name":"{"x" * 60_000_000}","facts":{{'
                                        + many('"x"', 20_000, SET) + "}}",
    "facts before their unit": lambda: '{"norma":1,"facts":{' + many('"x"', 2_000_000, SET) + '},"unit":"enterprise"}',
}

YAML = {
    "records in flow": lambda: HEAD + " [\n" + "{date: x},{date: x},{date: x},{date: x},\n" * 600_000 + "{}]\n",
    "records in lines": lambda: HEAD + "\n" + "    - {date: x}\n" * 1_500_000,
    "keys that are lists": lambda: "norma: 1\n" + "? [a]\n" * 3_000_000,
}

TABLES = {
    "a column of days": lambda: rows("id,worker_count,worker_count__date", ",1,x"),
    "six columns": lambda: rows("id," + ",".join(COUNTS), ",a,b,c,d,e,f"),
    "six columns of days": lambda: rows(",".join(["id", *COUNTS, *(f"{c}__date" for c in COUNTS)]),
                                        ",1,1,1,1,1,1,a,b,c,d,e,f"),
    "a fact in two columns": lambda: rows("id,contract_due_count,应签合同人数", ",1,1"),
    "sets in cells": lambda: rows(f"id,{SET}", ",a;b;c;d;e;f"),
    "lists in cells": lambda: rows(f"id,{EVENTS}", ',"[{date: x}, {date: y}]"'),
    "one long list": lambda: f"id,{EVENTS}\n,\"[" + ("{date: x}," * 100 + "\n") * 1_000 + "]\"\n",
    "one long set": lambda: f"id,{SET}\n," + "a;" * 10_000_000 + "\n",
    "short rows": lambda: rows("id,worker_count", "a", 5_000_000),
    "the same id": lambda: rows("id,worker_count", "a,1", 5_000_000),
    "columns that stand twice": lambda: "id" + ",worker_count" * 900_000 + "\n",
}

# A line of 16 MiB at most.
LINES = {
    "values of a set": lambda: ENTERPRISE + "," + many('"x"', 2_000_000, SET),
    "records": lambda: ENTERPRISE + "," + many('{"date":"x"}', 1_200_000),
    "facts that stand twice": lambda: ",".join([ENTERPRISE] + ['"worker_count":1'] * 900_000),
    "facts behind a long name": lambda: f'{ENTERPRISE},"name":"{"x" * 16_000_000}",' + many('"x"', 20_000, SET),
    "members": lambda: PARK + "," + many('{"facts":{"worker_count":"x"}}', 500_000, "members"),
}

CELLS = {
    "a set": lambda: f"id,{SET}\na," + "x;" * 4_000_000 + "\n",
    "a list": lambda: f"id,{EVENTS}\na,\"[" + ("{date: x}," * 100 + "\n") * 1_000 + "]\"\n",
}


# A category of very many values, which each wrong one is compared with, by a file of facts.
CATEGORY = "categories:\n  size:\n    values:\n      small: 小型\n      large: 大型\n" + "".join(f"      v{i}: 甲{i}\n" for i in range(5_000))
OF_MANY = {
    "wrong values.json": (lambda: unit(many('"w1"', 1_000_000, "sizes")), MANY),
    "the last value.json": (lambda: unit(many('"v4999"', 1_500_000, "sizes")), "N0152"),
    "all of them.csv": (lambda: "id,sizes\n,\"" + ";".join(f"v{i % 5_000}" for i in range(500_000)) + "\"\n", "N0152"),
    "wrong cells.csv": (lambda: rows("id,size", ",w1"), MANY),
}


def of_many_values(folder):
    facts = CATEGORY + FACTS[FACTS.index("records:\n"):]
    rules = pack(folder / "rules", facts=FACTS[:FACTS.index("categories:\n")] + facts)
    for name, (content, says) in OF_MANY.items():
        path = write(folder / name, content())
        yield Probe(f"a category of 5,000 values: {name}",
                    ["check", path, "--pack", rules, "--standard", "contracts"], says=says)


def probes(folder):
    by = ["--pack", RULES / "cn-zj", "--as-of", "2024-03-31"]
    for form, all_of in (("json", JSON), ("yaml", YAML)):
        for name, content in all_of.items():
            path = write(folder / f"{name}.{form}", content())
            yield Probe(f"errors, {form}: {name}", ["check", path, *by], says=MANY)
    for name, content in TABLES.items():
        table = write(folder / "members" / f"{name}.csv", content())
        park = write(folder / "members" / f"{name}.yaml",
                     f"norma: 1\nunit: area\nkind: park\nfacts:\n  members: {{file: {json.dumps(table.name)}}}\n")
        yield Probe(f"errors, members in a file: {name}", ["check", park, *by], says=MANY)
        kind = ["--standard", "enterprise.large_medium"]
        yield Probe(f"errors, units in a table: {name}", ["check", table, *kind, *by], says=MANY)
    for form, all_of in (("ndjson", LINES), ("csv", CELLS)):
        for name, content in all_of.items():
            line = '{"id":"a",' + content() + "}\n" if form == "ndjson" else content()
            path = write(folder / "facts" / f"{name}.{form}", line)
            of = [] if form == "ndjson" else ["--standard", "enterprise.large_medium"]
            for which, how in (("a line", []), ("the line asked for", ["--line", "1" if form == "ndjson" else "2"])):
                yield Probe(f"errors, facts: {name}, {which}", ["check", "--facts", path, *how, *of, *by],
                            says="N0602" if "twice" in name else f"{MANY}|N0134")
    yield from of_many_values(folder / "category")

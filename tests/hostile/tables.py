# SPDX-License-Identifier: Apache-2.0
"""Decision tables with very many tests, and some in which nothing is right."""

from explained import SCHEME
from probe import Probe, pack, write

HEAD = """norma: 1
table: NAME
title: {zh: 表, en: t}
cite: {document: d, clause: 一}
inputs:
"""


def table(columns, rows="{file: rows.csv}", hit="first", name="t"):
    return (HEAD.replace("NAME", name) + "".join(f"  {c}: {c}\n" for c in columns)
            + f"gives: boolean\nhit: {hit}\nrows: {rows}\n")


def of_rows(folder, columns, rows, **head):
    """A pack with one table, its rows in a file beside it."""
    rules = pack(folder, t=table(columns, **head))
    write(rules / "rows.csv", ",".join([*columns, "gives"]) + "\n" + rows)
    return rules


def long_cells(folder):
    """Cells and bands whose numbers are long, reckoned or written."""
    for name, cell in (("reckoned", "> 7 ** 4800 + {i}"), ("of several", "\"> 7 ** 4800 + {i}, {i}\""),
                       ("fractions", "> 1 / 7 ** 2000 + {i}"), ("written", "> " + "7" * 100 + "{i}")):
        rows = "".join(cell.format(i=i) + ",true\n" for i in range(20_000))
        rules = of_rows(folder / name, ["due"], rows)
        yield Probe(f"20,000 rows of long numbers, {name}", ["list", rules], says="N0180|N0183|N0523|N0525|N0575",
                    codes=(0, 65))
    rows = "".join(f'            - ["[7 ** 4800 + {i}..7 ** 4800 + {i + 1})", 1]\n' for i in range(20_000))
    scored = SCHEME.replace("        require: sound\n", f"        bands:\n          of: due\n          rows:\n{rows}") + "pass: total >= 85\n"
    yield Probe("20,000 bands of long numbers", ["list", pack(folder / "bands", scored=scored)],
                says="N0180|N0183|N0575", codes=(0, 65))


def many_tests(folder):
    for hit in ("first", "unique"):
        rows = "".join('"' + ",".join(str(50 * i + k) for k in range(50)) + '",true\n' for i in range(8_000))
        yield Probe(f"8,000 rows of 50 numbers a cell, {hit}",
                    ["list", of_rows(folder / hit, ["due"], rows, hit=hit)], says="8000 rows", codes=(0,))
    tables, beside = {}, ",".join(["due", "signed", "fund", "gives"]) + "\n"
    for i in range(600):
        tables[f"t{i}"] = table(["due", "signed", "fund"], f"{{file: r{i}.csv}}", name=f"t{i}")
    rules = pack(folder / "many", **tables)
    for i in range(600):
        cells = [f">= {(37 * k + i) % 101},< {(53 * k + i) % 103},!= {(71 * k + i) % 107},true\n" for k in range(70)]
        write(rules / f"r{i}.csv", beside + "".join(cells) + "-,-,-,true\n")
    yield Probe("600 tables of three columns that overlap", ["list", rules], says="71 rows", codes=(0,))


# How a cell of a decision table can be wrong, and what is said of it.
CELLS = {
    "no test": ("x!", "N0330"),
    "half an expression": ("1 +", "N0302"),
    "a name of nothing": ("dues", "N0401"),
}


def wrong_rules(folder):
    for name, (cell, code) in CELLS.items():
        rows = f"{cell},{cell},{cell}\n" * 150_000
        yield Probe(f"a decision table, {name} in every cell",
                    ["list", of_rows(folder / name, ["due", "signed"], rows)], says=code)
        rows = "\n" + f'  - ["{cell}", "{cell}", "{cell}"]\n' * 100_000
        yield Probe(f"a decision table in YAML, {name} in every cell",
                    ["list", pack(folder / f"yaml-{name}", t=table(["due", "signed"], rows))], says=code)


def probes(folder):
    for group in (many_tests, long_cells, wrong_rules):
        (folder / group.__name__).mkdir()
        yield from group(folder / group.__name__)

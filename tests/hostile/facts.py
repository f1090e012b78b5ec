# SPDX-License-Identifier: Apache-2.0
"""Units of files of any size: `norma check --facts`."""

from probe import SMALL_PACK, Probe, pack, write

CSV = {
    "many columns": (",".join(f"k{i}" for i in range(50_000)) + "\na\n", "N0642"),
    "many cells": ("id,sound\n" + "a," * 500_000 + "\n", "N0634"),
    "open quote": ("id,sound\n\"" + "x\n" * 100_000, "N0220"),
    "a long cell": ("id,sound\na," + "x" * 3_000_000 + "\n", "N0613"),
    "a long row": ("id,sound\na,\"" + "x" * 20_000_000 + "\"\n", "N0132"),
    "quotes": ("id,sound\na," + '"' * 1_000_001 + "\n", "N0220"),
    "wrong rows": ("id,sound\n" + "a\n" * 200_000, "200000 could not be judged"),
    "wrong cells": ("id,sound\n" + "a,x\n" * 200_000, "200000 could not be judged"),
    "same column": ("id" + ",sound" * 1_000 + "\n", "N0631"),
    "NUL": ("id,sound\na,\0\n", "N0104"),
    "no UTF-8": (b"id,sound\na,\xff\n", "N0103"),
}

LINES = {
    "lists, deep": ('{"id":' + "[" * 1_000_000, "N0207|N0231"),
    "maps, deep": ('{"a":' * 100_000, "N0207|N0231"),
    "many keys": ("{" + ",".join(f'"k{i}":1' for i in range(200_000)) + "}", "N0696"),
    "same key": ("{" + ",".join(['"sound":true'] * 100_000) + "}", "N0602"),
    "a text not closed": ('{"id":"' + "x" * 3_000_000, "N0231"),
    "a long line": ('{"id":"' + "x" * 20_000_000 + '"}', "N0132"),
    "a number of 10^9 digits": ('{"id":"a","due": 1e999999999}', "N0628"),
    "a number of 10^6 digits": ('{"id":"a","due": ' + "1" * 1_000_000 + "}", "N0628"),
    "half a number": ('{"due": 1.}', "N0231"),
    "half a letter": ('{"id":"' + r"\ud83d" * 100_000 + '"}', "N0231"),
    "after the end": ("{}} {}", "N0231"),
    "wrong lines": ("1\n" * 200_000, "200000 could not be judged"),
    "NUL": ('{"id":"\0"}', "N0104"),
    "no UTF-8": (b'{"id":"\xff"}', "N0103"),
}

# Unknown keys of many lines, each two letters from as many facts.
LONG = "fact_with_a_rather_long_name_number_"
NEAR = LONG.replace("name", "n10me")
FACTS = "".join(f"  {LONG}{i}: {{label: {{zh: 甲{i}, en: x{i}}}, of: [enterprise], type: number}}\n" for i in range(4_900))
KEYS = '{"unit":"enterprise",' + ",".join(f'"{NEAR}{i}":1' for i in range(20_000)) + "}\n"

# More blank lines than are judged together.
BLANK = "\n" * 5_000_000


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for kind, all_of in (("csv", CSV), ("ndjson", LINES)):
        for name, (text, says) in all_of.items():
            path = write(folder / f"facts-{name}.{kind}", text)
            yield Probe(f"facts, {kind}: {name}", ["check", "--facts", path, *judge], says=says, codes=(2, 65))
    for kind, head, row in (("csv", "id,sound\n", "a,true\n"), ("ndjson", "", '{"id":"a","sound":true}\n')):
        none = "N0637" if kind == "csv" else "N0699"
        for name, text, says in (("nothing else", head + BLANK, none),
                                 ("between rows", head + row + BLANK + row, "1 fail|2 undetermined")):
            path = write(folder / f"blank-{name}.{kind}", text)
            yield Probe(f"facts, {kind}: blank lines, {name}", ["check", "--facts", path, *judge],
                        says=says, codes=(2, 66))
        path = write(folder / f"itself.{kind}", head + row)
        yield Probe(f"facts, {kind}: over what is read", ["check", "--facts", path, *judge, "-o", path],
                    says="N0137", codes=(64,), leaves=(path, head + row))
    large = pack(folder / "large", facts=(SMALL_PACK / "facts.yaml").read_text(encoding="utf-8") + FACTS)
    files = "".join(f'{{"norma":1,"unit":"enterprise","facts":{{"{NEAR}{i}":1}}}}\n' for i in range(4_000))
    path = write(folder / "files.ndjson", files)
    for more in ([], ["--all-findings"]):
        yield Probe(" ".join(["facts, ndjson: files with names near those of many facts", *more]),
                    ["check", "--facts", path, "--pack", large, "--standard", "contracts", *more],
                    says="N0601", codes=(2, 65))
    path = write(folder / "near.ndjson", KEYS * 4)
    yield Probe("facts, ndjson: keys near those of many facts",
                ["check", "--facts", path, "--pack", large, "--standard", "contracts"], says="N0696", codes=(2, 65))

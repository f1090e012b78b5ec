# SPDX-License-Identifier: Apache-2.0
"""Writes the park of examples/facts with as many members as is asked for.

    python3 tests/bench/large_park.py FOLDER [--size 50000] [--silent twelfth]

FOLDER gets `inline.json`, `inline.yaml` and `file.yaml` with `members.csv`: one
park in three forms. Of its members none, every twelfth or all are silent: their
facts are there and blank.
"""

import argparse
import csv
import itertools
import json
import pathlib

import yaml

FACTS = pathlib.Path(__file__).resolve().parents[2] / "examples" / "facts"
YES = {"是": "true", "否": "false"}


def members(size, silent):
    """(column -> cell) a member; a blank cell is one that was not reported."""
    with open(FACTS / "xinghuatan_members.csv", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    rows = {"none": rows[:-1], "twelfth": rows, "all": rows[-1:]}[silent]
    for number, row in zip(range(1, size + 1), itertools.cycle(rows)):
        yield row | {"id": f"m{number:05}"}


def bare(cell):
    """A cell as YAML and JSON write it."""
    return YES.get(cell, cell)


def in_json(cell):
    cell = bare(cell)
    if cell == "":
        return "null"
    as_it_is = cell.isdigit() or cell in YES.values() or cell == "[]"
    return cell if as_it_is else json.dumps(cell, ensure_ascii=False)


def member_in_json(row):
    facts = (f'"{name}": {in_json(cell)}' for name, cell in row.items() if name not in ("id", "name"))
    return f'{{"id": "{row["id"]}", "name": "{row["name"]}", "facts": {{{", ".join(facts)}}}}}'


def member_in_yaml(row):
    lines = [f"    - id: {row['id']}", f"      name: {row['name']}", "      facts:"]
    lines += [f"        {name}: {bare(cell)}".rstrip()
              for name, cell in row.items() if name not in ("id", "name")]
    return "\n".join(lines)


def value_in_json(v):
    """A value of the park, every scalar as its text."""
    if isinstance(v, dict):
        return "{" + ", ".join(f'"{key}": {value_in_json(each)}' for key, each in v.items()) + "}"
    if isinstance(v, list):
        return "[" + ", ".join(map(value_in_json, v)) + "]"
    return in_json(v)


def write(folder, size, silent):
    folder.mkdir(parents=True, exist_ok=True)
    rows = list(members(size, silent))
    text = (FACTS / "xinghuatan_park.yaml").read_text(encoding="utf-8")
    text = text.replace("area_enterprise_count: 12\n", f"area_enterprise_count: {size}\n")
    line = next(each for each in text.splitlines() if each.startswith("  members:"))

    def put(name, content):
        (folder / name).write_text(content, encoding="utf-8")

    put("file.yaml", text.replace(line, "  members: {file: members.csv}"))
    with open(folder / "members.csv", "w", encoding="utf-8", newline="") as table:
        out = csv.DictWriter(table, rows[0], lineterminator="\n")
        out.writeheader()
        out.writerows(rows)
    put("inline.yaml", text.replace(line, "  members:\n" + "\n".join(map(member_in_yaml, rows))))
    park = yaml.load(text, yaml.BaseLoader)
    park["facts"]["members"] = "HERE"
    put("inline.json", value_in_json(park).replace('"HERE"', "[" + ",\n".join(map(member_in_json, rows)) + "]"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--silent", choices=("none", "twelfth", "all"), default="twelfth")
    asked = parser.parse_args()
    write(asked.folder, asked.size, asked.silent)

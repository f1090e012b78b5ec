# SPDX-License-Identifier: Apache-2.0
"""Facts that take far more in memory than in their file: lists of what says nothing."""

import json
import pathlib

from probe import Probe, SMALL_PACK, as_standard, pack, write

RULES = pathlib.Path(__file__).resolve().parents[2] / "rules"
FULL, MANY = "N0152", "N0156"
ENTERPRISE, SITE = '"unit":"enterprise"', '"unit":"site"'
PARK = '"unit":"area","kind":"park"'
EVENTS = "wage_arrears_events"


def unit(facts, of=ENTERPRISE):
    return f'{{"norma":1,{of},"facts":{{{facts}}}}}'


def many(what, count, name=EVENTS):
    return f'"{name}":[{",".join([what] * count)}]'


def keys(count):
    return ",".join(f'"k{i}":1' for i in range(count))


# Each is made when its file is written: what runs a probe is to be small itself.

JSON = {
    "records that say nothing": lambda: unit(many("{}", 5_000_000)),
    "elements of another kind": lambda: unit(many("[]", 10_000_000)),
    "days": lambda: unit(many('"2024-01-01"', 4_500_000, "safety_training_dates"), SITE),
    "days that are blank": lambda: unit(many("null", 10_000_000, "safety_training_dates"), SITE),
    "versions": lambda: unit('"worker_count":{' + many("{}", 10_000_000, "versions") + "}"),
    "keys of a fact": lambda: unit('"worker_count":{' + keys(3_000_000) + "}"),
    "facts that nobody knows": lambda: unit(keys(3_000_000)),
    "keys of a unit": lambda: '{"norma":1,' + keys(3_000_000) + "}",
    "members": lambda: unit(many("{}", 10_000_000, "members"), PARK),
    "members with events": lambda: unit(many('{"facts":{' + many("{}", 1_000) + "}}", 5_000, "members"), PARK),
}

SILENT = {f"{count:,} members that say nothing":
          lambda count=count: unit(many('{"facts":{}}', count, "members"), PARK) for count in (100_000, 300_000)}

HEAD = f"norma: 1\nunit: enterprise\nfacts:\n  {EVENTS}:"


def brackets(indent=""):
    return "[\n" + (indent + "{date: x}," * 100 + "\n") * 20_000 + indent + "]"


# YAML in which brackets stay open for long where a key may stand.
UNENDED = {
    "brackets alone": brackets,
    "brackets below a dash": lambda: f"{HEAD}\n    - {brackets('      ')}\n",
    "brackets as a key": lambda: f"norma: 1\n? {brackets()}\n: 1\n",
    "brackets in brackets": lambda: f"{HEAD} [{brackets('      ')}]\n",
    "brackets in long lines": lambda: f"{HEAD} [" + ("[" * 900_000 + "\n   ") * 26,
    "brackets that stay open": lambda: "[\n" * 12_000_000,
}

ROWS = {
    "rows": lambda: "id,unit\n" + ",enterprise\n" * 5_000_000,
    "wrong rows": lambda: "id,unit\n" + "a\n" * 5_000_000,
    "cells": lambda: "id,unit\n" + "," * 60_000_000 + "\n",
}


# They are refused for their errors first.
WRONG = ("elements of another kind", "facts that nobody knows", "keys of a unit", "wrong rows")


def lines(folder):
    read = "collective_bargaining_events"
    for name, begin, end, says, of in (("records", '{"id":"a",', "}", "N0152|undetermined", EVENTS),
                                       ("records that are read", '{"id":"a",', "}", "N0756|N0152", read),
                                       ("records below facts", *unit("|").split("|"), FULL, EVENTS)):
        path = write(folder / f"{name}.ndjson", begin + many("{}", 4_900_000, of) + end + "\n")
        for how in ([], ["--line", "1"]):
            yield f"a line of {name} {' '.join(how)}", ["--facts", path, *how, "--standard", "enterprise.large_medium"], says
    strange = {"keys that nobody knows": lambda: keys(1_200_000),
               "the same key": lambda: ",".join(['"k":1'] * 2_500_000)}
    for name, inside in strange.items():
        path = write(folder / f"{name}.ndjson", '{"id":"a",' + inside() + "}\n")
        for how in ([], ["--line", "1"]):
            says = "N0134|N0696" if "nobody" in name else "N0202"
            yield f"a line of {name} {' '.join(how)}", ["--facts", path, *how, "--standard", "enterprise.large_medium"], says
    path = write(folder / "short.csv", "id\n" + "a\n" * 5_000_000)
    yield "5,000,000 short rows", ["--facts", path, "--standard", "enterprise.large_medium"], "5000000"


def wrong_numbers(folder):
    """Values in error, of which a few are told."""
    facts = (SMALL_PACK / "facts.yaml").read_text(encoding="utf-8")
    rules = pack(folder / "numbers", facts=facts.replace("type: list of event", "type: list of count"),
                 contracts=as_standard("      - id: p\n        title: {zh: 一, en: a}\n        require: count(events) >= 1\n"))
    path = write(folder / "numbers.ndjson", '{"id":"a",' + many("-1", 450_000, "events") + "}\n")
    for how in ([], ["--line", "1"]):
        yield Probe(f"facts: a line of 450,000 wrong numbers {' '.join(how)}",
                    ["check", "--facts", path, *how, "--pack", rules, "--standard", "contracts"],
                    says="Verdict +PASS" if how else "N0676", codes=(0, 65))


def long_numbers(folder):
    """Numbers of six bytes that have 4,000 digits."""
    facts = (SMALL_PACK / "facts.yaml").read_text(encoding="utf-8")
    rules = pack(folder / "long", facts=facts.replace("type: list of event", "type: list of number"),
                 contracts=as_standard("      - id: p\n        title: {zh: 一, en: a}\n        require: sound\n"))
    fact = '"sound":true,'
    files = {"numbers.json": unit(fact + many("1e4090", 20_000, "events")),
             "numbers.yaml": "norma: 1\nunit: enterprise\nfacts:\n  sound: true\n  events:\n" + "    - -1e4090\n" * 20_000,
             "parts.json": unit(fact + many("1e-2040", 20_000, "events")),
             "cells.csv": f'unit,sound,events\nenterprise,true,"[{",".join(["1e4090"] * 20_000)}]"\n',
             "members.json": unit(many('{"facts":{"due":1e4090,"signed":1e4090}}', 10_000, "members"), PARK)}
    by = ["--pack", rules, "--standard", "contracts"]
    for name, content in files.items():
        yield Probe(f"long numbers of one file: {name}", ["check", write(folder / name, content), *by], says=FULL)
    path = write(folder / "numbers.ndjson", '{"id":"a",' + fact + many("1e4090", 20_000, "events") + "}\n")
    yield Probe("long numbers of one line", ["check", "--facts", path, *by], says=FULL, codes=(2, 65))
    path = write(folder / "few.json", unit(fact + many("1e4090", 4_000, "events")))
    yield Probe("4,000 long numbers", ["check", path, *by], says="Verdict +PASS", codes=(0,))
    rules = pack(folder / "records", facts=facts.replace("confirmed: {type: boolean", "confirmed: {type: number"))
    path = write(folder / "records.json", unit(many('{"confirmed":1e4090}', 400, "events")))
    yield Probe("long numbers in records that are written",
                ["eval", 'every i in 1..1000000 satisfies string(events.confirmed) != "" and string(events) != ""',
                 "--facts", path, "--pack", rules], says="N0710", codes=(0,))


def probes(folder):
    yield from wrong_numbers(folder)
    yield from long_numbers(folder)
    by = ["--pack", RULES / "cn-zj", "--as-of", "2024-03-31"]
    files = {f"{name}.json": (content, MANY if name in WRONG else FULL) for name, content in JSON.items()}
    files |= {f"{name}.json": (content, "N0725") for name, content in SILENT.items()}
    files["records in flow.yaml"] = (lambda: HEAD + " [\n" + "{},{},{},{},{},{},{},{},\n" * 600_000 + "{}]\n", FULL)
    files |= {f"{name}.yaml": (content, "N0232") for name, content in UNENDED.items()}
    files["blank lines.yaml"] = (lambda: HEAD + " a\n" + "\n" * 24_000_000 + "    b\n", "N0234")
    files["comments.yaml"] = (lambda: "#\n" * 12_000_000 + HEAD, "N0234")
    files["lines of 30 MB.yaml"] = (lambda: HEAD + "\n" + "    - {}\n" * 3_333_333, "N0233")
    files["blank lines.csv"] = (lambda: "id,unit\n" + "\n" * 60_000_000, "N0637")
    files["records in lines.yaml"] = (lambda: HEAD + "\n" + "    - {}\n" * 2_700_000, FULL)
    files |= {f"{name}.csv": (content, "N0548" if name == "cells" else "N0168" if name == "rows" else MANY if name in WRONG else FULL)
              for name, content in ROWS.items()}
    for name, (content, says) in files.items():
        yield Probe(f"facts of one file: {name}", ["check", write(folder / name, content()), *by], says=says,
                    codes=(2, 65, 66))
    cell = write(folder / "cell.csv", f'id,unit,{EVENTS}\n,enterprise,"{brackets()}"\n')
    yield Probe("facts of one file: brackets in a cell", ["check", cell, *by], says="N0232")
    for name in ("rows", "wrong rows"):
        table = write(folder / "members" / f"{name}.csv", ROWS[name]().replace("id,unit", "id,name"))
        park = write(folder / "members" / f"{name}.yaml",
                     f"norma: 1\nunit: area\nkind: park\nfacts:\n  members: {{file: {json.dumps(table.name)}}}\n")
        yield Probe(f"members in a file: {name}", ["check", park, *by], says=MANY if name in WRONG else FULL)
    for name, arguments, says in lines(folder):
        yield Probe(f"facts: {name}", ["check", *arguments, *by], says=says, codes=(2, 65))

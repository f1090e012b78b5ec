# SPDX-License-Identifier: Apache-2.0
"""The JSON of reports is what docs/report.schema.json says, and the schema is
strict enough to find what is wrong. Without jsonschema: skipped, aloud."""

import copy
import decimal
import json
import pathlib
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/report.schema.json").read_text(encoding="utf-8"))


def reports(*arguments):
    printed = subprocess.run([sys.argv[1], *arguments], capture_output=True, check=True)
    return json.loads(printed.stdout.decode("utf-8"), parse_float=decimal.Decimal)


def part(report, path):
    """The node at a path, and everything above it by reference."""
    todo = [report["tree"]]
    while todo:
        node = todo.pop()
        if node["path"] == path:
            return node
        todo += node.get("members", [])
    raise KeyError(path)


def fault(change):
    """The failing report with one thing made wrong."""
    report = copy.deepcopy(ONE)
    change(report)
    return report


jsonschema.Draft202012Validator.check_schema(SCHEMA)
validator = jsonschema.Draft202012Validator(SCHEMA)
ONE = reports("--one")
SEVERAL = reports()
problems = []
for name, document in (("one report", ONE), ("several reports", SEVERAL), ("none", [])):
    for error in validator.iter_errors(document):
        problems.append(f"{name}: {jsonschema.exceptions.best_match([error]).message[:300]}")

contracts = "employment/contracts"
WRONG = {
    "an unknown verdict": lambda r: r.update(verdict="passed"),
    "an unknown key": lambda r: r.update(extra=1),
    "no tree": lambda r: r.pop("tree"),
    "a day that is none": lambda r: r.update(as_of="31.3.2024"),
    "a text in one language": lambda r: r["standard"].update(title={"zh": "标准"}),
    "a part without facts": lambda r: part(r, contracts).pop("facts"),
    "a group without members": lambda r: part(r, "employment").pop("members"),
    "undetermined without causes":
        lambda r: part(r, "mediation/coordinators").pop("causes"),
    "unknown without causes":
        lambda r: part(r, "mediation/coordinators")["facts"][0].pop("unknown"),
    "known with causes": lambda r: part(r, contracts)["facts"][0].update(unknown=[]),
    "a fraction that is none": lambda r: part(r, contracts)["distance"].update(by="1/"),
    "an unknown kind of cause":
        lambda r: part(r, "mediation/coordinators")["causes"][0].update(kind="lost"),
    "at_least without a number": lambda r: part(r, "employment").update(combine="at_least"),
}
for name, change in WRONG.items():
    if validator.is_valid(fault(change)):
        problems.append(f"accepted: {name}")

# Exact digits survive, and hostile text comes back as it was but for bytes
# that are no UTF-8.
arrears = part(SEVERAL[2], "veto/arrears")
record = arrears["facts"][0]["value"][0]
if record["amount"] != decimal.Decimal("12345678901234567890.123456789"):
    problems.append(f"digits lost: {record['amount']}")
if record["share"] != "1/3":
    problems.append(f"a third is {record['share']}")
if SEVERAL[3]["unit"]["name"] != "</script>\"\\\x01\n\u202e\ufffd":
    problems.append(f"name changed: {SEVERAL[3]['unit']['name']!a}")

for problem in problems:
    print(problem)
print(f"{len(WRONG)} faults tried, {len(problems)} problems")
sys.exit(1 if problems else 0)

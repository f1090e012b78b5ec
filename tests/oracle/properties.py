# SPDX-License-Identifier: Apache-2.0
"""What must hold of every report, on the packs and units of the oracle.

    properties.py ENGINE [--cases 2000] [--seed 1] [--processes 2] [--only PACK]

- a report read back from JSON is the same; so is one of facts that stood on
  another day in between; JSON and text tell the same verdicts;
- each remedy gives what it says, and no entry can be left out or made smaller;
- the facts of a missing set decide, whatever their values;
- the order of members changes no verdict;
- facts revealed one by one, in any order, never change a verdict that is decided, and
  points only within what they could be.
"""

import copy
import json
import random
import re
import sys
from fractions import Fraction

from agreement import make_cases, make_pack
from binding import Bound
from complete import supply
from files import files
from pack import Node
from reveal import hidden_facts
from run import compare_all, options_of
from unit_text import file_text, handed
from values import deep_causes
from verdicts import judge_member

UNITS_OF_A_PACK = 6
TRIALS = 4
# In a group of what must not be, a pass is called present, a fail absent.
WORDS = {"pass": "pass|present", "fail": "fail|absent", "undetermined": "undetermined",
         "not_applicable": "not applicable|shown only"}
RATE_IN_ERROR = {"N0704", "N0722"}
DECIDED = {"pass", "fail", "not_applicable"}


def verdicts(answer):
    return {path: verdict for path, verdict, *_ in answer["nodes"]}


def of_reports(case, answer):
    """Faults of one report."""
    told = json.loads(answer["json"])
    if not answer["same_again"]:
        yield "another report when read back from JSON"
    if not answer["same_replayed"]:
        yield "another report after the facts stood on another day"
    days = (told["as_of"], told.get("known_as_of"))
    if days != (case.as_of.isoformat(), case.known and case.known.isoformat()):
        yield f"days {days}"
    nodes = list(walk(told["tree"], "."))
    if [tuple(node[:2]) for node in answer["nodes"]] != nodes:
        yield f"JSON tells {nodes}"
    yield from of_text(told, answer["text"])
    yield from answer["remedy_faults"]


def walk(node, path):
    yield node["path"], node["verdict"]
    for member in node.get("members", ()):
        yield from walk(member, path)


def of_text(told, text):
    head = re.search(r"^  Verdict +(.*)$", text, re.M).group(1)
    if head.lower().replace(" ", "_") != told["verdict"]:
        yield f"text says {head}, JSON {told['verdict']}"
    _, _, clauses = text.partition("\nClause by clause\n")
    lines = re.findall(r"^ +[✓✗?–] (.*)$", clauses.partition("\n\n")[0], re.M)
    shown = [] if closed(told["tree"]) else list(visible(told["tree"]))
    if len(lines) != len(shown):
        yield f"text has {len(lines)} lines of nodes, JSON {len(shown)} nodes"
    for line, node in zip(lines, shown):
        name = node["path"].rpartition("/")[2].rpartition(":")[2]
        if not re.search(rf"\b{name}\b.*[:,] ({WORDS[node['verdict']]})\b", line, re.I):
            yield f"{node['path']} is {node['verdict']}, text says {line}"


def closed(node):
    """Whether what stands below a node was not looked at."""
    return any(member.get("reason", {}).get("code") in ("above", "above_unknown")
               for member in node.get("members", ()))


def visible(node):
    for member in node.get("members", ()):
        yield member
        if not closed(member):
            yield from visible(member)


def shuffled(chance, pack):
    """The pack with the members of each group in another order."""
    other = copy.deepcopy(pack)

    def go(node):
        chance.shuffle(node.members)
        for member in node.members:
            go(member)

    for layer in other.layers():
        for _, root in layer.standards.values():
            if isinstance(root, Node):
                go(root)
    return other


def in_error(pack, unit, case):
    bound = Bound(pack, unit, case.as_of, case.known, judge_member)
    return any(kind == "data_error" for name in bound.facts
               for kind, _ in deep_causes(bound[name]))


def revealed(chance, pack, case):
    """The unit with facts hidden, more and more of them shown; nothing where the whole
    unit has facts in error: what is shown must be consistent."""
    if in_error(pack, case.unit, case):
        return []
    hidden = hidden_facts(chance, pack, case.unit)
    steps = []
    for shown in range(len(hidden) + 1):
        unit = copy.deepcopy(case.unit)
        for hide in hidden[shown:]:
            hide(unit)
        steps.append(unit)
    return steps


def changed_verdicts(before, after):
    """Where a fact has changed what was decided. That n / 0 does not apply holds of
    an unknown n as of 0; any other n is an error, and so not consistent."""
    for (path, was, *_), (_, verdict, _, causes) in zip(before["nodes"], after["nodes"]):
        if was in DECIDED and verdict != was and not RATE_IN_ERROR & {c[2] for c in causes}:
            yield f"{path}: {was}, then {verdict}"


def beyond(before, after):
    """Where a fact has led to points that were not among those it might still come to."""
    one, other = before["score"], after["score"]
    if other is None or any(cause[0] == "data_error" for part in other["parts"]
                            for cause in part[5]):
        return      # what is in error may come to anything
    if before["verdict"] in DECIDED and before["verdict"] != after["verdict"]:
        yield f"{before['verdict']}, then {after['verdict']}"
    if one is None:
        return
    known = {name: ends for name, *ends in one["blocks"]}
    for name, *ends, left_out, _ in other["blocks"]:
        if not left_out and not within(ends, known[name]):
            yield f"{name}: {known[name]}, then {ends}"
    for (path, was, *known, _, _), (_, verdict, *ends, left_out, _) in zip(
            one["parts"], other["parts"]):
        if was in DECIDED and verdict != was:
            yield f"{path}: {was}, then {verdict}"
        if not left_out and not within(ends, known):
            yield f"{path}: {known}, then {ends}"
    if after["verdict"] != "not_applicable" and not within(other["total"], one["total"]):
        yield f"total: {one['total']}, then {other['total']}"


def within(ends, others):
    (low, high), (least, most) = map(Fraction, ends[:2]), map(Fraction, others[:2])
    return least <= low <= high <= most


def left_open(chance, engine, pack, case, answer, counts):
    """Units with a missing set supplied that are undetermined nevertheless, without
    an error."""
    sets = json.loads(answer["json"])["missing"]
    counts["missing sets"] += len(sets)
    units = [supply(chance, pack, case, places) for places in sets for _ in range(TRIALS)]
    answers = engine.judge("main", [(unit, case.handed, case.as_of, case.known)
                                    for unit in units])
    for unit, found in zip(units, answers):
        if "errors" in found:
            yield unit, f"not read: {found['errors']}"
            continue
        _, verdict, _, causes = found["nodes"][0]
        if verdict == "undetermined" and all(kind != "data_error" for kind, *_ in causes) \
                and not in_error(pack, unit, case):
            yield unit, f"undetermined by {causes} with {sets}"


def show(number, what, pack, case, *units):
    out = [f"pack {number}: {what}, as of {case.as_of}"
           + (f", known as of {case.known}" if case.known else "")]
    for name, content in files(pack).items():
        out += [f"--- {name}", content.rstrip()]
    for unit in units or (case.unit,):
        out += ["--- unit", str(handed(unit)) if case.handed else file_text(unit).rstrip()]
    return "\n".join(out)


def check_pack(engine, seed, number, counts):
    """Faults of the reports about one pack, as texts."""
    pack = make_pack(seed, number)
    if "errors" in engine.load(pack):
        counts["refused"] += 1
        return []
    counts["packs"] += 1
    chance = random.Random(f"{seed}/{number}/properties")
    cases = make_cases(pack, seed, number, UNITS_OF_A_PACK)
    asked = [case.asked() for case in cases]
    answers = engine.judge("main", asked, report=True)
    for case, answer in zip(cases, answers):
        counts["cases"] += 1
        counts["remedies"] += len(json.loads(answer["json"])["remedies"])
        for fault in of_reports(case, answer):
            return [show(number, fault, pack, case)]
    for case, answer in zip(cases, answers):
        for unit, fault in left_open(chance, engine, pack, case, answer, counts):
            return [show(number, fault, pack, case, case.unit, unit)]
    for case in cases:
        units = revealed(chance, pack, case)
        steps = engine.judge("main", [(unit, case.handed, case.as_of, case.known)
                                      for unit in units])
        counts["revealed"] += max(0, len(units) - 1)
        for place in range(1, len(steps)):
            for fault in changed_verdicts(steps[place - 1], steps[place]):
                return [show(number, fault, pack, case, *units[place - 1:place + 1])]
        for scheme in pack.schemes:
            steps = engine.score(scheme, [(unit, case.handed, case.as_of, case.known)
                                          for unit in units])
            for place in range(1, len(steps)):
                for fault in beyond(steps[place - 1], steps[place]):
                    return [show(number, fault, pack, case, *units[place - 1:place + 1])]
    if "errors" not in engine.load(other := shuffled(chance, pack)):
        for case, answer, again in zip(cases, answers, engine.judge("main", asked)):
            if verdicts(answer) != verdicts(again):
                return [show(number, "another verdict in another order", other, case)]
    return []


def main():
    options = options_of(__doc__, cases=2000)
    counts, found = compare_all(options, check_pack, UNITS_OF_A_PACK)
    for text in found:
        print(text, end="\n\n")
    print(f"{counts['cases']} reports of {counts['packs']} packs, {counts['remedies']} remedies, "
          f"{counts['missing sets']} missing sets, {counts['revealed']} facts revealed, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

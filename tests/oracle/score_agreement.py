# SPDX-License-Identifier: Apache-2.0
"""Whether engine and oracle agree about the points of a unit and what they lead to."""

from dataclasses import replace
from fractions import Fraction

import causes
from binding import Bound
from layers import nodes_below
from scores import Score
from tree_text import from_engine
from verdicts import FAIL, NOT, OPEN, PASS, judge_member


def differing_schemes(pack, trees):
    """Where the engine has parsed something else than was written."""
    for name, (_, scheme) in pack.schemes.items():
        read = trees["schemes"][name]
        for path, part in parts_of(scheme):
            wanted = {"when": part.node.when, "require": part.node.require, "of": part.of,
                      "bands": part.bands and [("tests", False, test) for test, _ in part.bands]}
            for key, tree in wanted.items():
                its = (read["parts"][path] or {}).get(key)
                if tree and tree != (list(map(from_engine, its)) if key == "bands"
                                     else from_engine(its)):
                    yield f"{key} of {path} in {name}"
        gates = {node["path"]: node for node in read["gates"]}
        for path, node in nodes_below(pack, scheme.gates):
            for key in ("when", "require"):
                tree = getattr(node, key)
                if tree is not None and from_engine(gates[path][key]) != tree:
                    yield f"{key} of {path} in {name}"
        if scheme.passes and from_engine(read["pass"]) != scheme.passes:
            yield f"pass of {name}"
        if list(map(from_engine, read["tiers"])) != [when for _, when in scheme.tiers]:
            yield f"tiers of {name}"


def parts_of(scheme):
    for block in scheme.blocks + [scheme.bonus, scheme.deductions]:
        for part in block.parts if block else ():
            yield f"{block.id}/{part.node.id}", part


def score_of(pack, case):
    bound = Bound(pack, case.unit, case.as_of, case.known, judge_member)
    return Score(pack, pack.schemes[case.scheme][1], bound, case.unit.exceptions)


def score_differences(pack, score, answer):
    """(path, what the oracle says, what the engine says) but for admission and veto."""
    if not answer["same_again"]:
        yield ".", "one report", "another when read back from JSON"
    if answer["verdict"] != score.verdict:
        yield ".", score.verdict, answer["verdict"]
    said = answer["score"]
    if said is None or not score.applies:
        if (said is None) == score.applies:
            yield ".", f"applies: {score.applies}", f"score: {said}"
        return
    scheme = score.scheme
    for (path, part), (its, verdict, low, high, left_out, told) in zip(
            parts_of(scheme), said["parts"]):
        mine = score.parts[path]
        ends = mine.earned()
        expected = path, mine.verdict(), ends, ends is None
        found = its, verdict, None if left_out else (Fraction(low), Fraction(high)), left_out
        if expected != found:
            yield path, expected, found
        elif verdict == OPEN:
            node = replace(part.node, require=part.of or part.node.require)
            wrong = causes.mistakes(node, score.bound, told, None, None)
            if wrong:
                yield path, wrong, told
    for name, low, high, left_out, reached in said["blocks"]:
        ends, may_drop_out = score.blocks[name]
        expected = (ends, ends is None, floor(score, name, ends, may_drop_out))
        found = (None if left_out else (Fraction(low), Fraction(high)), left_out, reached)
        if expected != found:
            yield name, expected, found
    if score.total is not None:
        expected = [score.total, score.passed, list(score.tiers.items()), score.tier()]
        found = [tuple(map(Fraction, said["total"])), said["passed"],
                 list(map(tuple, said["tiers"])), said["tier"]]
        if expected != found:
            yield "total", expected, found


def floor(score, name, ends, may_drop_out):
    """Whether a block has what is needed of it; one that drops out needs nothing."""
    block = next((block for block in score.scheme.blocks if block.id == name), None)
    if block is None or block.floor is None or ends is None:
        return NOT
    whole = PASS if ends[0] >= block.floor else FAIL if ends[1] < block.floor else OPEN
    return OPEN if may_drop_out else whole

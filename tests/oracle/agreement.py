# SPDX-License-Identifier: Apache-2.0
"""Whether engine and oracle agree about one pack and its units."""

import random

import causes
from generate_pack import Packs
from generate_unit import Units
from layers import join, nodes, opened
from score_agreement import differing_schemes, score_differences, score_of
from tree_text import from_engine
from verdicts import DECIDING, assess


class Case:
    """A unit with its two days, as handed over or as a file; by the scheme, or by `main`."""

    def __init__(self, unit, handed, as_of, known, scheme=""):
        self.unit, self.handed, self.as_of, self.known = unit, handed, as_of, known
        self.scheme = scheme

    def by(self, scheme):
        return Case(self.unit, self.handed, self.as_of, self.known, scheme)

    def asked(self):
        return (self.unit, self.handed, self.as_of, self.known)


def make_pack(seed, number):
    return Packs(random.Random(f"{seed}/{number}")).make()


def make_cases(pack, seed, number, size):
    chance = random.Random(f"{seed}/{number}/units")
    cases = []
    while len(cases) < size:
        units = Units(chance, pack, handed=chance.random() < 0.5)
        unit = units.make()
        for _ in range(chance.randint(1, 3)):
            cases.append(Case(unit, units.handed, *units.days()))
    return cases[:size]


def ask(engine, cases):
    """The engine's answers about cases of one standard or scheme."""
    asked = [case.asked() for case in cases]
    return engine.score(cases[0].scheme, asked) if cases[0].scheme \
        else engine.judge("main", asked)


def differing_trees(pack, trees):
    """Where the engine has parsed something else than was written."""
    for kind in pack.all_kinds():
        for fact in pack.facts(kind).values():
            read = (trees["facts"] or {}).get(f"{kind}.{fact.name}", {"checks": []})
            if list(map(from_engine, read["checks"])) != fact.checks:
                yield f"checks of {fact.name}"
            if fact.value is not None and from_engine(read["value"]) != fact.value:
                yield f"value of {fact.name}"
    for name, table in [each for layer in pack.layers() for each in layer.tables.items()]:
        read = [[from_engine(cell) for cell in row["cells"]] for row in trees["tables"][name]]
        if read != [row[0] for row in table.rows]:
            yield f"table {name}"
    for name in pack.standards:
        read = {node["path"]: node for node in trees["standards"][name]}
        for path, node in nodes(pack, name):
            for key in ("when", "require"):
                tree = getattr(node, key)
                if tree is not None and from_engine(read[path][key]) != tree:
                    yield f"{key} of {path}"
    yield from differing_schemes(pack, trees)


def differences(pack, case, answer):
    """(path, what the oracle says, what the engine says) where they differ."""
    if "errors" in answer:
        return [(".", "a report", f"not read: {answer['errors']}")]
    if case.scheme:
        score = score_of(pack, case)
        judgement, found = score.gates, list(score_differences(pack, score, answer))
        judgement.nodes["."] = score.verdict, judgement.nodes["."][1]
        if not score.applies:
            return found
    else:
        judgement = assess(pack, "main", case.unit, case.as_of, case.known)
        found = []
    if "judge_differs" in answer:
        found.append((answer["judge_differs"], "one verdict", "judge and assess differ"))
    said = {path: rest for path, *rest in answer["nodes"]}
    if list(said) != list(judgement.nodes):
        return found + [(".", list(judgement.nodes), list(said))]
    for path, (verdict, why) in judgement.nodes.items():
        verdict_said, _, causes_said = said[path]
        open_by_limit = verdict_said == "undetermined" and causes.ended(causes_said)
        if verdict != verdict_said and not open_by_limit:
            found.append((path, (verdict, sorted(why)), (verdict_said, causes_said)))
    return found or list(wrong_causes(pack, judgement, said, of_scheme=bool(case.scheme)))


def wrong_causes(pack, judgement, said, of_scheme=False):
    """As `differences`, of the causes alone. (The top of a scheme has those of points.)"""
    def look(node, path, around, by):
        by, inner = opened(by, node)
        verdict, reason, told = said[path]
        below = [(member, join(path, member)) for member in inner.members]
        guarded = inner.role != "part" and verdict == "undetermined" and all(
            said[each][1] in ("above_unknown", "not_in_force", "shown_only", "above")
            for _, each in below)
        if verdict == "undetermined":
            members = None if guarded else [
                said[each][2] for member, each in below if said[each][0] == "undetermined"
                and (member.role != "part" or member.strength in DECIDING)]
            wrong = causes.mistakes(inner, judgement.bound, told, members, around)
            if not wrong and inner.role == "part" and around is None:
                wrong = incomplete(inner, judgement, path, told)
            if wrong:
                yield path, (verdict, wrong), (verdict, told)
        for member, each in below:
            yield from look(member, each, told if guarded else None, by)

    for node in judgement.root.members if of_scheme else [judgement.root]:
        yield from look(node, node.id if of_scheme else ".", None, judgement.pack)


def incomplete(part, judgement, path, told):
    """Whether causes are missing, or too many, where the design leaves no choice."""
    trees = [part.require or ("name", part.fact)] + ([part.when] if part.when else [])
    if path in judgement.excepted[1] or causes.ended(told) or not all(
            causes.plain(judgement.bound, tree) for tree in trees):
        return ""
    expected = {kind for kind, _ in judgement.nodes[path][1]} - {"data_error"}
    found = {kind for kind, *_ in told} - {"data_error"}
    return "" if expected == found else f"should be {sorted(expected)}"

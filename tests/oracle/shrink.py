# SPDX-License-Identifier: Apache-2.0
"""Makes a counter-example small: whatever can go while engine and oracle still differ."""

import datetime
import pickle
from dataclasses import replace
from fractions import Fraction

from agreement import ask, differences
from layers import expanded
from pack import Copy, Supplied

SIMPLE = [("lit", True), ("lit", False), ("lit", Fraction(0)), ("lit", Fraction(1)),
          ("lit", datetime.date(2024, 1, 1)), ("list",)]


def differ(engine, pack, case):
    """The differences of one case, [] also where pack or unit is refused."""
    if "errors" in engine.load(pack):
        return []
    answer = ask(engine, [case])[0]
    return [] if "errors" in answer else differences(pack, case, answer)


def shrink(engine, pack, case, rounds=4):
    for _ in range(rounds):
        before = least = size(pack, case)
        for edit in list(edits(pack, case)):
            smaller = pickle.loads(pickle.dumps((pack, case)))
            try:
                edit(*smaller)
                if size(*smaller) < least and differ(engine, *smaller):
                    pack, case = smaller
                    least = size(pack, case)
            except (KeyError, IndexError, AttributeError, TypeError, ValueError,
                    AssertionError):
                continue   # the edit does not fit what earlier ones have left
        if least == before:
            break
    return pack, case


def size(pack, case):
    return len(repr(pack)) + len(repr(case.asked()))


def edits(pack, case):
    """Functions that make a copy of pack and case smaller, the boldest first."""
    for depth in range(len(pack.layers()) - 1):
        yield lambda p, c, depth=depth: flatten(p, p.layers()[depth])
        yield lambda p, c, depth=depth: leave_out(p.layers()[depth])
    for depth, layer in enumerate(pack.layers()):
        yield from edits_of_layer(lambda p, depth=depth: p.layers()[depth], layer)
    yield from edits_of_unit(lambda c: c.unit, case.unit)
    yield lambda p, c: setattr(c, "known", None)
    yield lambda p, c: setattr(c, "handed", False)


def leave_out(pack):
    """The upper pack in its place."""
    pack.__dict__.update(pack.upper.__dict__, name=pack.name)


def flatten(lowest, pack):
    """Two layers become one, if no rule names a standard of the upper one."""
    upper = pack.upper
    for layer in lowest.layers():
        for parameter in layer.parameters.values():
            if parameter.overrides == upper.name:
                parameter.overrides = pack.name
    for name, (kind, root) in pack.standards.items():
        if isinstance(root, Copy):
            pack.standards[name] = kind, expanded(pack, root, name)
    for kind in upper.kinds:
        pack.kinds[kind] = {**upper.kinds[kind], **pack.kinds.get(kind, {})}
    for name, parameter in upper.parameters.items():
        mine = pack.parameters.get(name)
        pack.parameters[name] = replace(
            parameter, values=parameter.values[:1] + mine.values if mine else parameter.values)
    pack.tables.update(upper.tables)
    pack.upper = upper.upper


def edits_of_layer(find, pack):
    for name, (_, root) in pack.standards.items():
        yield lambda p, c, name=name: find(p).standards.pop(name)
        yield lambda p, c, name=name: find(p).standards.update(main=find(p).standards.pop(name))
        edits_of = edits_of_copy if isinstance(root, Copy) else edits_of_node
        yield from edits_of(lambda p, name=name: find(p).standards[name][1], root)
    for kind, facts in pack.kinds.items():
        for name, fact in facts.items():
            yield lambda p, c, kind=kind, name=name: find(p).kinds[kind].pop(name)
            yield from edits_of_fact(
                lambda p, kind=kind, name=name: find(p).kinds[kind][name], fact)
    for name, (_, scheme) in pack.schemes.items():
        yield from edits_of_scheme(lambda p, name=name: find(p).schemes[name][1], scheme)
    for section in ("schemes", "parameters", "tables", "records", "categories"):
        for name in getattr(pack, section):
            yield lambda p, c, section=section, name=name: getattr(find(p), section).pop(name)
    for name, parameter in pack.parameters.items():
        for place in range(len(parameter.values)):
            yield lambda p, c, name=name, place=place: find(p).parameters[name].values.pop(place)
    yield lambda p, c: [find(p).kinds.pop(kind) for kind in list(find(p).kinds) if kind != "u"]


def edits_of_copy(find, copy):
    for section in ("drop", "add"):
        for place in range(len(getattr(copy, section))):
            yield lambda p, c, section=section, place=place: getattr(find(p), section).pop(place)
    for path, change in copy.change.items():
        yield lambda p, c, path=path: find(p).change.pop(path)
        for key, value in change.items():
            yield lambda p, c, path=path, key=key: find(p).change[path].pop(key)
            if key in ("when", "require"):
                for smaller in smaller_trees(value):
                    yield lambda p, c, path=path, key=key, tree=smaller: \
                        find(p).change[path].__setitem__(key, tree)
    for key in ("when", "in_force"):
        yield lambda p, c, key=key: setattr(find(p), key, None)
    for place, (_, members) in enumerate(copy.add):
        for number, node in enumerate(members):
            yield from edits_of_node(
                lambda p, place=place, number=number: find(p).add[place][1][number], node)


def edits_of_node(find, node):
    if node.refines:
        yield lambda p, c: find(p).__dict__.update(refines="", drops=[])
    for place in range(len(node.members)):
        yield lambda p, c, place=place: drop_member(find(p), place)
        yield lambda p, c, place=place: lift_member(find(p), place)
        yield from edits_of_node(lambda p, place=place: find(p).members[place],
                                 node.members[place])
    for key, plain in (("when", None), ("in_force", (None, None)), ("strength", "mandatory"),
                       ("exceptions", False), ("combine", "all")):
        yield lambda p, c, key=key, plain=plain: setattr(find(p), key, plain)
    for key in ("when", "require"):
        tree = getattr(node, key)
        if tree is not None:
            for smaller in smaller_trees(tree):
                yield lambda p, c, key=key, tree=smaller: setattr(find(p), key, tree)


def edits_of_scheme(find, scheme):
    yield from edits_of_node(lambda p: find(p).gates, scheme.gates)
    for key, plain in (("bonus", None), ("deductions", None), ("round", None), ("passes", None),
                       ("inapplicable", ""), ("tiers", [])):
        yield lambda p, c, key=key, plain=plain: setattr(find(p), key, plain)
    for place in range(len(scheme.tiers)):
        yield lambda p, c, place=place: find(p).tiers.pop(place)
        for smaller in smaller_trees(scheme.tiers[place][1]):
            yield lambda p, c, place=place, tree=smaller: find(p).tiers.__setitem__(
                place, (find(p).tiers[place][0], tree))
    for smaller in smaller_trees(scheme.passes) if scheme.passes else ():
        yield lambda p, c, tree=smaller: setattr(find(p), "passes", tree)
    for place, block in enumerate(scheme.blocks):
        yield lambda p, c, place=place: find(p).blocks.pop(place)
        yield from edits_of_block(lambda p, place=place: find(p).blocks[place], block)
    for key in ("bonus", "deductions"):
        if getattr(scheme, key):
            yield from edits_of_block(lambda p, key=key: getattr(find(p), key),
                                      getattr(scheme, key))


def edits_of_block(find, block):
    for key, plain in (("floor", None), ("inapplicable", "")):
        yield lambda p, c, key=key, plain=plain: setattr(find(p), key, plain)
    for place, part in enumerate(block.parts):
        yield lambda p, c, place=place: drop_part(find(p), place)
        reach = lambda p, place=place: find(p).parts[place]     # noqa: E731
        yield lambda p, c, reach=reach: setattr(reach(p), "inapplicable", "")
        yield from edits_of_node(lambda p, reach=reach: reach(p).node, part.node)
        for smaller in smaller_trees(part.of) if part.of else ():
            yield lambda p, c, reach=reach, tree=smaller: setattr(reach(p), "of", tree)


def drop_part(block, place):
    """A block is worth what its parts are worth together."""
    gone = block.parts.pop(place)
    if block.id not in ("bonus", "deductions"):
        block.points -= gone.points


def drop_member(node, place):
    del node.members[place]
    node.n = min(node.n, len(node.members))


def lift_member(node, place):
    """A group's members in place of the group."""
    node.members[place:place + 1] = node.members[place].members


def edits_of_fact(find, fact):
    for key, plain in (("range", None), ("valid_for", None), ("optional", False), ("alias", ""),
                       ("changeable", ""), ("complete", ""), ("dated_by", ""),
                       ("must_agree", False), ("scale", None), ("checks", []), ("table", ""),
                       ("value", None)):
        yield lambda p, c, key=key, plain=plain: setattr(find(p), key, plain)
    for place, check in enumerate(fact.checks):
        for smaller in smaller_trees(check):
            yield lambda p, c, place=place, tree=smaller: find(p).checks.__setitem__(place, tree)
    if fact.value is not None:
        for smaller in smaller_trees(fact.value):
            yield lambda p, c, tree=smaller: setattr(find(p), "value", tree)


def edits_of_unit(find, unit):
    for name, supplied in unit.facts.items():
        yield lambda p, c, name=name: find(c).facts.pop(name)
        for place in range(len(supplied.statements)):
            yield lambda p, c, name=name, place=place: find(c).facts.__setitem__(
                name, Supplied([find(c).facts[name].statements[place]]))
        for place, given in enumerate(supplied.statements):
            reach = (lambda c, name=name, place=place: find(c).facts[name].statements[place])
            for key in ("date", "recorded"):
                yield lambda p, c, reach=reach, key=key: setattr(reach(c), key, None)
            if isinstance(given.content, list):
                yield from edits_of_list(reach, given.content)
    for key, plain in (("date", None), ("recorded", None), ("exceptions", []), ("id", "")):
        yield lambda p, c, key=key, plain=plain: setattr(find(c), key, plain)


def edits_of_list(reach, content):
    for place in range(len(content)):
        yield lambda p, c, place=place: reach(c).content.pop(place)
        if hasattr(content[place], "facts"):
            yield from edits_of_unit(lambda c, place=place: reach(c).content[place],
                                     content[place])
        elif isinstance(getattr(content[place], "content", None), dict):
            for name in content[place].content:
                yield lambda p, c, place=place, name=name: \
                    reach(c).content[place].content.pop(name)


def smaller_trees(tree):
    """The tree with one part of it replaced by something simpler."""
    yield from SIMPLE
    for part in tree[1:]:
        if isinstance(part, tuple) and part and isinstance(part[0], str):
            yield part
    for place, part in enumerate(tree):
        if place and isinstance(part, tuple) and part and isinstance(part[0], str) \
                and not names_only(tree, place):
            for smaller in smaller_trees(part):
                yield tree[:place] + (smaller,) + tree[place + 1:]


def names_only(tree, place):
    return (tree[0], place) in {("for", 1), ("some", 1), ("every", 1), ("call", 2)}

# SPDX-License-Identifier: Apache-2.0
"""Random layers: packs that build on others (design section 8)."""

import datetime

from binding import names_in
from generate_tree import POOL, Trees
from layers import expanded, find, join, named_in_full
from pack import Copy, Pack, Parameter


def build_on(maker, name):
    """A pack on top of the one made so far, which gets the name."""
    upper = maker.pack
    upper.name = name
    pack = maker.pack = Pack(upper=upper, categories=upper.categories, records=upper.records)
    _override(maker)
    if maker.one_in(3):
        maker.parameter()
    members = "m" not in upper.all_kinds() and maker.one_in(4)
    if members:
        maker.kind("m", maker.random.randint(1, 3), "")
    for kind in upper.all_kinds():
        if members or maker.one_in(2):
            maker.kind(kind, maker.random.randint(0, 2), "m" if members else "")
    if "m" in pack.all_kinds() and maker.one_in(3):
        maker.standard("member", "m")
    if maker.one_in(4):
        maker.standard("inner", "u")
    if maker.one_in(2):
        pack.standards["main"] = ("u", Copies(maker, f"{name}:main").make())
    else:
        _refine(maker, f"{name}:main")


def _override(maker):
    """Values of upper parameters; not of those that facts rest on."""
    pack, random = maker.pack, maker.random
    held = set()
    for layer in pack.upper.layers():
        for fact in [fact for facts in layer.kinds.values() for fact in facts.values()]:
            held.add(fact.valid_for if isinstance(fact.valid_for, str) else "")
            for tree in fact.checks + ([fact.value] if fact.value else []):
                held |= names_in(tree)
    for name in pack.parameter_names():
        if name in held or maker.one_in(3):
            continue
        parameter = pack.parameter(name)
        days = sorted(random.sample(POOL, random.randint(1, 2)))
        owner = next(layer for layer in reversed(pack.layers()) if name in layer.parameters)
        pack.parameters[name] = Parameter(
            name, parameter.type, maker.values(parameter.type, days, parameter.values[0][1]),
            overrides=owner.name)


def _refine(maker, upper):
    """A standard of its own; it may say that it refines an upper one."""
    pack = maker.pack
    _, kind, above = find(pack, upper)
    if maker.one_in(3):
        root = expanded(pack, Copy(upper), "main")     # a complete restatement
        pack.standards["main"] = (kind, root)
        root.refines = upper
    else:
        maker.standard("main", kind)
        _, root = pack.standards["main"]
        if maker.one_in(3):
            root.refines, root.drops = upper, [join(".", item) for item in above.members]


class Copies:
    """Makes a copy of an upper standard that drops, changes, and adds."""

    def __init__(self, maker, of):
        self.maker, self.random = maker, maker.random
        _, self.kind, self.root = find(maker.pack, of)
        self.copy = Copy(of)
        self.trees = Trees(self.random, maker.pack, self.kind)
        self.trees.standards = maker.visible()
        self.gone = []      # paths below which nothing is left as it was

    def make(self):
        copy, one_in = self.copy, self.maker.one_in
        if one_in(4):
            copy.when = self.trees.make("bool", 2)
        if one_in(6):
            copy.in_force = (datetime.date(2021, 1, 1), None)
        places = list(self._places(self.root, ".", False, [copy.in_force or self.root.in_force]))
        self.random.shuffle(places)
        for place in places[:self.random.randrange(3)]:
            self._drop(*place)
        for place in places[:self.random.randrange(4)]:
            self._change(*place)
        for place in [(".", self.root, None, False, [copy.in_force or self.root.in_force])] \
                * one_in(3) + places[:self.random.randrange(3)]:
            self._add(*place)
        return copy

    def _places(self, group, path, held, around):
        """(path, node, its group, whether the group counts its members, days around)."""
        held = held or group.combine == "at_least"
        for member in group.members:
            below = join(path, member)
            yield below, member, group, held, around
            if not member.embeds:
                yield from self._places(member, below, held, around + [member.in_force])

    def _is_gone(self, path):
        return any(f"{path}/".startswith(f"{one}/") for one in self.gone)

    def _drop(self, path, node, group, held, around):
        inside = any(one.startswith(f"{path}/") for one in self.gone)
        if held or inside or self._is_gone(path) or len(group.members) < 2 or any(
                one.rpartition("/")[0] == path.rpartition("/")[0] for one in self.gone):
            return
        self.copy.drop.append(path)
        self.gone.append(path)

    def _change(self, path, node, group, held, around):
        if node.embeds or self._is_gone(path):
            return
        make, random = self.trees.make, self.random
        self.maker.around = around
        change = {}
        if node.role == "group" and not held and self.maker.one_in(2):
            if any(one.startswith(f"{path}/") for one in [*self.gone, *self.copy.change]):
                return
            change = self._restated(node)
            self.gone.append(path)
        elif node.role == "part" and node.require is not None and not self.maker.one_in(3):
            change["require"] = make("bool", 2)
        if not change or self.maker.one_in(4):
            change["when"] = make("bool", 2)
        if node.role == "part":
            change["says"] = random.choice(["kept", "tightened", "relaxed"])
        if node.role == "part" and not held:
            if "when" in change and self.maker.one_in(3) and not node.show:
                change["strength"] = random.choice(["conditional", "mandatory", "goal"])
            if self.maker.one_in(8):
                change["in_force"] = self.maker.days()
                if change["in_force"] == (None, None):
                    del change["in_force"]
        self.copy.change[path] = change

    def _restated(self, node):
        """The members in another order and joined otherwise, with one more."""
        members = named_in_full(node, self.copy.of.partition(":")[0]).members
        self.random.shuffle(members)
        used = {member.embeds or member.id for member in members}
        members.append(self.maker.member(self.trees, self.kind, "main", 2, used))
        self.maker.without_exceptions(members)  # there may be `none` above
        return dict(zip(("combine", "n"), self.maker.joined(members)), members=members)

    def _add(self, path, node, group, held, around):
        if node.role == "part" or node.embeds or self._is_gone(path):
            return
        self.maker.around = around + [node.in_force] * (path != ".")
        if path == ".":
            members = [self.maker.group(self.trees, self.kind, "main", 1)]
        else:
            used = {name for member in node.members
                    for name in (member.id, f"{self.copy.of.partition(':')[0]}:{member.embeds}")}
            members = [self.maker.member(self.trees, self.kind, "main", 2, used)
                       for _ in range(self.random.randint(1, 2))]
            self.maker.without_exceptions(members)
        self.copy.add.append((path, members))

# SPDX-License-Identifier: Apache-2.0
"""Random scoring schemes (design section 5.1)."""

import datetime
from fractions import Fraction

from generate_tree import POOL, Trees, lit
from pack import Block, Node, Scheme, Scored

MODES = ["half_even", "half_up", "half_down", "up", "down", "floor", "ceiling"]
SIGNS = [">=", ">=", ">=", ">", "<"]


class Schemes:
    """Makes a scheme for a pack."""

    def __init__(self, maker, kind):
        self.maker, self.random, self.kind = maker, maker.random, kind
        self.trees = Trees(self.random, maker.pack, kind)
        self.trees.standards = maker.visible()
        self.facts = maker.pack.facts(kind)

    def one_in(self, n):
        return self.maker.one_in(n)

    def make(self):
        random = self.random
        gates = Node("standard", "points")
        gates.in_force = (random.choice([datetime.date(2021, 1, 1)] * 8 + POOL[:3]), None)
        if self.one_in(8):
            gates.when = self.trees.make("bool", 2)
        self.maker.around = [gates.in_force]
        for name, how in (("admission", "all"), ("veto", "none")):
            if self.one_in(3):
                used = set()
                gates.members.append(Node("group", name, combine=how, members=[
                    self.maker.member(self.trees, self.kind, "points", 2, used)
                    for _ in range(random.randint(1, 2))]))
        scheme = Scheme(gates, [self._block() for _ in range(random.randint(1, 3))])
        scheme.inapplicable = self._inapplicable()
        if self.one_in(3):
            scheme.bonus = self._beside("bonus")
        if self.one_in(3):
            scheme.deductions = self._beside("deductions")
        if self.one_in(3):
            scheme.round = (random.choice([0, 0, 1]), random.choice(MODES))
        self._tests(scheme)
        return scheme

    def _inapplicable(self):
        return self.random.choice(["", "full", "zero", "left_out", "left_out"])

    def _block(self):
        parts = [self._part() for _ in range(self.random.randint(1, 3))]
        points = sum(part.points for part in parts)
        block = Block(self.maker.name("k"), points, parts, inapplicable=self._inapplicable()
                      if self.one_in(3) else "")
        if self.one_in(3):
            block.floor = Fraction(self.random.randint(0, int(points)))
        return block

    def _beside(self, name):
        parts = [self._part() for _ in range(self.random.randint(1, 2))]
        for part in parts:
            part.inapplicable = ""
        return Block(name, Fraction(self.random.randint(1, 6)), parts)

    def _part(self):
        random = self.random
        points = Fraction(random.choice([2, 3, 4, 5, 10, 20]), random.choice([1, 1, 2]))
        part = Scored(Node("part", self.maker.name("p")), points)
        booleans = [name for name, fact in self.facts.items() if fact.type == "boolean"]
        grades = [(tree, its[1]) for tree, its in self.trees.names
                  if isinstance(its, tuple) and its[0] == "cat"]
        way = random.choice(["require", "fact", "bands", "bands", "grades", "lose", "lose"])
        if way == "fact" and booleans:
            part.node.fact = random.choice(booleans)
        elif way == "bands":
            part.of, part.bands = self._figure(), self._bands(points)
        elif way == "grades" and grades:
            part.of, name = random.choice(grades)
            part.grades = {value: self._some(points)
                           for value in self.maker.pack.categories[name][1]}
        elif way == "lose":
            part.of = self._figure()
            part.lose = (Fraction(random.choice([1, 1, 2, 3]), random.choice([1, 2])),
                         Fraction(random.choice([1, 1, 2, 3, Fraction(1, 4)])),
                         random.choice(["begun", "full", "proportional"]))
        else:
            part.node.require = self.maker.requirement(self.trees, self.facts)
        if self.one_in(4):
            part.node.when = self.trees.make("bool", 2)
        if self.one_in(12):
            part.node.in_force = self.maker.days()
        if self.one_in(4):
            part.inapplicable = self._inapplicable()
        return part

    def _some(self, points):
        return self.random.choice([Fraction(0), points, points / 2, points / 4])

    def _figure(self):
        """A number, of a list or a rate where there is one."""
        if self.one_in(3):
            rate = ("call", "rate", (), self.trees.make("num", 1), self.trees.make("num", 1))
            return self.random.choice([rate, ("sub", lit(1), rate)])
        return self.trees.make("num", 2)

    def _bands(self, points):
        """All numbers in stretches, one after the other."""
        ends = sorted(self.random.sample(range(8), self.random.randint(1, 3)))
        if self.one_in(3):
            ends = [Fraction(end, 4) for end in ends]
        ends = [lit(end) for end in ends]
        closed = self.one_in(2)     # at its lower end, or at its upper one
        tests = [("cmp", "<" if closed else "<=", ends[0])]
        tests += [("range", "", closed, not closed, low, high)
                  for low, high in zip(ends, ends[1:])]
        tests.append(("cmp", ">=" if closed else ">", ends[-1]))
        return [(test, self._some(points)) for test in tests]

    def _tests(self, scheme):
        """`pass`, tiers, or both."""
        whole = int(sum(block.points for block in scheme.blocks))
        names = {"total": whole, **{block.id: int(block.points) for block in scheme.blocks}}
        for block in (scheme.bonus, scheme.deductions):
            if block:
                names[block.id] = int(block.points)

        def test():
            name = self.random.choice(["total", "total", *names])
            limit = lit(Fraction(self.random.randint(0, 2 * names[name]), 2))
            one = (self.random.choice(SIGNS), ("name", name), limit)
            return (self.random.choice(["and", "or"]), one, test()) if self.one_in(4) else one

        if not self.one_in(3):
            scheme.passes = test()
        if scheme.passes is None or self.one_in(2):
            scheme.tiers = [(f"t{n}", test()) for n in range(self.random.randint(1, 3))]

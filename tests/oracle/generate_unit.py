# SPDX-License-Identifier: Apache-2.0
"""Random facts of a unit, right and wrong, and days near where something changes."""

import datetime
from fractions import Fraction

from compare import inside
from evaluate import Scope, evaluate
from generate_tree import POOL, SPANS, type_of
from layers import nodes, nodes_below
from pack import Given, Supplied, Unit
from values import Span

WRONG = [True, Fraction(1), "wrong", datetime.date(2024, 1, 1), [], Fraction(-1)]


class Units:
    """Random units of a pack. `handed`: as a program hands them over, so that
    values may be of the wrong type; a file with such a value is not read."""

    def __init__(self, random, pack, handed):
        self.random, self.pack, self.handed = random, pack, handed
        self.wrong = 0.03 if random.random() < 0.5 else 0.0
        self.made = 0

    def one_in(self, n):
        return self.random.randrange(n) == 0

    def day(self):
        return self.random.choice(POOL)

    def days(self):
        """As-of day and day of knowledge."""
        return self.day(), self.day() if self.one_in(4) else None

    def make(self, kind="u", depth=0):
        self.made += 1  # no two units of a list have one id
        unit = Unit(kind, id=f"{kind}{self.made}")
        if self.one_in(3):
            unit.date = self.day()
        if self.one_in(8):
            unit.recorded = self.day()
        sparse = self.random.choice([0.0, 0.05, 0.1, 0.4])
        for name, fact in self.pack.facts(kind).items():
            missing = 0.85 if fact.derived else sparse
            if self.random.random() >= missing:
                unit.facts[name] = self.supplied(fact, depth)
        self._days_of_evidence(unit)
        if depth == 0 and self.one_in(3):
            self._exceptions(unit)
        return unit

    def _days_of_evidence(self, unit):
        """Where a statement has a day and another fact says it, mostly the same one."""
        for name, supplied in unit.facts.items():
            day = unit.facts.get(self.pack.facts(unit.kind)[name].dated_by)
            for given in supplied.statements if day else ():
                said = self.random.choice(day.statements).content
                if given.date and isinstance(said, datetime.date) and not self.one_in(3):
                    given.date = said

    def _exceptions(self, unit):
        paths = []

        gates = [each for _, scheme in self.pack.schemes.values()
                 for each in nodes_below(self.pack, scheme.gates)]
        for path, node in nodes(self.pack, "main") + gates:
            if node.role == "part" and (node.exceptions or self.one_in(8)):
                paths.append(path.partition("/")[2] if self.one_in(9) else path)
        for path in paths:
            if self.one_in(2):
                unit.exceptions.append((path, self.day() if self.one_in(4) else None))

    def supplied(self, fact, depth):
        if self.one_in(6):
            given = [self.statement(fact, depth) for _ in range(self.random.randint(1, 3))]
            for one in given:
                one.date = self.day()
                one.recorded = self.day() if self.one_in(2) else None
            return Supplied(given, versioned=True)
        one = self.statement(fact, depth)
        if self.one_in(4):
            one.date = self.day()
        if self.one_in(8):
            one.recorded = self.day()
        return Supplied([one])

    def statement(self, fact, depth):
        chance = self.random.random()
        if chance < 0.02:
            return Given("blank")
        if chance < 0.05:
            return Given("pending", note="case")
        if chance < 0.06:
            if type_of(fact.type)[0] == "list":
                return Given("blank")
            return Given("disagreement", self.content(fact, fact.type, 1))
        if chance < 0.06 + (0.2 if fact.optional else 0.02 if self.handed else 0):
            return Given("none", note="why")
        return Given(content=self.content(fact, fact.type, depth))

    def content(self, fact, type_, depth):
        if self.handed and self.random.random() < self.wrong and depth == 0 \
                and fact.type == type_:
            return self.random.choice(WRONG)
        kind = type_ if isinstance(type_, str) else type_[0]
        if kind in ("list", "set"):
            return self._list(fact, type_, depth)
        return self.within(fact, kind, type_)

    def within(self, fact, kind, type_):
        """A value, most often one that breaks no range."""
        value = self.scalar(fact, kind, type_)
        if fact.range is not None and kind == kind_of(fact):
            span = evaluate(fact.range, Scope(None, POOL[0]))
            for _ in range(4):
                if inside(value, span) is True:
                    break
                value = self.scalar(fact, kind, type_)
        return value

    def scalar(self, fact, kind, type_):
        random = self.random
        if kind == "boolean":
            return random.random() < 0.6
        if kind == "count":
            return Fraction(random.randrange(8))
        if kind in ("number", "amount"):
            scale = fact.scale if fact.scale is not None else 1
            if self.one_in(20):
                scale += 1
            return Fraction(random.randrange(8 * 10 ** scale), 10 ** scale) \
                if self.one_in(2) else Fraction(random.randrange(8))
        if kind == "date":
            return self.day()
        if kind == "text":
            return random.choice(["a", "b", "ab", "abc"])
        if kind == "duration":
            return random.choice(SPANS)
        if kind == "period":
            start, end = sorted([self.day(), self.day()])
            return Span(start, None if self.one_in(4) else end)
        return random.choice(self.pack.categories[type_[1]][1])

    def _list(self, fact, type_, depth):
        random, element = self.random, type_[1]
        if type_[0] == "set":
            values = self.pack.categories[element][1]
            return [Given(content=value) for value in random.sample(values, random.randrange(4))]
        size = random.choice([0, 1, 2, 2, 3, 4])
        if isinstance(element, tuple) and element[0] == "unit":
            return [self.make(element[1], depth + 1) for _ in range(size)]
        if isinstance(element, tuple) and element[0] == "record":
            return [Given(content={field.name: self.cell(field, field.type)
                                   for field in self.pack.records[element[1]]
                                   if not self.one_in(6)})
                    for _ in range(size)]
        return [self.cell(fact, element, 12) for _ in range(size)]

    def cell(self, fact, type_, rare=8):
        if self.one_in(rare):
            return Given("pending", note="case") if self.one_in(2) else Given("blank")
        if fact.optional and self.one_in(4) and fact.type == type_:
            return Given("none", note="why")
        kind = type_ if isinstance(type_, str) else type_[0]
        return Given(content=self.within(fact, kind, type_))


def kind_of(fact):
    return fact.type if isinstance(fact.type, str) else fact.type[0]

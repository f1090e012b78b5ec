# SPDX-License-Identifier: Apache-2.0
"""A unit with facts supplied that were not known, whatever their values: of evidence that
holds, so that a day of evidence is the as-of day."""

import copy
import datetime
import re
from fractions import Fraction

from binding import Bound
from compare import inside
from generate_unit import Units
from pack import Given, Supplied, Unit
from values import Last
from verdicts import judge_member

PLACE = re.compile(r"\[(\d+)\]\.?")


def supply(chance, pack, case, places):
    """The case's unit with random known values at the places: `f`, `f[2].g`, `f[2]`."""
    unit = copy.deepcopy(case.unit)
    maker = Maker(chance, pack, case)
    for place in places:
        if place in unit.facts:
            unit.facts.pop(place)   # what it held bears on no other
    first = {name for fact in pack.facts(unit.kind).values()
             for name in (fact.complete, fact.dated_by)}
    for place in sorted(places, key=lambda place: place not in first):
        maker.put(unit, place)
    return unit


def is_day_of_others(pack, kind, fact):
    return any(other.dated_by == fact.name for other in pack.facts(kind).values())


class Maker:
    def __init__(self, chance, pack, case):
        self.pack, self.case = pack, case
        self.units = Units(chance, pack, handed=False)

    def supplied(self, given, day=None):
        given.date, given.recorded = day or self.case.as_of, self.case.known
        return Supplied([given])

    def bound(self, unit, around=None):
        return Bound(self.pack, unit, self.case.as_of, self.case.known,
                     judge_member, around)

    def day(self, unit, fact, around):
        """That of another fact where the evidence holds by it."""
        bound = self.bound(unit, around)
        day, lasting = bound[fact.dated_by], bound.lasting(fact)
        if not isinstance(day, datetime.date) or (lasting is not None and inside(
                day, Last(lasting, self.case.as_of)) is not True):
            return None
        return day

    def put(self, unit, place, around=None):
        fact_name, *rest = PLACE.split(place)
        fact = self.pack.facts(unit.kind)[fact_name]
        if not rest:
            given = Given(content=self.case.as_of) if is_day_of_others(self.pack, unit.kind, fact) \
                else self.known(fact, fact.type, self.size(unit, fact))
            unit.facts[fact_name] = self.supplied(
                given, self.day(unit, fact, around) if fact.dated_by else None)
            return
        bound = self.bound(unit, around)
        given = bound.holding(unit.facts[fact_name])[0]
        content = given.content
        element, below = content[int(rest[0]) - 1], place.split("].", 1)[-1]
        if isinstance(element, Unit):
            self.put(element, below, bound.evidence(fact, given))
        elif rest[1]:
            field = next(f for f in self.pack.records[fact.type[1][1]] if f.name == rest[1])
            element.content[rest[1]] = self.known(field, field.type)
        else:
            content[int(rest[0]) - 1] = self.known(fact, fact.type[1])

    def size(self, unit, fact):
        """How long the list is known to be."""
        if not fact.complete:
            return None
        size = self.bound(unit)[fact.complete]
        return int(size) if isinstance(size, Fraction) else None

    def known(self, fact, type_, size=None):
        """A value of which every part is known."""
        kind = type_ if isinstance(type_, str) else type_[0]
        if kind == "unit":
            return self.unit(type_[1])
        if kind == "record":
            return Given(content={field.name: self.known(field, field.type)
                                  for field in self.pack.records[type_[1]]})
        if kind == "list":
            return Given(content=[self.known(fact, type_[1])
                                  for _ in range(self.units.random.randrange(4)
                                                 if size is None else size)])
        if kind == "set":
            return Given(content=self.units.content(fact, type_, 1))
        return Given(content=self.units.within(fact, kind, type_))

    def unit(self, kind):
        made = Unit(kind)
        for name, fact in self.pack.facts(kind).items():
            if not fact.derived:
                made.facts[name] = self.supplied(
                    Given(content=self.case.as_of) if is_day_of_others(self.pack, kind, fact)
                    else self.known(fact, fact.type))
        for fact in self.pack.facts(kind).values():
            if fact.complete and not self.pack.facts(kind)[fact.complete].derived:
                made.facts[fact.complete] = self.supplied(Given(content=Fraction(
                    len(made.facts[fact.name].statements[0].content))))
        return made

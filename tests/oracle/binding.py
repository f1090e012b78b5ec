# SPDX-License-Identifier: Apache-2.0
"""A unit's facts as they hold on the two days (design sections 5 and 6)."""

import datetime
from fractions import Fraction

from compare import equals, inside
from evaluate import Scope, evaluate
from intervals import equal
from pack import Fact, Given
from tables import look_up
from values import (UNREPORTED, Category, Months, OpenList, Record, Seconds, Span, Unknown,
                    add_duration, causes_of, error, is_number)


BLANK = Given("blank")


def unknown(kind, fact):
    return Unknown(frozenset([(kind, fact)]))


class Member(Record):
    """A unit in a list: its facts as fields, and itself for verdicts about it."""
    __slots__ = ("bound",)

    def __init__(self, bound):
        self.bound = bound
        self.fields = Fields(bound)

    def parts(self):
        """Its facts as fields, and as standards that judge it read them: only as a field
        has an unknown number bounds, which may contradict each other."""
        return super().parts() + [self.bound[name] for name in self.bound.facts]


class Fields:
    """The facts of a member as fields, unknown numbers with their bounds."""

    def __init__(self, bound):
        self.bound = bound
        self.read = {}

    def __contains__(self, name):
        return name in self.bound

    def __getitem__(self, name):
        if name not in self.read:
            self.read[name] = self.bound.as_field(name)
        return self.read[name]

    def values(self):
        return [self[name] for name in self.bound.facts]


class Bound:
    """The facts of a unit; `self[name]` is a fact's or a parameter's value."""

    def __init__(self, pack, unit, as_of, known_as_of=None, judge=None, around=None):
        self.pack, self.unit, self.judge = pack, unit, judge
        self.as_of, self.known_as_of = as_of, known_as_of
        self.around = around or (None, None)     # evidence of the list it stands in
        self.facts = pack.facts(unit.kind)
        self.aliases = {fact.alias: fact.name for fact in self.facts.values() if fact.alias}
        self.stated, self.known, self.refused = {}, {}, set()
        self._read()
        self._check()

    def __contains__(self, name):
        return name in self.facts or name in self.aliases

    def __getitem__(self, name):
        name = self.aliases.get(name, name)
        if self.pack.parameter(name):
            return self.parameter(name, self.pack)
        if name not in self.known:
            self.known[name] = self._value(self.facts[name])
        return self.known[name]

    def scope(self, pack=None):
        """Names as the rules of a pack see them: this one, or one that it builds on."""
        pack = pack or self.pack

        def find(name):
            return self.parameter(name, pack) if pack.parameter(name) else self[name]

        return Scope(find, self.as_of, verdict_of=lambda member, standard:
                     self.judge(pack, member, standard))

    def parameter(self, name, pack):
        return self._typed_category(pack.parameter(name).type, pack.value_of(name, self.as_of))

    def _typed_category(self, type_, value):
        if isinstance(type_, tuple) and type_[0] == "category" and isinstance(value, str):
            return Category(value, self.pack.ranks(type_[1]))
        return value

    # What was supplied: the statement that holds, its type, its range.

    def _read(self):
        for fact in sorted(self.facts.values(), key=lambda fact: bool(fact.dated_by)):
            supplied = self.unit.facts.get(fact.name)
            value = self._choose(fact, supplied) if supplied else self._hold(fact, BLANK)
            if isinstance(value, Unknown) and any(k == "data_error" for k, _ in value.causes):
                self.refused.add(fact.name)
            self.stated[fact.name] = value

    def _evidence(self, given, name):
        mine = {"date": given.date, "recorded": given.recorded}[name]
        if mine is not None:
            return mine
        default = {"date": self.unit.date, "recorded": self.unit.recorded}[name]
        if default is not None:
            return default
        return self.around[0 if name == "date" else 1]

    def evidence(self, fact, given):
        return self.day(fact, given), self._evidence(given, "recorded")

    def holding(self, supplied):
        """The statements of the latest day of those known, or none."""
        def late(given):
            recorded = self._evidence(given, "recorded")
            return (self.known_as_of is not None and recorded is not None
                    and recorded > self.known_as_of)

        known = [given for given in supplied.statements if not late(given)]
        if not supplied.versioned:
            return known[:1]
        competing = [given for given in known if self._evidence(given, "date") <= self.as_of]

        def rank(given):
            return (self._evidence(given, "date"),
                    self._evidence(given, "recorded") or datetime.date.min)

        best = max(map(rank, competing), default=None)
        return [given for given in competing if rank(given) == best]

    def _choose(self, fact, supplied):
        holding = self.holding(supplied)
        if not holding:
            return unknown("dated_later" if supplied.versioned else "recorded_later", fact.name)
        if any(_differ(fact, given, holding[0]) for given in holding[1:]):
            return error(fact.name)
        return self._hold(fact, holding[0])

    def lasting(self, fact):
        lasting = fact.valid_for
        return self.parameter(lasting, self.pack) if isinstance(lasting, str) else lasting

    def _said(self, fact):
        """The day that another fact says; one that is known to be absent says none."""
        said = self.stated[fact.dated_by]
        return unknown("missing", fact.dated_by) if said is None else said

    def day(self, fact, given):
        """The day of its evidence, None without one; unknown where another fact is to say
        it, of the list around it even, and does not."""
        if not fact.dated_by:
            return self._evidence(given, "date")
        own, said = given.date, self._said(fact)
        if isinstance(said, Unknown):
            return said if own is None else own
        if own is None or own == said:
            return said
        late = fact.valid_for is not None and max(own, said) > self.as_of
        return Unknown(error(fact.name).causes
                       | ({("dated_later", fact.name)} if late else frozenset()))

    def _hold(self, fact, given):
        name, day, lasting = fact.name, self.day(fact, given), self.lasting(fact)
        open_ = isinstance(day, Unknown) and (
            lasting is not None or ("data_error", name) in day.causes)
        if given.state != "known" and not (given.state == "none" and fact.optional):
            kind = {"blank": "missing", "none": "data_error"}.get(given.state, given.state)
            return Unknown((causes_of(day) if open_ else frozenset()) | {(kind, name)})
        if open_:
            return day
        if lasting is not None and day is not None:
            end = add_duration(day, lasting)
            if day > self.as_of:
                return unknown("dated_later", name)
            if end is not None and end < self.as_of:
                return unknown("expired", name)
        if given.state == "none":
            return None
        return self._typed(fact, fact.type, given.content,
                           (day, self._evidence(given, "recorded")), name)

    def _typed(self, fact, type_, content, evidence, place):
        """The content as a value of its type, within scale and range; else an error."""
        kind = type_ if isinstance(type_, str) else type_[0]
        if kind == "list":
            return self._typed_list(fact, type_[1], content, evidence, place)
        if kind == "set":
            if not isinstance(content, list):
                return error(place)
            ids = self.pack.categories[type_[1]][1]
            if any(one.content not in ids for one in content):
                return error(place)
            content = sorted(content, key=lambda one: ids.index(one.content))
            return [Category(one.content, None) for one in content]
        if kind == "category":
            good = isinstance(content, str) and content in self.pack.categories[type_[1]][1]
            return self._typed_category(type_, content) if good else error(place)
        if not FITS[kind](content):
            return error(place)
        if fact.scale is not None and (content * 10 ** fact.scale).denominator != 1:
            return error(place)
        if fact.range is not None:
            allowed = evaluate(fact.range, self.scope())
            if inside(content, allowed) is not True:
                return error(place)
        elif kind == "count" and content < 0:
            return error(place)
        return content

    def _typed_list(self, fact, element, content, evidence, place):
        if not isinstance(content, list):
            return error(place)
        values = []
        for number, one in enumerate(content, 1):
            where = f"{place}[{number}]"
            if isinstance(element, tuple) and element[0] == "unit":
                values.append(Member(Bound(self.pack, one, self.as_of, self.known_as_of,
                                           self.judge, evidence)))
            elif isinstance(element, tuple) and element[0] == "record":
                fields = self.pack.records[element[1]]
                values.append(Record({
                    each.name: self._cell(each, each.type, one.content.get(each.name), where)
                    for each in fields}))
            else:
                values.append(self._cell(Fact(fact.name, element), element, one, where))
        return values

    def _cell(self, fact, type_, given, place):
        """A field of a record, or an element of a plain list."""
        if given is None or given.state == "blank":
            return self._within(fact, unknown("missing", place))
        if given.state == "pending":
            return self._within(fact, unknown("pending", place))
        if given.state == "none":
            return None if fact.optional else error(place)
        return self._typed(fact, type_, given.content, (None, None), place)

    # Checks, in one round over what passed.

    def _check(self):
        violated = set()
        self.absent = {name for name, value in self.stated.items() if value is None}
        for fact in self.facts.values():
            for check in fact.checks:
                if evaluate(check, self.scope()) is False:
                    violated |= names_in(check)
            if fact.complete and self._too_long(fact):
                violated |= {fact.name, fact.complete}
            if fact.must_agree and self._disagrees(fact):
                violated |= {fact.name} | (names_in(fact.value) if fact.value else {
                    name for _, name in self.pack.table(fact.table).inputs})
        self.known = {}
        violated = {self.aliases.get(name, name) for name in violated}
        self._doubt(violated)
        for name in violated:
            if name in self.facts:
                self.refused.add(name)
                before = self.stated[name]
                computed = self.facts[name].derived and is_blank(before)
                self.stated[name] = Unknown(causes_of(before, error(name))) \
                    if isinstance(before, Unknown) and not computed else error(name)

    def _doubt(self, violated):
        """Evidence is in doubt with the day that it is of."""
        for fact in self.facts.values():
            expires = self.lasting(fact) is not None or (
                is_list(fact) and fact.type[1][0] == "unit")
            given = self.stated[fact.name]
            if fact.dated_by in violated and expires and not is_blank(given):
                self.refused.add(fact.name)
                said = error(fact.dated_by)
                self.stated[fact.name] = Unknown(causes_of(given, said)) \
                    if isinstance(given, Unknown) else said

    def _too_long(self, fact):
        supplied, length = self.stated[fact.name], self[fact.complete]
        return isinstance(supplied, list) and is_number(length) and len(supplied) > length

    def _disagrees(self, fact):
        """Whether what was supplied lies outside what is computed, whatever type that has."""
        supplied = self.stated[fact.name]
        if isinstance(supplied, Unknown):
            return False
        computed = self._raw(fact)
        if isinstance(computed, Unknown):
            bounds = (computed.low, computed.high) if computed.bounded() else (None, None)
            return is_number(supplied) and equal((supplied, supplied), bounds) is False
        return equals(supplied, computed) is not True

    # What holds after checks: bounds of what is unknown, derived facts.

    def _value(self, fact):
        value = self.stated[fact.name]
        if fact.derived:
            return self._derived(fact, value)
        if fact.complete:
            value = self._filled(fact, value)
        elif is_list(fact) and isinstance(value, Unknown) and fact.name not in self.refused \
                and not fact.optional:
            return OpenList(value.causes, [], self._blank_element(fact, value.causes))
        if fact.type in ("count", "amount", "number") and not fact.optional \
                and isinstance(value, Unknown) and fact.name not in self.refused:
            return Unknown(value.causes, inner=True)   # a number, whatever it is
        return value

    def as_field(self, name):
        """The fact's value as a field of a member."""
        name = self.aliases.get(name, name)
        value, fact = self[name], self.facts[name]
        if name in self.refused or not isinstance(value, Unknown) or value.bounded() \
                or isinstance(value, OpenList):
            return value
        return self._within(fact, value, self._bounds_of_checks(fact))

    def _within(self, fact, value, more=()):
        """The unknown number with its bounds as an element of an aggregate."""
        if fact.type not in ("count", "amount", "number") or fact.optional:
            return value
        low, high = range_ends(fact, self.scope())
        for one_low, one_high in more:
            low = one_low if low is None else low if one_low is None else max(low, one_low)
            high = one_high if high is None else high if one_high is None else min(high, one_high)
        if low is not None and high is not None and high < low:
            return error(fact.name)
        return Unknown(value.causes, low, high, inner=True)

    def _bounds_of_checks(self, fact):
        for other in self.facts.values():
            for check in other.checks:
                if check[0] not in ("<=", ">=", "="):
                    continue
                for mine, its, flipped in ((1, 2, False), (2, 1, True)):
                    if self._is_fact(check[mine], fact):
                        limit = self._known(check[its])
                        if limit is None:
                            continue
                        upper = (check[0] == "<=") != flipped
                        if check[0] == "=":
                            yield limit, limit
                        else:
                            yield (None, limit) if upper else (limit, None)

    def _is_fact(self, tree, fact):
        return tree[0] == "name" and self.aliases.get(tree[1], tree[1]) == fact.name

    def _known(self, tree):
        plain = Scope(lambda name: self.stated[self.aliases.get(name, name)]
                      if name in self else self[name], self.as_of)
        value = evaluate(tree, plain)
        return value if is_number(value) else None

    def _filled(self, fact, value):
        length = self[fact.complete]
        if value is None or fact.name in self.refused:
            return value
        if isinstance(value, Unknown):
            return value if fact.optional \
                else OpenList(value.causes, [], self._blank_element(fact, value.causes))
        if not is_number(length):
            why = causes_of(length) or frozenset([("missing", fact.name)])
            return OpenList(why, [(element, True) for element in value],
                            self._blank_element(fact, why))
        if len(value) >= length:
            return value
        why = frozenset([("missing", fact.name)])
        blanks = [self._blank_element(fact, why) for _ in range(int(length) - len(value))]
        return OpenList(why,
                        [(element, True) for element in value]
                        + [(element, UNREPORTED) for element in blanks])

    def _blank_element(self, fact, why):
        """An element of which nothing is known."""
        kind, element = fact.type
        if kind == "list" and isinstance(element, tuple) and element[0] in ("unit", "record"):
            fields = self.pack.facts(element[1]).values() if element[0] == "unit" \
                else self.pack.records[element[1]]
            return Record({each.name: self._within(each, Unknown(why)) for each in fields})
        return self._within(Fact(fact.name, element), Unknown(why))

    def _derived(self, fact, supplied):
        if not isinstance(supplied, Unknown):
            return supplied
        return self._computed(fact) if is_blank(supplied) else supplied

    def _raw(self, fact):
        if fact.table:
            table = self.pack.table(fact.table)
            value = look_up(table, [self[name] for _, name in table.inputs], self.scope())
        else:
            value = evaluate(fact.value, self.scope())
        return self._typed_category(fact.type, value)

    def _computed(self, fact):
        value = self._raw(fact)
        if not isinstance(value, Unknown):
            value = self._typed(fact, fact.type, value, (None, None), fact.name)
        if any(kind == "data_error" for kind, _ in causes_of(value)):
            self.refused.add(fact.name)
        return value


def is_blank(value):
    return isinstance(value, Unknown) and all(kind == "missing" for kind, _ in value.causes)


def is_list(fact):
    return isinstance(fact.type, tuple) and fact.type[0] in ("list", "set")


def _differ(fact, a, b):
    if a.state != b.state:
        return True
    if a.state != "known":
        return False
    words = [x.content for x in (a, b)]
    if isinstance(fact.type, tuple) and fact.type[0] == "set" and all(
            isinstance(one, list) for one in words):  # has no order
        words = [sorted(one, key=repr) for one in words]
    return not _same(*words)


def _same(a, b):
    """As `==`, but for true and 1, which Python takes for the same."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    return a == b


def range_ends(fact, scope):
    if fact.range is None:
        return (Fraction(0), None) if fact.type == "count" else (None, None)
    span = evaluate(fact.range, scope)
    return span.low if span.has_low else None, span.high if span.has_high else None


def names_in(tree):
    if tree[0] == "name":
        return {tree[1]}
    found = set()
    for part in tree[1:]:
        if isinstance(part, tuple) and part:
            found |= names_in(part)
    return found


FITS = {
    "boolean": lambda content: isinstance(content, bool),
    "count": lambda content: is_number(content) and content.denominator == 1,
    "amount": is_number,
    "number": is_number,
    "text": lambda content: isinstance(content, str),
    "date": lambda content: isinstance(content, datetime.date),
    "duration": lambda content: isinstance(content, (Months, Seconds)),
    "period": lambda content: isinstance(content, Span),
}

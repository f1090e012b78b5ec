# SPDX-License-Identifier: Apache-2.0
"""Random conditions of every form, typed as the checker wants them.

Types here: "bool", "num", "date", "text", "months", "days", "period",
("cat", id), ("rec", id), ("unit", kind), ("list", type).
"""

import datetime
from fractions import Fraction

from values import DAY, Months, Seconds

POOL = [datetime.date.fromisoformat(day) for day in (
    "2023-12-31", "2024-01-01", "2024-01-30", "2024-01-31", "2024-02-28", "2024-02-29",
    "2024-03-01", "2024-03-30", "2024-03-31", "2024-04-01", "2024-04-30", "2025-02-28")]
SPANS = [Months(1), Months(2), Months(12), Months(0), Seconds(Fraction(DAY)),
         Seconds(Fraction(30 * DAY)), Seconds(Fraction(31 * DAY)), Seconds(Fraction(0))]
ORDER = ("<", "<=", ">", ">=")


def lit(value):
    return ("lit", Fraction(value) if isinstance(value, int) and not isinstance(value, bool)
            else value)


def type_of(fact_type):
    """The type of expressions for a declared one."""
    if isinstance(fact_type, str):
        return {"boolean": "bool", "count": "num", "amount": "num", "number": "num",
                "duration": "duration"}.get(fact_type, fact_type)
    kind, of = fact_type
    if kind == "set":
        return ("list", ("cat", of))
    if kind == "list":
        return ("list", type_of(of))
    return ({"category": "cat", "record": "rec", "unit": "unit"}[kind], of)


class Trees:
    """Random trees over the names of one kind of unit."""

    def __init__(self, random, pack, kind):
        self.random, self.pack = random, pack
        self.names = []                 # (tree, type)
        self.around = []                # names of iterators and fields, innermost last
        self.standards = []             # (id, kind) that `complies` may name
        self.fresh = 0
        for fact in pack.facts(kind).values():
            self.add(fact)
        for name in pack.parameter_names():
            self.names.append((("name", name), self.parameter_type(pack.parameter(name))))

    @staticmethod
    def parameter_type(parameter):
        if parameter.type == "duration":
            return "months" if isinstance(parameter.values[0][1], Months) else "days"
        return type_of(parameter.type)

    def add(self, fact):
        name = fact.alias if fact.alias and self.random.random() < 0.3 else fact.name
        self.names.append((("name", name), type_of(fact.type)))

    def pick(self, *choices):
        return self.random.choice(choices)

    def known(self, type_):
        """Names and fields of the type that can be seen from here."""
        found = [tree for tree, its in self.names if its == type_]
        for tree, its in self.around:
            if its == type_:
                found += [tree] * 3
            found += [("path", field, tree) for field, field_type in self.fields(its)
                      if field_type == type_ for _ in range(2)]
        return found

    def fields(self, type_):
        if isinstance(type_, tuple) and type_[0] == "rec":
            return [(field.name, type_of(field.type)) for field in self.pack.records[type_[1]]]
        if isinstance(type_, tuple) and type_[0] == "unit":
            return [(fact.name, type_of(fact.type))
                    for fact in self.pack.facts(type_[1]).values()]
        return []

    def make(self, type_, depth):
        known = self.known(type_)
        if known and self.random.random() < (0.75 if depth <= 0 else 0.3):
            return self.random.choice(known)
        if depth > 0 and self.random.random() < 0.08:
            return ("if", self.make("bool", depth - 1), self.make(type_, depth - 1),
                    self.make(type_, depth - 1))
        maker = getattr(self, "_" + (type_ if isinstance(type_, str) else type_[0]))
        return maker(depth, type_)

    # Truth.

    def _bool(self, depth, _):
        if depth <= 0:
            return self.random.choice([self._compared, self._compared, self._dated, self._ids,
                                       self._texts])(0)
        form = self.random.choice([
            self._compared, self._compared, self._compared, self._dated, self._ids, self._texts,
            self._joined, self._joined, self._not, self._between, self._tested, self._quantified,
            self._quantified, self._quantified, self._null, self._lists, self._built_in,
            self._complies, self._counted, self._same, self._durations, self._ranges,
            self._instance])
        return form(depth)

    def _compared(self, depth):
        sign = self.pick(*ORDER, *ORDER, "=", "!=")
        return (sign, self.make("num", depth - 1), self.make("num", depth - 2))

    def _counted(self, depth):
        return (self.pick(*ORDER, "="), self._num_of_list(depth), lit(self.random.randrange(4)))

    def _dated(self, depth):
        if self.random.random() < 0.4:
            return ("in", self.make("date", depth - 1),
                    ("call", "last", (), self._back()))
        if self.random.random() < 0.2:
            return (self.pick(*ORDER, "="), ("sub", self.make("date", depth - 1),
                                             self.make("date", 0)), self.make("days", 0))
        return (self.pick(*ORDER, *ORDER, "=", "!="), self.make("date", depth - 1),
                self.make("date", depth - 2))

    def _back(self):
        known = [tree for tree, its in self.names if its in ("months", "days")]
        if known and self.random.random() < 0.5:
            return self.random.choice(known)
        return ("lit", self.random.choice(SPANS))

    def _ids(self, depth):
        known = [(name, its) for name, its in self.names + self.around
                 if isinstance(its, tuple) and its[0] in ("cat", "list")
                 and (its[0] == "cat" or (isinstance(its[1], tuple) and its[1][0] == "cat"))]
        if not known:
            return self._compared(depth)
        tree, its = self.random.choice(known)
        if its[0] == "list":
            return ("in", self._id(its[1][1]), tree)
        ordered, values = self.pack.categories[its[1]]
        if self.random.random() < 0.3:
            some = self.random.sample(values, self.random.randint(1, len(values)))
            return ("in", tree, *[lit(value) for value in some])
        sign = self.pick("=", "!=", *(ORDER if ordered else ()))
        return (sign, tree, self._id(its[1]))

    def _id(self, category):
        return lit(self.random.choice(self.pack.categories[category][1]))

    def _texts(self, depth):
        if not self.known("text"):
            return self._compared(depth)
        one = self.make("text", depth - 1)
        if self.random.random() < 0.5:
            return (self.pick("=", "!=", "<", ">="), one, self.make("text", 0))
        return ("call", self.pick("contains", "starts with", "ends with"), (), one,
                lit(self.pick("a", "b", "ab")))

    def _joined(self, depth):
        return (self.pick("and", "or"), self.make("bool", depth - 1),
                self.make("bool", depth - 1))

    def _not(self, depth):
        return ("call", "not", (), self.make("bool", depth - 1))

    def _between(self, depth):
        type_ = self.pick("num", "num", "date")
        return ("between", self.make(type_, depth - 1), self.make(type_, 0),
                self.make(type_, 0))

    def _span(self, type_, depth):
        sign = self.random.random()
        if sign < 0.5:
            low, high = self.make(type_, depth), self.make(type_, depth)
            if low[0] == high[0] == "lit":
                if low[1] >= high[1]:
                    return low
            return ("range", "", self.pick(True, False), self.pick(True, False), low, high)
        return ("cmp", self.pick(*ORDER), self.make(type_, depth))

    def _tested(self, depth):
        type_ = self.pick("num", "num", "date")
        value = self.make(type_, depth - 1)
        if self.random.random() < 0.3:
            return ("in", value, self.make(("list", type_), depth - 1))
        tests = [self._span(type_, 0) if self.random.random() < 0.6 else self.make(type_, 0)
                 for _ in range(self.random.randint(1, 3))]
        return ("in", value, *tests)

    def _quantified(self, depth):
        word = self.pick("some", "every")
        names, domains, start = [], [], len(self.around)
        for _ in range(1 if self.random.random() < 0.85 else 2):
            type_ = self._list_type()
            if type_ is None:
                break
            domains.append(self.make(type_, depth - 1))
            self.fresh += 1
            names.append(f"e{self.fresh}")
            self.around.append((("name", names[-1]), type_[1]))
        if not names:
            return self._compared(depth)
        condition = self.make("bool", depth - 1)
        del self.around[start:]
        return (word, tuple(names), *domains, condition)

    def _list_type(self):
        known = [its for _, its in self.names if isinstance(its, tuple) and its[0] == "list"]
        return self.random.choice(known) if known else None

    def _null(self, depth):
        known = [tree for tree, its in self.names if its in ("num", "date", "bool", "text")]
        known += self.known("num")
        return (self.pick("=", "!="), self.random.choice(known), lit(None)) if known \
            else self._compared(depth)

    def _lists(self, depth):
        type_ = ("list", self.pick("num", "num", "date"))
        if self.random.random() < 0.4:
            return ("call", "list contains", (), self.make(type_, depth - 1),
                    self.make(type_[1], 0))
        return (self.pick("=", "!="), self.make(type_, depth - 1), self.make(type_, depth - 1))

    def _built_in(self, depth):
        if self.random.random() < 0.5:
            return ("call", self.pick("even", "odd"), (), self.make("num", depth - 1))
        return ("call", self.pick("all", "any"), (),
                ("list", *[self.make("bool", depth - 2)
                           for _ in range(self.random.randint(1, 3))]))

    def _complies(self, depth):
        units = [(tree, its) for tree, its in self.around
                 if isinstance(its, tuple) and its[0] == "unit"]
        if not units or not self.standards:
            return self._compared(depth)
        tree, its = self.random.choice(units)
        fitting = [id_ for id_, kind in self.standards if kind == its[1]]
        if not fitting:
            return self._compared(depth)
        standard = lit(self.random.choice(fitting))
        if self.random.random() < 0.6:
            return ("call", "complies", (), tree, standard)
        return (self.pick("=", "!="), ("call", "verdict", (), tree, standard),
                lit(self.pick("pass", "fail", "not_applicable")))

    def _durations(self, depth):
        known = [(tree, its) for its in ("duration", "months", "days") for tree in self.known(its)]
        if not known:
            return self._dated(depth)
        tree, its = self.random.choice(known)
        other = self._back() if its == "duration" else self.make(its, 0)
        return (self.pick(*ORDER, "=", "!="), tree, other)

    def _ranges(self, depth):
        """A relation of two ranges or points."""
        type_ = self.pick("num", "date")
        name = self.pick("before", "after", "includes", "during", "overlaps", "meets", "met by",
                         "starts", "finishes", "coincides")
        kinds = {"includes": "rp", "during": "pr", "before": self.pick("pp", "pr", "rp", "rr"),
                 "after": self.pick("pp", "pr", "rp", "rr"), "starts": self.pick("pr", "rr"),
                 "finishes": self.pick("pr", "rr"),
                 "coincides": self.pick("pp", "rr")}.get(name, "rr")
        return ("call", name, (), *[self.make(type_, 0) if kind == "p" else self._interval(type_)
                                    for kind in kinds])

    def _interval(self, type_):
        low, high = self.make(type_, 0), self.make(type_, 0)
        if low[0] == high[0] == "lit" and low[1] >= high[1]:
            low, high = high, ("add", high, lit(1) if type_ == "num" else lit(SPANS[0]))
        return ("range", "", self.pick(True, False), self.pick(True, False), low, high)

    def _instance(self, depth):
        type_ = self.pick("num", "date", "bool")
        word = {"num": "number", "date": "date", "bool": "boolean"}
        return ("is", word[self.pick(type_, type_, "num")], self.make(type_, depth - 1))

    def _same(self, depth):
        """One name on both sides: nothing relational may be inferred."""
        known = self.known("num")
        if not known:
            return self._compared(depth)
        tree = self.random.choice(known)
        return (self.pick("<=", "=", "!="), tree, tree)

    # Numbers.

    def _num(self, depth, _):
        if depth <= 0:
            return lit(self.random.choice([0, 1, 2, 3, 4, 5, 6, Fraction(1, 2), Fraction(9, 10)]))
        return self.random.choice([
            self._sum, self._sum, self._sum, self._num_of_list, self._num_of_list,
            self._rounded, self._num_of_day, self._negative, self._at, self._power])(depth)

    def _sum(self, depth):
        return (self.pick("add", "sub", "mul", "div"), self.make("num", depth - 1),
                self.make("num", depth - 1))

    def _power(self, depth):
        return ("pow", self.make("num", depth - 1), lit(self.pick(0, 1, 2, 3, -1)))

    def _negative(self, depth):
        tree = self.make("num", depth - 1)
        return lit(-tree[1]) if tree[0] == "lit" else ("neg", tree)

    def _num_of_list(self, depth):
        if self.random.random() < 0.4:
            type_ = self._list_type()
            if type_:
                return ("call", "count", (), self.make(type_, depth - 1))
        name = self.pick("total", "total", "total", "sum", "min", "max", "mean", "median",
                         "product")
        if self.random.random() < 0.1:
            return ("call", name, (), *[self.make("num", depth - 2)
                                        for _ in range(self.random.randint(2, 3))])
        names = ("list",) if self.random.random() < 0.05 else ()
        return ("call", name, names, self.make(("list", "num"), depth - 1))

    def _rounded(self, depth):
        name = self.pick("abs", "floor", "ceiling", "decimal", "round up", "round down",
                         "round half up", "round half down", "modulo")
        one = self.make("num", depth - 1)
        if name == "abs":
            return ("call", name, (), one)
        if name == "modulo":
            names = self.pick((), ("dividend", "divisor"))
            return ("call", name, names, one, self.make("num", 0))
        if name in ("floor", "ceiling") and self.random.random() < 0.5:
            return ("call", name, (), one)
        return ("call", name, (), one, lit(self.pick(0, 1, -1)))

    def _num_of_day(self, depth):
        if self.random.random() < 0.4:
            return ("call", self.pick("day of year", "week of year"), (),
                    self.make("date", depth - 1))
        if self.random.random() < 0.3 and self.known("text"):
            return ("call", "string length", (), self.make("text", depth - 1))
        return ("path", self.pick("year", "month", "day", "weekday"),
                self.make("date", depth - 1))

    def _at(self, depth):
        return ("filter", self.make(("list", "num"), depth - 1), lit(self.pick(1, 2, -1)))

    # Days and durations.

    def _date(self, depth, _):
        if depth <= 0 or self.random.random() < 0.3:
            return self.pick(("as_of",), lit(self.random.choice(POOL)))
        if self.random.random() < 0.1:
            return ("call", self.pick("min", "max"), (), self.make(("list", "date"), depth - 1))
        known = self.known("period")
        if known and self.random.random() < 0.3:
            return ("path", self.pick("start", "end"), self.random.choice(known))
        return (self.pick("add", "sub"), self.make("date", depth - 1),
                self.make(self.pick("months", "days"), depth - 1))

    def _months(self, depth, _):
        if depth > 0 and self.random.random() < 0.3:
            return ("call", "years and months duration", (), self.make("date", 0),
                    self.make("date", 0))
        return lit(self.random.choice([s for s in SPANS if isinstance(s, Months)]))

    def _days(self, depth, _):
        if depth > 0 and self.random.random() < 0.3:
            return ("sub", self.make("date", 0), self.make("date", 0))
        return lit(self.random.choice([s for s in SPANS if isinstance(s, Seconds)]))

    def _duration(self, depth, type_):
        return self._months(depth, type_)

    def _text(self, depth, _):
        if depth > 0 and self.random.random() < 0.3:
            if self.random.random() < 0.5:
                return ("add", self.make("text", depth - 1), self.make("text", 0))
            return ("call", self.pick("upper case", "lower case"), (),
                    self.make("text", depth - 1))
        return lit(self.pick("a", "b", "ab", "abc"))

    def _cat(self, depth, type_):
        return self._id(type_[1])

    # Lists.

    def _list(self, depth, type_):
        element = type_[1]
        if element == "num" and self.random.random() < 0.6:
            found = self._projected(depth, element)
            if found:
                return found
        known = self.known(type_)
        if known and depth > 0 and self.random.random() < 0.6:
            return self._filtered(self.make(type_, depth - 1), element, depth)
        if isinstance(element, tuple) and not known:
            return ("list",)
        if depth > 1 and self.random.random() < 0.2:
            return self._moved(depth, type_, element)
        if isinstance(element, tuple):
            return self.random.choice(known)
        if depth > 1 and self.random.random() < 0.2:
            return self._for(depth, element)
        return ("list", *[self.make(element, depth - 2)
                          for _ in range(self.random.randint(1, 3))])

    def _moved(self, depth, type_, element):
        """The elements of a list in another order, or with others."""
        names = ["reverse", "concatenate", "sublist", "remove", "insert before"]
        if not isinstance(element, tuple):
            names += ["append", "distinct values", "union"]
        name = self.random.choice(names)
        parts = [self.make(type_, depth - 1)]
        if name in ("concatenate", "union"):
            parts.append(self.make(type_, 0))
        if name in ("sublist", "remove", "insert before"):
            parts.append(lit(self.pick(1, 2, -1)))
        if name in ("append", "insert before"):
            if isinstance(element, tuple):
                return ("call", "reverse", (), parts[0])
            parts.append(self.make(element, 0))
        return ("call", name, (), *parts)

    def _projected(self, depth, element):
        """A field of a list of records or units."""
        lists = [its for _, its in self.names if isinstance(its, tuple) and its[0] == "list"
                 and any(its_type == element for _, its_type in self.fields(its[1]))]
        if not lists:
            return None
        type_ = self.random.choice(lists)
        field = self.random.choice([name for name, its in self.fields(type_[1])
                                    if its == element])
        return ("path", field, self.make(type_, depth - 1))

    def _filtered(self, tree, element, depth):
        start = len(self.around)
        fields = [(("name", name), its) for name, its in self.fields(element)]
        self.around += fields or [(("name", "item"), element)]
        if isinstance(element, tuple) and element[0] == "unit":
            self.around.append((("name", "item"), element))
        test = self.make("bool", depth - 1)
        del self.around[start:]
        return ("filter", tree, test)

    def _for(self, depth, element):
        type_ = self._list_type()
        if type_ is None or self.random.random() < 0.3:
            type_ = ("list", "num")
            ends = [lit(self.random.randrange(1, 4)) if self.random.random() < 0.7
                    else self.random.choice(self.known("num") or [lit(2)]) for _ in range(2)]
            domain = ("range", "..", True, True, *ends)
        else:
            domain = self.make(type_, depth - 1)
        self.fresh += 1
        name, start = f"e{self.fresh}", len(self.around)
        self.around.append((("name", name), type_[1]))
        body = self.make(element, depth - 1)
        del self.around[start:]
        return ("for", (name,), domain, body)

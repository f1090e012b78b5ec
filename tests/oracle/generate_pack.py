# SPDX-License-Identifier: Apache-2.0
"""Random packs: dictionaries, tables, parameters, standards."""

import datetime
import itertools
from fractions import Fraction

from compare import inside
from evaluate import Scope, evaluate
from generate_layer import build_on
from generate_scheme import Schemes
from generate_tree import POOL, SPANS, Trees, lit, type_of
from pack import Fact, Node, Pack, Parameter, Table

BEGIN = datetime.date(2020, 1, 1)
SCALARS = ("boolean", "count", "count", "count", "number", "amount", "date", "text", "duration",
           "period")


class Packs:
    """Makes one random pack."""

    def __init__(self, random):
        self.random = random
        self.pack = Pack()
        self.number = 0
        self.plain = self.one_in(3)   # most conditions are thresholds, with remedies

    def one_in(self, n):
        return self.random.randrange(n) == 0

    def name(self, letter):
        self.number += 1
        return f"{letter}{self.number}"

    def make(self):
        pack, random = self.pack, self.random
        pack.categories["size"] = (True, ["small", "medium", "large"])
        pack.categories["form"] = (False, ["red", "green", "blue"])
        for _ in range(random.randint(1, 3)):
            self.parameter()
        if self.one_in(2):
            self._record()
        with_members = self.one_in(3)
        with_sites = with_members and self.one_in(4)
        if with_sites:
            self.kind("s", random.randint(1, 3), "")
        if with_members:
            self.kind("m", random.randint(2, 5), "s" if with_sites else "")
        self.kind("u", random.randint(3, 8), "m" if with_members else "")
        self._standards()
        if self.one_in(4):
            build_on(self, "b")
            if self.one_in(4):
                build_on(self, "a")
        if self.one_in(3):
            self.pack.schemes["points"] = ("u", Schemes(self, "u").make())
        return self.pack

    def _standards(self):
        pack = self.pack
        if "m" in pack.all_kinds() and self.one_in(2):
            self.standard("member", "m")
        if self.one_in(4):
            self.standard("inner", "u")
        self.standard("main", "u")

    # The dictionary.

    def parameter(self):
        random, name = self.random, self.name("q")
        type_ = random.choice(["count", "number", "duration", "date", ("category", "size")])
        days = sorted(random.sample(POOL, random.randint(0, 2)))
        values = self.values(type_, [BEGIN] + days, SPANS[0 if self.number % 2 == 0 else 4])
        self.pack.parameters[name] = Parameter(name, type_, values)

    def values(self, type_, days, like):
        """A value from each of the days on; durations in months or days as that one."""
        spans = [span for span in SPANS if isinstance(span, type(like))]
        return [(day, self.random.choice(spans) if type_ == "duration" else self._value(type_))
                for day in days]

    def _value(self, type_):
        random = self.random
        if type_ == "boolean":
            return random.random() < 0.5
        if type_ == "count":
            return Fraction(random.randrange(7))
        if type_ in ("number", "amount"):
            return Fraction(random.randrange(13), 2)
        if type_ == "date":
            return random.choice(POOL)
        if type_ == "text":
            return random.choice(["a", "b", "ab", "abc"])
        return random.choice(self.pack.categories[type_[1]][1])

    def _record(self):
        fields = [self._fact(self.random.choice(SCALARS[:7] + (("category", "size"),)))
                  for _ in range(self.random.randint(1, 4))]
        for field in fields:
            field.alias, field.valid_for, field.changeable = "", None, ""
        self.pack.records["event"] = fields

    def _fact(self, type_):
        random = self.random
        fact = Fact(self.name(random.choice("fgh")), type_)
        if self.one_in(8):
            fact.alias = "名" + fact.name
        if type_ == "amount":
            fact.scale = random.choice([0, 1, 2])
        if type_ == "number" and self.one_in(3):
            fact.scale = 1
        if type_ in ("count", "number", "amount") and self.one_in(2):
            low, high = random.randrange(3), random.randrange(3, 8)
            fact.range = random.choice([
                ("range", "", True, True, lit(low), lit(high)),
                ("range", "", True, True, lit(low), lit(high)),
                ("range", "", False, True, lit(low - 1), lit(high)),
                ("cmp", ">=", lit(low)), ("cmp", "<", lit(high))])
        if type_ == "date" and self.one_in(5):
            fact.range = ("cmp", "<=", ("call", "date", (), lit(2024), lit(3), lit(31)))
        fact.optional = self.one_in(6)
        if type_ in ("boolean", "count", "number", "amount") and not self.one_in(3):
            fact.changeable = random.choice(["up", "up", "down", "either", "no"])
        if self.one_in(5):
            durations = [name for name in self.pack.parameter_names()
                         if self.pack.parameter(name).type == "duration"]
            fact.valid_for = random.choice(durations) if durations and self.one_in(2) \
                else random.choice(SPANS[:6])
        return fact

    def kind(self, kind, size, members):
        random, pack = self.random, self.pack
        facts = pack.kinds[kind] = {}

        def add(fact):
            facts[fact.name] = fact
            return fact

        for _ in range(size):
            add(self._fact(random.choice(SCALARS + (("category", "size"), ("category", "form")))))
        if self.one_in(4):
            add(self._fact(("set", "form")))
        if self.one_in(4):
            add(self._fact(("list", random.choice(["count", "date", "number"]))))
        if "event" in pack.records and (kind == "u" or (kind == "m" and self.one_in(3))):
            add(self._list(kind, ("record", "event")))
        if members:
            add(self._list(kind, ("unit", members)))
        if self.one_in(2 if members else 3):
            self._date_by(kind)
        self._checks(kind)
        for _ in range(random.choice([0, 0, 1, 1, 2, 3])):
            self._derived(kind)
        if not facts:
            del pack.kinds[kind]

    def _list(self, kind, element):
        fact = self._fact(("list", element))
        counts = [name for name, other in self.pack.facts(kind).items() if other.type == "count"]
        if counts and self.one_in(2):
            fact.complete = self.random.choice(counts)
        return fact

    def _date_by(self, kind):
        """Some facts have another one as the day of their evidence."""
        random, facts = self.random, self.pack.kinds[kind]
        days = [name for name, fact in self.pack.facts(kind).items()
                if fact.type == "date" and not fact.derived and not fact.dated_by]
        if not days:
            day = self._fact("date")
            facts[day.name] = day
            days = [day.name]
        days = random.sample(days, random.randint(1, min(2, len(days))))
        for name, fact in facts.items():
            of_units = isinstance(fact.type[1], tuple) and fact.type[1][0] == "unit"
            if name not in days and (self.one_in(3) or of_units):
                fact.dated_by = random.choice(days)
                if fact.valid_for is None and not of_units and not self.one_in(4):
                    fact.valid_for = random.choice(SPANS[:6])

    def _checks(self, kind):
        facts = list(self.pack.kinds[kind].values())
        numbers = [fact for fact in self.pack.facts(kind).values()
                   if fact.type in ("count", "number", "amount")]
        mine = [fact for fact in numbers if fact in facts]
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 2])):
            if mine and len(numbers) >= 2 and not self.one_in(8):
                a = self.random.choice(mine)
                b = self.random.choice([fact for fact in numbers if fact is not a])
                sign = self.random.choice(["<=", "<=", "<=", ">=", ">=", "=", "<"])
                a.checks.append((sign, ("name", a.name), ("name", b.name)))
            elif facts:
                trees = Trees(self.random, self.pack, kind)
                self.random.choice(facts).checks.append(trees.make("bool", 2))

    def _derived(self, kind):
        random, facts = self.random, self.pack.facts(kind)
        trees = Trees(random, self.pack, kind)
        type_ = random.choice(["boolean", "number", "number", "count", "date",
                               ("category", "size")])
        fact = Fact(self.name("d"), type_)
        inputs = [name for name, other in facts.items()
                  if other.type in ("count", "number", "amount", "boolean")
                  or (isinstance(other.type, tuple) and other.type[0] == "category")]
        if inputs and self.one_in(3):
            fact.table = self._table(facts, inputs, type_)
        else:
            fact.value = trees.make(type_of(type_), 3)
            if type_ == "count":
                fact.value = ("call", "floor", (), fact.value) if self.one_in(2) else fact.value
        fact.must_agree = self.one_in(5)
        self.pack.kinds[kind][fact.name] = fact

    def _table(self, facts, inputs, gives):
        random, name = self.random, self.name("t")
        chosen = random.sample(inputs, min(len(inputs), random.randint(1, 2)))
        if self.one_in(4) and facts[chosen[0]].type in ("count", "number", "amount"):
            self.pack.tables[name] = self._parted(facts[chosen[0]], gives)
            return name
        rows = [([self._cell(facts[each].type) for each in chosen], self._value(gives))
                for _ in range(random.randint(1, 4))]
        rows.append(([("any",)] * len(chosen), self._value(gives)))
        table = self.pack.tables[name] = Table([(f"c{i}", each) for i, each in enumerate(chosen)],
                                               gives, "first", rows)
        self._drop_unreached(table, [facts[each] for each in chosen])
        return name

    def _parted(self, fact, gives):
        """A table in which no two rows hold at once."""
        low, high = lit(self.random.randrange(1, 3)), lit(self.random.randrange(3, 6))
        cells = [("cmp", "<", low), ("range", "", True, False, low, high), ("cmp", ">=", high)]
        table = Table([("c0", fact.name)], gives, "unique",
                      [([("tests", False, cell)], self._value(gives)) for cell in cells])
        self._drop_unreached(table, [fact])
        return table

    def _drop_unreached(self, table, inputs):
        """The loader refuses rows that no input can reach."""
        reached = set()
        for values in itertools.product(*map(self._samples, inputs)):
            for place, (cells, _) in enumerate(table.rows):
                if all(evaluate(cell, Scope(None, BEGIN).within("?", value)) is True
                       for cell, value in zip(cells, values)):
                    reached.add(place)
                    break
        table.rows = [row for place, row in enumerate(table.rows) if place in reached]

    def _samples(self, fact):
        if fact.type == "boolean":
            return [True, False]
        if isinstance(fact.type, tuple):
            return self.pack.categories[fact.type[1]][1]
        scope = Scope(None, BEGIN)
        return [n for n in (Fraction(n, 4) for n in range(-4, 32))
                if (fact.type != "count" or (n.denominator == 1 and n >= 0))
                and (fact.range is None or inside(n, evaluate(fact.range, scope)) is True)]

    def _cell(self, type_):
        random = self.random
        if self.one_in(4):
            return ("any",)
        if type_ == "boolean":
            return ("tests", False, lit(random.random() < 0.5))
        if isinstance(type_, tuple):
            ids = random.sample(self.pack.categories[type_[1]][1], random.randint(1, 2))
            return ("tests", self.one_in(4), *map(lit, ids))
        tests = []
        for _ in range(random.choice([1, 1, 2])):
            a, b = sorted([self._value(type_), self._value(type_)])
            tests.append(random.choice([
                ("cmp", random.choice(["<", "<=", ">", ">="]), lit(a)),
                ("range", "", True, a == b or self.one_in(2), lit(a), lit(b)), lit(a)]))
        return ("tests", self.one_in(5), *tests)

    # Standards.

    def visible(self):
        """(id, kind) of the standards made so far, as this pack names them."""
        return [(id_ if layer is self.pack else f"{layer.name}:{id_}", of)
                for layer in self.pack.layers() for id_, (of, _) in layer.standards.items()]

    def standard(self, name, kind):
        random = self.random
        trees = Trees(random, self.pack, kind)
        trees.standards = self.visible()
        root = Node("standard", name)
        root.in_force = (random.choice([datetime.date(2021, 1, 1)] * 12 + POOL[:4]),
                         random.choice([None] * 16 + POOL[6:]))
        if self.one_in(6):
            root.when = trees.make("bool", 2)
        self.around = [root.in_force]
        root.members = [self.group(trees, kind, name, 1) for _ in range(random.randint(1, 3))]
        self.pack.standards[name] = (kind, root)

    def group(self, trees, kind, standard, depth):
        random = self.random
        node = Node("group", self.name("g"))
        if self.one_in(8):
            node.in_force = self.days()
        self.around.append(node.in_force)
        used = set()
        for _ in range(random.randint(1, 4 if depth < 2 else 2)):
            node.members.append(self.member(trees, kind, standard, depth, used))
        if self.one_in(8):
            node.when = trees.make("bool", 2)
        self.around.pop()
        node.combine, node.n = self.joined(node.members)
        return node

    def joined(self, members):
        """How members are joined, and how many are needed of `at_least`."""
        always = sum(1 for member in members if self._always(member))
        how = self.random.choice(["all", "all", "any", "none"] + ["at_least"] * bool(always))
        if how == "none":
            self.without_exceptions(members)
        return how, self.random.randint(1, always) if how == "at_least" else 0

    @staticmethod
    def without_exceptions(members):
        """Nothing is excepted from what must not be so."""
        for member in members:
            member.exceptions = False
            Packs.without_exceptions(member.members)

    @staticmethod
    def _always(member):
        if member.in_force != (None, None) or member.embeds:
            return False
        return (member.role == "group" and any(map(Packs._always, member.members))) or (
            member.strength in ("mandatory", "conditional")
            and bool(member.require is not None or member.fact))

    def days(self):
        """Within the days of what is around it."""
        day = self.random.choice(POOL)
        for start, end in self.around:
            if (start and day < start) or (end and day > end):
                return (None, None)
        return self.random.choice([(day, None), (None, day)])

    def member(self, trees, kind, standard, depth, used):
        random = self.random
        if depth < 3 and self.one_in(5):
            return self.group(trees, kind, standard, depth + 1)
        inner = [id_ for id_, of in self.visible()
                 if standard == "main" and of == kind and id_ != "main" and id_ not in used]
        if inner and self.one_in(6):
            id_ = random.choice(inner)
            used.add(id_)
            return Node("group", id_, embeds=id_)
        return self._part(trees, kind, used)

    def _threshold(self, facts):
        """As most clauses of published standards: a number, or a share, and a bound."""
        random = self.random
        numbers = [("name", name) for name, fact in facts.items()
                   if fact.type in ("count", "number", "amount")] or [lit(1)]
        if self.one_in(3):
            rate = ("call", "rate", (), random.choice(numbers), random.choice(numbers))
            return (">=", rate, lit(random.choice([Fraction(1, 2), 1, Fraction(9, 10)])))
        bound = random.choice(numbers) if self.one_in(4) else lit(random.randrange(7))
        return (random.choice([">=", ">=", "<=", ">", "<", "="]), random.choice(numbers), bound)

    def requirement(self, trees, facts):
        random = self.random
        if self.plain and not self.one_in(4):
            return self._threshold(facts)
        if self.one_in(5):
            rate = ("call", "rate", (), trees.make("num", 1), trees.make("num", 1))
            return (random.choice(["<", "<=", ">", ">=", "="]), rate,
                    lit(random.choice([Fraction(1, 2), 1, Fraction(9, 10)])))
        return trees.make("bool", 3)

    def _part(self, trees, kind, used):
        random = self.random
        part = Node("part", self.name("p"))
        facts = self.pack.facts(kind)
        plain = [name for name, fact in facts.items()
                 if fact.type == "boolean" and name not in used]
        if plain and self.one_in(4):
            part.fact = part.id = random.choice(plain)
            used.add(part.id)
        else:
            part.require = self.requirement(trees, facts)
        if self.one_in(4):
            part.when = trees.make("bool", 2)
        part.strength = random.choice(["mandatory"] * 6 + ["encouraged", "goal", "reference"]
                                      + ["conditional"] * 4 * (part.when is not None))
        if self.one_in(12) and not part.fact and part.strength not in (
                "mandatory", "conditional"):
            part.require, part.show = None, [random.choice(list(facts))]
        if self.one_in(12):
            part.in_force = self.days()
        part.exceptions = self.one_in(6)
        return part

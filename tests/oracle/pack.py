# SPDX-License-Identifier: Apache-2.0
"""What a pack and a unit hold, as the generator makes them and the oracle reads them."""

from dataclasses import dataclass, field


@dataclass
class Fact:
    """A fact, a field of a record, or a derived fact."""
    name: str
    type: object          # "count" …, ("category", id), ("set", id), ("list", element)
    alias: str = ""
    scale: int | None = None
    range: tuple | None = None    # a test: ("range", …) or ("cmp", …)
    checks: list = field(default_factory=list)
    valid_for: object = None      # a duration, or the name of a parameter
    optional: bool = False
    changeable: str = ""
    complete: str = ""
    dated_by: str = ""            # the fact that is the day of its evidence
    value: tuple | None = None    # of a derived fact: its expression
    table: str = ""               # … or its table
    must_agree: bool = False

    @property
    def derived(self):
        return self.value is not None or bool(self.table)


@dataclass
class Table:
    inputs: list          # (column, fact)
    gives: object         # a type
    hit: str
    rows: list            # (cells, value)


@dataclass
class Parameter:
    name: str
    type: object
    values: list          # (day, value), in order
    scale: int | None = None
    overrides: str = ""   # the pack of the parameter that it overrides


@dataclass
class Node:
    """The standard, an item or group, a part."""
    role: str             # standard, group, part
    id: str
    when: tuple | None = None
    in_force: tuple = (None, None)
    combine: str = "all"
    n: int = 0
    members: list = field(default_factory=list)
    embeds: str = ""      # of a group: the standard that stands there
    strength: str = "mandatory"
    require: tuple | None = None
    fact: str = ""        # a part that is a bare fact
    show: list = field(default_factory=list)
    exceptions: bool = False
    says: str = ""        # of a changed part: kept, tightened, relaxed
    refines: str = ""     # of a standard: the upper one
    drops: list = field(default_factory=list)        # … and its parts that have no counterpart


@dataclass
class Copy:
    """A standard that is an upper one but for what is dropped, changed, added (layers.py)."""
    of: str               # with its pack
    when: tuple | None = None
    in_force: tuple | None = None
    drop: list = field(default_factory=list)         # paths
    change: dict = field(default_factory=dict)       # path -> {attribute of the Node: value}
    add: list = field(default_factory=list)          # (path, [Node])


@dataclass
class Scored:
    """A scored part: `node` as parts of standards are, with its requirement or bare fact."""
    node: Node
    points: object
    of: tuple | None = None        # what bands, grades and a loss look at
    bands: list = field(default_factory=list)        # (test, points)
    grades: dict = field(default_factory=dict)       # value -> points
    lose: tuple | None = None      # (points, each, count)
    inapplicable: str = ""         # full, left_out, zero; "": as around it


@dataclass
class Block:
    """A block; bonus and deductions too, whose points are their limit."""
    id: str
    points: object
    parts: list
    floor: object = None
    inapplicable: str = ""


@dataclass
class Scheme:
    gates: Node           # its members are the groups `admission` and `veto`
    blocks: list
    bonus: object = None
    deductions: object = None
    inapplicable: str = ""
    round: tuple | None = None     # (scale, mode)
    passes: tuple | None = None
    tiers: list = field(default_factory=list)        # (id, test)


@dataclass
class Pack:
    """A pack, or a layer on `upper`: what it declares itself. Categories and records are
    those of the lowest pack."""
    name: str = "p"
    upper: object = None
    categories: dict = field(default_factory=dict)   # id -> (ordered, [value])
    records: dict = field(default_factory=dict)      # id -> [Fact]
    kinds: dict = field(default_factory=dict)        # kind -> {name: Fact}, in order
    parameters: dict = field(default_factory=dict)   # name -> Parameter
    tables: dict = field(default_factory=dict)
    standards: dict = field(default_factory=dict)    # id -> (kind, Node or Copy)
    schemes: dict = field(default_factory=dict)      # id -> (kind, Scheme)

    def ranks(self, category):
        ordered, values = self.categories[category]
        return {value: place for place, value in enumerate(values)} if ordered else None

    def layers(self):
        """This pack and those it builds on, the uppermost last."""
        return [self] + (self.upper.layers() if self.upper else [])

    def facts(self, kind):
        """All facts of a kind of units, those of upper packs first."""
        if self.upper is None:
            return self.kinds[kind]
        return {name: fact for pack in reversed(self.layers())
                for name, fact in pack.kinds.get(kind, {}).items()}

    def all_kinds(self):
        return list(dict.fromkeys(kind for pack in reversed(self.layers())
                                  for kind in pack.kinds))

    def table(self, name):
        return next(pack.tables[name] for pack in self.layers() if name in pack.tables)

    def parameter(self, name):
        """As the uppermost pack that has it declares it; None if it is no parameter."""
        return next((pack.parameters[name] for pack in reversed(self.layers())
                     if name in pack.parameters), None)

    def parameter_names(self):
        return list(dict.fromkeys(name for pack in reversed(self.layers())
                                  for name in pack.parameters))

    def value_of(self, parameter, day):
        """The value for the rules of this pack: the nearest one at or above it."""
        for pack in self.layers():
            held = [value for begin, value in pack.parameters[parameter].values
                    if begin <= day] if parameter in pack.parameters else []
            if held:
                return held[-1]
        return None


@dataclass
class Given:
    """One statement: known, blank, none, pending or disagreement."""
    state: str = "known"
    content: object = None   # a value, [Given], {name: Given} or [Unit]
    note: str = ""
    date: object = None
    recorded: object = None


@dataclass
class Supplied:
    statements: list
    versioned: bool = False


@dataclass
class Unit:
    kind: str
    facts: dict = field(default_factory=dict)        # name -> Supplied
    id: str = ""
    date: object = None                              # default evidence
    recorded: object = None
    exceptions: list = field(default_factory=list)   # (path, recorded)

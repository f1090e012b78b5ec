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


@dataclass
class Pack:
    categories: dict = field(default_factory=dict)   # id -> (ordered, [value])
    records: dict = field(default_factory=dict)      # id -> [Fact]
    kinds: dict = field(default_factory=dict)        # kind -> {name: Fact}, in order
    parameters: dict = field(default_factory=dict)   # name -> Parameter
    tables: dict = field(default_factory=dict)
    standards: dict = field(default_factory=dict)    # id -> (kind, Node)

    def ranks(self, category):
        ordered, values = self.categories[category]
        return {value: place for place, value in enumerate(values)} if ordered else None


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

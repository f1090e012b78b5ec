# SPDX-License-Identifier: Apache-2.0
"""Which sheets hold the facts of a standard, and which columns; no library is needed."""

from __future__ import annotations

import dataclasses
import re

from ._core import Fact, Standard
from ._sheet_words import fits, labels
from ._words import Both, in_language

LONGEST = 31  # characters of the name of a sheet


@dataclasses.dataclass(frozen=True)
class Column:
    """A cell of a unit or record: `path` is where its content goes."""

    path: tuple[str, ...]
    fact: Fact
    part: str = ""   # `from` or `to` of a period, `value` of a list of values
    sheet: str = ""  # where the records of a list are

    @property
    def head(self) -> str:
        """How it is named in the file: `collective_bargaining_events.date`."""
        return ".".join(self.path)

    @property
    def kind(self) -> str:
        if self.part == "value":
            return self.fact.element or "text"
        return "date" if self.part else self.fact.kind

    @property
    def label(self) -> Both:
        zh, en = labels(self.fact)
        if self.part in ("from", "to"):
            return f"{zh}（{'起' if self.part == 'from' else '止'}）", f"{en}, {self.part}"
        return zh, en

    @property
    def fits(self) -> Both:
        return fits(self.fact, self.kind, self.sheet, self.part)


@dataclasses.dataclass(frozen=True)
class Sheet:
    """Rows of units (`path` is empty), or of the elements of a list."""

    title: str
    path: tuple[str, ...]
    label: Both
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    members: bool = False


@dataclasses.dataclass(frozen=True)
class Plan:
    """All sheets of a standard: that of its units first."""

    standard: Standard
    sheets: tuple[Sheet, ...]

    @property
    def main(self) -> Sheet:
        return self.sheets[0]


def plan_of(standard: Standard) -> Plan:
    if not isinstance(standard, Standard):
        raise TypeError(in_language((
            f"标准写作 `norma.load(规则包)[标准]`，不是 {standard!r}",
            f"a standard is `norma.load(pack)[standard]`, not {standard!r}")))
    titles = _Titles()
    label = standard.unit_label("zh"), standard.unit_label("en")
    title = titles.new(label[0])
    below: list[Sheet] = []
    columns = [column for fact in standard.facts
               for column in _columns(fact, (), ("id",), titles, below)]
    return Plan(standard, (Sheet(title, (), label, ("id",), tuple(columns)), *below))


def sheet_name(wanted: str) -> str:
    """The words as a sheet may be called.

    >>> sheet_name("店铺/摊位")
    '店铺 摊位'
    """
    return re.sub(r"[\[\]:*?/\\']", " ", wanted).strip()[:LONGEST] or "list"


class _Titles:
    def __init__(self) -> None:
        self._taken = {"说明", "选项"}

    def new(self, wanted: str) -> str:
        base = sheet_name(wanted)
        title, more = base, 1
        while title in self._taken:
            more += 1
            title = f"{base[:LONGEST - 3]} {more}"
        self._taken.add(title)
        return title


def _columns(fact: Fact, above: tuple[str, ...], keys: tuple[str, ...], titles: _Titles,
             below: list[Sheet]) -> list[Column]:
    """The columns of the fact on the sheet of its unit; its own sheets are put `below`."""
    path = (*above, fact.name)
    if fact.kind == "period":
        return [Column((*path, end), fact, end) for end in ("from", "to")]
    if fact.kind == "list" and fact.element is None:  # a record
        return [column for field in fact.fields
                for column in _columns(field, path, keys, titles, below)]
    if fact.kind not in ("list", "units"):
        return [Column(path, fact)]
    title = titles.new(fact.label("zh"))
    nested: list[Sheet] = []
    if fact.kind == "units":
        inner = *keys, f"{fact.name}.id"
        columns = [column for field in fact.fields
                   for column in _columns(field, path, inner, titles, nested)]
    elif fact.fields:
        columns = [column for field in fact.fields
                   for column in _columns(field, path, keys, titles, nested)]
    elif fact.element == "period":
        columns = [Column((*path, end), fact, end) for end in ("from", "to")]
    else:
        columns = [Column((*path, "value"), fact, "value")]
    below += [Sheet(title, path, labels(fact), keys, tuple(columns), fact.kind == "units"), *nested]
    # Lists of members' lists stand in their sheet alone.
    return [Column(path, fact, sheet=title)]


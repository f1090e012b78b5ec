# SPDX-License-Identifier: Apache-2.0
"""Books that were filled in: `norma.read_excel(path)`."""

from __future__ import annotations

import dataclasses
import difflib
import os
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from . import _core
from ._core import Diagnostic, Standard, Unit
from ._errors import Error, FactError
from ._load import load
from ._sheet_cells import Cell, Grid, Wrong, day_of, grids, text_of, value_of
from ._sheet_plan import DAY_SUFFIX, Column, Plan, Sheet, plan_of
from ._sheet_words import OWN, Both

ID_FITS: Both = ("编号，不重复", "an id, each once")
DAY_FITS: Both = ("日期，如 2024-03-31", "a day, such as 2024-03-31")
SOFT = {"N0741", "N0742"}  # decimals and range: read, and a data error of its unit


@dataclasses.dataclass
class Row:
    """A unit as its book tells it, and the cells that do."""

    head: dict[str, Any]
    facts: dict[str, Any]
    days: dict[str, Any]
    cells: list[tuple[Cell, Column | None, dict[str, Any]]]
    at: Cell | None = None

    def mapping(self) -> dict[str, Any]:
        """The unit as unit files are."""
        facts = {name: {"value": value, "date": self.days[name]}
                 if name in self.days and not _is_statement(value) else value
                 for name, value in self.facts.items()}
        return self.head | {"facts": facts}


def read_excel(path: str | os.PathLike[str], standard: Standard | None = None
               ) -> Unit | list[Unit]:
    """The unit of a form that was filled in, or the units of a table, ready for `assess`.

    Without `standard` the book says of which standard's template it is. An empty cell is
    unknown, never zero. Of formulas the saved results are read. Raises `FactError` with a
    diagnostic for every cell that can not be: its sheet and place, its fact, what would fit.

    >>> import norma, tempfile
    >>> standard = norma.load("cn-zj")["industry"]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     norma.template(standard).to_excel(f"{folder}/industry.xlsx")
    ...     norma.read_excel(f"{folder}/industry.xlsx")
    <norma.Unit industry >
    """
    book = Book(path, standard)
    units = [book.standard.unit_of(row.mapping()) for row in book.rows()]
    return units[0] if book.is_form else units


class Book:
    """A workbook with the facts of units."""

    def __init__(self, path: str | os.PathLike[str], standard: Standard | None = None,
                 soft: frozenset[str] = frozenset()) -> None:
        self._grids, of = grids(path)
        self._name, self._soft = os.path.basename(os.fspath(path)), soft
        self.standard = standard or _standard(of, path)
        self.plan: Plan = plan_of(self.standard)
        self._known = _core.facts_of(self.standard)
        self._names = dict.fromkeys(self._known) | {
            alias: name for name, (alias, *_) in self._known.items() if alias}
        self._columns = {column.head: column for column in self.plan.main.columns}
        self._findings: list[tuple[tuple[int, int, str], Diagnostic]] = []
        self._main, self._lists = self._sort()
        self.is_form = self._main.is_form

    @property
    def heads(self) -> list[str]:
        """The facts that it has cells for, by name: those in columns, those in lists."""
        found = [self._target(name) for name in self._main.heads.values()]
        if self.is_form:
            found = [column.head for column in self.plan.main.columns]
        names = [name.split(".")[0] for name in found if name]
        return list(dict.fromkeys([*names, *(sheet.path[0] for _, sheet in self._lists)]))

    def rows(self) -> Iterator[Row]:
        """Its units, checked. Raises `FactError` at the end, with all that is wrong."""
        lists = self._elements()
        rows = self._form() if self.is_form else self._table()
        seen: dict[str, Cell | None] = {}
        for row in rows:
            own = row.head.get("id", "")
            if own and own in seen and row.at:
                self._tell(row.at, OWN["id"][0], (f"编号 `{own}` 出现了两次",
                                                  f"the id `{own}` occurs twice"), ID_FITS)
            seen[own] = row.at
            self._has_kind(row)
            below = lists.pop(own, []) + (lists.pop("", []) if self.is_form else [])
            for _, element in sorted(below, key=lambda each: each[0]):
                element(row)
            if self._is_sound(row) and not self._findings:
                yield row
        for left in lists.values():
            for _, element in left:
                element(None)
        if self._findings:
            self._findings.sort(key=lambda each: each[0])
            raise FactError("", [finding for _, finding in self._findings])

    def _has_kind(self, row: Row) -> None:
        kinds = self.standard.unit_kinds
        if len(kinds) == 1:
            row.head.setdefault("kind", kinds[0])
        if kinds and "kind" not in row.head and row.at:
            words = ", ".join(kinds)
            self._tell(row.at, OWN["kind"][0], ("没有填写", "it is not filled in"), (words, words))

    def _sort(self) -> tuple[Grid, list[tuple[Grid, Sheet]]]:
        """The sheet of the units, and those of lists with what they hold."""
        paths = {column.head: sheet for sheet in self.plan.sheets[1:] for column in sheet.columns}
        paths |= {f"{sheet.path[-1]}.name": sheet for sheet in self.plan.sheets if sheet.members}
        lists, main = [], []
        for grid in self._grids:
            of = next((paths[name] for name in grid.heads.values() if name in paths), None)
            if of is not None:
                lists.append((grid, of))
            elif grid.is_form or any(self._target(name) for name in grid.heads.values()):
                main.append(grid)
        if not main:
            raise FactError(f"no sheet of `{self._name}` has facts of "
                            f"{self.standard.pack}:{self.standard.id}: the first row names them")
        if len(main) > 1:
            raise FactError(f"which sheet of `{self._name}` has the units? "
                            + ", ".join(grid.title for grid in main))
        return main[0], lists

    def _target(self, name: str) -> str | None:
        """The fact (or its part) that a column is of."""
        if name in self._columns:
            return name
        return (self._names[name] or name) if name in self._names else None

    def _form(self) -> Iterator[Row]:
        row, grid = Row({}, {}, {}, []), self._main
        name_at, value_at, day_at = grid.form["name"], grid.form["value"], grid.form["dated"]
        for line in grid.rows():
            named = line.get(name_at) if name_at is not None else None
            if named is None:
                continue
            name = str(named.content).strip()
            value = line.get(value_at) if value_at is not None else None
            if name == "kind" and value is None and value_at is not None:
                at = f"{self._main.cells[value_at].at[:-1]}{named.at.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
                row.at = Cell("", named.sheet, at)
            day = line.get(day_at) if day_at is not None else None
            if value is None:
                continue
            if name in OWN:
                self._own(row, name, value)
            elif (target := self._target(name)) is None:
                self._unknown(named, name)
            else:
                self._fact(row, target, value)
                if day is not None:
                    self._day(row, target, day)
        yield row

    def _table(self) -> Iterator[Row]:
        grid, targets = self._main, {}
        for place, name in grid.heads.items():
            if name in OWN or name == "unit":
                targets[place] = name
            elif (target := self._target(name.removesuffix(DAY_SUFFIX))) is None:
                warnings.warn(f"{grid.cells[place].place}: `{name}` is no fact, and decides "
                              f"nothing{self._near(name, '; did you mean `{}`?')}", stacklevel=4)
            else:
                target += DAY_SUFFIX if name.endswith(DAY_SUFFIX) else ""
                if target in targets.values():
                    self._tell(grid.cells[place], (target, target), (
                        "这个事实有两列", "there are two columns for the fact"),
                        ("只留一列", "keep one of them"))
                targets[place] = target
        for line in grid.rows():
            row = Row({}, {}, {}, [], line[min(line)])  # told of: its id, where it has one
            for place, cell in line.items():
                target = targets.get(place, "")
                if target in OWN or target == "unit":
                    self._own(row, target, cell)
                elif target.endswith(DAY_SUFFIX):
                    self._day(row, target.removesuffix(DAY_SUFFIX), cell)
                elif target:
                    self._fact(row, target, cell)
            yield row

    def _own(self, row: Row, name: str, cell: Cell) -> None:
        label, may = OWN.get(name, (("对象", "kind of unit"), ("任意", "any")))
        try:
            said = day_of(cell) if name == "evidence.date" else text_of(cell)
        except Wrong as wrong:
            return self._tell(cell, label, wrong.words, may)
        kinds = [self.standard.unit] if name == "unit" else list(self.standard.unit_kinds)
        if name in ("unit", "kind") and kinds and said not in kinds:
            words = ", ".join(kinds)
            return self._tell(cell, label, (f"“{said}”不是", f"`{said}` is none of them"),
                              (words, words))
        group, _, key = name.partition(".")
        if key:
            row.head.setdefault(group, {})[key] = said
        elif said:
            row.head[name] = said
        if name == "id" and not row.at:
            row.at = cell

    def _fact(self, row: Row, target: str, cell: Cell) -> None:
        self._put(row, cell, self._columns.get(target), target.split("."), row.facts,
                  lambda facts: facts)

    def _put(self, row: Row, cell: Cell, column: Column | None, path: list[str],
             to: dict[str, Any], wrap: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        try:
            said = day_of(cell) if column and column.part in ("from", "to") and not (
                isinstance(cell.content, str) and cell.content.startswith("#")
            ) else value_of(cell, column)
        except Wrong as wrong:
            return self._tell(cell, self._label(column, path), wrong.words, self._fits(column))
        if said is None:
            return
        alone: dict[str, Any] = {}
        for place in (to, alone):
            for key in path[:-1]:
                place = place.setdefault(key, {})
            place[path[-1]] = said
        if not (column and column.part in ("from", "to")):
            row.cells.append((cell, column, wrap(alone)))

    def _day(self, row: Row, target: str, cell: Cell) -> None:
        try:
            row.days[target.split(".")[0]] = day_of(cell)
        except Wrong as wrong:
            self._tell(cell, self._label(self._columns.get(target), [target]), wrong.words, DAY_FITS)

    def _elements(self) -> dict[str, list[tuple[int, Callable[[Row | None], None]]]]:
        """By id of their unit: what puts the rows of the lists into it, and their order."""
        found: dict[str, list[tuple[int, Callable[[Row | None], None]]]] = {}
        order = 0
        for grid, sheet in sorted(self._lists, key=lambda each: len(each[1].path)):
            columns = {column.head: column for column in sheet.columns}
            placed = {place: columns[name] for place, name in grid.heads.items() if name in columns}
            keys = {name: place for place, name in grid.heads.items()}
            for line in grid.rows():
                id_cell = line.get(keys.get("id", -1))
                own = str(text_of(id_cell)) if id_cell and not id_cell.broken else ""
                order += 1
                found.setdefault(own, []).append((order, self._element(sheet, line, placed, keys)))
        return found

    def _element(self, sheet: Sheet, line: dict[int, Cell], placed: dict[int, Column],
                 keys: dict[str, int]) -> Callable[[Row | None], None]:
        first = line[min(line)]

        def put(row: Row | None) -> None:
            if row is None:
                return self._tell(first, sheet.label, ("没有这个编号的单位", "there is no unit of this id"),
                                  ("主表中的编号", "an id of the main sheet"))
            told = {name: text_of(line[place]) for name, place in keys.items()
                    if place in line and name.endswith((".id", ".name")) and not line[place].broken}
            list_of, above = row.facts, sheet.path[:-1]
            if above:
                member = told.get(f"{above[0]}.id", "")
                all_of = [one for one in row.facts.get(above[0], ()) if one.get("id") == member]
                if not all_of:
                    return self._tell(first, sheet.label, (f"没有编号为 `{member}` 的成员",
                                                           f"there is no member `{member}`"), ID_FITS)
                list_of = all_of[0]["facts"]
            elements = list_of.setdefault(sheet.path[-1], [])
            if not isinstance(elements, list) or any(
                    cell.content in ("无", "none", "[]") and column and column.path == sheet.path
                    for cell, column, _ in row.cells):
                return self._tell(first, sheet.label, ("主表中写的是“无”或待定", "the main sheet says "
                                                       "that there is none, or that it waits"),
                                  ("删去这一行，或清空主表中的那一格", "no row here, or a blank cell there"))
            inner: dict[str, Any] = {}
            for place, cell in line.items():
                column = placed.get(place)
                if column is not None:
                    path = list(column.path[len(sheet.path):])
                    self._put(row, cell, column, path, inner, lambda alone: _wrap(sheet, alone))
            if sheet.members:
                mine = sheet.path[-1]
                made = {key: told[f"{mine}.{key}"] for key in ("id", "name")
                        if told.get(f"{mine}.{key}")}
                elements.append(made | {"facts": inner})
            else:
                elements.append(inner.get("value") if "value" in inner and len(inner) == 1 and any(
                    column.part == "value" for column in sheet.columns) else inner)
            row.cells.append((first, None, _wrap(sheet, inner)))
        return put

    def _is_sound(self, row: Row) -> bool:
        """Whether all that the unit says can be read; what can not is told of its cells."""
        told = _core.cell_errors(self.standard, row.head | {"facts": row.facts})
        if all(code in self._soft for code, *_ in told):
            return True
        before = len(self._findings)
        for cell, column, alone in row.cells:
            if column is None and len(self._findings) > before:
                continue
            for code, zh, en in _core.cell_errors(self.standard, alone):
                if code not in self._soft:
                    self._tell(cell, self._label(column, list(alone)), (zh, en), self._fits(column))
        if len(self._findings) == before:
            at = row.at or (row.cells[0][0] if row.cells else None)
            if at is None:
                raise FactError("; ".join(en for _, _, en in told))
            for _, zh, en in told:
                self._tell(at, OWN["name"][0], (zh, en), ("", ""))
        return False

    def _label(self, column: Column | None, path: list[str]) -> Both:
        if column is None:
            return path[0], path[0]
        return f"{column.label[0]} {column.head}", f"{column.label[1]}, {column.head}"

    def _fits(self, column: Column | None) -> Both:
        return column.fits if column else ("", "")

    def _unknown(self, cell: Cell, name: str) -> None:
        near = self._near(name, "`{}`")
        self._tell(cell, (name, name), ("没有这个事实", "there is no such fact"), (near, near))

    def _near(self, name: str, words: str) -> str:
        near = difflib.get_close_matches(name, list(self._names), n=1)
        return words.format(near[0]) if near else ""

    def _tell(self, cell: Cell, label: Both, wrong: Both, fits: Both) -> None:
        sheet = next(i for i, grid in enumerate(self._grids) if grid.title == cell.sheet)
        letters = cell.at.rstrip("0123456789")
        at = sheet, int(cell.at[len(letters):]), f"{letters:>3}"
        place = f"[{self._name}]{cell.place}"
        self._findings.append((at, _core.cell_finding(place, label, wrong, fits)))


def _wrap(sheet: Sheet, alone: dict[str, Any]) -> dict[str, Any]:
    """The facts of a unit of which one element says so much."""
    element: Any = {"id": "1", "facts": alone} if sheet.members else alone
    if any(column.part == "value" for column in sheet.columns):
        element = alone.get("value")
    for name in reversed(sheet.path[1:]):
        element = {"id": "1", "facts": {name: [element]}}
    return {sheet.path[0]: [element]}


def _is_statement(value: Any) -> bool:
    return isinstance(value, dict) and bool(value.keys() & {"none", "pending"})


def _standard(of: str | None, path: str | os.PathLike[str]) -> Standard:
    if of is None:
        raise Error(f"of which standard is `{path}`? it does not say so, as templates do: "
                    "`read_excel(path, standard)`")
    pack, _, name = of.partition(":")
    return load(pack)[name]

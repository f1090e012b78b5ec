# SPDX-License-Identifier: Apache-2.0
"""Books that were filled in: `norma.read_excel(path)`."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator

from . import _core
from ._columns import DAY_SUFFIX
from ._core import Standard, Unit
from ._errors import Error, FactError
from ._load import load
from ._sheet_cells import Cell, Grid, Wrong, day_of, grids, text_of
from ._sheet_lists import Lists
from ._sheet_plan import Plan, Sheet, plan_of
from ._sheet_rows import ID_FITS, Row
from ._sheet_words import OWN
from ._words import Both, in_language

ROW, COLUMN = ("这一行", "this row"), ("这一列", "this column")
NAMELESS: Both = ("没有事实的名称", "no fact is named here")
NAME_FITS: Both = ("名称一栏（行）中的名称", "a name of a fact where the others have theirs")
OUT_OF_RANGE = frozenset({"N0742"})  # of many units an error in the data of one


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


class Book(Lists):
    """A workbook with the facts of units."""

    def __init__(self, path: str | os.PathLike[str], standard: Standard | None = None,
                 many: bool = False) -> None:
        """`many`: what breaks a range is read, and other columns are kept."""
        self._grids, of = grids(path)
        self._name, self._many = os.path.basename(os.fspath(path)), many
        self._soft = OUT_OF_RANGE if many else frozenset()
        self.standard = standard or _standard(of, path)
        self.plan: Plan = plan_of(self.standard)
        self._known = _core.facts_of(self.standard)
        self._names = dict.fromkeys(self._known) | {
            alias: name for name, (alias, *_) in self._known.items() if alias}
        self._columns = {column.head: column for column in self.plan.main.columns}
        self._findings = []
        self._main, self._lists = self._sort()
        self.is_form = self._main.is_form

    @property
    def names(self) -> list[str]:
        """The columns of its units: of the main sheet, then the lists that have a sheet."""
        found: list[str] = []
        for name in self._main.heads.values():
            day = name.endswith(DAY_SUFFIX)
            target = self._target(name.removesuffix(DAY_SUFFIX))
            found.append(name if target is None else
                         target.split(".")[0] + (DAY_SUFFIX if day else ""))
        return list(dict.fromkeys([*found, *(sheet.path[0] for _, sheet in self._lists)]))

    @property
    def dates_rows(self) -> bool:
        """Whether its units have a day of evidence for all facts that have none."""
        return "evidence.date" in self._main.heads.values()

    @property
    def size(self) -> int:
        """About how many rows of units it has."""
        return self._main.size

    def rows(self) -> Iterator[Row]:
        """Its units, checked. Raises `FactError` at the end, with all that is wrong."""
        lists = self._elements()
        rows = self._form() if self.is_form else self._table()
        seen: dict[str, Cell | None] = {}
        for row in rows:
            own = row.head.get("id", "")
            if own and own in seen and row.at and (self._lists or not self._many):
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
            named = f"{self.standard.pack}:{self.standard.id}"
            raise FactError((f"`{self._name}` 中没有一张表含有 {named} 的事实：第一行应写事实的名称",
                             f"no sheet of `{self._name}` has facts of {named}: the first row "
                             "names them"))
        if len(main) > 1:
            titles = [grid.title for grid in main]
            raise FactError((f"`{self._name}` 中哪一张表是评价对象？{'、'.join(titles)}",
                             f"which sheet of `{self._name}` has the units? {', '.join(titles)}"))
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
            value = line.get(value_at) if value_at is not None else None
            if named is None:
                if value is not None:
                    self._tell(value, ROW, NAMELESS, NAME_FITS)
                continue
            name = str(named.content).strip()
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
        others: dict[int, str] = {}
        for place, name in grid.heads.items():
            if name in OWN or name == "unit":
                targets[place] = name
            elif (target := self._target(name.removesuffix(DAY_SUFFIX))) is None and self._many:
                others[place] = name
            elif target is None:
                at = grid.cells[place].place
                warnings.warn(in_language((
                    f"{at}：`{name}` 不是事实，不起作用{self._near(name, '；是否应为 `{}`？')}",
                    f"{at}: `{name}` is no fact, and decides nothing"
                    f"{self._near(name, '; did you mean `{}`?')}")), stacklevel=4)
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
                elif place in others and not cell.broken:
                    row.others[others[place]] = str(cell.content)
                elif place not in grid.heads and not self._many:
                    self._tell(cell, COLUMN, NAMELESS, NAME_FITS)
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


def _standard(of: str | None, path: str | os.PathLike[str]) -> Standard:
    if of is None:
        raise Error((f"`{path}` 依哪个标准？它没有像填报表那样写明：用 `read_excel(path, standard)`，"
                     "或写 `--pack` 和 `--standard`",
                     f"of which standard is `{path}`? it does not say so, as templates do: "
                     "`read_excel(path, standard)`, or `--pack` and `--standard`"))
    pack, _, name = of.partition(":")
    return load(pack)[name]

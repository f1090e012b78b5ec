# SPDX-License-Identifier: Apache-2.0
"""The rows of lists and members, which have sheets of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._sheet_cells import Cell, Grid, Wrong, day_of, text_of, value_of
from ._sheet_plan import Column, Sheet
from ._sheet_rows import ID_FITS, Findings, Row


class Lists(Findings):
    """Puts what a book tells into its units."""

    _lists: list[tuple[Grid, Sheet]]

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


def _wrap(sheet: Sheet, alone: dict[str, Any]) -> dict[str, Any]:
    """The facts of a unit of which one element says so much."""
    element: Any = {"id": "1", "facts": alone} if sheet.members else alone
    if any(column.part == "value" for column in sheet.columns):
        element = alone.get("value")
    for name in reversed(sheet.path[1:]):
        element = {"id": "1", "facts": {name: [element]}}
    return {sheet.path[0]: [element]}

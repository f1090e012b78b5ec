# SPDX-License-Identifier: Apache-2.0
"""What a book tells of a unit, and what is wrong with its cells."""

from __future__ import annotations

import dataclasses
import difflib
from typing import Any

from . import _core
from ._core import Diagnostic, Standard
from ._errors import FactError
from ._sheet_cells import Cell, Grid, Wrong, day_of
from ._sheet_plan import Column
from ._sheet_words import OWN
from ._words import Both

ID_FITS: Both = ("编号，不重复", "an id, each once")
DAY_FITS: Both = ("日期，如 2024-03-31", "a day, such as 2024-03-31")


@dataclasses.dataclass
class Row:
    """A unit as its book tells it, and the cells that do."""

    head: dict[str, Any]
    facts: dict[str, Any]
    days: dict[str, Any]
    cells: list[tuple[Cell, Column | None, dict[str, Any]]]
    at: Cell | None = None
    others: dict[str, str] = dataclasses.field(default_factory=dict)

    def mapping(self) -> dict[str, Any]:
        """The unit as unit files are."""
        facts = {name: {"value": value, "date": self.days[name]}
                 if name in self.days and not _is_statement(value) else value
                 for name, value in self.facts.items()}
        return self.head | {"facts": facts}


def _is_statement(value: Any) -> bool:
    return isinstance(value, dict) and bool(value.keys() & {"none", "pending"})


class Findings:
    """What is wrong with the cells of a book, in their order."""

    standard: Standard
    _grids: list[Grid]
    _name: str
    _names: dict[str, str | None]
    _columns: dict[str, Column]
    _soft: frozenset[str]
    _findings: list[tuple[tuple[int, int, str], Diagnostic]]

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
                raise FactError(("；".join(zh for _, zh, _ in told),
                                 "; ".join(en for _, _, en in told)))
            for _, zh, en in told:
                self._tell(at, OWN["name"][0], (zh, en), ("", ""))
        return False

    def _day(self, row: Row, target: str, cell: Cell) -> None:
        try:
            row.days[target.split(".")[0]] = day_of(cell)
        except Wrong as wrong:
            self._tell(cell, self._label(self._columns.get(target), [target]), wrong.words, DAY_FITS)

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

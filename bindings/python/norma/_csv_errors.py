# SPDX-License-Identifier: Apache-2.0
"""What can not be read in a file of CSV, and where it is."""

from __future__ import annotations

import csv
import pathlib
import re
from collections.abc import Iterator

from . import _core
from ._columns import fact_of, facts_named
from ._core import Standard
from ._errors import Error, FactError
from ._text_errors import other_encoding, words_of, wrong_in

_CELL = re.compile(r"In CSV column #(\d+): (?:Row #\d+: )?(?:.*invalid value '(.*)')?", re.DOTALL)


def csv_error(path: pathlib.Path, standard: Standard, error: Exception) -> Error:
    """What PyArrow says of the file, with the row and the name of the column."""
    told = str(error)
    if (other := other_encoding(path)) is not None:
        return other
    try:
        found = _of_cell(path, standard, told) if _CELL.search(told) else _of_row(path)
    except (csv.Error, UnicodeDecodeError):
        found = None
    return found or Error((f"`{path}`：{told}", f"`{path}`: {told}"))


def _rows(path: pathlib.Path) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the number of its first line."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader, line = csv.reader(file), 1
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1


def _of_row(path: pathlib.Path) -> Error | None:
    """A row that has more cells than the head, or fewer."""
    rows = _rows(path)
    _, head = next(rows, (1, []))
    for line, row in rows:
        if len(row) != len(head):
            return Error((f"`{path}` 第 {line} 行：有 {len(row)} 格，而首行有 {len(head)} 列"
                          "（含有逗号的文字要加引号）",
                          f"`{path}`, line {line}: the row has {len(row)} cells, and the first "
                          f"row names {len(head)} columns (a text with a comma in it stands in "
                          "quotation marks)"))
    return None


def _of_cell(path: pathlib.Path, standard: Standard, told: str) -> Error | None:
    """The first cell of the column that can not be read."""
    said = _CELL.search(told)
    rows = _rows(path)
    _, head = next(rows, (1, []))
    place = int(said[1]) if said else len(head)
    if said is None or place >= len(head):
        return None
    name = head[place]
    named = facts_named(standard)
    found = fact_of(name, named)
    fact, day = (found[0], name not in named) if found else (name, False)
    plain = _plain(standard, fact)
    for line, row in rows:
        cell = row[place].strip() if place < len(row) else ""
        if plain.fullmatch(cell) if said[2] is None else cell != said[2].strip():
            continue
        wrong = wrong_in(standard, fact, cell, day)
        if wrong is not None or said[2] is not None:
            wrong = wrong or (f"`{cell}` 读不出来", f"`{cell}` can not be read")
            label, fits = words_of(standard, fact, name, day)
            return FactError("", [_core.cell_finding(f"{path.name}:{line}", label, wrong, fits)])
    return None


def _plain(standard: Standard, fact: str) -> re.Pattern[str]:
    """What numbers of the fact are written as: these need no closer look."""
    decimals = _core.facts_of(standard).get(fact, ("", "", 0))[2]
    return re.compile(rf"[+-]?[0-9]*(\.[0-9]{{0,{decimals}}})?")

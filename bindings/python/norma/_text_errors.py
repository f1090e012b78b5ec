# SPDX-License-Identifier: Apache-2.0
"""What can not be read in a file of text: its encoding, and what a cell holds."""

from __future__ import annotations

import codecs
import pathlib
from typing import Any

from . import _core
from ._core import Standard
from ._errors import Error
from ._sheet_rows import DAY_FITS
from ._words import Both

_FITS: dict[str, Both] = {
    "boolean": ("true 或 false，是 或 否，1 或 0", "true or false, 是 or 否, 1 or 0"),
    "count": ("整数，如 1577", "a whole number, such as 1577"),
    "amount": ("金额，如 1577.50，最多 {0} 位小数", "an amount, such as 1577.50, {0} decimals at most"),
    "number": ("数，如 0.5", "a number, such as 0.5"),
    "date": DAY_FITS,
}


def other_encoding(path: pathlib.Path) -> Error | None:
    """Says that a file is not UTF-8, and from which byte on; whether it looks like GB 18030."""
    if (at := _first_not(path, "utf-8")) is None:
        return None
    found = (_core.finding("N0140", [str(at), str(path)])
             if _first_not(path, "gb18030") is None else _core.finding("N0103", [str(at)]))
    return Error("", [found])


def _first_not(path: pathlib.Path, encoding: str) -> int | None:
    """The first byte that the encoding does not have."""
    decoder, before = codecs.getincrementaldecoder(encoding)(), 0
    with open(path, "rb") as file:
        while True:
            part, held = file.read(1 << 20), len(decoder.getstate()[0])
            try:
                decoder.decode(part, final=not part)
            except UnicodeDecodeError as error:
                return before - held + error.start
            before += len(part)
            if not part:
                return None


def wrong_in(standard: Standard, fact: str, cell: Any, day: bool) -> Both | None:
    """What is wrong with a cell of the fact, or of its days."""
    if day:
        return f"“{cell}”不是日期", f"`{cell}` is no day"
    errors = [] if cell == "" else _core.cell_errors(standard, {"facts": {fact: cell}})
    return errors[0][1:] if errors else None


def words_of(standard: Standard, name: str, column: str, day: bool) -> tuple[Both, Both]:
    """How the column is called, and what fits."""
    for fact in standard.facts:
        if fact.name == name:
            zh, en = _FITS.get("date" if day else fact.kind, ("", ""))
            label = f"{fact.label('zh')} {column}", f"{fact.label('en')}, {column}"
            return label, (zh.format(fact.decimals), en.format(fact.decimals))
    return (column, column), ("", "")

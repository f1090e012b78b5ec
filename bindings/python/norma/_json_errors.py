# SPDX-License-Identifier: Apache-2.0
"""What can not be read in a file of NDJSON, and where it is."""

from __future__ import annotations

import datetime
import json
import pathlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from . import _core
from ._columns import fact_of, facts_named
from ._core import Standard
from ._errors import Error, FactError
from ._text_errors import other_encoding, words_of, wrong_in


def json_error(path: pathlib.Path, standard: Standard, error: Exception) -> Error:
    """What PyArrow says of the file, with the line, and the fact where it is one."""
    return other_encoding(path) or _of_line(path, standard) or Error(
        (f"`{path}`：{error}", f"`{path}`: {error}"))


def _of_line(path: pathlib.Path, standard: Standard) -> Error | None:
    """The first line that is no object, or has a value that its fact can not have."""
    with open(path, encoding="utf-8-sig") as file:
        for line, text in enumerate(file, 1):
            if not text.strip():
                continue
            try:
                row = json.loads(text.rstrip("\n"), parse_float=Decimal)
            except (ValueError, RecursionError) as error:
                column = getattr(error, "pos", 0) + 1
                return Error((f"`{path}` 第 {line} 行第 {column} 列：不是 JSON（每行一个对象，不要折行）",
                              f"`{path}`, line {line}, column {column}: no JSON (each line is one "
                              "object, without line breaks in it)"))
            if not isinstance(row, dict):
                return Error((f"`{path}` 第 {line} 行：不是 JSON 对象",
                              f"`{path}`, line {line}: no JSON object"))
            if found := _of_row(f"{path.name}:{line}", row, standard):
                return found
    return None


def _of_row(place: str, row: Mapping[str, Any], standard: Standard) -> FactError | None:
    named = facts_named(standard)
    for name, value in row.items():
        found = fact_of(name, named)
        if found is None or value is None:
            continue
        fact, day = found[0], name not in named
        wrong = None if day and _is_day(value) else wrong_in(standard, fact, value, day)
        if wrong is not None:
            label, fits = words_of(standard, fact, name, day)
            return FactError("", [_core.cell_finding(place, label, wrong, fits)])
    return None


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False

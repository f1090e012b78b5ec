# SPDX-License-Identifier: Apache-2.0
"""The cells of a book, and what each of them says of a fact."""

from __future__ import annotations

import dataclasses
import datetime
import os
import pathlib
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ._errors import Error, no_file
from ._sheet_plan import Column
from ._sheet_style import excel
from ._sheet_words import HEAD, NONE, YES_NO, both
from ._words import Both

MOST_DIGITS = 15  # that Excel keeps of a number
WORDS = {word.casefold(): value for value, words in YES_NO.items() for word in words}
EMPTY = {*NONE, "[]"}
COMMENT = "# "
NUMBERS = ("count", "amount", "number")
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what such files begin with
_FORMULA = re.compile(rb"<(?:x:)?f[ >/]")


class Wrong(Exception):
    """What a cell says, and can not: in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        self.words: Both = (zh, en)


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty."""

    content: Any
    sheet: str
    at: str            # C7
    broken: bool = False

    @property
    def place(self) -> str:
        return f"{self.sheet}!{self.at}"


class Grid:
    """A sheet: a form of one unit, or a table with names in its first row."""

    def __init__(self, sheet: Any, formulas: Any) -> None:
        self.title: str = sheet.title
        self._sheet, self._formulas = sheet, formulas
        head = next(self._lines(), {})
        self.heads = {place: str(cell.content).strip() for place, cell in head.items()}
        self.cells = head
        named = {name: place for place, name in self.heads.items()}
        self.form = {key: named.get(both(HEAD[key])) for key in ("value", "dated", "name")}
        self.is_form = None not in self.form.values()

    @property
    def size(self) -> int:
        """About how many rows it has."""
        return int(self._sheet.max_row or 1)

    def rows(self) -> Iterator[dict[int, Cell]]:
        """Its rows below the head that are not empty, without the lines that explain it."""
        lines, explained = self._lines(), True
        next(lines, None)
        for line in lines:
            if explained and line and not self.is_form:
                first = line[min(line)].content
                if isinstance(first, str) and first.startswith(COMMENT):
                    continue
            explained = explained and not line
            if line:
                yield line

    def _lines(self) -> Iterator[dict[int, Cell]]:
        rows = self._sheet.iter_rows()
        beside = self._formulas.iter_rows() if self._formulas is not None else None
        for row in rows:
            asked = next(beside, ()) if beside is not None else ()
            line = {}
            for place, cell in enumerate(row):
                if cell.value is None or cell.value == "":
                    # A formula that was never calculated says nothing, and is not blank.
                    if place < len(asked) and asked[place].data_type == "f":
                        line[place] = self._cell(asked[place], "", True)
                    continue
                line[place] = self._cell(cell, cell.value, cell.data_type == "e")
            yield line

    def _cell(self, cell: Any, content: Any, broken: bool) -> Cell:
        return Cell(content, self.title, cell.coordinate, broken)


def grids(path: str | os.PathLike[str]) -> tuple[list[Grid], str | None]:
    """The sheets of a book, and the standard that its template is of."""
    openpyxl = excel()
    if not pathlib.Path(path).is_file():
        raise no_file(path)
    with open(path, "rb") as file:
        if file.read(len(OLD_EXCEL)) == OLD_EXCEL:
            raise Error((f"`{path}` 是旧版 Excel 文件（.xls），不能读取：请另存为 .xlsx",
                         f"`{path}` is a workbook of old Excel (.xls), which can not be read: save "
                         "it as .xlsx"))
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True) if _has_formulas(path) else None
    except (zipfile.BadZipFile, KeyError, ValueError, OSError,
            openpyxl.utils.exceptions.InvalidFileException) as error:
        raise Error((f"`{path}` 不是 Excel 工作簿：{error}",
                     f"`{path}` is no Excel workbook: {error}")) from None
    of = [each.value for each in book.custom_doc_props.props if each.name == "norma"]
    return [Grid(sheet, formulas[sheet.title] if formulas is not None else None)
            for sheet in book.worksheets if sheet.sheet_state == "visible"], (of or [None])[0]


def _has_formulas(path: str | os.PathLike[str]) -> bool:
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                with parts.open(name) as sheet:
                    rest = b""
                    while part := sheet.read(1 << 20):
                        if _FORMULA.search(rest + part):
                            return True
                        rest = part[-8:]
    return False


def text_of(cell: Cell) -> str:
    """The text of an id or a name: the number 7 is `7`."""
    if cell.broken:
        raise _failed(cell)
    if isinstance(cell.content, float) and cell.content.is_integer():
        return str(int(cell.content))
    if isinstance(cell.content, datetime.datetime):
        return _day(cell.content).isoformat()
    return str(cell.content).strip()


def day_of(cell: Cell) -> datetime.date:
    """The day that a cell says."""
    if cell.broken:
        raise _failed(cell)
    if isinstance(cell.content, datetime.datetime):
        return _day(cell.content)
    try:
        return datetime.date.fromisoformat(str(cell.content).strip())
    except ValueError:
        raise Wrong(f"“{cell.content}”不是日期", f"`{cell.content}` is no day") from None


def value_of(cell: Cell, column: Column | None) -> Any:
    """What the cell says of its fact; None: nothing. What it can not be raises `Wrong`."""
    if cell.broken:
        raise _failed(cell)
    content = cell.content
    kind = column.kind if column else ""
    if isinstance(content, str):
        return _from_text(content.strip(), kind, column)
    if isinstance(content, datetime.datetime):
        content = _day(content)
        return content.isoformat() if kind == "text" else content
    if isinstance(content, bool):
        return content
    if isinstance(content, (int, float)):
        if kind in ("text", "category", "duration"):
            return text_of(cell)
        if kind in NUMBERS and abs(content) >= 10**MOST_DIGITS:  # digits may be lost already
            raise Wrong(f"{content} 超过 Excel 能保留的 {MOST_DIGITS} 位数字，请以文字填写",
                        f"{content} has more than the {MOST_DIGITS} digits that Excel keeps: "
                        "write it as text")
    if isinstance(content, datetime.time):
        raise Wrong(f"{content} 是钟点", f"{content} is a time of day")
    return content


def _from_text(text: str, kind: str, column: Column | None) -> Any:
    if not text:
        return None
    for mark in ("none", "pending"):
        if text == f"#{mark}" or text.startswith(f"#{mark} "):
            return {mark: text[len(mark) + 1:].strip()}
    if kind == "boolean":
        return WORDS.get(text.casefold(), text)
    if column is None:
        return text
    if kind == "category":
        return _ids(column).get(text, text)
    if kind == "set":
        ids = _ids(column)
        if text in EMPTY and text not in ids:
            return []
        parts = (part.strip() for part in re.split(r"[、，,;；\n]", text))
        return [ids.get(part, part) for part in parts if part]
    if kind in ("list", "units"):
        if text in EMPTY:
            return []
        raise Wrong(f"此处不能填“{text}”", f"`{text}` can not stand here")
    return text


def _ids(column: Column) -> dict[str, str]:
    """The ids of a category by its labels, where a label is of one alone."""
    fact, ids = column.fact, {}
    for options in (fact.options("en"), fact.options("zh")):
        words = list(options.values())
        ids.update({word: each for each, word in options.items() if words.count(word) == 1})
    return ids | {each: each for each in fact.options("en")}


def _day(content: datetime.datetime) -> datetime.date:
    if content.time() != datetime.time():
        raise Wrong(f"{content} 有钟点，事实只到日", f"{content} has a time of day, and facts have days")
    return content.date()


def _failed(cell: Cell) -> Wrong:
    if cell.content == "":
        return Wrong("公式没有保存过计算结果，请在 Excel 中打开并保存",
                     "the formula has no result: open the book in Excel and save it")
    return Wrong(f"公式出错：{cell.content}", f"the formula failed: {cell.content}")

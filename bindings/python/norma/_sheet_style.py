# SPDX-License-Identifier: Apache-2.0
"""How sheets look; openpyxl is imported where a book is written or read, not before."""

from __future__ import annotations

import importlib
import re
import unicodedata
from typing import Any

from ._errors import Error

HEAD, ITEM, FILL, EXPLAIN = "1F4E79", "DDEBF7", "FFF9E5", "F2F2F2"
COLOURS = {"pass": "E2F0D9", "fail": "F8CBAD", "undetermined": "FFE699", "not_applicable": "EDEDED"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
FORMATS = {"date": "yyyy-mm-dd", "count": "#,##0", "text": "@"}


def excel(name: str = "") -> Any:
    """openpyxl, or a module of it."""
    try:
        return importlib.import_module("openpyxl" + (name and f".{name}"))
    except ImportError:
        raise Error(("读写 Excel 文件需要 openpyxl：pip install 'norma[excel]'，或 openpyxl",
                     "Excel files are read and written through openpyxl: "
                     "pip install 'norma[excel]', or openpyxl")) from None


def as_text(content: str) -> str:
    """The text with what no cell can hold written as Excel does, which reads it back.

    >>> as_text("a\\x07b")
    'a_x0007_b'
    """
    return CONTROL.sub(lambda one: f"_x{ord(one[0]):04X}_", content)


class Look:
    """Cells of a book in the few styles that its sheets have."""

    def __init__(self) -> None:
        styles = excel("styles")
        self._font, self._align = styles.Font, styles.Alignment
        line = styles.Side(style="thin", color="D0D0D0")
        self._border = styles.Border(left=line, right=line, top=line, bottom=line)
        self._wrap = styles.Alignment(vertical="center", wrap_text=True)
        self._plain = styles.Font(name="Microsoft YaHei", size=10)
        self._bold = styles.Font(name="Microsoft YaHei", size=10, bold=True)
        self._white = styles.Font(name="Microsoft YaHei", size=10, bold=True, color="FFFFFF")
        self._grey = styles.Font(name="Microsoft YaHei", size=9, color="595959")
        self._title = styles.Font(name="Microsoft YaHei", size=14, bold=True)
        self._fills = {colour: styles.PatternFill("solid", fgColor=colour)
                       for colour in (HEAD, ITEM, FILL, EXPLAIN, *COLOURS.values())}

    def put(self, cell: Any, content: Any, how: str = "plain", colour: str = "") -> Any:
        """Writes the content as it is: a text never becomes a formula."""
        if isinstance(content, str):
            cell.value = as_text(content)
            cell.data_type = "s"
        else:
            cell.value = content
        cell.font = {"head": self._white, "item": self._bold, "grey": self._grey,
                     "title": self._title, "bold": self._bold}.get(how, self._plain)
        cell.alignment = self._wrap if how != "title" else self._align(vertical="center")
        colour = colour or {"head": HEAD, "item": ITEM, "fill": FILL}.get(how, "")
        if colour:
            cell.fill = self._fills[colour]
        if how not in ("title", "bare"):
            cell.border = self._border
        return cell


def widths(sheet: Any, all_of: dict[str, float]) -> None:
    for letter, width in all_of.items():
        sheet.column_dimensions[letter].width = width


def printed(sheet: Any, rows: str = "1:1", columns: str = "") -> None:
    """On paper: across, as wide as the page unless columns stay, the head on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    if columns:
        sheet.print_title_cols = columns
    else:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = excel("worksheet.properties").PageSetupProperties(
            fitToPage=True)
    sheet.print_title_rows = rows
    sheet.page_margins.left = sheet.page_margins.right = 0.4


def wide(text: str) -> int:
    """How many columns of a line the text takes.

    >>> wide("事实 fact")
    9
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def height(cells: dict[str, str], columns: dict[str, float], least: float = 18) -> float:
    """Of a row whose longest cell is folded to its column's width."""
    lines = max((sum(-(-max(1, wide(line)) // max(1, int(columns[letter]) - 1))
                     for line in text.split("\n"))
                 for letter, text in cells.items()), default=1)
    return max(least, 14.5 * lines + 3.5)

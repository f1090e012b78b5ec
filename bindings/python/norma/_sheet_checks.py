# SPDX-License-Identifier: Apache-2.0
"""What the cells of a sheet take: drop-down lists, ranges, days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from ._core import Fact
from ._sheet_plan import Column
from ._sheet_style import FORMATS, excel
from ._sheet_words import NONE, OPTIONS, YES_NO, both


class Checks:
    """Rules of a book that Excel checks as somebody types."""

    def __init__(self, lang: Literal["zh", "en"]) -> None:
        self._lang: Literal["zh", "en"] = lang
        self._place = 0 if lang == "zh" else 1
        self._book = excel().Workbook()
        self._checks: dict[tuple[int, str], Any] = {}
        self._options: dict[str, str] = {}
        self._option_sheet: Any = None
        self._letter: Callable[[int], str] = excel("utils").get_column_letter

    def _format(self, column: Column) -> str:
        if column.kind == "amount":
            decimals = column.fact.decimals
            return "#,##0" + ("." + "0" * decimals if decimals else "")
        return FORMATS.get(column.kind, "General")

    def _check(self, sheet: Any, column: Column, area: str, first: str, fill: bool = True) -> None:
        fact = column.fact
        if column.kind == "boolean":
            rule = self._list(sheet, ",".join(YES_NO[value][self._place] for value in (True, False)))
        elif column.kind == "category":
            rule = self._list(sheet, self._choice(fact))
        elif column.kind in ("list", "units"):
            rule = self._list(sheet, NONE[self._place])
        elif column.kind in ("count", "amount", "number"):
            rule = self._number(sheet, fact, "whole" if column.kind == "count" else "decimal")
        elif column.kind == "date":
            self._check_day(sheet, area, fill)
            return
        else:
            rule = None
        if rule is not None:
            rule.add(area)
        if fill:
            sheet[first].number_format = self._format(column)

    def _rule(self, sheet: Any, key: str, **how: Any) -> Any:
        known = self._checks.get((id(sheet), key))
        if known is None:
            # A warning, since `#pending` may stand in any cell.
            known = excel("worksheet.datavalidation").DataValidation(
                allow_blank=True, showErrorMessage=True, errorStyle="warning",
                errorTitle="norma", **how)
            known.error = ("请按“可填”一栏填写；待认定的可填 #pending。/ See what fits; `#pending` "
                           "is for what waits for a decision.")
            sheet.add_data_validation(known)
            self._checks[id(sheet), key] = known
        return known

    def _list(self, sheet: Any, words: str) -> Any:
        formula = words if words.startswith("=") else f'"{words}"'
        return self._rule(sheet, words, type="list", formula1=formula.removeprefix("="))

    def _number(self, sheet: Any, fact: Fact, kind: str) -> Any:
        low, high = fact.minimum, fact.maximum
        key = f"{kind} {low} {high}"
        if low is not None and high is not None:
            return self._rule(sheet, key, type=kind, operator="between", formula1=str(low),
                              formula2=str(high))
        if low is not None or high is not None:
            operator = "greaterThanOrEqual" if high is None else "lessThanOrEqual"
            return self._rule(sheet, key, type=kind, operator=operator,
                              formula1=str(low if high is None else high))
        return self._rule(sheet, key, type=kind, operator="between", formula1="-1E+15",
                          formula2="1E+15")

    def _check_day(self, sheet: Any, area: str, fill: bool = True) -> None:
        rule = self._rule(sheet, "date", type="date", operator="greaterThan", formula1="1")
        rule.add(area)
        if fill:
            sheet[area].number_format = FORMATS["date"]

    def _choice(self, fact: Fact) -> str:
        """The range of the words of a category, on a sheet that is not shown."""
        words = list(fact.options(self._lang).values())
        if len(set(words)) != len(words):
            words = list(fact.options(self._lang))
        key = "\n".join(words)
        if key not in self._options:
            if self._option_sheet is None:
                self._option_sheet = self._book.create_sheet(both(OPTIONS).replace("/", "·"))
                self._option_sheet.sheet_state = "hidden"
            sheet = self._option_sheet
            place = len(self._options) + 1
            for row, word in enumerate(words, 1):
                sheet.cell(row, place, word)
            letter = self._letter(place)
            self._options[key] = f"='{sheet.title}'!${letter}$1:${letter}${len(words)}"
        return self._options[key]

# SPDX-License-Identifier: Apache-2.0
"""Sheets to fill in: `norma.template(standard).to_excel(path)`."""

from __future__ import annotations

import os
from typing import Any, Literal

from ._columns import DAY_SUFFIX
from ._core import Fact, Standard, language_word
from ._sheet_checks import Checks
from ._sheet_plan import Column, Plan, Sheet, plan_of
from ._sheet_style import EXPLAIN, FORMATS, Look, excel, height, printed, wide, widths
from ._sheet_words import GUIDE, HEAD, MEMBER_OF, OWN, README, ROWS, UNIT_OF, both
from ._words import Both, in_language

PROPERTY = "norma"  # of the book: `pack:standard`
LAST_ROW = 5000     # rows of units and records that cells are checked in
_FORM = {"A": 13.0, "B": 34.0, "C": 36.0, "D": 22.0, "E": 12.0, "F": 46.0, "G": 13.0, "H": 30.0}


class Template:
    """What a standard asks for, as a book to fill in."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.plan: Plan = plan_of(standard)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is asked for, in the order of the items."""
        return self.standard.facts

    def to_excel(self, path: str | os.PathLike[str], *, layout: Literal["form", "table"] = "form",
                 lang: Literal["zh", "en"] = "zh") -> None:
        """Writes the book.

        `form`: a row for each fact of one unit, under the item that asks for it. `table`: a
        column for each fact, a row for each unit. Facts with several records, and members,
        have a sheet of their own in both. All is said in Chinese and in English; `lang` is
        the language of the words to choose from.
        """
        if layout not in ("form", "table"):
            raise ValueError(in_language((f"layout 为 `form` 或 `table`，不是 `{layout}`",
                                          f"a layout is `form` or `table`, not `{layout}`")))
        book = _Book(self.plan, "zh" if language_word(lang) == "zh" else "en")
        if layout == "form":
            book.form()
        else:
            book.table(self.plan.main)
        for sheet in self.plan.sheets[1:]:
            book.table(sheet)
        book.explain()
        book.save(path)

    def __repr__(self) -> str:
        return f"<norma.Template {self.standard.pack}:{self.standard.id}>"


def template(standard: Standard) -> Template:
    """The book that the facts of a standard are filled in.

    >>> import norma
    >>> norma.template(norma.load("cn-zj")["enterprise.large_medium"]).facts[0]
    <norma.Fact worker_count: count>
    """
    return Template(standard)


class _Book(Checks):
    def __init__(self, plan: Plan, lang: Literal["zh", "en"]) -> None:
        super().__init__(lang)
        self._plan, self._look = plan, Look()
        self._book.remove(self._book.active)
        kinds = excel("packaging.custom")
        name = f"{plan.standard.pack}:{plan.standard.id}"
        self._book.custom_doc_props.append(kinds.StringProperty(name=PROPERTY, value=name))
        self._book.properties.title = plan.standard.title(lang)
        self._book.properties.creator = "norma"

    def form(self) -> None:
        main = self._plan.main
        sheet = self._book.create_sheet(main.title)
        for place, key in enumerate(HEAD, 1):
            self._look.put(sheet.cell(1, place), both(HEAD[key]), "head")
        sheet.row_dimensions[1].height = 24
        row = 1
        for name, (label, _) in OWN.items():
            if name == "kind" and not self._plan.standard.unit_kinds:
                continue
            row += 1
            self._line(sheet, row, ["", *label, None, "", both(self._own_fits(name)), "",
                                    name])
            cell = sheet.cell(row, 4)
            cell.number_format = FORMATS["date"] if name == "evidence.date" else "@"
            self._check_own(sheet, name, f"D{row}")
        under: tuple[str, str] | None = None
        for column in main.columns:
            fact = column.fact
            heading = fact.clause, fact.title("zh")
            if heading != under:
                row, under = row + 1, heading
                self._heading(sheet, row, fact)
            row += 1
            dated = "" if column.sheet or column.part == "to" else None
            self._line(sheet, row, ["", *column.label, None, both((fact.unit("zh"), fact.unit("en"))),
                                    both(column.fits), dated, column.head])
            self._check(sheet, column, f"D{row}", f"D{row}")
            if dated is None:
                self._check_day(sheet, f"G{row}")
        widths(sheet, _FORM)
        sheet.freeze_panes = "A2"
        printed(sheet)

    def table(self, of: Sheet) -> None:
        """A head of names, four rows that say what they are, rows to fill in."""
        sheet = self._book.create_sheet(of.title)
        heads: list[tuple[str, Both, str, str, Both]] = []
        for key in of.keys:
            label, may = OWN["id"]
            if of.path:
                label, may = UNIT_OF if key == "id" else MEMBER_OF
            heads.append((key, label, "", "", may))
        if not of.path:
            heads.append(("name", OWN["name"][0], "", "", OWN["name"][1]))
            if self._plan.standard.unit_kinds:
                heads.append(("kind", OWN["kind"][0], "", "", self._own_fits("kind")))
        elif of.members:
            heads.append((f"{of.path[-1]}.id", MEMBER_OF[0], "", "", OWN["id"][1]))
            heads.append((f"{of.path[-1]}.name", OWN["name"][0], "", "", OWN["name"][1]))
        own = len(heads)
        columns: list[Column | None] = [None] * own
        for column in of.columns:
            heads.append((column.head, column.label, column.fact.clause,
                          both((column.fact.unit("zh"), column.fact.unit("en"))), column.fits))
            columns.append(column)
            if not of.path and column.fact.expires:
                day = OWN["evidence.date"][0]
                label = f"{column.label[0]}：{day[0]}", f"{column.label[1]}: {day[1]}"
                heads.append((column.head + DAY_SUFFIX, label, column.fact.clause, "",
                              ("日期", "a day")))
                columns.append(None)
        broad: dict[str, float] = {}
        first = len(ROWS) + 2
        for place, (name, label, clause, unit, allowed) in enumerate(heads, 1):
            letter = self._letter(place)
            self._look.put(sheet.cell(1, place), name, "head")
            lead = place == 1
            texts = (both(label), clause, unit, both(allowed))
            for below, text in enumerate(texts):
                words = both(ROWS[below]) + (f": {text}" if text else "") if lead else text
                self._look.put(sheet.cell(below + 2, place), words, "grey" if below else "bold",
                               EXPLAIN)
            broad[letter] = max(14.0, min(30.0, wide(name) + 3.0))
            area = f"{letter}{first}:{letter}{LAST_ROW}"
            column_of = columns[place - 1]
            if column_of is not None:
                self._check(sheet, column_of, area, f"{letter}{first}", fill=False)
                sheet.column_dimensions[letter].number_format = self._format(column_of)
            elif name.endswith(DAY_SUFFIX):
                self._check_day(sheet, area, fill=False)
            elif name == "kind":
                self._check_own(sheet, name, area)
        widths(sheet, broad)
        for below in range(len(ROWS)):
            cells = {self._letter(place): str(sheet.cell(below + 2, place).value or "")
                     for place in range(1, len(heads) + 1)}
            sheet.row_dimensions[below + 2].height = min(160.0, height(cells, broad))
        for line in range(first, first + 12):  # that there is something to fill in is seen
            for place in range(1, len(heads) + 1):
                cell = self._look.put(sheet.cell(line, place), None, "fill")
                column_of = columns[place - 1]
                if column_of is not None:
                    cell.number_format = self._format(column_of)
                elif heads[place - 1][0].endswith(DAY_SUFFIX):
                    cell.number_format = FORMATS["date"]
                else:
                    cell.number_format = "@"
        sheet.freeze_panes = f"{self._letter(own + 1)}{first}"
        printed(sheet, f"1:{first - 1}", f"A:{self._letter(own)}")

    def explain(self) -> None:
        sheet = self._book.create_sheet(both(README).replace("/", "·"))
        standard = self._plan.standard
        self._look.put(sheet.cell(1, 1), both((standard.title("zh"), standard.title("en"))), "title")
        lines: list[Both] = [(f"标准 {standard.pack}:{standard.id}",
                              f"standard {standard.pack}:{standard.id}")]
        seen = set()
        for fact in standard.facts:
            if fact.document_number and fact.document_number not in seen:
                seen.add(fact.document_number)
                lines.append((f"依据：{fact.document('zh')}（{fact.document_number}）",
                              f"By: {fact.document('en')} ({fact.document_number})"))
        for row, (chinese, english) in enumerate([*lines, *GUIDE], 3):
            self._look.put(sheet.cell(row, 1), chinese)
            self._look.put(sheet.cell(row, 2), english)
            sheet.row_dimensions[row].height = height({"A": chinese, "B": english}, {"A": 60.0, "B": 60.0})
        widths(sheet, {"A": 60.0, "B": 60.0})
        printed(sheet)

    def save(self, path: str | os.PathLike[str]) -> None:
        if self._option_sheet is not None:
            self._book.move_sheet(self._option_sheet, len(self._book.sheetnames))
        self._book.active = 0
        self._book.save(path)

    def _line(self, sheet: Any, row: int, cells: list[str | None]) -> None:
        """A row of a form; None: to be filled in."""
        for place, content in enumerate(cells, 1):
            how = "fill" if content is None else "grey" if place in (6, 8) else "plain"
            self._look.put(sheet.cell(row, place), content or None, how)
        letters = "ABCDEFGH"
        sheet.row_dimensions[row].height = height(
            {letters[place]: content or "" for place, content in enumerate(cells)}, _FORM)

    def _heading(self, sheet: Any, row: int, fact: Fact) -> None:
        title = fact.title("zh"), fact.title("en")
        cells = [fact.clause, title[0], title[1], "", "", fact.document_number, "", ""]
        for place, content in enumerate(cells, 1):
            self._look.put(sheet.cell(row, place), content or None, "item")
        sheet.row_dimensions[row].height = 22

    def _own_fits(self, name: str) -> Both:
        zh, en = OWN[name][1]
        kinds = ", ".join(self._plan.standard.unit_kinds) if name == "kind" else ""
        return zh + kinds, en + kinds

    def _check_own(self, sheet: Any, name: str, area: str) -> None:
        if name == "kind":
            self._list(sheet, ",".join(self._plan.standard.unit_kinds)).add(area)
        elif name == "evidence.date":
            self._check_day(sheet, area)

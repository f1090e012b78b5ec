# SPDX-License-Identifier: Apache-2.0
"""Reports as sheets: `report.to_excel(path)`, `found.to_excel(path)`."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ._core import Pack, Report, Standard
from ._sheet_plan import LONGEST, sheet_name
from ._sheet_style import COLOURS, EXPLAIN, Look, excel, height, printed, wide, widths
from ._sheet_words import both
from ._supposed import no_finding_in_both
from ._titles import titles_of
from ._verdict import Verdict
from ._words import ERRING, VERDICTS, Both

_STRENGTHS: dict[str, Both] = {
    "encouraged": ("鼓励", "encouraged"), "goal": ("力争", "goal"), "reference": ("参照", "reference"),
    "conditional": ("有条件", "conditional"),
}
_HEAD: tuple[Both, ...] = (
    ("条款", "clause"), ("要求", ""), ("", "requirement"), ("结论", "verdict"), ("代入数值的条件", ""),
    ("", "condition with the values"), ("差距", "distance"), ("即", "in words"), ("原因", ""), ("", "why"))
_WIDE = {"A": 16.0, "B": 30.0, "C": 34.0, "D": 18.0, "E": 38.0, "F": 42.0, "G": 14.0, "H": 18.0,
         "I": 28.0, "J": 30.0}
_REMEDY: tuple[Both, ...] = (
    ("办法", "remedy"), ("事实", ""), ("", "fact"), ("现值", "now"), ("改为", "to"), ("相差", "by"),
    ("结论", "gives"))
_REMEDY_WIDE = {"A": 12.0, "B": 34.0, "C": 40.0, "D": 22.0, "E": 22.0, "F": 18.0, "G": 18.0}
OWN: dict[str, Both] = {
    "verdict": ("结论", "verdict"), "id": ("编号", "id"), "name": ("单位名称", "name of the unit"),
    "standard": ("标准", "standard"), "data_errors": ERRING}
POINTS: Both = ("得分", "points")
NO_FINDING: Both = ("假设推演（不是评价结论）", "what-if, no finding")
_NO_REMEDY: dict[str, Both] = {
    "none": ("没有办法：所依据的事实都不能改变", "none: the facts that it rests on can not be changed"),
    "none_found": ("没有找到办法", "none was found"),
    "not_needed": ("不需要", "none is needed"),
}


def report_to_excel(self: Report, path: str | os.PathLike[str]) -> None:
    """Writes the report as a book, in Chinese and in English.

    A row for each item and part: clause, verdict, the condition with the values, how far from
    its threshold (negative: short), why it is open; on a second sheet the remedies, or what is
    missing.
    """
    book, look = excel().Workbook(), Look()
    said = self.to_dict()
    _verdicts(book.active, look, said)
    _remedies(book.create_sheet("补救 · remedies"), look, said)
    book.save(path)


def _supposed(said: list[dict[str, Any]]) -> Both:
    """As the head of a report says it: `minimum satisfaction 80 %, not 90 %`."""
    zh, en = [], []
    for each in said:
        (label_zh, label_en), (to_zh, to_en) = _both(each["label"]), _both(each["shown"])
        was_zh, was_en = _both(each["in_force"] or {})
        zh.append(f"{label_zh}为{to_zh}" + (f"，而非{was_zh}" if was_zh else ""))
        en.append(f"{label_en} {to_en}" + (f", not {was_en}" if was_en else ""))
    return "；".join(zh), "; ".join(en)


def _verdicts(sheet: Any, look: Look, said: dict[str, Any]) -> None:
    sheet.title = "结论（假设）· verdict (what-if)" if said.get("supposed") else "结论 · verdict"
    tree, unit = said["tree"], said["unit"]
    title = both(_both(tree["title"]))
    if said.get("supposed"):
        title = f"{both(NO_FINDING)} · {title}"
    look.put(sheet.cell(1, 1), title, "title")
    sheet.row_dimensions[1].height = 26
    head: list[tuple[Both, Any]] = [
        (("单位", "unit"), " ".join(filter(None, (unit["name"], unit["id"]))) or "—"),
        (("评定日", "as of"), said["as_of"]),
        (("结论", "verdict"), both(_word(said["verdict"]))),
        (("已判定", "decided"), f"{said['evaluated']['decided']} / {said['evaluated']['applicable']}"),
        (("标准", "standard"), f"{said['pack']['id']}:{said['standard']['id']}, {said['pack']['version']}"),
        (("依据", "by"), "; ".join(f"{one['number']} {both(_both(one['title']))}"
                                  for one in said["documents"]))]
    if said["score"]:
        head.insert(3, (POINTS, _number(said["score"].get("total"))))
    if said.get("supposed"):
        zh, en = _word(said["verdict"])
        head[2] = (head[2][0], both((f"{zh}（假设）", f"{en} (what-if)")))
        head.insert(2, (("假设", "supposed"), both(_supposed(said["supposed"]))))
    for row, (label, content) in enumerate(head, 2):
        look.put(sheet.cell(row, 1), both(label), "bold", EXPLAIN)
        colour = COLOURS[said["verdict"]] if label[1] == "verdict" else ""
        cell = look.put(sheet.cell(row, 2), content, "bold" if colour else "plain", colour)
        cell.alignment = excel("styles").Alignment(vertical="center", wrap_text=False)
    first = len(head) + 3
    for place, words in enumerate(_HEAD, 1):
        look.put(sheet.cell(first, place), both(words), "head")
    sheet.row_dimensions[first].height = 22
    for row, (node, depth) in enumerate(_below(tree, 0), first + 1):
        _node(sheet, look, row, node, depth)
    widths(sheet, _WIDE)
    sheet.freeze_panes = sheet.cell(first + 1, 1)
    printed(sheet, f"{first}:{first}")


def _node(sheet: Any, look: Look, row: int, node: dict[str, Any], depth: int) -> None:
    part = node["kind"] == "part"
    zh, en = _both(node["title"])
    strength = _STRENGTHS.get(node.get("strength", ""))
    if strength:
        zh, en = f"{zh}（{strength[0]}）", f"{en} ({strength[1]})"
    shown = (node.get("condition") or {}).get("shown") or {}
    distance = node.get("distance") or {}
    words = both(_both(distance.get("shown") or {}))
    why = [each["words"] for each in node.get("causes", ())] if part else []
    if node.get("reason"):
        why.append(node["reason"])
    cells = [(node.get("cite") or {}).get("clause", ""), zh, en, both(_word(node["verdict"])),
             shown.get("zh", ""), shown.get("en", ""), _number(distance.get("by")), words,
             "\n".join(each["zh"] for each in why), "\n".join(each["en"] for each in why)]
    for place, content in enumerate(cells, 1):
        cell = look.put(sheet.cell(row, place), None if content == "" else content,
                        "plain" if part else "item")
        if place in (2, 3) and depth > 1:
            cell.alignment = excel("styles").Alignment(vertical="center", wrap_text=True,
                                                       indent=depth - 1)
        if place == 4:
            look.put(cell, content, "plain" if part else "bold", COLOURS[node["verdict"]])
    letters = "ABCDEFGHIJ"
    sheet.row_dimensions[row].height = height(
        {letter: str(content or "") for letter, content in zip(letters, cells, strict=True)}, _WIDE)


def _remedies(sheet: Any, look: Look, said: dict[str, Any]) -> None:
    for place, words in enumerate(_REMEDY, 1):
        look.put(sheet.cell(1, place), both(words), "head")
    labels, row = said["labels"], 1
    for number, remedy in enumerate(said["remedies"], 1):
        lines: list[list[Any]] = []
        for change in remedy["changes"]:
            shown = change.get("shown") or {}
            label = _both(labels.get(change["fact"], {}), change["fact"])
            lines.append([*label, *(both(_both(shown.get(key) or {}, str(change.get(key) or "")))
                                    for key in ("from", "to", "by"))])
        lines += [[*_both(each), "", "", ""] for each in remedy["requirements"]]
        if remedy["not_before"]:
            lines.append(["等到", "wait until", "", remedy["not_before"], ""])
        for line in lines:
            row += 1
            cells = [number, *line, both(_word(remedy["gives"]))]
            for place, content in enumerate(cells, 1):
                look.put(sheet.cell(row, place), content or None)
            _high(sheet, row, cells)
    if not said["remedies"]:
        row += 1
        words = _NO_REMEDY.get(said["remedies_are"], ("", said["remedies_are"]))
        look.put(sheet.cell(row, 2), words[0])
        look.put(sheet.cell(row, 3), words[1])
    if said["missing"]:
        row += 2
        for place, words in ((2, ("缺少的事实（任一组补齐即可判定）", "")),
                             (3, ("", "missing facts (any group of them would decide it)"))):
            look.put(sheet.cell(row, place), both(words), "head")
        look.put(sheet.cell(row, 1), both(("组", "group")), "head")
        for number, group in enumerate(said["missing"], 1):
            for fact in group:
                row += 1
                for place, content in enumerate((number, *_both(labels.get(fact, {}), fact)), 1):
                    look.put(sheet.cell(row, place), content)
    widths(sheet, _REMEDY_WIDE)
    sheet.freeze_panes = "A2"
    printed(sheet)


def _high(sheet: Any, row: int, cells: list[Any]) -> None:
    sheet.row_dimensions[row].height = height(
        {letter: str(content) for letter, content in zip("ABCDEFG", cells, strict=True)},
        _REMEDY_WIDE)


def frame_to_excel(found: Any, path: str | os.PathLike[str]) -> None:
    """Writes the verdicts of many units as a book: how many by item, and a row for each unit
    with the columns that the result has (`reasons`, `distances`, `carry`)."""
    arrow: Any = importlib.import_module("pyarrow")
    book, look = excel().Workbook(), Look()
    titles = _titles(found.standard)
    table = arrow.table(found)  # a stream is counted as it is read
    _summary(book.active, look, found, titles)
    supposed = both(no_finding_in_both(found.standard))
    sheet = book.create_sheet(_units(found.standard, bool(supposed)))
    sheet.oddHeader.center.text = supposed or None
    first = [name for name in ("id", "name") if name in table.column_names]
    names = [*first, *(name for name in table.column_names if name not in first)]
    letter = excel("utils").get_column_letter
    broad = {}
    for place, name in enumerate(names, 1):
        look.put(sheet.cell(1, place), name, "head")
        look.put(sheet.cell(2, place), both(titles.get(name.partition("__")[0], ("", ""))), "grey",
                 EXPLAIN)
        broad[letter(place)] = max(14.0, min(34.0, wide(name) + 4.0))
    sheet.row_dimensions[2].height = 44
    columns = [table[name].to_pylist() for name in names]
    for row, line in enumerate(zip(*columns, strict=True), 3):
        for place, content in enumerate(line, 1):
            verdict = names[place - 1] in found.columns
            if verdict and content in VERDICTS:
                look.put(sheet.cell(row, place), content, "plain", COLOURS[content])
            else:
                look.put(sheet.cell(row, place), _number(content))
    widths(sheet, broad)
    sheet.freeze_panes = f"{letter(len(first) + 1)}3"
    sheet.auto_filter.ref = f"A2:{letter(len(names))}{len(table) + 2}"
    printed(sheet, "1:2", f"A:{letter(max(1, len(first)))}")
    book.save(path)


def _summary(sheet: Any, look: Look, found: Any, titles: dict[str, Both]) -> None:
    sheet.title = "汇总 · summary"
    first = 1
    supposed = both(no_finding_in_both(found.standard))
    if supposed:
        look.put(sheet.cell(1, 1), supposed, "bold")
        sheet.cell(1, 1).alignment = excel("styles").Alignment(vertical="center", wrap_text=False)
        first = 3
    head = ["", both(("要求", "")), both(("", "requirement")), *(both(words) for words in VERDICTS.values())]
    for place, words in enumerate(head, 1):
        look.put(sheet.cell(first, place), words, "head")
    for row, (name, counts) in enumerate(found._lines().items(), first + 1):
        title = titles.get(name, ("", ""))
        how = "item" if name == "verdict" else "plain"
        for place, content in enumerate((name, *title), 1):
            look.put(sheet.cell(row, place), content, how)
        for place, (verdict, count) in enumerate(zip(Verdict, counts, strict=True), 4):
            look.put(sheet.cell(row, place), count, how, COLOURS[verdict] if count else "")
            sheet.cell(row, place).number_format = "#,##0"
    widths(sheet, {"A": 24.0, "B": 30.0, "C": 36.0, "D": 15.0, "E": 15.0, "F": 25.0, "G": 25.0})
    sheet.freeze_panes = f"D{first + 1}"
    printed(sheet)


def _titles(of: Standard | Pack) -> dict[str, Both]:
    """What the columns are of, in words."""
    zh, en = titles_of(of, "zh"), titles_of(of, "en")
    return {"score": POINTS} | {path: (zh[path], en[path]) for path in zh} | OWN


def _units(of: Standard | Pack, supposed: bool) -> str:
    """The name of the sheet with the units: what they are."""
    zh, en = (of.unit_label("zh"), of.unit_label("en")) if isinstance(of, Standard) \
        else ("评价对象", "units")
    name = f"{zh}（假设）· {en} (what-if)" if supposed else f"{zh} · {en}"
    return sheet_name(name if len(name) <= LONGEST else zh)


def _below(node: dict[str, Any], depth: int) -> Iterator[tuple[dict[str, Any], int]]:
    for member in node.get("members", ()):
        yield member, depth + 1
        yield from _below(member, depth + 1)


def _word(verdict: str) -> Both:
    return VERDICTS[Verdict(verdict)]


def _both(words: dict[str, str], otherwise: str = "") -> Both:
    return words.get("zh") or otherwise, words.get("en") or otherwise


def _number(content: Any) -> Any:
    """A number where Excel can hold it exactly enough to be sorted; else as it is."""
    if isinstance(content, (int, Decimal, type(None))):
        return "" if content is None else content
    return content if isinstance(content, (float, str)) else str(content)

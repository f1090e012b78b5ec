# SPDX-License-Identifier: Apache-2.0
"""What sheets say, in Chinese and English."""

from __future__ import annotations

from ._core import Fact
from ._words import Both

MANY = 6  # of so many words to choose from are all told beside the cell

YES_NO: dict[bool, Both] = {True: ("是", "yes"), False: ("否", "no")}
NONE: Both = ("无", "none")

HEAD: dict[str, Both] = {
    "clause": ("条款", "clause"), "label": ("事实", ""), "english": ("", "fact"),
    "value": ("填写", "value"), "unit": ("单位", "unit"), "fits": ("可填", "what fits"),
    "dated": ("证据日期", "dated"), "name": ("名称", "name of the fact"),
}
OWN: dict[str, tuple[Both, Both]] = {
    "id": (("编号", "id"), ("任意，不重复", "any, each once")),
    "name": (("单位名称", "name of the unit"), ("任意", "any")),
    "kind": (("种类", "kind"), ("以下之一：", "one of: ")),
    "evidence.by": (("资料来源", "who says so"), ("任意", "any")),
    "evidence.date": (("资料日期", "as of which day"), (
        "日期；未另写证据日期的事实以此为准", "a day, of all facts that have none of their own")),
    "evidence.document": (("文件", "document"), ("任意", "any")),
}
UNIT_OF: tuple[Both, Both] = (("所属单位编号", "id of its unit"), (
    "主表中的编号；只有一个单位时可留空", "an id of the main sheet; blank where there is one unit alone"))
MEMBER_OF: tuple[Both, Both] = (("成员编号", "id of the member"), (
    "成员表中的编号", "an id of the sheet of members"))
ROWS: tuple[Both, ...] = (("# 事实", "fact"), ("# 条款", "clause"), ("# 单位", "unit"),
                          ("# 可填", "what fits"))
README: Both = ("说明", "how to")
OPTIONS: Both = ("选项", "options")

_FITS: dict[str, Both] = {
    "boolean": ("是 或 否", "yes or no"), "count": ("整数", "a whole number"),
    "amount": ("金额，最多 {0} 位小数", "an amount, {0} decimals at most"), "number": ("数", "a number"),
    "text": ("文字", "text"), "date": ("日期，如 2024-03-31", "a day, such as 2024-03-31"),
    "duration": ("期间，如 30天、12个月", "a duration: 30 days as `30天`, 12 months as `12个月`"),
    "period": ("日期，如 2024-03-31", "a day, such as 2024-03-31"),
    "category": ("以下之一：", "one of: "), "set": ("以下若干项，用顿号隔开：", "any of these, with commas between: "),
    "list": ("在表“{0}”中逐项填写；没有的，此处填“无”", "rows of the sheet “{0}”; `none` here if there is none"),
}


def both(words: Both) -> str:
    """`是 / yes`, on one line.

    >>> both(("是", "yes")), both(("CNY", "CNY"))
    ('是 / yes', 'CNY')
    """
    shown = [word for word in words if word]
    return shown[0] if len(set(shown)) == 1 else " / ".join(shown)


def labels(fact: Fact) -> Both:
    return fact.label("zh"), fact.label("en")


def fits(fact: Fact, kind: str, sheet: str = "", part: str = "") -> Both:
    """What a cell of the fact may hold; `part` is `from` or `to` of a period."""
    kind = "list" if kind == "units" else kind
    words = [each.format(sheet if kind == "list" else fact.decimals) for each in _FITS[kind]]
    if kind == "category" and len(fact.options()) > MANY:
        words = ["从下拉列表中选择", "choose from the list"]
    elif kind in ("category", "set"):
        for place, lang in ((0, "zh"), (1, "en")):
            shown = fact.options("zh" if lang == "zh" else "en").values()
            words[place] += ("、" if lang == "zh" else ", ").join(shown)
    if fact.range and kind in ("count", "amount", "number", "date"):
        ends = fact.range.strip("()") if fact.range.startswith(("(>", "(<")) else fact.range
        words = [f"{words[0]}，{ends}", f"{words[1]}, {ends}"]
    if part in ("from", "to"):
        words = [f"{words[0]}（{'起' if part == 'from' else '止'}）",
                 f"{words[1]} ({'first' if part == 'from' else 'last'})"]
    if part == "to":
        words = [f"{words[0]}；无期限填 #none", f"{words[1]}; `#none` if it has no end"]
    if fact.optional and not part:
        words = [f"{words[0]}；没有的填 #none", f"{words[1]}; `#none` if there is none"]
    if fact.derived and not part:
        words = [f"{words[0]}；留空则自动计算", f"{words[1]}; computed if left blank"]
    return words[0], words[1]


GUIDE: tuple[Both, ...] = (
    ("黄色的格子供填写；其余不要改动，尤其是名称一栏（行）。",
     "Fill in the yellow cells. Leave the others as they are, above all the names of facts."),
    ("留空就是“不知道”，不等于 0，也不等于“否”。没有就填 0 或“否”。",
     "A blank cell is “not known”: never 0, never “no”. Write 0 or “no” where that is so."),
    ("等待认定的填 #pending（可在后面写案号）；已知没有此项的填 #none（仅限注明可以的）。",
     "`#pending` (with the case, if there is one): waits for a decision. `#none`: known to be "
     "absent, where the cell says so."),
    ("有多条记录的事实在各自的表中逐行填写，“id”一栏写所属单位的编号（只有一个单位时可留空）；"
     "确实没有记录的，在主表填“无”。",
     "Facts with several records have a sheet of their own, a row for each; the column `id` says "
     "of which unit (blank where there is only one). If there is none at all, write `none` in "
     "the main sheet."),
    ("公式可以使用，读取的是保存时的计算结果。",
     "Formulas may be used: what they came to when the book was saved is read."),
    ("填写后评价：python -m norma check 本文件.xlsx --as-of 2024-03-31",
     "To judge it: python -m norma check THIS.xlsx --as-of 2024-03-31"),
)

# SPDX-License-Identifier: Apache-2.0
"""What a column of a fact may hold, and how others become such: for columns that do not fit."""

from __future__ import annotations

import datetime
import decimal
import math

from . import _core
from ._columns import Named, fact_of
from ._core import Standard
from ._errors import FactError
from ._frame_pandas import Mixed, Pandas
from ._frame_table import Table
from ._plain import plain
from ._words import Both

LONGEST = 40  # characters of a value that is shown
# By kind of fact: how it is called, what fits, and the key of `MAKE` by which texts become it.
FITS: dict[str, tuple[Both, Both, str]] = {
    "boolean": (("是否", "a boolean"), ("True、False 或缺失", "True, False or missing"), "words"),
    "count": (("件数", "a count"), ("整数：int8 至 int64，或为整数的浮点数、小数",
                                "whole numbers: int8 to int64, or doubles and decimals that are "
                                "whole"), "whole"),
    "amount": (("金额", "an amount"), ("数：int64、decimal 或 float64",
                                  "numbers: int64, decimal or float64"), "numbers"),
    "number": (("数", "a number"), ("数：int64、decimal 或 float64",
                                 "numbers: int64, decimal or float64"), "numbers"),
    "text": (("文字", "a text"), ("文字", "texts"), ""),
    "category": (("类别", "a category"), ("文字，或文字的类别", "texts, or categories of texts"), ""),
    "date": (("日期", "a date"), ("日期：date32，或零点的时间",
                              "days: date32, or datetimes at midnight"), "days"),
    "period": (("起止期间", "a period"), ("含日期 `from` 和 `to` 的结构",
                                    "structures with the days `from` and `to`"), ""),
    "set": (("集合", "a set"), ("文字的列表", "lists of texts"), ""),
    "list": (("记录的列表", "a list"), ("结构的列表，每个事实一个字段",
                                 "lists of structures with a field for each of its facts"), ""),
    "units": (("成员名册", "a list of units"), (
        "结构的列表，每个事实一个字段，或 `members=(frame, key)`",
        "lists of structures with a field for each fact, or `members=(frame, key)`"), ""),
}
MAKE: dict[str, dict[str, str]] = {
    "pandas": {"words": "frame[{0!r}].map({{'是': True, '否': False}})",
               "whole": "pandas.to_numeric(frame[{0!r}])",
               "numbers": "pandas.to_numeric(frame[{0!r}])",
               "days": "pandas.to_datetime(frame[{0!r}])",
               "zones": "frame[{0!r}].dt.tz_localize(None)"},
    "polars": {"words": "frame[{0!r}].replace_strict({{'是': True, '否': False}})",
               "whole": "frame[{0!r}].cast(polars.Int64)",
               "numbers": "frame[{0!r}].cast(polars.Float64)",
               "days": "frame[{0!r}].str.to_date()",
               "zones": "frame[{0!r}].dt.replace_time_zone(None)"},
    "arrow": {"words": "pyarrow.compute.equal(frame[{0!r}], '是')",
              "whole": "frame[{0!r}].cast('int64')", "numbers": "frame[{0!r}].cast('float64')",
              "days": "frame[{0!r}].cast('date32')",
              "zones": "pyarrow.compute.local_timestamp(frame[{0!r}])"},
    "sql": {"words": "{0} = '是'", "whole": "cast({0} as bigint)",
            "numbers": "cast({0} as decimal(18, 2))", "days": "cast({0} as date)",
            "zones": "cast({0} as timestamp)"},
}
TYPES: dict[str, tuple[type, ...]] = {
    "boolean": (bool,), "count": (int, float, decimal.Decimal),
    "amount": (int, float, decimal.Decimal), "number": (int, float, decimal.Decimal),
    "text": (str,), "category": (str,), "date": (datetime.date,), "set": (list, tuple, set),
    "list": (list, tuple), "units": (list, tuple),
}


def with_what_fits(error: FactError, standard: Standard, named: Named,
                   made: type[Table]) -> FactError:
    """The error with a line for each column of a wrong type: its fact, and what would fit."""
    lines = []
    for one in error.diagnostics:
        if one.code not in ("N0660", "N0662", "N0666", "N0670"):
            continue
        column = one.message.split("`")[1]
        of = fact_of(column, named)
        if of is None:
            continue
        fact, kind = of
        zh, en = _labels(standard, fact)
        kind_zh, kind_en = FITS[kind][0] if kind in FITS else (kind, kind)
        fits_zh, fits_en = _fits(column, kind, made, zoned="timestamp[tz=" in one.message)
        lines.append((f"列 `{column}` 属于事实 `{fact}`（{zh}），{kind_zh}：{fits_zh}",
                      f"`{column}` is of the fact `{fact}` ({en}), {kind_en}: {fits_en}"))
    return error.with_notes(lines) if lines else error


def mixed_error(mixed: Mixed, standard: Standard, named: Named) -> FactError:
    """That a column holds values of several kinds, or none that facts have, told of the first
    row that has another than its fact."""
    name = mixed.name
    fact, kind = fact_of(name, named) or ("", "text" if name in ("id", "name", "unit", "kind")
                                          else "")
    place = _first_other(mixed, TYPES.get(kind, (object,)))
    label, given = mixed.column.index[place], mixed.column.iloc[place]
    at = f"frame[{name!r}]" + (f"[{label!r}]" if mixed.column.index.is_unique else f".iloc[{place}]")
    shown = repr(plain(given))
    shown = shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
    of = type(given).__name__
    zh, en = _labels(standard, fact) if fact else ("", "")
    label_of = (f"{zh} {name}", f"{en}, {name}") if fact else (name, name)
    return FactError("", [_core.cell_finding(
        at, label_of, (f"`{shown}` 的类型是 `{of}`，与该列其他的值或其事实不合",
                       f"`{shown}` is of type `{of}`, unlike other values of the column or its fact"),
        _fits(name, kind, Pandas))])


def _first_other(mixed: Mixed, types: tuple[type, ...]) -> int:
    """The place of the first value that is of no type of the fact, else of the first that the
    values before it can not stand with."""
    for place, given in enumerate(mixed.column):
        one = plain(given)
        if one is None or one == "" or isinstance(one, float) and math.isnan(one):
            continue
        # A bool is an int to Python, and no number.
        if not isinstance(one, types) or isinstance(one, bool) and int in types:
            return place
    good, bad = 0, len(mixed.column)  # so many from the first on go together, so many do not
    while bad - good > 1:
        half = (good + bad) // 2
        good, bad = (half, bad) if mixed.go_together(half) else (good, half)
    return bad - 1


def _labels(standard: Standard, fact: str) -> Both:
    found = [_core.words_of(standard, "zh")[1], _core.words_of(standard, "en")[1]]
    return found[0][fact][0], found[1][fact][0]


def _fits(column: str, kind: str, made: type[Table], zoned: bool = False) -> Both:
    _, (zh, en), texts = FITS.get(kind, (("", ""), ("", ""), ""))
    if zoned and kind == "date":
        make = MAKE[made.converts]["zones"].format(column)
        return f"{zh}；时区可以去掉：`{make}`", f"{en}; the zone is dropped by `{make}`"
    make = MAKE[made.converts].get(texts, "").format(column)
    if make:
        zh, en = f"{zh}；文字可以转换：`{make}`", f"{en}; texts become such by `{make}`"
    return zh, en

# SPDX-License-Identifier: Apache-2.0
"""Columns that do not fit are told with their fact, what would fit and how to make it so."""

import datetime
import re
import warnings
from decimal import Decimal

import duckdb
import norma
import numpy
import pandas as pd
import polars
import pyarrow
import pyarrow.compute
import pytest
from conftest import DAY

pandas = pd
TEXTS = {"worker_count": ["120", None], "union_sound": ["是", None],
         "training_fund_due_amount": ["1577.50", None],
         "satisfaction_survey_date": ["2023-09-30", None]}
GOOD = {"worker_count": [120, None], "union_sound": [True, None],
        "training_fund_due_amount": [Decimal("1577.50"), None],
        "satisfaction_survey_date": [datetime.date(2023, 9, 30), None]}
SIZES = {"size_class": ["large", "large"]}
FITS = {"worker_count": "a count: whole numbers", "union_sound": "a boolean: True, False or missing",
        "training_fund_due_amount": "an amount: numbers", "satisfaction_survey_date": "a date: days"}
pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")


def assess(standard, frame):
    return standard.assess_frame(frame, as_of=DAY)


def help_of(standard, frame, name):
    """The line of help for a column, and the conversion in it."""
    with pytest.raises(norma.FactError) as told:
        assess(standard, frame)
    (line,) = [line for line in told.value.render("en").splitlines()
               if line.startswith(f"help: `{name}` is of the fact `{name}`")]
    return line, re.search("texts become such by `(.*)`", line)[1]


MAKE = {
    "pandas": (pd.DataFrame, lambda frame, name, code: frame.assign(
        **{name: eval(code, {"frame": frame, "pandas": pd})})),
    "Polars": (polars.DataFrame, lambda frame, name, code: frame.with_columns(
        eval(code, {"frame": frame, "polars": polars}).alias(name))),
    "PyArrow": (pyarrow.table, lambda frame, name, code: frame.drop_columns(name).append_column(
        name, eval(code, {"frame": frame, "pyarrow": pyarrow}))),
    "DuckDB": (lambda one: duckdb.from_arrow(pyarrow.table(one)),
               lambda frame, name, code: frame.select(f"* replace ({code} as {name})")),
}


@pytest.mark.parametrize("kind", MAKE)
@pytest.mark.parametrize("name", TEXTS)
def test_columns_of_texts_are_told_and_the_conversion_works(large, kind, name):
    make, convert = MAKE[kind]
    frame = make(SIZES | {name: TEXTS[name]})
    line, code = help_of(large, frame, name)
    assert FITS[name] in line
    mended = pyarrow.table(assess(large, convert(frame, name, code)))
    assert mended == pyarrow.table(assess(large, make(SIZES | {name: GOOD[name]})))


def test_the_help_is_there_in_chinese(large):
    with pytest.raises(norma.FactError) as told:
        assess(large, pd.DataFrame(SIZES | {"union_sound": ["是", "否"]}))
    assert told.value.render("zh").splitlines()[-1] == (
        "帮助：列 `union_sound` 属于事实 `union_sound`（工会组织健全），是否：True、False 或缺失；"
        "文字可以转换：`frame['union_sound'].map({'是': True, '否': False})`")


@pytest.mark.parametrize("name, values, at, shown, fits", [
    ("worker_count", [1, "a"], "['y']", "`'a'` is of type `str`", "whole numbers"),
    ("worker_count", ["a", 1], "['x']", "`'a'` is of type `str`", "whole numbers"),
    ("worker_count", [True, 2], "['x']", "`True` is of type `bool`", "whole numbers"),
    ("worker_count", [None, 10**40], "['y']", f"`{10**38}", "whole numbers"),
    ("union_sound", [True, "yes"], "['y']", "`'yes'` is of type `str`", "True, False or missing"),
    ("union_sound", [None, 1 + 2j], "['y']", "`(1+2j)` is of type `complex`", "True, False"),
    ("size_class", ["large", 3], "['y']", "`3` is of type `int`", "texts, or categories"),
    ("satisfaction_survey_date", [datetime.date(2023, 9, 30), "2023-09-30"], "['y']",
     "`'2023-09-30'` is of type `str`", "pandas.to_datetime(frame['satisfaction_survey_date'])"),
    ("training_forms_used", [["induction"], "induction"], "['y']", "is of type `str`",
     "lists of texts"),
    ("union_sound__date", [datetime.date(2023, 9, 30), 5], "['y']", "`5` is of type `int`", "days"),
    ("satisfaction_survey_date", [datetime.date(2023, 9, 30), datetime.datetime(2023, 9, 30, 8)],
     "['y']", "datetime.datetime(2023, 9, 30, 8, 0)`", "datetimes at midnight"),
    ("satisfaction_survey_date", [datetime.date(2023, 9, 30), 1.0], "['y']", "`1.0` is of type",
     "days"),
    ("training_fund_due_amount", [1.5, True], "['y']", "`True` is of type `bool`", "numbers"),
    ("id", [1, "a"], "['x']", "`1` is of type `int`", "texts"),
])
def test_columns_of_mixed_kinds_are_told_by_their_first_row(large, name, values, at, shown, fits):
    frame = pd.DataFrame({"employee_count": [1, 2], name: pd.Series(values, dtype=object).values},
                         index=["x", "y"])
    with pytest.raises(norma.FactError) as told:
        assess(large, frame)
    words = told.value.render("en")
    assert f"frame['{name}']{at}" in words and shown in words and fits in words
    fact = name.removesuffix("__date")
    if fact != "id":
        label = next(one.label("en") for one in large.facts if one.name == fact)
        assert f"“{label}, {name}”" in words
    assert "Arrow" not in words and "arrow" not in words
    assert "应填：" in told.value.render("zh")


def test_a_row_whose_label_is_not_its_own_is_told_by_its_place(large):
    frame = pd.DataFrame({"worker_count": pd.Series([1, "a"], dtype=object).values},
                         index=["x", "x"])
    with pytest.raises(norma.FactError, match=r"frame\['worker_count'\].iloc\[1\]"):
        assess(large, frame)


def test_the_first_of_many_rows_that_does_not_go_with_the_others(large):
    values = [datetime.date(2023, 9, 30)] * 1000
    values[777] = pd.Timestamp("2023-09-30 08:00", tz="UTC")
    frame = pd.DataFrame({"satisfaction_survey_date": pd.Series(values, dtype=object)})
    with pytest.raises(norma.FactError) as told:
        assess(large, frame)
    assert "frame['satisfaction_survey_date'][777]" in told.value.render("en")


def test_numbers_of_several_types_are_of_one_kind(large):
    for values in ([1, 2.0], [1, Decimal(2)], [numpy.int64(1), 2], [numpy.float64(1), 2], [None, 2]):
        frame = pd.DataFrame(SIZES | {"worker_count": pd.Series(values, dtype=object)})
        assert assess(large, frame).explain(1).digest == assess(
            large, pd.DataFrame(SIZES | {"worker_count": [1, 2]})).explain(1).digest
    for values in ([numpy.True_, True], [None, True]):
        frame = pd.DataFrame(SIZES | {"worker_count": [9, 9],
                                      "union_sound": pd.Series(values, dtype=object)})
        assert assess(large, frame).explain(1)["union/union_sound"].verdict == "pass"


def test_columns_of_members_are_told(zj):
    parks = pd.DataFrame({"id": ["p"], "kind": ["park"], "area_enterprise_count": [1]})
    firms = pd.DataFrame({"park": ["p", "p"], "id": ["a", "b"],
                          "worker_count": pd.Series([1, "many"], dtype=object)})
    with pytest.raises(norma.FactError, match=r"frame\['worker_count'\]\[1\].*'many'"):
        zj["area"].assess_frame(parks, members=(firms, "park"), as_of=DAY)


@pytest.mark.parametrize("counts, verdicts", [
    ([10**30, 10**30 - 1, None], ["pass", "fail", "undetermined"]),
    (pd.arrays.SparseArray([4, 0, 4]), ["pass", "fail", "pass"])])
def test_integers_beyond_64_bits_and_sparse_ones_are_exact(large, counts, verdicts):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        found = large.assess_frame(pd.DataFrame({
            "contract_signed_count": counts, "worker_count": [1064] * 3, "size_class": ["large"] * 3,
            "contract_due_count": [counts[0]] * 3}), as_of=DAY)
    assert [found.explain(row)["employment/contracts"].verdict for row in range(3)] == verdicts
    with pytest.raises(norma.FactError, match="N0675"):
        large.assess_frame(pd.DataFrame({"worker_count": [10**40]}), as_of=DAY)

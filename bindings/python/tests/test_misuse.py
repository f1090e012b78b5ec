# SPDX-License-Identifier: Apache-2.0
"""What can not be done is told in the language of the call, or of the locale."""

import datetime

import duckdb
import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY, ROOT

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")

TABLE = pa.table({"worker_count": [1064], "size_class": ["large"]})


def judged(large, frame, **options):
    return large.assess_frame(frame, as_of=DAY, **options)


# By what is done with the standard in a language: the type, and words of both languages.
TOLD = {
    "no frame": (lambda large, lang: judged(large, [1], lang=lang),
                 TypeError, "表须为 pandas", "a frame is one of pandas"),
    "members of no frame": (lambda large, lang: judged(large, TABLE, members=([1], "x"), lang=lang),
                            TypeError, "表须为 pandas", "a frame is one of pandas"),
    "members to collect": (
        lambda large, lang: judged(large, TABLE, members=(pl.LazyFrame(), "x"), lang=lang),
        TypeError, "请先 collect", "collect the frame"),
    "members without a key": (lambda large, lang: judged(large, TABLE, members=TABLE, lang=lang),
                              TypeError, "写作 `members=(frame, key)`", "are given as `members="),
    "threads": (lambda large, lang: judged(large, TABLE, threads=-1, lang=lang),
                ValueError, "不能是 -1", "not -1"),
    "threads in words": (lambda large, lang: judged(large, TABLE, threads="2", lang=lang),
                         ValueError, "不能是 '2'", "not '2'"),
    "a connection": (lambda large, lang: judged(large, duckdb.connect(), lang=lang),
                     TypeError, "duckdb.DuckDBPyConnection 没有", "DuckDBPyConnection has not"),
    "verdicts": (lambda large, lang: judged(large, TABLE, verdicts="bits", lang=lang),
                 ValueError, "不是 'bits'", "not 'bits'"),
    "no day": (lambda large, lang: large.assess_frame(TABLE, lang=lang),
               TypeError, "须写明 as_of", "as_of is required"),
    "no day of a unit": (lambda large, lang: large.assess({}, lang=lang),
                         TypeError, "须写明 as_of", "as_of is required"),
    "an hour": (lambda large, lang: large.assess({}, as_of=datetime.datetime.now(), lang=lang),
                TypeError, "日期须为", "a day is a datetime.date"),
    "a number": (lambda large, lang: judged(large, TABLE, dates=2024, lang=lang),
                 TypeError, "日期须为", "a day is a datetime.date"),
    "the 30th of February": (lambda large, lang: large.assess({}, as_of="2024-02-30", lang=lang),
                             ValueError, "2024-02-30", "2024-02-30"),
    "another kind": (lambda large, lang: large.assess({"unit": "site", "facts": {}}, as_of=DAY,
                                                      lang=lang),
                     norma.FactError, "适用于 `enterprise`，而评价对象是 `site`",
                     "is for `enterprise`, the unit is `site`"),
    "a row": (lambda large, lang: judged(large, TABLE).explain(1, lang=lang),
              IndexError, "没有第 1 行", "no row 1 among 1"),
    "a label": (lambda large, lang: judged(large, TABLE).explain("E1", lang=lang),
                TypeError, "从 0 起数", "counted from 0"),
    "a label of pandas": (lambda large, lang: judged(large, TABLE.to_pandas()).explain(
        "E1", lang=lang), norma.NotFound, "没有标签", "no label"),
    "a stream": (lambda large, lang: judged(large, TABLE.to_reader()).explain(0, lang=lang),
                 TypeError, "请先 collect", "collect the frame first"),
    "a column": (lambda large, lang: judged(large, TABLE, carry="idd", lang=lang),
                 norma.FactError, "`idd`", "`idd`"),
    "a query of a pack": (lambda large, lang: norma.load("cn-zj").assess_frame(
        pl.LazyFrame(), as_of=DAY, lang=lang), TypeError, "请先 collect", "collect it first"),
}


@pytest.mark.parametrize("what", TOLD)
def test_misuse_is_told_in_the_language_of_the_call(large, monkeypatch, what):
    call, of, zh, en = TOLD[what]
    for asked, locale, words in [("zh", "en_US.UTF-8", zh), ("en", "zh_CN.UTF-8", en),
                                 (None, "zh_CN.UTF-8", zh), (None, "en_US.UTF-8", en)]:
        monkeypatch.setenv("LC_ALL", locale)
        with pytest.raises(of) as told:
            call(large, asked)
        assert words in str(told.value)


@pytest.mark.parametrize("call, of, zh, en", [
    (lambda large: large.assess([1], as_of=DAY), TypeError, "映射", "mapping"),
    (lambda large: large.assess(TABLE.to_pandas(), as_of=DAY), TypeError, "assess_frame", "many units"),
    (lambda large: large.assess(TABLE, as_of=DAY), TypeError, "assess_frame", "many units"),
    (lambda large: norma.load(ROOT), norma.NotFound, "没有 pack.yaml", "has no pack.yaml"),
    (lambda large: judged(large, TABLE).what_if("periodic_window", None), ValueError,
     "要试哪些值", "which values"),
    (lambda large: large.verdict({"unit": "site", "facts": {}}, as_of=DAY), norma.FactError,
     "适用于", "is for"),
    (lambda large: judged(large, pl.from_arrow(TABLE).lazy()).erring_rows, TypeError,
     "尚未评定", "not yet"),
    (lambda large: judged(large, pl.from_arrow(TABLE).lazy()).counts(), TypeError,
     "尚未 collect", "not collected"),
    (lambda large: judged(large, TABLE).what_if("periodic_window", []), ValueError,
     "要试哪些值", "which values"),
    (lambda large: judged(large, TABLE).distances("x"), norma.NotFound, "没有带条件的", "no item"),
    (lambda large: large.with_parameters({"periodic_window": None}), TypeError, "的值不能是",
     "can not be read"),
    (lambda large: norma.template(large).to_excel("x.xlsx", layout="x"), ValueError, "layout 为",
     "a layout is"),
    (lambda large: norma.template("cn-zj"), TypeError, "标准写作", "a standard is"),
    (lambda large: norma.read_excel(__file__), norma.Error, "不是 Excel 工作簿", "no Excel workbook"),
    (lambda large: list(judged(large, pd.DataFrame({"worker_count": [1]})).distances("x")),
     KeyError, "没有带条件的", "no item")])
def test_other_misuse_is_told_in_the_language_of_the_locale(large, monkeypatch, call, of, zh, en):
    for locale, words in (("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)):
        monkeypatch.setenv("LC_ALL", locale)
        with pytest.raises(of) as told:
            call(large)
        assert words in str(told.value)


def test_a_report_tells_in_its_own_language(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    scheme = norma.load(ROOT / "examples/schemes")["score_with_floors"]
    report = scheme.assess({}, as_of=DAY, lang="zh")
    with pytest.raises(norma.Error, match="不逐一试算") as told:
        report.sensitivity()
    assert "points are not tried" in told.value.render("en")

# SPDX-License-Identifier: Apache-2.0
"""Values that facts can not have are told with their row and column, and findings in the
language asked for."""

import warnings

import duckdb
import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY

ROWS = {"在岗人数": [1064, -5, 300], "size_class": ["large", "large", "huge"],
        "contract_due_count": [10, 10, None], "contract_signed_count": [10, 11, 4]}


@pytest.fixture
def standard():
    return norma.load("cn-zj")["enterprise.large_medium"]


def judged(standard, frame, **options):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        result = standard.assess_frame(frame, as_of=DAY, **options)
    return result, "\n".join(str(one.message) for one in told)


@pytest.mark.parametrize("frame, labels", [
    (pd.DataFrame(ROWS, index=["330101", "330102", "330103"]), ["330102", "330103"]),
    (pl.DataFrame(ROWS), ["1", "2"]),
    (pa.table(ROWS), ["1", "2"])])
def test_values_in_error_are_told_with_row_column_and_fact(standard, frame, labels):
    result, told = judged(standard, frame)
    assert result.erring_rows == 2
    assert [one.code for one in result.data_errors] == ["N0677"] * 3
    words = "\n".join(one.render("en") for one in result.data_errors)
    assert f"row {labels[0]}, column `在岗人数`: the fact `worker_count` counts as unknown" in words
    assert "[N0742]" in words and "[N0746]" in words
    assert f"row {labels[1]}, column `size_class`: the fact `size_class`" in words
    assert "N0677" in told
    assert "第 " + labels[0] + " 行，列 `在岗人数`" in judged(standard, frame, lang="zh")[1]


def test_a_frame_in_order_tells_nothing(standard):
    result, told = judged(standard, pa.table({"worker_count": [3, None], "size_class": [
        "large", None]}))
    assert (result.erring_rows, result.data_errors) == (0, ())
    assert "N0677" not in told


def test_many_rows_in_error_are_counted_and_some_told(standard):
    result, told = judged(standard, pa.table({"worker_count": [-1] * 30_000}))
    assert result.erring_rows == 30_000
    assert len(result.data_errors) == 100
    assert told.count("warning[N0677]") == 3 and "at least 97 more" in told


CASES = {
    "pack.yaml": "norma: 1\npack: shops\nversion: 1.0.0\ntitle: {zh: 案, en: Cases}\n"
                 "documents:\n  d: {number: 一号, title: {zh: 文}}\n",
    "facts.yaml": """\
norma: 1
units:
  shop: {label: {zh: 店, en: shop}}
records:
  case:
    fields:
      people: {type: count, label: {zh: 人数, en: people}}
facts:
  cases: {label: {zh: 案件, en: cases}, of: [shop], type: list of case}
""",
    "shop.yaml": """\
norma: 1
standard: shop
title: {zh: 店, en: Shops}
unit: shop
in_force: {from: 2023-01-01}
cite: {document: d, clause: 一}
items:
  - id: size
    cite: ①
    title: {zh: 人数, en: Size}
    all:
      - id: people
        title: {zh: 人, en: People}
        require: every c in cases satisfies c.people <= 3
"""}


def test_a_row_of_more_errors_than_are_told_says_so(tmp_path):
    for name, text in CASES.items():
        (tmp_path / "shops").mkdir(exist_ok=True)
        (tmp_path / "shops" / name).write_text(text, encoding="utf-8")
    shops = norma.load(tmp_path / "shops")
    rows = [{"cases": [{"people": -1 - i} for i in range(size)]} for size in (2, 100, 101, 5000)]
    result, _ = judged(shops["shop"], pa.Table.from_pylist(rows), errors=True, lang="en")
    assert [one.code for one in result.data_errors] == (
        ["N0677"] * 202 + ["N0689"] + ["N0677"] * 100 + ["N0689"])
    assert result.data_errors[-1].render("en").startswith(
        "warning[N0689]: row 3: more than 100 values are in error; the first 100 are told")
    assert "第 3 行：有误的值超过 100 个" in result.data_errors[-1].render("zh")
    told = [text.split("; data")[-1] for text in result["verdict__errors"].to_pylist()]
    assert ["more than 100 values" in text for text in told] == [False, False, True, True]
    assert result.erring_rows == 4


def test_a_stream_tells_as_it_is_read(standard):
    table = pa.table({"worker_count": pa.chunked_array([[1, -1], [2, -2]])})
    result, _ = judged(standard, table.to_reader(max_chunksize=2))
    assert result.erring_rows == 0
    list(result.frame)
    assert result.erring_rows == 2
    assert ["row 1," in str(one) or "row 3," in str(one) for one in result.data_errors] == [
        True, True]


def test_packs_tell_what_their_standards_find():
    rows = {"unit": ["enterprise", "site"], "worker_count": [-1, -1],
            "size_class": ["large", "large"]}
    result, told = judged(norma.load("cn-zj"), pa.table(rows))
    assert "row 0, column `worker_count`" in told
    # The second is no enterprise: no standard of enterprises looks at it.
    assert result.by["enterprise.large_medium"].erring_rows == 1
    assert len({str(one) for one in result.data_errors}) == len(result.data_errors)


TOLD = [None, "在岗人数: data error: “persons working” is -5, outside its range >= 0 [N0742]; "
        "contract_due_count: “labour contracts due” is in error: ", "size_class: data error: "]


@pytest.mark.parametrize("frame", [
    pd.DataFrame(ROWS), pl.DataFrame(ROWS), pa.table(ROWS), pl.DataFrame(ROWS).lazy(),
    duckdb.from_arrow(pa.table(ROWS)), pa.table(ROWS).to_reader(max_chunksize=2)],
    ids=["pandas", "Polars", "Arrow", "Polars lazy", "DuckDB", "stream"])
def test_a_column_tells_of_each_row_on_request(standard, frame):
    found = judged(standard, frame, errors=True, lang="en")[0].frame
    found = found.collect() if isinstance(found, pl.LazyFrame) else found
    told = pa.table(found if hasattr(found, "__arrow_c_stream__") else pa.table(found))
    column = told["verdict__errors"].to_pylist()
    assert column[0] is None
    for wanted, words in zip(TOLD[1:], column[1:], strict=True):
        assert words.startswith(wanted)
    assert "[N0746]" in column[1]


def test_the_column_speaks_the_language_of_the_call(standard):
    found, _ = judged(standard, pa.table(ROWS), errors=True, lang="zh", verdicts="booleans")
    column = found["verdict__errors"].to_pylist()
    assert column[0] is None and column[1].startswith("在岗人数：数据有误：") and "；" in column[1]


def test_the_column_of_a_pack_tells_each_error_once():
    rows = {"unit": ["enterprise", "site", "enterprise"], "worker_count": [-1, -1, 3],
            "size_class": ["large", "large", "small"]}
    found, _ = judged(norma.load("cn-zj"), pa.table(rows), errors=True, lang="en")
    column = found["verdict__errors"].to_pylist()
    assert column == [column[0], column[0], None]  # sites have workers, too
    assert column[0].startswith("worker_count: data error: ") and "; " not in column[0]
    assert found.erring_rows == 2
    assert "verdict__errors" not in found.what_if("periodic_window", "6个月").results[
        "6个月"].frame.column_names


def test_a_query_tells_when_it_is_collected(standard):
    workers = [3] * 250_000
    workers[150_001] = workers[150_003] = -3
    query = pl.DataFrame({"worker_count": workers}).lazy()
    result, before = judged(standard, query)
    assert "N0677" not in before
    for ask in (lambda: result.erring_rows, lambda: result.data_errors):
        with pytest.raises(TypeError, match="errors=True"):
            ask()
    for _ in range(2):
        with pytest.warns(norma.FrameWarning, match="N0677") as told:
            result.frame.collect()
        (line,) = [str(one.message) for one in told]
        assert "row 150001, column `worker_count`" in line and "row 150003" in line
    shown = result.frame.select("verdict").slice(150_000, 4).collect()
    assert shown["verdict"].to_list() == ["undetermined"] * 4


def test_a_summary_has_a_line_of_rows_in_error(standard):
    rows = {"worker_count": [-1, 5, 1064], "size_class": ["large", "micro", "huge"],
            "party_org_sound": [False, None, None]}
    found, _ = judged(standard, pa.table(rows))
    *items, last = found.summary().to_pylist()
    assert last == {"item": "data_errors", "pass": 0, "fail": 0, "undetermined": 2,
                    "not_applicable": 0}
    assert [line["item"] for line in items] == found.columns
    assert judged(standard, pd.DataFrame(rows))[0].summary(lang="zh").iloc[-1, 0] == "其中数据有误"
    stream, _ = judged(standard, pa.table(rows).to_reader())
    list(stream.frame)
    assert stream.summary().to_pylist()[-1] == last
    clean, _ = judged(standard, pa.table({"worker_count": [5]}))
    assert [line["item"] for line in clean.summary().to_pylist()] == clean.columns


def test_errors_speak_the_language_of_the_call(standard, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    with pytest.raises(norma.FactError, match="错误"):
        standard.assess({"worker_cuont": 5}, as_of=DAY, lang="zh")
    with pytest.raises(norma.FactError, match="error"):
        standard.assess({"worker_cuont": 5}, as_of=DAY)
    with pytest.raises(norma.FactError, match="应为"):
        standard.assess_frame(pa.table({"worker_count": ["x"]}), as_of=DAY, lang="zh")
    (tmp_path / "pack.yaml").write_text("norma: 1\npack: x\nverson: 1\n", encoding="utf-8")
    with pytest.raises(norma.RuleError, match="错误"):
        norma.load(tmp_path, lang="zh")
    with pytest.raises(ValueError, match="2024-03-31"):
        standard.assess({}, as_of="2024/03/31")


def test_explanations_in_chinese_are_chinese(standard):
    report = standard.assess({"worker_count": 1000, "size_class": "large",
                              "party_org_sound": False}, as_of=DAY, lang="zh")
    told = report.explain()
    assert "不达标" in told and "待定" in told
    assert ": fail" not in told and ": undetermined" not in told

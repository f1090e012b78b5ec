# SPDX-License-Identifier: Apache-2.0
"""Values that facts can not have are told with their row and column, and findings in the
language asked for."""

import warnings

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

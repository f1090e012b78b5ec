# SPDX-License-Identifier: Apache-2.0
"""Frames of a scoring scheme: no unit passes by its gates alone."""

import datetime

import duckdb
import norma
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from conftest import DAY, ROOT
from norma.__main__ import main

# The gates hold, and the points are short of the 90 that pass: see examples/schemes/tests.
SHORT = {"founded_date": datetime.date(2001, 1, 1), "self_score": 95, "contract_due_count": 400,
         "contract_signed_count": 100, "unpaid_wage_events": []}


@pytest.fixture(scope="module")
def scheme():
    return norma.load(ROOT / "examples/schemes")["score_with_floors"]


def test_its_gates_are_not_its_verdict(scheme):
    """Of 91.5 points at the most contracts alone take more than the 1.5 to spare."""
    report = scheme.assess(SHORT, as_of=DAY)
    assert report.verdict == scheme.verdict(SHORT, as_of=DAY) == "fail"
    assert report.score.total[1] < 90
    assert [item.verdict for item in report.items][:2] == ["pass", "pass"]


FRAMES = {"PyArrow": lambda one: one, "pandas": lambda one: one.to_pandas(),
          "Polars": pl.from_arrow, "lazy": lambda one: pl.from_arrow(one).lazy(),
          "DuckDB": duckdb.from_arrow, "stream": lambda one: one.to_reader()}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_is_refused(scheme, kind):
    table = pa.Table.from_pylist([SHORT])
    with pytest.raises(norma.RuleError, match=r"error\[N0683\]: `score_with_floors`(.*\n)*.*`assess`"):
        scheme.assess_frame(FRAMES[kind](table), as_of=DAY, lang="en")


def test_a_file_is_refused(tmp_path, capsys):
    pa.parquet.write_table(pa.Table.from_pylist([SHORT]), tmp_path / "firms.parquet")
    code = main(["check", str(tmp_path / "firms.parquet"), "--pack", str(ROOT / "examples/schemes"),
                 "--standard", "score_with_floors", "--as-of", DAY, "--lang", "en"])
    told = capsys.readouterr()
    assert code == 65 and told.out == ""
    assert "error[N0683]: `score_with_floors` is a scoring scheme" in told.err

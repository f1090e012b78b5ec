# SPDX-License-Identifier: Apache-2.0
"""A frame is of its library whatever class it is of, has its own columns back, and is told what
is wrong with its columns before a row of it is read."""

import datetime
import io
import warnings

import duckdb
import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY

WORKERS = [1064, 12]


@pytest.fixture(autouse=True)
def _quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        yield


@pytest.mark.parametrize("column", [
    pd.array([2**60 + 1, pd.NA], "Int64"), pd.array([True, None], "boolean"),
    pd.array([2**60 + 1, None], "int64[pyarrow]"), pd.Categorical(["b", "a"], ["b", "a"]),
    pd.to_datetime(["2024-03-01 08:30", None]).tz_localize("Asia/Shanghai"),
    pd.array([b"x", None], object), [2**60 + 1, 7]])
def test_columns_that_pandas_results_carry_are_the_callers(large, column):
    frame = pd.DataFrame({"worker_count": WORKERS, "mine": column, "id": ["a", "b"]},
                         index=[3, 4])
    found = large.assess_frame(frame, as_of=DAY, carry=["mine", "id"], reasons=True).frame
    pd.testing.assert_frame_equal(found[["mine", "id"]], frame[["mine", "id"]])
    assert list(found)[:3] == ["mine", "id", "verdict"]
    by_id = large.assess_frame(frame.set_index("id"), as_of=DAY, carry="id").frame
    assert by_id["id"].tolist() == ["a", "b"]
    found.iloc[0, 1] = "changed"
    assert frame["id"].tolist() == ["a", "b"]

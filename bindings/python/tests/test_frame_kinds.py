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


class County(pd.DataFrame):
    pass


def test_subclasses_are_of_the_kind_that_they_build_on(large):
    found = large.assess_frame(County({"worker_count": WORKERS}, index=["a", "b"]), as_of=DAY)
    assert isinstance(found.frame, pd.DataFrame) and list(found.frame.index) == ["a", "b"]
    assert isinstance(large.assess_frame(type("Mine", (pl.DataFrame,), {})(
        {"worker_count": WORKERS}), as_of=DAY).frame, pl.DataFrame)
    file, table = io.BytesIO(), pa.table({"worker_count": WORKERS})
    with pa.ipc.new_stream(file, table.schema) as to:
        to.write_table(table)
    found = large.assess_frame(pa.ipc.open_stream(file.getvalue()), as_of=DAY)
    assert len(found) == 0 and isinstance(found.frame, pa.RecordBatchReader)
    assert found.frame.read_all().num_rows == len(found) == 2


def unread():
    raise AssertionError("a batch was read")
    yield


def stream_of(schema):
    return pa.RecordBatchReader.from_batches(schema, unread())


COLUMNS = {"worker_count": pa.int64(), "size_class": pa.dictionary(pa.int8(), pa.string()),
           "seen": pa.union([pa.field("a", pa.int8())], "sparse"),
           "union_sound": pa.bool_(), "coordinator_cuont": pa.list_(pa.struct([("a", pa.int8())])),
           "id": pa.string_view(), "satisfaction_survey_date": pa.timestamp("ns"),
           "training_fund_provided_amount": pa.decimal128(18, 2),
           "training_forms_used": pa.list_(pa.string())}


def test_columns_of_a_stream_are_looked_at_when_it_is_handed_over(large):
    with pytest.raises(norma.FactError, match="`worker_count` is of the fact"):
        large.assess_frame(stream_of(pa.schema([("worker_count", pa.string())])), as_of=DAY)
    with pytest.raises(norma.FactError, match="none of the columns"):
        large.assess_frame(stream_of(pa.schema([("a", pa.string())])), as_of=DAY)
    with pytest.warns(norma.FrameWarning, match="did you mean `coordinator_count`"):
        found = large.assess_frame(stream_of(pa.schema(list(COLUMNS.items()))), as_of=DAY)
    like = large.assess_frame(pa.Table.from_batches(
        [], pa.schema(list(COLUMNS.items()))), as_of=DAY)
    assert [str(one) for one in found.warnings] == [str(one) for one in like.warnings]
    table = pa.table({"worker_count": WORKERS, "coordinator_cuont": WORKERS})
    found = large.assess_frame(table.to_reader(), as_of=DAY)
    before = found.warnings
    assert found.frame.read_all().num_rows == 2
    assert found.warnings == before or [*map(str, found.warnings)] == [*map(str, before)]


class Stream:
    """A frame of which no more is known than that it hands over a stream."""

    def __init__(self, schema):
        self.schema = schema

    def __arrow_c_stream__(self, requested_schema=None):
        return pa.RecordBatchReader.from_batches(self.schema, []).__arrow_c_stream__()


@pytest.mark.parametrize("make", [lambda schema: schema.empty_table(), Stream,
                                  lambda schema: duckdb.from_arrow(schema.empty_table())],
                         ids=["table", "stream", "DuckDB"])
def test_columns_of_frames_without_batches_are_looked_at(large, make):
    with pytest.raises(norma.FactError, match="`worker_count` is of the fact"):
        large.assess_frame(make(pa.schema([("worker_count", pa.string())])), as_of=DAY)
    with pytest.warns(norma.FrameWarning) as told:
        found = large.assess_frame(make(pa.schema([
            ("worker_count", pa.int64()), ("coordinator_cuont", pa.int8())])), as_of=DAY)
    told = "\n".join(str(one.message) for one in told)
    assert "no rows" in told and "did you mean `coordinator_count`" in told
    assert len(found) == 0 and len(pa.table(found)) == 0
    tried = found.what_if("periodic_window", "6个月").results["6个月"]
    assert [str(one) for one in tried.warnings] == [str(one) for one in found.warnings]


def test_relations_are_of_the_connection_of_the_callers(large):
    connection = duckdb.connect()
    connection.execute("create table firms as select 'a' as id, 1064 as worker_count")
    found = large.assess_frame(connection.sql("from firms"), as_of=DAY, carry="id").frame
    firms = connection.sql("from firms").set_alias("firms")
    assert found.set_alias("found").join(firms, "id").fetchall()[0][0] == "a"
    assert connection.sql("select verdict, worker_count from found join firms using (id)"
                          ).fetchall() == [("undetermined", 1064)]
    assert connection.sql("show tables").fetchall() == [("firms",)]
    again = large.assess_frame(connection.sql("select 7 as worker_count"), as_of=DAY)
    assert again.frame.aggregate("count(*)").fetchall() == [(1,)]
    assert len(again.summary().fetchall()) == len(again.columns)
    assert found.fetchall()[0][:2] == ("a", "undetermined")


@pytest.mark.parametrize("make", [
    lambda rows: pa.table(rows), pd.DataFrame, pl.DataFrame,
    lambda rows: pd.DataFrame(rows).set_index("id")], ids=["Arrow", "pandas", "Polars", "index"])
def test_an_id_may_be_a_whole_number(large, make):
    found = large.assess_frame(make({"id": [330101, 330102], "worker_count": WORKERS}), as_of=DAY)
    assert [found.explain(row).unit_id for row in (0, 1)] == ["330101", "330102"]


def test_days_are_no_ids(large):
    frame = pa.table({"id": [datetime.date(2024, 1, 1)], "worker_count": [1]})
    assert large.assess_frame(frame, as_of=DAY).explain(0).unit_id == ""


def test_a_label_that_is_not_there_is_told_in_the_language_of_the_call(large):
    frame = pd.DataFrame({"worker_count": WORKERS}, index=["a", "a"])
    found = large.assess_frame(frame, as_of=DAY)
    for label, words in (("b", "没有标签"), ("a", "不止一个")):
        with pytest.raises(norma.NotFound, match=words):
            found.explain(label, lang="zh")
        with pytest.raises(norma.NotFound, match="the index has"):
            found.explain(label, lang="en")

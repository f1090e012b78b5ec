# SPDX-License-Identifier: Apache-2.0
"""A pack reads a frame once: its standards judge the same rows, in the same order."""

import duckdb
import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from norma import _core

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")

# What each unit is judged by; no row is for two of them.
OF = {"enterprise.large_medium": {"unit": "enterprise", "worker_count": 1064, "size_class": "large",
                                  "is_platform": False},
      "enterprise.small_micro": {"unit": "enterprise", "worker_count": 5, "size_class": "micro",
                                 "is_platform": False},
      "industry": {"unit": "industry", "worker_count": None, "size_class": None, "is_platform": None}}
MANY = pa.Table.from_pylist([{"id": f"{by} {place}", **unit} for place in range(300)
                             for by, unit in OF.items()])


def test_a_relation_whose_rows_come_in_any_order(zj):
    connection = duckdb.connect()
    connection.register("units", MANY)
    found = zj.assess_frame(connection.sql("from units order by random()"), as_of=DAY, carry="id")
    told = found.frame.to_arrow_table()
    assert told.column_names[:3] == ["id", "verdict", "area"]
    by = [one.rpartition(" ")[0] for one in told["id"].to_pylist()]
    assert by != sorted(by) and told["standard"].to_pylist() == by
    assert [found.explain(row).unit_id for row in (0, 899)] == [
        told["id"][row].as_py() for row in (0, 899)]
    for name, each in found.by.items():
        assert each.frame.to_arrow_table()["id"].equals(told["id"]), name


class Once:
    """A stream that has its rows once; nothing but a stream says what columns it has."""

    def __init__(self, table):
        self.reader = table.to_reader(max_chunksize=100)

    def __arrow_c_stream__(self, requested_schema=None):
        return self.reader.__arrow_c_stream__(requested_schema)


def test_a_stream_that_is_read_once(zj):
    found = zj.assess_frame(Once(MANY), as_of=DAY)
    assert len(found) == 900
    assert found.frame.equals(zj.assess_frame(MANY, as_of=DAY).frame)
    assert [found.explain(row).standard for row in (0, 899)] == [
        "enterprise.large_medium", "industry"]


@pytest.mark.parametrize("kind", [lambda one: one, lambda one: one.to_pandas(), pl.from_arrow,
                                  lambda one: one.combine_chunks().to_batches()[0]])
def test_columns_are_carried_by_packs_as_by_standards(zj, kind):
    found = zj.assess_frame(kind(MANY), as_of=DAY, carry=["id"], errors=True)
    told = pa.table(found)
    assert told["id"].to_pylist() == MANY["id"].to_pylist()
    assert (told.column_names[0], told.column_names[-1]) == ("id", "verdict__errors")
    assert list(found.frame["id"]) == list(kind(MANY)["id"])
    assert len(found.what_if("periodic_window", "6个月").results) == 1


def test_frames_of_other_rows_do_not_stand_side_by_side(zj):
    def judged(rows):
        by = zj["enterprise.large_medium"]
        return by.assess_frame(MANY.select(["worker_count"]).slice(0, rows), as_of=DAY).judged
    for rows in (899, 0):
        with pytest.raises(ValueError, match="not the same rows"):
            _core.JudgedPack([judged(900), judged(rows)], ["a", "b"])
    with pytest.raises(ValueError, match="one for each of its standards"):
        _core.JudgedPack([], [])


def test_values_of_several_kinds_are_told_by_a_standard_that_reads_them(zj):
    mixed = pd.DataFrame({"unit": ["enterprise", "area"], "area_coordinator_count": [1, "many"],
                          "worker_count": [1, None]})
    with pytest.raises(norma.FactError, match="`'many'` is of type `str`") as told:
        zj.assess_frame(mixed, as_of=DAY, lang="en")
    assert "area_coordinator_count" in str(told.value)

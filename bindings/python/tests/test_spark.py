# SPDX-License-Identifier: Apache-2.0
"""Spark's workers find what one machine finds, and still do when some of them are killed."""

import datetime

import cluster
import enterprises
import norma
import pyarrow as pa
import pytest
from conftest import DAY, ROOT
from test_members import FIRMS, PARKS

pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    with pytest.MonkeyPatch.context() as around:
        for setting, value in cluster.ENVIRONMENT.items():
            around.setenv(setting, value)
        with cluster.spark_session(tmp_path_factory.mktemp("spark")) as session:
            yield session


@pytest.fixture(scope="module")
def units_path(tmp_path_factory, large):
    path = tmp_path_factory.mktemp("county") / "units.parquet"
    enterprises.write(path, large, 1000)
    return str(path)


def sorted_rows(found):
    return pa.table(found).sort_by("id").to_pylist()


@pytest.mark.parametrize("rows, victims", [
    (50_000, [cluster.EXECUTOR]),
    pytest.param(1_000_000, [cluster.EXECUTOR, cluster.WORKER, cluster.EXECUTOR, cluster.WORKER,
                             cluster.EXECUTOR], marks=pytest.mark.long)])
def test_killed_workers_change_nothing(spark, large, tmp_path, rows, victims):
    source, wanted, there = tmp_path / "a.parquet", tmp_path / "b.parquet", tmp_path / "there"
    enterprises.write(source, large, rows)
    enterprises.judge_here(large, source, wanted, reasons=True)
    units = spark.read.parquet(str(source))
    assert units.rdd.getNumPartitions() > 2  # two wait to be killed when one is done
    units = units.mapInArrow(cluster.held_back(str(tmp_path), len(victims)), units.schema)
    found = large.assess_frame(units, as_of=DAY, carry=["id"], reasons=True)
    assert cluster.kill_during(spark, lambda: found.frame.write.parquet(str(there)),
                               tmp_path, victims) >= len(victims)
    assert enterprises.differences(there, wanted) == 0


def test_the_result_is_a_plan_that_counts(spark, large, units_path):
    units = spark.read.parquet(units_path)
    found = large.assess_frame(units, as_of=DAY, carry=["id"], errors=True)
    here = large.assess_frame(units.toArrow(), as_of=DAY, carry=["id"], errors=True)
    assert found.frame.columns == ["id", *here.columns, "verdict__errors"]
    assert found.columns == here.columns
    assert found.counts() == here.counts()
    assert [tuple(row) for row in found.summary().collect()] == [
        tuple(row.values()) for row in here.summary().to_pylist()]
    assert len(found) == 1000
    assert repr(found) == "<norma.SparkResult enterprise.large_medium: a plan>"
    with pytest.raises(TypeError, match="no row is kept"):
        found.explain(0)


def test_distances_and_days(spark, large, units_path):
    units = spark.read.parquet(units_path).selectExpr(
        "*", "date '2024-03-01' + cast(worker_count % 40 as int) as coordinator_count__date")
    options = {"as_of": DAY, "distances": True, "reasons": True, "carry": ["id"],
               "dates": datetime.date(2024, 1, 5)}
    words = pa.table(large.assess_frame(units, **options))
    here = pa.table(large.assess_frame(units.toArrow(), **options))
    assert words.sort_by("id").to_pydict() == here.sort_by("id").to_pydict()


def test_a_pack_sends_units_to_their_standards(spark, zj):
    units = spark.createDataFrame([
        ("a", "enterprise", None, 1064, "large", False),
        ("b", "site", None, None, None, None),
        ("c", "enterprise", None, 12, "micro", False),
        ("d", "area", "park", None, None, None),
        ("e", None, None, 5, "micro", False)],
        "id string, unit string, kind string, worker_count long, size_class string, "
        "is_platform boolean")
    found = zj.assess_frame(units, as_of=DAY, carry=["id"])
    here = pa.table(zj.assess_frame(units.toArrow().sort_by("id"), as_of=DAY))
    assert pa.table(found).sort_by("id").drop_columns("id").to_pydict() == here.to_pydict()
    assert found.counts()["verdict"] == zj.assess_frame(
        units.toArrow(), as_of=DAY).counts()["verdict"]


def test_a_scheme_counts_points_on_the_cluster(spark):
    firms = spark.createDataFrame(
        [("a", True, 93.0), ("b", False, 93.0), ("c", True, 89.0), ("d", None, None)],
        "id string, union_sound boolean, self_score double")
    scheme = norma.load(ROOT / "examples/schemes")["score_with_floors"]
    found = scheme.assess_frame(firms, as_of=DAY, carry=["id"])
    here = scheme.assess_frame(firms.toArrow(), as_of=DAY, carry=["id"])
    assert sorted_rows(found) == sorted_rows(here)
    assert found.counts()["verdict"] == here.counts()["verdict"]


def test_members_are_joined_on_the_cluster(spark, zj):
    parks = spark.createDataFrame(PARKS, "id string, kind string, area_enterprise_count long")
    firms = spark.createDataFrame(
        FIRMS, "park string, id string, worker_count long, union_sound boolean")
    found = zj["area"].assess_frame(parks, members=(firms, "park"), as_of=DAY, carry=["id"])
    here = zj["area"].assess_frame(pa.Table.from_pylist(PARKS), as_of=DAY, carry=["id"],
                                   members=(pa.Table.from_pylist(FIRMS), "park"))
    assert sorted_rows(found) == sorted_rows(here)
    with pytest.raises(norma.FactError, match="no column `area` of the members"):
        zj["area"].assess_frame(parks, members=(firms, "area"), as_of=DAY)


@pytest.mark.parametrize("more", [{"id": "a", "kind": "park"}, {"id": None, "kind": "park"}])
def test_units_with_members_have_an_id_each(spark, zj, more):
    rows = [{"id": "a", "kind": "park"}, {"id": "b", "kind": "park"}, more]
    parks, apart = (
        spark.createDataFrame([tuple(row.values()) for row in some], "id string, kind string")
        for some in (rows, rows[:2]))
    firms = spark.createDataFrame([("a", "f", 3)], "park string, id string, worker_count long")
    found = zj["area"].assess_frame(parks.repartition(3), members=(firms, "park"), as_of=DAY)
    with pytest.raises(Exception, match="the same id twice, or none"):
        found.frame.collect()
    once = zj["area"].assess_frame(apart, members=(firms, "park"), as_of=DAY)
    assert len(once.frame.collect()) == 2


def test_what_is_supposed_goes_along_as_no_finding(spark, large, tmp_path):
    units = spark.createDataFrame(
        [("a", 10, 8, datetime.date(2024, 1, 5)), ("b", 10, 7, datetime.date(2024, 1, 5))],
        "id string, satisfaction_valid_count long, satisfaction_satisfied_count long, "
        "satisfaction_survey_date date")
    lower = large.with_parameters({"satisfaction_minimum": "80%"})
    found = lower.assess_frame(units, as_of=DAY, carry=["id"])
    told = "What-if, no finding: minimum satisfaction 80 %"
    assert repr(found).endswith("a plan, what if satisfaction_minimum is 80 %>")
    here = lower.assess_frame(units.toArrow(), as_of=DAY, carry=["id"])
    assert sorted_rows(found) == sorted_rows(here)
    found.frame.write.parquet(str(tmp_path / "there"))
    schema = spark.read.parquet(str(tmp_path / "there")).schema
    assert schema["satisfaction"].metadata == {"comment": told}
    assert schema["id"].metadata == {}
    sure = large.assess_frame(units, as_of=DAY)
    assert sure.frame.schema["satisfaction"].metadata == {}


def test_rows_in_error_are_a_column_on_request(spark, zj, large):
    units = spark.createDataFrame(
        [("a", 1064, "large"), ("b", -5, "large"), ("c", 300, "huge"), ("d", None, None)],
        "id string, worker_count long, size_class string")
    found = large.assess_frame(units, as_of=DAY, carry=["id"], errors=True, lang="en")
    here = large.assess_frame(units.toArrow(), as_of=DAY, carry=["id"], errors=True, lang="en")
    assert sorted_rows(found) == sorted_rows(here)
    assert (found.erring_rows, here.erring_rows) == (2, 2)
    assert [tuple(row) for row in found.summary().collect()] == [
        tuple(row.values()) for row in here.summary().to_pylist()]
    for of in (found, large.assess_frame(units, as_of=DAY)):
        with pytest.raises(TypeError, match="errors=True"):
            of.data_errors
    with pytest.raises(TypeError, match="errors=True"):
        large.assess_frame(units, as_of=DAY).erring_rows
    by_pack = zj.assess_frame(units, unit="enterprise", as_of=DAY, carry=["id"], errors=True,
                              lang="en")
    told = {row["id"]: row["verdict__errors"] for row in by_pack.frame.collect()}
    assert told["a"] is None and told["b"].startswith("worker_count: data error: ")
    assert by_pack.erring_rows == 2


def test_bad_columns_are_told_before_anything_runs(spark, large):
    with pytest.raises(norma.FactError, match="`worker_count`(.*\n)*.*count: whole numbers"):
        large.assess_frame(spark.createDataFrame([("many",)], "worker_count string"), as_of=DAY)
    with pytest.raises(norma.FactError, match="none of the columns is a fact"):
        large.assess_frame(spark.range(3), as_of=DAY)
    with pytest.warns(norma.FrameWarning, match="no column for the fact"):
        large.assess_frame(spark.createDataFrame([(1,)], "worker_count long"), as_of=DAY)
    with pytest.warns(norma.FrameWarning, match="did you mean `coordinator_count`"):
        large.assess_frame(spark.createDataFrame(
            [(1, 2)], "worker_count long, coordinator_cuont long"), as_of=DAY)


def test_bad_rows_are_told_by_the_worker(spark, large):
    units = spark.createDataFrame([(1, "enterprise"), (2, "site")],
                                  "worker_count long, unit string")
    with pytest.raises(Exception, match="`unit` says `site`"):
        large.assess_frame(units, as_of=DAY).frame.collect()

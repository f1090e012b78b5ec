# SPDX-License-Identifier: Apache-2.0
"""A frame of any library gives the verdicts that its rows give, in a frame of its kind."""

import threading
import warnings
from decimal import Decimal

import duckdb
import norma
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY

UNITS = [
    {"id": "a", "worker_count": 1064, "size_class": "large", "union_sound": True,
     "coordinator_count": 1, "training_fund_frontline_amount": 599999.99,
     "training_fund_provided_amount": 1000000.0},
    {"id": "b", "worker_count": 300, "size_class": "medium", "union_sound": False,
     "coordinator_count": 2, "training_fund_frontline_amount": 600000.0,
     "training_fund_provided_amount": 1000000.0},
    {"id": "c", "worker_count": 12, "size_class": "micro", "union_sound": None,
     "coordinator_count": None, "training_fund_frontline_amount": None,
     "training_fund_provided_amount": None},
]


def numpy_backed():
    return pd.DataFrame(UNITS, index=["x", "y", "z"])


FRAMES = {
    "pandas": numpy_backed,
    "pandas nullable": lambda: numpy_backed().convert_dtypes(),
    "pandas Arrow": lambda: numpy_backed().convert_dtypes(dtype_backend="pyarrow"),
    "Polars": lambda: pl.DataFrame(UNITS),
    "Polars lazy": lambda: pl.DataFrame(UNITS).lazy(),
    "Polars of many chunks": lambda: pl.concat(
        [pl.DataFrame(UNITS[:1]), pl.DataFrame(UNITS[1:], schema=pl.DataFrame(UNITS).schema)],
        rechunk=False),
    "PyArrow table": lambda: pa.Table.from_pylist(UNITS),
    "PyArrow batch": lambda: pa.RecordBatch.from_pylist(UNITS),
    "PyArrow slices": lambda: pa.concat_tables(
        [pa.Table.from_pylist(UNITS * 3).slice(3, 1), pa.Table.from_pylist(UNITS * 2).slice(4)
         .slice(0, 2)]),
    "PyArrow reader": lambda: pa.Table.from_pylist(UNITS).to_reader(max_chunksize=1),
    "DuckDB": lambda: duckdb.from_arrow(pa.Table.from_pylist(UNITS)),
}


def rows_of(frame):
    """`{column: values}`, whatever the frame is."""
    if isinstance(frame, pd.DataFrame):
        return {name: [None if pd.isna(one) else one for one in frame[name]] for name in frame}
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dict(as_series=False)
    if isinstance(frame, duckdb.DuckDBPyRelation):
        frame = frame.to_arrow_table()
    if isinstance(frame, pa.RecordBatchReader):
        frame = frame.read_all()
    return frame.to_pydict()


@pytest.fixture(autouse=True)
def _quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        yield


@pytest.mark.parametrize("name", FRAMES)
def test_each_kind_of_frame(large, name):
    given = FRAMES[name]()
    result = large.assess_frame(given, as_of=DAY)
    found = result.frame
    assert isinstance(found, type(given))
    told = rows_of(found)
    assert list(told) == ["verdict", *(item.id for item in large.assess({}, as_of=DAY).items)]
    for row, facts in enumerate(UNITS):
        facts = {name: value for name, value in facts.items() if name != "id"}
        report = large.assess(facts, as_of=DAY)
        assert told["verdict"][row] == report.verdict
        assert [told[item.id][row] for item in report.items] == [
            item.verdict for item in report.items]


WITHOUT_ROWS = {
    "pandas": lambda frame: frame.head(0),
    "Polars": lambda frame: frame.head(0),
    "PyArrow table": lambda frame: frame.slice(0, 0),
    "PyArrow batch": lambda frame: frame.slice(0, 0),
    "PyArrow slices": lambda frame: frame.slice(0, 0),
    "PyArrow reader": lambda frame: frame.read_all().slice(0, 0).to_reader(),
    "DuckDB": lambda frame: frame.limit(0),
}


@pytest.mark.parametrize("name", FRAMES)
def test_each_kind_of_frame_without_rows(large, name):
    kind = next(kind for kind in WITHOUT_ROWS if name.startswith(kind))
    given = WITHOUT_ROWS[kind](FRAMES[name]())
    found = large.assess_frame(given, as_of=DAY, reasons=True, distances=True).frame
    assert isinstance(found, type(given))
    assert rows_of(found)["verdict"] == []


def test_the_index_is_kept(large):
    found = large.assess_frame(numpy_backed(), as_of=DAY).frame
    assert list(found.index) == ["x", "y", "z"]
    assert found["verdict"].dtype.categories.tolist() == [str(v) for v in norma.Verdict]


def test_columns_beside_the_verdicts_stand_in_their_rows(large):
    frame = numpy_backed()
    found = large.assess_frame(frame, as_of=DAY, reasons=True, carry=["id"]).frame
    plain = large.assess_frame(frame.reset_index(drop=True), as_of=DAY, reasons=True).frame
    assert found["id"].tolist() == frame["id"].tolist()
    for name in (name for name in plain if name.endswith("__reason")):
        assert found[name].astype(object).tolist() == plain[name].astype(object).tolist()
    assert found["verdict__reason"].notna().any()


def test_verdicts_are_an_enum_in_polars(large):
    found = large.assess_frame(pl.DataFrame(UNITS), as_of=DAY)
    assert found["verdict"].dtype == pl.Enum([str(v) for v in norma.Verdict])


def test_a_row_is_explained_as_its_unit_is(large):
    found = large.assess_frame(pa.Table.from_pylist(UNITS), as_of=DAY, dates="2024-03-01")
    assert [item.verdict for item in found.explain(1).items] == [
        found[item.id][1].as_py() for item in found.explain(1).items]
    alone = large.assess({"unit": "enterprise", "id": "b", "facts": {
        name: {"value": Decimal(str(value)) if isinstance(value, float) else value,
               "date": "2024-03-01"}
        for name, value in UNITS[1].items() if name != "id"}}, as_of=DAY)
    assert found.explain(1)["training"].verdict == alone["training"].verdict == "undetermined"
    assert found.explain(-1).verdict == "not_applicable"
    with pytest.raises(IndexError, match="no row 3 among 3"):
        found.explain(3)


def test_reasons_name_the_part_that_decides(large):
    told = rows_of(large.assess_frame(pa.Table.from_pylist(UNITS), as_of=DAY,
                                      reasons=True).frame)
    assert told["mediation__reason"] == ["mediation/coordinators",
                                         "mediation/mediation_body_sound", None]


def test_distances_are_exact(large):
    result = large.assess_frame(pa.Table.from_pylist(UNITS), as_of=DAY, distances=True)
    told = rows_of(result.frame)
    assert told["mediation/coordinators__distance"] == ["-1", "0", None]
    assert told["training/frontline_share__distance"] == ["-0.01", "0", None]


def test_columns_are_carried_into_the_result(large):
    found = large.assess_frame(FRAMES["DuckDB"](), as_of=DAY, carry=["id"])
    assert rows_of(found.frame)["id"] == ["a", "b", "c"]
    sliced = pa.Table.from_pylist(UNITS * 2).slice(1, 3)
    assert rows_of(large.assess_frame(sliced, as_of=DAY, carry=["id"]).frame)["id"] == [
        "b", "c", "a"]
    with pytest.raises(norma.FactError, match="N0671.*\n.*`id`"):
        large.assess_frame(pa.Table.from_pylist(UNITS), as_of=DAY, carry=["idd"])


def test_the_summary_counts(large):
    found = large.assess_frame(numpy_backed(), as_of=DAY)
    assert found.counts()["verdict"] == {"pass": 0, "fail": 2, "undetermined": 0,
                                         "not_applicable": 1}
    shown = found.summary()
    assert isinstance(shown, pd.DataFrame)
    assert shown.iloc[0].tolist() == ["verdict", 0, 2, 0, 1]
    zh, en = found.summary(lang="zh"), found.summary(lang="en")
    assert zh.columns.tolist() == ["条目", "达标", "不达标", "待定", "不适用"]
    assert zh.iloc[0].tolist() == ["总体", 0, 2, 0, 1] and "调解与协调员" in zh["条目"].tolist()
    assert en.columns.tolist() == ["item", "pass", "fail", "undetermined", "not applicable"]
    assert "Mediation and coordinators" in en["item"].tolist()
    assert repr(found) == (
        "<norma.FrameResult enterprise.large_medium: 3 units: 2 fail, 1 not_applicable>")


def test_what_is_missing_is_unknown_never_zero_or_false(large):
    of_a_large_one = {"worker_count": 1064, "size_class": "large"}
    for nothing in (None, np.nan, pd.NA, pd.NaT):
        frame = pd.DataFrame([of_a_large_one | {"coordinator_count": nothing,
                                                "union_sound": nothing}], dtype=object)
        frame["worker_count"] = frame["worker_count"].astype(int)
        found = large.assess_frame(frame, as_of=DAY)
        assert found.explain(0)["mediation/coordinators"].verdict == "undetermined"
        assert found.explain(0)["union/union_sound"].verdict == "undetermined"


def test_doubles_are_their_shortest_decimals_and_long_ones_no_counts(large):
    columns = {"worker_count": [1064.0] * 3, "size_class": ["large"] * 3,
               "contract_due_count": [999999999999999, 1e15, 10.5],
               "contract_signed_count": [999999999999999, 1e15, 10]}
    found = large.assess_frame(pd.DataFrame(columns), as_of=DAY)
    told = [found.explain(row)["employment/contracts"].verdict for row in range(3)]
    assert told == ["pass", "undetermined", "undetermined"]
    floats = pa.table({"worker_count": pa.array([1064], pa.int32()), "size_class": ["large"],
                       "training_fund_provided_amount": pa.array([0.9], pa.float32()),
                       "training_fund_frontline_amount": pa.array([0.54], pa.float32())})
    assert large.assess_frame(floats, as_of=DAY).explain(0)[
        "training/frontline_share"].verdict == "pass"


def test_aliases_days_of_evidence_and_timestamps(large):
    frame = pd.DataFrame({
        "职工人数": [1064, 1064], "size_class": pd.Categorical(["large", "large"]),
        "coordinator_count": [3, 3],
        "coordinator_count__date": pd.to_datetime(["2024-03-01", "2024-03-02"])})
    found = large.assess_frame(frame.rename(columns={"职工人数": "worker_count"}), as_of=DAY)
    days = [found.explain(row).to_dict() for row in (0, 1)]
    assert str(days[0]) != str(days[1])


def test_a_stream_is_judged_as_it_is_read(large):
    read = []

    def batches():
        for place in range(4):
            read.append(place)
            yield pa.RecordBatch.from_pylist(UNITS)

    reader = pa.RecordBatchReader.from_batches(pa.Table.from_pylist(UNITS).schema, batches())
    result = large.assess_frame(reader, as_of=DAY)
    stream = result.frame
    stream.read_next_batch()
    assert len(read) < 4 and len(result) == 3
    stream.read_all()
    assert len(result) == 12 and result.counts()["verdict"][norma.Verdict.FAIL] == 8
    with pytest.raises(TypeError, match="no row is kept"):
        result.explain(0)


def test_threads_share_a_standard(large):
    frame = pa.Table.from_pylist(UNITS * 5000)
    want = large.assess_frame(frame, as_of=DAY, threads=1).counts()
    found = []

    def judge():
        found.append(large.assess_frame(frame, as_of=DAY, threads=2).counts())

    workers = [threading.Thread(target=judge) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert found == [want] * 4


def test_units_of_several_kinds_go_to_their_standards(zj):
    frame = pl.DataFrame({
        "unit": ["enterprise", "site", "enterprise", "area", None],
        "kind": [None, None, None, "park", None],
        "worker_count": [1064, None, 12, None, 5],
        "size_class": ["large", None, "micro", None, "micro"],
        "is_platform": [False, None, False, None, False]})
    found = zj.assess_frame(frame, as_of=DAY)
    told = found.frame
    assert told["standard"].cast(str).to_list()[::2] == [
        "enterprise.large_medium", "enterprise.small_micro", None]
    assert found.by["enterprise.large_medium"]["verdict"].to_list() == [
        "undetermined", "not_applicable", "not_applicable", "not_applicable", "undetermined"]
    assert found.explain(2).verdict == told["verdict"][2]
    assert zj.assess_frame(frame.drop("unit").head(1), unit="enterprise",
                           as_of=DAY).frame["standard"].to_list() == ["enterprise.large_medium"]


ODD_KINDS = {"unit": ["industry", None, "", "moon", "enterprise", "area", "area", "area"],
             "kind": [None, None, None, None, None, "park", "moon", None],
             "worker_count": [None, 5, 5, 5, 5, None, None, None],
             "size_class": [None, "micro", "micro", "micro", "micro", None, None, None],
             "is_platform": [None, False, False, False, False, None, None, None]}


@pytest.mark.parametrize("kind", [pa.table, pl.DataFrame, lambda one: pd.DataFrame(one),
                                  lambda one: duckdb.from_arrow(pa.table(one))])
def test_no_unit_is_passed_over_in_silence(zj, kind):
    """A kind without any column of its own is judged; one that is not known leaves it open."""
    with pytest.warns(norma.FrameWarning) as warned:
        found = zj.assess_frame(kind(ODD_KINDS), as_of=DAY, errors=True, reasons=True, lang="en")
    told = pa.table(found)
    assert told["verdict"].to_pylist() == ["undetermined"] * 8
    assert told["standard"].to_pylist() == ["industry", None, None, None,
                                            "enterprise.small_micro", "area", "area", "area"]
    alone = zj["industry"].assess({}, as_of=DAY)
    assert found.explain(0).verdict == alone.verdict == "undetermined"
    for name, each in found.by.items():
        verdicts = pa.table(each)["verdict"].to_pylist()
        assert verdicts[1:4] == ["undetermined"] * 3, name
        assert pa.table(each)["verdict__reason"].to_pylist()[1:4] == ["."] * 3
    errors = told["verdict__errors"].to_pylist()
    assert errors[0] is errors[4] is errors[5] is errors[7] is None
    assert errors[1] == errors[2] == "unit: it is blank (`area`, `enterprise`, `industry`, `site`)"
    assert errors[3].startswith("unit: `moon` is no kind of unit (`area`, ")
    assert errors[6] == "kind: `moon` is no kind of unit (`park`, `township`)"
    assert found.erring_rows == 4 and len(found.data_errors) == 4
    lines = [one.render("en") for one in found.data_errors]
    assert lines[0].startswith("warning[N0681]: row 1, column `unit`: it is blank (")
    assert "row 3, column `unit`: `moon`" in lines[2] and "row 6, column `kind`" in lines[3]
    assert any("row 1, column `unit`" in str(one.message) for one in warned)
    for row in (1, 2, 3, 6):
        with pytest.raises(norma.FactError, match=rf"error\[N0682\]: no standard judged row {row}, .*column"):
            found.explain(row)


def test_units_that_do_not_say_it_are_of_the_kind_of_all(zj):
    frame = pl.DataFrame(ODD_KINDS).head(6)
    found = zj.assess_frame(frame, unit="enterprise", as_of=DAY)
    assert found.frame["standard"].to_list() == [
        "industry", "enterprise.small_micro", "enterprise.small_micro", None,
        "enterprise.small_micro", "area"]
    assert found.frame["verdict"].to_list() == ["undetermined"] * 6
    assert found.erring_rows == 1 and found.explain(0).standard == "industry"
    with pytest.raises(norma.FactError, match="is to hold a text, and holds a number"):
        zj.assess_frame(frame.with_columns(unit=pl.lit(1)), as_of=DAY)
    silent = zj.assess_frame(frame.with_columns(unit=pl.lit(None)), as_of=DAY)
    assert silent.erring_rows == 6
    with pytest.raises(norma.FactError, match="none of the columns is a fact"):
        zj.assess_frame(pl.DataFrame({"unit": ["enterprise"], "colour": ["red"]}), as_of=DAY)


def test_a_row_is_explained_by_its_label(large, zj):
    frame = pd.DataFrame(UNITS, index=["x", "y", "y"])
    found = large.assess_frame(frame, as_of=DAY)
    assert found.explain("x") == found.explain(0) == found.explain(np.int64(-3))
    assert zj.assess_frame(frame, unit="enterprise", as_of=DAY).explain("x").unit_id == "a"
    with pytest.raises(KeyError, match="no label 'z'"):
        found.explain("z")
    with pytest.raises(KeyError, match="label 'y' more than once: count the row from 0"):
        found.explain("y")
    with pytest.raises(TypeError, match="a row is a number, counted from 0, not 'x'"):
        large.assess_frame(pl.DataFrame(UNITS), as_of=DAY).explain("x")


def test_an_index_of_ids_is_the_column_of_ids(large, zj):
    frame = pd.DataFrame(UNITS).set_index("id")
    found = large.assess_frame(frame, as_of=DAY, carry="id")
    assert found.explain("b").unit_id == "b" and found.frame["id"].tolist() == ["a", "b", "c"]
    assert found.frame.index.equals(frame.index)
    parks = pd.DataFrame({"kind": ["park"]}, index=pd.Index(["p"], name="id"))
    firms = pd.DataFrame({"park": ["p"], "id": ["a"], "worker_count": [1]})
    members = zj["area"].assess_frame(parks, members=(firms, "park"), as_of=DAY).explain(0)
    assert members.unit_id == "p"


def test_a_text_is_one_name_to_carry(large):
    for carry in ("id", iter(["id"])):
        found = large.assess_frame(pl.DataFrame(UNITS), as_of=DAY, carry=carry)
        assert found["id"].to_list() == ["a", "b", "c"]

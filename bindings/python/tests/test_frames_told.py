# SPDX-License-Identifier: Apache-2.0
"""What is wrong or odd about a frame is told, with what would fit."""

import datetime
import re
import warnings

import duckdb
import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from test_frames import UNITS


@pytest.mark.parametrize("frame, words", [
    (pd.DataFrame(), "none of the columns is a fact"),
    (pa.table({"worker_cuont": [1]}), "none of the columns is a fact"),
    (pa.table({"worker_count": ["many"]}), "`worker_count`.*(.*\n)*.*count: whole numbers"),
    (pa.table({"union_sound": ["是"]}), "`union_sound`(.*\n)*.*a boolean: True, False"),
    (pl.LazyFrame({"worker_count": ["many"]}), "`worker_count`.*(.*\n)*.*count: whole numbers"),
    (pa.Table.from_arrays([pa.array([1]), pa.array([2])], ["worker_count", "worker_count"]),
     "two columns for `worker_count`"),
    (pd.DataFrame([[1, 2]], columns=["worker_count", "worker_count"]),
     "two columns for `worker_count`"),
    (pa.table({"worker_count": [1, 2], "unit": ["enterprise", "site"]}),
     "`unit` says `site` in row 1"),
    (pa.table({"worker_count": [1], "coordinator_count__date": [
        datetime.datetime(2024, 3, 1, 9, 30)]}), "time of day in row 1(.*\n)*.*a date"),
    (pa.table({"worker_count": pa.array([b"x"])}), "Arrow type `binary`"),
])
def test_bad_frames_are_told_by_their_columns(large, frame, words):
    with pytest.raises(norma.FactError, match=words):
        large.assess_frame(frame, as_of=DAY)


def test_odd_frames_are_judged_with_a_warning(large):
    with pytest.warns(norma.FrameWarning, match="no column for the fact"):
        large.assess_frame(pa.table({"worker_count": [1]}), as_of=DAY)
    misspelt = pa.table({"worker_count": [1], "coordinator_cuont": [1]})
    for frame in (misspelt, misspelt.to_pandas(), pl.from_arrow(misspelt),
                  pl.from_arrow(misspelt).lazy(), duckdb.from_arrow(misspelt)):
        with pytest.warns(norma.FrameWarning, match="did you mean `coordinator_count`"):
            found = large.assess_frame(frame, as_of=DAY)
        assert "N0664" in [one.code for one in found.warnings]
        with pytest.raises(norma.FactError, match="did you mean `coordinator_cuont`"):
            large.assess_frame(frame, as_of=DAY, carry=["coordinator_count"])
    with pytest.warns(norma.FrameWarning, match="no rows"):
        empty = large.assess_frame(pd.DataFrame(UNITS).head(0), as_of=DAY)
    assert len(empty) == 0 and list(empty.frame)[0] == "verdict"


def told_of(call):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        call()
    assert {one.filename for one in told} <= {__file__}
    return [str(one.message) for one in told]


def test_a_query_tells_what_its_frame_tells(large):
    frame = pl.DataFrame({"worker_count": [1, 2], "size_class": ["large", "large"],
                          "coordinator_cuont": [1, 2], "remarks": ["", ""]})
    told = told_of(lambda: large.assess_frame(frame, as_of=DAY))
    assert any("did you mean `coordinator_count`" in line for line in told)
    assert told_of(lambda: large.assess_frame(frame.lazy(), as_of=DAY)) == told
    query = large.assess_frame(frame.lazy(), as_of=DAY)
    assert [str(one) for one in query.warnings] == [
        str(one) for one in large.assess_frame(frame, as_of=DAY).warnings]
    assert told_of(lambda: query.frame.collect()) == []
    odd = frame.with_columns(unit=pl.lit("site"))
    with pytest.raises(norma.FactError, match="`unit` says `site` in row 0"):
        large.assess_frame(odd, as_of=DAY)
    with pytest.raises(Exception, match="`unit` says `site` in row [01]"):  # batches in any order
        large.assess_frame(odd.lazy(), as_of=DAY).frame.collect()
    late = pl.DataFrame({"worker_count": [1] * 250_000, "unit": ["enterprise"] * 250_000})
    late[150_001, "unit"] = "site"
    for engine in ("in-memory", "streaming"):
        with pytest.raises(Exception, match="`unit` says `site` in row 150001"):
            large.assess_frame(late.lazy(), as_of=DAY).frame.collect(engine=engine)


def test_what_is_no_frame_is_told(large, zj):
    with pytest.raises(TypeError, match="pandas, Polars, PyArrow, DuckDB or Spark"):
        large.assess_frame([1, 2], as_of=DAY)
    with pytest.raises(norma.FactError, match="of what kind are these units"):
        zj.assess_frame(pa.table({"worker_count": [1]}), as_of=DAY)
    with pytest.raises(norma.Error, match="it has area, enterprise"):
        zj.assess_frame(pa.table({"worker_count": [1]}), unit="firm", as_of=DAY)


def test_columns_of_other_standards_are_not_told_as_misspelt(zj):
    frame = pd.DataFrame({"unit": ["enterprise", "area"], "coordinator_count": [1, None],
                          "area_coordinator_count": [None, 1], "worker_cuont": [1, 2]})
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        found = zj.assess_frame(frame, as_of=DAY)
    assert [str(one.message) for one in told] == [
        "enterprise.large_medium: warning[N0664]: the column `worker_cuont` is no fact, and "
        "decides nothing\nhelp: did you mean `worker_count`?"]
    assert "coordinator_count" not in "".join(
        one.message for each in found.warnings.values() for one in each if one.code == "N0664")


@pytest.mark.parametrize("kind", [pa.table, pd.DataFrame, pl.DataFrame,
                                  lambda one: duckdb.from_arrow(pa.table(one))])
def test_kinds_of_unit_that_are_none_are_told(zj, kind):
    for said, words in (("company", "(`area`, `enterprise`, `industry`, `site`)"),
                        ("企业", "did you mean `enterprise`?"),
                        ("enterprize", "did you mean `enterprise`?")):
        frame = kind({"worker_count": [1, 2, 3], "unit": ["enterprise", said, "enterprise"]})
        with pytest.warns(norma.FrameWarning, match=f"row 1, column `unit`: `{said}` is no kind"
                                                    f"(.*\\n)*.*{re.escape(words)}"):
            found = zj.assess_frame(frame, as_of=DAY)
        with pytest.raises(norma.FactError, match="row 1, .*column `unit`"):
            found.explain(1)
    said = zj.assess_frame(kind({"worker_count": [1], "unit": ["site"]}), unit="enterprise",
                           as_of=DAY)
    assert said.explain(0).standard == "construction_site"
    with pytest.raises(norma.Error, match="judges no unit of kind `firm`"):
        zj.assess_frame(kind({"worker_count": [1], "unit": ["site"]}), unit="firm", as_of=DAY)


@pytest.mark.parametrize("made", [pa.table, pd.DataFrame, pl.DataFrame,
                                  lambda one: pl.LazyFrame(one), lambda one: pa.table(one).to_reader(),
                                  lambda one: duckdb.from_arrow(pa.table(one))])
def test_no_column_is_carried_over_one_of_the_result(large, zj, made):
    for name, options in (("verdict", {}), ("training", {}), ("training__reason", {"reasons": True}),
                          ("mediation/coordinators__distance", {"distances": True}),
                          ("verdict__errors", {"errors": True})):
        frame = made({"worker_count": [1], "unit": ["enterprise"], name: ["x"]})
        with pytest.raises(norma.FactError, match=rf"N0684\]: the column `{name}` .* `enterprise.large_"):
            large.assess_frame(frame, as_of=DAY, carry=[name], lang="en", **options)
        if options:
            large.assess_frame(frame, as_of=DAY, carry=[name])


@pytest.mark.parametrize("name", ["standard", "verdict", "enterprise.large_medium"])
def test_no_column_is_carried_over_one_of_the_result_of_a_pack(zj, name):
    frame = pa.table({"worker_count": [1], "unit": ["enterprise"], name: ["x"]})
    with pytest.raises(norma.FactError, match=rf"N0684\]: the column `{name}` can not be carried"):
        zj.assess_frame(frame, as_of=DAY, carry=[name], lang="en")


def test_kinds_of_unit_are_read_from_dictionaries_of_views(zj):
    words = pa.DictionaryArray.from_arrays([0, 1, None, 2], pa.array(
        ["enterprise", "firm", "site"], pa.string_view()))
    with pytest.warns(norma.FrameWarning, match="row 1, column `unit`: `firm` is no kind"):
        found = zj.assess_frame(pa.table({"worker_count": [1] * 4, "unit": words}), as_of=DAY)
    assert found["verdict"].to_pylist()[3] == "undetermined"


def test_a_frame_of_a_pack_without_rows_is_told_once(zj):
    frame = pd.DataFrame({"worker_count": [], "unit": []})
    told = told_of(lambda: zj.assess_frame(frame, as_of=DAY, lang="en"))
    assert told.count("the frame has no rows") == 1


@pytest.mark.parametrize("kind", [pa.table, pd.DataFrame, pl.DataFrame])
@pytest.mark.parametrize("label", ["在岗劳动者人数", "persons working"])
def test_a_label_is_told_the_name_of_its_fact(large, kind, label):
    with pytest.warns(norma.FrameWarning, match=f"`{label}` is no fact(.*\\n)*.*`worker_count`"):
        large.assess_frame(kind({label: [5], "size_class": ["large"]}), as_of=DAY, lang="en")
    with pytest.raises(norma.FactError, match=f"(?s)N0672.*`{label}` is no fact.*`worker_count`"):
        large.assess_frame(kind({label: [5]}), as_of=DAY, lang="en")
    with pytest.raises(norma.FactError, match="N0601(.*\\n)*.*did you mean `worker_count`"):
        large.assess({label: 5}, as_of=DAY, lang="en")


DATE = "satisfaction_survey_date"
ZONED = pd.to_datetime(["2024-01-22"]).tz_localize("Asia/Shanghai")


@pytest.mark.parametrize("frame, dropped", [
    (pd.DataFrame({DATE: ZONED}), lambda frame: pd.DataFrame({DATE: frame[DATE].dt.tz_localize(None)})),
    (pl.DataFrame({DATE: list(ZONED)}), lambda frame: frame.with_columns(
        frame[DATE].dt.replace_time_zone(None))),
    (pa.table({DATE: pa.array(ZONED)}), lambda frame: pa.table(
        {DATE: pa.compute.local_timestamp(frame[DATE])}))], ids=["pandas", "Polars", "Arrow"])
def test_a_time_zone_is_told_and_how_it_is_dropped(large, frame, dropped):
    with pytest.raises(norma.FactError, match=r"timestamp\[tz=Asia/Shanghai\](.*\n)*.*zone is dropped"):
        large.assess_frame(frame, as_of=DAY, lang="en")
    with pytest.warns(norma.FrameWarning):
        found = large.assess_frame(dropped(frame), as_of=DAY)
    assert found.explain(0).parts and found.erring_rows == 0


@pytest.mark.parametrize("fact, values", [
    ("worker_count", [1064, None, 3]), ("union_sound", [True, False, None]),
    (DATE, [pd.Timestamp("2024-01-22"), pd.NaT, pd.Timestamp("2023-01-01")])])
def test_categories_of_other_than_texts_are_what_they_hold(large, fact, values):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        found = large.assess_frame(pd.DataFrame({fact: pd.Categorical(values)}), as_of=DAY)
        plain = large.assess_frame(pd.DataFrame({fact: values}), as_of=DAY)
    assert found.frame.equals(plain.frame) and found.erring_rows == plain.erring_rows == 0
    with pytest.raises(norma.FactError, match="to hold a text, and holds a number"):
        large.assess_frame(pd.DataFrame({"size_class": pd.Categorical([1])}), as_of=DAY)
    with pytest.raises(norma.FactError, match="dictionary<values=int64>"):
        large.assess_frame(pa.table({"worker_count": pa.array([1]).dictionary_encode()}), as_of=DAY)

# SPDX-License-Identifier: Apache-2.0
"""Members in a frame of their own are those in a list."""

import re
import warnings

import norma
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY

PARKS = [{"id": "p1", "kind": "park", "area_enterprise_count": 3},
         {"id": "p2", "kind": "park", "area_enterprise_count": 1},
         {"id": "p3", "kind": "park", "area_enterprise_count": 1}]
FIRMS = [{"park": "p2", "id": "a", "worker_count": 12, "union_sound": True},
         {"park": "p1", "id": "b", "worker_count": 300, "union_sound": False},
         {"park": "p1", "id": "c", "worker_count": None, "union_sound": True},
         {"park": "p1", "id": "d", "worker_count": 40, "union_sound": None}]


@pytest.fixture(autouse=True)
def _quiet():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        yield


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.Table.from_pylist])
def test_members_of_a_frame_are_those_of_a_list(zj, make):
    area = zj["area"]
    found = area.assess_frame(make(PARKS), members=(make(FIRMS), "park"), as_of=DAY)
    told = pa.table(found).to_pydict()
    for row, park in enumerate(PARKS):
        facts = {"area_enterprise_count": park["area_enterprise_count"]}
        firms = [{"id": firm["id"], "facts": {
            name: firm[name] for name in ("worker_count", "union_sound")
            if firm[name] is not None}} for firm in FIRMS if firm["park"] == park["id"]]
        if firms:
            facts["members"] = firms
        alone = area.assess({"unit": "area", "kind": "park", "id": park["id"], "facts": facts},
                            as_of=DAY)
        assert told["verdict"][row] == alone.verdict
        assert {item.id: told[item.id][row] for item in alone.items} == {
            item.id: item.verdict for item in alone.items}
        assert [part.verdict for part in found.explain(row).parts] == [
            part.verdict for part in alone.parts]


def test_what_does_not_join_is_told(zj, large):
    area, parks, firms = zj["area"], pl.DataFrame(PARKS), pl.DataFrame(FIRMS)
    with pytest.raises(norma.FactError, match="no column `area` of the members"):
        area.assess_frame(parks, members=(firms, "area"), as_of=DAY)
    with pytest.raises(norma.FactError, match="no column `id` of the units"):
        area.assess_frame(parks.drop("id"), members=(firms, "park"), as_of=DAY)
    with pytest.raises(norma.FactError, match="same id twice"):
        area.assess_frame(pl.concat([parks, parks]), members=(firms, "park"), as_of=DAY)
    with pytest.raises(norma.FactError, match="of which fact are these the members"):
        large.assess_frame(firms, members=(firms, "park"), as_of=DAY)
    with pytest.warns(UserWarning, match="1 member is of no unit"):
        area.assess_frame(parks.tail(2), members=(firms.head(2), "park"), as_of=DAY)


def test_a_column_for_the_join_is_there_once(zj):
    firms = pd.DataFrame([["p1", 12, "p2"]], columns=["park", "worker_count", "park"])
    with pytest.raises(norma.FactError, match="N0661.*two columns for `park`"):
        zj["area"].assess_frame(pl.DataFrame(PARKS), members=(firms, "park"), as_of=DAY)


def views(values):
    return pa.array(values, pa.string_view())


def words_in_views(values):
    words = sorted({each for each in values if each})
    return pa.DictionaryArray.from_arrays(
        [words.index(each) if each else None for each in values], views(words))


FORMS = [["induction"], None, [], ["induction", "skill_contest"]]
SIZES = ["micro", "large", None, "small"]


@pytest.mark.parametrize("park, size, forms", [
    (pa.array, pa.array, pa.array), (views, views, pa.array),
    (words_in_views, words_in_views, lambda lists: pa.array(lists, pa.large_list(pa.string_view()))),
    (views, words_in_views, lambda lists: pa.ListArray.from_arrays(
        pa.array([0, 1, 1, 1, 3], pa.int32()),
        words_in_views(["induction", "induction", "skill_contest"])))])
def test_members_may_be_words_and_views_of_strings(zj, park, size, forms):
    units = pa.table({"id": park(["p1", "p2", "p3"]), "kind": ["park"] * 3})
    firms = pa.table({"park": park([firm["park"] for firm in FIRMS]), "size_class": size(SIZES),
                      "worker_count": [firm["worker_count"] for firm in FIRMS],
                      "training_forms_used": forms(FORMS)})
    found = zj["area"].assess_frame(units, members=(firms, "park"), as_of=DAY)
    plain = zj["area"].assess_frame(
        pd.DataFrame({"id": ["p1", "p2", "p3"], "kind": "park"}), as_of=DAY, members=(pd.DataFrame({
            "park": [firm["park"] for firm in FIRMS], "size_class": SIZES,
            "worker_count": [firm["worker_count"] for firm in FIRMS],
            "training_forms_used": FORMS}), "park"))
    assert found.counts() == plain.counts()
    for row in range(3):
        assert found.explain(row).missing() == plain.explain(row).missing()


@pytest.mark.parametrize("units, members", [
    (lambda frame: frame.lazy(), pl.DataFrame), (pl.DataFrame, lambda frame: frame.lazy()),
    (lambda frame: frame.to_arrow().to_reader(), pl.DataFrame),
    (pl.DataFrame, lambda frame: frame.to_arrow().to_reader())])
def test_what_is_read_in_parts_has_no_members_and_is_none(zj, units, members):
    frames = units(pl.DataFrame(PARKS)), (members(pl.DataFrame(FIRMS)), "park")
    for joined in (frames[1], {"members": frames[1]}):
        with pytest.raises(TypeError, match="collect"):
            zj["area"].assess_frame(frames[0], members=joined, as_of=DAY)


@pytest.mark.parametrize("call", [
    {"members": (pl.DataFrame(FIRMS), "area")}, {"members": {"staff": (pl.DataFrame(FIRMS), "park")}},
    {"frame": pl.DataFrame(PARKS * 2)}, {"frame": pl.DataFrame(PARKS).drop("id")},
    {"frame": pl.DataFrame(PARKS).tail(1)}])
@pytest.mark.parametrize("lang, words", [("zh", "[一-鿿]"), ("en", "^[ -~]*$")])
def test_what_does_not_join_is_told_in_the_language_of_the_call(zj, call, lang, words):
    given = {"frame": pl.DataFrame(PARKS), "members": (pl.DataFrame(FIRMS), "park")} | call
    with warnings.catch_warnings():
        warnings.simplefilter("error", norma.FrameWarning)
        warnings.filterwarnings("ignore", "(?s)(警告|warning)", norma.FrameWarning)
        with pytest.raises((norma.FactError, norma.FrameWarning)) as told:
            zj["area"].assess_frame(**given, as_of=DAY, lang=lang)
    assert re.search(words, str(told.value))

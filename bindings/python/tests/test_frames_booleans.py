# SPDX-License-Identifier: Apache-2.0
"""Verdicts as booleans: True passes, False fails, missing is all else; and the memory of
results, which is used again."""

import norma
import pandas as pd
import pyarrow as pa
import pytest
from conftest import DAY
from test_frames import FRAMES, UNITS, numpy_backed, rows_of

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")
BOOLEANS = {"pass": True, "fail": False, "undetermined": None, "not_applicable": None}


@pytest.mark.parametrize("name", FRAMES)
def test_verdicts_as_booleans_in_each_kind_of_frame(large, name):
    words = rows_of(large.assess_frame(FRAMES[name](), as_of=DAY).frame)
    given = FRAMES[name]()
    found = large.assess_frame(given, as_of=DAY, verdicts="booleans").frame
    assert isinstance(found, type(given))
    assert rows_of(found) == {item: [BOOLEANS[one] for one in column]
                              for item, column in words.items()}


def test_booleans_lose_nothing_but_in_their_columns(large):
    frame = numpy_backed()
    words = large.assess_frame(frame, as_of=DAY)
    found = large.assess_frame(frame, as_of=DAY, verdicts="booleans", reasons=True, carry=["id"])
    assert found.counts() == words.counts() and repr(found) == repr(words)
    assert found.explain(2) == words.explain(2) and found.explain(2).verdict == "not_applicable"
    assert list(found.frame.index) == ["x", "y", "z"]
    assert found["verdict"].dtype == pd.ArrowDtype(pa.bool_())
    assert found["id"].tolist() == ["a", "b", "c"]
    assert found["mediation__reason"].tolist()[0] == "mediation/coordinators"
    tried = found.what_if("periodic_window", ["1个月", "12个月"])
    assert tried.turns.equals(words.what_if("periodic_window", ["1个月", "12个月"]).turns)
    with pytest.raises(ValueError, match="\"words\" or \"booleans\", not 'bits'"):
        large.assess_frame(frame, as_of=DAY, verdicts="bits")


@pytest.mark.parametrize("rows", [1, 63, 64, 65, 200])
def test_counts_of_booleans_up_to_the_last_row(large, rows):
    batches = pa.Table.from_pylist((UNITS * 67)[:rows])
    words = large.assess_frame(batches, as_of=DAY)
    booleans = large.assess_frame(batches, as_of=DAY, verdicts="booleans")
    assert booleans.counts() == words.counts()
    assert sum(booleans.counts()["verdict"].values()) == rows
    read = large.assess_frame(batches.to_reader(max_chunksize=50), as_of=DAY, verdicts="booleans")
    read.frame.read_all()
    assert read.counts() == words.counts()


def test_units_of_other_kinds_and_of_none_are_told_apart_in_booleans_too(large):
    units = pa.table({"unit": ["enterprise", "site", None, "moon"], "worker_count": [1064] * 4,
                      "size_class": ["large"] * 4, "union_sound": [False] * 4})
    for booleans in (False, True):
        found = norma._core.judge_frame(large, units, as_of=DAY, others=True, booleans=booleans)
        assert found.counts()["verdict"] == (0, 1, 2, 1)
        assert found.erring == [2, 3]


def test_memory_that_is_used_again_is_of_nobody(large):
    """Results that are alive stay as they are while others are made and let go."""
    few, many = (pa.table({"worker_count": [1064] * rows, "size_class": ["large"] * rows,
                           "union_sound": [sound] * rows})
                 for rows, sound in ((150_000, False), (200_000, True)))
    for verdicts in ("words", "booleans"):
        def judged(table, how=verdicts):
            return pa.table(large.assess_frame(table, as_of=DAY, verdicts=how))["union"]

        first, kept = judged(many), judged(few)
        wanted = kept.to_pylist()
        assert set(wanted) == {"fail" if verdicts == "words" else False}
        for _ in range(3):
            del first
            first = judged(many)
            assert set(first.to_pylist()) == {"undetermined" if verdicts == "words" else None}
        del first
        again = judged(few)
        assert again.to_pylist() == kept.to_pylist() == wanted

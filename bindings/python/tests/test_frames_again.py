# SPDX-License-Identifier: Apache-2.0
"""One standard asked again and again: what is kept from one call is of no other."""

from concurrent.futures import ThreadPoolExecutor

import norma
import pyarrow as pa
import pytest
from test_frames import UNITS, rows_of

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")
ASKED = [{"as_of": day, **how}
         for day in ("2024-03-31", "2019-03-31", "2026-03-31")
         for how in ({}, {"reasons": True}, {"distances": True}, {"verdicts": "booleans"},
                     {"dates": "2024-03-01"})]


def fresh():
    return norma.load("cn-zj")["enterprise.large_medium"]


def test_what_was_asked_before_changes_nothing():
    given, kept = pa.Table.from_pylist(UNITS), fresh()
    alone = [rows_of(fresh().assess_frame(given, **asked).frame) for asked in ASKED]
    assert len({str(each) for each in alone}) >= 6  # days and options matter here
    for _ in range(2):
        assert [rows_of(kept.assess_frame(given, **asked).frame) for asked in ASKED] == alone
    with ThreadPoolExecutor(8) as pool:
        again = pool.map(lambda asked: rows_of(kept.assess_frame(given, **asked).frame), ASKED * 8)
        assert list(again) == alone * 8


def test_a_supposed_standard_is_judged_by_its_own_parameters():
    given, kept = pa.Table.from_pylist(UNITS), fresh()
    before = kept.assess_frame(given, as_of="2024-03-31")
    tried = before.what_if("periodic_window", ["1个月", "12个月"]).turns
    assert kept.assess_frame(given, as_of="2024-03-31").counts() == before.counts()
    assert before.what_if("periodic_window", ["1个月", "12个月"]).turns.equals(tried)

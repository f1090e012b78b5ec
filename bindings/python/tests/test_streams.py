# SPDX-License-Identifier: Apache-2.0
"""A stream tells of its rows what a table of them tells, as it is read."""

import norma
import openpyxl
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from test_frames import UNITS

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")


def test_sheets_of_a_stream_have_its_counts(large, tmp_path):
    table = pa.Table.from_pylist(UNITS)
    for name, frame in (("table", table), ("stream", table.to_reader())):
        large.assess_frame(frame, as_of=DAY).to_excel(tmp_path / f"{name}.xlsx")
    (summary, units), streamed = (
        [[[cell.value for cell in row] for row in sheet.iter_rows()]
         for sheet in openpyxl.load_workbook(tmp_path / f"{name}.xlsx")]
        for name in ("table", "stream"))
    assert streamed == [summary, units] and summary[1][3:] == [0, 2, 0, 1]


def test_a_query_that_is_not_collected_has_nothing_to_write(large, tmp_path):
    found = large.assess_frame(pl.DataFrame(UNITS).lazy(), as_of=DAY)
    for call in (lambda: found.to_excel(tmp_path / "a.xlsx"), lambda: pa.table(found)):
        with pytest.raises(TypeError, match="the query is not collected"):
            call()
    assert not (tmp_path / "a.xlsx").exists()

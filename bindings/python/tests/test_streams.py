# SPDX-License-Identifier: Apache-2.0
"""A stream tells of its rows what a table of them tells, as it is read."""

import threading

import norma
import openpyxl
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from test_frames import UNITS

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")


def test_the_first_hundred_rows_in_error_are_told(large):
    wrong = pa.table({"worker_count": [-1] * 130, "size_class": ["huge"] * 130})
    told = large.assess_frame(wrong, as_of=DAY, lang="en").data_errors
    found = large.assess_frame(wrong.to_reader(max_chunksize=40), as_of=DAY, lang="en")
    found.frame.read_all()
    assert len(told) == 200 and list(map(str, found.data_errors)) == list(map(str, told))
    assert found.erring_rows == 130


def test_it_may_be_asked_while_another_thread_reads_it(large):
    rows = pa.Table.from_pylist([one | {"worker_count": -1} for one in UNITS * 700])
    batches, rows_at_once = 40, rows.num_rows
    found = large.assess_frame(pa.RecordBatchReader.from_batches(
        rows.schema, rows.to_batches() * batches), as_of=DAY)
    reader = threading.Thread(target=found.frame.read_all)
    reader.start()
    warned = 0
    while reader.is_alive():
        for column, counts in found.counts().items():
            assert sum(counts.values()) % rows_at_once == 0, column
        assert len(found) % rows_at_once == 0
        assert found.erring_rows % (rows_at_once * 2 // 3) == 0  # the third is not applicable
        assert len(found.data_errors) in (0, 100)
        warned = max(warned, len(found.warnings))
    reader.join()
    assert len(found) == batches * rows_at_once and warned


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

# SPDX-License-Identifier: Apache-2.0
"""LazyFrames of Polars: judged where the query is collected."""

from __future__ import annotations

from typing import Any

from ._columns import facts_named, wanted
from ._core import Diagnostic, Standard
from ._frame_judge import judge
from ._frame_kinds import Polars
from ._frame_result import FrameResult
from ._frame_table import Frame, Table
from ._frame_warnings import tell_later
from ._words import in_language

ROW = "norma__row"  # of the query, while it is judged


class _Later:
    """Of a query that is not collected yet: what its result will be made of."""

    by_rows: dict[str, str] = {}
    erring_counts = None

    def __init__(self, columns: list[str], warnings: tuple[Diagnostic, ...]) -> None:
        self.columns, self.warnings = columns, warnings

    @property
    def rows(self) -> int:
        raise TypeError(in_language((
            "查询尚未 collect：请评定 `frame.collect()`，或 collect 结果的 `.frame`",
            "the query is not collected: judge `frame.collect()`, or collect the result's "
            "`.frame`")))

    def counts(self) -> Any:
        return self.rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.rows


class _LazyResult(FrameResult):
    def __init__(self, standard: Standard, judged: Any, kind: Table, query: Frame) -> None:
        super().__init__(standard, judged, kind)
        self._frame = query

    def __repr__(self) -> str:
        return f"<norma.FrameResult {self.standard.id}: a query>"


def lazily(standard: Standard, frame: Frame, **options: Any) -> FrameResult:
    """The query for the verdicts. What is wrong or odd about the columns is found by a frame
    of the same columns without rows."""
    schema = frame.collect_schema()
    kind, judged, _ = judge(standard, schema.to_frame(), Polars, **options)
    read = wanted(facts_named(standard), options["carry"])
    query = frame.select([name for name in schema.names() if read(name)]).with_row_index(ROW)

    def verdicts(batch: Frame) -> Frame:
        first = batch[ROW][0] if len(batch) else 0
        found = judge(standard, batch.drop(ROW), Polars, first=first, **options)
        tell_later(found.judged, first, options["lang"])
        return found.kind.native(found.judged)

    like = kind.native(judged)
    later = _Later(judged.columns, judged.warnings)
    found = query.map_batches(verdicts, schema=like.schema, streamable=True)
    return _LazyResult(standard, later, kind, found)

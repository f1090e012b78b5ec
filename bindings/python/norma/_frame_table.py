# SPDX-License-Identifier: Apache-2.0
"""What a frame of any library hands over, and results of its own kind."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeAlias

from ._columns import Wanted
from ._core import Diagnostic, Report
from ._errors import Error
from ._frame_views import movable
from ._verdict import Verdict
from ._words import Lang, in_language

WORDS = [str(verdict) for verdict in Verdict]
ERRORS = "verdict__errors"  # the column of what is wrong in a row
Frame: TypeAlias = Any  # of another library


class Judged(Protocol):
    """What the extension found of a frame. Of streams and packs not all is there."""

    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> list[str]: ...
    @property
    def warnings(self) -> tuple[Diagnostic, ...]: ...
    @property
    def erring_counts(self) -> tuple[int, int, int, int] | None: ...
    @property
    def erring(self) -> list[int]: ...
    def data_errors(self, row: int, label: str) -> list[Diagnostic]: ...
    @property
    def errors(self) -> tuple[Diagnostic, ...]: ...  # of a stream
    def counts(self) -> dict[str, tuple[int, int, int, int]]: ...
    def explain(self, row: int, lang: str | None, remedies: bool) -> Report: ...
    def judged_by(self, standard: Any) -> Judged: ...
    def turns_since(self, before: Judged) -> dict[str, list[list[int]]]: ...
    def standard_of(self, row: int) -> int | None: ...
    def __arrow_c_stream__(self, requested_schema: object) -> object: ...


def pyarrow(why: str) -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ImportError:
        raise Error(("需要 PyArrow：pip install pyarrow",
                     f"{why} through PyArrow: pip install pyarrow")) from None


class Table:
    """Whatever hands over a stream of Arrow; its result is a PyArrow table."""

    index: Any = None
    converts = "arrow"  # how columns are converted: a key of `MAKE`

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        self.frame = frame

    def stream(self) -> Any:
        return self.frame

    def once(self) -> Any:
        """The rows, which are read here and not again: a stream may be read once, and a query
        may give other rows, or these in another order, the next time."""
        self.frame = pyarrow("rows are kept").table(self.stream())
        return self.frame

    def native(self, judged: Judged) -> Frame:
        return pyarrow("results are read").table(judged)

    def place_of(self, label: object, lang: Lang) -> int:
        """The row that has the label in the frame's index."""
        raise TypeError(in_language((
            f"行以数指明，从 0 起数，不能是 {label!r}：只有 pandas 的表有标签",
            f"a row is a number, counted from 0, not {label!r}: only frames of pandas have "
            "labels"), lang))

    def label_of(self, place: int) -> str:
        """What messages call a row."""
        return str(place)

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        """A frame of few rows."""
        return pyarrow("results are read").table(columns)

    def words_in(self, name: str) -> list[str]:
        """The texts that a column has, each once."""
        try:
            arrow = importlib.import_module("pyarrow")
        except ImportError:
            return []
        table = arrow.table(self.stream())
        column = movable(table.select([table.column_names.index(name)])).column(0)
        if arrow.types.is_null(column.type) or arrow.types.is_nested(column.type):
            return []
        return texts_in(column.cast(arrow.large_string()).unique().to_pylist())

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        """A frame with the rows that were judged; NaN is missing."""
        arrow = pyarrow("results are read")
        compute = importlib.import_module("pyarrow.compute")
        made = {}
        for name, values in columns.items():
            column = arrow.array(memoryview(values).tolist(), arrow.float64())
            made[name] = compute.if_else(compute.is_nan(column), None, column)
        return arrow.table(made)


class RecordBatch(Table):
    def native(self, judged: Judged) -> Frame:
        return one_batch(super().native(judged))

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        return one_batch(super().doubles(columns))


class Reader(Table):
    """A stream: read once, and judged as it is read."""

    def native(self, judged: Judged) -> Frame:
        return pyarrow("results are read").RecordBatchReader.from_stream(judged)


def one_batch(table: Frame) -> Frame:
    """A table as one batch; a table without rows has none of its own."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else pyarrow("results are read").RecordBatch.from_pylist(
        [], schema=table.schema)


def texts_in(all_values: Iterable[Any]) -> list[str]:
    return [each for each in all_values if isinstance(each, str)]


def is_boolean(found: Any, name: str) -> bool:
    return str(found.schema.field(name).type) == "bool"


def codes_of(verdicts: Any) -> Any:
    """Of a column of verdicts the codes, in the order of the words."""
    return verdicts.combine_chunks().indices

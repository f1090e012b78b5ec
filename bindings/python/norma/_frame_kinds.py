# SPDX-License-Identifier: Apache-2.0
"""Frames of other libraries. A library is imported only where the caller holds a frame of it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

from ._columns import Wanted
from ._frame_pandas import Pandas
from ._frame_table import (
    WORDS, Frame, Judged, Reader, RecordBatch, Table, codes_of, is_boolean, texts_in,
)
from ._words import Lang, in_language


class DuckDB(Table):
    converts = "sql"

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        columns = []
        for name in frame.columns:
            quoted = '"' + name.replace('"', '""') + '"'
            columns.append(quoted if wanted(name) else f'null::"NULL" as {quoted}')
        self.frame = frame.select(", ".join(columns))
        self.relation = self.frame  # also where its rows are read once for all

    def native(self, judged: Judged) -> Frame:
        return self._relation(super().native(judged))

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        return self._relation(super().small(columns))

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        return self._relation(super().doubles(columns))

    def _relation(self, found: Frame) -> Frame:
        """Of the connection that the caller's relation is of: others can not be joined with it."""
        norma__found = found  # by this name DuckDB finds it: no table of the caller's has it
        made = self.relation.query("norma__units", "from norma__found")
        del norma__found
        return made


class Polars(Table):
    converts = "polars"

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        polars = importlib.import_module("polars")
        self.frame = frame.with_columns(
            polars.lit(None).alias(name) for name in frame.columns if not wanted(name))

    def once(self) -> Any:
        return self.frame  # without PyArrow, too

    def words_in(self, name: str) -> list[str]:
        return texts_in(self.frame[name].unique())

    def native(self, judged: Judged) -> Frame:
        polars = importlib.import_module("polars")
        words = polars.Enum(WORDS)
        try:
            arrow = importlib.import_module("pyarrow")
        except ImportError:
            found = polars.DataFrame(judged)
            worded = [name for name in judged.columns if found[name].dtype != polars.Boolean]
            return found.with_columns(polars.col(worded).cast(words))
        # The codes of the words are those of the enumeration: no word is looked up.
        found = arrow.table(judged)
        columns = {}
        for name in found.column_names:
            if name in judged.columns and not is_boolean(found, name):
                codes = polars.from_arrow(codes_of(found[name])).cast(polars.UInt8)
                columns[name] = codes.cat.to(words)
            else:
                columns[name] = polars.from_arrow(found[name])
        return polars.DataFrame(columns)

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        return importlib.import_module("polars").DataFrame(columns)

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        polars = importlib.import_module("polars")
        return polars.DataFrame({name: polars.Series(list(values)).fill_nan(None)
                                 for name, values in columns.items()})


class LazyPolars(Polars):
    """Judged where the query is collected."""


class Spark(Table):
    """Judged by the workers of a cluster, when something is asked of the result."""

    converts = "sql"

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        session = self.frame.sparkSession
        return session.createDataFrame(list(zip(*columns.values(), strict=True)), list(columns))


KINDS: dict[tuple[str, str], type[Table]] = {
    ("pandas", "DataFrame"): Pandas, ("polars", "DataFrame"): Polars,
    ("polars", "LazyFrame"): LazyPolars, ("pyarrow", "RecordBatchReader"): Reader,
    ("pyarrow", "RecordBatch"): RecordBatch,
}


def kind_of(frame: Frame, lang: Lang = None) -> type[Table]:
    """The kind of the frame, by the library that it, or a class that its own builds on, is of."""
    for each in type(frame).__mro__:
        home = each.__module__.partition(".")[0].lstrip("_")
        if (home, each.__name__) in KINDS:
            return KINDS[home, each.__name__]
        if home == "duckdb" and hasattr(frame, "columns"):  # a connection has none
            return DuckDB
        if home == "pyspark" and hasattr(frame, "mapInArrow"):
            return Spark
    if hasattr(frame, "__arrow_c_stream__"):
        return Table
    of = type(frame)
    name = f"{of.__module__.partition('.')[0]}.{of.__name__}"
    raise TypeError(in_language((
        f"表须为 pandas、Polars、PyArrow、DuckDB 或 Spark 的表，或有 `__arrow_c_stream__`；{name} 没有",
        "a frame is one of pandas, Polars, PyArrow, DuckDB or Spark, or has "
        f"`__arrow_c_stream__`; {name} has not"), lang))

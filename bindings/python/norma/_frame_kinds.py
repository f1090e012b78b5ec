# SPDX-License-Identifier: Apache-2.0
"""Frames of other libraries: what they hand over, and results of their own kind. A library
is imported only where the caller holds a frame of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias

from ._core import Diagnostic, Report
from ._errors import Error, FactError, NotFound
from ._verdict import Verdict

WORDS = [str(verdict) for verdict in Verdict]
Frame: TypeAlias = Any  # of another library
Wanted: TypeAlias = Callable[[str], bool]


class Judged(Protocol):
    """What the extension found of a frame. Of streams and packs not all is there."""

    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> list[str]: ...
    @property
    def warnings(self) -> tuple[Diagnostic, ...]: ...
    def counts(self) -> dict[str, tuple[int, int, int, int]]: ...
    def explain(self, row: int, lang: str | None, remedies: bool) -> Report: ...
    def judged_by(self, standard: Any) -> Judged: ...
    def standard_of(self, row: int) -> int | None: ...
    def __arrow_c_stream__(self, requested_schema: object) -> object: ...


def kind_of(frame: Frame) -> type[Table]:
    """The kind of the frame, by the library that it is of."""
    home = type(frame).__module__.partition(".")[0].lstrip("_")
    name = type(frame).__name__
    if home == "pandas" and name == "DataFrame":
        return Pandas
    if home == "polars" and name == "DataFrame":
        return Polars
    if home == "polars" and name == "LazyFrame":
        return LazyPolars
    if home == "pyarrow" and name == "RecordBatchReader":
        return Reader
    if home == "pyarrow" and name == "RecordBatch":
        return RecordBatch
    if home == "duckdb":
        return DuckDB
    if home == "pyspark" and hasattr(frame, "mapInArrow"):
        return Spark
    if hasattr(frame, "__arrow_c_stream__"):
        return Table
    raise TypeError("a frame is one of pandas, Polars, PyArrow, DuckDB or Spark, or has "
                    f"`__arrow_c_stream__`; {home}.{name} has not")


def pyarrow(why: str) -> Any:
    try:
        return importlib.import_module("pyarrow")
    except ImportError:
        raise Error(f"{why} through PyArrow: pip install pyarrow") from None


class Table:
    """Whatever hands over a stream of Arrow; its result is a PyArrow table."""

    index: Any = None

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        self.frame = frame

    def stream(self) -> Any:
        return self.frame

    def native(self, judged: Judged) -> Frame:
        return pyarrow("results are read").table(judged)

    def place_of(self, label: object) -> int:
        """The row that has the label in the frame's index."""
        raise TypeError(f"a row is a number, counted from 0, not {label!r}: only frames of "
                        "pandas have labels")

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
        column = table.column(table.column_names.index(name))
        if arrow.types.is_null(column.type) or arrow.types.is_nested(column.type):
            return []
        return _texts(column.cast(arrow.large_string()).unique().to_pylist())

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
        return super().native(judged).combine_chunks().to_batches()[0]

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        return super().doubles(columns).combine_chunks().to_batches()[0]


class Reader(Table):
    """A stream: read once, and judged as it is read."""

    def native(self, judged: Judged) -> Frame:
        return pyarrow("results are read").RecordBatchReader.from_stream(judged)


class DuckDB(Table):
    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        columns = []
        for name in frame.columns:
            quoted = '"' + name.replace('"', '""') + '"'
            columns.append(quoted if wanted(name) else f'null::"NULL" as {quoted}')
        self.frame = frame.select(", ".join(columns))

    def words_in(self, name: str) -> list[str]:
        return _texts(each for each, in self.frame.select(f'"{name}"').distinct().fetchall())

    def native(self, judged: Judged) -> Frame:
        return importlib.import_module("duckdb").from_arrow(super().native(judged))

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        return importlib.import_module("duckdb").from_arrow(super().small(columns))

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        return importlib.import_module("duckdb").from_arrow(super().doubles(columns))


class Polars(Table):
    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        polars = importlib.import_module("polars")
        self.frame = frame.with_columns(
            polars.lit(None).alias(name) for name in frame.columns if not wanted(name))

    def words_in(self, name: str) -> list[str]:
        return _texts(self.frame[name].unique())

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
            if name in judged.columns and not _is_boolean(found, name):
                codes = polars.from_arrow(_codes(found[name])).cast(polars.UInt8)
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

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        session = self.frame.sparkSession
        return session.createDataFrame(list(zip(*columns.values(), strict=True)), list(columns))


class Pandas(Table):
    """Columns that a fact is read from become Arrow's, without a copy for numbers and for
    columns that are Arrow's already; of the others only the names are handed over."""

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        arrow = pyarrow("pandas frames are read")
        self.index = frame.index
        self._pandas = importlib.import_module("pandas")
        names, columns = [str(name) for name in frame.columns], []
        for place, name in enumerate(names):
            columns.append(_arrow_column(arrow, frame.iloc[:, place], name) if wanted(name)
                           else arrow.nulls(len(frame)))
        self._table = arrow.Table.from_arrays(columns, names=names)

    def stream(self) -> Any:
        return self._table

    def place_of(self, label: object) -> int:
        try:
            place = self.index.get_loc(label)
        except KeyError:
            raise NotFound(f"the index has no label {label!r}; a row may be counted from 0, "
                           "too") from None
        if not isinstance(place, int):
            raise NotFound(f"the index has the label {label!r} more than once: count the row "
                           "from 0")
        return place

    def native(self, judged: Judged) -> Frame:
        pandas = self._pandas
        words = pandas.CategoricalDtype(WORDS)
        found = super().native(judged)
        columns = {}
        for name in found.column_names:
            if name in judged.columns and _is_boolean(found, name):
                columns[name] = pandas.arrays.ArrowExtensionArray(found[name])
            elif name in judged.columns:
                codes = _codes(found[name]).to_numpy()
                columns[name] = pandas.Categorical.from_codes(codes, dtype=words)
            else:
                columns[name] = found[name].combine_chunks().to_pandas().array
        return pandas.DataFrame(columns, index=self.index, copy=False)

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        return self._pandas.DataFrame(columns)

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        numpy = importlib.import_module("numpy")
        return self._pandas.DataFrame(
            {name: numpy.array(values) for name, values in columns.items()}, index=self.index)


def _texts(all_values: Iterable[Any]) -> list[str]:
    return [each for each in all_values if isinstance(each, str)]


def _is_boolean(found: Any, name: str) -> bool:
    return str(found.schema.field(name).type) == "bool"


def _codes(verdicts: Any) -> Any:
    """Of a column of verdicts the codes, in the order of the words."""
    return verdicts.combine_chunks().indices


def _arrow_column(arrow: Any, column: Any, name: str) -> Any:
    try:
        # What pandas has for missing is missing, NaN among it.
        made = arrow.array(column, from_pandas=True)
    except (arrow.ArrowInvalid, arrow.ArrowTypeError, arrow.ArrowNotImplementedError) as error:
        raise FactError(f"the column `{name}` holds values of more than one kind, or of none "
                        f"that facts have: {error}") from None
    return made.combine_chunks() if isinstance(made, arrow.ChunkedArray) else made

# SPDX-License-Identifier: Apache-2.0
"""Files of many units, read in parts through PyArrow: Parquet, Arrow, CSV, NDJSON; and Excel
through openpyxl."""

from __future__ import annotations

import datetime
import importlib
import os
import pathlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from decimal import Decimal
from typing import Any

from . import _core
from ._columns import DAY_SUFFIX
from ._core import Fact, Standard
from ._errors import Error, no_file
from ._files_csv import CsvRows
from ._files_json import Lines
from ._frame_table import pyarrow
from ._sheet_read import Book
from ._sheet_rows import Row

ROWS = 131_072  # in a part
ENDINGS = {".parquet": "parquet", ".pq": "parquet", ".arrow": "arrow", ".feather": "arrow",
           ".arrows": "arrows", ".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson",
           ".xlsx": "xlsx"}


def format_of(path: str | os.PathLike[str]) -> str:
    """The format of a file by its ending."""
    ending = pathlib.Path(path).suffix.lower()
    if ending not in ENDINGS:
        raise Error((f"`{path}` 是什么格式？文件的扩展名应为 {'、'.join(ENDINGS)}",
                     f"what is in `{path}`? files end in {', '.join(ENDINGS)}"))
    return ENDINGS[ending]


def part_of(name: str) -> Any:
    """A module of PyArrow."""
    pyarrow("files are read and written")
    return importlib.import_module(f"pyarrow.{name}")


def types_of(standard: Standard) -> dict[str, Any]:
    """Arrow's types of the columns that files of text have for facts, by name and alias."""
    arrow = pyarrow("files are read and written")
    text = arrow.string()
    types = dict.fromkeys(("id", "name", "unit", "kind"), text)
    for name, (alias, kind, scale) in _core.facts_of(standard).items():
        fitting = _plain_types(arrow, scale).get(kind)
        for each in filter(None, (name, alias)):
            if fitting is not None:
                types[each] = fitting
            types[each + DAY_SUFFIX] = arrow.date32()
    return types


def _plain_types(arrow: Any, decimals: int) -> dict[str, Any]:
    """Arrow's type by the kind of a fact, where one value is one cell."""
    text = arrow.string()
    return {"boolean": arrow.bool_(), "count": arrow.int64(), "date": arrow.date32(),
            "amount": arrow.decimal128(38, decimals), "text": text, "category": text,
            "number": arrow.decimal128(38, max(decimals, 12))}


class Source:
    """A file as a stream of record batches: `.reader`, and `.share()` of it that was read.
    `.failure` is what was raised while it was."""

    def __init__(self, path: str | os.PathLike[str], standard: Standard) -> None:
        self.path = pathlib.Path(path)
        if not self.path.is_file():
            raise no_file(path)
        self._arrow = pyarrow("files are read and written")
        self._standard = standard
        self._size = max(1, self.path.stat().st_size)
        self._rows: int | None = None  # of all, where the format tells
        self.failure: Exception | None = None
        self._read: Callable[[], int] = lambda: 0
        open_ = {"parquet": self._parquet, "arrow": self._file, "arrows": self._stream,
                 "csv": self._csv, "ndjson": self._ndjson, "xlsx": self._excel}
        self.reader = open_[format_of(path)](types_of(standard))

    def share(self, rows: int) -> float:
        """How much of the file was read, from 0 to 1; `rows` were."""
        return min(1, rows / self._rows if self._rows else self._read() / self._size)

    def _of(self, schema: Any, batches: Any) -> Any:
        return self._arrow.RecordBatchReader.from_batches(schema, self._told(batches))

    def _told(self, batches: Iterable[Any]) -> Iterator[Any]:
        """The batches; what is raised meanwhile is kept: Arrow hands on its text alone."""
        try:
            yield from batches
        except Exception as error:
            self.failure = error
            raise

    def _parquet(self, types: Mapping[str, Any]) -> Any:
        file = part_of("parquet").ParquetFile(self.path)
        self._rows = file.metadata.num_rows
        return self._of(file.schema_arrow, file.iter_batches(ROWS))

    def _file(self, types: Mapping[str, Any]) -> Any:
        file = part_of("ipc").open_file(self._arrow.memory_map(str(self.path)))
        batches = (file.get_batch(place) for place in range(file.num_record_batches))
        return self._of(file.schema, batches)

    def _stream(self, types: Mapping[str, Any]) -> Any:
        file = self._arrow.memory_map(str(self.path))
        self._read = file.tell
        return part_of("ipc").open_stream(file)

    def _csv(self, types: Mapping[str, Any]) -> Any:
        rows = CsvRows(self.path, self._standard, types)
        self._read = rows.read
        return self._of(rows.schema, rows.batches())

    def _ndjson(self, types: Mapping[str, Any]) -> Any:
        lines = Lines(self.path, self._standard, types)
        self._read = lines.read
        return self._of(lines.schema, lines.batches())

    def _excel(self, types: Mapping[str, Any]) -> Any:
        book = Book(self.path, self._standard, many=True)
        self._rows = max(1, book.size - 1)
        lists = {fact.name: _type_of(self._arrow, fact) for fact in self._standard.facts
                 if fact.kind in ("set", "period", "list", "units")}
        # Those that the day of the row is the day of.
        dated = {fact.name for fact in self._standard.facts
                 if fact.dated_by is None and fact.kind != "units"} if book.dates_rows else set()
        names = [name for name in book.names if name]
        names = list(dict.fromkeys([*names, *(f"{name}{DAY_SUFFIX}" for name in names
                                              if name in dated)]))
        text = self._arrow.string()
        schema = self._arrow.schema([(name, lists.get(name) or types.get(name, text))
                                     for name in names])

        def batches() -> Iterator[Any]:
            part: list[dict[str, Any]] = []
            for row in book.rows():
                part.append(_columns_of(row, dated))
                if len(part) == ROWS // 16:
                    yield self._batch(part, schema)
                    part = []
            yield self._batch(part, schema)

        return self._of(schema, batches())

    def _batch(self, rows: list[dict[str, Any]], schema: Any) -> Any:
        return self._arrow.RecordBatch.from_arrays(
            [self._column([row.get(field.name) for row in rows], field) for field in schema],
            schema=schema)

    def _column(self, cells: list[Any], field: Any) -> Any:
        kind, types = field.type, self._arrow.types
        if types.is_string(kind):
            cells = [None if cell is None else str(cell) for cell in cells]
        elif types.is_decimal(kind):
            cells = [Decimal(str(cell)) if isinstance(cell, (int, float, str)) else cell
                     for cell in cells]
        elif types.is_integer(kind):
            cells = [int(Decimal(cell)) if isinstance(cell, str) else cell for cell in cells]
        elif types.is_date(kind):
            cells = [datetime.date.fromisoformat(cell) if isinstance(cell, str) else cell
                     for cell in cells]
        try:
            return self._arrow.array(cells, kind, from_pandas=True)
        except (self._arrow.ArrowInvalid, self._arrow.ArrowTypeError) as error:
            raise Error((f"`{self.path}` 的列 `{field.name}`：{error}",
                         f"the column `{field.name}` of `{self.path}`: {error}")) from None


def _type_of(arrow: Any, fact: Fact) -> Any:
    """Arrow's type of a fact as sheets have it."""
    kind = fact.kind if fact.kind not in ("list", "set") else fact.element
    if fact.kind in ("list", "units") and fact.fields:
        own = [("id", arrow.string()), ("name", arrow.string())] if fact.kind == "units" else []
        one = arrow.struct([*own, *((each.name, _type_of(arrow, each)) for each in fact.fields)])
        return arrow.list_(one) if fact.element or fact.kind == "units" else one
    period = arrow.struct([("from", arrow.date32()), ("to", arrow.date32())])
    found = period if kind == "period" else _plain_types(arrow, fact.decimals).get(
        kind or "", arrow.string())
    return arrow.list_(found) if fact.kind in ("list", "set") else found


def _columns_of(row: Row, dated: Set[str]) -> dict[str, Any]:
    """A unit of a sheet as a row of a frame; what waits for a decision is unknown in it. The day
    of its evidence is that of the facts in `dated` that have none of their own."""
    head = {name: value for name, value in row.head.items() if isinstance(value, str)}
    day = row.head.get("evidence", {}).get("date")
    all_days = dict.fromkeys(row.facts.keys() & dated, day) | row.days
    days = {name + DAY_SUFFIX: day for name, day in all_days.items()}
    return head | row.others | days | {name: _known(value) for name, value in row.facts.items()}


def _known(value: Any) -> Any:
    if isinstance(value, list):
        return [_known(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() & {"none", "pending"}:
        return None
    if "facts" in value:
        value = {"id": value.get("id"), "name": value.get("name")} | value["facts"]
    return {name: _known(each) for name, each in value.items()}

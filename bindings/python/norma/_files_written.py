# SPDX-License-Identifier: Apache-2.0
"""Files of the verdicts of many units, written in parts."""

from __future__ import annotations

import importlib
import os
import pathlib
import re
from typing import Any

from ._files import format_of, part_of
from ._frame_table import pyarrow
from ._sheet_style import as_text, excel

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?")


class Sink:
    """A file that record batches of one schema are written to: whole, or not at all."""

    def __init__(self, path: str | os.PathLike[str], schema: Any) -> None:
        arrow = pyarrow("files are read and written")
        kind = format_of(path)
        self._to, path = pathlib.Path(path), f"{os.fspath(path)}.part"
        self._part, self._kept = pathlib.Path(path), False
        # Words stand as words where a file has no dictionaries.
        plain = arrow.schema([arrow.field(field.name, arrow.string())
                              if arrow.types.is_dictionary(field.type) else field
                              for field in schema])
        self._file: Any = None
        self._schema = schema if kind in ("arrow", "arrows", "parquet") else plain
        if kind == "parquet":
            self._file = part_of("parquet").ParquetWriter(path, self._schema)
        elif kind == "csv":
            self._file = part_of("csv").CSVWriter(path, self._schema)
        elif kind in ("arrow", "arrows"):
            make = "new_file" if kind == "arrow" else "new_stream"
            self._file = getattr(part_of("ipc"), make)(path, self._schema)
        elif kind == "ndjson":
            self._file = open(path, "w", encoding="utf-8")
        else:
            self._book = excel().Workbook(write_only=True)
            self._sheet = self._book.create_sheet("norma")
            self._sheet.append(schema.names)
        self._kind = kind

    def write(self, batch: Any) -> None:
        if self._kind == "ndjson":
            dumps = importlib.import_module("json").dumps
            for row in batch.to_pylist():
                self._file.write(dumps(row, ensure_ascii=False, default=str) + "\n")
        elif self._kind == "xlsx":
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                self._sheet.append([_cell(each) for each in row])
        else:
            self._file.write_batch(batch.cast(self._schema))

    def keep(self) -> None:
        """All is written: what is closed without this appears nowhere."""
        self._kept = True

    def close(self) -> None:
        if self._kind == "xlsx":
            self._book.save(self._part)
        else:
            self._file.close()
        if self._kept:
            self._part.replace(self._to)
        else:
            self._part.unlink(missing_ok=True)


def _cell(content: Any) -> Any:
    """No formula, whatever a name says."""
    if not isinstance(content, str) or NUMBER.fullmatch(content):
        return content
    content = as_text(content)
    return "'" + content if content[:1] in ("=", "+", "-", "@", "\t", "\r") else content

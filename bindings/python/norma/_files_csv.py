# SPDX-License-Identifier: Apache-2.0
"""Tables of text, with all the digits that their numbers have."""

from __future__ import annotations

import importlib
import mmap
import pathlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ._core import Standard
from ._csv_errors import csv_error

YES, NO = ["true", "True", "是", "1"], ["false", "False", "否", "0"]
# PyArrow's reader takes a number that a decimal has no room for as another one. No number has
# more than twelve decimals here: of 38 digits these may be too many.
MANY_DIGITS = re.compile(rb"[0-9]{26}|[0-9][eE]\+?[0-9]{2}")


class CsvRows:
    """A table as record batches: `.schema`, `.batches()`, and `.read()`, the bytes read so far.
    What can not be read raises `FactError` with its place."""

    def __init__(self, path: pathlib.Path, standard: Standard, types: Mapping[str, Any]) -> None:
        arrow, csv = (importlib.import_module(name) for name in ("pyarrow", "pyarrow.csv"))
        self._path, self._standard, self._arrow = path, standard, arrow
        self._file = open(path, "rb")
        self._end = 0  # where reading ended
        wide = {name: kind for name, kind in types.items() if arrow.types.is_decimal(kind)}
        self._wide = wide if _has_many_digits(path) else {}
        options = csv.ConvertOptions(
            column_types={**types, **dict.fromkeys(self._wide, arrow.string())},
            strings_can_be_null=True, null_values=["", "NA", "NaN"], true_values=YES,
            false_values=NO)
        try:
            self._reader = csv.open_csv(self._file, convert_options=options)
            self.schema = arrow.schema([  # decodes the names
                field.with_type(self._wide.get(field.name, field.type))
                for field in self._reader.schema])
        except ValueError as error:
            self._file.close()
            raise csv_error(path, standard, error) from None

    def read(self) -> int:
        return self._end if self._file.closed else self._file.tell()

    def batches(self) -> Iterator[Any]:
        try:
            for batch in self._reader:
                yield self._exactly(batch) if self._wide else batch
        except ValueError as error:
            raise csv_error(self._path, self._standard, error) from None
        finally:
            self._reader.close()
            self._end = self.read()
            self._file.close()

    def _exactly(self, batch: Any) -> Any:
        columns = [self._numbers(place, cells, field.type) if field.name in self._wide else cells
                   for place, (cells, field) in enumerate(zip(batch.columns, self.schema))]
        return self._arrow.RecordBatch.from_arrays(columns, schema=self.schema)

    def _numbers(self, place: int, cells: Any, kind: Any) -> Any:
        """Texts as decimals; what is none, or has no room, is told as PyArrow's reader does."""
        try:
            return cells.cast(kind)
        except ValueError:
            for cell in cells.drop_null():
                try:
                    cell.cast(kind)
                except ValueError:
                    raise ValueError(f"In CSV column #{place}: invalid value '{cell}'") from None
            raise


def _has_many_digits(path: pathlib.Path) -> bool:
    if path.stat().st_size == 0:
        return False
    with open(path, "rb") as file, \
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return MANY_DIGITS.search(content) is not None

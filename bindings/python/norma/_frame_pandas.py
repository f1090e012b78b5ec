# SPDX-License-Identifier: Apache-2.0
"""Frames of pandas."""

from __future__ import annotations

import datetime
import importlib
import numbers
from collections.abc import Mapping, Sequence
from typing import Any

from ._columns import Wanted
from ._errors import NotFound
from ._frame_table import WORDS, Frame, Judged, Table, codes_of, is_boolean, pyarrow


class Mixed(Exception):
    """A column of pandas holds values of more than one kind, or of none that Arrow has."""

    def __init__(self, name: str, column: Any) -> None:
        self.name, self.column = name, column

    def go_together(self, rows: int) -> bool:
        """Whether so many values from the first on are of one kind."""
        return _in_arrow(self.column.iloc[:rows]) is not None


class Pandas(Table):
    """Columns that a fact is read from become Arrow's, without a copy for numbers and for
    columns that are Arrow's already; of the others only the names are handed over. An index
    that is called `id` is a column, too. Raises `Mixed` for a column that Arrow has no type
    for."""

    converts = "pandas"

    def __init__(self, frame: Frame, wanted: Wanted) -> None:
        arrow = pyarrow("pandas frames are read")
        self.index = frame.index
        self._pandas = importlib.import_module("pandas")
        if frame.index.name == "id" and "id" not in frame.columns:
            frame = frame.reset_index()
        self._own = frame
        names, columns = [str(name) for name in frame.columns], []
        for place, name in enumerate(names):
            columns.append(_arrow_column(frame.iloc[:, place], name) if wanted(name)
                           else arrow.nulls(len(frame)))
        self._table = arrow.Table.from_arrays(columns, names=names)

    def stream(self) -> Any:
        return self._table

    def once(self) -> Any:
        return self._table

    def place_of(self, label: object) -> int:
        try:
            place = self.index.get_loc(label)
        except KeyError:
            raise NotFound((f"索引中没有标签 {label!r}；也可以从 0 起数行",
                            f"the index has no label {label!r}; a row may be counted from 0, "
                            "too")) from None
        if not isinstance(place, int):
            raise NotFound((f"索引中标签 {label!r} 不止一个：请从 0 起数行",
                            f"the index has the label {label!r} more than once: count the row "
                            "from 0"))
        return place

    def label_of(self, place: int) -> str:
        return str(self.index[place])

    def native(self, judged: Judged) -> Frame:
        pandas = self._pandas
        words = pandas.CategoricalDtype(WORDS)
        found = super().native(judged)
        columns = self._carried(found.column_names[:found.column_names.index(judged.columns[0])])
        for name in found.column_names[len(columns):]:
            if name in judged.columns and is_boolean(found, name):
                columns[name] = pandas.arrays.ArrowExtensionArray(found[name])
            elif name in judged.columns:
                codes = codes_of(found[name]).to_numpy()
                columns[name] = pandas.Categorical.from_codes(codes, dtype=words)
            else:
                columns[name] = found[name].combine_chunks().to_pandas().array
        return pandas.DataFrame(columns, index=self.index, copy=False)

    def _carried(self, names: Sequence[str]) -> dict[str, Any]:
        """The caller's own columns: through Arrow integers with blanks would become doubles."""
        return {str(name): self._own.iloc[:, place].array.copy()
                for place, name in enumerate(self._own.columns) if str(name) in names}

    def small(self, columns: Mapping[str, list[Any]]) -> Frame:
        return self._pandas.DataFrame(columns)

    def doubles(self, columns: Mapping[str, Any]) -> Frame:
        numpy = importlib.import_module("numpy")
        return self._pandas.DataFrame(
            {name: numpy.array(values) for name, values in columns.items()}, index=self.index)


def _in_arrow(column: Any) -> Any:
    """The column as Arrow's; None: it has no type for it."""
    arrow = pyarrow("pandas frames are read")
    if column.dtype == object and not _of_one_kind(column):
        return None
    try:
        # What pandas has for missing is missing, NaN among it.
        made = arrow.array(column, from_pandas=True)
    except (ValueError, TypeError, OverflowError, arrow.ArrowException):
        return None
    return made.combine_chunks() if isinstance(made, arrow.ChunkedArray) else made


def _of_one_kind(column: Any) -> bool:
    """Whether PyArrow is not to guess: beside days it takes 5 for the 6th of January 1970, and
    True beside doubles for 1."""
    return len({_kind(each) for each in set(map(type, column.dropna()))}) < 2


def _kind(of: type) -> str:
    if of.__name__ in ("bool", "bool_"):  # Python's and NumPy's
        return "bool"
    for kind in (datetime.datetime, datetime.date, numbers.Number, str):
        if issubclass(of, kind):
            return kind.__name__
    return ""


def _arrow_column(column: Any, name: str) -> Any:
    made = _in_arrow(column)
    if made is None:
        raise Mixed(name, column)
    return made

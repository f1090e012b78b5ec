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
from ._words import Lang


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

    def place_of(self, label: object, lang: Lang) -> int:
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
    if _is_blank(column.iloc[:1]) and _is_blank(column):
        return arrow.nulls(len(column))
    if column.dtype == object:
        column = _without_blanks(column)
        if len(_kinds(column)) > 1:
            return None
    elif str(column.dtype).startswith("Sparse"):
        column = column.sparse.to_dense()
    try:
        made = _converted(arrow, column)
    except (ValueError, TypeError, OverflowError, arrow.ArrowException):
        return None
    if isinstance(made, arrow.ChunkedArray):
        made = made.combine_chunks()
    if arrow.types.is_dictionary(made.type) and not _has_words(arrow, made.type.value_type):
        return made.dictionary_decode()  # categories of numbers, days or booleans are those
    return made


def _converted(arrow: Any, column: Any) -> Any:
    """What pandas has for missing is missing, NaN among it."""
    try:
        return arrow.array(column, from_pandas=True)
    except OverflowError:  # integers beyond 64 bits
        return arrow.array(column, arrow.decimal128(38), from_pandas=True)


def _has_words(arrow: Any, of: Any) -> bool:
    return any(is_it(of) for is_it in (arrow.types.is_string, arrow.types.is_large_string,
                                       arrow.types.is_string_view, arrow.types.is_null))


def _is_blank(column: Any) -> bool:
    """Of a column that says nothing pandas makes doubles or texts: it is of no type. Without rows
    only doubles are of none."""
    if len(column) == 0:
        return bool(column.dtype == "float64")
    return all(isinstance(each, str) and not each for each in column.dropna())


def _without_blanks(column: Any) -> Any:
    """Beside values of another kind, empty texts say nothing, as in a column of texts."""
    kinds = _kinds(column)
    if len(kinds) < 2 or "str" not in kinds:
        return column
    return column.mask([isinstance(each, str) and not each for each in column])


def _kinds(column: Any) -> set[str]:
    """Of several PyArrow is not to guess: beside days it takes 5 for the 6th of January 1970,
    and True beside doubles for 1."""
    return {_kind(each) for each in set(map(type, column.dropna()))}


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

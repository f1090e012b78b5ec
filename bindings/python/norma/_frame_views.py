# SPDX-License-Identifier: Apache-2.0
"""String views, which PyArrow does not reorder, as strings."""

from __future__ import annotations

import importlib
from typing import Any


def movable(table: Any) -> Any:
    """The table with strings where it has views of them, in lists, structures and dictionaries
    as well.

    >>> import pyarrow
    >>> views = pyarrow.array(["a"], pyarrow.string_view())
    >>> words = pyarrow.DictionaryArray.from_arrays([0, 0], views)
    >>> movable(pyarrow.table({"x": words})).schema.field("x").type.value_type
    DataType(large_string)
    """
    arrow = importlib.import_module("pyarrow")
    return table.cast(arrow.schema([_field(arrow, field) for field in table.schema]))


def _field(arrow: Any, field: Any) -> Any:
    return field.with_type(_type(arrow, field.type))


def _type(arrow: Any, of: Any) -> Any:
    types = arrow.types
    if types.is_string_view(of):
        return arrow.large_string()
    if types.is_dictionary(of):
        return arrow.dictionary(of.index_type, _type(arrow, of.value_type), of.ordered)
    if types.is_list(of):
        return arrow.list_(_field(arrow, of.value_field))
    if types.is_large_list(of):
        return arrow.large_list(_field(arrow, of.value_field))
    if types.is_struct(of):
        return arrow.struct([_field(arrow, field) for field in of.fields])
    return of

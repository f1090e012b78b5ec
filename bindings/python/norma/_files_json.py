# SPDX-License-Identifier: Apache-2.0
"""Files of NDJSON, read in parts through PyArrow: numbers with all their digits, ids as texts."""

from __future__ import annotations

import datetime
import importlib
import json
import pathlib
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, BinaryIO

from ._core import Fact, Standard
from ._frame_table import pyarrow
from ._json_errors import json_error

PART = 1 << 24  # bytes that are read at once, of whole lines
BLOCK = 1 << 20  # bytes that PyArrow reads at once, or the longest line
DIGITS, MOST_DECIMALS = 38, 24  # of a number
# A quote before and behind a name is one of JSON: those in a text have a stroke before them.
NUMBER_AS_ID = re.compile(rb'("(?:id|name|unit|kind)"[ \t]*:[ \t]*)(-?[0-9][0-9.eE+-]*)')
DECIMALS = re.compile(rb"\.([0-9]+)")
FORM = bytes.maketrans(b"123456789E-", b"000000000e+")  # of a number


class Lines:
    """A file with an object a line: the `.schema` of all its lines, and their `.batches()`."""

    def __init__(self, path: pathlib.Path, standard: Standard, types: Mapping[str, Any]) -> None:
        """`types` are Arrow's types of facts by name; those of other fields are what they hold."""
        self._path, self._standard, self._types = path, standard, types
        self._facts = {name: fact for fact in standard.facts for name in (fact.name, fact.alias)}
        self._arrow = pyarrow("files are read and written")
        self._json = importlib.import_module("pyarrow.json")
        self._file: BinaryIO | None = None
        self._decimals = 0  # that a number of the file has
        self.schema = self._fields()
        # Of these PyArrow does not say that they have no room: it gives others in their place.
        self._long = b"0e0", b"0e+0", b"0" * (DIGITS - self._decimals)

    def read(self) -> int:
        """How many bytes were read."""
        return self._file.tell() if self._file else 0

    def batches(self) -> Iterator[Any]:
        options = self._json.ParseOptions(explicit_schema=self.schema,
                                          unexpected_field_behavior="ignore")
        for part in self._parts():
            form = b"".join(part).translate(FORM)
            table = (self._exactly(part) if any(long in form for long in self._long)
                     else self._table(part, options))
            yield from table.select(self.schema.names).to_batches()

    def _parts(self) -> Iterator[list[bytes]]:
        with open(self._path, "rb") as self._file:
            while part := self._file.readlines(PART):
                yield part
        self._file = None

    def _table(self, part: list[bytes], options: Any = None) -> Any:
        text = b"".join(part)
        try:
            text.decode("utf-8")  # the reader takes any bytes
            read = self._json.ReadOptions(block_size=max(BLOCK, *map(len, part)) + 1)
            return self._json.read_json(self._arrow.BufferReader(_with_ids(text)),
                                        read_options=read, parse_options=options)
        except ValueError as error:
            raise json_error(self._path, self._standard, error) from None

    def _exactly(self, part: list[bytes]) -> Any:
        """The same by Python, which takes longer and has room for any digits."""
        try:
            rows = [json.loads(_with_ids(line), parse_float=Decimal)
                    for line in part if line.strip()]
            return self._arrow.table([
                self._arrow.array([_as(field.type, row.get(field.name)) for row in rows], field.type)
                for field in self.schema], schema=self.schema)
        except (ValueError, TypeError, ArithmeticError) as error:
            raise json_error(self._path, self._standard, error) from None

    def _fields(self) -> Any:
        """The fields of all lines: one may occur in the last of them first."""
        found = []
        for part in self._parts():
            most = max(map(len, DECIMALS.findall(b"".join(part))), default=0)
            self._decimals = max(self._decimals, min(most, MOST_DECIMALS))
            found.append(self._arrow.schema([
                field.with_type(self._types.get(field.name, field.type))
                for field in self._table(part).schema]))
        try:
            schema = self._arrow.unify_schemas(found, promote_options="permissive")
        except self._arrow.ArrowTypeError as error:
            raise json_error(self._path, self._standard, error) from None
        return self._arrow.schema([
            field.with_type(self._read_as(field.type, self._facts.get(field.name)))
            for field in schema])

    def _read_as(self, kind: Any, fact: Fact | None) -> Any:
        """What the reader is asked for. Digits of which the fact has no use are an error in the
        data of their row, not of the file; days are read of points in time alone."""
        arrow, types = self._arrow, self._arrow.types
        if types.is_list(kind):
            return arrow.list_(self._read_as(kind.value_type, fact))
        if types.is_struct(kind) and fact is not None:
            below = {name: each for each in fact.fields for name in (each.name, each.alias)}
            return arrow.struct([field.with_type(self._read_as(field.type, below.get(field.name)))
                                 for field in kind])
        number = fact is not None and (fact.element or fact.kind) in ("amount", "number")
        if types.is_decimal(kind) or number and (types.is_floating(kind) or types.is_integer(kind)):
            scale = kind.scale if types.is_decimal(kind) else 0
            self._decimals = max(self._decimals, scale)
            return arrow.decimal128(DIGITS, self._decimals)
        return arrow.timestamp("s") if types.is_date(kind) else kind


def _with_ids(text: bytes) -> bytes:
    """JSON whose ids are texts.

    >>> _with_ids(b'{"id": 7, "remark": "\\\\"id\\\\": 8"}')
    b'{"id": "7", "remark": "\\\\"id\\\\": 8"}'
    """
    return NUMBER_AS_ID.sub(rb'\1"\2"', text)


def _as(kind: Any, value: Any) -> Any:
    """What JSON says as PyArrow takes it for the type."""
    types = importlib.import_module("pyarrow.types")
    if value is None or isinstance(value, bool):
        return value
    if types.is_list(kind):
        return [_as(kind.value_type, each) for each in value]
    if types.is_struct(kind):
        return {field.name: _as(field.type, value.get(field.name)) for field in kind}
    if types.is_string(kind) and isinstance(value, (int, Decimal)):
        return str(value)
    if types.is_decimal(kind):
        return Decimal(value)
    if types.is_floating(kind):
        return float(value)
    return datetime.datetime.fromisoformat(value) if types.is_timestamp(kind) else value

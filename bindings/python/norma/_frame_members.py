# SPDX-License-Identifier: Apache-2.0
"""Members of units in a frame of their own: the enterprises of parks."""

from __future__ import annotations

import importlib
from typing import Any

from . import _core
from ._columns import Named
from ._errors import FactError
from ._frame_kinds import LazyPolars, kind_of
from ._frame_table import Frame, Reader, pyarrow
from ._frame_views import movable
from ._words import Both, Lang, in_language

TWICE: Both = ("对象表的 `id` 列有重复或空缺",
               "the column `id` of the units has the same id twice, or none")


def refuse_unread(made: type, members: Any, lang: Lang = None) -> None:
    """Raises `TypeError` for what is no frame and a key, and for members that would be joined with
    units, or units with members, that are read in parts: which are of none, and whose id comes
    twice, no part can tell."""
    frames = members.values() if isinstance(members, dict) else [members]
    if not all(isinstance(each, (tuple, list)) and len(each) == 2 for each in frames):
        raise TypeError(in_language((
            "成员写作 `members=(frame, key)`，key 为成员表中写着对象 `id` 的列",
            "members are given as `members=(frame, key)`: `key` is the column of that frame that "
            "has the `id` of the unit"), lang))
    made_of = [made, *(kind_of(frame, lang) for frame, _ in frames)]
    if any(each in (LazyPolars, Reader) for each in made_of):
        raise TypeError(in_language((
            "成员要与全部对象一次对应：对象表和成员表请先 collect",
            "members are joined with all the units at once: collect the frame, and that of the "
            "members, first"), lang))


def by_fact(named: Named, members: Any) -> dict[str, tuple[Frame, str]]:
    """`{fact: (frame, key)}` of what is one already, or `(frame, key)`."""
    lists = sorted({fact for fact, kind in named.values() if kind == "units"})
    if not isinstance(members, dict):
        if len(lists) != 1:
            raise FactError((
                f"这些是哪个事实的成员？`members={{fact: (frame, key)}}`：{'、'.join(lists) or '没有'}",
                "of which fact are these the members? "
                f"`members={{fact: (frame, key)}}`: {', '.join(lists) or 'none'}"))
        members = {lists[0]: members}
    found: dict[str, tuple[Frame, str]] = members
    for fact in found:
        if fact not in lists:
            raise FactError((f"`{fact}` 不是名册：{'、'.join(lists) or '没有'}",
                             f"`{fact}` is no list of units: {', '.join(lists) or 'none'}"))
    return found


def no_column(name: str, what: str) -> FactError:
    whose = {"units": "对象", "members": "成员"}[what]
    return FactError((f"{whose}表中没有用来对应的列 `{name}`",
                      f"there is no column `{name}` of the {what}, by which they are joined"))


def with_members(table: Any, named: Named, members: Any, lang: Lang = None
                 ) -> tuple[Any, list[str]]:
    """The table with a list of structures: the rows of a frame whose `key` is the row's `id`;
    and what is odd about them.

    `members` is `(frame, key)`, or by fact where units have several lists of units.
    """
    table = pyarrow("members are joined").table(table)
    odd = []
    for fact, (frame, key) in by_fact(named, members).items():
        lists, strays = _lists(table, frame, key)
        table = table.append_column(fact, lists)
        if strays:
            some = "1 member is" if strays == 1 else f"{strays} members are"
            odd.append(in_language((f"有 {strays} 个成员不属于表中的任何对象",
                                    f"{some} of no unit in the frame"), lang))
    return table, odd


def _lists(table: Any, frame: Frame, key: str) -> tuple[Any, int]:
    """The members of each unit, and how many are of none."""
    arrow, numpy = pyarrow("members are joined"), importlib.import_module("numpy")
    compute = importlib.import_module("pyarrow.compute")
    rows = movable(arrow.table(kind_of(frame)(frame, lambda name: True).stream()))
    for name, columns, what in (("id", table.column_names, "units"),
                                (key, rows.column_names, "members")):
        if name not in columns:
            raise no_column(name, what)
        if columns.count(name) > 1:
            raise FactError("", [_core.finding("N0661", [name, name, name])])
    text = arrow.string()
    ids = movable(table.select(["id"]))["id"].cast(text).combine_chunks()
    if len(ids.unique()) != len(ids) or ids.null_count:
        raise FactError(TWICE)
    place = compute.index_in(rows[key].cast(text), value_set=ids)
    strays = place.null_count
    if strays:
        rows, place = rows.filter(compute.is_valid(place)), place.drop_null()
    rows = rows.take(compute.sort_indices(place)).drop_columns([key])
    counts = numpy.bincount(place.to_numpy(), minlength=len(ids))
    ends = arrow.array(numpy.concatenate([[0], numpy.cumsum(counts)]), arrow.int32())
    fields = [column.combine_chunks() for column in rows.columns]
    struct = arrow.StructArray.from_arrays(fields, names=rows.column_names)
    # Of a unit without a member it is not known that there are none.
    return arrow.ListArray.from_arrays(ends, struct, mask=arrow.array(counts == 0)), strays

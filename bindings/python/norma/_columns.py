# SPDX-License-Identifier: Apache-2.0
"""How columns of facts are called in frames, files and sheets."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from . import _core
from ._core import Standard

Named: TypeAlias = Mapping[str, tuple[str, str]]  # by name or alias the fact and its kind
Wanted: TypeAlias = Callable[[str], bool]

DAY_SUFFIX = _core.DAY_SUFFIX  # of the column with the days of a fact's evidence
OWN = frozenset({"id", "name", "unit", "kind"})
_NAMED: weakref.WeakKeyDictionary[Standard, Named] = weakref.WeakKeyDictionary()


def facts_named(standard: Standard) -> Named:
    """`{name or alias: (fact, its kind)}`; of a standard found once."""
    if (known := _NAMED.get(standard)) is not None:
        return known
    named = dict[str, tuple[str, str]]()
    for name, (alias, kind, _) in _core.facts_of(standard).items():
        named[name] = name, kind
        if alias:
            named[alias] = name, kind
    _NAMED[standard] = named
    return named


def fact_of(column: str, named: Named) -> tuple[str, str] | None:
    """The fact that a column is of, and its kind: a date for days of evidence."""
    if column in named:
        return named[column]
    of = named.get(column.removesuffix(DAY_SUFFIX))
    return (of[0], "date") if of is not None else None


def wanted(named: Named, carry: Iterable[str]) -> Wanted:
    """True of the names of columns that are read or carried."""
    kept = OWN | set(carry)
    return lambda name: name in kept or fact_of(name, named) is not None


def names_in(names: Iterable[str]) -> list[str]:
    """A text alone is one name, and what is none is called as Arrow calls its column.

    >>> names_in("id"), names_in(["id", 5])
    (['id'], ['id', '5'])
    """
    return [names] if isinstance(names, str) else list(map(str, names))

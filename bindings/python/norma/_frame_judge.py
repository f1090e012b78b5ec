# SPDX-License-Identifier: Apache-2.0
"""Frames handed to the engine, for one standard or several."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from . import _core
from ._columns import fact_of, facts_named, wanted
from ._core import Standard
from ._errors import FactError
from ._frame_fits import mixed_error, with_what_fits
from ._frame_members import with_members
from ._frame_pandas import Mixed
from ._frame_table import Frame, Judged, Reader, Table
from ._words import Lang, in_language

Day: TypeAlias = datetime.date | str


class Found(NamedTuple):
    """The frame as its kind has it, what was judged, and what is odd about its members."""

    kind: Table
    judged: Judged
    odd: list[str]


def judge(standard: Standard, frame: Frame, made: type[Table], *, members: Any = None,
          carry: Sequence[str] = (), lang: Lang = None, **options: Any) -> Found:
    """Judges the rows of a frame of the kind `made`: see `judge_rows`."""
    kind = read_by([standard], frame, made, carry, lang)
    rows, odd = kind.stream(), list[str]()
    if members is not None:
        named = facts_named(standard)
        with _told_of([standard], lang):
            rows, odd = with_members(rows, named, members, lang)
    return Found(kind, judge_rows(standard, rows, made, carry=carry, lang=lang, **options), odd)


def read_by(standards: Sequence[Standard], frame: Frame, made: type[Table], carry: Sequence[str],
            lang: Lang) -> Table:
    """The frame with the columns that any of the standards reads, and those that are carried.
    Raises `FactError` for one that Arrow has no type for."""
    looked_at = [wanted(facts_named(one), carry) for one in standards]
    with _told_of(standards, lang):
        return made(frame, lambda name: any(read(name) for read in looked_at))


def judge_rows(standard: Standard, rows: Any, made: type[Table], *, as_of: Day | None,
               dates: Day | None, reasons: bool, distances: bool, errors: bool,
               threads: int | None, carry: Sequence[str] = (), others: bool = False,
               unit: str = "", booleans: bool = False, first: int = 0, lang: Lang = None
               ) -> Judged:
    """Judges rows that were in a frame of the kind `made`; messages count them from `first`. With
    `others` rows of units of other kinds are passed over, those that say none are of the kind
    `unit`, and there need be no column of a fact. Raises `FactError` with all that is wrong with
    the columns, in a language."""
    if threads is not None and (not isinstance(threads, int) or threads < 0):
        raise ValueError(in_language((f"threads 是线程数，不能是 {threads!r}",
                                      f"threads is how many, not {threads!r}"), lang))
    ask = _core.judge_stream if made is Reader else _core.judge_frame
    try:
        return ask(standard, rows, as_of=as_of, day=dates, reasons=reasons, distances=distances,
                   errors=errors, booleans=booleans, others=others, unit=unit, first=first,
                   carry=carry, threads=threads or len(os.sched_getaffinity(0)), lang=lang)
    except FactError as error:
        raise with_what_fits(error, standard, facts_named(standard), made) from None


@contextlib.contextmanager
def _told_of(standards: Sequence[Standard], lang: Lang) -> Iterator[None]:
    """A column of values of several kinds is told by a standard that has its fact."""
    try:
        yield
    except Mixed as mixed:
        of = next((one for one in standards if fact_of(mixed.name, facts_named(one))), standards[0])
        wrong = mixed_error(mixed, of, facts_named(of))
        wrong.lang = lang
        raise wrong from None

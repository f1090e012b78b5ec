# SPDX-License-Identifier: Apache-2.0
"""A frame of one standard's units handed to the engine."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

from . import _core
from ._columns import facts_named, wanted
from ._core import Standard
from ._errors import FactError
from ._frame_fits import mixed_error, with_what_fits
from ._frame_members import with_members
from ._frame_pandas import Mixed
from ._frame_table import Frame, Judged, Reader, Table
from ._words import Lang

Day: TypeAlias = datetime.date | str


class Found(NamedTuple):
    """The frame as its kind has it, what was judged, and what is odd about its members."""

    kind: Table
    judged: Judged
    odd: list[str]


def judge(standard: Standard, frame: Frame, made: type[Table], *, as_of: Day | None,
          dates: Day | None, reasons: bool, distances: bool, errors: bool, threads: int | None,
          members: Any = None, carry: Iterable[str] = (), others: bool = False, unit: str = "",
          booleans: bool = False, first: int = 0, lang: Lang = None) -> Found:
    """Judges the rows of a frame of the kind `made`; messages count them from `first`. With
    `others` rows of units of other kinds are passed over, those that say none are of the kind
    `unit`, and there need be no column of a fact. Raises `FactError` with all that is wrong with
    the columns, in a language."""
    named, odd = facts_named(standard), list[str]()
    ask = _core.judge_stream if made is Reader else _core.judge_frame
    try:
        kind = made(frame, wanted(named, carry))
        rows = kind.stream()
        if members is not None:
            rows, odd = with_members(rows, named, members, lang)
        judged = ask(standard, rows, as_of=as_of, day=dates, reasons=reasons,
                     distances=distances, errors=errors, booleans=booleans, others=others,
                     unit=unit, first=first, carry=list(carry),
                     threads=threads or len(os.sched_getaffinity(0)), lang=lang)
    except Mixed as mixed:
        raise mixed_error(mixed, standard, named) from None
    except FactError as error:
        raise with_what_fits(error, standard, named, made) from None
    return Found(kind, judged, odd)

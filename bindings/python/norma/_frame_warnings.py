# SPDX-License-Identifier: Apache-2.0
"""What is odd about a frame that is judged nevertheless."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence

from ._core import Diagnostic
from ._frame_table import Judged
from ._words import Lang, in_language

NO_COLUMN = "N0663"
SHOWN = 3  # facts without a column; all are in `.warnings`


class FrameWarning(UserWarning):
    """Something odd about a frame: a fact without a column, a column that nearly is a fact."""


def lines_of(found: Sequence[Diagnostic], empty: bool, of: str = "", lang: Lang = None,
             more_in: str = ": `.warnings`") -> list[str]:
    """What is odd in few lines; `more_in` says where all of it is."""
    lines = [in_language(("表中没有一行", "the frame has no rows"), lang)] if empty else []
    lines += [(of and f"{of}: ") + one.render(lang).rstrip() for one in found
              if one.code != NO_COLUMN]
    missing = [one.render(lang).rstrip() for one in found if one.code == NO_COLUMN]
    if missing:
        more = len(missing) - SHOWN
        lines.append("\n".join([*missing[:SHOWN], *([in_language((
            f"……另有 {more} 个这样的事实{more_in.replace(': ', '：')}",
            f"… and {more} more such facts{more_in}"), lang)] if more > 0 else [])]))
    return lines


def errors_in(found: Sequence[Diagnostic], lang: Lang = None, more_in: str = ".data_errors"
              ) -> list[str]:
    """What is wrong with values, in few lines: more is told by `more_in`."""
    lines = [one.render(lang).rstrip() for one in found[:SHOWN]]
    if len(found) > SHOWN:
        more = len(found) - SHOWN
        lines.append(in_language((f"……至少另有 {more} 处：`{more_in}`",
                                  f"… and at least {more} more: `{more_in}`"), lang))
    return ["\n".join(lines)] if lines else []


def warn_of(lines: Iterable[str]) -> None:
    """Warns at the line that called the caller."""
    for line in lines:
        warnings.warn(line, FrameWarning, stacklevel=3)


def tell_later(judged: Judged, first: int, lang: Lang) -> None:
    """Warns of rows in error of a batch of a query that is collected; `first` is the row of the
    query that the batch begins with. Batches come in any order, and each tells its own."""
    found = [one for row in judged.erring for one in judged.data_errors(row, str(first + row))]
    for line in errors_in(found, lang, "errors=True"):
        warnings.warn(line, FrameWarning, stacklevel=2)

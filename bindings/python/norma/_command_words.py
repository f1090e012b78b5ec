# SPDX-License-Identifier: Apache-2.0
"""What `python -m norma check` tells while it judges, and at the end."""

from __future__ import annotations

import sys
import time

from ._core import Standard
from ._files import Source
from ._frame_table import Judged
from ._sheet_style import wide
from ._titles import titles_of
from ._verdict import Verdict
from ._words import OVERALL, VERDICTS, Lang, in_language

CODES = ((Verdict.FAIL, 1), (Verdict.UNDETERMINED, 2), (Verdict.PASS, 0),
         (Verdict.NOT_APPLICABLE, 3))
NARROW = 10  # columns of numbers are at least so wide


class Progress:
    """A line on a terminal; nothing in a pipe."""

    def __init__(self, source: Source, lang: Lang) -> None:
        self._source, self._begin, self._told = source, time.monotonic(), 0.0
        self._on, self._lang = sys.stderr.isatty(), lang

    def tell(self, rows: int) -> None:
        now = time.monotonic()
        if not self._on or now - self._told < 0.2:
            return
        self._told, took = now, now - self._begin
        share, rate = self._source.share(rows), rows / took
        left = took / share - took if share else 0
        told = in_language((f"{share:4.0%}  已评价 {rows:,} 个，每秒 {rate:,.0f} 个，还需 {left:.0f} 秒",
                            f"{share:4.0%}  {rows:,} units, {rate:,.0f} a second, {left:.0f} s left"),
                           self._lang)
        print(f"\r{told}\x1b[K", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        if self._on:
            print("\r\x1b[K", end="", file=sys.stderr)


def summary(standard: Standard, judged: Judged, day: str, lang: Lang) -> tuple[str, int]:
    """How many units have which verdict, by item; and the exit code."""
    counts, titles = judged.counts(), titles_of(standard, lang)
    heads = ["", *(in_language(VERDICTS[verdict], lang) for verdict in Verdict)]
    names = {name: f"{titles[name]} [{name}]" for name in counts if name in titles}
    names["verdict"] = in_language(OVERALL, lang)
    lines = [heads, *([names.get(name, name), *(f"{n:,}" for n in found)]
                      for name, found in counts.items())]
    widths = [max(0 if place == 0 else NARROW, *(wide(line[place]) for line in lines))
              for place in range(len(heads))]
    shown = "\n".join("  ".join([first + " " * (widths[0] - wide(first)), *(
        " " * (width - wide(one)) + one for width, one in zip(widths[1:], rest, strict=True))])
        for first, *rest in lines)
    of = f"{standard.pack}:{standard.id}"
    told = in_language((f"{of}，评价日 {day}：{judged.rows:,} 个评价对象",
                        f"{of}, as of {day}: {judged.rows:,} units"), lang)
    erring = sum(judged.erring_counts or ())
    if erring:
        told += in_language((f"，数据有误 {erring:,}", f", {erring:,} with facts in error"), lang)
    overall = dict(zip(Verdict, counts["verdict"], strict=True))
    code = next((code for verdict, code in CODES if overall[verdict]), 3)
    return f"{told}\n\n{shown}", code

# SPDX-License-Identifier: Apache-2.0
"""How verdicts turn where a parameter has other values."""

from __future__ import annotations

import decimal
import fractions
import html
import numbers
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from ._core import language_word, supposed_words
from ._frame_table import Frame, Judged
from ._supposed import WHAT_IF
from ._verdict import Verdict
from ._words import Both, Lang, in_language

UNKEPT: Both = ("流式读取不保留各行：请先 collect",
                "of a stream no row is kept: collect the frame first")
Result: TypeAlias = Any  # a FrameResult, whose module imports this one


class WhatIf:
    """The verdicts of the same units with a parameter at other values.

    `.frame` has a row for each value and column of verdicts: how many units pass, fail …,
    and how many have another verdict than without. `.turns` has a row for each turn that
    there is: from which verdict to which, and how many units. `.results[value]` is the
    `FrameResult` at a value. None of it is a finding under the law, and its reports say so.
    """

    def __init__(self, before: Result, parameter: str, results: dict[Any, Result]) -> None:
        self.before = before
        self.parameter = parameter
        self.results = results

    @property
    def values(self) -> list[Any]:
        """The values that were tried, in their order."""
        return list(self.results)

    @property
    def frame(self) -> Frame:
        """Counts by value and column, in a frame of the caller's kind."""
        rows = []
        for value, result in self.results.items():
            counts, turns = result.judged.counts(), self._turns(result)
            for column, found in counts.items():
                turned = sum(sum(row) - row[place] for place, row in enumerate(turns[column]))
                rows.append((self._shown(value), column, *found, turned))
        return self._small(rows, ["value", "item", *map(str, Verdict), "turned"])

    @property
    def turns(self) -> Frame:
        """From which verdict to which, by value and column, in a frame of the caller's kind."""
        verdicts = [str(verdict) for verdict in Verdict]
        rows = [(self._shown(value), column, verdicts[was], verdicts[now], units)
                for value, result in self.results.items()
                for column, turns in self._turns(result).items()
                for was, row in enumerate(turns) for now, units in enumerate(row)
                if units and was != now]
        return self._small(rows, ["value", "item", "from", "to", "units"])

    def plot(self, **options: Any) -> Any:
        """Units by verdict over the values: see `norma.plots.what_if`."""
        from . import plots
        return plots.what_if(self, **options)

    def _turns(self, result: Result) -> dict[str, list[list[int]]]:
        judged: Judged = result.judged
        return judged.turns_since(self.before.judged)

    def _small(self, rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> Frame:
        columns: Any = zip(*rows) if rows else [()] * len(names)
        return self.before.kind.small(dict(zip(names, map(list, columns), strict=True)))

    def __repr__(self) -> str:
        turned = {value: sum(sum(row) - row[place] for place, row
                             in enumerate(self._turns(result)["verdict"]))
                  for value, result in self.results.items()}
        told = ", ".join(f"{self._shown(value)}: {units}" for value, units in turned.items())
        return f"<norma.WhatIf {self.parameter}: units that turn: {told}>"

    def _repr_html_(self) -> Any:
        frame = self.frame
        if not hasattr(frame, "_repr_html_"):
            return None
        return f"<p><b>{html.escape(self.told())}</b></p>" + frame._repr_html_()

    def told(self, lang: Lang = None) -> str:
        """That none of it is a finding, and what was supposed: the head of a table or plot."""
        first = next(iter(self.results.values())).standard
        label, _ = supposed_words(first, lang)[self.parameter]
        return WHAT_IF[language_word(lang)][0] + label

    def _shown(self, value: Any) -> Any:
        """As it was given; a share that was given as a number with its sign: `90 %`."""
        _, shown = supposed_words(self.results[value].standard)[self.parameter]
        if shown.endswith(("%", "‰")) and not isinstance(value, str):
            return shown
        if isinstance(value, fractions.Fraction):
            return str(value)
        return float(value) if isinstance(value, decimal.Decimal) else value


def what_if(before: Result, again: Callable[[Mapping[str, Any]], Result], parameter: str,
            values: Any) -> WhatIf:
    """`again(value)` judges the rows of `before` with the parameter at the value, or at each."""
    one = isinstance(values, (str, numbers.Number))
    values = [values] if one else [] if values is None else list(values)
    if not values:
        raise ValueError(in_language(("`values=` 为空：要试哪些值？",
                                      "which values? `values=` is empty")))
    if not hasattr(before.judged, "turns_since"):
        raise TypeError(in_language(UNKEPT))
    return WhatIf(before, parameter, {value: again({parameter: value}) for value in values})

# SPDX-License-Identifier: Apache-2.0
"""How far units are from thresholds, as numbers: for plots and summaries, never to decide."""

import array
import math
from typing import Any

from . import _core
from ._errors import NotFound
from ._words import Lang, in_language

SHARES = {"min": 0.0, "p5": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95,
          "max": 1.0}


class Measured:
    """The distances of one part, of one fact: in the order of rows, NaN where there is none."""

    def __init__(self, path: str, fact: str | None, by: Any) -> None:
        self.path = path
        self.fact = fact
        self.by = by

    def known(self) -> list[float]:
        """The distances that there are, the least first."""
        return sorted(each for each in self.by if not math.isnan(each))


def parts_of(result: Any, item: str | None = None) -> list[str]:
    """Paths of the parts of the item (all: None) that have a condition; or the part itself."""
    paths = [path for path in _core.parts_of(result.standard)
             if item in (None, path) or path.startswith(f"{item}/")]
    if not paths:
        raise NotFound((f"`{result.standard.id}` 没有带条件的条目或部分 `{item}`",
                        f"{result.standard.id} has no item or part `{item}` with a condition"))
    return paths


def measured(result: Any, item: str | None = None) -> list[Measured]:
    """By part the distances of all rows, those of different facts apart."""
    if not hasattr(result.judged, "measure"):
        raise TypeError(in_language((
            "只有按一项标准评定并保留各行的表才有差距",
            "distances are of one standard's frame, of which the rows are kept")))
    paths = parts_of(result, item)
    found, names = result.judged.measure(paths)
    all_parts = []
    for path, (by, facts) in zip(paths, found, strict=True):
        by, facts = memoryview(by).cast("d"), memoryview(facts).cast("i")
        there = sorted({fact for fact in facts if fact >= 0})
        if len(there) < 2:
            all_parts.append(Measured(path, names[there[0]] if there else None, by))
            continue
        for fact in there:
            mine = array.array("d", (each if of == fact else math.nan
                                     for each, of in zip(by, facts)))
            all_parts.append(Measured(path, names[fact], mine))
    return all_parts


def distribution(result: Any, item: str | None = None, lang: Lang = None) -> Any:
    """A row for each part, with so many units, those short of it, and quantiles."""
    _, facts = _core.words_of(result.standard, lang)
    names = ["part", "fact", "unit", "units", "short", *SHARES]
    rows = []
    for each in measured(result, item):
        known = each.known()
        if not known:
            continue
        rows.append((each.path, each.fact, facts[each.fact or ""][1], len(known),
                     sum(by < 0 for by in known), *(quantile(known, q) for q in SHARES.values())))
    columns = zip(*rows) if rows else [()] * len(names)
    return result.kind.small(dict(zip(names, map(list, columns), strict=True)))


def quantile(ordered: list[float], share: float) -> float:
    """Between the two nearest in `ordered`, which is not empty.

    >>> quantile([1.0, 2.0, 4.0], 0.5), quantile([1.0, 2.0], 0.25)
    (2.0, 1.25)
    """
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)

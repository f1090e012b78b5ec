# SPDX-License-Identifier: Apache-2.0
"""What `report.sensitivity()` gives."""

from __future__ import annotations

from collections.abc import Iterable

from ._core import Turn


class Turns(tuple[Turn, ...]):
    """The single facts that turn a verdict, and `.untried`: names of facts that the standard
    reads, whose other values are not tried (texts, durations, sets, lists)."""

    untried: tuple[str, ...]

    def __new__(cls, turns: Iterable[Turn], untried: Iterable[str]) -> Turns:
        made = super().__new__(cls, turns)
        made.untried = tuple(untried)
        return made

    def __repr__(self) -> str:
        untried = f"; not tried: {', '.join(self.untried)}" if self.untried else ""
        return f"<norma.Turns: {', '.join(map(str, self)) or 'none'}{untried}>"

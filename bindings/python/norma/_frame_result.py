# SPDX-License-Identifier: Apache-2.0
"""The verdicts of many units."""

from __future__ import annotations

import html
import operator
import os
from collections.abc import Hashable, Mapping
from typing import Any, SupportsIndex

from ._core import Diagnostic, Report, supposed_words
from ._errors import told_in
from ._frame_distances import distribution, measured
from ._frame_table import Frame, Judged, Table
from ._frame_what_if import UNKEPT, WhatIf, what_if
from ._supposed import no_finding
from ._titles import titles_of
from ._verdict import Verdict
from ._words import ERRING, OVERALL, VERDICTS, Both, Lang, in_language

UNTOLD: Both = ("表尚未评定，还不知道哪些行数据有误：`errors=True` 另加一列逐行说明",
                "rows in error are found where the frame is judged, which it is not yet: "
                "`errors=True` adds a column that tells of each")


class FrameResult:
    """The verdicts of many units, in a frame of the kind that was judged.

    `.frame` has a column `verdict` and one for each item, in the rows of the frame that was
    judged (and with its index, in pandas); `result[name]` is one of its columns. What was
    judged is kept for `.explain(row)`. Any library that speaks Arrow's PyCapsule protocol
    reads the result without a copy.
    """

    def __init__(self, standard: Any, judged: Judged, kind: Table) -> None:
        self.standard = standard
        self.judged = judged
        self.kind = kind
        self._frame: Frame = None

    @property
    def frame(self) -> Frame:
        """The verdicts in a frame of the caller's kind."""
        if self._frame is None:
            self._frame = self.kind.native(self.judged)
        return self._frame

    @property
    def columns(self) -> list[str]:
        """Names of the columns of verdicts: `verdict`, then the items."""
        return self.judged.columns

    @property
    def warnings(self) -> Any:
        """Diagnostics of what is odd about the columns."""
        return self.judged.warnings

    @property
    def erring_rows(self) -> int:
        """How many rows have a value that its fact can not have, and that counts as unknown:
        not of its range, no word of its category, against a check."""
        counts = self.judged.erring_counts
        if counts is None:
            raise TypeError(in_language(UNTOLD))
        return sum(counts)

    @property
    def data_errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the first hundred of these rows: row, column, fact and value."""
        if hasattr(self.judged, "errors"):  # a stream tells as it is read
            return self.judged.errors
        if not hasattr(self.judged, "erring"):
            raise TypeError(in_language(UNTOLD))
        return tuple(one for row in self.judged.erring
                     for one in self.judged.data_errors(row, self.kind.label_of(row)))

    @property
    def by_rows(self) -> dict[str, Any]:
        """Conditions that no column can decide, and why: these take longer."""
        return getattr(self.judged, "by_rows", {})

    def explain(self, row: Hashable, *, lang: Lang = None, remedies: bool = True
                ) -> Report | None:
        """The report of the unit in the row: what `assess` tells of it.

        A whole number counts rows from 0, whatever the index is; all else is a label of the
        index that a pandas frame has.
        """
        if not hasattr(self.judged, "explain"):
            raise TypeError(in_language(UNKEPT, lang))
        with told_in(lang):
            return self.judged.explain(self._place(row, lang), lang, remedies)

    def _place(self, row: Hashable, lang: Lang) -> int:
        rows = self.judged.rows
        if not isinstance(row, SupportsIndex):
            return self.kind.place_of(row, lang)
        asked = operator.index(row)
        place = asked + rows if asked < 0 else asked
        if not 0 <= place < rows:
            raise IndexError(in_language((f"共 {rows} 行，没有第 {row} 行（从 0 起数）",
                                          f"there is no row {row} among {rows}"), lang))
        return place

    def counts(self) -> dict[str, dict[Verdict, int]]:
        """`{column: {verdict: how many units}}`."""
        return {column: dict(zip(Verdict, found, strict=True))
                for column, found in self.judged.counts().items()}

    def summary(self, *, lang: Lang = None) -> Frame:
        """How many units have which verdict, a row an item, in a frame of the same kind.

        Items and verdicts are named as columns and values are; with `lang`, in words. Where
        rows have facts in error, the last line (`data_errors`) says which verdicts they have.
        """
        found, titles, heads = self._lines(), dict[str, str](), list(map(str, Verdict))
        if lang is not None:
            titles = titles_of(self.standard, lang) | {
                "verdict": in_language(OVERALL, lang), "data_errors": in_language(ERRING, lang)}
            heads = [in_language(VERDICTS[verdict], lang) for verdict in Verdict]
        item = "item" if lang is None else in_language(("条目", "item"), lang)
        columns: dict[str, list[Any]] = {item: [titles.get(name, name) for name in found]}
        for place, head in enumerate(heads):
            columns[head] = [each[place] for each in found.values()]
        return self.kind.small(columns)

    def _lines(self) -> dict[str, tuple[int, int, int, int]]:
        """The counts of a summary, by item; last those of rows in error, where there are any."""
        erring = self.judged.erring_counts
        return self.judged.counts() | ({"data_errors": erring} if erring and any(erring) else {})

    def what_if(self, parameter: str, values: Any) -> WhatIf:
        """The same units with a parameter of the standard at each of the values, on every day.

        A value is a number, or a text as rule files state it: `"90%"`, `"6个月"`; one alone
        stands for a list of it. A share is `0.9` or `"90%"`; 90 is refused. What comes is a
        `WhatIf`: how many units turn, from which verdict to which, by item.

        >>> import norma, pyarrow
        >>> county = pyarrow.table({"worker_count": [1064], "size_class": ["large"]})
        >>> found = norma.load("cn-zj")["enterprise.large_medium"].assess_frame(
        ...     county, as_of="2024-03-31")
        >>> found.what_if("periodic_window", ["6个月", "12个月"])
        <norma.WhatIf periodic_window: units that turn: 6个月: 0, 12个月: 0>
        """
        return what_if(self, self._supposing, parameter, values)

    def _supposing(self, parameters: Mapping[str, Any]) -> FrameResult:
        standard = self.standard.with_parameters(parameters)
        return FrameResult(standard, self.judged.judged_by(standard), self.kind)

    def distances(self, item: str | None = None) -> Frame:
        """How far each unit is from the thresholds of an item's parts, or of all.

        Doubles, a column a part, missing where a unit has none: for plots and summaries.
        What decides is exact: `assess_frame(…, distances=True)` has the exact texts.
        """
        columns = {}
        for each in measured(self, item):
            name = each.path if each.path not in columns else f"{each.path} {each.fact}"
            columns[name] = each.by
        return self.kind.doubles(columns)

    def distribution(self, item: str | None = None, *, lang: Lang = None) -> Frame:
        """By part of an item: how many units have a distance, how many of them are short
        (below 0), and quantiles; a row a part, in a frame of the same kind. `lang` is the
        language of units of measure."""
        return distribution(self, item, lang)

    def plot_verdicts(self, **options: Any) -> Any:
        """Units by verdict, a bar an item: see `norma.plots.verdicts`."""
        from . import plots
        return plots.verdicts(self, **options)

    def plot_distances(self, item: str, **options: Any) -> Any:
        """How far units are from the thresholds of an item: see `norma.plots.distances`."""
        from . import plots
        return plots.distances(self, item, **options)

    def to_excel(self, path: str | os.PathLike[str]) -> None:
        """Writes the verdicts as a book: how many by item, and a row for each unit with the
        columns that the result has (`reasons`, `distances`, `carry`)."""
        from ._sheet_report import frame_to_excel
        frame_to_excel(self, path)

    def __getitem__(self, name: str) -> Any:
        return self.frame[name]

    def __len__(self) -> int:
        return self.judged.rows

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.judged.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        counts = self.counts()["verdict"]
        told = ", ".join(f"{n} {verdict}" for verdict, n in counts.items() if n)
        return (f"<norma.FrameResult {self.standard.id}: {len(self)} units: {told or 'none'}"
                f"{self._what_if()}>")

    def _what_if(self) -> str:
        return "".join(f", what if {name} is {value}"
                       for name, (_, value) in supposed_words(self.standard).items())

    def _repr_html_(self) -> Any:
        shown, supposed = self.summary(), no_finding(self.standard)
        if not hasattr(shown, "_repr_html_"):
            return None
        head = f"<p><b>{html.escape(supposed)}</b></p>" if supposed else ""
        return head + shown._repr_html_()

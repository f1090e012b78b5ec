# SPDX-License-Identifier: Apache-2.0
"""Many units at once: frames of pandas, Polars, PyArrow, DuckDB and Spark."""

from __future__ import annotations

import datetime
import html
import importlib
import operator
import os
import warnings
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Literal, SupportsIndex, TypeAlias

from . import _core
from ._core import Diagnostic, Report, Standard, supposed_words
from ._frame_distances import distribution, measured
from ._errors import FactError
from ._frame_kinds import Frame, Judged, LazyPolars, Polars, Reader, Spark, Table, Wanted, kind_of
from ._frame_members import with_members
from ._supposed import no_finding
from ._verdict import Verdict
from ._frame_what_if import WhatIf, what_if

Lang: TypeAlias = Literal["zh", "en"] | None
Day: TypeAlias = datetime.date | str
Named: TypeAlias = Mapping[str, tuple[str, str]]  # by name or alias the fact and its kind

DAY_SUFFIX = "__date"
OWN = frozenset({"id", "name", "unit", "kind"})
# What a column may hold, by the kind of its fact.
FITS = {
    "boolean": "True, False or missing: of words make them, "
               "`frame[{0!r}].map({{'是': True, '否': False}})`",
    "count": "whole numbers: int8 to int64, or doubles and decimals that are whole",
    "amount": "numbers: int64, decimal or float64",
    "number": "numbers: int64, decimal or float64",
    "text": "texts",
    "category": "texts, or categories of texts",
    "date": "days: date32, or datetimes at midnight; of texts make them, "
            "`pandas.to_datetime(frame[{0!r}])`",
    "period": "structures with the days `from` and `to`",
    "set": "lists of texts",
    "list": "lists of structures with a field for each of its facts",
    "units": "lists of structures with a field for each fact, or `members=(frame, key)`",
}


class FrameWarning(UserWarning):
    """Something odd about a frame: a fact without a column, a column that nearly is a fact."""


class FrameResult:
    """The verdicts of many units, in a frame of the kind that was judged.

    `.frame` has a column `verdict` and one for each item, in the rows of the frame that was
    judged (and with its index, in pandas); `result[name]` is one of its columns. What was
    judged is kept for `.explain(row)`. Any library that speaks Arrow's PyCapsule protocol
    reads the result without a copy.
    """

    def __init__(self, standard: Any, judged: Any, kind: Any) -> None:
        self.standard = standard
        self.judged: Judged = judged
        self.kind: Table = kind
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
            raise TypeError("of a stream no row is kept: collect the frame first")
        return self.judged.explain(self._place(row), lang, remedies)

    def _place(self, row: Hashable) -> int:
        rows = self.judged.rows
        if not isinstance(row, SupportsIndex):
            return self.kind.place_of(row)
        asked = operator.index(row)
        place = asked + rows if asked < 0 else asked
        if not 0 <= place < rows:
            raise IndexError(f"there is no row {row} among {rows}")
        return place

    def counts(self) -> dict[str, dict[Verdict, int]]:
        """`{column: {verdict: how many units}}`."""
        return {column: dict(zip(Verdict, found, strict=True))
                for column, found in self.judged.counts().items()}

    def summary(self) -> Frame:
        """How many units have which verdict, a row an item, in a frame of the same kind."""
        found = self.judged.counts()
        columns: dict[str, list[Any]] = {"item": list(found)}
        for place, verdict in enumerate(Verdict):
            columns[str(verdict)] = [each[place] for each in found.values()]
        return self.kind.small(columns)

    def what_if(self, parameter: str, values: Any) -> WhatIf:
        """The same units with a parameter of the standard at each of the values, on every day.

        A value is a number, or a text as rule files state it: `"90%"`, `"6个月"`; one alone
        stands for a list of it. What comes
        is a `WhatIf`: how many units turn, from which verdict to which, by item.

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

    def distribution(self, item: str | None = None) -> Frame:
        """By part of an item: how many units have a distance, how many of them are short
        (below 0), and quantiles; a row a part, in a frame of the same kind."""
        return distribution(self, item)

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


def assess_frame(standard: Standard, frame: Frame, *, as_of: Day | None = None,
                 dates: Day | None = None, members: Any = None, reasons: bool = False,
                 distances: bool = False, carry: Iterable[str] = (), threads: int | None = None,
                 verdicts: Literal["words", "booleans"] = "words") -> FrameResult:
    """Judges every row of `frame`, a unit of the standard's kind, on the day `as_of`.

    A column is found by the name of its fact or its alias; what is missing in it (None, NaN,
    NA, NaT) is unknown, never zero or false. A column `x__date` has the days of the evidence
    of `x`; `dates` is one day for all. `members` is `(frame, key)`: the enterprises of an
    area, whose column `key` is the area's `id`. `reasons` adds a column `<item>__reason` with the
    part that decides; `distances` adds `<part>__distance`, how far from its threshold, an
    exact text (`-0.01`), and `<part>__distance__in`, the fact that would have to change;
    `carry` names columns of `frame` that the result has, too. The interpreter's lock is let
    go; `threads` is how many work (all processors).
    `verdicts="booleans"` gives columns of booleans in a quarter of the room: True passes, False
    fails, missing is undetermined or not applicable, which `.summary()` still tells apart.

    >>> import norma, pyarrow
    >>> zj = norma.load("cn-zj")
    >>> county = pyarrow.table({"worker_count": [1064, 12], "size_class": ["large", "micro"]})
    >>> found = zj["enterprise.large_medium"].assess_frame(county, as_of="2024-03-31")
    >>> found["verdict"].to_pylist()
    ['undetermined', 'not_applicable']
    >>> zj["enterprise.large_medium"].assess_frame(
    ...     county, as_of="2024-03-31", verdicts="booleans")["verdict"].to_pylist()
    [None, None]

    A frame of pandas, Polars, PyArrow, DuckDB or Spark gives a `FrameResult` whose `.frame` is of
    the same kind; a `LazyFrame` and a `RecordBatchReader` are judged as they are read, a
    DataFrame of Spark by the workers of its cluster.
    Raises `FactError` with all that is wrong with the columns.
    """
    made = kind_of(frame)
    if verdicts not in ("words", "booleans"):
        raise ValueError(f'verdicts is "words" or "booleans", not {verdicts!r}')
    options = {"as_of": as_of, "dates": dates, "members": members, "reasons": reasons,
               "distances": distances, "carry": names_in(carry), "threads": threads,
               "booleans": verdicts == "booleans"}
    if made is LazyPolars:
        return _lazily(standard, frame, options)
    if made is Spark:
        if options.pop("booleans"):
            raise TypeError("verdicts of a DataFrame of Spark are words: it counts them itself")
        result: FrameResult = importlib.import_module("._frame_spark", __package__).spread(
            standard, frame, options)
        told(result.warnings, False)
        return result
    kind, judged = ask(standard, frame, made, **options)
    told(judged.warnings, made is not Reader and judged.rows == 0)
    return FrameResult(standard, judged, kind)


def ask(standard: Standard, frame: Frame, made: type[Table], *, as_of: Day | None,
        dates: Day | None, reasons: bool, distances: bool, threads: int | None,
        members: Any = None, carry: Iterable[str] = (), others: bool = False,
        booleans: bool = False) -> tuple[Table, Judged]:
    """The frame as its kind `made` has it, and what was judged."""
    named = _names(standard)
    kind = made(frame, _wanted(named, carry))
    judge = _core.judge_stream if made is Reader else _core.judge_frame
    rows = kind.stream() if members is None else with_members(kind.stream(), named, members)
    try:
        return kind, judge(standard, rows, as_of=as_of, day=dates, reasons=reasons,
                           distances=distances, booleans=booleans, others=others,
                           carry=list(carry), threads=threads or len(os.sched_getaffinity(0)))
    except FactError as error:
        raise _with_what_fits(error, named) from None


def _names(standard: Standard) -> Named:
    """`{name or alias: (fact, its kind)}`."""
    named = {}
    for name, (alias, kind, _) in _core.facts_of(standard).items():
        named[name] = name, kind
        if alias:
            named[alias] = name, kind
    return named


def _wanted(named: Named, carry: Iterable[str]) -> Wanted:
    kept = OWN | set(carry)
    return lambda name: name in kept or name.removesuffix(DAY_SUFFIX) in named


def names_in(names: Iterable[str]) -> list[str]:
    """A text alone is one name.

    >>> names_in("id"), names_in(["id", "name"])
    (['id'], ['id', 'name'])
    """
    return [names] if isinstance(names, str) else list(names)


def told(found: Sequence[Diagnostic], empty: bool, of: str = "") -> None:
    """Warns of what is odd about a frame, in few lines: all is in `.warnings`."""
    if empty:
        warnings.warn("the frame has no rows", FrameWarning, stacklevel=3)
    missing = [one for one in found if one.code == "N0663"]
    for one in found:
        if one.code != "N0663":
            warnings.warn((of and f"{of}: ") + str(one).rstrip(), FrameWarning, stacklevel=3)
    if missing:
        more = len(missing) - 3
        lines = [str(one).rstrip() for one in missing[:3]]
        lines += [f"… and {more} more such facts: `.warnings`"] if more > 0 else []
        warnings.warn("\n".join(lines), FrameWarning, stacklevel=3)


def _with_what_fits(error: FactError, named: Named) -> FactError:
    """The error with a line for each column of a wrong type: its fact, and what would fit."""
    lines = []
    for one in error.diagnostics:
        if one.code not in ("N0660", "N0662", "N0666", "N0670"):
            continue
        column = one.message.split("`")[1]
        of = named.get(column.removesuffix(DAY_SUFFIX))
        if of is None:
            continue
        fact, kind = of if column in named else (of[0], "date")
        lines.append(f"`{column}` is of the fact `{fact}`, a {kind}: "
                     + FITS.get(kind, "").format(column))
    return error.with_notes(lines) if lines else error


class _Later:
    """Of a query that is not collected yet: what its result will be made of."""

    by_rows: dict[str, str] = {}
    warnings = ()

    def __init__(self, columns: list[str]) -> None:
        self.columns = columns

    @property
    def rows(self) -> int:
        raise TypeError("the query is not collected: judge `frame.collect()`, or collect the "
                        "result's `.frame`")

    def counts(self) -> Any:
        return self.rows


class _LazyResult(FrameResult):
    def __init__(self, standard: Standard, columns: list[str], query: Frame) -> None:
        super().__init__(standard, _Later(columns), LazyPolars)
        self._frame = query

    def __repr__(self) -> str:
        return f"<norma.FrameResult {self.standard.id}: a query>"


def _lazily(standard: Standard, frame: Frame, options: dict[str, Any]) -> FrameResult:
    wanted = _wanted(_names(standard), options["carry"])
    names = frame.collect_schema().names()
    query = frame.select([name for name in names if wanted(name)])

    def judge(batch: Frame) -> Frame:
        kind, judged = ask(standard, batch, Polars, **options)
        return kind.native(judged)

    like = judge(query.collect_schema().to_frame())
    found = query.map_batches(judge, schema=like.schema, streamable=True)
    return _LazyResult(standard, like.columns, found)

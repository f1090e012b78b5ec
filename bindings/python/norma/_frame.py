# SPDX-License-Identifier: Apache-2.0
"""Many units at once: `assess_frame` of a standard and of a pack, for frames of pandas, Polars,
PyArrow, DuckDB and Spark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from ._columns import names_in
from ._core import Pack, Standard
from ._errors import told_in
from ._frame_judge import Day, judge
from ._frame_kinds import LazyPolars, Spark, kind_of
from ._frame_lazy import lazily
from ._frame_members import refuse_unread
from ._frame_pack import judge_pack
from ._frame_result import FrameResult
from ._frame_spark import spread, spread_pack
from ._frame_table import Frame, Reader
from ._frame_warnings import errors_in, lines_of, warn_of
from ._words import Lang, in_language


def assess_frame(standard: Standard, frame: Frame, *, as_of: Day | None = None,
                 dates: Day | None = None, members: Any = None, reasons: bool = False,
                 distances: bool = False, errors: bool = False, carry: Iterable[str] = (), threads: int | None = None,
                 verdicts: Literal["words", "booleans"] = "words", lang: Lang = None
                 ) -> FrameResult:
    """Judges every row of `frame`, a unit of the standard's kind, on the day `as_of`.

    A column is found by the name of its fact or its alias; what is missing in it (None, NaN,
    NA, NaT) is unknown, never zero or false. A column `x__date` has the days of the evidence
    of `x`; `dates` is one day for all. `members` is `(frame, key)`: the enterprises of an
    area, whose column `key` is the area's `id`; a `LazyFrame` and a `RecordBatchReader` have to be
    collected for it. `reasons` adds a column `<item>__reason` with the
    part that decides; `distances` adds `<part>__distance`, how far from its threshold, an
    exact text (`-0.01`), and `<part>__distance__in`, the fact that would have to change;
    `carry` names columns of `frame` that the result has, too. The interpreter's lock is let
    go; `threads` is how many work (all processors).
    `verdicts="booleans"` gives columns of booleans in a quarter of the room: True passes, False
    fails, missing is undetermined or not applicable, which `.summary()` still tells apart.
    A value that its fact can not have is unknown, and a `FrameWarning` tells its row and column:
    `.data_errors`, `.erring_rows`; `errors` adds a column `verdict__errors` that says of each
    row what is wrong in it. `lang` is the language of warnings and errors.
    By a scoring scheme there are columns with the points, exact texts, too: `score__total`, or
    `score__least` and `score__most` where they are open, and `score__tier`.

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
    with told_in(lang):
        made, carry = kind_of(frame, lang), names_in(carry)
        if members is not None:
            refuse_unread(made, members, lang)
        if verdicts not in ("words", "booleans"):
            raise ValueError(in_language((
                f'verdicts 为 "words" 或 "booleans"，不是 {verdicts!r}',
                f'verdicts is "words" or "booleans", not {verdicts!r}'), lang))
        booleans = verdicts == "booleans"
        options: dict[str, Any] = {
            "as_of": as_of, "dates": dates, "members": members, "reasons": reasons,
            "distances": distances, "errors": errors, "carry": carry, "threads": threads, "lang": lang}
        if made is Spark and booleans:
            raise TypeError(in_language((
                "Spark 的 DataFrame 自行计数，其结果只能为 verdicts=\"words\"",
                "verdicts of a DataFrame of Spark are words: it counts them itself"), lang))
        if made in (Spark, LazyPolars):
            planned = (spread(standard, frame, **options) if made is Spark
                       else lazily(standard, frame, booleans=booleans, **options))
            warn_of(lines_of(planned.warnings, False, lang=lang))
            return planned
        kind, judged, odd = judge(standard, frame, made, booleans=booleans, **options)
        result = FrameResult(standard, judged, kind)
        empty = made is not Reader and judged.rows == 0
        warn_of([*odd, *lines_of(judged.warnings, empty, lang=lang),
                 *errors_in(result.data_errors, lang)])
        return result


def assess_pack_frame(pack: Pack, frame: Frame, *, as_of: Day | None = None,
                      unit: str | None = None, dates: Day | None = None, reasons: bool = False,
                      distances: bool = False, errors: bool = False, threads: int | None = None,
                      carry: Iterable[str] = (), lang: Lang = None) -> FrameResult:
    """Judges every row of `frame` by the standards that are for its kind of unit.

    A column `unit` says of what kind each unit is (enterprise, site, area …), and `kind` of
    areas whether they are parks or townships; or `unit` is the kind of all that do not say it.
    A unit of which neither says a kind that there is, is undetermined by every standard, and told
    as an error of its row. Scoring schemes are not among these standards. The frame is read once,
    and the other arguments are those of `Standard.assess_frame`.

    >>> import norma, pyarrow
    >>> county = pyarrow.table({"worker_count": [1064, 12], "size_class": ["large", "micro"],
    ...                         "is_platform": [False, False]})
    >>> found = norma.load("cn-zj").assess_frame(county, unit="enterprise", as_of="2024-03-31")
    >>> found["standard"].to_pylist()
    ['enterprise.large_medium', 'enterprise.small_micro']
    """
    with told_in(lang):
        made, carry = kind_of(frame, lang), names_in(carry)
        if made in (LazyPolars, Reader):
            raise TypeError(in_language((
                "整个规则包要把表读几遍：请先 collect",
                "a pack judges the rows of a frame several times: collect it first"), lang))
        options: dict[str, Any] = {"as_of": as_of, "unit": unit, "dates": dates, "errors": errors,
                                   "threads": threads, "carry": carry, "lang": lang}
        result: FrameResult
        if made is Spark:
            result, odd = spread_pack(pack, frame, **options)
        else:
            result, odd = judge_pack(pack, frame, made, reasons=reasons, distances=distances,
                                     **options)
            odd += errors_in(result.data_errors, lang)
        warn_of(odd)
        return result

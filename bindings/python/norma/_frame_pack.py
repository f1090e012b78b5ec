# SPDX-License-Identifier: Apache-2.0
"""Units of any kind in one frame, each judged by the standards that are for it."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from . import _core
from ._columns import DAY_SUFFIX, fact_of, facts_named
from ._core import Diagnostic, Pack, Report, Standard
from ._errors import Error, FactError
from ._frame_judge import Day, judge_rows, read_by
from ._frame_result import FrameResult
from ._frame_table import Frame, Table, pyarrow
from ._frame_warnings import NO_COLUMN, lines_of
from ._words import Lang, in_language

SHOWN = 3  # kinds of unit that no standard is for
MISSPELT, UNREAD = "N0664", "N0678"


class PackResult(FrameResult):
    """The verdicts of many units by the standards of a pack.

    `.frame` has a column `verdict`, one for each standard, and `standard`: which of them
    stands for the unit. `.by[id]` is the `FrameResult` of a standard, with its items.
    """

    def __init__(self, pack: Pack, by: dict[str, FrameResult], judged: Any, kind: Table) -> None:
        super().__init__(pack, judged, kind)
        self.by = by

    @property
    def warnings(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Diagnostics of what is odd about the columns, by standard."""
        return _odd(self.standard, self.by)

    @property
    def data_errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong with values in the first rows of each standard, each once."""
        once = {str(one): one for each in self.by.values() for one in each.data_errors}
        return tuple(once.values())

    @property
    def by_rows(self) -> dict[str, dict[str, str]]:
        """Conditions that no column can decide, by standard."""
        return {name: each.by_rows for name, each in self.by.items()}

    def explain(self, row: Hashable, *, lang: Lang = None, remedies: bool = True
                ) -> Report | None:
        """The report by the standard that stands for the unit; None: no standard is for it.
        Raises `FactError` where it is not known of what kind the unit is."""
        place = self._place(row, lang)
        which = self.judged.standard_of(place)
        if which is None:
            return None
        return list(self.by.values())[which].explain(place, lang=lang, remedies=remedies)

    def _supposing(self, parameters: Mapping[str, Any]) -> PackResult:
        pack = self.standard.with_parameters(parameters)
        by = {}
        for name, each in self.by.items():
            standard = pack[name]
            by[name] = FrameResult(standard, each.judged.judged_by(standard), each.kind)
        judged = _core.JudgedPack([each.judged for each in by.values()], list(by))
        return PackResult(pack, by, judged, self.kind)

    def plot_distances(self, item: str, **options: Any) -> Any:
        """Distances are of one standard: `.by[id].plot_distances(item)`."""
        raise TypeError(in_language((
            "差距属于一项标准：`.by[id].plot_distances(item)`",
            "distances are of one standard: `.by[id].plot_distances(item)`")))


def standards_for(pack: Pack, frame: Frame, unit: str | None) -> tuple[list[Standard], list[str]]:
    """The standards that judge units of a frame, and the kinds of unit that they judge. Where no
    column says of what kind units are, all are of the kind `unit`."""
    standards = [one for one in pack.standards if not one.is_scheme]
    if not standards:
        raise Error((f"`{pack.id}` 没有标准", f"`{pack.id}` has no standard"))
    kinds = sorted({one.unit for one in standards})
    if unit is not None and unit not in kinds:
        raise Error((f"`{pack.id}` 不评价 `{unit}`：它评价{'、'.join(kinds)}",
                     f"`{pack.id}` judges no unit of kind `{unit}`: it has {', '.join(kinds)}"))
    if "unit" in _names(frame):
        return standards, kinds
    if unit is None and len(kinds) > 1:
        raise FactError((f"这些是什么对象？请加 `unit` 列，或写 `unit=`：{'、'.join(kinds)}",
                         "of what kind are these units? add a column `unit`, or say "
                         f"`unit=`: {', '.join(kinds)}"))
    kinds = [unit or kinds[0]]
    return [one for one in standards if one.unit in kinds], kinds


def judge_pack(pack: Pack, frame: Frame, made: type[Table], *, as_of: Day | None,
               unit: str | None = None, dates: Day | None = None, reasons: bool = False,
               distances: bool = False, errors: bool = False, threads: int | None = None,
               carry: Sequence[str] = (), lang: Lang = None) -> tuple[PackResult, list[str]]:
    """The verdicts by the standards of a pack, and lines that say what is odd about the columns."""
    if made is Table:  # whose columns, too, are known by reading it
        frame = pyarrow("rows are kept").table(frame)
    standards, kinds = standards_for(pack, frame, unit)
    _refuse_to_carry_over(pack, standards, carry, lang)
    names = _names(frame)
    bare = {one.id for one in standards
            if all(fact_of(name, facts_named(one)) is None for name in names)}
    # One without a column of its own judges its units all the same, but not where all are so.
    others = len(bare) < len(standards)
    # Verdicts stand side by side by the places of their rows: those are read once for all.
    kind = read_by(standards, frame, made, carry, lang)
    rows, by = kind.once(), {}
    for standard in standards:
        judged = judge_rows(standard, rows, made, as_of=as_of, dates=dates, reasons=reasons,
                            distances=distances, errors=errors, threads=threads, carry=carry,
                            others=others, unit=unit or (kinds[0] if len(kinds) == 1 else ""),
                            lang=lang)
        by[standard.id] = FrameResult(standard, judged, kind)
    odd = lines_of((), not any(map(len, by.values())), lang=lang)
    if "unit" in names:
        odd += _strange(pack, [each for each in kind.words_in("unit") if each not in kinds], kinds)
    once: set[str] = set()
    # Which fact a misspelt column may mean, those know best that have others.
    for name, found in sorted(_odd(pack, by).items(), key=lambda one: one[0] in bare):
        new = [one for one in found if one.code != NO_COLUMN and str(one) not in once]
        once.update(str(one) for one in new if one.code in (MISSPELT, UNREAD))
        odd += lines_of(new, False, name, lang)
    judged = _core.JudgedPack([each.judged for each in by.values()], list(by))
    return PackResult(pack, by, judged, kind), odd


def _refuse_to_carry_over(pack: Pack, standards: Sequence[Standard], carry: Sequence[str],
                          lang: Lang) -> None:
    """What else the result has of its own, each standard refuses."""
    own = {"standard", *(one.id for one in standards)}
    if own & set(carry):
        wrong = FactError("", [_core.finding("N0684", [name, pack.id]) for name in carry
                               if name in own])
        wrong.lang = lang
        raise wrong


def _odd(pack: Pack, by: Mapping[str, FrameResult]) -> dict[str, tuple[Diagnostic, ...]]:
    """By standard what is odd, without columns that are facts of another standard."""
    known = {name for each in pack.standards for name in facts_named(each)}
    return {name: tuple(one for one in each.warnings
                        if one.code != MISSPELT
                        or one.message.split("`")[1].removesuffix(DAY_SUFFIX) not in known)
            for name, each in by.items()}


def _strange(pack: Pack, said: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Of kinds of unit that no standard is for: their rows are not applicable. What is no kind
    at all is told with its rows."""
    return [in_language((
        f"`unit` 列写着 `{word}`，而 `{pack.id}` 不评价这类对象：它评价{'、'.join(kinds)}",
        f"`unit` says `{word}`, and `{pack.id}` judges no unit of that kind: it has "
        f"{', '.join(kinds)}")) for word in sorted(set(said) & set(_core.units_of(pack)))[:SHOWN]]


def _names(frame: Frame) -> list[str]:
    if hasattr(frame, "column_names"):
        return list(frame.column_names)
    if hasattr(frame, "columns") and not hasattr(frame, "schema"):
        return [str(name) for name in frame.columns]
    schema: Any = getattr(frame, "schema", None)
    if hasattr(schema, "names"):
        return list(schema.names() if callable(schema.names) else schema.names)
    return [str(name) for name in getattr(frame, "columns", ())]

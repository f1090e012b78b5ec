# SPDX-License-Identifier: Apache-2.0
"""Units of any kind in one frame, each judged by the standards that are for it."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from . import _core
from ._core import Diagnostic, Pack, Report
from ._errors import Error, FactError, did_you_mean
from ._frame import DAY_SUFFIX, Day, FrameResult, FrameWarning, Lang, ask, names_in, told
from ._frame import _names as facts_named
from ._frame_kinds import Frame, LazyPolars, Reader, Spark, Table, kind_of

SHOWN = 3  # kinds of unit that are none


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
    def by_rows(self) -> dict[str, dict[str, str]]:
        """Conditions that no column can decide, by standard."""
        return {name: each.by_rows for name, each in self.by.items()}

    def explain(self, row: Hashable, *, lang: Lang = None, remedies: bool = True
                ) -> Report | None:
        """The report by the standard that stands for the unit; None: no standard is for it."""
        place = self._place(row)
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
        raise TypeError("distances are of one standard: `.by[id].plot_distances(item)`")


def assess_pack_frame(pack: Pack, frame: Frame, *, as_of: Day | None = None,
                      unit: str | None = None, dates: Day | None = None, reasons: bool = False,
                      distances: bool = False, threads: int | None = None,
                      carry: Iterable[str] = ()) -> Any:
    """Judges every row of `frame` by the standards that are for its kind of unit.

    A column `unit` says of what kind each unit is (enterprise, site, area …), and `kind` of
    areas whether they are parks or townships; or `unit` is the kind of all. The other
    arguments are those of `Standard.assess_frame`; `carry` only for DataFrames of Spark, in
    which rows have no order.

    >>> import norma, pyarrow
    >>> county = pyarrow.table({"worker_count": [1064, 12], "size_class": ["large", "micro"],
    ...                         "is_platform": [False, False]})
    >>> found = norma.load("cn-zj").assess_frame(county, unit="enterprise", as_of="2024-03-31")
    >>> found["standard"].to_pylist()
    ['enterprise.large_medium', 'enterprise.small_micro']
    """
    standards = [one for one in pack.standards if not one.is_scheme]
    made, carry = kind_of(frame), names_in(carry)
    if made in (LazyPolars, Reader):
        raise TypeError("a pack judges a frame several times: collect it first")
    kinds = sorted({one.unit for one in standards})
    if unit is not None:
        standards = [one for one in standards if one.unit == unit]
        if not standards:
            raise Error(f"`{pack.id}` judges no unit of kind `{unit}`: it has {', '.join(kinds)}")
    elif "unit" not in _names(frame) and len(kinds) > 1:
        raise FactError("of what kind are these units? add a column `unit`, or say "
                        f"`unit=`: {', '.join(kinds)}")
    if made is Spark:
        options = {"as_of": as_of, "unit": unit, "dates": dates, "threads": threads or 1}
        return importlib.import_module("._frame_spark", __package__).spread_pack(
            pack, frame, standards, options, carry)
    if carry:
        raise TypeError("`carry` is for DataFrames of Spark; here rows keep their order")
    by, failed = {}, None
    for standard in standards:
        try:
            kind, judged = ask(standard, frame, made, as_of=as_of, dates=dates, reasons=reasons,
                               distances=distances, threads=threads, others=True)
        except FactError as error:
            # Of a kind that has no unit here, no fact is there either.
            if [one.code for one in error.diagnostics] != ["N0672"]:
                raise
            failed = error
            continue
        by[standard.id] = FrameResult(standard, judged, kind)
    if not by:
        raise failed or Error(f"`{pack.id}` has no standard")
    kind = next(iter(by.values())).kind
    if "unit" in _names(frame):
        judges = kinds if unit is None else [unit]
        _tell_strange(pack, [each for each in kind.words_in("unit") if each not in judges], judges)
    once: set[str] = set()
    for name, found in _odd(pack, by).items():
        new = [one for one in found if one.code != "N0663" and str(one) not in once]
        once.update(str(one) for one in new if one.code == "N0664")
        told(new, len(by[name]) == 0, name)
    judged = _core.JudgedPack([each.judged for each in by.values()], list(by))
    return PackResult(pack, by, judged, kind)


def _odd(pack: Pack, by: Mapping[str, FrameResult]) -> dict[str, tuple[Diagnostic, ...]]:
    """By standard what is odd, without columns that are facts of another standard."""
    known = {name for each in pack.standards for name in facts_named(each)}
    return {name: tuple(one for one in each.warnings
                        if one.code != "N0664"
                        or one.message.split("`")[1].removesuffix(DAY_SUFFIX) not in known)
            for name, each in by.items()}


def _tell_strange(pack: Pack, said: Sequence[str], kinds: Sequence[str]) -> None:
    """Warns of kinds of unit that no standard is for: their rows are not applicable."""
    for word in sorted(said)[:SHOWN]:
        warnings.warn(f"`unit` says `{word}`, and `{pack.id}` judges no unit of that kind: "
                      f"{did_you_mean(word, kinds)}it has {', '.join(kinds)}", FrameWarning,
                      stacklevel=3)


def _names(frame: Frame) -> list[str]:
    if hasattr(frame, "column_names"):
        return list(frame.column_names)
    if hasattr(frame, "columns") and not hasattr(frame, "schema"):
        return [str(name) for name in frame.columns]
    schema: Any = getattr(frame, "schema", None)
    if hasattr(schema, "names"):
        return list(schema.names() if callable(schema.names) else schema.names)
    return [str(name) for name in getattr(frame, "columns", ())]

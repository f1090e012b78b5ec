# SPDX-License-Identifier: Apache-2.0
"""DataFrames of Spark: each worker has the standard sent to it and judges the record batches
that it holds."""

from __future__ import annotations

import functools
import importlib
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from ._columns import Named, Wanted, facts_named, wanted
from ._core import Diagnostic, Pack, Standard
from ._frame_judge import Day, judge
from ._frame_kinds import Spark
from ._frame_members import TWICE, by_fact, no_column
from ._frame_pack import judge_pack, standards_for
from ._frame_result import FrameResult
from ._frame_table import ERRORS, Frame, Reader, Table, pyarrow
from ._supposed import no_finding
from ._verdict import Verdict
from ._words import Lang, in_language

KEY = "norma__key"  # of members, while they are joined
Batches: TypeAlias = Iterator[Any]  # record batches of Arrow


class SparkResult(FrameResult):
    """The verdicts of a DataFrame of Spark, found by its workers when `.frame` is asked for
    anything: as often as that is, unless it is cached or written.
    """

    @property
    def frame(self) -> Frame:
        return self._frame

    def __repr__(self) -> str:
        return f"<norma.SparkResult {self.standard.id}: a plan{self._what_if()}>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.toArrow().__arrow_c_stream__(requested_schema)


class _Planned:
    """What will be judged; counting does so."""

    def __init__(self, frame: Frame, like: Any) -> None:
        self.frame, self.columns = frame, like.columns
        self.by_rows = like.by_rows
        self.warnings: tuple[Diagnostic, ...] = like.warnings

    @property
    def rows(self) -> int:
        return int(self.frame.count())

    def counts(self) -> dict[str, list[int]]:
        found = self._counted([self.frame[_quoted(name)] == str(verdict)
                               for name in self.columns for verdict in Verdict])
        return {name: found[place:place + len(Verdict)] for name, place in
                zip(self.columns, itertools.count(0, len(Verdict)))}

    @property
    def erring_counts(self) -> tuple[int, ...] | None:
        if ERRORS not in self.frame.columns:
            return None
        erring = self.frame[ERRORS].isNotNull()
        return tuple(self._counted([erring & (self.frame["verdict"] == str(verdict))
                                    for verdict in Verdict]))

    def _counted(self, which: Sequence[Any]) -> list[int]:
        sql = importlib.import_module("pyspark.sql.functions")
        return list(self.frame.agg(*map(sql.count_if, which)).first())


def _result(of: Standard | Pack, found: Frame, like: Any) -> SparkResult:
    planned: Any = _Planned(found, like)
    result = SparkResult(of, planned, Spark(found, lambda name: True))
    result._frame = found
    return result


def spread(standard: Standard, frame: Frame, *, members: Any, carry: Sequence[str],
           threads: int | None, **options: Any) -> SparkResult:
    """The `SparkResult` of the frame by a standard."""
    named = facts_named(standard)
    # Spark has a task for each processor.
    options |= {"threads": threads or 1, "carry": carry}
    rows = _chosen(frame, wanted(named, carry))
    if members is not None:
        rows = _joined(rows, named, members, options["lang"])
    like = judge(standard, _one_row(rows, frame.columns), Spark, **options).judged
    names = pyarrow("results are read").table(like).column_names
    found = _mapped(rows, functools.partial(_judged, standard, options), names, carry, standard)
    return _result(standard, found, like)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _chosen(frame: Frame, read: Wanted) -> Frame:
    """Only the columns that are read: Spark fetches no others."""
    names = [name for name in frame.columns if read(name)]
    return frame.select([_quoted(name) for name in names]) if names else frame


def _one_row(frame: Frame, names: Sequence[str]) -> Any:
    """A table of one unit of which nothing is known: of it all that is wrong with the columns
    is told, and what results look like. `names` are those of all columns that there are."""
    arrow = pyarrow("results are read")
    like = frame.limit(0).toArrow().schema
    kinds = {name: arrow.null() for name in names} | dict(zip(like.names, like.types))
    return arrow.Table.from_arrays([arrow.nulls(1, each) for each in kinds.values()],
                                   names=list(kinds))


def _mapped(frame: Frame, work: Callable[[Batches], Batches], names: Sequence[str],
            carry: Sequence[str], by: Standard | Pack) -> Frame:
    """The plan; where parameters are supposed each column says that it holds no finding."""
    types = importlib.import_module("pyspark.sql.types")
    kept = {field.name: field for field in frame.schema.fields}
    supposed = no_finding(by, "en")
    said = {"comment": supposed} if supposed else None
    fields = [kept[name] if name in carry else types.StructField(
        name, types.StringType(), metadata=said) for name in names]
    return frame.mapInArrow(work, types.StructType(fields))


def _judged(standard: Standard, options: dict[str, Any], batches: Batches) -> Batches:
    """Runs in a worker: the verdicts of the batches of a task."""
    arrow, first = pyarrow("batches are judged"), next(batches, None)
    if first is None:
        return
    given = arrow.RecordBatchReader.from_batches(first.schema, itertools.chain([first], batches))
    judged = judge(standard, given, Reader, **options).judged
    for found in arrow.RecordBatchReader.from_stream(judged):
        yield _in_words(found, options["carry"])


def spread_pack(pack: Pack, frame: Frame, *, carry: Sequence[str], as_of: Day | None,
                unit: str | None, dates: Day | None, errors: bool, threads: int | None,
                lang: Lang = None) -> tuple[SparkResult, list[str]]:
    """The `SparkResult` of the frame by the standards of a pack, and what is odd."""
    options: dict[str, Any] = {"as_of": as_of, "unit": unit, "dates": dates, "errors": errors,
                               "threads": threads or 1, "carry": carry, "lang": lang}
    standards, _ = standards_for(pack, frame, unit)
    looked_at = [wanted(facts_named(standard), carry) for standard in standards]
    rows = _chosen(frame, lambda name: any(read(name) for read in looked_at))
    like, odd = judge_pack(pack, _one_row(rows, frame.columns), Spark, **options)
    names = pyarrow("results are read").table(like).column_names
    found = _mapped(rows, functools.partial(_judged_by_pack, pack, options), names, carry, pack)
    return _result(pack, found, like), odd


def _judged_by_pack(pack: Pack, options: dict[str, Any], batches: Batches) -> Batches:
    """Runs in a worker."""
    arrow = pyarrow("batches are judged")
    for batch in batches:
        given = arrow.Table.from_batches([batch])
        found = arrow.table(judge_pack(pack, given, Table, **options)[0])
        for part in found.combine_chunks().to_batches():
            yield _in_words(part, options["carry"])


def _in_words(batch: Any, carry: Sequence[str]) -> Any:
    """The batch with texts where it has codes of a dictionary: Spark has no others."""
    arrow = pyarrow("batches are judged")
    fields = [field if field.name in carry else field.with_type(arrow.string())
              for field in batch.schema]
    return batch.cast(arrow.schema(fields))


def _joined(frame: Frame, named: Named, members: Any, lang: Lang) -> Frame:
    """The frame with a list of structures of the members of each unit. Rows with the same id, or
    none, fail the job: they are counted where the join brings those of one id together."""
    sql = importlib.import_module("pyspark.sql.functions")
    window = importlib.import_module("pyspark.sql").Window
    for fact, (rows, key) in by_fact(named, members).items():
        for name, columns, what in (("id", frame.columns, "units"), (key, rows.columns, "members")):
            if name not in columns:
                raise no_column(name, what)
        fields = [_quoted(name) for name in rows.columns if name != key]
        lists = rows.groupBy(rows[_quoted(key)].cast("string").alias(KEY)).agg(
            sql.collect_list(sql.struct(*fields)).alias(fact))
        frame = frame.join(lists, frame["id"].cast("string") == lists[KEY], "left").drop(KEY)
    own = frame["id"].cast("string")
    once = own.isNotNull() & (sql.count("*").over(window.partitionBy(own)) == 1)
    told = sql.raise_error(sql.lit(in_language(TWICE, lang))).cast(frame.schema["id"].dataType)
    return frame.withColumn("id", sql.when(once, frame["id"]).otherwise(told))

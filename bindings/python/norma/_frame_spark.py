# SPDX-License-Identifier: Apache-2.0
"""DataFrames of Spark: each worker has the standard sent to it and judges the record batches
that it holds."""

import functools
import importlib
import itertools
import warnings

from ._frame import FrameResult, FrameWarning, _names, _wanted, ask
from ._frame_kinds import Reader, Spark, Table, pyarrow
from ._frame_members import TWICE, by_fact, no_column
from ._frame_pack import assess_pack_frame
from ._supposed import no_finding
from ._verdict import Verdict

KEY = "norma__key"  # of members, while they are joined


class SparkResult(FrameResult):
    """The verdicts of a DataFrame of Spark, found by its workers when `.frame` is asked for
    anything: as often as that is, unless it is cached or written.
    """

    @property
    def frame(self):
        return self.judged.frame

    def __repr__(self):
        return f"<norma.SparkResult {self.standard.id}: a plan{self._what_if()}>"

    def __arrow_c_stream__(self, requested_schema=None):
        return self.frame.toArrow().__arrow_c_stream__(requested_schema)


class _Planned:
    """What will be judged; counting does so."""

    def __init__(self, frame, columns, by_rows, found):
        self.frame, self.columns, self.by_rows, self.warnings = frame, columns, by_rows, found

    @property
    def rows(self):
        return self.frame.count()

    def counts(self):
        sql = importlib.import_module("pyspark.sql.functions")
        wanted = [sql.count_if(self.frame[_quoted(name)] == str(verdict))
                  for name in self.columns for verdict in Verdict]
        counted = list(self.frame.agg(*wanted).first())
        return {name: counted[place:place + len(Verdict)] for name, place in
                zip(self.columns, itertools.count(0, len(Verdict)))}


def spread(standard, frame, options):
    """The `SparkResult` of the frame by a standard."""
    members, named = options.pop("members"), _names(standard)
    options["threads"] = options["threads"] or 1  # Spark has a task for each processor
    rows = _chosen(frame, _wanted(named, options["carry"]))
    if members is not None:
        rows = _joined(rows, named, members)
    _, like = ask(standard, _one_row(rows, frame.columns), Table, **options)
    names = pyarrow("results are read").table(like).column_names
    found = _mapped(rows, functools.partial(_judged, standard, options), names,
                    options["carry"], standard)
    return SparkResult(standard, _Planned(found, like.columns, like.by_rows, like.warnings),
                       Spark(found, None))


def _quoted(name):
    return "`" + name.replace("`", "``") + "`"


def _chosen(frame, wanted):
    """Only the columns that are read: Spark fetches no others."""
    names = [name for name in frame.columns if wanted(name)]
    return frame.select([_quoted(name) for name in names]) if names else frame


def _one_row(frame, names):
    """A table of one unit of which nothing is known: of it all that is wrong with the columns
    is told, and what results look like. `names` are those of all columns that there are."""
    arrow = pyarrow("results are read")
    like = frame.limit(0).toArrow().schema
    kinds = {name: arrow.null() for name in names} | dict(zip(like.names, like.types))
    return arrow.Table.from_arrays([arrow.nulls(1, each) for each in kinds.values()],
                                   names=list(kinds))


def _mapped(frame, judge, names, carry, by):
    """The plan; where parameters are supposed each column says that it holds no finding."""
    types = importlib.import_module("pyspark.sql.types")
    kept = {field.name: field for field in frame.schema.fields}
    supposed = no_finding(by, "en")
    said = {"comment": supposed} if supposed else None
    fields = [kept[name] if name in carry else types.StructField(
        name, types.StringType(), metadata=said) for name in names]
    return frame.mapInArrow(judge, types.StructType(fields))


def _judged(standard, options, batches):
    """Runs in a worker: the verdicts of the batches of a task."""
    arrow, first = pyarrow("batches are judged"), next(batches, None)
    if first is None:
        return
    given = arrow.RecordBatchReader.from_batches(first.schema, itertools.chain([first], batches))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FrameWarning)
        _, judged = ask(standard, given, Reader, **options)
        for found in arrow.RecordBatchReader.from_stream(judged):
            yield _in_words(found, options["carry"])


def spread_pack(pack, frame, standards, options, carry):
    """The `SparkResult` of the frame by the standards of a pack."""
    looked_at = [_wanted(_names(standard), carry) for standard in standards]
    rows = _chosen(frame, lambda name: any(wanted(name) for wanted in looked_at))
    like = assess_pack_frame(pack, _one_row(rows, frame.columns), **options)
    names = pyarrow("results are read").table(like).column_names
    found = _mapped(rows, functools.partial(_judged_by_pack, pack, options, carry),
                    [*carry, *names], carry, pack)
    return SparkResult(pack, _Planned(found, like.columns, like.by_rows, like.warnings),
                       Spark(found, None))


def _judged_by_pack(pack, options, carry, batches):
    """Runs in a worker."""
    arrow = pyarrow("batches are judged")
    for batch in batches:
        given = arrow.Table.from_batches([batch])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FrameWarning)
            found = arrow.table(assess_pack_frame(pack, given, **options))
        for place, name in enumerate(carry):
            found = found.add_column(place, given.schema.field(name), given[name])
        for part in found.combine_chunks().to_batches():
            yield _in_words(part, carry)


def _in_words(batch, carry):
    """The batch with texts where it has codes of a dictionary: Spark has no others."""
    arrow = pyarrow("batches are judged")
    fields = [field if field.name in carry else field.with_type(arrow.string())
              for field in batch.schema]
    return batch.cast(arrow.schema(fields))


def _joined(frame, named, members):
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
    told = sql.raise_error(sql.lit(TWICE)).cast(frame.schema["id"].dataType)
    return frame.withColumn("id", sql.when(once, frame["id"]).otherwise(told))

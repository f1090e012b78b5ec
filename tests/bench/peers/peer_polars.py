# SPDX-License-Identifier: Apache-2.0
"""Polars: expressions, lazily and streaming; logic with null is Kleene's."""

import functools
import operator

import polars as pl

from workload import ITEMS, VERDICTS, AtLeast, AtMost, Attested, Share, codes_of_arrow

VERSION = pl.__version__
FOUR = pl.Enum(["pass", "fail", "undetermined", "not_applicable"])


def wide(fact, times):
    """Widened by hand, or the product wraps."""
    column = pl.col(fact)
    return column if times == 1 else column.cast(pl.Int64) * times


def condition(of):
    match of:
        case Attested(fact):
            return pl.col(fact)
        case AtLeast(fact, least):
            return pl.col(fact) >= least
        case AtMost(fact, most):
            return pl.col(fact) <= most
        case Share(part, whole, times, share):
            return wide(part, times) >= wide(whole, share)


def all_of(expressions):
    return functools.reduce(operator.and_, expressions)


def queries(frame):
    items = [all_of(map(condition, each)).alias(name) for name, each in ITEMS.items()]
    query = frame.lazy().select(items).with_columns(verdict=all_of(map(pl.col, ITEMS)))
    worded = query.select(
        pl.when(pl.col(name)).then(pl.lit("pass", FOUR)).when(~pl.col(name))
        .then(pl.lit("fail", FOUR)).otherwise(pl.lit("undetermined", FOUR)).alias(name)
        for name in VERDICTS)
    return query, worded


def codes(found):
    if isinstance(found.dtypes[0], pl.Enum):
        found = found.select(pl.when(pl.all() != "undetermined").then(pl.all() == "pass"))
    return codes_of_arrow([found[name].to_arrow() for name in VERDICTS])


def runs(data, threads):
    frame = pl.from_arrow(data.table)
    query, worded = queries(frame)
    return {
        "Polars lazy": (query.collect, codes),
        "Polars streaming": (lambda: query.collect(engine="streaming"), codes),
        "Polars lazy, verdicts as four words": (worded.collect, codes),
    }


def ask(question):
    frame = pl.DataFrame({"a": [question.a], "b": [question.b]})
    kind = {"bool": pl.Boolean, "int32": pl.Int32, "int64": pl.Int64}[question.type]
    return frame.cast(kind).select(question.asked_of(pl.col("a"), pl.col("b"))).item()


ASK = {"Polars": ask}

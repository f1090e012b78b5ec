# SPDX-License-Identifier: Apache-2.0
"""pandas, Arrow-backed and with its own nullable types: both have Kleene's logic. It has one
thread."""

import functools
import operator

import numpy as np
import pandas as pd
import pyarrow as pa

from workload import (BOOLEANS, COUNTS, FACTS, ITEMS, OPEN, VERDICTS, AtLeast, AtMost, Attested,
                      Share, codes_of_arrow)

VERSION = pd.__version__


def nullable(data):
    """A frame of masked arrays over the memory of the workload."""
    columns = {}
    for fact in FACTS:
        values, unknown = data.values[fact], ~data.known[fact]
        kind = pd.arrays.BooleanArray if fact in BOOLEANS else pd.arrays.IntegerArray
        columns[fact] = kind(values, unknown)
    return pd.DataFrame(columns, copy=False)


def all_of(conditions):
    return functools.reduce(operator.and_, conditions)


def judge(frame, int64):
    def wide(fact, times):
        column = frame[fact]
        if times == 1:
            return column
        return (column.astype(int64) if fact in COUNTS else column) * times

    def condition(of):
        match of:
            case Attested(fact):
                return frame[fact]
            case AtLeast(fact, least):
                return frame[fact] >= least
            case AtMost(fact, most):
                return frame[fact] <= most
            case Share(part, whole, times, share):
                return wide(part, times) >= wide(whole, share)

    items = {name: all_of(map(condition, each)) for name, each in ITEMS.items()}
    return pd.DataFrame(items | {"verdict": all_of(items.values())}, copy=False)


def codes_of_masked(found):
    rows = []
    for name in VERDICTS:
        met = found[name].to_numpy(dtype=bool, na_value=False)
        rows.append(np.where(found[name].isna(), OPEN, met).astype(np.int8))
    return np.array(rows)


def codes(found):
    return codes_of_arrow([pa.array(found[name]) for name in VERDICTS])


def runs(data, threads):
    arrow = data.table.to_pandas(types_mapper=pd.ArrowDtype)
    masked = nullable(data)
    wide = pd.ArrowDtype(pa.int64())
    return {
        "pandas, Arrow-backed": (lambda: judge(arrow, wide), codes),
        "pandas, nullable": (lambda: judge(masked, "Int64"), codes_of_masked),
    }


def asker(kind_of):
    def ask(question):
        kind = kind_of(question.type)
        a, b = (pd.Series([value], dtype=kind) for value in (question.a, question.b))
        return question.asked_of(a, b).iloc[0]
    return ask


def ask_default(question):
    """What a frame from a CSV file has: objects where a boolean is missing, or doubles."""
    return asker({"bool": "object", "int32": "int32", "int64": "int64"}.get)(question)


ASK = {
    "pandas, Arrow-backed": asker(lambda name: pd.ArrowDtype(pa.type_for_alias(name))),
    "pandas, nullable": asker({"bool": "boolean", "int32": "Int32", "int64": "Int64"}.get),
    "pandas, default types": ask_default,
}

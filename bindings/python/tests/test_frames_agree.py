# SPDX-License-Identifier: Apache-2.0
"""`assess_frame` says of every row what `assess` says of its facts: generated ones, missing
values, and the types that each library has for them."""

import warnings
from decimal import Decimal

import norma
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

COUNTS = ["worker_count", "contract_due_count", "contract_signed_count", "coordinator_count"]
AMOUNTS = ["training_fund_provided_amount", "training_fund_frontline_amount"]
BOOLEANS = ["union_sound", "mediation_body_sound", "training_plan_made"]

# Near the thresholds, far from them, out of range, and too large for what they are put in.
counts = st.one_of(st.none(), st.integers(0, 5), st.integers(-2, 2**31 - 1),
                   st.sampled_from([999, 1000, 1001]))
fen = st.one_of(st.none(), st.sampled_from([0, 59999999, 60000000, 60000001, 10**8]),
                st.integers(-10, 10**14))
units = st.lists(st.fixed_dictionaries(
    {name: counts for name in COUNTS}
    | {name: fen for name in AMOUNTS}
    | {name: st.one_of(st.none(), st.booleans()) for name in BOOLEANS}
    | {"size_class": st.sampled_from(["large", "medium", "small", "huge", "", None])}),
    min_size=1, max_size=12)


def columns_of(rows):
    """Columns of Python's values; amounts exact."""
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    for name in AMOUNTS:
        columns[name] = [None if n is None else Decimal(n) / 100 for n in columns[name]]
    return columns


def arrow(columns, integer=pa.int64(), text=pa.string()):
    return pa.table({
        name: pa.array(values, integer if name in COUNTS else pa.decimal128(20, 2)
                       if name in AMOUNTS else pa.bool_() if name in BOOLEANS else text)
        for name, values in columns.items()})


def pandas_of_doubles(columns):
    """What a CSV file reads as: doubles with NaN, objects where a boolean is missing."""
    frame = pd.DataFrame(columns, dtype=object)
    for name in COUNTS + AMOUNTS:
        frame[name] = frame[name].astype(float)
    return frame


LIBRARIES = {
    "pandas doubles": pandas_of_doubles,
    "pandas nullable": lambda columns: pd.DataFrame(
        {name: pd.array(values, dtype="Int64" if name in COUNTS else "boolean"
                        if name in BOOLEANS else object if name in AMOUNTS else "string")
         for name, values in columns.items()}),
    "pandas Arrow": lambda columns: arrow(columns).to_pandas(types_mapper=pd.ArrowDtype),
    "Polars": lambda columns: pl.from_arrow(arrow(columns)),
    "Polars in two": lambda columns: pl.concat(
        [pl.from_arrow(arrow(columns)).head(1), pl.from_arrow(arrow(columns)).slice(1)],
        rechunk=False),
    "PyArrow": arrow,
    "PyArrow small": lambda columns: arrow(columns, pa.int32(), pa.large_string()),
    "PyArrow dictionary": lambda columns: arrow(
        columns, text=pa.dictionary(pa.int16(), pa.string())),
    "PyArrow views": lambda columns: arrow(columns, text=pa.string_view()),
}


@pytest.mark.parametrize("library", LIBRARIES)
@settings(max_examples=15, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=units)
def test_rows_and_units_agree(large, library, rows):
    columns = columns_of(rows)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        found = large.assess_frame(LIBRARIES[library](columns), as_of=DAY)
    table = pa.table(found).to_pydict()
    for place in range(len(rows)):
        facts = {name: values[place] for name, values in columns.items()
                 if values[place] is not None}
        if library == "pandas doubles":
            facts |= {name: float(facts[name]) for name in AMOUNTS + COUNTS if name in facts}
        facts.pop("size_class", None) if facts.get("size_class") == "huge" else None
        report = large.assess(facts, as_of=DAY)
        assert table["verdict"][place] == report.verdict, (place, facts)
        assert {item.id: table[item.id][place] for item in report.items} == {
            item.id: item.verdict for item in report.items}, (place, facts)
        assert found.explain(place).verdict == report.verdict


@pytest.mark.parametrize("library", LIBRARIES)
@settings(max_examples=10, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=units)
def test_booleans_are_what_the_words_say(large, library, rows):
    frame = LIBRARIES[library](columns_of(rows))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        words = large.assess_frame(frame, as_of=DAY, threads=2)
        booleans = large.assess_frame(frame, as_of=DAY, verdicts="booleans", threads=2)
    meant = {"pass": True, "fail": False}
    assert pa.table(booleans).to_pydict() == {
        name: [meant.get(verdict) for verdict in column]
        for name, column in pa.table(words).to_pydict().items()}
    assert booleans.counts() == words.counts()


def test_numpy_scalars_and_columns_agree(large):
    for kind in (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
                 np.uint64, np.float32, np.float64):
        facts = {"worker_count": kind(100), "size_class": "large", "coordinator_count": kind(2)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", norma.FrameWarning)
            found = large.assess_frame(
                pd.DataFrame({name: np.array([value]) for name, value in facts.items()}),
                as_of=DAY)
        assert found.explain(0)["mediation/coordinators"].verdict == "pass"
        assert large.assess(facts, as_of=DAY)["mediation/coordinators"].verdict == "pass"

# SPDX-License-Identifier: Apache-2.0
"""Numbers that came as floats decide alike by every door: a float is its shortest decimal, and
none that may be its neighbour is a count."""

import warnings

import norma
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import DAY
from norma._plain import mapping, plain

OF_A_LARGE_ONE = {"worker_count": 1064, "size_class": "large"}


@pytest.mark.parametrize("count, verdict", [
    (999_999_999_999_999.0, "pass"), (1e15, "undetermined"), (2.0**53, "undetermined"),
    (float(10**16 + 1), "undetermined"), (np.float64(1e16), "undetermined"),
    (np.float32(1e20), "undetermined"), (10**16 + 1, "pass"), (np.int64(2**53 + 1), "pass"),
    (pa.scalar(1e16), "undetermined"), (pa.scalar(10**16), "pass")])
def test_a_count_in_a_float_is_below_10_to_the_15th(large, count, verdict):
    facts = OF_A_LARGE_ONE | {"contract_due_count": count, "contract_signed_count": count}
    for asked in (facts, facts | {"id": 7}):
        report = large.assess(asked, as_of=DAY)
        assert report["employment/contracts"].verdict == verdict
    whole = large.assess(facts | {"contract_signed_count": 1}, as_of=DAY)
    assert (whole["employment/contracts"].verdict == "fail") is (verdict == "pass")
    column = pa.array([plain(count)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", norma.FrameWarning)
        found = large.assess_frame(pa.table({
            key: column if "contract" in key else [value] for key, value in facts.items()}),
            as_of=DAY)
    assert found.explain(0)["employment/contracts"].verdict == verdict
    assert found["employment"].to_pylist() == [report["employment"].verdict]


@pytest.mark.parametrize("count, type_name", [
    (np.float32(2**24), "float32"), (pa.scalar(2.0**24, pa.float32()), "float32"),
    (np.float16(2048), "float16"), (pa.scalar(np.float16(2048)), "float16"),
    (np.float64(10**15), "float64"), (-np.float32(2**24), "float32")])
def test_a_count_in_a_shorter_float_has_fewer_digits(large, count, type_name):
    facts = OF_A_LARGE_ONE | {"contract_signed_count": 1, "contract_due_count": count}
    for asked in (facts, facts | {"id": 7}, pd.Series(facts)):
        told = {lang: large.assess(asked, as_of=DAY, lang=lang).explain("employment/contracts")
                for lang in ("zh", "en")}
        assert f" in {type_name}, which can not tell so large a count" in told["en"]
        assert f" 是 {type_name} 浮点数，这么大的数与相邻的整数分不清" in told["zh"]
    assert large.verdict(facts, as_of=DAY) == "undetermined"
    if type_name != "float16":  # no column of those is read
        columns = pa.table({name: [value] for name, value in facts.items()} | {
            "contract_due_count": pa.array([plain(count)], pa.float32() if type_name == "float32"
                                           else pa.float64())})
        with pytest.warns(norma.FrameWarning):
            found = large.assess_frame(columns, as_of=DAY, lang="en")
        (error,) = found.data_errors
        assert error.render("en").strip().split("data error: ")[1] in told["en"]


@pytest.mark.parametrize("count", [np.float32(2**24 - 1), np.float16(2047),
                                   pa.scalar(2.0**24 - 1, pa.float32())])
def test_a_count_of_fewer_digits_is_one(large, count):
    facts = OF_A_LARGE_ONE | {"contract_signed_count": count, "contract_due_count": count}
    assert large.assess(facts, as_of=DAY)["employment/contracts"].verdict == "pass"
    amount = {"training_fund_provided_amount": np.float32(1e10),
              "training_fund_frontline_amount": np.float32(1e10)}
    assert large.assess(facts | amount, as_of=DAY)["training/frontline_share"].verdict == "pass"


def test_a_row_of_numbers_tells_as_its_frame_does(large):
    frame = pd.DataFrame({"worker_count": [1064], "contract_due_count": [2**53 + 1],
                          "contract_signed_count": [2**53], "operating_revenue_amount": [.5]})
    row = frame.iloc[0]  # all of it in doubles: 2**53 twice
    assert row.dtype == float
    assert row["contract_due_count"] == row["contract_signed_count"]
    report = large.assess(OF_A_LARGE_ONE | mapping(row), as_of=DAY, lang="en")
    part = report["employment/contracts"]
    assert part.verdict == "undetermined"
    assert [cause.kind for cause in part.causes] == ["data_error"] * 2
    assert "is 9007199254740992 in float64, which" in report.explain("employment/contracts")
    whole = large.assess_frame(frame.assign(size_class="large"), as_of=DAY).explain(0)
    assert whole["employment/contracts"].verdict == "fail"


@pytest.mark.parametrize("facts", [
    {"contract_due_count": {"value": 1e16}},
    {"contract_due_count": {"versions": [{"value": 1e16, "date": "2024-01-01"}]}}])
def test_statements_of_such_counts_can_not_be_read(large, facts):
    with pytest.raises(norma.FactError, match=r"1e16 \(float64\)|10000000000000000 \(float64\)"):
        large.assess(OF_A_LARGE_ONE | facts, as_of=DAY)
    large.assess(OF_A_LARGE_ONE | {"contract_due_count": {"value": 1e6}}, as_of=DAY)
    amount = {"training_fund_provided_amount": {"value": 1e16}}
    large.assess(OF_A_LARGE_ONE | amount, as_of=DAY)


def test_members_with_such_counts_can_not_be_read(zj):
    def area(count):
        firm = {"id": "1", "facts": {"worker_count": count, "size_class": "micro"}}
        return {"kind": "park", "facts": {"members": [firm]}}

    zj["area"].assess(area(30.0), as_of=DAY)
    with pytest.raises(norma.FactError, match="float64"):
        zj["area"].assess(area(1e16), as_of=DAY)


SINGLE = np.float32(0.6)


@pytest.mark.parametrize("given", [
    SINGLE, pa.scalar(0.6, pa.float32()), np.float16(0.6), pa.scalar(SINGLE.astype("f2"))])
def test_floats_of_32_bits_are_their_own_shortest_decimals(given):
    assert plain(given) == 0.6


@pytest.mark.parametrize("given", [
    np.array([SINGLE]), pd.Series([SINGLE]), pd.Series([0.6], dtype="Float32"),
    pd.Series([0.6], dtype="float[pyarrow]"), pl.Series([0.6], dtype=pl.Float32),
    pa.array([SINGLE]), pa.chunked_array([[SINGLE]]), pa.scalar([SINGLE])])
def test_such_floats_in_series_and_arrays_are_so_too(given):
    assert plain(given) == [0.6]


def test_such_floats_in_rows_of_pandas_and_structures(large):
    row = pd.DataFrame({"training_fund_provided_amount": [np.float32(0.9)],
                        "training_fund_frontline_amount": [np.float32(0.54)]}).iloc[0]
    assert row.dtype == np.float32
    facts = OF_A_LARGE_ONE | mapping(row)
    assert large.assess(facts, as_of=DAY)["training/frontline_share"].verdict == "pass"
    assert plain(pa.scalar({"a": SINGLE, "b": None})) == {"a": 0.6, "b": None}
    assert plain(pa.scalar(None, pa.float32())) is None
    assert plain(np.float32("nan")) is None and plain(np.float32("inf")) == float("inf")

# SPDX-License-Identifier: Apache-2.0
"""What says nothing is unknown, of facts of every type and by every door; what does not is not."""

import datetime
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
from hypothesis import strategies as some

FACTS = """\
norma: 1
units:
  shop: {label: {zh: 店, en: shop}}
measures:
  CNY: {label: {zh: 元, en: CNY}, scale: 2}
categories:
  size: {values: {small: 小型, large: 大型}}
records:
  case:
    fields:
      people: {type: count, label: {zh: 人数, en: people}}
      word: {type: text, label: {zh: 词, en: word}}
      size: {type: category size, label: {zh: 规模, en: size}}
facts:
  open: {label: {zh: 营业, en: open}, of: [shop], type: boolean}
  staff: {label: {zh: 人数, en: staff}, of: [shop], type: count}
  rent: {label: {zh: 租金, en: rent}, of: [shop], type: amount, unit: CNY}
  area: {label: {zh: 面积, en: area}, of: [shop], type: number}
  street: {label: {zh: 街道, en: street}, of: [shop], type: text}
  since: {label: {zh: 开业日, en: since}, of: [shop], type: date}
  lease: {label: {zh: 租期, en: lease}, of: [shop], type: period}
  size: {label: {zh: 规模, en: size}, of: [shop], type: category size}
  sizes: {label: {zh: 各规模, en: sizes}, of: [shop], type: set of size}
  streets: {label: {zh: 各街道, en: streets}, of: [shop], type: list of text}
  cases: {label: {zh: 案件, en: cases}, of: [shop], type: list of case}
"""
CONDITIONS = {
    "open": "open", "staff": "staff >= 2", "rent": "rent >= 2", "area": "area >= 2",
    "street": 'street = "x"', "since": "since <= as_of", "lease": "as_of in lease",
    "size": 'size = "large"', "sizes": 'some e in sizes satisfies e = "large"',
    "streets": 'some e in streets satisfies e = "x"',
    "cases": 'some e in cases satisfies e.people >= 2 and e.word = "x" and e.size = "large"'}
PARTS = "".join(f"""\
      - id: of_{fact}
        title: {{zh: 项, en: part}}
        require: {condition}
""" for fact, condition in CONDITIONS.items())
STANDARD = f"""\
norma: 1
standard: shop
title: {{zh: 店, en: Shops}}
unit: shop
in_force: {{from: 2023-01-01}}
cite: {{document: d, clause: 一}}
items:
  - id: all
    cite: ①
    title: {{zh: 全部, en: All}}
    all:
{PARTS}"""
PACK = {"pack.yaml": "norma: 1\npack: shops\nversion: 1.0.0\ntitle: {zh: 店, en: Shops}\n"
                     "documents:\n  d: {number: 一号, title: {zh: 文}}\n",
        "facts.yaml": FACTS, "shop.yaml": STANDARD}

BLANK = [None, "", float("nan"), np.float64("nan"), pd.NA, pd.NaT, Decimal("NaN")]
DAYS = [datetime.date(2024, 1, 1), datetime.date(2024, 4, 1)]
VALUES = {
    "open": [True, False], "staff": [1, 2], "rent": [1, Decimal("2.50")], "area": [1, 2.5],
    "street": ["x", " ", "　", "\t", " x"], "since": DAYS, "size": ["small", "large"],
    "lease": [{"from": day, "to": DAYS[1]} for day in DAYS]}


def one_of(values):
    return some.sampled_from([*BLANK, *values])


ROW = {name: one_of(values) for name, values in VALUES.items()} | {
    "sizes": some.lists(one_of(VALUES["size"]), max_size=2) | one_of([]),
    "streets": some.lists(one_of(VALUES["street"]), max_size=2) | one_of([]),
    "cases": some.lists(some.fixed_dictionaries({
        # Within a structure a column of texts is none of numbers, be it empty.
        "people": one_of(VALUES["staff"]).filter(lambda one: not isinstance(one, str)),
        "word": one_of(VALUES["street"]), "size": one_of(VALUES["size"])}), max_size=2) | one_of([])}
CASE = pa.struct([("people", pa.int64()), ("word", pa.string()), ("size", pa.string())])
TYPES = {
    "open": pa.bool_(), "staff": pa.int64(), "rent": pa.decimal128(9, 2), "area": pa.float64(),
    "street": pa.string(), "since": pa.date32(), "size": pa.string(),
    "lease": pa.struct([("from", pa.date32()), ("to", pa.date32())]),
    "sizes": pa.list_(pa.string()), "streets": pa.list_(pa.string()), "cases": pa.list_(CASE)}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs") / "shops"
    folder.mkdir()
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return norma.load(folder)["shop"]


def typed(rows):
    """Columns of a type each, in which an empty text is one where the type has texts."""
    def null_for(value, kind):
        if isinstance(value, list):
            return [null_for(each, kind.value_type) for each in value]
        if isinstance(value, dict):
            return {name: null_for(each, kind.field(name).type) for name, each in value.items()}
        if isinstance(value, str):
            return value if value or pa.types.is_string(kind) else None
        return None if pd.isna(value) else value

    return pa.table({name: pa.array([null_for(row[name], kind) for row in rows], kind)
                     for name, kind in TYPES.items()})


FRAMES = {
    "objects": lambda rows: pd.DataFrame(rows, dtype=object),
    "pandas": pd.DataFrame,
    "Arrow": typed,
    "Polars": lambda rows: pl.from_arrow(typed(rows)),
    "pandas Arrow": lambda rows: typed(rows).to_pandas(types_mapper=pd.ArrowDtype),
    "dictionaries": lambda rows: pa.table({
        name: column.dictionary_encode() if name in ("street", "size") else column
        for name, column in zip(TYPES, typed(rows).columns, strict=True)})}


def told(report):
    return [(part.path, part.verdict, *map(str, part.causes)) for part in report.parts]


@pytest.mark.parametrize("kind", FRAMES)
@settings(max_examples=25, deadline=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=some.lists(some.fixed_dictionaries(ROW), min_size=1, max_size=4))
def test_frames_and_units_agree_on_blanks(shop, kind, rows):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = shop.assess_frame(FRAMES[kind](rows), as_of=DAY)
    assert found.erring_rows == 0
    for place, row in enumerate(rows):
        assert told(found.explain(place, remedies=False)) == told(
            shop.assess(row, as_of=DAY, remedies=False)), row


@pytest.mark.parametrize("fact", CONDITIONS)
def test_a_fact_of_any_type_may_be_blank_and_no_spaces_are(shop, fact):
    part = f"all/of_{fact}"
    for blank in BLANK:
        for said in (shop.assess({fact: blank}, as_of=DAY),
                     shop.assess({fact: blank, "id": "7"}, as_of=DAY)):
            assert [cause.kind for cause in said[part].causes] == ["missing"], blank
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            frame = shop.assess_frame(pd.DataFrame({fact: [blank, blank]}), as_of=DAY)
        assert frame.erring_rows == 0
        assert [cause.kind for cause in frame.explain(1)[part].causes] == ["missing"], blank
    if fact == "street":
        assert shop.assess({fact: " "}, as_of=DAY)[part].verdict == "fail"
    else:
        with pytest.raises(norma.FactError):
            shop.assess({fact: " "}, as_of=DAY)


def test_an_empty_text_beside_numbers_says_nothing(shop):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = shop.assess_frame(pd.DataFrame({"staff": [3, "", 1]}), as_of=DAY)
    assert [found.explain(row)["all/of_staff"].verdict for row in range(3)] == [
        "pass", "undetermined", "fail"]
    with pytest.raises(norma.FactError, match=r"frame\['staff'\]\[2\].*`'many'` is of type `str`"):
        shop.assess_frame(pd.DataFrame({"staff": [3, "", "many"]}), as_of=DAY, lang="en")

# SPDX-License-Identifier: Apache-2.0
"""Sheets take every kind of fact, and give it back as it was."""

import datetime
from decimal import Decimal

import norma
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from test_excel import fill


def contents(fact):
    """Values that the fact may have."""
    days = some.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1))
    if fact.kind in ("category", "set"):
        ids = some.sampled_from(list(fact.options()))
        return ids if fact.kind == "category" else some.lists(ids, unique=True)
    return {"boolean": some.booleans(), "count": some.integers(2020, 10**9),
            "amount": some.decimals(0, 10**9, places=fact.decimals),
            "number": some.integers(0, 10**6), "date": days}.get(fact.kind)


@settings(max_examples=15, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(chosen=some.data())
def test_generated_facts_come_back(large, tmp_path, chosen):
    kinds = {fact.name: contents(fact) for fact in large.facts}
    facts = chosen.draw(some.fixed_dictionaries({}, optional={
        name: values for name, values in kinds.items() if values is not None}))
    facts["collective_bargaining_events"] = chosen.draw(some.lists(some.fixed_dictionaries(
        {"date": kinds["satisfaction_survey_date"],
         "topics": contents(large_field(large, "collective_bargaining_events", "topics"))}),
        max_size=3))
    unit = norma.read_excel(fill(large, tmp_path / "a.xlsx", facts))
    assert unit.digest == large.unit_of(facts).digest


def large_field(standard, name, field):
    fact = next(one for one in standard.facts if one.name == name)
    return next(one for one in fact.fields if one.name == field)


PACK = {"pack.yaml": """\
norma: 1
pack: kinds
version: 1.0.0
title: {zh: 各种事实, en: every kind}
decisions: {D-1: {zh: 自定, en: own choice}}
""", "facts.yaml": """\
norma: 1
units: {shop: {label: {zh: "店铺/摊位", en: shop}}}
categories: {day: {values: {mon: {zh: 周一, en: Monday}, none: {zh: 无, en: none}}}}
records:
  visit: {fields: {on: {type: date, label: {zh: 日期, en: day}}, took: {type: duration, label: {zh: 用时, en: took}}}}
facts:
  plan: {label: {zh: 计划, en: plan}, of: [shop], type: text}
  lasts: {label: {zh: 期限, en: lasts}, of: [shop], type: duration}
  open: {label: {zh: 营业期, en: open}, of: [shop], type: period}
  share: {label: {zh: 份额, en: share}, of: [shop], type: number, range: "[0..1]"}
  since: {label: {zh: 开业, en: since}, of: [shop], type: date}
  staff: {label: {zh: 店员, en: staff}, of: [shop], type: count, optional: true}
  days: {label: {zh: 开门日, en: days}, of: [shop], type: set of day}
  fairs: {label: {zh: 集市日, en: fairs}, of: [shop], type: list of date}
  leases: {label: {zh: 租期, en: leases}, of: [shop], type: list of period}
  visits: {label: {zh: 来访, en: visits}, of: [shop], type: list of visit}
""", "s.yaml": """\
norma: 1
standard: s
title: {zh: 标准, en: standard}
unit: shop
show: [plan, lasts, open, share, since, staff, days, fairs, leases, visits]
items:
  - id: a
    title: {zh: 甲, en: a}
    all:
      - id: b
        title: {zh: 乙, en: b}
        require: staff > 1
        decision: D-1
"""}


def test_every_kind_of_fact_comes_back(tmp_path):
    for name, text in PACK.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    shop = norma.load(tmp_path)["s"]
    path, day = tmp_path / "a.xlsx", datetime.date

    def more(book):
        form = book.worksheets[0]
        assert form.title == "店铺 摊位"
        typed = {"plan": 7, "lasts": "12个月", "open.from": day(2024, 1, 1), "open.to": "#none",
                 "share": 0.1, "since": "2024-03-31", "staff": "#none 自营", "days": "周一、无"}
        for row in form.iter_rows(min_row=2):
            row[3].value = typed.get(row[7].value)
        for title, lines in (("集市日", [day(2024, 5, 1), "2024-06-01"]),
                             ("租期", [(day(2023, 1, 1), day(2023, 12, 31))]),
                             ("来访", [(day(2024, 1, 5), "30天"), (None, "1个月")])):
            for row, line in enumerate(lines, 6):
                for place, content in enumerate(line if isinstance(line, tuple) else (line,), 2):
                    book[title].cell(row, place, content)

    unit = norma.read_excel(fill(shop, path, {}, more=more), shop)
    want = shop.unit_of({
        "plan": "7", "lasts": "12个月", "open": {"from": day(2024, 1, 1), "to": {"none": ""}},
        "share": Decimal("0.1"), "since": day(2024, 3, 31), "staff": {"none": "自营"},
        "days": ["mon", "none"], "fairs": [day(2024, 5, 1), day(2024, 6, 1)],
        "leases": [{"from": day(2023, 1, 1), "to": day(2023, 12, 31)}],
        "visits": [{"on": day(2024, 1, 5), "took": "30天"}, {"took": "1个月"}]})
    assert unit.digest == want.digest

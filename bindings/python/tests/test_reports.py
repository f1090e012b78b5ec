# SPDX-License-Identifier: Apache-2.0
"""A unit's report in Python says what the command line says."""

import datetime
import json
from decimal import Decimal

import norma
import pytest
from conftest import DAY, ROOT


def test_built_in_packs_are_found_by_name(zj):
    assert (zj.id, zj.version) == ("cn-zj", "2023.1.0")
    assert [one.id for one in zj.standards][:2] == ["area", "construction_site"]
    assert zj.hash == norma.load(ROOT / "rules/cn-zj").hash


def test_verdicts_of_the_examples(large, failing, passing):
    report = large.assess(failing, as_of=DAY, lang="en")
    assert report.verdict is norma.Verdict.FAIL
    assert report.verdict == "fail"
    assert [n.path for n in report.items if n.verdict == "fail"] == [
        "employment", "training"]
    assert len(report.items) == 11
    assert large.assess(passing, as_of=datetime.date(2024, 3, 31)).verdict == "pass"


def test_parts_tell_clause_condition_and_distance(large, failing):
    part = large.assess(failing, as_of=DAY, lang="en")["training/frontline_share"]
    assert part.verdict == "fail"
    assert part.clause == "三（一）1⑦"
    assert part.distance == Decimal("-0.01")
    assert "59.99 %" in part.condition


def test_days_are_required_and_checked(large):
    with pytest.raises(TypeError, match="as_of is required"):
        large.assess({})
    with pytest.raises(ValueError, match="2023-02-29"):
        large.assess({}, as_of="2023-02-29")


def test_json_is_that_of_the_command_line(large, failing):
    report = large.assess(failing, as_of=DAY)
    text = report.to_json()
    assert report.to_dict() == json.loads(text, parse_float=Decimal)
    assert report.to_dict()["verdict"] == "fail"
    assert report.to_html(lang="zh").startswith("<!doctype html>")
    assert str(report)


def test_a_dict_gives_the_report_that_a_file_gives(zj, large):
    facts = {"worker_count": 1064, "size_class": "large", "coordinator_count": 2,
             "training_fund_provided_amount": Decimal("1000000"),
             "training_fund_frontline_amount": Decimal("599999.99"),
             "collective_bargaining_events": [{"date": "2023-11-20", "topics": ["wages"]}]}
    report = large.assess(facts, as_of=DAY)
    assert report["mediation/coordinators"].verdict == "pass"
    assert report["training/frontline_share"].verdict == "fail"
    assert report.verdict == "fail"

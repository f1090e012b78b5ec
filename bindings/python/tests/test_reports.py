# SPDX-License-Identifier: Apache-2.0
"""A unit's report in Python says what the command line says."""

import concurrent.futures
import copy
import datetime
import json
import pickle
from decimal import Decimal
from fractions import Fraction

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


def test_what_fails_is_explained(large, failing):
    report = large.assess(failing, as_of=DAY, lang="en")
    assert "training/frontline_share: fail" in report.explain()
    assert "59.99 %" in report.explain("training/frontline_share")
    assert report.explain("training").count("\n") > 3
    assert report["employment/contracts"].facts["contract_signed_count"] == 986
    assert {part.role for part in report.parts} == {"part"}
    for path, words in [("training/frontline", "did you mean `training/frontline_share`. it has "
                         "training/training_system_sound, "), ("no", "`no`: it has party, union")]:
        for ask in (report.__getitem__, report.explain):
            with pytest.raises(norma.NotFound, match=words):
                ask(path)


def test_a_remedy_mends(large, failing):
    report = large.assess(failing, as_of=DAY, lang="en")
    (remedy,) = report.remedies()
    assert remedy.gives == "pass"
    assert remedy.changes == {"contract_signed_count": 1000,
                              "training_fund_frontline_amount": 600000}
    assert "986 persons → 1,000 persons" in str(remedy)
    assert large.assess(failing, as_of=DAY, remedies=False).remedies() == ()
    assert large.assess(failing | remedy.changes, as_of=DAY).verdict == "pass"


def test_what_is_missing(large):
    report = large.assess({"worker_count": 1064, "size_class": "large"}, as_of=DAY, lang="en")
    assert report.missing() and "coordinator_count" in report.missing()[0]
    (cause,) = report["mediation/coordinators"].causes
    assert (cause.kind, cause.fact, cause.code) == ("missing", "coordinator_count", "")
    assert "not supplied" in str(cause)


def test_points():
    scheme = norma.load(ROOT / "examples/schemes")
    (by,) = [one for one in scheme.standards if one.is_scheme][:1]
    report = by.assess({}, as_of=DAY)
    low, high = report.score.total
    assert low < 0 < high  # deductions are open, too
    assert set(report.score.blocks) >= {"deductions"}
    assert report.score.tier is None


def test_reports_are_values(large, failing, passing):
    report = large.assess(failing, as_of=DAY, lang="en")
    same = large.assess(failing, as_of=DAY, lang="zh")
    assert report == same and hash(report) == hash(same)
    assert report != large.assess(passing, as_of=DAY) and report != "fail"
    assert copy.copy(report) is report and copy.deepcopy(report) is report
    again = pickle.loads(pickle.dumps(report))
    assert again == report and str(again) == str(report)


def test_a_notebook_shows_the_page_in_a_frame(large, failing):
    shown = large.assess(failing, as_of=DAY, lang="en")._repr_html_()
    assert shown.startswith("<iframe srcdoc=\"&lt;!doctype html&gt;")
    assert "<script" not in shown


def test_threads_share_a_standard_and_run_beside_each_other(large, failing):
    wanted = large.assess(failing, as_of=DAY).to_json()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        got = list(pool.map(lambda _: large.assess(failing, as_of=DAY).to_json(), range(200)))
    assert set(got) == {wanted}


def test_the_verdict_alone_is_that_of_the_report(large, failing, passing):
    plain = {"worker_count": 1064, "size_class": "large", "coordinator_count": 1}
    for facts in ({}, plain, plain | {"coordinator_count": 2}, failing, passing,
                  plain | {"coordinator_count": {"pending": "case 4"}},
                  plain | {"satisfaction_survey_date": "2020-01-01"},
                  plain | {"contract_signed_count": 3, "contract_due_count": 2}):
        assert large.verdict(facts, as_of=DAY) is large.assess(facts, as_of=DAY).verdict
    with pytest.raises(norma.FactError, match="N0601"):
        large.verdict(plain | {"coordinator_cuont": 1}, as_of=DAY)


def test_single_facts_that_turn_the_verdict(large, failing, passing):
    # Two clauses fail: none of their facts mends both.
    assert [(turn.fact, turn.value, turn.gives)
            for turn in large.assess(failing, as_of=DAY).sensitivity()] == [
        ("worker_count", 0, "not_applicable"),
        # Through the table of size classes: 20 million yuan and more are medium.
        ("operating_revenue_amount", Decimal("19999999.99"), "not_applicable")]
    almost = failing | {"contract_signed_count": 1000}
    report = large.assess(almost, as_of=DAY, lang="en")
    turns = {turn.fact: turn for turn in report.sensitivity()}
    turn = turns["training_fund_frontline_amount"]
    assert (turn.value, turn.gives) == (600000, "pass")
    assert "CNY 599,999.99 → CNY 600,000.00" in str(turn)
    for turn in large.assess(passing, as_of=DAY).sensitivity():
        changed = passing | {turn.fact: turn.value}
        assert large.assess(changed, as_of=DAY).verdict == turn.gives != "pass"
    with pytest.raises(norma.Error, match="read back"):
        pickle.loads(pickle.dumps(report)).sensitivity()


def test_the_day_that_turns_the_verdict(large, passing):
    # The survey holds for twelve months, the last day included.
    dated = passing | {"satisfaction_survey_date": datetime.date(2024, 1, 22)}
    found = large.assess(dated, as_of=DAY, lang="en").sensitivity()
    turns = [turn for turn in found if turn.fact == "satisfaction_survey_date"]
    assert [(turn.value, turn.gives) for turn in turns] == [
        (datetime.date(2023, 3, 30), "undetermined"), (datetime.date(2024, 4, 1), "undetermined")]
    assert "2024-01-22 → 2023-03-30 ⇒ undetermined" in str(turns[0])
    in_zh = large.assess({"worker_count": 9, "size_class": "large"}, as_of=DAY, lang="zh")
    assert "⇒ 不适用" in str(in_zh.sensitivity()[0])
    for turn, way in zip(turns, (1, -1)):
        day = turn.value + datetime.timedelta(way)
        assert large.verdict(dated | {turn.fact: turn.value}, as_of=DAY) == "undetermined"
        assert large.verdict(dated | {turn.fact: day}, as_of=DAY) == "pass"
    # What is not tried is said.
    assert "collective_bargaining_events" in found.untried
    assert repr(found).endswith(f"; not tried: {', '.join(found.untried)}>")


def test_expressions_over_the_facts_of_a_unit(large, failing):
    def value(expression):
        return large.evaluate(expression, failing, as_of=DAY)

    assert value("contract_due_count - contract_signed_count") == 14
    assert value("contract_signed_count / 3") == Fraction(986, 3)
    assert value("satisfaction_survey_date") == datetime.date(2024, 1, 22)
    with pytest.raises(norma.RuleError):
        value("contract_due_count +")
    with pytest.raises(norma.RuleError) as wrong:
        large.evaluate("contract_due_cuont", failing, as_of=DAY, lang="zh")
    assert str(wrong.value) == wrong.value.render("zh") != wrong.value.render("en")


def test_the_command_line():
    result = norma.run("check", ROOT / "examples/facts/yongjiang_pump.yaml", "--as-of", DAY,
                       "--lang", "en", "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout)["verdict"] == "fail"
    assert norma.run("check", "nowhere.yaml").returncode == 66

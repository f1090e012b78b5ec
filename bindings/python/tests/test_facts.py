# SPDX-License-Identifier: Apache-2.0
"""What Python holds is taken exactly, and what is no fact is told by name."""

import datetime
from decimal import Decimal
from fractions import Fraction

import norma
import pytest
from conftest import DAY


def part(large, facts, path):
    of_a_large_one = {"worker_count": 1064, "size_class": "large"}
    return large.assess(of_a_large_one | facts, as_of=DAY, lang="en")[path]


@pytest.mark.parametrize("amount, verdict", [
    (600000, "pass"), (600000.0, "pass"), (Decimal("600000.00"), "pass"),
    (Fraction(1200000, 2), "pass"), ("600000", "pass"), (599999.99, "fail"),
    (Decimal("599999.99"), "fail"), (Fraction(59999999, 100), "fail"),
    (None, "undetermined"), (float("nan"), "undetermined"), (Decimal("NaN"), "undetermined"),
    ("", "undetermined"),
    # Of the wrong type, or finer than a fen: a data error, never a verdict.
    (True, "undetermined"), (Decimal("600000.001"), "undetermined"),
])
def test_amounts(large, amount, verdict):
    facts = {"training_fund_provided_amount": 10**6, "training_fund_frontline_amount": amount}
    assert part(large, facts, "training/frontline_share").verdict == verdict


def test_digits_are_not_lost(large):
    facts = {"contract_due_count": 10**16 + 1, "contract_signed_count": 10**16}
    assert part(large, facts, "employment/contracts").verdict == "fail"
    facts["contract_signed_count"] += 1
    assert part(large, facts, "employment/contracts").verdict == "pass"


def test_names_that_are_no_facts_are_told(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"coordinator_cuont": 2}, as_of=DAY)
    (finding,) = told.value.diagnostics
    assert finding.code == "N0601"
    assert "coordinator_count" in finding.hint
    assert (finding.file, finding.line) == ("facts", 2)
    assert '"coordinator_cuont": 2' in str(told.value) and "^^^" in str(told.value)


def test_values_that_can_not_be_read_are_told_together(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"size_class": "huge", "coordinator_count": "two",
                      "satisfaction_survey_date": datetime.datetime(2024, 1, 22, 8)}, as_of=DAY)
    assert sorted(one.code for one in told.value.diagnostics) == ["N0614", "N0618", "N0646"]


def test_objects_that_no_fact_is_read_from(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"coordinator_count": 2j}, as_of=DAY)
    (finding,) = told.value.diagnostics
    assert finding.code == "N0669"
    assert "coordinator_count" in finding.message and "complex" in finding.message
    assert "Decimal" in finding.hint


def test_packs_and_standards_that_are_not_there(zj):
    with pytest.raises(norma.NotFound, match="did you mean `cn-zj`"):
        norma.load("cn-zh")
    with pytest.raises(KeyError, match="did you mean `industry`"):
        zj["industri"]


def test_packs_with_mistakes(tmp_path):
    (tmp_path / "pack.yaml").write_text("norma: 1\npack: x\nversoin: 1\n")
    with pytest.raises(norma.RuleError) as told:
        norma.load(tmp_path)
    assert told.value.diagnostics[0].code.startswith("N02")
    assert "versoin" in str(told.value)

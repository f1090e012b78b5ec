# SPDX-License-Identifier: Apache-2.0
"""However a unit's facts are handed over, the verdict alone, the report and its digest are
the same."""

import datetime
from decimal import Decimal

from conftest import DAY
from hypothesis import given, settings
from hypothesis import strategies as st

counts = st.one_of(st.none(), st.integers(-1, 5), st.sampled_from([893, 940, 1000, 2**70]),
                   st.just(""), st.booleans(), st.just(2.5))
amounts = st.one_of(st.none(), st.sampled_from([0, Decimal("599999.99"), 600000.0, 10**6, "60"]),
                    st.just(float("nan")))
days = st.one_of(st.none(), st.sampled_from(
    [datetime.date(2024, 1, 22), datetime.date(2019, 1, 1), datetime.date(2024, 4, 1),
     "2024-03-31"]))
booleans = st.one_of(st.none(), st.booleans(), st.just(1))
FACTS = st.fixed_dictionaries({}, optional={
    "worker_count": st.sampled_from([1064, 300, 12, None]),
    "出企争议数": counts,
    "size_class": st.sampled_from(["large", "medium", "micro", None]),
    "size_industry": st.sampled_from(["industrial", "construction", "", None]),
    "employee_count": counts,
    "operating_revenue_amount": amounts, "contract_due_count": counts,
    "contract_signed_count": counts, "coordinator_count": counts,
    "satisfaction_valid_count": counts, "satisfaction_satisfied_count": counts,
    "satisfaction_survey_date": days, "training_fund_provided_amount": amounts,
    "training_fund_frontline_amount": amounts, "union_sound": booleans,
    "mediation_body_sound": booleans,
    "training_forms_used": st.sampled_from([None, [], ["induction"], {"skill_contest"}]),
    "collective_bargaining_events": st.lists(
        st.fixed_dictionaries({"date": days}, optional={"topics": st.just(["wages"])}),
        max_size=2),
})


@settings(max_examples=150, deadline=None, derandomize=True)
@given(facts=FACTS)
def test_a_mapping_is_one_unit_whichever_way_it_is_read(large, facts):
    try:
        report = large.assess(facts, as_of=DAY, id="7", name="甬江泵业")
    except Exception as refused:
        for again in (lambda: large.verdict(facts, as_of=DAY),
                      lambda: large.assess({"id": "7", "facts": facts}, as_of=DAY)):
            try:
                again()
            except type(refused):
                continue
            raise AssertionError(f"not refused: {refused}") from refused
        return
    told = {"unit": "enterprise", "id": "7", "name": "甬江泵业", "facts": facts}
    turned = dict(reversed(facts.items()))
    unit = large.unit_of(facts, id="7", name="甬江泵业")
    # A name that Python has not seen before: no str of the source.
    unknown = {"".join(list(name)): said for name, said in facts.items()}
    for again in (told, unit, turned | {"id": 7, "name": "甬江泵业"}, unknown | {
            "id": "7", "name": "甬江泵业"}):
        same = large.assess(again, as_of=DAY)
        assert same == report and same.to_json() == report.to_json()
    assert unit.digest == report.digest
    assert large.verdict(facts, as_of=DAY) is report.verdict
    assert large.verdict(unknown, as_of=DAY) is report.verdict

# SPDX-License-Identifier: Apache-2.0
"""A county's table of enterprises, made up: what its departments would hand over."""

import datetime

import numpy
import pandas
import pyarrow

ATTESTED = """
    party_org_sound party_org_functions_effective party_vanguard_effective law_abiding_honest
    clean_enterprise_results_evident union_sound union_runs_smoothly bargaining_procedure_proper
    bargaining_effect_good democratic_management_sound open_factory_affairs_practised
    mediation_body_sound mediation_rules_complete dispute_prevention_warning_mechanism
    disputes_handled_in_time wage_growth_reasonable wage_growth_linked skill_wage_unit_set
    wage_system_post_ability_performance employment_management_standard employment_rules_lawful
    wage_rights_protected insurance_rights_protected rest_rights_protected
    safety_hygiene_protected training_system_sound training_plan_made skills_raised
    corporate_culture_valued enterprise_spirit_cultivated core_values_practised
    social_responsibility_assumed working_living_conditions_improved
    spiritual_mental_health_attended life_quality_raised employees_dedicated
    employees_belonging_strong employees_claims_lawful""".split()
TOWNS = ["临江镇", "石桥镇", "白塔镇", "东湖街道", "清溪乡", "南山街道"]
SURVEYED = ["wages", "insurance", "rest", "environment", "training", "conditions",
            "consultation", "care"]


def county(enterprises=40_000, seed=2023, as_of=datetime.date(2024, 3, 31)):
    """Large and medium enterprises, a row each; columns are named as the facts are.

    Most are close to meeting the standard; one cell in two hundred is blank.
    """
    chance = numpy.random.default_rng(seed)
    day = numpy.datetime64(as_of)
    n = enterprises

    def within(low, high):
        return chance.integers(low, high, n)

    def share_of(whole, low, high):
        return numpy.minimum(whole, whole * chance.integers(low, high, n) // 1000)

    workers = within(300, 3_000)
    large = workers >= 1_000
    valid = share_of(workers, 200, 900)
    fund_due = workers * within(600, 1_500)
    fund = fund_due * within(975, 1_400) // 1000
    matters = within(0, 12)
    table = pandas.DataFrame({
        "id": [f"E{number:05}" for number in range(1, n + 1)],
        "town": chance.choice(TOWNS, n, p=[0.25, 0.2, 0.15, 0.2, 0.08, 0.12]),
        "size_class": numpy.where(large, "large", "medium"),
        "size_year": numpy.full(n, as_of.year - 1),
        "worker_count": workers,
        "matters_due_for_congress_count": matters,
        "matters_passed_by_congress_count": share_of(matters, 980, 1_100),
        "coordinator_count": 1 + chance.binomial(4, 0.8, n),
        "contract_due_count": workers,
        "contract_signed_count": workers - chance.binomial(3, 0.02, n),
        "insurance_due_count": workers,
        "insurance_enrolled_count": workers - chance.binomial(4, 0.015, n),
        "insurance_unpaid_amount": numpy.where(chance.random(n) < 0.03, within(1, 90_000), 0),
        "training_fund_due_amount": fund_due,
        "training_fund_provided_amount": fund,
        "training_fund_frontline_amount": share_of(fund, 580, 800),
        "satisfaction_valid_count": valid,
        "satisfaction_satisfied_count": share_of(valid, 885, 1_010),
        "satisfaction_survey_date": day - within(0, 300).astype("timedelta64[D]"),
    })
    for fact in ATTESTED:
        table[fact] = chance.random(n) >= 0.004
    bargained = day - within(10, 380).astype("timedelta64[D]")
    begun = day - within(30, 900).astype("timedelta64[D]")
    lists = {
        "collective_bargaining_events":
            [[{"date": date, "topics": ["wages", "hours"]}] for date in bargained.tolist()],
        "collective_contract_periods":
            [[{"from": date, "to": date + datetime.timedelta(days=3 * 365 - 1)}]
             for date in begun.tolist()],
        "training_forms_used": [["induction", "apprenticeship"]] * n,
        "satisfaction_indicators_surveyed": [SURVEYED] * n,
    }
    for fact, values in lists.items():
        table[fact] = pandas.Series(pandas.arrays.ArrowExtensionArray(pyarrow.array(values)))
    table = table.convert_dtypes(dtype_backend="pyarrow")
    for fact in table.columns.difference(["id", "town", "size_class", "size_year"]):
        table.loc[chance.random(n) < 0.005, fact] = None
    return table.set_index("id")

# SPDX-License-Identifier: Apache-2.0
"""How long calls from Python take: processor time, the least of several runs.

calls.py [ROUNDS]: `import norma` in processes of their own; one unit of examples/facts, as
a dict, judged and explained.
"""

import pathlib
import resource
import subprocess
import sys
import time

import norma

ROOT = pathlib.Path(__file__).resolve().parents[3]
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 9
DAY = "2024-03-31"
# The passing enterprise's facts, as an analyst has them: no evidence, plain values.
FACTS = {
    "is_platform": False, "worker_count": 1064, "size_class": "large", "coordinator_count": 3,
    "contract_due_count": 1000, "contract_signed_count": 986, "insurance_due_count": 1004,
    "insurance_enrolled_count": 1004, "insurance_unpaid_amount": 0, "e_contract_count": 412,
    "matters_due_for_congress_count": 4, "matters_passed_by_congress_count": 4,
    "training_fund_due_amount": 1000000, "training_fund_provided_amount": 1000000,
    "training_fund_frontline_amount": "599999.99", "satisfaction_valid_count": 940,
    "satisfaction_satisfied_count": 893, "satisfaction_survey_date": "2024-01-22",
    "disputes_left_enterprise_count": 2,
    "training_forms_used": ["induction", "apprenticeship", "skill_contest"],
    "collective_bargaining_events": [{"date": "2023-11-20", "topics": ["wages", "safety"]}],
    "collective_contract_periods": [{"from": "2023-01-01", "to": "2025-12-31"}],
}


def least(call, count=200):
    call()
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(count):
            call()
        best = min(best, (time.process_time() - start) / count)
    return best * 1e6


def import_seconds(line):
    def one():
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", line], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return min(one() for _ in range(ROUNDS))


def all_facts(standard):
    """Every boolean part of the standard is met, the other facts as above."""
    known = dict(FACTS)
    report = standard.assess(known, as_of=DAY)
    for part in report.parts:
        known |= {fact: True for fact, value in part.facts.items()
                  if value is None and fact == part.id}
    return known


def main():
    standard = norma.load("cn-zj")["enterprise.large_medium"]
    facts = all_facts(standard)
    unit = standard.unit_of(facts)
    print(f"norma {norma.__version__}, CPython {sys.version.split()[0]}, {len(facts)} facts")
    for words, call in (
            ("verdict of a dict", lambda: standard.verdict(facts, as_of=DAY)),
            ("report of a dict", lambda: standard.assess(facts, as_of=DAY, remedies=False)),
            ("report of a dict, remedies", lambda: standard.assess(facts, as_of=DAY)),
            ("report of a Unit", lambda: standard.assess(unit, as_of=DAY, remedies=False))):
        print(f"{words:<28}{least(call):8.1f} µs")
    bare, ours = import_seconds("pass"), import_seconds("import norma")
    print(f"{'import norma':<28}{(ours - bare) * 1e3:8.1f} ms")


if __name__ == "__main__":
    main()

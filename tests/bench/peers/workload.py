# SPDX-License-Identifier: Apache-2.0
"""Workload W: its facts made up by the rule of tests/bench/workload.hpp, its conditions as
in tests/bench/workload/w.yaml, and the verdicts worked out plainly, to compare with."""

import zlib
from typing import NamedTuple

import numpy as np
import pyarrow as pa

BOOLEANS = ("party", "union", "bargaining_proper", "democracy", "mediation_body",
            "wage_system", "employment_rules", "training_plan", "training_system", "culture",
            "care", "conduct", "honesty")
COUNTS = ("contract_due", "contract_signed", "insured", "coordinators", "wage_rounds",
          "congress_meetings", "incidents", "dispute_cases", "disputes_handled", "surveyed",
          "satisfied")
AMOUNTS = ("fund_provided", "fund_frontline", "wage_before", "wage_now", "arrears")
FACTS = BOOLEANS + COUNTS + AMOUNTS

FAIL, PASS, OPEN = 0, 1, 2  # a verdict as a code, whichever library gave it


class Attested(NamedTuple):
    """A boolean fact."""

    fact: str


class AtLeast(NamedTuple):
    fact: str
    least: int


class AtMost(NamedTuple):
    fact: str
    most: int


class Share(NamedTuple):
    """`part * times >= whole * of`: of 9 in 10, `part * 10 >= whole * 9`."""

    part: str
    whole: str
    times: int = 1
    of: int = 1


ITEMS = {
    "party": (Attested("party"), Attested("honesty")),
    "union": (Attested("union"), Attested("bargaining_proper"), AtLeast("wage_rounds", 1)),
    "democracy": (Attested("democracy"), AtLeast("congress_meetings", 1)),
    "mediation": (Attested("mediation_body"), AtLeast("coordinators", 2),
                  Share("disputes_handled", "dispute_cases")),
    "wages": (Attested("wage_system"), Share("wage_now", "wage_before"), AtMost("arrears", 0)),
    "employment": (Attested("employment_rules"), Share("contract_signed", "contract_due"),
                   Share("insured", "contract_due"), AtMost("incidents", 0)),
    "training": (Attested("training_plan"), Attested("training_system"),
                 Share("fund_frontline", "fund_provided", 5, 3)),
    "culture": (Attested("culture"),),
    "care": (Attested("care"),),
    "conduct": (Attested("conduct"),),
    "satisfaction": (AtLeast("surveyed", 1), Share("satisfied", "surveyed", 10, 9)),
}
VERDICTS = (*ITEMS, "verdict")


class Workload:
    """The facts of `units` units: `values` and `known` by fact, and `table`, the same as an
    Arrow table of one chunk."""

    def __init__(self, units, seed=1):
        self.units = units
        self._chance = np.random.default_rng(seed)
        self.values = self._made()
        self.known = {fact: ~self._one_in_1000(20) for fact in FACTS}
        self.table = pa.table({
            fact: pa.array(self.values[fact], mask=~self.known[fact]) for fact in FACTS})

    def _up_to(self, n):
        return self._chance.integers(0, n, self.units, np.int64, endpoint=True)

    def _one_in_1000(self, n):
        return self._chance.integers(0, 1000, self.units, np.int32) < n

    def _made(self):
        up_to, rarely = self._up_to, self._one_in_1000
        made = {fact: ~rarely(10) for fact in BOOLEANS}
        due = 1 + up_to(5000)
        cases = up_to(20)
        surveyed = (1 + up_to(200)) * 10
        threshold = surveyed // 10 * 9
        where = up_to(99)
        provided = (1 + up_to(10_000_000)) * 100
        before = 300_000 + up_to(1_000_000)
        counts = {
            "contract_due": due,
            "contract_signed": due - rarely(60),
            "insured": due - np.where(rarely(60), 1 + up_to(3) % due, 0),
            "coordinators": np.where(rarely(50), up_to(1), 2 + up_to(5)),
            "wage_rounds": np.where(rarely(30), 0, 1 + up_to(2)),
            "congress_meetings": np.where(rarely(30), 0, 1 + up_to(3)),
            "incidents": rarely(30),
            "dispute_cases": cases,
            "disputes_handled": cases - ((cases > 0) & rarely(30)),
            "surveyed": surveyed,
            "satisfied": np.select(
                [where < 5, where < 6, where < 12],
                [threshold, threshold - 1, up_to(threshold)],
                threshold + up_to(surveyed - threshold)),
        }
        made |= {fact: counts[fact].astype(np.int32) for fact in COUNTS}
        made |= {
            "fund_provided": provided,
            "fund_frontline": provided // 10 * 6 - rarely(10)
            + np.where(rarely(970), provided // 100 * up_to(40), 0),
            "wage_before": before,
            "wage_now": before + up_to(50_000) - np.where(rarely(40), 60_000, 0),
            "arrears": np.where(rarely(20), 1 + up_to(100_000), 0),
        }
        return made


def verdicts_of(values, known):
    """Codes, a row a verdict: what every library has to find. One condition at a time, in
    64 bits, as plainly as can be."""

    def decided(condition):
        wide = {fact: values[fact].astype(np.int64) for fact in condition[:2]
                if isinstance(fact, str)}
        match condition:
            case Attested(fact):
                return values[fact], known[fact]
            case AtLeast(fact, least):
                return wide[fact] >= least, known[fact]
            case AtMost(fact, most):
                return wide[fact] <= most, known[fact]
            case Share(part, whole, times, of):
                return wide[part] * times >= wide[whole] * of, known[part] & known[whole]

    rows = []
    for conditions in ITEMS.values():
        all_of = [decided(condition) for condition in conditions]
        fails = np.logical_or.reduce([sure & ~met for met, sure in all_of])
        passes = np.logical_and.reduce([sure & met for met, sure in all_of])
        rows.append(np.where(fails, FAIL, np.where(passes, PASS, OPEN)).astype(np.int8))
    items = np.array(rows)
    overall = np.where((items == FAIL).any(0), FAIL, np.where((items == PASS).all(0), PASS, OPEN))
    return np.vstack([items, overall.astype(np.int8)])


def rows_each(units, most, threads):
    """Rows of a slice, `most` at most and a multiple of 8, so that each thread has one."""
    return min(most, -(-units // (8 * threads)) * 8)


def codes_of_arrow(columns):
    """Codes from Arrow columns of booleans, null where open."""
    rows = []
    for column in columns:
        column = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        met = column.fill_null(False).to_numpy(zero_copy_only=False)
        open_ = column.is_null().to_numpy(zero_copy_only=False)
        rows.append(np.where(open_, OPEN, met).astype(np.int8))
    return np.array(rows)


def fingerprint(codes):
    """CRC-32 over every verdict of every unit."""
    return f"{zlib.crc32(np.ascontiguousarray(codes)):08x}"

# SPDX-License-Identifier: Apache-2.0
"""What a scheme scores, and what the points lead to (design section 5.1).

As naive as can be: a part has the points that it may still come to, and whether it
may not apply; a block and the total are tried with each end and each absence.
"""

import itertools
from fractions import Fraction

import functions
from evaluate import Scope, evaluate
from intervals import as_operand
from values import Unknown, is_number
from verdicts import FAIL, NOT, OPEN, PASS, Judgement, rate_of

ZERO = Fraction(0)


class Outcomes:
    """What a part may come to: the ends of its points where it applies, none if it does
    not; whether it may not apply, and what it then counts (None: it is left out).
    `open`: it is undetermined, whatever it comes to."""

    def __init__(self, ends, absent, counts, best, is_open=False):
        self.ends, self.absent, self.counts, self.best = ends, absent, counts, best
        self.open = is_open

    def verdict(self):
        if not self.ends:
            return NOT
        if self.absent or self.open or len(set(self.ends)) > 1:
            return OPEN
        return PASS if self.ends[0] == self.best else FAIL

    def choices(self):
        """(points, or None where it is left out)."""
        return list(dict.fromkeys(list(self.ends) + [self.counts] * self.absent))

    def earned(self):
        """The least and the most; None if it can only be left out."""
        return hull(each for each in self.choices() if each is not None)


def hull(values):
    values = list(values)
    return (min(values), max(values)) if values else None


class Score:
    """The score of a bound unit by a scheme."""

    def __init__(self, pack, scheme, bound, exceptions=()):
        self.pack, self.scheme, self.bound = pack, scheme, bound
        self.gates = Judgement(pack, scheme.gates, bound, exceptions)
        self.parts = {}      # path -> Outcomes
        self.blocks = {}     # id -> (least, most) or None, whether it may drop out
        self.verdict = self._conclude()

    def evaluate(self, tree):
        return evaluate(tree, self.bound.scope(self.pack))

    # Parts.

    def part(self, part, counts, takes=False):
        """`takes`: the points are taken away, if only those that are lost."""
        node, day, best = part.node, self.bound.as_of, ZERO if takes else part.points
        start, end = node.in_force
        guard = True if node.when is None else self.evaluate(node.when)
        if (start and day < start) or (end and end < day) or guard is False:
            return Outcomes((), True, counts, best)
        tree = part.of or node.require or ("name", node.fact)
        rate = rate_of(tree)
        absent = False if rate is None else self._absent(rate)
        if absent is True:
            return Outcomes((), True, counts, best)
        ends = ALL if absent is ERROR else self._points(part, self.evaluate(tree))
        if ends is ALL:
            ends = self._all_points(part)
        if takes and part.lose:
            ends = [part.points - left for left in ends]
        return Outcomes(tuple(ends), guard is not True or absent in (MAY_BE, ERROR), counts, best,
                        absent is not False)

    def _absent(self, rate):
        """Whether a rate does not apply: True, False, or why its part is undetermined."""
        n, d = self.evaluate(rate[3]), self.evaluate(rate[4])
        if d == 0 and (n == 0 or isinstance(n, Unknown)):
            return True
        if isinstance(d, Unknown):
            return MAY_BE if may_be_0(n) and may_be_0(d) else OPEN
        return ERROR if d is None or d <= 0 else False

    @staticmethod
    def _all_points(part):
        if part.bands:
            return [points for _, points in part.bands]
        if part.grades:
            return list(part.grades.values())
        return [ZERO, part.points]

    def _points(self, part, value):
        """The ends of what it may come to with that value."""
        if part.bands:
            scope = Scope(None, self.bound.as_of).within("?", value)
            holds = [(passes(test, value, scope), points) for test, points in part.bands]
            return [points for held, points in holds if held is not False] or ALL
        if part.grades:
            return [part.grades[value]] if isinstance(value, str) else ALL
        if part.lose:
            return lost(part, value)
        return [part.points] if value is True else [ZERO] if value is False else ALL

    # Blocks, the total, what they lead to.

    def _block(self, block, usual):
        """The combinations of what its parts may come to: points, None if it drops out."""
        choices = []
        for part in block.parts:
            counts = {"full": part.points, "zero": ZERO, "left_out": None}[
                part.inapplicable or block.inapplicable or usual]
            found = self.parts[f"{block.id}/{part.node.id}"] = self.part(part, counts)
            choices.append([(each, part.points) for each in found.choices()])
        found = set()
        for combination in itertools.product(*choices):
            counted = [(each, of) for each, of in combination if each is not None]
            whole = sum(of for _, of in counted)
            found.add(self.rounded(sum(each for each, _ in counted) * block.points / whole)
                      if whole else None)
        self.blocks[block.id] = hull(each for each in found if each is not None), None in found
        return found

    def _beside(self, block, takes):
        """The ends of bonus or deductions."""
        if block is None:
            return ZERO, ZERO
        low = high = ZERO
        for part in block.parts:
            found = self.parts[f"{block.id}/{part.node.id}"] = self.part(part, ZERO, takes)
            low, high = (a + b for a, b in zip((low, high), found.earned()))
        ends = min(low, block.points), min(high, block.points)
        self.blocks[block.id] = ends, False
        return ends

    def rounded(self, points):
        if self.scheme.round is None:
            return points
        scale, mode = self.scheme.round
        return functions.call(ROUNDING[mode], [points, Fraction(scale)])

    def _conclude(self):
        scheme, gates = self.scheme, self.scheme.gates
        self.total, self.applies = None, False
        guard = True if gates.when is None else self.evaluate(gates.when)
        start, end = gates.in_force
        if (start and self.bound.as_of < start) or (end and end < self.bound.as_of) \
                or guard is False:
            return NOT
        self.applies = guard is True
        outcomes = [self._block(block, scheme.inapplicable or "full") for block in scheme.blocks]
        points = sum(block.points for block in scheme.blocks)
        totals = set()
        for combination in itertools.product(*outcomes):
            counted = [(each, block.points) for each, block in zip(combination, scheme.blocks)
                       if each is not None]
            whole = sum(of for _, of in counted)
            totals.add(self.rounded(sum(each for each, _ in counted) * points / whole)
                       if whole else None)
        bonus, taken = self._beside(scheme.bonus, False), self._beside(scheme.deductions, True)
        may_drop_out = None in totals
        sums = hull(each for each in totals if each is not None)
        if sums is None:
            return self.gates.verdict if self.gates.verdict in (FAIL, OPEN) else NOT
        self.total = sums[0] + bonus[0] - taken[1], sums[1] + bonus[1] - taken[0]
        self.passed = None if scheme.passes is None else self.test(scheme.passes)
        self.tiers = {name: self.test(when) for name, when in scheme.tiers}
        reached = self.passed or next(
            (verdict for verdict in (PASS, OPEN) if verdict in self.tiers.values()), FAIL)
        floors = [self.floor(block) for block in scheme.blocks if block.floor is not None]
        found = [reached] + floors
        if self.gates.verdict == FAIL:
            return FAIL
        if may_drop_out or guard is not True:
            return OPEN
        if FAIL in found:
            return FAIL
        return OPEN if OPEN in found + [self.gates.verdict] else PASS

    def floor(self, block):
        """Whether the scheme fails for the block's floor; one that drops out fails none."""
        ends, may_drop_out = self.blocks[block.id]
        if ends is None or ends[0] >= block.floor:
            return PASS
        return FAIL if ends[1] < block.floor and not may_drop_out else OPEN

    def test(self, tree):
        """A test of the points; a block that drops out counts as 0."""
        values = {"total": self.total}
        for name, (ends, may_drop_out) in self.blocks.items():
            values[name] = hull((ends or ()) + (ZERO,) * may_drop_out)
        held = evaluate(tree, Scope(lambda name: as_value(values[name]), self.bound.as_of))
        return PASS if held is True else FAIL if held is False else OPEN

    def tier(self):
        """The best one reached, None while that is open."""
        for name, verdict in self.tiers.items() if self.verdict == PASS else ():
            if verdict == PASS:
                return name
            if verdict == OPEN:
                return ""
        return ""


ALL, ERROR, MAY_BE = "all", "error", "may be"
ROUNDING = {"half_even": "decimal", "half_up": "round half up", "half_down": "round half down",
            "up": "round up", "down": "round down", "floor": "floor", "ceiling": "ceiling"}


def as_value(ends):
    return ends[0] if ends[0] == ends[1] else Unknown(frozenset([("missing", "")]), *ends)


def may_be_0(value):
    if is_number(value):
        return value == 0
    ends = as_operand(value)
    return ends is None or not ((ends[0] is not None and ends[0] > 0)
                                or (ends[1] is not None and ends[1] < 0))


def passes(test, value, scope):
    return evaluate(("tests", False, test), scope)


def lost(part, value):
    """The ends of what is left of the points."""
    if is_number(value):
        ends = (value, value)
    else:
        ends = as_operand(value) if isinstance(value, Unknown) else None
        if ends is None:
            return ALL
    points, each, count = part.lose

    def left(of):
        steps = of / each
        if count != "proportional":
            steps = Fraction(-(-steps // 1) if count == "begun" else steps // 1)
        return min(part.points, max(ZERO, part.points - points * steps))

    return [part.points if ends[0] is None else left(ends[0]),
            ZERO if ends[1] is None else left(ends[1])]

# SPDX-License-Identifier: Apache-2.0
"""Bounds: what is known of numbers that are not (design section 4, Bounds).

An interval is (low, high), both ends reached, None for no end.
"""

from fractions import Fraction

from values import OpenList, Unknown, causes_of, is_number

def as_operand(value):
    """The interval of a number in arithmetic and comparison, None for anything else."""
    if is_number(value):
        return (value, value)
    if isinstance(value, Unknown) and value.bounded():
        return (value.low, value.high)
    return None


def as_element(value):
    """The interval of a number as an element of an aggregate."""
    if is_number(value):
        return (value, value)
    if isinstance(value, Unknown) and (value.inner or value.bounded()):
        return (value.low, value.high)
    return None   # no number, or one that may turn out to be absent


def unknown(interval, causes):
    return Unknown(causes, interval[0], interval[1])


def add(a, b):
    return (None if a[0] is None or b[0] is None else a[0] + b[0],
            None if a[1] is None or b[1] is None else a[1] + b[1])


def negate(a):
    return (None if a[1] is None else -a[1], None if a[0] is None else -a[0])


def _product(x, y):
    """x and y are (number, sign of infinity); 0 times infinity is 0."""
    if x[0] is not None and y[0] is not None:
        return (x[0] * y[0], 0)
    sign = 1
    for number, infinite in (x, y):
        value = infinite if number is None else (number > 0) - (number < 0)
        sign *= value
    return (Fraction(0), 0) if sign == 0 else (None, sign)


def multiply(a, b):
    ends_a = ((a[0], -1), (a[1], 1))
    ends_b = ((b[0], -1), (b[1], 1))
    products = [_product(x, y) for x in ends_a for y in ends_b]
    low = None if (None, -1) in products else min(
        (p[0] for p in products if p[0] is not None), default=None)
    high = None if (None, 1) in products else max(
        (p[0] for p in products if p[0] is not None), default=None)
    return (low, high)


def divide(a, b):
    """None where the divisor may be 0."""
    low, high = b
    if (low is None or low <= 0) and (high is None or high >= 0):
        return None
    inverse = (Fraction(0) if high is None else 1 / high,
               Fraction(0) if low is None else 1 / low)
    if high is None or low is None:
        # (0, 1/low] and [1/high, 0): the end 0 counts as reached.
        inverse = (Fraction(0), 1 / low) if high is None else (1 / high, Fraction(0))
    return multiply(a, inverse)


def less(a, b):
    """a < b of two intervals: True, False, or None where they do not decide it."""
    if a[1] is not None and b[0] is not None and a[1] < b[0]:
        return True
    if a[0] is not None and b[1] is not None and a[0] >= b[1]:
        return False
    return None


def equal(a, b):
    if less(a, b) or less(b, a):
        return False
    if None not in a and None not in b and a[0] == a[1] == b[0] == b[1]:
        return True
    return None


# Aggregates over elements (interval, sure) and what may follow.

def members(value):
    """(elements, rest) of a list that is known or open; elements are (value, sure)."""
    if isinstance(value, OpenList):
        return value.items, value.rest
    return [(element, True) for element in value], None


def count(value):
    items, rest = members(value)
    sure = sum(1 for _, is_sure in items if is_sure)
    return (Fraction(sure), None if rest is not None else Fraction(len(items)))


def total(intervals, rest):
    """Of (interval, sure); rest is the interval of what may follow, or None."""
    low, high = Fraction(0), Fraction(0)
    for (one_low, one_high), sure in intervals:
        if not sure:
            one_low = None if one_low is None else min(one_low, Fraction(0))
            one_high = None if one_high is None else max(one_high, Fraction(0))
        low = None if low is None or one_low is None else low + one_low
        high = None if high is None or one_high is None else high + one_high
    if rest is not None:
        if rest[0] is None or rest[0] < 0:
            low = None
        if rest[1] is None or rest[1] > 0:
            high = None
    return (low, high)


def least(intervals, rest):
    """The minimum; None unless one element is sure."""
    if not any(sure for _, sure in intervals):
        return None
    lows = [one[0] for one, _ in intervals]
    if rest is not None:
        lows.append(rest[0])
    highs = [one[1] for one, sure in intervals if sure and one[1] is not None]
    return (None if None in lows else min(lows), min(highs, default=None))


def greatest(intervals, rest):
    found = least([(negate(one), sure) for one, sure in intervals],
                  None if rest is None else negate(rest))
    return None if found is None else negate(found)


AGGREGATES = {"sum", "min", "max", "mean"}


def aggregate(name, value):
    """total, sum, min, max, mean over a list with something unknown in it."""
    items, rest = members(value)
    causes = causes_of(value)
    intervals = [(as_element(element), sure) for element, sure in items]
    rest_interval = None if rest is None else as_element(rest)
    if any(one is None for one, _ in intervals) or (rest is not None and rest_interval is None):
        return Unknown(causes)  # null among them, or days
    if name == "total":
        found = total(intervals, rest_interval)
    elif name == "min":
        found = least(intervals, rest_interval)
    elif name == "max":
        found = greatest(intervals, rest_interval)
    elif rest is None and intervals and all(sure for _, sure in intervals):
        found = total(intervals, None)
        if name == "mean":
            size = Fraction(len(intervals))
            found = tuple(None if end is None else end / size for end in found)
    else:
        found = None
    return Unknown(causes) if found is None else unknown(found, causes)

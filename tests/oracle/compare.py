# SPDX-License-Identifier: Apache-2.0
"""Truth, equality, order and membership (design section 4)."""

import datetime

import intervals
from values import (Category, Last, Months, OpenList, Record, Seconds, Span, Unknown,
                    add_duration, causes_of, error, is_number)


def both(a, b):
    """`and`: false decides; null is neither, as FEEL has it, and may stay."""
    if a is False or b is False:
        return False
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Unknown(causes_of(a, b))
    return True if a is True and b is True else None


def either(a, b):
    if a is True or b is True:
        return True
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return Unknown(causes_of(a, b))
    return False if a is False and b is False else None


def negated(a):
    if isinstance(a, Unknown):
        return a.plain()
    return None if a is None else not a


def compare(operator, a, b):
    if operator == "=":
        return equals(a, b)
    if operator == "!=":
        return negated(equals(a, b))
    if operator in (">", "<="):
        a, b = b, a
    # a < b is what is asked now, or not a < b.
    found = less(a, b)
    return found if operator in ("<", ">") else negated(found)


def less(a, b):
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return _by_intervals(intervals.less, a, b)
    if is_number(a) and is_number(b):
        return a < b
    if isinstance(a, str) and isinstance(b, str):
        ranks = getattr(a, "ranks", None) or getattr(b, "ranks", None)
        return ranks[a] < ranks[b] if ranks else str(a) < str(b)
    if isinstance(a, datetime.date) and isinstance(b, datetime.date):
        return a < b
    if type(a) is type(b) and isinstance(a, (Months, Seconds)):
        return a.n < b.n
    return error()


def _by_intervals(relation, a, b):
    x, y = intervals.as_operand(a), intervals.as_operand(b)
    decided = None if x is None or y is None else relation(x, y)
    return Unknown(causes_of(a, b)) if decided is None else decided


def equals(a, b):
    if isinstance(a, list) and isinstance(b, list):
        if len(a) != len(b):
            return False
        result = True
        for x, y in zip(a, b):
            result = both(result, equals(x, y))
        return result
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return _by_intervals(intervals.equal, a, b)
    if a is None or b is None:
        return a is None and b is None
    if isinstance(a, Record) and isinstance(b, Record):
        result = True
        for name, x in a.fields.items():
            result = both(result, equals(x, b.fields[name]))
        return result
    if isinstance(a, Category) or isinstance(b, Category):
        return str(a) == str(b)
    if type(a) is not type(b):
        return error()
    return a == b


def inside(value, span):
    """Whether a value lies in a range: the `and` of comparisons that it abbreviates."""
    if isinstance(span, Last):
        if isinstance(value, Unknown):
            return value.plain()
        if not isinstance(value, datetime.date):
            return error()
        end = add_duration(value, span.back)
        return value <= span.as_of and (end is None or span.as_of <= end)
    if span.negated:
        return negated(equals(value, span.low))
    result = True
    if span.has_low:
        result = compare(">=" if span.low_in else ">", value, span.low)
    if span.has_high:
        result = both(result, compare("<=" if span.high_in else "<", value, span.high))
    return result


def passes_test(value, test):
    """One test of `in`: a range, a list that may hold the value or be it, or a value."""
    if isinstance(test, (Span, Last)):
        return inside(value, test)
    if isinstance(test, OpenList):
        return Unknown(causes_of(value, test))
    if isinstance(test, list):
        result = isinstance(value, list) and equals(value, test)  # DMN table 55
        for element in test:
            holds = inside(value, element) if isinstance(element, (Span, Last)) \
                else equals(value, element)
            result = either(result, holds)
        return result
    return equals(value, test)

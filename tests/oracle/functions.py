# SPDX-License-Identifier: Apache-2.0
"""The built-in functions under their DMN names, and arithmetic of days."""

import datetime
from fractions import Fraction
from math import ceil, floor, prod

import intervals
import relations
from compare import both, either, equals, less
from values import (DAY, Months, OpenList, Seconds, Span, Unknown, add_duration, causes_of,
                    error, is_number, months_between)


def arithmetic_of_days(operator, a, b):
    if operator == "add" and isinstance(b, datetime.date):
        a, b = b, a
    if isinstance(a, datetime.date) and isinstance(b, (Months, Seconds)):
        if operator == "sub":
            b = type(b)(-b.n)
        elif operator != "add":
            return error()
        moved = add_duration(a, b)
        return error() if moved is None else moved
    if operator == "sub" and isinstance(a, datetime.date) and isinstance(b, datetime.date):
        return Seconds(Fraction((a - b).days * DAY))
    if type(a) is type(b) and isinstance(a, (Months, Seconds)):
        if operator == "add":
            return type(a)(a.n + b.n)
        if operator == "sub":
            return type(a)(a.n - b.n)
        if operator == "div":
            return error() if b.n == 0 else Fraction(a.n) / b.n
    if operator == "mul" and is_number(a):
        a, b = b, a
    if isinstance(a, (Months, Seconds)) and is_number(b) and operator in ("mul", "div"):
        if operator == "div" and b == 0:
            return error()
        scaled = a.n * b if operator == "mul" else a.n / b
        return Months(int(scaled)) if isinstance(a, Months) else Seconds(Fraction(scaled))
    return error()


def property_of(value, name):
    if isinstance(value, datetime.date):
        found = {"year": value.year, "month": value.month, "day": value.day,
                 "weekday": value.isoweekday()}.get(name)
        return error() if found is None else Fraction(found)
    if isinstance(value, Months):
        sign = -1 if value.n < 0 else 1
        return Fraction(sign * (abs(value.n) // 12 if name == "years" else abs(value.n) % 12))
    if isinstance(value, Seconds):
        return Fraction(int(value.n / DAY)) if name == "days" else error()
    if isinstance(value, Span):
        return {"start": value.low, "end": value.high, "start included": value.low_in,
                "end included": value.high_in}[name]
    return error()


def holds_unknown(value):
    if isinstance(value, Unknown):
        return True
    if isinstance(value, list):
        return any(holds_unknown(element) for element in value)
    if isinstance(value, Span):
        return holds_unknown(value.low) or holds_unknown(value.high)
    return bool(hasattr(value, "fields")
                and any(holds_unknown(one) for one in value.fields.values()))


def call(name, values):
    """The function's value for arguments that are evaluated already."""
    if name in GATHERING and not (len(values) == 1 and isinstance(values[0], (list, OpenList))):
        if len(values) == 1 and isinstance(values[0], Unknown):
            return values[0].plain()
        if values == [None]:
            return error()
        values = [values]
    if name == "count":
        return _count(values[0])
    if any(map(is_unknown if name in MOVING else holds_unknown, values)):
        if name in intervals.AGGREGATES or name == "total":
            return intervals.aggregate(name, values[0])
        return Unknown(causes_of(*values))
    try:
        return FUNCTIONS[name](*values)
    except (TypeError, AttributeError):
        return error()  # null, or of a kind that the function does not take


def is_unknown(value):
    """Unknown itself, or a list with an element that is."""
    return isinstance(value, Unknown) or (
        isinstance(value, list) and any(isinstance(one, Unknown) for one in value))


# Functions that leave elements as they are, unknown fields in them too.
MOVING = {"append", "concatenate", "reverse", "sublist", "remove", "insert before"}
GATHERING = {"count", "total", "sum", "min", "max", "mean", "median", "product", "all", "any"}


def _count(value):
    if isinstance(value, list):
        return Fraction(len(value))
    if isinstance(value, OpenList):
        low, high = intervals.count(value)
        return low if low == high else intervals.unknown((low, high), value.causes)
    return value.plain() if isinstance(value, Unknown) else error()


def _numbers(function):
    def checked(values):
        return function(values) if all(map(is_number, values)) else error()
    return checked


def _extreme(wanted):
    def found(values):
        if not values:
            return None
        best = values[0]
        if best is None:
            return error()
        for value in values[1:]:
            smaller = less(value, best) if wanted == "min" else less(best, value)
            if isinstance(smaller, Unknown):
                return smaller
            if smaller:
                best = value
        return best
    return found


def _median(values):
    ordered, half = sorted(values), len(values) // 2
    if not ordered:
        return None
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _scaled(function):
    def rounded(number, scale=Fraction(0)):
        unit = Fraction(10) ** int(scale)
        return Fraction(function(number * unit)) / unit
    return rounded


def _whole(function):
    def checked(number):
        return function(number) if number.denominator == 1 else error()
    return checked


def _half(tie_up):
    def rounded(number):
        size = abs(number) + Fraction(1, 2)
        whole = floor(size)
        if not tie_up and size == whole:
            whole -= 1
        return whole if number >= 0 else -whole
    return rounded


def _modulo(a, b):
    return error() if b == 0 else a - b * floor(a / b)


def _substring(text, start, length=None):
    place = int(start) - 1 if start > 0 else len(text) + int(start)
    if start == 0:
        return error()
    return text[place:] if length is None else text[place:place + int(length)]


def _before(text, mark):
    return text[:text.find(mark)] if mark in text else ""


def _after(text, mark):
    return text[text.find(mark) + len(mark):] if mark in text else ""


def _all(values):
    result = True
    for value in values:
        result = both(result, value)
    return result


def _any(values):
    result = False
    for value in values:
        result = either(result, value)
    return result


def _distinct(values):
    kept = []
    for value in values:
        if not any(equals(value, other) is True for other in kept):
            kept.append(value)
    return kept


def _sublist(values, start, length=None):
    place = _index(values, int(start))
    if place is None:
        return error()
    return values[place:] if length is None else values[place:place + int(length)]


def _index(values, place):
    """The place of an element from 0; None if there is none."""
    found = place - 1 if place > 0 else len(values) + place
    return found if 0 <= found < len(values) and place else None


def _without(values, place):
    found = _index(values, place)
    return error() if found is None else values[:found] + values[found + 1:]


def _with(values, place, one):
    found = _index(values, place)
    return error() if found is None else values[:found] + [one] + values[found:]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")

FUNCTIONS = {
    **relations.FUNCTIONS,
    "total": _numbers(lambda values: sum(values, Fraction(0))),
    "sum": _numbers(lambda values: sum(values, Fraction(0)) if values else None),
    "mean": _numbers(lambda values: sum(values) / len(values) if values else None),
    "median": _numbers(_median),
    "min": _extreme("min"), "max": _extreme("max"),
    "all": _all, "any": _any,
    "product": _numbers(lambda values: prod(values) if values else error()),
    "remove": lambda values, place: _without(values, int(place)),
    "insert before": lambda values, place, one: _with(values, int(place), one),
    "union": lambda *lists: _distinct([value for values in lists for value in values]),
    "abs": lambda n: type(n)(abs(n.n)) if isinstance(n, (Months, Seconds)) else abs(n),
    "floor": _scaled(floor), "ceiling": _scaled(ceil),
    "decimal": _scaled(lambda n: round(n)),
    "round up": _scaled(lambda n: ceil(n) if n > 0 else floor(n)),
    "round down": _scaled(int),
    "round half up": _scaled(_half(True)), "round half down": _scaled(_half(False)),
    "modulo": _modulo,
    "even": _whole(lambda n: n % 2 == 0), "odd": _whole(lambda n: n % 2 == 1),
    "string length": lambda text: Fraction(len(text)),
    "substring": _substring, "substring before": _before, "substring after": _after,
    "upper case": lambda text: text.upper(), "lower case": lambda text: text.lower(),
    "contains": lambda text, part: part in text,
    "starts with": lambda text, part: text.startswith(part),
    "ends with": lambda text, part: text.endswith(part),
    "list contains": lambda values, one: any(equals(value, one) is True for value in values),
    "append": lambda values, *more: values + list(more),
    "concatenate": lambda *lists: [value for values in lists for value in values],
    "reverse": lambda values: values[::-1],
    "distinct values": _distinct,
    "sublist": _sublist,
    "date": lambda year, month, day: datetime.date(int(year), int(month), int(day)),
    "day of year": lambda day: Fraction(day.timetuple().tm_yday),
    "day of week": lambda day: WEEKDAYS[day.weekday()],
    "month of year": lambda day: MONTHS[day.month - 1],
    "week of year": lambda day: Fraction(day.isocalendar()[1]),
    "years and months duration": lambda start, end: Months(months_between(start, end)),
}

# SPDX-License-Identifier: Apache-2.0
"""Values of the rule language, written from the design alone.

Numbers are Fractions, truth and text Python's own, null is None, days are
datetime.date, lists are Python lists. The rest stands here.
"""

import calendar
import datetime
import re
from dataclasses import dataclass
from fractions import Fraction

DAY = 86400


@dataclass(frozen=True, slots=True)
class Months:
    """A duration in whole months."""
    n: int


@dataclass(frozen=True, slots=True)
class Seconds:
    """A duration in seconds, exact."""
    n: Fraction


class Category(str):
    """An id of a category; `ranks` are places of the ids of an ordered one."""
    __slots__ = ("ranks",)

    def __new__(cls, text, ranks):
        made = super().__new__(cls, text)
        made.ranks = ranks
        return made


@dataclass(slots=True)
class Span:
    """A range; an end that is absent (`has_low` false) is open to infinity."""
    low: object = None
    high: object = None
    has_low: bool = True
    has_high: bool = True
    low_in: bool = True
    high_in: bool = True
    negated: bool = False


@dataclass(slots=True)
class Last:
    """`last(d)`: the days x with x <= as_of <= x + d."""
    back: object
    as_of: datetime.date


class Record:
    """Named fields; every declared one is there."""
    __slots__ = ("fields",)

    def __init__(self, fields):
        self.fields = fields

    def parts(self):
        return list(self.fields.values())


class Unknown:
    """Not known, and why: causes are (kind, fact). `low`, `high` bound a number
    wherever it stands, `inner` bounds count in an aggregate only."""
    __slots__ = ("causes", "low", "high", "inner")

    def __init__(self, causes, low=None, high=None, inner=False):
        self.causes = causes
        self.low = low
        self.high = high
        self.inner = inner

    def plain(self):
        return Unknown(self.causes)

    def bounded(self):
        return not self.inner and (self.low is not None or self.high is not None)


class OpenList(Unknown):
    """A list of which it is not known what it holds: `items` are (element, sure), sure
    being False where the element may not belong, UNREPORTED where it was not given but
    must be there; `rest` stands for each of the elements that may follow besides, None
    if there are none."""
    __slots__ = ("items", "rest")

    def __init__(self, causes, items, rest=None):
        super().__init__(causes)
        self.items = items
        self.rest = rest


UNREPORTED = "unreported"
NO_CAUSES = frozenset()


def error(fact=""):
    """What FEEL calls null with an error, at the pack's door."""
    return Unknown(frozenset([("data_error", fact)]))


def causes_of(*values):
    """The causes of what is unknown in the values: of a list that is not known why it is
    not, of any other those of its elements."""
    causes = NO_CAUSES
    for value in values:
        if isinstance(value, Unknown):
            causes |= value.causes
        elif isinstance(value, list):
            causes |= causes_of(*value)
        elif isinstance(value, Record):
            causes |= causes_of(*value.fields.values())
        elif isinstance(value, Span):
            causes |= causes_of(value.low, value.high)
    return causes


def deep_causes(value):
    """As `causes_of`, with those of the elements of a list that is not known."""
    causes = causes_of(value)
    elements = value if isinstance(value, list) else \
        [element for element, _ in value.items] if isinstance(value, OpenList) else \
        value.parts() if isinstance(value, Record) else []
    for element in elements:
        causes |= deep_causes(element)
    return causes


def is_number(value):
    return isinstance(value, Fraction)


def add_months(day, months):
    """The corresponding day, else the last of that month; None out of range."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_days(day, days):
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def add_duration(day, duration):
    """Day + duration; of days and time the day on which the moment falls."""
    if isinstance(duration, Months):
        return add_months(day, duration.n)
    return add_days(day, duration.n // DAY)


def parse_day(text):
    return datetime.date.fromisoformat(text)


DURATION = re.compile(r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
                      r"(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")


def parse_duration(text):
    sign, years, months, days, hours, minutes, seconds = DURATION.fullmatch(text).groups()
    sign = -1 if sign else 1
    if years or months:
        return Months(sign * (int(years or 0) * 12 + int(months or 0)))
    if not (days or hours or minutes or seconds):
        return Months(0)
    return Seconds(sign * (int(days or 0) * DAY + int(hours or 0) * 3600
                           + int(minutes or 0) * 60 + Fraction(seconds or 0)))


def write_duration(duration):
    sign = "-" if duration.n < 0 else ""
    if isinstance(duration, Months):
        return f"{sign}P{abs(duration.n)}M"
    if duration.n % DAY == 0:
        return f"{sign}P{abs(duration.n) // DAY}D"
    return f"{sign}PT{write_decimal(abs(duration.n))}S"


def write_decimal(number):
    """All digits of a number that a finite decimal writes, else None."""
    for scale in range(60):
        scaled = number * 10 ** scale
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(scale + 1, "0")
            text = digits if not scale else f"{digits[:-scale]}.{digits[-scale:]}"
            return "-" + text if number < 0 else text
    return None


def months_between(start, end):
    """Whole months from `start` to `end`, toward zero."""
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    while add_months(start, months) > end:
        months -= 1
    return months

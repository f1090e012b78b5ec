# SPDX-License-Identifier: Apache-2.0
"""Relations of ranges and points (DMN 1.5, table 78)."""

from compare import both, compare, either, equals
from values import Span, error


def _ends(value):
    """A range; a point is the range of itself alone."""
    return value if isinstance(value, Span) else Span(value, value)


def _before(a, b):
    a, b = _ends(a), _ends(b)
    apart = compare("<", a.high, b.low)
    if a.high_in and b.low_in:
        return apart
    return either(apart, equals(a.high, b.low))


def _meets(a, b):
    a, b = _ends(a), _ends(b)
    return both(a.high_in and b.low_in, equals(a.high, b.low))


def _starts(a, b):
    a, b = _ends(a), _ends(b)
    return both(both(equals(a.low, b.low), a.low_in == b.low_in), _no_later_end(a, b))


def _no_later_end(a, b):
    """a ends within b, or with it."""
    return either(compare("<", a.high, b.high),
                  both(equals(a.high, b.high), not a.high_in or b.high_in))


def _no_earlier_start(a, b):
    return either(compare(">", a.low, b.low),
                  both(equals(a.low, b.low), not a.low_in or b.low_in))


def _finishes(a, b):
    a, b = _ends(a), _ends(b)
    return both(both(equals(a.high, b.high), a.high_in == b.high_in), _no_earlier_start(a, b))


def _includes(a, b):
    a, b = _ends(a), _ends(b)
    return both(_no_earlier_start(b, a), _no_later_end(b, a))


def _overlaps(a, b):
    """Neither lies before the other."""
    return both(_not_before(a, b), _not_before(b, a))


def _not_before(a, b):
    found = _before(a, b)
    return found if found is not True and found is not False else not found


def _coincides(a, b):
    a, b = _ends(a), _ends(b)
    return both(both(equals(a.low, b.low), a.low_in == b.low_in),
                both(equals(a.high, b.high), a.high_in == b.high_in))


def _all_ends(a, b):
    return (a.low, a.high, b.low, b.high)


def _facing(a, b):
    return (a.high, b.low)


def _checked(function, compared=_all_ends):
    """Null among the ends that are compared is an error."""
    def relation(a, b):
        if None in (a, b) or None in compared(_ends(a), _ends(b)):
            return error()
        return function(a, b)
    return relation


def _turned(function):
    return lambda a, b: function(b, a)


_BEFORE, _MEETS = _checked(_before, _facing), _checked(_meets, _facing)
_INCLUDES = _checked(_includes)

FUNCTIONS = {
    "before": _BEFORE, "after": _turned(_BEFORE), "meets": _MEETS, "met by": _turned(_MEETS),
    "includes": _INCLUDES, "during": _turned(_INCLUDES), "overlaps": _checked(_overlaps),
    "starts": _checked(_starts), "finishes": _checked(_finishes),
    "coincides": _checked(_coincides)}

# SPDX-License-Identifier: Apache-2.0
"""A naive evaluator of conditions at the pack's door (design section 4).

Trees are tuples as tests/oracle/tree_json.hpp writes them, literals already
values. Names are looked up from the innermost iterator or filter outwards,
then among the facts.
"""

import datetime
from fractions import Fraction

import functions
import intervals
from compare import both, compare, either, negated, passes_test
from values import (DAY, Last, Months, OpenList, Record, Seconds, Span, Unknown, causes_of,
                    error, is_number)

COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}
INDEXES = {"lit", "neg", "add", "sub"}


class Scope:
    """Where names are looked up: iterators and elements around, then facts."""
    __slots__ = ("facts", "as_of", "around", "verdict_of")

    def __init__(self, facts, as_of, around=None, verdict_of=None):
        self.facts = facts            # a function from name to value
        self.as_of = as_of
        self.around = around          # (name or None, value, outer)
        self.verdict_of = verdict_of  # (member, standard) -> verdict, causes

    def within(self, name, value):
        """Inside an iterator, or a filter (name None)."""
        return Scope(self.facts, self.as_of, (name, value, self.around), self.verdict_of)

    def find(self, name):
        around = self.around
        while around is not None:
            its_name, value, around = around
            if its_name is None:
                if isinstance(value, Record) and name in value.fields:
                    return value.fields[name]
                if name == "item":
                    return value
            elif its_name == name:
                return value
        return self.facts(name)


def evaluate(tree, scope):
    return RULES[tree[0]](tree, scope)


def _literal(tree, scope):
    return tree[1]


def _name(tree, scope):
    return scope.find(tree[1])


def _as_of(tree, scope):
    return scope.as_of


def _input(tree, scope):
    return scope.find("?")


def _path(tree, scope):
    return field(evaluate(tree[2], scope), tree[1])


def field(value, name):
    """A field, a projection, or a property."""
    if isinstance(value, Record):
        return value.fields[name]
    if isinstance(value, list):
        return [field(element, name) for element in value]
    if isinstance(value, OpenList):
        rest = None if value.rest is None else field(value.rest, name)
        return OpenList(value.causes,
                        [(field(element, name), sure) for element, sure in value.items], rest)
    if isinstance(value, Unknown):
        return value.plain()
    return functions.property_of(value, name)


def _arithmetic(tree, scope):
    return arithmetic(tree[0], evaluate(tree[1], scope), evaluate(tree[2], scope))


def arithmetic(operator, a, b):
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return _open_arithmetic(operator, a, b)
    if is_number(a) and is_number(b):
        if operator == "div":
            return error() if b == 0 else a / b
        if operator == "pow":
            return error() if a == 0 and b < 0 else a ** int(b)
        return {"add": a.__add__, "sub": a.__sub__, "mul": a.__mul__}[operator](b)
    if type(a) is type(b) and isinstance(a, str) and operator == "add":
        return a + b
    return functions.arithmetic_of_days(operator, a, b)


def _open_arithmetic(operator, a, b):
    causes = causes_of(a, b)
    if operator == "div" and _is_zero(b):
        return Unknown(causes | error().causes)     # whatever is divided
    x, y = intervals.as_operand(a), intervals.as_operand(b)
    if x is None or y is None or operator == "pow":
        return Unknown(causes)
    if operator == "add":
        return intervals.unknown(intervals.add(x, y), causes)
    if operator == "sub":
        return intervals.unknown(intervals.add(x, intervals.negate(y)), causes)
    if operator == "mul":
        return intervals.unknown(intervals.multiply(x, y), causes)
    found = intervals.divide(x, y)
    return Unknown(causes) if found is None else intervals.unknown(found, causes)


def _is_zero(value):
    return is_number(value) and value == 0 or (
        isinstance(value, (Months, Seconds)) and value.n == 0)


def _negate(tree, scope):
    value = evaluate(tree[1], scope)
    if isinstance(value, Unknown):
        if value.bounded():
            return intervals.unknown(intervals.negate((value.low, value.high)), value.causes)
        return value.plain()
    if is_number(value):
        return -value
    if isinstance(value, (Months, Seconds)):
        return type(value)(-value.n)
    return error()


def _and(tree, scope):
    return both(evaluate(tree[1], scope), evaluate(tree[2], scope))


def _or(tree, scope):
    return either(evaluate(tree[1], scope), evaluate(tree[2], scope))


def _compare(tree, scope):
    return compare(tree[0], evaluate(tree[1], scope), evaluate(tree[2], scope))


def _between(tree, scope):
    value, low, high = (evaluate(part, scope) for part in tree[1:])
    return both(compare(">=", value, low), compare("<=", value, high))


def _in(tree, scope):
    value = evaluate(tree[1], scope)
    found = False
    for test in tree[2:]:
        found = either(found, passes_test(value, evaluate(test, scope)))
    return found


def _range(tree, scope):
    _, _, low_in, high_in, low, high = tree
    return Span(evaluate(low, scope), evaluate(high, scope), low_in=low_in, high_in=high_in)


def _comparison_range(tree, scope):
    end = evaluate(tree[2], scope)
    return {"<": Span(high=end, has_low=False, high_in=False),
            "<=": Span(high=end, has_low=False),
            ">": Span(low=end, has_high=False, low_in=False),
            ">=": Span(low=end, has_high=False),
            "=": Span(end, end),
            "!=": Span(end, end, negated=True)}[tree[1]]


def _list(tree, scope):
    return [evaluate(element, scope) for element in tree[1:]]


def _if(tree, scope):
    condition = evaluate(tree[1], scope)
    if isinstance(condition, Unknown):
        return condition.plain()
    return evaluate(tree[2] if condition is True else tree[3], scope)


def _filter(tree, scope):
    value = evaluate(tree[1], scope)
    if tree[2][0] in INDEXES and not isinstance(tree[2][1], bool):
        return _at(value, evaluate(tree[2], scope))
    if not isinstance(value, (list, OpenList)):
        return value.plain() if isinstance(value, Unknown) else error()
    items, rest = intervals.members(value)
    causes = value.causes if isinstance(value, OpenList) else frozenset()
    kept = []
    for element, sure in items:
        holds = evaluate(tree[2], scope.within(None, element))
        if isinstance(holds, Unknown):
            causes |= holds.causes
            sure = False
        elif holds is not True:
            continue
        kept.append((element, sure))
    if rest is not None:
        holds = evaluate(tree[2], scope.within(None, rest))
        if not isinstance(holds, Unknown) and holds is not True:
            rest = None
    if rest is not None or any(sure is not True for _, sure in kept):
        return OpenList(causes, kept, rest)
    return [element for element, _ in kept]


def _at(value, index):
    if isinstance(value, Unknown) or isinstance(index, Unknown):
        return Unknown(causes_of(value, index))
    if value is None or index is None:
        return error()
    place = int(index)
    if place < 0:
        place += len(value) + 1
    return value[place - 1] if 1 <= place <= len(value) else None


def _quantifier(tree, scope):
    join, start = (either, False) if tree[0] == "some" else (both, True)
    names, domains, condition = tree[1], tree[2:-1], tree[-1]

    def go(place, inner):
        if place == len(names):
            return evaluate(condition, inner)
        domain = evaluate(domains[place], inner)
        if not isinstance(domain, (list, OpenList)):
            return domain.plain() if isinstance(domain, Unknown) else error()
        items, rest = intervals.members(domain)
        causes = domain.causes if isinstance(domain, OpenList) else frozenset()
        result = start
        for element, sure in items + ([] if rest is None else [(rest, False)]):
            holds = go(place + 1, inner.within(names[place], element))
            if not sure and holds is not start:
                holds = Unknown(causes | causes_of(holds))
            result = join(result, holds)
        return result

    return go(0, scope)


def _for(tree, scope):
    names, domains, body = tree[1], tree[2:-1], tree[-1]
    made = []

    def go(place, inner):
        if place == len(names):
            made.append(evaluate(body, inner))
            return None
        domain = domain_of(domains[place], inner)
        if isinstance(domain, Unknown):
            return domain.plain()
        if domain is None:
            return error()
        for element in domain:
            failed = go(place + 1, inner.within(names[place], element))
            if failed is not None:
                return failed
        return None

    return go(0, scope) or made


def domain_of(tree, scope):
    """What `for` goes through: a list, or `1..3`, down as well."""
    if tree[:2] != ("range", ".."):
        return evaluate(tree, scope)
    low, high = evaluate(tree[4], scope), evaluate(tree[5], scope)
    if isinstance(low, Unknown) or isinstance(high, Unknown):
        return Unknown(causes_of(low, high))
    if not all(is_number(end) and end.denominator == 1 for end in (low, high)):
        return error()
    step = 1 if low <= high else -1
    return [Fraction(n) for n in range(int(low), int(high) + step, step)]


def _instance(tree, scope):
    value = evaluate(tree[2], scope)
    if isinstance(value, Unknown):
        return value.plain()
    return {"number": is_number(value), "boolean": isinstance(value, bool),
            "date": isinstance(value, datetime.date)}[tree[1]]


def _call(tree, scope):
    name, arguments = tree[1], tree[3:]
    if name in ("complies", "verdict"):
        return _member_verdict(name, evaluate(arguments[0], scope), arguments[1][1], scope)
    values = [evaluate(argument, scope) for argument in arguments]
    if name == "last":
        return _last(values[0], scope.as_of)
    if name == "rate":
        return Unknown(causes_of(*values)) if isinstance(values[1], Unknown) \
            else arithmetic("div", *values)
    if name == "not":
        return negated(values[0])
    return functions.call(name, values)


def _last(back, as_of):
    if isinstance(back, Unknown):
        return back.plain()
    if back is None or back.n < 0 or (isinstance(back, Seconds) and back.n % DAY):
        return error()
    return Last(back, as_of)


def _member_verdict(name, member, standard, scope):
    if isinstance(member, Unknown):
        return member.plain()
    verdict, causes = scope.verdict_of(member, standard)
    if verdict == "undetermined":
        return Unknown(causes)
    return verdict if name == "verdict" else verdict == "pass"


def _tests(tree, scope):
    """A cell: whether the input passes one of its tests, or none (`not`)."""
    value = scope.find("?")
    found = False
    for test in tree[2:]:
        outcome = evaluate(test, scope)
        found = either(found, outcome if mentions(test, "?") else passes_test(value, outcome))
    return negated(found) if tree[1] else found


def mentions(tree, word):
    """Whether a node of this kind stands in the tree."""
    return tree[0] == word or any(isinstance(part, tuple) and part and mentions(part, word)
                                  for part in tree[1:])


RULES = {
    "lit": _literal, "name": _name, "as_of": _as_of, "?": _input, "path": _path,
    "call": _call, "neg": _negate, "add": _arithmetic, "sub": _arithmetic,
    "mul": _arithmetic, "div": _arithmetic, "pow": _arithmetic, "and": _and, "or": _or,
    "=": _compare, "!=": _compare, "<": _compare, "<=": _compare, ">": _compare,
    ">=": _compare, "between": _between, "in": _in, "range": _range,
    "cmp": _comparison_range, "list": _list, "filter": _filter, "if": _if, "for": _for,
    "is": _instance, "some": _quantifier, "every": _quantifier, "tests": _tests,
    "any": lambda tree, scope: True,
}

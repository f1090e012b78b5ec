# SPDX-License-Identifier: Apache-2.0
"""Trees as text that people write, and as the engine prints what it has parsed."""

import datetime
from fractions import Fraction

from values import DAY, Months, Seconds, parse_day, parse_duration, write_decimal

BINARY = {"or": (1, "or"), "and": (2, "and"), "add": (4, "+"), "sub": (4, "-"),
          "mul": (5, "*"), "div": (5, "/"), "pow": (6, "**")}
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
LEVELS = {"between": 3, "in": 3, "is": 3, "neg": 7, "if": 0, "for": 0, "some": 0, "every": 0}
POSTFIX = 8


def literal(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        if value > 0 and value < 10 and (value * 100).denominator == 1 and value.denominator > 1:
            return f"{(value * 100).numerator}%"
        return write_decimal(value)
    if isinstance(value, datetime.date):
        return f'@"{value.isoformat()}"'
    if isinstance(value, Months) and value.n >= 0:
        return f"{value.n // 12}年" if value.n and value.n % 12 == 0 else f"{value.n}个月"
    if isinstance(value, Seconds) and value.n >= 0 and value.n % DAY == 0:
        return f"{value.n // DAY}天"
    if isinstance(value, str):
        return f'"{value}"'
    raise ValueError(value)


def level(tree):
    kind = tree[0]
    if kind in BINARY:
        return BINARY[kind][0]
    if kind in COMPARISONS:
        return 3
    return LEVELS.get(kind, POSTFIX)


def text(tree, least=0):
    """The tree as text, in brackets where it binds weaker than `least`."""
    written = _text(tree)
    return f"({written})" if level(tree) < least else written


def _text(tree):
    kind, rest = tree[0], tree[1:]
    if kind in BINARY:
        place, sign = BINARY[kind]
        return f"{text(rest[0], place)} {sign} {text(rest[1], place + 1)}"
    if kind in COMPARISONS:
        return f"{text(rest[0], 4)} {kind} {text(rest[1], 4)}"
    return WRITERS[kind](*rest)


def _domains(names, domains, body, word, joint):
    over = ", ".join(f"{name} in {text(domain)}" for name, domain in zip(names, domains))
    return f"{word} {over} {joint} {text(body)}"


def _range(word, low_in, high_in, low, high):
    if word == "..":     # what `for` goes through
        return f"{text(low, 4)}..{text(high, 4)}"
    return f"{'[' if low_in else '('}{text(low, 4)}..{text(high, 4)}{']' if high_in else ')'}"


def _test(tree):
    return _text(tree) if tree[0] == "cmp" else text(tree, 4)


def _in(value, *tests):
    if len(tests) == 1:
        return f"{text(value, 4)} in {_test(tests[0])}"
    return f"{text(value, 4)} in ({', '.join(map(_test, tests))})"


def _call(name, names, *arguments):
    parts = [text(argument) for argument in arguments]
    if names:
        parts = [f"{key}: {part}" for key, part in zip(names, parts)]
    return f"{name}({', '.join(parts)})"


def _tests(is_negated, *tests):
    written = ", ".join(map(_test, tests))
    return f"not({written})" if is_negated else written


WRITERS = {
    "lit": literal,
    "name": lambda name: name,
    "as_of": lambda: "as_of",
    "?": lambda: "?",
    "path": lambda name, value: f"{text(value, POSTFIX)}.{name}",
    "call": _call,
    "neg": lambda value: f"-{text(value, 7)}",
    "between": lambda value, low, high:
        f"{text(value, 4)} between {text(low, 4)} and {text(high, 4)}",
    "in": _in,
    "range": _range,
    "cmp": lambda sign, end: f"{sign} {text(end, 4)}",
    "list": lambda *elements: f"[{', '.join(map(text, elements))}]",
    "filter": lambda value, test: f"{text(value, POSTFIX)}[{text(test)}]",
    "if": lambda condition, yes, no: f"if {text(condition)} then {text(yes)} else {text(no)}",
    "for": lambda names, *rest: _domains(names, rest[:-1], rest[-1], "for", "return"),
    "some": lambda names, *rest: _domains(names, rest[:-1], rest[-1], "some", "satisfies"),
    "every": lambda names, *rest: _domains(names, rest[:-1], rest[-1], "every", "satisfies"),
    "is": lambda type_, value: f"{text(value, 4)} instance of {type_}",
    "tests": _tests,
    "any": lambda: "-",
}


def from_engine(node):
    """A tree that the engine printed (tests/oracle/tree_json.hpp)."""
    if node[0] == "lit":
        return ("lit", value_from_engine(node[1]))
    return tuple(from_engine(part) if isinstance(part, list) and part and part[0] in KINDS
                 and isinstance(part[0], str) and not _is_names(node, index)
                 else tuple(part) if isinstance(part, list) else part
                 for index, part in enumerate(node))


KINDS = set(BINARY) | set(COMPARISONS) | set(WRITERS)


def _is_names(node, index):
    """Names of iterators or arguments stand in a list of their own."""
    return (node[0], index) in {("for", 1), ("some", 1), ("every", 1), ("call", 2)}


def value_from_engine(value):
    if not isinstance(value, dict):
        return value
    (kind, content), = value.items()
    return {"n": Fraction, "s": str, "d": parse_day, "dur": parse_duration}[kind](content)

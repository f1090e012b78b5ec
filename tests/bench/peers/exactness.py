# SPDX-License-Identifier: Apache-2.0
"""What a library answers where numbers are large or facts are missing, written as its users
write it: not widened by hand, no product turned around."""

from typing import NamedTuple

OPEN = "undetermined"


class Question(NamedTuple):
    """Of `a` and `b`, columns of one value each."""

    title: str
    type: str  # of Arrow
    a: object
    b: object
    rule: str  # in operators, which Polars, pandas and NumPy share
    sql: str
    must: str

    def asked_of(self, a, b):
        """The rule, of whatever has operators."""
        return eval(self.rule, {"a": a, "b": b})  # noqa: S307 - the rules stand below


QUESTIONS = (
    Question("missing and false", "bool", None, False, "a & b", "a and b", "false"),
    Question("missing and true", "bool", None, True, "a & b", "a and b", OPEN),
    Question("product past 2^31", "int32", 22_000_000, 23_000_000,
             "a * 100 >= b * 90", "a * 100 >= b * 90", "true"),
    Question("product past 2^63", "int64", 10**17, 10**17,
             "a * 100 >= b * 60", "a * 100 >= b * 60", "true"),
    Question("one unit short of 2 x 10^16", "int64", 18 * 10**15 - 1, 2 * 10**16,
             "a / b >= 0.9", "a / b >= 0.9", "false"),
)


def answers_of(ask):
    """By title: what `ask` answers to each question, in one word."""
    found = {}
    for question in QUESTIONS:
        try:
            answer = ask(question)
            found[question.title] = answer if isinstance(answer, str) else word(answer)
        except Exception as error:  # whatever a library throws is its answer
            found[question.title] = f"error ({type(error).__name__})"
    return found


def word(answer):
    if answer is None or answer is NotImplemented or str(answer) == "<NA>":
        return OPEN
    return "true" if bool(answer) else "false"

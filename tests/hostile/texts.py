# SPDX-License-Identifier: Apache-2.0
"""Texts of millions of letters, compared and worked on again and again."""

from probe import Probe, pack, write
from packs import FACTS, fact

LETTERS = 5_000_000

# Of 5 MB each, the same but for their last letter: `tx` and `ty`.
AGAIN = {
    "compared": "tx = ty",
    "compared by order": "tx < ty",
    "between": "tx between tx and ty",
    "in a range": "tx in [tx..ty]",
    "in a list": "tx in [ty, ty]",
    "in a list that is a value": "tx in both",
    "read as a date": 'string(date(tx)) = ""',
    "read as a date and time": 'string(date and time(tx)) = ""',
    "read as a duration": 'string(duration(tx)) = ""',
    "read as a number": 'number(tx) = i',
    "begins with": "starts with(tx, tx)",
    "ends with": "ends with(tx, tx)",
    "contains": "contains(tx, ty)",
    "in small letters": "lower case(tx) = ty",
    "in capitals": "upper case(chinese) = ty",
    "length": "string length(tx) > i",
    "least": "min(tx, ty) = tx",
    "greatest of a list": "max(both) = ty",
    "distinct": "count(distinct values(both)) = 2",
    "place in a list": "count(index of(both, ty)) = 1",
    "list contains": "list contains(both, tx)",
    "joined": "string join(both) = tx",
    "joined by long texts": "string join(letters, tx) = ty",
    "relation of ranges": "includes([tx..ty], tx)",
    "coincides": "coincides([tx..ty], [tx..ty])",
    "the same": "is(tx, ty)",
    "alike as records": "both = both",
    "added": "tx + ty = tx",
    "cut": "substring(tx, 2) = ty",
    "before": "substring before(tx, ty) = ty",
    "after": "substring after(tx, ty) = ty",
}


def probes(folder):
    texts = "".join(fact(name, "text") for name in ("tx", "ty", "chinese", "half"))
    rules = pack(folder / "texts", facts=FACTS + texts)
    long = "a" * (LETTERS - 1)
    unit = write(folder / "unit.json", '{"norma":1,"unit":"enterprise","facts":'
                 f'{{"tx":"{long}a","ty":"{long}b","chinese":"{"é" * (LETTERS // 2)}","half":"{long[:LETTERS // 2]}b",'
                 '"due":1}}')
    for name, condition in AGAIN.items():
        expression = ('every both in [[tx, ty]] satisfies every letters in [["a", "b", "c", "d", "e", "f"]] satisfies '
                      f"every i in 1..1000000 satisfies {condition} or true")
        yield Probe(f"long texts, {name}", ["eval", expression, "--feel", "--facts", unit, "--pack", rules],
                    says="N0710", codes=(0, 65))
    for name, expression, found in (("sought once", "contains(tx, half)", "false"),
                                    ("sought for what is before", "string length(substring before(tx, half))", "^0$"),
                                    ("sought for what is behind", "string length(substring after(tx, half))", "^0$")):
        yield Probe(f"long texts, {name}", ["eval", expression, "--facts", unit, "--pack", rules], says=found, codes=(0,))
    yield Probe("ranges of millions of ends", ["eval", "count(for i in 1..4900000 return (> i))"], says="N0710",
                codes=(0,))

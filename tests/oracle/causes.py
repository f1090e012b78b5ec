# SPDX-License-Identifier: Apache-2.0
"""Whether the causes that the engine tells are causes (design sections 3 and 4).

The design does not say which of several causes are told where lists and tables
are concerned. What must hold: an undetermined node has some; each is the state of a
fact that the node rests on; a group has those of its open members; and where a
condition is made of plain facts alone, all causes of all that is unknown are told.
"""

import re

from binding import names_in
from values import deep_causes

DIVISOR_IS_ZERO = "N0701"
STEPS_ENDED = "N0710"
ROOT = re.compile(r"[^.\[]*")


def mistakes(node, bound, told, members, around):
    """What is wrong with the causes `told` of an undetermined node: (kind, fact, code)
    each. `members`: the causes told of its undetermined deciding members; `around`:
    those told of the node around it, where that is undetermined by its guard."""
    if not told:
        return "no cause"
    if around is not None:
        return "" if as_pairs(told) == as_pairs(around) else "not those from above"
    if node.role != "part" and members is not None:
        union = set().union(*map(as_pairs, members)) if members else set()
        return "" if as_pairs(told) == union else "not those of its members"
    trees = [tree for tree in (node.require, node.when,
                               ("name", node.fact) if node.fact else None) if tree]
    facts = set()
    for tree in trees:
        rests_on(bound, tree, facts)
    for kind, fact, code in told:
        wrong = wrong_cause(bound, facts, kind, fact, code)
        if wrong:
            return wrong
    return ""


def ended(told):
    """Whether the engine left a node open since it met its limit on steps: the oracle has none."""
    return any(code == STEPS_ENDED for _, _, code in told)


def as_pairs(told):
    return {(kind, fact, code) for kind, fact, code in told}


def rests_on(bound, tree, facts):
    """All facts that a condition reads, derived ones and what they rest on included."""
    for name in names_in(tree):
        name = bound.aliases.get(name, name)
        if name not in bound.facts or name in facts:
            continue
        facts.add(name)
        fact = bound.facts[name]
        if fact.value is not None:
            rests_on(bound, fact.value, facts)
        if fact.table:
            for _, each in bound.pack.table(fact.table).inputs:
                rests_on(bound, ("name", each), facts)
        if fact.dated_by:
            rests_on(bound, ("name", fact.dated_by), facts)
        if fact.complete:
            rests_on(bound, ("name", fact.complete), facts)


def wrong_cause(bound, facts, kind, fact, code):
    if not fact:   # an operation, or an element that was handed over as unknown
        return "" if kind in ("data_error", "pending", "missing") else f"{kind} without a fact"
    root = ROOT.match(fact).group()
    if kind == "data_error" and code in (DIVISOR_IS_ZERO, STEPS_ENDED):
        return ""     # names what is 0, or where the steps ended
    if root not in facts:
        return f"{fact} is not read"
    if kind == "data_error" and root != fact:
        return ""     # in an element, or in what a standard asks of it
    if kind == "missing" and bound.facts[root].complete and root not in bound.refused:
        return ""     # elements that were not given
    if kind == "missing" and root in bound.absent:
        return "" if any(each.dated_by == root for each in map(bound.facts.get, facts)) \
            else f"{fact} is not missing"     # no day of evidence
    kinds = {each for each, _ in deep_causes(bound[root])}
    return "" if kind in kinds else f"{fact} is not {kind}"


def plain(bound, tree):
    """Whether a condition reads plain facts alone: no list, no table, no rate."""
    facts = set()
    rests_on(bound, tree, facts)
    return not mentions_word(tree, "rate") and not mentions_word(tree, "list") and not any(
        isinstance(fact.type, tuple) and fact.type[0] in ("list", "set") or fact.table
        for fact in map(bound.facts.get, facts))


def mentions_word(tree, word):
    return any(part == word or (isinstance(part, tuple) and mentions_word(part, word))
               for part in tree)

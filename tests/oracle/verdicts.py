# SPDX-License-Identifier: Apache-2.0
"""Verdicts of a standard's nodes (design section 3)."""

from binding import Bound, Member
from evaluate import evaluate
from layers import find, join, opened
from values import NO_CAUSES, Unknown, causes_of

DECIDING = {"mandatory", "conditional"}
PASS, FAIL, OPEN, NOT = "pass", "fail", "undetermined", "not_applicable"


class Judgement:
    """Verdicts and causes by path, of one standard for one unit."""

    def __init__(self, pack, root, bound, exceptions=()):
        self.pack, self.root, self.bound = pack, root, bound
        self.exceptions = exceptions
        self.nodes = {}           # path -> (verdict, causes)
        self.excepted = self._excepted()
        self.verdict, self.causes = self._judge(self.root, ".", (), self.pack)

    def _excepted(self):
        """Paths of parts that a record sets aside, and of those where none may."""
        parts = dict(self._parts(self.root, (), ("",), self.pack))
        allowed, refused = set(), set()
        for wanted, recorded in self.exceptions:
            known = self.bound.known_as_of
            if known is not None and recorded is not None and recorded > known:
                continue
            meant = [path for path, (node, names) in parts.items() if wanted in names]
            if any(parts[path][0].exceptions for path in meant):
                allowed |= {path for path in meant if parts[path][0].exceptions}
            else:
                refused |= set(meant)
        return allowed, refused

    def _parts(self, node, path, bases, pack):
        """(path, (part, its paths in the standard and in those around it))."""
        if node.embeds:
            bases = bases + ("/".join(path) + "/",)
        pack, node = opened(pack, node)
        for member in node.members:
            below = path + (member.embeds or member.id,)
            if member.role == "part":
                full = "/".join(below)
                names = {full[len(base):] for base in bases if full.startswith(base)}
                yield full, (member, names)
            else:
                yield from self._parts(member, below, bases, pack)

    def _evaluate(self, tree, pack):
        return evaluate(tree, self.bound.scope(pack))

    def _judge(self, node, path, around, pack):
        """(verdict, causes) of a node; `around`: the verdict forced from above."""
        self.nodes[path] = None   # keeps the order of the walk
        found = self.nodes[path] = self._node(node, path, around, pack)
        return found

    def _node(self, node, path, around, pack):
        pack, inner = opened(pack, node)
        start, end = inner.in_force
        day = self.bound.as_of
        if (start and day < start) or (end and end < day):
            return self._below(inner, path, NOT, NO_CAUSES, pack)
        if node.role == "part" and node.require is None and not node.fact:
            return NOT, NO_CAUSES     # shown only
        if around:
            return self._below(inner, path, *around, pack)
        if node.role == "part":
            return self._part(node, path, pack)
        if inner.when is not None:
            guard = self._evaluate(inner.when, pack)
            if guard is False:
                return self._below(inner, path, NOT, NO_CAUSES, pack)
            if guard is not True:
                return self._below(inner, path, OPEN, why(guard), pack)
        return self._group(inner, path, pack)

    def _below(self, node, path, verdict, causes, pack):
        for member in node.members:
            self._judge(member, join(path, member), (verdict, causes), pack)
        return verdict, causes

    def _group(self, node, path, pack):
        counted = {PASS: 0, FAIL: 0, OPEN: 0, NOT: 0}
        causes = NO_CAUSES
        for member in node.members:
            verdict, its = self._judge(member, join(path, member), (), pack)
            if member.role != "part" or member.strength in DECIDING:
                counted[verdict] += 1
                if verdict == OPEN:
                    causes |= its
        verdict = conclude(node.combine, counted, node.n)
        return verdict, causes if verdict == OPEN else NO_CAUSES

    def _part(self, node, path, pack):
        require = ("name", node.fact) if node.fact else node.require
        rate = rate_of(require)
        if rate:
            blocked = self._rate_guard(rate, pack)
            if blocked:
                return blocked
        guard = True if node.when is None else self._evaluate(node.when, pack)
        if node.strength != "conditional":
            if guard is False:
                return NOT, NO_CAUSES
            if guard is not True:
                return OPEN, why(guard)
        met = self._evaluate(require, pack)
        verdict = PASS if met is True else FAIL if met is False else OPEN
        causes = why(met) if verdict == OPEN else NO_CAUSES
        if node.strength == "conditional":
            if guard is False:
                verdict = {PASS: PASS, FAIL: NOT, OPEN: OPEN}[verdict]
            elif guard is not True and verdict != PASS:
                verdict, causes = OPEN, causes | why(guard)
        allowed, refused = self.excepted
        if path in refused:
            return OPEN, frozenset([("data_error", "")])
        if path in allowed and verdict == FAIL:
            return NOT, NO_CAUSES
        return verdict, causes

    def _rate_guard(self, rate, pack):
        n, d = self._evaluate(rate[3], pack), self._evaluate(rate[4], pack)
        if isinstance(d, Unknown):
            return OPEN, causes_of(n, d)
        if d is None:
            return OPEN, frozenset([("data_error", "")])
        if d == 0 and (n == 0 or isinstance(n, Unknown)):
            return NOT, NO_CAUSES
        if d <= 0:
            return OPEN, frozenset([("data_error", "")])
        return None


def why(value):
    """Causes of an undetermined condition; null is one without a fact."""
    return causes_of(value) if isinstance(value, Unknown) else frozenset([("data_error", "")])


def rate_of(tree):
    """The `rate` call in a part's comparison, or None."""
    if tree[0] == "call" and tree[1] == "rate":
        return tree
    for part in tree[1:]:
        if isinstance(part, tuple) and part:
            found = rate_of(part)
            if found:
                return found
    return None


def conclude(how, counted, n=0):
    """The verdict of a group from how many members have which."""
    if how == "none":
        found = conclude("any", counted)
        return {PASS: FAIL, FAIL: PASS}.get(found, found)
    decided = counted[PASS] + counted[FAIL] + counted[OPEN]
    if how == "at_least":
        if counted[PASS] >= n:
            return PASS
        if counted[PASS] + counted[OPEN] < n and counted[PASS] + counted[FAIL]:
            return FAIL
        return OPEN if decided else NOT
    if not decided:
        return NOT
    order = (FAIL, OPEN, PASS) if how == "all" else (PASS, OPEN, FAIL)
    return next(verdict for verdict in order if counted[verdict])


def judge_member(pack, member, standard):
    """How `complies` and `verdict` judge a member of a list, asked by a rule of a pack."""
    if not isinstance(member, Member):
        return OPEN, causes_of(member)    # one of whom nothing is known
    pack, kind, root = find(pack, standard)
    assert kind == member.bound.unit.kind
    found = Judgement(pack, root, member.bound, member.bound.unit.exceptions)
    return found.verdict, found.causes


def assess(pack, standard, unit, as_of, known_as_of=None):
    """The judgement of a unit: `nodes` has every node's verdict and causes by path."""
    bound = Bound(pack, unit, as_of, known_as_of, judge_member)
    pack, _, root = find(pack, standard)
    return Judgement(pack, root, bound, unit.exceptions)

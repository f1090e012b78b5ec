# SPDX-License-Identifier: Apache-2.0
"""Every part of the standards in rules/ is tested on every side.

- A part that decides is expected to pass, to fail and to be undetermined, and not to
  apply where it has a guard (`when`, a rate, `strength: conditional`).
- One that compares a number has a case of distance 0 and one a single step below it.
- One that looks at days has cases on both sides of each bound: the first and the last
  day that count, the day before and the day after. So has one whose evidence expires.
- A guard that asks for more than zero has a case of zero and one of a single step.
- A part that does not decide is expected where its item passes.
- An item passes, fails and is undetermined; a standard too, does not apply, and has
  cases of its first day and the day before.

Parts of a standard inside another are tested with that one.
"""

import calendar
import datetime
import re

from packs import Word, finish, packs, read

GROUPS = ("items", "all", "any", "none", "of")
DECIDING = ("mandatory", "conditional")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
COMPARED = re.compile(r"(>=|<=|(?<![<>=!])=|>|<)")
MORE_THAN_ZERO = re.compile(r"(\w+) > 0")
STEPS = {"count": "1", "amount": "0.01"}


class Case:
    """What one case changes, on which day, and what it expects."""

    def __init__(self, file, node):
        self.as_of = datetime.date.fromisoformat(str(node.get("as_of", file.get("as_of"))))
        self.change = node.get("change", {})
        self.expect = {str(path): str(word) for path, word in node.get("expect", {}).items()}
        self.distance = {str(path): float(word)
                         for path, word in node.get("distance", {}).items()}

    def days(self, facts):
        """The days that it gives to any of these facts."""
        found = set()

        def look(node):
            if isinstance(node, dict):
                for key, child in node.items():
                    if key != "recorded":
                        look(child)
            elif isinstance(node, list):
                for child in node:
                    look(child)
            elif DAY.match(node):
                found.add(datetime.date.fromisoformat(str(node)))

        for fact in facts:
            look(self.change.get(fact, []))
        return found


def months_before(day, months):
    """The first of the days d with day <= d + months."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


class Facts:
    """Types and parameters as a pack sees them."""

    def __init__(self, all_packs, pack):
        self.types, self.months, self.valid, seen, left = {}, {}, {}, set(), [pack.id]
        while left:
            one = all_packs[left.pop()]
            if one.id in seen:
                continue
            seen.add(one.id)
            left += [below for below in one.below() if below in all_packs]
            for name, entry in {**one.facts, **one.derived}.items():
                self.types[str(name)] = str(entry["type"])
                if "valid_for" in entry:
                    self.valid[str(name)] = str(entry["valid_for"])
            for file in one.files:
                for name, entry in file.get("parameters", {}).items():
                    found = re.match(r"(\d+)个月", str(entry["values"][0].get("value", "")))
                    if found:
                        self.months[str(name)] = int(found[1])

    def named(self, text):
        """The facts that a condition names, in its order."""
        return [name for name in re.findall(r"\w+", text) if name in self.types]

    def step(self, text):
        """The step of the first number that a condition names, of lists one element."""
        for name in self.named(text):
            kind = self.types[name]
            return STEPS.get(kind, "1" if kind.startswith(("set", "list")) else None)
        return None


def parts(node, path=""):
    """(path, part or item or group) of everything below a node, embedded standards apart."""
    for key in GROUPS:
        for member in node.get(key, []):
            if isinstance(member, Word):
                yield (f"{path}{member}", {"fact": member, "place": member.place})
                continue
            if "standard" in member:
                continue
            name = member.get("id", member.get("fact"))
            here = f"{path}{name}"
            yield here, {**member, "place": name.place}
            yield from parts(member, here + "/")


class Checker:
    def __init__(self, facts, root, cases):
        self.facts, self.root, self.cases = facts, root, cases
        self.problems, self.checked = [], 0

    def need(self, holds, place, what):
        self.checked += 1
        if not holds:
            self.problems.append(f"{place}: no case {what}")

    def expecting(self, path, *words):
        return [case for case in self.cases if case.expect.get(path) in words]

    def verdicts(self, path, place, words):
        for word in words:
            self.need(self.expecting(path, word), place, f"where `{path}` is {word}")

    def standard(self):
        place = self.root["standard"].place
        self.verdicts(".", place, ("pass", "fail", "undetermined", "not_applicable"))
        self.guard(".", self.root, place)
        first = datetime.date.fromisoformat(str(self.root["in_force"]["from"]))
        before = first - datetime.timedelta(1)
        self.need([case for case in self.expecting(".", "pass") if case.as_of == first], place,
                  f"of {first}, its first day, that passes")
        self.need([case for case in self.expecting(".", "not_applicable")
                   if case.as_of == before], place, f"of {before}, the day before its first")
        for path, node in parts(self.root):
            if any(key in node for key in GROUPS):
                if "/" not in path:
                    self.verdicts(path, node["place"], ("pass", "fail", "undetermined"))
                continue
            if str(node.get("strength", "mandatory")) in DECIDING:
                self.part(path, node)
            else:
                item = path.split("/")[0]
                self.need([case for case in self.cases if path in case.expect
                           and "pass" in (case.expect.get("."), case.expect.get(item))],
                          node["place"], f"where `{path}` is expected and its item passes")

    def part(self, path, node):
        place, require = node["place"], str(node.get("require", ""))
        self.verdicts(path, place, ("pass", "fail", "undetermined"))
        if "when" in node or "rate(" in require:
            self.verdicts(path, place, ("not_applicable",))
        self.guard(path, node, place)
        named = self.facts.named(require) + self.facts.named(str(node.get("fact", "")))
        for fact in named:
            if fact in self.facts.valid and not self.next_day(path):
                self.lasting(path, place, [fact], self.facts.months[self.facts.valid[fact]])
        if "as_of" in require or "last(" in require:
            self.window(path, place, require)
        elif COMPARED.search(require) and "satisfies" not in require:
            step = float(self.facts.step(require))
            at = [case.distance[path] for case in self.cases if path in case.distance]
            self.need(0 in at, place, f"where `{path}` has distance 0")
            self.need(-step in at, place, f"where `{path}` has distance {-step:g}")

    def guard(self, path, node, place):
        """Zero and the least more than zero of a guard `x > 0`."""
        for fact in MORE_THAN_ZERO.findall(str(node.get("when", ""))):
            step = self.facts.step(fact)
            for number, applies in (("0", False), (step, True)):
                self.need([case for case in self.cases
                           if str(case.change.get(fact)) == number and path in case.expect
                           and (case.expect[path] != "not_applicable") == applies],
                          place, f"where `{fact}` is {number} and `{path}` "
                                 + ("applies" if applies else "does not apply"))

    def turns(self, path, named, inside, outside):
        """Whether two cases differ in the verdict that give those facts days on either
        side of a bound."""
        return any(a.expect[path] != b.expect[path]
                   for a in self.cases if path in a.expect and inside(a) in a.days(named)
                   for b in self.cases if path in b.expect and outside(b) in b.days(named))

    def next_day(self, path):
        """Whether a verdict at the path, or at a group around it, is another one day later."""
        steps = path.split("/")
        for end in range(2, len(steps) + 1):
            on = {}
            for case in self.cases:
                word = case.expect.get("/".join(steps[:end]))
                if word and not case.change:
                    on.setdefault(case.as_of, set()).add(word)
            if any(words != on.get(day + datetime.timedelta(1), words)
                   for day, words in on.items()):
                return True
        return False

    def window(self, path, place, require):
        """Both sides of the first and of the last day that count."""
        named = self.facts.named(require)
        self.need(self.turns(path, named, lambda c: c.as_of,
                             lambda c: c.as_of + datetime.timedelta(1)), place,
                  f"of both sides of the day of the assessment in `{path}`")
        lasting = re.search(r"last\((\w+)\)", require)
        if lasting and not self.next_day(path):
            self.lasting(path, place, named, self.facts.months[lasting[1]])

    def lasting(self, path, place, named, months):
        self.need(self.turns(path, named, lambda c: months_before(c.as_of, months),
                             lambda c: months_before(c.as_of, months) - datetime.timedelta(1)),
                  place, f"of both sides of {months} months in `{path}`")


def main():
    all_packs, problems, checked = packs(), [], 0
    for pack in all_packs.values():
        cases = {}
        for path in sorted((pack.folder / "tests").glob("*.yaml")):
            file = read(path)
            cases.setdefault(str(file["tests"]), []).extend(
                Case(file, node) for node in file["cases"] if "as_of" in file or "as_of" in node)
        for name, root in pack.standards.items():
            checker = Checker(Facts(all_packs, pack), root, cases.get(name, []))
            checker.standard()
            problems += checker.problems
            checked += checker.checked
    finish(checked, problems)


if __name__ == "__main__":
    main()

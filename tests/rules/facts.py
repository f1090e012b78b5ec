# SPDX-License-Identifier: Apache-2.0
"""The packs and the list of criteria agree, both ways.

$NORMA_DOMAIN_FACTS names a JSON file with one entry for each numbered item of the
documents: `standard`, `clause`, and under `facts` a row with the `name` of every
fact that the item rests on. A standard in rules/ belongs to the rows whose
clauses lie below what it cites, and every row has one.

- The fact of every row is read by the standard (or by a standard it embeds), at
  the clause of its row or in a guard above it.
- A fact that is a part by itself has a row in its standard; one read anywhere
  else has a row somewhere, or a `note:` in facts.yaml which says why it is there.
"""

import json
import os
import re

from packs import Word, cited, finish, normalize, packs, skip

MEMBERS = ("items", "all", "any", "none", "of")
NAME = re.compile(r"[^\W\d]\w*")
STEP = re.compile(r"第\d+项|末段|[①-⑳]|\d+|（[^）]+）|[一二三四五六七八九十]+")


class Uses:
    """What a standard reads: fact -> clauses, and the facts that are parts."""

    def __init__(self, all_packs, pack):
        self.all, self.pack = all_packs, pack
        self.clauses, self.parts, self.embedded = {}, {}, set()
        self.facts, self.derived, self.tables, self.names = {}, {}, {}, {}
        self._know(pack, set())

    def _know(self, pack, seen):
        if pack.id in seen:
            return
        seen.add(pack.id)
        self.facts = {**pack.facts, **pack.derived, **self.facts}
        self.derived = {**pack.derived, **self.derived}
        self.tables = {f"{pack.id}:{name}": table for name, table in pack.tables.items()} | self.tables
        for name, entry in {**pack.facts, **pack.derived}.items():
            for known in (str(name), str(entry.get("alias", name))):
                self.names.setdefault(known, set()).add(str(name))
        for below in pack.below():
            if below in self.all:
                self._know(self.all[below], seen)

    def _read(self, text, clause):
        """The facts named in a condition, and what those derive from."""
        for word in NAME.findall(re.sub(r'"[^"]*"', " ", text)):
            for fact in self.names.get(word, ()):
                self._use(fact, clause)

    def _use(self, fact, clause):
        if clause in self.clauses.setdefault(fact, set()):
            return
        self.clauses[fact].add(clause)
        entry = self.facts[fact]
        if fact in self.derived:
            self._read(entry.get("value", ""), clause)
            table = entry.get("table", "")
            table = self.tables.get(table if ":" in table else f"{self.pack.id}:{table}", {})
            for column in table.get("inputs", {}).values():
                self._read(column, clause)
        for key in ("complete", "dated_by"):
            self._read(entry.get(key, ""), clause)

    def walk(self, node, outer):
        """Reads a standard, item, group or part with all below it."""
        if isinstance(node, Word):
            self._part(node, outer)
            return
        at = cited(node, outer)
        if "fact" in node:
            self._part(node["fact"], at)
        for key in ("when", "require"):
            self._read(node.get(key, ""), at)
        show = node.get("show", [])
        for fact in show if isinstance(show, list) else [show]:
            self._read(fact, at)
        if "standard" in node and "items" not in node:
            self._embed(str(node["standard"]))
        for key in MEMBERS:
            for member in node.get(key, []):
                self.walk(member, at)

    def _part(self, word, at):
        for fact in self.names.get(str(word), ()):
            self.parts.setdefault(fact, word.place)
        self._read(word, at)

    def _embed(self, name):
        pack, _, standard = name.rpartition(":")
        pack = self.all.get(pack, self.pack)
        if standard in pack.standards:
            inner = Uses(self.all, pack)
            inner.walk(pack.standards[standard], ("", ""))
            self.embedded |= set(inner.clauses) | inner.embedded


def numbers(all_packs):
    """Number of a document, blanks removed -> its id."""
    return {normalize(entry["number"]): str(name) for pack in all_packs.values()
            for name, entry in pack.documents.items() if "number" in entry}


def criteria(rows, documents):
    """standard's code -> (document, base clause, fact -> clauses)."""
    result = {}
    for row in rows:
        number, _, clause = normalize(row["clause"].replace("附方案", "")).partition("号")
        steps = STEP.findall(clause)
        if "".join(steps) != clause:
            raise ValueError(f"{row['id']}: {row['clause']} is no locator")
        base = "".join(steps[:-1])
        code = result.setdefault(row["standard"], (documents.get(number + "号"), base, {}))
        if code[1] != base:
            raise ValueError(f"{row['id']}: {row['clause']} is not below {code[1]}")
        for fact in row["facts"]:
            code[2].setdefault(fact["name"], set()).add(clause)
    return result


def related(used, row):
    """Whether a fact read at one clause serves a row of another: at it, below it, above it."""
    return used.startswith(row) or row.startswith(used)


def compare(code, facts, uses, document, problems):
    for fact, clauses in facts.items():
        at = {clause for named, clause in uses.clauses.get(fact, ()) if named == document}
        for clause in clauses:
            if fact in uses.embedded or any(related(one, clause) for one in at):
                continue
            where = f"read at {', '.join(sorted(at))} only" if at else "nowhere read"
            problems.append(f"{code} {clause}: {fact} is {where}")


def unexplained(code, facts, uses, everywhere, problems):
    for fact in uses.clauses:
        if "note" in uses.facts[fact]:
            continue
        if fact in uses.parts and fact not in facts:
            problems.append(f"{uses.parts[fact]}: {fact} is a part without a row in {code} or a note")
        elif fact not in everywhere:
            place = next(iter(uses.facts[fact])).place
            problems.append(f"{place}: {fact}, which {code} reads, has neither a row nor a note")


def main():
    path = os.environ.get("NORMA_DOMAIN_FACTS", "")
    if not path:
        skip("NORMA_DOMAIN_FACTS does not name the list of criteria")
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    all_packs = packs()
    codes = criteria(rows, numbers(all_packs))
    everywhere = {fact["name"] for row in rows for fact in row["facts"]}
    problems, checked, found = [], 0, set()
    for pack in all_packs.values():
        for standard in pack.standards.values():
            own = cited(standard, ("", ""))
            for code, (document, base, facts) in codes.items():
                if own != (document, base):
                    continue
                found.add(code)
                uses = Uses(all_packs, pack)
                uses.walk(standard, ("", ""))
                compare(code, facts, uses, document, problems)
                unexplained(code, facts, uses, everywhere, problems)
                checked += sum(len(clauses) for clauses in facts.values())
    for code in sorted(set(codes) - found):
        problems.append(f"{code}: no standard in rules/ cites {codes[code][1]}")
    finish(checked, sorted(set(problems)))


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""What explains a verdict, where it would take longer, or say more, than all else."""

import datetime

from packs import REPORT, derived, part, standard, with_derived, with_facts
from probe import Probe, as_standard, pack, write


DUE = "  due:\n"
SCHEME = """norma: 1
scheme: scored
title: {zh: 分, en: points}
unit: enterprise
in_force: {from: 2023-01-03}
cite: {document: d, clause: 二}
blocks:
  - id: b
    title: {zh: 块, en: block}
    points: 5
    parts:
      - id: p
        title: {zh: 项, en: part}
        points: 5
        require: sound
"""


def unit(folder, facts, more=""):
    given = ", ".join(f"{name}: {content}" for name, content in facts)
    return write(folder / "unit.yaml", f"norma: 1\nunit: enterprise\nfacts: {{{given}}}\n{more}")


def remedies(folder):
    """Plans of thousands of changes."""
    facts = with_facts("{type: boolean, changeable: up}", 2_000).replace("type: {type: boolean, changeable: up}",
                                                                       "type: boolean, changeable: up")
    by = unit(folder, [(f"f{i}", "false") for i in range(2_000)])
    words = [f"f{i % 2_000} or f{(7 * i + 1) % 2_000} or f{(13 * i + 5) % 2_000}" for i in range(6_000)]
    for name, conditions in (("6,000 parts that share 2,000 facts", words),
                             ("2,000 parts of a fact each", [f"f{i}" for i in range(2_000)])):
        rules = pack(folder / name.replace(" ", "-").replace(",", ""), facts=facts, contracts=as_standard(
            "".join(part(f"p{i}", words) for i, words in enumerate(conditions))))
        yield Probe(f"remedies of {name}", ["check", by, "--pack", rules, "--standard", "contracts"], says=REPORT,
                    codes=(1,))


def remarks(folder):
    """What is remarked of a unit, again by each of many standards."""
    read = [f"d{i}" for i in range(1_900)]
    greatest = [derived(f"e{i}", "max(" + ", ".join(read[i * 190:(i + 1) * 190]) + ")") for i in range(10)]
    computed = with_derived([*(derived(name, f"due + {i}") for i, name in enumerate(read)), *greatest])
    each = {f"s{i}": standard(f"s{i}", part("p", "max(" + ", ".join(f"e{k}" for k in range(10)) + ") > 0"))
            for i in range(601)}
    rules = pack(folder / "derived", facts=computed, **each)
    by = unit(folder, [("due", 1)] + [(name, 5) for name in read])
    yield Probe("1,900 facts supplied otherwise than derived, by 601 standards",
                ["check", by, "--pack", rules, "--format", "json"], says="explanation_stopped", codes=(2,))
    (folder / "excepted").mkdir()
    given = "exceptions:\n" + "".join(f"  - {{part: no/p{i}, reason: {'r' * 100}}}\n" for i in range(990))
    by = unit(folder / "excepted", [("due", 1)], given)
    each = {f"s{i}": standard(f"s{i}", part("p", "due > 0")) for i in range(1_000)}
    rules = pack(folder / "astray", **each)
    yield Probe("990 exceptions of no part, by 1,000 standards",
                ["check", by, "--pack", rules, "--format", "json"], says="explanation_stopped", codes=(2,))


def thresholds(folder):
    """How far a part is from passing, where what it rests on is long or much."""
    counted = ", ".join(f"count(terms[{i}<0])" for i in range(3_000))
    by = unit(folder, [("due", 0), ("terms", "[]")])
    rules = pack(folder / "levers",
                 contracts=as_standard("".join(part(f"p{i}", f"max({counted}) > 5") for i in range(5))))
    yield Probe("3,000 counts in a comparison", ["check", by, "--pack", rules, "--standard", "contracts"], says=REPORT,
                codes=(1, 2))
    longer = [derived("d0", "due * 10 ** 4000")] + [derived(f"d{i}", f"d{i - 1} * 10 ** 4000") for i in range(1, 400)]
    rules = pack(folder / "long", facts=with_derived(longer).replace(DUE, DUE + "    changeable: up\n"),
                 contracts=as_standard(part("p", "d399 > 5")))
    yield Probe("400 derived facts that each are 10 ** 4000 times the last",
                ["check", by, "--pack", rules, "--standard", "contracts"], says=REPORT, codes=(1, 2))


def days(folder):
    """A later day that could mend: each date with each span."""
    start = datetime.date(2030, 1, 1)
    dates = ", ".join(f'@"{start + datetime.timedelta(days=i)}"' for i in range(3_000))
    spans = ", ".join(f"as_of + {7 + i}天" for i in range(3_000))
    by = unit(folder, [("founded", "2020-01-01")])
    rules = pack(folder / "days", contracts=as_standard(
        part("p", f"founded in [{dates}]") + part("q", f"founded in [{spans}]")))
    yield Probe("3,000 dates and 3,000 spans", ["check", by, "--pack", rules, "--standard", "contracts"], says=REPORT,
                codes=(1,))


def tiers(folder):
    """Whether a tier is never given, where its test is long."""
    long = [f"total = {i % 1_000}" for i in range(3_500)]
    while len(long) > 1:
        long = [f"({' or '.join(long[i:i + 2])})" for i in range(0, len(long), 2)]
    each = "".join(f"  - id: t{i}\n    title: {{zh: 级, en: t}}\n    when: total < 0 and {long[0]}\n"
                   for i in range(4))
    rules = pack(folder / "tiers", scored=SCHEME + f"tiers:\n{each}")
    yield Probe("tiers with tests of 3,500 points", ["list", rules], says="scored", codes=(0,))


def members(folder):
    """Where each member that a filter leaves stands in the list."""
    park = as_standard(part("p", "every m in members[due > 0] satisfies m.due > 5")).replace(
        "standard: contracts", "standard: park").replace("unit: enterprise", "unit: area")
    rules = pack(folder / "rules", park=park)
    firms = ",".join(f'{{"id":"m{i}","facts":{{"due":3}}}}' for i in range(8_000))
    by = write(folder / "park.json",
               f'{{"norma":1,"unit":"area","kind":"park","facts":{{"members":[{firms}]}}}}')
    yield Probe("8,000 members behind a filter that decide",
                ["check", by, "--pack", rules, "--standard", "park", "--no-remedies"], says=REPORT, codes=(1,))


def signs(folder):
    """A text of nothing but signs, each of which stays beside what follows."""
    facts = with_facts("text", 1)
    rules = pack(folder / "rules", facts=facts, contracts=as_standard(part("p", "f0 = 'x'".replace("'", '"'))))
    by = write(folder / "unit.json", '{"norma":1,"unit":"enterprise","facts":{"f0":"' + "= " * 300_000 + '"}}')
    yield Probe("a text of 300,000 signs in HTML",
                ["check", by, "--pack", rules, "--standard", "contracts", "--format", "html"], says="&nbsp;", codes=(1,))


def doubts(folder):
    """A day of which much is said, in error for very many reasons."""
    many = 400
    facts = "norma: 1\nunits: {enterprise: {label: {zh: 企, en: e}}}\nfacts:\n" \
        "  day: {label: {zh: 日, en: day}, of: [enterprise], type: date}\n"
    facts += "".join(f"  e{i}: {{label: {{zh: 证{i}, en: e{i}}}, of: [enterprise], type: boolean, dated_by: day, "
                     f"valid_for: 12个月}}\n" for i in range(many)) + "derived:\n"
    facts += "".join(f"  g{i}:\n    label: {{zh: 推{i}, en: g{i}}}\n    of: [enterprise]\n    type: date\n"
                     f"    value: day\n    if_supplied: must_agree\n" for i in range(many))
    rules = pack(folder / "rules", facts=facts, contracts=as_standard("      - e0\n"))
    for other in rules.glob("*.yaml"):  # reads facts that are not there
        if other.name not in ("pack.yaml", "facts.yaml", "contracts.yaml"):
            other.unlink()
    by = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts:\n  day: 2024-01-01\n" + "".join(
        f"  e{i}: true\n  g{i}: 2024-01-02\n" for i in range(many)))
    yield Probe("400 facts of a day that 400 others deny",
                ["check", by, "--pack", rules, "--standard", "contracts"], says="N0747", codes=(2,))


def iterators(folder):
    """Very many iterators over one list."""
    over = ", ".join(f"e{i} in events" for i in range(2_000))
    rules = pack(folder / "rules", contracts=as_standard(part("p", f"some {over} satisfies e0.confirmed")))
    by = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {events: []}\n")
    yield Probe("2,000 iterators over one list",
                ["check", by, "--pack", rules, "--standard", "contracts"], says=REPORT, codes=(1,))


def probes(folder):
    for each in (remedies, remarks, thresholds, days, tiers, members, signs, doubts, iterators):
        (folder / each.__name__).mkdir()
        yield from each(folder / each.__name__)

# SPDX-License-Identifier: Apache-2.0
"""Packs that are large, long-winded or bite their own tail."""

import datetime

from probe import Probe, SMALL_PACK, as_standard, pack, write

PACK = (SMALL_PACK / "pack.yaml").read_text(encoding="utf-8")
FACTS = (SMALL_PACK / "facts.yaml").read_text(encoding="utf-8")
REPORT = "Compliance report"


def derived(name, rule):
    return f"""  {name}:
    label: {{zh: {name}, en: {name}}}
    of: [enterprise]
    type: count
    unit: persons
    value: {rule}
"""


def with_derived(rules):
    return FACTS + "derived:\n" + "".join(rules)


def chain(length):
    return with_derived([derived("d0", "due")] + [derived(f"d{i}", f"d{i - 1} + 1") for i in range(1, length)])


def part(name, condition):
    return f"      - id: {name}\n        title: {{zh: 一, en: a}}\n        require: {condition}\n"


def parts(numbers):
    return as_standard("".join(part(f"p{i}", f"due > {n}") for i, n in enumerate(numbers)))


def named(text, name):
    return text.replace("standard: contracts", f"standard: {name}", 1)


def standard(name, *members):
    return named(as_standard("".join(members)), name)


def heads(folder, *packs):
    """Packs that are a head alone, each with what it builds on."""
    for name, builds_on in packs:
        write(folder / name / "pack.yaml", PACK.replace("pack: small", f"pack: {name}") + builds_on)
    return folder / packs[0][0]


def upon(name, how):
    named = f"{{pack: {name}, version: 1.0.0}}"
    return f"{how}: {named if how == 'extends' else f'[{named}]'}\n"


def large(folder):
    """What is large, with a unit to judge by it."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")

    def judged(rules):
        return ["check", unit, "--pack", rules, "--standard", "contracts"]

    rules = pack(folder / "parts", contracts=parts(range(100_000)))
    yield Probe("100,000 parts in one file", ["list", rules], says="N0102")
    rules = pack(folder / "several", **{f"s{i}": named(parts(range(25_000)), f"s{i}") for i in range(4)})
    yield Probe("100,000 parts in four files", ["list", rules], says="N0575")
    rules = pack(folder / "long", contracts=parts(f"{i}e4000" for i in range(1, 5_001)))
    yield Probe("5,000 parts with a number of 4,000 digits", judged(rules), says="N0575")
    rules = pack(folder / "allowed-long", contracts=parts(f"{i}e4000" for i in range(1, 1_001)))
    yield Probe("1,000 parts with a number of 4,000 digits, judged", judged(rules), says=REPORT, codes=(1,))
    rules = pack(folder / "allowed", contracts=parts(range(25_000)))
    yield Probe("25,000 parts, judged", judged(rules), says=REPORT, codes=(1,))
    rules = pack(folder / "chain", facts=chain(10_000), contracts=as_standard(part("end", "d9999 > 0")))
    yield Probe("a chain of 10,000 derived facts", ["list", rules], says="N0548")
    rules = pack(folder / "allowed-chain", facts=chain(4_900), contracts=as_standard(part("end", "d4899 > 0")))
    yield Probe("a chain of 4,900 derived facts, judged", judged(rules), says=REPORT, codes=(0,))
    yield Probe("a chain of 4,900 derived facts, evaluated", ["eval", "d4899", "--pack", rules, "--facts", unit],
                says="^4900$", codes=(0,))
    deep = heads(folder / "deep", *[(f"p{i}", upon(f"p{i + 1}", "uses")) for i in range(1_000)])
    yield Probe("1,000 packs upon each other", ["list", deep], says="N0576")
    doubling = with_derived([derived("d0", "due")] + [
        derived(f"d{i}", f"d{i - 1} + d{i - 1}") for i in range(1, 300)])
    rules = pack(folder / "doubling", facts=doubling, contracts=as_standard(part("end", "d299 > 10 ** 100")))
    yield Probe("derived facts that double", judged(rules), says=REPORT, codes=(1,))


HEAVY = "every i in 1..1000000 satisfies i + due > 0"


def heavy(folder):
    """Each condition within its limit, all together beyond that of an assessment."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")
    table = write(folder / "units.csv", "id,due\na,1\n")

    def judged(rules):
        return ["check", unit, "--pack", rules, "--standard", "contracts"]

    def all_of(condition):
        return as_standard("".join(part(f"p{i}", condition) for i in range(1_000)))

    rules = pack(folder / "parts", contracts=all_of(HEAVY))
    yield Probe("1,000 heavy parts", judged(rules), says="N0725", codes=(2,))
    yield Probe("1,000 heavy parts, a table", ["check", "--facts", table, *judged(rules)[2:]], says="undetermined",
                codes=(2,))
    rules = pack(folder / "failing", contracts=all_of(f"due > 1 and {HEAVY}"))
    yield Probe("1,000 heavy parts that fail", judged(rules), says="incomplete|N0725", codes=(1, 2))
    each = {f"s{i}": standard(f"s{i}", part("p", HEAVY)) for i in range(300)}
    rules = pack(folder / "standards", contracts=named(each.pop("s0"), "contracts"), **each)
    by_all = ["--pack", rules]
    yield Probe("300 heavy standards", ["check", unit, *by_all], says="N0725", codes=(2,))
    yield Probe("300 heavy standards, of two units", ["check", unit, unit, *by_all], says="undetermined", codes=(2,))
    chained = with_derived([derived(f"d{i}", f"count(for i in 1..500000 return due + {i})") for i in range(1_000)])
    rules = pack(folder / "derived", facts=chained, contracts=as_standard(part("end", "d999 > 0")))
    yield Probe("1,000 heavy derived facts", judged(rules), says="N0725", codes=(2,))


def fact(name, of_type):
    return f"  {name}: {{label: {{zh: {name}, en: {name}}}, of: [enterprise], type: {of_type}}}\n"


def with_facts(of_type, number):
    return FACTS.replace("facts:\n", "facts:\n" + "".join(fact(f"f{i}", of_type) for i in range(number)), 1)


def all_of(numbers):
    return "max(" + ", ".join(f"f{i}" for i in numbers) + ")"


def lengthy(folder):
    """Reports that would be far longer than the packs they are made of."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")
    firms = "".join(f"    - {{id: m{i}, facts: {{due: 0}}}}\n" for i in range(300))
    park = write(folder / "park.yaml", "norma: 1\nunit: area\nkind: park\nfacts:\n  members:\n" + firms)

    def judged(rules, by=unit, standard="contracts"):
        return ["check", by, "--pack", rules, "--standard", standard]

    def each_format(name, arguments, code):
        for form in ("json", "html", "text", "md"):
            yield Probe(f"{name}, as {form}", [*arguments, "--format", form], codes=(code,),
                        says=r"explanation_stopped|the\s+length\s+of\s+the\s+report")

    facts = with_facts("count", 1_950)
    waiting = facts + "derived:\n" + derived("all", all_of(range(1_950))).replace("    unit: persons\n", "")
    rules = pack(folder / "causes", facts=waiting,
                 contracts=as_standard("".join(part(f"p{i}", f"all > {i}") for i in range(3_000))))
    yield from each_format("3,000 parts that wait for 1,950 facts", judged(rules), 2)
    each = {f"s{i}": standard(f"s{i}", *[part(f"p{k}", f"all > {k}") for k in range(50)]) for i in range(60)}
    rules = pack(folder / "standards", facts=waiting, **each)
    yield from each_format("60 standards of 50 parts that wait for 1,950 facts", ["check", unit, "--pack", rules], 2)
    named_long = write(folder / "long.yaml", f"norma: 1\nunit: enterprise\nname: {'a' * 900_000}\nfacts: {{due: 1}}\n")
    each = {f"s{i}": standard(f"s{i}", part("p", "due > 1")) for i in range(1_000)}
    rules = pack(folder / "named", **each)
    yield Probe("a name of 900 kB by 1,000 standards", ["check", named_long, "--pack", rules, "--format", "json"],
                says="explanation_stopped", codes=(1,))
    rules = pack(folder / "facts", facts=facts, contracts=as_standard(
        "".join(part(f"p{i}", all_of(range(50, 1_950)) + f" > {i}") for i in range(100))))
    yield from each_format("100 parts that read 1,900 facts", judged(rules), 2)
    of_firm = as_standard("".join(part(f"part_{i}", f"due > {i}") for i in range(300)))
    of_park = standard("park", *[
        part(f"p{i}", f'every m in members satisfies complies(m, "contracts") or m.due > {i}') for i in range(200)])
    rules = pack(folder / "members", contracts=of_firm, park=of_park.replace("unit: enterprise", "unit: area"))
    yield from each_format("200 parts that tell 300 members", judged(rules, park, "park"), 1)
    long = FACTS.replace("zh: 应签人数, en: contracts due", f"zh: {'签' * 100_000}, en: {'a' * 300_000}")
    either = [part(f"p{i}", " or ".join(f"due > {i + k}" for k in range(1, 150))) for i in range(300)]
    rules = pack(folder / "labels", facts=long, contracts=as_standard("".join(either)))
    yield from each_format("a label of 300,000 letters in 300 parts", judged(rules), 1)


def quadratic(folder):
    """What takes the square of its size where it is done by trying."""
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")

    def judged(rules):
        return ["check", unit, "--pack", rules, "--standard", "contracts"]

    groups = "".join(
        f"      - id: g{i}\n        title: {{zh: 一, en: a}}\n        any: [f{2 * i}, f{2 * i + 1}]\n"
        for i in range(1_500))
    rules = pack(folder / "groups", facts=with_facts("boolean", 3_000), contracts=as_standard(groups))
    yield Probe("1,500 groups of alternatives, all unknown", judged(rules), says="undetermined", codes=(2,))
    members = "".join(
        part(f"m{i}", "due > 0").replace("      ", "          ", 1).replace("\n        ", "\n            ")
        + f"            in_force: {{from: {datetime.date(2023, 1, 3) + datetime.timedelta(i)}}}\n"
        for i in range(15_000))
    rules = pack(folder / "days", contracts=as_standard(
        "      - id: g\n        title: {zh: 一, en: a}\n        at_least: 1\n        of:\n" + members))
    yield Probe("15,000 members, each in force from another day", judged(rules), says=REPORT, codes=(0,))
    nested = "".join(f"  r{i}:\n    fields:\n" + "".join(
        f"      f{k}: {{label: {{zh: 数, en: n}}, type: {f'list of r{i - 1}' if i else 'count'}}}\n"
        for k in range(100)) for i in range(4))
    rules = pack(folder / "records", facts=FACTS.replace("records:\n", "records:\n" + nested, 1).replace(
        "type: list of event", "type: list of r3"))
    yield Probe("lists of 100,000,000 fields in records of 100", ["list", rules], says="N0575")
    kinds = FACTS.replace("units:\n", "units:\n" + "".join(f"  k{i}: {{label: {{zh: 类, en: kind}}}}\n" for i in range(8)))
    kinds = kinds.replace("facts:\n", "facts:\n" + "".join(
        fact(f"f{i}_{k}", f"list of k{i - 1}").replace("[enterprise]", f"[{'enterprise' if i == 8 else f'k{i}'}]")
        for i in range(1, 9) for k in range(50)), 1)
    rules = pack(folder / "kinds", facts=kinds, contracts=as_standard(part("p", "count(terms) >= 1")))
    table = write(folder / "units.csv", "id,due\na,1\n")
    yield Probe("lists of units eight deep, 50 of each, a table",
                ["check", "--facts", table, "--pack", rules, "--standard", "contracts"], says="undetermined", codes=(2,))
    long = "x" * 110
    facts = "".join(f"  f{i:04}{long}: {{label: {{zh: 甲}}, of: [enterprise], type: count}}\n" for i in range(4_900))
    rules = pack(folder / "names", facts=FACTS.replace("facts:\n", "facts:\n" + facts, 1),
                 contracts=as_standard("".join(part(f"p{i}", f"g{i:04}{long} > 0") for i in range(5_000))))
    yield Probe("5,000 unknown names among 4,900 of 115 letters", ["list", rules], says="N0401")


def cyclic(folder):
    """What is in the end made of itself, and what says so."""

    def refused(name, code, **instead):
        return Probe("a circle: " + name, ["list", pack(folder / name, **instead)], says=code)

    yield refused("a derived fact of itself", "N0531", facts=with_derived([derived("d0", "d0 + 1")]))
    yield refused("two derived facts", "N0531", facts=with_derived([derived("d0", "d1"), derived("d1", "d0")]))
    yield refused("4,900 derived facts", "N0531", facts=with_derived(
        derived(f"d{i}", f"d{(i + 1) % 4_900}") for i in range(4_900)))
    yield refused("a derived fact below a loop", "N0531", facts=with_derived(
        [derived("d0", "count(for e in events return d1)"), derived("d1", "if sound then d0 else 1")]))
    yield refused("a list as long as itself", "N0531", facts=with_derived(
        [derived("n", "count(terms)")]).replace("type: list of period", "type: list of period\n    complete: n"))
    yield refused("a unit within its kind", "N0514", facts=FACTS.replace(
        "facts:\n", "facts:\n  subs: {label: {zh: 子, en: subs}, of: [area], type: list of area}\n"))
    yield refused("two kinds of units within each other", "N0514", facts=FACTS.replace(
        "facts:\n", "facts:\n  areas: {label: {zh: 区, en: areas}, of: [enterprise], type: list of area}\n"))
    yield refused("a unit within a record of its kind", "N0514", facts=FACTS.replace(
        "      date: {type", "      firms: {type: list of enterprise, label: {zh: 企, en: firms}}\n      date: {type"))
    yield refused("a record within itself", "N0509", facts=FACTS.replace(
        "      date: {type", "      inner: {type: list of event, label: {zh: 内, en: inner}}\n      date: {type"))
    itself = "      - standard: contracts\n"
    yield refused("a standard within itself", "N0550", contracts=as_standard(itself))
    yield refused("three standards within each other", "N0550",
                  contracts=as_standard("      - standard: b\n"), b=standard("b", "      - standard: c\n"),
                  c=standard("c", itself))
    yield refused("a copy of itself", "N0553", copy='norma: 1\nstandard: copy\ncopy: "small:copy"\n')
    yield refused("a standard that refines itself", "N0553", contracts=as_standard("      - sound\n").replace(
        "unit: enterprise", 'unit: enterprise\nrefines: "small:contracts"'))
    for how in ("extends", "uses"):
        rules = heads(folder / how, ("small", upon("small", how)))
        yield Probe(f"a circle: a pack that {how} itself", ["list", rules], says="N0543")
        rules = heads(folder / f"{how}-ring", ("one", upon("two", how)), ("two", upon("three", how)),
                      ("three", upon("one", how)))
        yield Probe(f"a circle: packs that {how[:-1]} each other", ["list", rules], says="N0543")
    unit = write(folder / "area.yaml", "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: area.yaml}}\n")
    yield Probe("a circle: a unit whose members are itself", ["check", unit, "--pack", pack(folder / "small")],
                says="N0642")


def probes(folder):
    for group in (large, heavy, lengthy, quadratic, cyclic):
        (folder / group.__name__).mkdir()
        yield from group(folder / group.__name__)

# SPDX-License-Identifier: Apache-2.0
"""Packs within the limits of size that say little, and have it taken over often."""

from packs import FACTS, PACK, derived, fact, named, part, standard, upon, with_derived, with_facts
from probe import Probe, as_standard, pack, write

LONG = 400_000
HELD = "N0575"


def group(name, members):
    return f"      - id: {name}\n        title: {{zh: 一, en: a}}\n        all: [{', '.join(members)}]\n"


def layers(folder, lower, upper=None, head="", facts=FACTS):
    """A pack `lower` that extends a pack `upper`: files by name in each."""
    for name, files, more in (("upper", upper or {}, ""), ("lower", lower, upon("upper", "extends") + head)):
        write(folder / name / "pack.yaml", PACK.replace("pack: small", f"pack: {name}") + more)
        for file, content in files.items():
            write(folder / name / f"{file}.yaml", content)
    write(folder / "upper/facts.yaml", facts)
    return folder / "lower"


def texts(folder):
    title = f"zh: {'一' * (LONG // 3)}, en: {'a' * LONG}"
    inner = named(as_standard(part("p", "due > 0")), "inner").replace("zh: 签订合同, en: Contracts", title)
    holding = {f"s{i}": standard(f"s{i}", "      - standard: inner\n") for i in range(1_000)}
    yield "a title of 400 kB in 1,000 standards", pack(folder / "titles", inner=inner, **holding), HELD, (65,)
    clause = as_standard("".join(part(f"p{i}", f"due > {i}") for i in range(1_000))).replace(
        "clause: 一", f"clause: {'一' * (LONG // 3)}")
    yield "a clause of 400 kB above 1,000 parts", pack(folder / "clause", contracts=clause), HELD, (65,)
    label = FACTS.replace("zh: 组织健全, en: sound", title)
    assert label != FACTS
    groups = "".join(group(f"g{i}", ["sound"]) for i in range(2_000))
    yield ("a label of 400 kB for 2,000 parts",
           pack(folder / "label", facts=label, contracts=as_standard(groups)), HELD, (65,))
    kinds = "".join(f"  k{i}: {{label: {{zh: 类, en: kind}}}}\n" for i in range(28))
    often = FACTS.replace("units:\n", "units:\n" + kinds, 1).replace(
        "facts:\n", "facts:\n" + "".join(
            f"  long{i}: {{label: {{{title}}}, of: [{', '.join(f'k{k}' for k in range(28))}], type: count}}\n"
            for i in range(3)), 1)
    yield "labels of 400 kB for 28 kinds of units", pack(folder / "kinds", facts=often), "small", (0,)
    fields = "records:\n  long:\n    fields:\n" + "".join(
        f"      f{i}: {{type: count, label: {{zh: {'一' * 1_000}}}}}\n" for i in range(100))
    lists = with_facts("list of long", 4_900).replace("records:\n", fields, 1)
    yield "a record of 100 labels in 4,900 lists", pack(folder / "record", facts=lists), HELD, (65,)
    deep = ""
    for level in range(27):
        deep += f"{' ' * (6 + 2 * level)}- id: {'n' * 198}{level:02}\n"
        deep += f"{' ' * (8 + 2 * level)}title: {{zh: 一, en: a}}\n{' ' * (8 + 2 * level)}all:\n"
    names = [f"f{i}" for i in range(3_000)]
    inmost = "".join(f"{' ' * 60}- id: g{i}\n{' ' * 62}title: {{zh: 一, en: a}}\n{' ' * 62}all: [{', '.join(names)}]\n"
                     for i in range(12))
    yield ("36,000 paths of 5 kB",
           pack(folder / "paths", facts=with_facts("boolean", 3_000), contracts=as_standard(deep + inmost)),
           HELD, (65,))


def trees(folder):
    many = named(as_standard("".join(part(f"p{i}", f"due > {i}") for i in range(15_000))), "many")
    holding = {f"s{i}": standard(f"s{i}", "      - standard: many\n") for i in range(1_900)}
    yield "15,000 parts in 1,900 standards", pack(folder / "embedded", many=many, **holding), HELD, (65,)
    copies = {f"s{i}": f'norma: 1\nstandard: s{i}\ncopy: "upper:many"\n' for i in range(1_900)}
    yield "1,900 copies of 15,000 parts", layers(folder / "copies", copies, {"many": many}), HELD, (65,)
    words = [f"f{i}" for i in range(1_000)]
    flow = "".join(group(f"g{i}", words) for i in range(600))
    yield ("600,000 parts that are facts",
           pack(folder / "flow", facts=with_facts("boolean", 1_000), contracts=as_standard(flow)), HELD, (65,))
    listed = "".join(part(f"p{i}", f"count([{'1,' * 29_000}1]) > due") for i in range(70))
    yield "70 lists of 30,000 numbers", pack(folder / "lists", contracts=as_standard(listed)), HELD, (65,)
    columns = [f"f{i}" for i in range(400)]
    head = ("norma: 1\ntable: t\ntitle: {zh: 表, en: t}\ncite: {document: d, clause: 一}\ninputs:\n"
            + "".join(f"  {c}: {c}\n" for c in columns) + "gives: boolean\nhit: first\nrows: {file: rows.csv}\n")
    rules = pack(folder / "cells", facts=with_facts("count", 400), t=head)
    write(rules / "rows.csv", ",".join(columns) + ",gives\n" + (",".join(["-"] * 400) + ",true\n") * 5_000)
    yield "2,000,000 cells of a table", rules, HELD, (65,)


def layered(folder):
    upper = named(as_standard("".join(part(f"p{i}", f"due > {i}") for i in range(15_000))), "many")
    drops = "".join(f"  - signing/p{i}\n" for i in range(2_000))
    copy = 'norma: 1\nstandard: copy\ncopy: "upper:many"\nderogation: {authority: {document: d, clause: 二}}\n'
    yield ("2,000 parts dropped of 15,000", layers(folder / "drops", {"copy": copy + "drop:\n" + drops},
                                                    {"many": upper}), "copy", (0,))
    more = "".join(f"  - signing/p{i}\n" for i in range(14_000))
    yield ("14,000 parts dropped of 15,000", layers(folder / "more", {"copy": copy + "drop:\n" + more},
                                                    {"many": upper}), "N0548", (65,))
    refining = {f"s{i}": standard(f"s{i}", part("p", "due > 0")).replace(
        "unit: enterprise", 'unit: enterprise\nrefines: "upper:many"') for i in range(1_500)}
    yield ("1,500 standards that refine 15,000 parts",
           layers(folder / "refine", refining, {"many": upper}), "N0575|N0560", (65,))
    paths = standard("paths", *[part(f"q{i}", "due > 0") + f"        refines: no/p{i}\n" for i in range(15_000)]).replace(
        "unit: enterprise", 'unit: enterprise\nrefines: "upper:many"')
    yield "15,000 paths that lead nowhere", layers(folder / "paths", {"paths": paths}, {"many": upper}), "N0555", (65,)
    dated = "norma: 1\nparameters:\n" + "".join(
        f"  n{i}: {{label: {{zh: 数, en: n}}, type: number, values: [{{from: 2023-01-01, value: 1, own_choice: true}}]}}\n"
        for i in range(2_400))
    over = "norma: 1\nparameters:\n" + "".join(
        f'  n{i}: {{overrides: "upper:n{i}", values: [{{from: 2023-01-01, value: 2, own_choice: true}}]}}\n'
        for i in range(2_400))
    resting = with_derived(derived(f"d{i}", f"n{i} + 1").replace("    unit: persons\n", "").replace("count", "number")
                           for i in range(2_400))
    yield ("2,400 parameters overridden", layers(folder / "over", {"parameters": over}, {"parameters": dated},
                                                 facts=resting), "N0558", (65,))
    folder = folder / "packs"
    write(folder / "all/pack.yaml", PACK.replace("pack: small", "pack: all") + "uses:\n" + "".join(
        f"  - {{pack: p{i}, version: 1.0.0}}\n" for i in range(3_000)))
    for i in range(3_000):
        write(folder / f"p{i}/pack.yaml", PACK.replace("pack: small", f"pack: p{i}"))
    yield "a pack upon 3,000", folder / "all", "N0548", (65,)
    write(folder / "none/pack.yaml", PACK.replace("pack: small", "pack: none") + "uses:\n" + "".join(
        f"  - {{pack: q{i}, version: 1.0.0}}\n" for i in range(90_000)))
    yield "a pack upon 90,000 that are not there", folder / "none", "N0541", (65,)


def unknown(folder):
    long = "".join(f"  {'n' * 110}{i:05}: {{label: {{zh: 数, en: n}}, of: [enterprise], type: count}}\n"
                   for i in range(4_900))
    wrong = "".join(part(f"p{i}", f"{'n' * 105}x{i:05}xxx > 0") for i in range(1_000))
    yield ("1,000 names slightly wrong, 4,900 to be meant",
           pack(folder / "near", facts=FACTS.replace("facts:\n", "facts:\n" + long, 1), contracts=as_standard(wrong)),
           "N0401", (65,))
    short = "".join(part(f"p{i}", f"z{i} > 0") for i in range(10_000))
    yield ("10,000 names of none of 4,900 facts",
           pack(folder / "none", facts=with_facts("count", 4_900), contracts=as_standard(short)), "N0401", (65,))
    one = " or ".join(f"z{i}" for i in range(190))
    yield ("190 unknown names in each of 1,000 parts",
           pack(folder / "each", facts=with_facts("count", 4_900),
                contracts=as_standard("".join(part(f"p{i}", one) for i in range(1_000)))), "N0401", (65,))


def probes(folder):
    for each in (texts, trees, layered, unknown):
        (folder / each.__name__).mkdir()
        for name, rules, says, codes in each(folder / each.__name__):
            yield Probe(name, ["list", rules], says=says, codes=codes)

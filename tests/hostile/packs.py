# SPDX-License-Identifier: Apache-2.0
"""Packs that are large, long-winded or bite their own tail."""

from expressions import as_requirement
from probe import Probe, SMALL_PACK, pack, write

PACK = (SMALL_PACK / "pack.yaml").read_text(encoding="utf-8")
FACTS = (SMALL_PACK / "facts.yaml").read_text(encoding="utf-8")


def derived(name, rule, kind="count"):
    return f"""  {name}:
    label: {{zh: {name}, en: {name}}}
    of: [enterprise]
    type: {kind}
    derived: {rule}
"""


def of_parts(count):
    parts = "".join(f"  - {{id: p{i}, cite: ①, title: {{zh: 一, en: a}}, require: due > {i}}}\n"
                    for i in range(count))
    return as_requirement("sound").split("items:")[0] + "items:\n" + parts


def probes(folder):
    parts = pack(folder / "parts", contracts=of_parts(100_000))
    yield Probe("100,000 parts in one file", ["list", parts], says=r"\[N\d{4}\]")
    allowed = pack(folder / "allowed", contracts=of_parts(20_000))
    yield Probe("20,000 parts", ["list", allowed], says="contracts|N\\d{4}", codes=(0, 65))
    chain = FACTS + derived("d0", "due") + "".join(
        derived(f"d{i}", f"d{i - 1} + 1") for i in range(1, 10_000))
    long = pack(folder / "chain", facts=chain, contracts=as_requirement("d9999 > 0"))
    yield Probe("a chain of 10,000 derived facts, loaded", ["list", long],
                says="contracts|N\\d{4}", codes=(0, 65))
    unit = write(folder / "unit.yaml", "norma: 1\nunit: enterprise\nfacts: {due: 1}\n")
    yield Probe("a chain of 10,000 derived facts, judged",
                ["check", unit, "--pack", long, "--standard", "contracts"],
                says="N\\d{4}|达标", codes=(0, 65))
    doubling = FACTS + derived("d0", "due") + "".join(
        derived(f"d{i}", f"d{i - 1} + d{i - 1}") for i in range(1, 300))
    twice = pack(folder / "doubling", facts=doubling, contracts=as_requirement("d299 > 10 ** 100"))
    yield Probe("derived facts that double", ["check", unit, "--pack", twice, "--standard", "contracts"],
                says="N\\d{4}|达标", codes=(0, 1, 2, 65))
    for name, facts in (("itself", derived("d0", "d0 + 1")),
                        ("two", derived("d0", "d1") + derived("d1", "d0"))):
        yield Probe("a derived fact of " + name, ["list", pack(folder / f"cycle-{name}", facts=FACTS + facts)])
    yield Probe("a pack that uses itself",
                ["list", pack(folder / "itself", pack=PACK + "uses: [{pack: small, version: 1.0.0}]\n")])
    yield Probe("a pack that extends itself",
                ["list", pack(folder / "extends", pack=PACK + "extends: {pack: small, version: 1.0.0}\n")])
    ring = folder / "ring"
    for a, b in (("one", "two"), ("two", "one")):
        pack(ring / a, pack=PACK.replace("pack: small", f"pack: {a}") + f"extends: {{pack: {b}, version: 1.0.0}}\n")
    yield Probe("packs that extend each other", ["list", ring / "one"])
    standing = as_requirement("sound").replace("    require: sound", "    standard: contracts")
    yield Probe("a standard within itself", ["list", pack(folder / "within", contracts=standing)])

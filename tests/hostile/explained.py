# SPDX-License-Identifier: Apache-2.0
"""What explains a verdict, where it would take longer, or say more, than all else."""

from packs import REPORT, derived, part, standard, with_derived, with_facts
from probe import Probe, as_standard, pack, write


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


def probes(folder):
    for each in (remedies, remarks):
        (folder / each.__name__).mkdir()
        yield from each(folder / each.__name__)

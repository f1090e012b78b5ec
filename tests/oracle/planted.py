# SPDX-License-Identifier: Apache-2.0
"""Whether a defect would be seen, and shown small.

    planted.py ENGINE

Each defect is put into the oracle, as it could stand in either of the two. Packs are
compared until one of them tells it; the counter-example that is printed must be of one
standard, short, and of what the defect is about.
"""

import argparse
import sys
from dataclasses import replace

import evaluate
import scores
import verdicts
from agreement import ask, differences, make_cases, make_pack
from binding import Bound
from counterexample import show
from engine import Engine
from files import files
from pack import Pack
from pack_text import head
from shrink import shrink

SEED = 1
MOST_PACKS = 400
MOST_LINES = 35     # of all files of a layer but the head of a pack by itself


def less_members(how, counted, n=0):
    """`at_least n`, n made smaller by the members that do not apply."""
    return CONCLUDE(how, counted, n - counted["not_applicable"] if how == "at_least" else n)


def strictly(sign, left, right):
    """`>=` taken for `>`."""
    return COMPARE(">" if sign == ">=" else sign, left, right)


def day_of_the_sheet(bound, fact, given):
    """The day of the unit counts where another fact is the day of evidence."""
    return (bound.unit.date if given.date is None else None) or DAY(bound, fact, given)


def value_below(bound, name, _):
    """An overridden parameter has its value of below in upper standards, too."""
    return PARAMETER(bound, name, bound.pack)


def full_steps(part, value):
    """Of a loss only full steps count, not those that have begun."""
    return LOST(replace(part, lose=(*part.lose[:2], "full")), value)


CONCLUDE, COMPARE, LOST = verdicts.conclude, evaluate.compare, scores.lost
DAY, PARAMETER = Bound.day, Bound.parameter

# (what is planted, where, under which name, one of what then must stand in the pack)
DEFECTS = [(less_members, verdicts, "conclude", ("at_least",)),
           (strictly, evaluate, "compare", (">=", "between", "in ")),
           (day_of_the_sheet, Bound, "day", ("dated_by",)),
           (value_below, Bound, "parameter", ("overrides",)),
           (full_steps, scores, "lost", ("begun",))]


def first_difference(engine):
    """(number, pack, case) of the first pack about which the two differ."""
    for number in range(MOST_PACKS):
        pack = make_pack(SEED, number)
        if "errors" in engine.load(pack):
            continue
        for scheme in ["", *pack.schemes]:
            cases = [case.by(scheme) for case in make_cases(pack, SEED, number, 20)]
            for case, answer in zip(cases, ask(engine, cases)):
                if "errors" not in answer and differences(pack, case, answer):
                    return number, pack, case
    return None


def lines(pack):
    return [line for content in files(pack).values() if content != head(Pack())
            for line in content.splitlines()]


def trial(engine, wanted):
    """What is wrong with how the defect is told, or "", and the counter-example."""
    found = first_difference(engine)
    if found is None:
        return f"not seen in {MOST_PACKS} packs", ""
    number, pack, case = found
    before = len(lines(pack))
    small, case = shrink(engine, pack, case)
    shown, after = show(engine, number, small, case), lines(small)
    if not any(word in line for word in wanted for line in after):
        return f"shown by something without any of {wanted}", shown
    layers = small.layers()
    if sum(len(layer.standards) for layer in layers) > 2 * len(layers) - 1 \
            or len(after) > MOST_LINES * len(layers):
        return f"{len(after)} lines are left of {before}", shown
    print(f"pack {number}: {before} lines became {len(after)}")
    return "", shown


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("engine")
    engine = Engine(parser.parse_args().engine)
    failed = 0
    for defect, module, name, wanted in DEFECTS:
        whole = getattr(module, name)
        setattr(module, name, defect)
        wrong, shown = trial(engine, wanted)
        setattr(module, name, whole)
        print(shown)
        if wrong:
            failed += 1
            print(f"{defect.__doc__} {wrong}")
    engine.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

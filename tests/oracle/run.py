# SPDX-License-Identifier: Apache-2.0
"""Compares the engine with an independent evaluator on generated packs and facts.

    run.py ENGINE [--cases 10000] [--seed 1] [--processes 2] [--only PACK]

ENGINE is build/release/tests/oracle/norma_oracle_engine. A case is a pack, a unit's
facts and two days. Each pack is made from the seed and its number alone, so that
`--only NUMBER` shows one again. A disagreement is made small and printed as files.
"""

import argparse
import collections
import multiprocessing
import sys
import time
import traceback

from agreement import ask, differences, differing_trees, make_cases, make_pack
from causes import ended
from counterexample import show
from engine import Engine
from shrink import shrink

CASES_OF_A_PACK = 20
MOST_SHOWN = 3


def compare_pack(engine, seed, number, counts):
    """Disagreements about one pack, as texts; the first is made small."""
    pack = make_pack(seed, number)
    trees = engine.load(pack)
    if "errors" in trees:
        counts["refused"] += 1
        counts.update(f"refused {code}" for code in {error[0] for error in trees["errors"]})
        return []
    counts["packs"] += 1
    found = [f"pack {number}: not parsed as written: {where}"
             for where in differing_trees(pack, trees)]
    cases = make_cases(pack, seed, number, CASES_OF_A_PACK)
    answered = []
    for scheme in ["", *pack.schemes]:
        asked = [case.by(scheme) for case in cases]
        answered += zip(asked, ask(engine, asked))
    for case, answer in answered:
        counts["scores" if case.scheme else "cases"] += 1
        counts.update(verdict for _, verdict, *_ in answer.get("nodes", ()))
        counts["ended"] += any(ended(told) for *_, told in answer.get("nodes", ()))
        if not found and differences(pack, case, answer):
            found.append(show(engine, number, *shrink(engine, pack, case)))
    return found


def work(task):
    """Compares a share of the packs in a process of its own."""
    command, compare, seed, numbers, size = task
    counts, found = collections.Counter(), []
    engine = Engine(command)
    try:
        for number in numbers:
            if counts["cases"] >= size or len(found) >= MOST_SHOWN:
                break
            try:
                found += compare(engine, seed, number, counts)
            except Exception:  # pylint: disable=broad-except
                found.append(f"pack {number}:\n{traceback.format_exc()}")
                engine.close()
                engine = Engine(command)
    finally:
        engine.close()
    return counts, found


def options_of(about, cases):
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("engine")
    parser.add_argument("--cases", type=int, default=cases)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", type=int, help="the number of one pack")
    return parser.parse_args()


def compare_all(options, compare, cases_of_a_pack):
    """Counts and findings of `compare` over the packs that the options ask for."""
    if options.only is not None:
        results = [work((options.engine, compare, options.seed, [options.only],
                         cases_of_a_pack))]
    else:
        share = -(-options.cases // options.processes)
        tasks = [(options.engine, compare, options.seed,
                  range(first, 10 ** 9, options.processes), share)
                 for first in range(options.processes)]
        with multiprocessing.Pool(options.processes) as pool:
            results = pool.map(work, tasks)
    return (sum((result[0] for result in results), collections.Counter()),
            [text for result in results for text in result[1]])


def main():
    options = options_of(__doc__, cases=10_000)
    begun = time.monotonic()
    counts, found = compare_all(options, compare_pack, CASES_OF_A_PACK)
    for text in found:
        print(text, end="\n\n")
    print(f"{len(found)} disagreements, {time.monotonic() - begun:.0f} s")
    report(counts)
    # That the engine gives up now and then is accepted, not that it does nothing else.
    gives_up = counts["cases"] >= 1000 and counts["ended"] * 100 > counts["cases"]
    return 1 if found or gives_up else 0


def report(counts, to=sys.stdout):
    """What was compared, in four lines."""
    nodes = {verdict: counts[verdict]
             for verdict in ("pass", "fail", "undetermined", "not_applicable")}
    print(f"{counts['cases']} cases of {counts['packs']} packs, {counts['scores']} scored",
          file=to)
    print("verdicts: " + ", ".join(f"{n} {verdict}" for verdict, n in nodes.items()), file=to)
    print(f"left open by the limit on steps: {counts['ended']}", file=to)
    refused = ", ".join(f"{key[8:]} {n}" for key, n in sorted(counts.items())
                        if key.startswith("refused "))
    print(f"packs refused when loaded: {counts['refused']}" + (f" ({refused})" if refused else ""),
          file=to)


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Workload W judged by the libraries that an analyst could use instead.

    build/peers/bin/python tests/bench/peers/run.py [--units 2000000] [--cached 100000] [--rounds 9]

The same facts for all, of two sizes: one that no cache holds, where reading and writing are the
limit, and one that the cache does, judged again and again, where computing is. Every verdict of
every unit is compared before anything is timed; then each library in turn, round after round
(A B A B). One thread is timed by the processor, the median of the rounds; two by the clock, the
fastest round, since others may use the machine. Ratios are to one of the libraries, in the same
rounds.
"""

import argparse
import importlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

PEERS = ("norma", "polars", "pyarrow", "pandas", "numpy", "duckdb", "openfisca")
THREADS = (1, 2)
AGAINST = "Polars lazy"
THREADED = {"Polars lazy", "Polars streaming", "Polars lazy, verdicts as four words",
            "PyArrow kernels", "NumPy in blocks", "NumPy in Arrow's bits", "DuckDB",
            "norma, Arrow in and out", "norma, Polars in and out",
            "norma, verdicts as four words", "norma, Polars, four words",
            "norma, with the deciding parts"}
OURS = "norma, Arrow in and out"
MARKS = {"Polars lazy": 1.7, "Polars streaming": 1.7, "PyArrow kernels": 3.5,
         "pandas, Arrow-backed": 5, "NumPy in blocks": 5, "NumPy in Arrow's bits": None,
         "NumPy masks": 8, "pandas, nullable": 8, "DuckDB": 35}  # None: told, without a mark


def here(threads):
    """Modules of the peers, each kept to so many threads: said before they are loaded."""
    for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
                 "NUMEXPR_NUM_THREADS", "NUMEXPR_MAX_THREADS", "ARROW_NUM_THREADS"):
        os.environ[name] = str(threads)
    import pyarrow
    pyarrow.set_cpu_count(threads)
    pyarrow.set_io_thread_count(1)
    return [importlib.import_module(f"peer_{name}") for name in PEERS]


def entries(modules, data, threads):
    """(name, run, codes, whether its verdicts may differ)."""
    for module in modules:
        for name, (run, codes) in module.runs(data, threads).items():
            if threads == 1 or name in THREADED:
                yield name, run, codes, getattr(module, "MAY_DIFFER", False)


def disagreement(found, want, may_differ):
    """How many units get which wrong overall verdict."""
    import numpy as np

    from workload import FAIL, OPEN, PASS
    if np.array_equal(found, want):
        return ""
    if not may_differ:
        raise SystemExit(f"{int((found != want).sum())} verdicts differ")
    got, right = found[-1], want[-1]
    return ", ".join(
        f"{int(((got == mine) & (right == theirs)).sum())} {what}"
        for mine, theirs, what in ((PASS, FAIL, "fails called pass"),
                                   (FAIL, PASS, "passes called fail"),
                                   (PASS, OPEN, "undetermined called pass"),
                                   (FAIL, OPEN, "undetermined called fail")))


def contest(threads, units, calls, rounds):
    """Seconds that each library takes for one of so many calls in a row, by round."""
    modules = here(threads)
    from exactness import answers_of
    from workload import Workload, fingerprint, verdicts_of
    data = Workload(units)
    want = verdicts_of(data.values, data.known)
    all_of = list(entries(modules, data, threads))
    result = {"fingerprint": fingerprint(want), "versions": {}, "answers": {}, "took": {}}
    result["differs"] = {}
    for name, run, codes, may_differ in all_of:
        print(f"\r{units} units, {threads} thread(s): {name} …\033[K", end="", file=sys.stderr,
              flush=True)
        try:
            result["differs"][name] = disagreement(codes(run()), want, may_differ)
        except SystemExit as error:
            raise SystemExit(f"{name}: {error}") from None
        result["took"][name] = []
    for _ in range(rounds):
        for name, run, _, _ in all_of:
            clock, cpu = time.perf_counter(), time.process_time()
            for _ in range(calls):
                kept = run()
                del kept
            took = time.process_time() - cpu if threads == 1 else time.perf_counter() - clock
            result["took"][name].append(took / calls)
    print("\r\033[K", end="", file=sys.stderr)
    for module in modules:
        result["versions"][module.__name__.removeprefix("peer_")] = module.VERSION
        for name, ask in module.ASK.items():
            result["answers"][name] = answers_of(ask)
    return result


def typical(took, threads):
    return statistics.median(took) if threads == 1 else min(took)


def print_rates(sizes, results):
    """A row a library: of each size and number of threads its speed, and its share of one."""
    heads = [f"{units:,} units, {threads} thread{'s' * (threads > 1)} | of {AGAINST}"
             for units in sizes for threads in THREADS]
    print(f"| {'workload W':36} | {' | '.join(heads)} | verdicts |\n"
          f"|{'-' * 38}|{'---|' * (2 * len(heads) + 1)}")
    for name in results[sizes[0], 1]["took"]:
        cells = []
        for units in sizes:
            for threads in THREADS:
                took = results[units, threads]["took"]
                if name not in took:
                    cells += ["", ""]
                    continue
                mine, other = typical(took[name], threads), typical(took[AGAINST], threads)
                cells += [f"{units / mine / 1e6:.1f} M/s", f"{other / mine:.2f}"]
        verdict = results[sizes[0], 1]["differs"][name] or "agree"
        print(f"| {name:36} | {' | '.join(cells)} | {verdict} |")


def print_marks(sizes, results):
    """How many times as fast norma is, and what it is to be."""
    heads = [f"{units:,}, {threads} thread{'s' * (threads > 1)}"
             for units in sizes for threads in THREADS]
    print(f"\n| {'norma is so many times as fast as':36} | {' | '.join(heads)} | mark |\n"
          f"|{'-' * 38}|{'---|' * (len(heads) + 1)}")
    for name, mark in MARKS.items():
        cells = []
        for units in sizes:
            for threads in THREADS:
                took = results[units, threads]["took"]
                cells.append(f"{typical(took[name], threads) / typical(took[OURS], threads):.2f}"
                             if name in took else "")
        print(f"| {name:36} | {' | '.join(cells)} | {mark or ''} |")


def print_answers(answers):
    from exactness import QUESTIONS
    print(f"\n| {'asked':36} | " + " | ".join(each.title for each in QUESTIONS) + " |\n"
          f"|{'-' * 38}|" + "---|" * len(QUESTIONS))
    print(f"| {'must be':36} | " + " | ".join(each.must for each in QUESTIONS) + " |")
    for name, found in answers.items():
        cells = [found[each.title] if found[each.title] == each.must
                 else f"**{found[each.title]}**" for each in QUESTIONS]
        print(f"| {name:36} | {' | '.join(cells)} |")


def run_apart(*, threads, units, calls, rounds):
    """A contest in a process of its own, since libraries ask for their threads once."""
    made = subprocess.run(
        [sys.executable, "-B", pathlib.Path(__file__), "--threads", str(threads), "--units",
         str(units), "--calls", str(calls), "--rounds", str(rounds)],
        stdout=subprocess.PIPE, check=True)
    return json.loads(made.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--units", type=int, default=2_000_000)
    parser.add_argument("--cached", type=int, default=100_000, help="units that a cache holds")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, help="only run, print JSON")
    parser.add_argument("--calls", type=int, default=1, help="with --threads, in each round")
    asked = parser.parse_args()
    if asked.threads:
        print(json.dumps(contest(asked.threads, asked.units, asked.calls, asked.rounds)))
        return
    sizes = list(dict.fromkeys((asked.units, asked.cached)))
    calls = {units: max(1, asked.units // units) for units in sizes}  # as much work in a round
    results = {(units, threads): run_apart(threads=threads, units=units, calls=calls[units],
                                           rounds=asked.rounds)
               for units in sizes for threads in THREADS}
    of = results[sizes[0], 1]
    versions = ", ".join(f"{name} {version}" for name, version in of["versions"].items())
    print(f"{asked.rounds} rounds; Python {sys.version.split()[0]}, {versions}")
    for units in sizes:
        print(f"{units:,} units, {calls[units]} call{'s' * (calls[units] > 1)} a round; CRC-32 of "
              f"all verdicts {results[units, 1]['fingerprint']}")
    print()
    print_rates(sizes, results)
    print_marks(sizes, results)
    print_answers(of["answers"])


if __name__ == "__main__":
    main()

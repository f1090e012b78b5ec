# SPDX-License-Identifier: Apache-2.0
"""Compares columns with the scalar engine, in processes, until so many pairs are done.

    agreement.py TEST [--pairs 100000000] [--seed 1] [--processes 2] [--done FILE]

TEST is build/release/tests/norma_test_batch. Each run of it has a seed of its own, from
`--seed` on, and compares about a million pairs of a unit and a node. What is done is
written to `--done`, and not done again by the same TEST: the comparison can be stopped
and gone on with.
"""

import argparse
import concurrent.futures
import hashlib
import itertools
import os
import pathlib
import re
import subprocess
import sys
import time

CASES_OF_A_RUN = 1300
NAME = "columns give the verdicts that judging each unit gives"
COUNTED = re.compile(r"(\d+) pairs of a unit and a node, (\d+) of (\d+) units row by row")


def compare(test, seed):
    """Pairs, units by rows and units of one run; nothing, and its output, if it fails."""
    params = f"max_success={CASES_OF_A_RUN} seed={seed} noshrink=1"
    ended = subprocess.run([test, NAME], env={**os.environ, "RC_PARAMS": params},
                           capture_output=True, text=True, check=False)
    counted = COUNTED.search(ended.stdout)
    if ended.returncode != 0 or counted is None:
        return None, f"RC_PARAMS='{params}' {test} '{NAME}'\n{ended.stdout[-4000:]}"
    return tuple(int(n) for n in counted.groups()), ""


def read_done(where, digest):
    """Counts by seed, of the same test."""
    if not where.exists():
        return {}
    head, *lines = where.read_text(encoding="utf-8").splitlines()
    if head != digest:
        return {}
    return {int(seed): tuple(map(int, rest)) for seed, *rest in map(str.split, lines)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("test")
    parser.add_argument("--pairs", type=int, default=100_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--done", type=pathlib.Path,
                        default=pathlib.Path("build/agreement/done.txt"))
    options = parser.parse_args()
    digest = hashlib.sha256(pathlib.Path(options.test).read_bytes()).hexdigest()
    done = read_done(options.done, digest)
    options.done.parent.mkdir(parents=True, exist_ok=True)
    options.done.write_text("\n".join(
        [digest] + [f"{seed} {' '.join(map(str, n))}" for seed, n in done.items()]) + "\n",
        encoding="utf-8")
    pairs = sum(counts[0] for counts in done.values())
    before, began, failures = pairs, time.monotonic(), []
    seeds = (seed for seed in itertools.count(options.seed) if seed not in done)
    with concurrent.futures.ThreadPoolExecutor(options.processes) as pool, \
            options.done.open("a", encoding="utf-8") as log:
        running = {}
        while pairs < options.pairs and not failures or running:
            while len(running) < options.processes and pairs < options.pairs \
                    and not failures:
                seed = next(seeds)
                running[pool.submit(compare, options.test, seed)] = seed
            ended, _ = concurrent.futures.wait(
                running, return_when=concurrent.futures.FIRST_COMPLETED)
            for each in ended:
                seed = running.pop(each)
                counts, told = each.result()
                if counts is None:
                    failures.append(told)
                    continue
                done[seed] = counts
                pairs += counts[0]
                print(seed, *counts, file=log, flush=True)
                if sys.stderr.isatty():
                    rate = (pairs - before) / (time.monotonic() - began)
                    left = max(0, options.pairs - pairs) / rate
                    print(f"\r{pairs:,} pairs, {left:.0f} s left ", end="", file=sys.stderr)
    by_rows, units = (sum(counts[i] for counts in done.values()) for i in (1, 2))
    print(f"{pairs:,} pairs of a unit and a node compared in {len(done)} runs, "
          f"{by_rows:,} of {units:,} units row by row; {len(failures)} runs disagree")
    for told in failures:
        print(told)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

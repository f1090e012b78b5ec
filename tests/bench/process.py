# SPDX-License-Identifier: Apache-2.0
"""Time and memory of whole processes: `norma check` of a unit and of large parks.

    python3 tests/bench/process.py build/release/bin/norma [--runs 5]

Prints the median of the runs, and the least: processor time (user and system),
time on the clock, and the most memory that the process held.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import large_park

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = (  # what, members and the silent among them, file, goal in seconds and MB
    ("one unit", None, ROOT / "examples/facts/yongjiang_pump.yaml", 0.06, None),
    ("park of 50,000, JSON", "twelfth", "inline.json", 2, 500),
    ("park of 50,000, {file: members.csv}", "twelfth", "file.yaml", 2, 500),
    ("park of 50,000, YAML", "twelfth", "inline.yaml", 5, 500),
    ("the same, all of them silent, JSON", "all", "inline.json", None, 500),
)


def run(norma, unit):
    """(processor seconds, seconds, megabytes) of one process."""
    begin = time.monotonic()
    process = subprocess.Popen(
        [norma, "check", unit, "--pack", ROOT / "rules/cn-zj", "--as-of", "2024-03-31"],
        stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):  # pass, fail, undetermined
        raise SystemExit(f"{unit}: exit code {process.returncode}")
    return used.ru_utime + used.ru_stime, time.monotonic() - begin, used.ru_maxrss / 1024


def measure(norma, runs, folder):
    made = set()
    print(f"{'norma check, whole process':38} {'processor s':>15} {'clock s':>15} {'MB':>5}"
          "   goal: s, MB")
    for what, silent, name, seconds, memory in CASES:
        if silent and silent not in made:
            large_park.write(folder / silent, 50_000, silent)
            made.add(silent)
        unit = folder / silent / name if silent else name
        run(norma, unit)
        cpu, clock, held = zip(*(run(norma, unit) for _ in range(runs)))
        cells = (f"{statistics.median(all):7.3f} {min(all):7.3f}" for all in (cpu, clock))
        print(f"{what:38} {' '.join(cells)} {max(held):5.0f}   {seconds or '-'}, {memory or '-'}",
              flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("norma", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(asked.norma, asked.runs, pathlib.Path(folder))

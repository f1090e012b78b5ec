# SPDX-License-Identifier: Apache-2.0
"""run.py NORMA [--slower N] [--only WORDS] [--every N] [--of-found N]: what a stranger may send.

Each probe must end with a diagnostic, within two seconds of processor time and
512 MiB, and never by a signal. `--slower` stretches the time and, beyond 3, lets memory
be, for builds with sanitizers. `--every` takes each N-th probe, `--of-found` each N-th of
the groups that hold what readers found: it says of how many.
"""

import argparse
import importlib
import pathlib
import sys
import tempfile

from probe import run

parser = argparse.ArgumentParser()
parser.add_argument("norma", type=pathlib.Path)
parser.add_argument("--slower", type=float, default=1.0)
parser.add_argument("--only", default="")
parser.add_argument("--every", type=int, default=1)
parser.add_argument("--of-found", type=int, default=1)
options = parser.parse_args()

THOUGHT_OF = ("expressions", "letters", "files", "packs", "paths")
FOUND = ("texts", "facts", "lists", "errors", "repeated", "many", "explained", "cases", "tables")

failed, seen, done, slowest, largest = [], 0, 0, (0.0, ""), (0, "")
with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder).chmod(0o755)  # for who has no rights of the superuser
    for group in (*THOUGHT_OF, *FOUND):
        every = options.of_found if group in FOUND else options.every
        place = pathlib.Path(folder) / group
        place.mkdir()
        for probe in importlib.import_module(group).probes(place):
            if options.only not in probe.name:
                continue
            seen += 1
            if (seen - 1) % max(every, options.every):
                continue
            outcome = run(options.norma, probe, options.slower, options.slower <= 3)
            done += 1
            slowest = max(slowest, (outcome.seconds, probe.name))
            largest = max(largest, (outcome.bytes, probe.name))
            if outcome.problems:
                failed.append(probe.name)
                print(probe.name, *outcome.problems, sep="\n    ")
print(f"{done} of {seen} probes, {len(failed)} failed; slowest {slowest[0]:.2f} s ({slowest[1]}), "
      f"largest {largest[0] >> 20} MiB ({largest[1]})")
sys.exit(1 if failed or not done else 0)

# SPDX-License-Identifier: Apache-2.0
"""Runs the transcripts of tests/golden: commands, their output, their exit code.

A transcript, tests/golden/<feature>/{good,bad}/<name>.golden:

    $ norma eval "1 +"
    error[N0301]: ...
    [exit 65]

Lines between one `$ ` and the next are what the command prints on both
streams; `[exit N]` follows where N is not 0. Commands run in the transcript's
folder with bash. `run.py NORMA --record` writes what was printed instead
(review the difference before you commit it).
"""

import argparse
import difflib
import os
import pathlib
import sys

from run_commands import environment, transcript

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("norma", type=pathlib.Path, help="the command to test")
    parser.add_argument("--record", action="store_true", help="write what is printed now")
    parser.add_argument("paths", nargs="*", type=pathlib.Path, default=[ROOT / "tests/golden"])
    options = parser.parse_args()

    variables = environment(options.norma)
    files = sorted(file for path in options.paths
                   for file in ([path] if path.is_file() else path.rglob("*.golden")))
    passed, failed = 0, 0
    for file in files:
        expected = file.read_text(encoding="utf-8")
        actual, count = transcript(expected, file.parent, variables)
        name = os.path.relpath(file, ROOT)
        if actual == expected and count:
            passed += 1
        elif options.record and count:
            file.write_text(actual, encoding="utf-8")
            print("recorded", name)
        else:
            failed += 1
            print(f"{name}: " + ("differs" if count else "has no command"))
            sys.stdout.writelines(difflib.unified_diff(
                expected.splitlines(True), actual.splitlines(True), "expected", "now"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())

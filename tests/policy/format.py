# SPDX-License-Identifier: Apache-2.0
"""Sources are as `make format` leaves them."""

import shutil
import subprocess
import sys

from project import ROOT, files, finish

# Another version breaks lines elsewhere: Debian 12 has this one.
VERSION = "version 14."

tool = shutil.which("clang-format")
found = subprocess.run([tool, "--version"], capture_output=True, text=True).stdout if tool else ""
if VERSION not in found:
    print(f"skipped: clang-format {VERSION}x is not here" + (f", but {found}" if found else ""))
    sys.exit(77)

sources = files("*.hpp", "*.ipp", "*.cpp")
result = subprocess.run([tool, "--dry-run", "-Werror", *map(str, sources)], cwd=ROOT,
                        capture_output=True, text=True)
told = [line for line in result.stderr.splitlines() if "error: code should be" in line]
problems = sorted({line.split(":")[0] + ": not as `make format` leaves it" for line in told})
if result.returncode != 0 and not problems:
    problems = [result.stderr]
finish(len(sources), problems)

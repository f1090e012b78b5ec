# SPDX-License-Identifier: Apache-2.0
"""The command line from Python: check, eval, lint, list, show, template, test and the others."""

import os
import pathlib
import subprocess
import sys
from typing import Never

from ._load import BUILTIN

COMMAND = pathlib.Path(__file__).parent / "bin" / "norma"


def environment() -> dict[str, str]:
    named = [os.environ["NORMA_PACKS"]] if os.environ.get("NORMA_PACKS") else []
    return os.environ | {"NORMA_PACKS": os.pathsep.join([*named, str(BUILTIN)])}


def main() -> Never:
    """The command itself, in place of this process."""
    os.execve(COMMAND, ["norma", *sys.argv[1:]], environment())


def run(*arguments: str | os.PathLike[str]) -> subprocess.CompletedProcess[str]:
    """Runs a verb of the command line and gives what it printed.

    >>> run("eval", "0.1 + 0.2 = 0.3", "--lang", "en").stdout.splitlines()[0]
    'true'
    >>> run("show", "cn-zj:enterprise.large_medium/training", "--lang", "en").returncode
    0

    The result is a `subprocess.CompletedProcess` with `returncode` (docs/cli.md), `stdout`
    and `stderr`.
    """
    return subprocess.run([COMMAND, *arguments], env=environment(),
                          stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")

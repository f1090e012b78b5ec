# SPDX-License-Identifier: Apache-2.0
"""One thing a stranger may send: what is run, and what must come of it."""

import dataclasses
import os
import pathlib
import re
import shutil
import signal
import tempfile

CPU_SECONDS = 2.0
MEMORY_BYTES = 512 * 1024 * 1024
WALL_SECONDS = 120  # a hang, however busy the machine

SMALL_PACK = pathlib.Path(__file__).resolve().parents[1] / "golden/pack"


@dataclasses.dataclass
class Probe:
    """`norma ARGUMENTS`: `says` must match what it prints, `codes` holds how it ends."""

    name: str
    arguments: list
    says: str = r"\[N\d{4}\]"
    codes: tuple = (65,)
    meanwhile: object = None  # called again and again while it runs


@dataclasses.dataclass
class Outcome:
    problems: list
    seconds: float  # of processor time
    bytes: int  # at most held


def run(norma, probe, slower=1.0, watch_memory=True):
    """Runs it once. `slower` stretches the limits of time, for slow builds."""
    with tempfile.TemporaryFile() as out:
        child = os.fork()
        if child == 0:
            signal.alarm(int(WALL_SECONDS * slower))
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
            os.execv(norma, [str(norma), *map(str, probe.arguments)])
        ended = 0
        while probe.meanwhile and not ended:
            ended, status, used = os.wait4(child, os.WNOHANG)
            probe.meanwhile()
        if not ended:
            _, status, used = os.wait4(child, 0)
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    seconds, held = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
    problems = []
    if code < 0:
        problems.append(f"ended by {signal.Signals(-code).name}")
    elif code not in probe.codes:
        problems.append(f"exit code {code}, expected one of {probe.codes}")
    if not re.search(probe.says, text):
        problems.append(f"does not say {probe.says}")
    if seconds > CPU_SECONDS * slower:
        problems.append(f"{seconds:.1f} s of processor time")
    if watch_memory and held > MEMORY_BYTES:
        problems.append(f"{held >> 20} MiB")
    if problems:
        problems.append("it says: " + text[:400])
    return Outcome(problems, seconds, held)


def write(path, content):
    """Writes text or bytes, with the folders that are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        content = content.encode("utf-8")
    path.write_bytes(content)
    return path


def pack(folder, **instead):
    """A copy of the small pack of the golden tests; `facts="…"` replaces facts.yaml."""
    shutil.copytree(SMALL_PACK, folder)
    for name, content in instead.items():
        write(folder / f"{name}.yaml", content)
    return folder

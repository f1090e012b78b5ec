# SPDX-License-Identifier: Apache-2.0
"""One thing a stranger may send: what is run, and what must come of it."""

import dataclasses
import os
import pathlib
import re
import resource
import shutil
import signal
import sys
import tempfile

CPU_SECONDS = 2.0
MEMORY_BYTES = 512 * 1024 * 1024
WALL_SECONDS = 120  # a hang, however busy the machine
NOBODY = 65534

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "golden"))
from run_commands import in_english  # noqa: E402

SMALL_PACK = pathlib.Path(__file__).resolve().parents[1] / "golden/pack"


@dataclasses.dataclass
class Probe:
    """`norma ARGUMENTS`: `says` must match what it prints, `codes` holds how it ends.

    `says` names the code of what is wrong: a probe that is wrong in another way, too,
    could be refused for that and would never reach what it is about.
    """

    name: str
    arguments: list
    says: str
    codes: tuple = (65,)
    meanwhile: object = None  # called again and again while it runs
    largest_file: int = None  # bytes that fit on the disk
    prints_to: str = None  # in place of what is read
    as_nobody: bool = False  # without the rights of the superuser
    leaves: tuple = ()  # a path, and what it holds afterwards, None: it is not there


@dataclasses.dataclass
class Outcome:
    problems: list
    seconds: float  # of processor time
    bytes: int  # at most held


def become(norma, probe, out, seconds):
    """In the child: what the probe asks for, then norma."""
    program = os.open(norma, os.O_RDONLY)  # where nobody may have no way to it
    os.set_inheritable(program, True)
    signal.alarm(seconds)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(probe.prints_to, os.O_WRONLY) if probe.prints_to else out, 1)
    os.dup2(out, 2)
    if probe.largest_file:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (probe.largest_file, probe.largest_file))
    if probe.as_nobody and os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    os.execve(program, [norma, *map(as_word, probe.arguments)], in_english(os.environ))


def as_word(argument):
    return argument if isinstance(argument, bytes) else str(argument)


def content(path):
    return path.read_text(encoding="utf-8") if path.exists() else None


def run(norma, probe, slower=1.0, watch_memory=True):
    """Runs it once. `slower` stretches the limits of time, for slow builds."""
    with tempfile.TemporaryFile() as out:
        child = os.fork()
        if child == 0:
            try:
                become(norma, probe, out.fileno(), int(WALL_SECONDS * slower))
            finally:
                os._exit(126)
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
    if not re.search(probe.says, text, re.M):
        problems.append(f"does not say {probe.says}")
    if probe.leaves and content(probe.leaves[0]) != probe.leaves[1]:
        problems.append(f"leaves {probe.leaves[0]} with {content(probe.leaves[0])}")
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


def as_standard(members):
    """The small pack's standard with these lines as members of its one item."""
    return f"""norma: 1
standard: contracts
title: {{zh: 签订合同, en: Contracts}}
unit: enterprise
in_force: {{from: 2023-01-03}}
cite: {{document: d, clause: 一}}
items:
  - id: signing
    cite: ①
    title: {{zh: 签订, en: Signing}}
    all:
{members}"""

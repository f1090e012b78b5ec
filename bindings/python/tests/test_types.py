# SPDX-License-Identifier: Apache-2.0
"""The types that are declared are those that there are."""

import os
import subprocess
import sys

from conftest import ROOT

USE = """
import datetime, norma
report = norma.load("cn-zj")["industry"].assess({"x": 1}, as_of=datetime.date(2024, 1, 1))
verdict: norma.Verdict = report.parts[0].verdict
day: datetime.date = report.as_of
report.as_of = day  # error: Property
turns: tuple[norma.Turn, ...] = report.sensitivity()
found = norma.load("cn-zj")["industry"].assess_frame([], as_of=day, distances=True)
row: norma.Report | None = found.explain(0)
found.explain([0])  # error: Argument 1
norma.load("cn-zj")["industry"].assess({"x": 1})  # error: Missing named argument
"""


def checked(folder, *arguments):
    # What it knows of other libraries is kept from one run of the tests to the next, by what
    # it was asked for.
    asked = "_".join(one.strip("-").partition("=")[0] for one in arguments if one[:2] == "--")
    known = os.environ | {"MYPY_CACHE_DIR": str(ROOT / "build/python" / arguments[0] / asked)}
    return subprocess.run([sys.executable, "-m", *arguments], cwd=folder, env=known,
                          capture_output=True, text=True)


def test_types_of_the_package(tmp_path):
    typed = [str(path) for path in sorted((ROOT / "bindings/python/norma").glob("*.py*"))
             if path.suffix in (".py", ".pyi")]
    result = checked(tmp_path, "mypy", "--strict", "--follow-imports=silent", *typed)
    assert result.returncode == 0, result.stdout + result.stderr


def test_types_of_its_use(tmp_path):
    (tmp_path / "use.py").write_text(USE)
    result = checked(tmp_path, "mypy", "--strict", "use.py")
    told = [line for line in result.stdout.splitlines() if ": error: " in line]
    wanted = [(number, line.split("# error: ")[1]) for number, line in
              enumerate(USE.splitlines(), 1) if "# error: " in line]
    assert len(told) == len(wanted), result.stdout + result.stderr
    for (number, words), line in zip(wanted, told):
        assert line.startswith(f"use.py:{number}: error: {words}")


def test_the_stubs_are_of_what_is_there(tmp_path):
    # What pybind11 gives every class: its metaclass, an __init__ that takes anything.
    (tmp_path / "allowed").write_text(r"norma\._core\.[A-Z]\w+(\.__init__|\.assess_frame)?" + "\n")
    result = checked(tmp_path, "mypy.stubtest", "norma._core", "--allowlist", "allowed",
                     "--ignore-missing-stub")
    assert result.returncode == 0, result.stdout + result.stderr

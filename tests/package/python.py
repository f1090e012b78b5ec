# SPDX-License-Identifier: Apache-2.0
"""`pip install .` from a clean clone, for every CPython from 3.11 on that PATH has.

Each has a virtual environment of its own, judges a unit there without the sources and is
named; a version that PATH does not have is named as not tested.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSIONS = [f"3.{minor}" for minor in range(11, 16)]
JUDGE = """
import norma, sys
standard = norma.load("cn-zj")["enterprise.large_medium"]
report = standard.assess({"worker_count": 10, "size_class": "large", "coordinator_count": 1},
                         as_of="2024-03-31")
assert report.verdict == "fail", report
assert norma.run("list").returncode == 0
"""


def call(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


def found():
    for version in VERSIONS:
        for folder in os.get_exec_path():
            candidate = shutil.which(f"python{version}", path=folder)
            # A shim may stand there for a version that is not chosen.
            if candidate and subprocess.run([candidate, "-c", ""], capture_output=True,
                                            cwd="/").returncode == 0:
                yield version, candidate
                break


def install_and_judge(python, work):
    clone, venv = work / "clone", work / "clone/build/venv"
    call("git", "clone", "-q", "--no-hardlinks", ROOT, clone)
    call(python, "-m", "venv", venv)
    pip = [venv / "bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    needed = (ROOT / "bindings/python/tests/requirements.txt").read_text().splitlines()
    call(*pip, *[line for line in needed if line.startswith(("scikit-build", "pybind11"))])
    # Objects of the clone are those of the checkout to ccache, as the Makefile has them.
    call(*pip, "--no-build-isolation", "-C", "cmake.define.NORMA_WERROR=ON", clone,
         env=os.environ | {"CCACHE_BASEDIR": str(clone), "CCACHE_NOHASHDIR": "1",
                           "CCACHE_SLOPPINESS": "locale"})
    for folder in ("bindings", "include", "rules", "src"):
        shutil.rmtree(clone / folder)
    call(venv / "bin/python", "-c", JUDGE, cwd=work)


def main():
    there = dict(found())
    for python in there.values():
        with tempfile.TemporaryDirectory() as folder:
            install_and_judge(python, pathlib.Path(folder))
    print("tested:", ", ".join(f"CPython {version}" for version in there))
    print("not tested, not on PATH:",
          ", ".join(f"CPython {one}" for one in VERSIONS if one not in there) or "none")
    return 0 if there else 1


if __name__ == "__main__":
    sys.exit(main())

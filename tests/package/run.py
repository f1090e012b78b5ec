# SPDX-License-Identifier: Apache-2.0
"""Builds and runs an example of examples/cpp as a consumer of the package would.

run.py <example> <build folder> <compiler>: installs the build into a folder
of its own, with the licence, configures the example against it, compares what it
prints with the example's expected.txt.
"""

import difflib
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

example, build, compiler = sys.argv[1:4]
source = ROOT / "examples/cpp" / example
arguments = [ROOT / "rules/cn-zj", ROOT / "examples/facts/yongjiang_pump.yaml"]


def call(*command):
    subprocess.run([str(part) for part in command], check=True)


# Always the same folder, so that ccache has what was compiled before.
work = pathlib.Path(build).absolute().parent / f"package-{example}"
prefix = work / "prefix"
shutil.rmtree(work, ignore_errors=True)
try:
    call("cmake", "--install", build, "--prefix", prefix)
    licence = prefix / "share/doc/norma/LICENSE"
    if licence.read_bytes() != (ROOT / "LICENSE").read_bytes():
        sys.exit(f"{licence} is not the licence of the project")
    launcher = shutil.which("ccache")
    # That it compiles is to be seen, not how fast it runs.
    call("cmake", "-S", source, "-B", work, "-G", "Ninja", "--log-level=WARNING",
         f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}",
         "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DNORMA_WERROR=ON",
         "-DCMAKE_UNITY_BUILD=ON", "-DCMAKE_UNITY_BUILD_BATCH_SIZE=16",
         *([f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}"] if launcher else []))
    call("cmake", "--build", work, "-j", os.cpu_count() or 1)
    result = subprocess.run([work / "judge", *arguments], check=True, capture_output=True,
                            text=True)
finally:
    shutil.rmtree(work, ignore_errors=True)

expected = (source / "expected.txt").read_text(encoding="utf-8")
sys.stdout.writelines(difflib.unified_diff(
    expected.splitlines(True), result.stdout.splitlines(True), "expected.txt", "printed"))
sys.exit(result.stdout != expected)

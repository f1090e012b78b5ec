# SPDX-License-Identifier: Apache-2.0
"""Everything that README.md and docs/ show is tried.

run.py <build folder> <compiler> [--record]
- A `cpp` block is compiled and run in the root of the project. One without
  main is the body of a function that has a pack, a unit and a day.
- A `console` block is a transcript as in tests/golden, run in the root; a line
  that is only … stands for any lines. `--record` writes what is printed now.
- A `yaml` block begins with a line `# <path>` and stands in that file, word for
  word; indentation may be less.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/golden"))
from run_commands import environment, same, transcript  # noqa: E402

FENCE = re.compile(r"^```(cpp|console|yaml)\n(.*?)^```$", re.M | re.S)
BODY = """#include <iostream>
#include <norma/norma.hpp>
void snippet(const norma::pack& pack, const norma::unit& unit, norma::date day);
void snippet(const norma::pack& pack, const norma::unit& unit, norma::date day) {{
  (void)pack; (void)unit; (void)day;
{}
}}
int main() {{}}
"""


def try_cpp(block, build, compiler):
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder, "a.cpp"), pathlib.Path(folder, "a")
        source.write_text(block if "int main" in block else BODY.format(block),
                          encoding="utf-8")
        command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-I", ROOT / "include", source,
                   build / "libnorma.a", "-lfmt", "-lyaml-cpp", "-o", program]
        for step in (command, [program]):
            result = subprocess.run([str(part) for part in step], cwd=ROOT, timeout=120,
                                    capture_output=True, text=True)
            if result.returncode:
                return result.stdout + result.stderr
    return ""


def try_console(block, build):
    actual, count = transcript(block, ROOT, environment(build / "bin/norma"))
    if not count:
        return "no command", block
    return "" if same(block, actual) else actual, actual


def try_yaml(block):
    first, _, rest = block.partition("\n")
    match = re.match(r"# (\S+\.(?:ya?ml|csv))$", first)
    if not match:
        return "its first line must name the file it is from: # <path>"
    lines = textwrap.dedent(rest).splitlines()
    text = (ROOT / match.group(1)).read_text(encoding="utf-8").splitlines()
    for start in range(len(text)):
        part = textwrap.dedent("\n".join(text[start:start + len(lines)])).splitlines()
        if part == lines:
            return ""
    return f"not in {match.group(1)}:\n" + rest


def main():
    build, compiler = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    record = "--record" in sys.argv
    passed, failed = 0, 0
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            kind, block = match.groups()
            if kind == "cpp":
                problem = try_cpp(block, build, compiler)
            elif kind == "yaml":
                problem = try_yaml(block)
            else:
                problem, actual = try_console(block, build)
                if problem and record:
                    written = path.read_text(encoding="utf-8")
                    path.write_text(written.replace(match.group(0), f"```console\n{actual}```"),
                                    encoding="utf-8")
                    problem = ""
            passed, failed = passed + (not problem), failed + bool(problem)
            if problem:
                line = text.count("\n", 0, match.start()) + 1
                print(f"{path.relative_to(ROOT)}:{line}: the {kind} block:\n{problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""What the policy tests share: the files of the project and how to report."""

import fnmatch
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
LEFT_OUT = {"build", ".git", ".venv", "__pycache__"}


def files(*patterns, under="."):
    """Paths relative to the root whose name matches any pattern, sorted."""
    found = []
    for folder, folders, names in os.walk(ROOT / under):
        # A build tree or a virtual environment is not the project's text.
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        for name in names:
            if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns):
                found.append((pathlib.Path(folder) / name).relative_to(ROOT))
    return sorted(found)


def read(relative):
    return (ROOT / relative).read_text(encoding="utf-8")


def includes(relative):
    """(line number, header) of every #include."""
    for number, line in enumerate(read(relative).splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1)


def module_lists():
    """module -> {variable -> names} of every src/<module>/sources.cmake."""
    lists = {}
    for path in files("sources.cmake", under="src"):
        text = re.sub(r"#.*", "", read(path))
        variables = lists.setdefault(path.parts[1], {})
        for variable, names in re.findall(r"list\(APPEND\s+(\w+)([^)]*)\)", text):
            variables.setdefault(variable, []).extend(names.split())
    return lists


def finish(checked, problems):
    """Ends the test; one that looked at nothing has failed, too."""
    for problem in problems:
        print(problem)
    if not checked:
        print("nothing was checked")
    print(f"{checked} checked, {len(problems)} found wrong")
    sys.exit(1 if problems or not checked else 0)

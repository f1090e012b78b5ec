# SPDX-License-Identifier: Apache-2.0
"""Files are small, clean UTF-8, carry their licence and name no machine."""

import re
import unicodedata

from project import ROOT, files, finish

CODE = {".hpp", ".ipp", ".cpp", ".py", ".pyi", ".cmake", ".in"}
TEXT = CODE | {".md", ".txt", ".yaml", ".yml", ".toml", ".csv", ".json", ".html", ".golden"}
LICENSED = {".hpp", ".ipp", ".cpp", ".py", ".pyi"}
LINES = 600
# Characters that change how a line reads without being seen. A test that
# needs one writes it as an escape.
INVISIBLE = {"Cf", "Co", "Cn", "Zl", "Zp"}
PATHS = re.compile(r"(?<![\w.}~-])/(?:work|root|home|Users)/\w")

problems = []
checked = 0
for path in files("*"):
    named = path.name in {"CMakeLists.txt", "Makefile", "run"}
    if path.suffix not in TEXT and not named and not path.name.startswith(".clang"):
        continue
    checked += 1
    if not str(path).isascii():
        problems.append(f"{path}: file names are ASCII")
    data = (ROOT / path).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(f"{path}: not UTF-8 at byte {error.start}")
        continue
    code = path.suffix in CODE or named
    lines = text.split("\n")
    if code and len(lines) > LINES + 1 and "_generated." not in path.name:
        problems.append(f"{path}: {len(lines) - 1} lines, {LINES} at most")
    # The one line of src/<module>/x.cpp is no work to license.
    if path.suffix in LICENSED and len(lines) > 2 and not any(
            "SPDX-License-Identifier: Apache-2.0" in line for line in lines[:2]):
        problems.append(f"{path}:1: no SPDX line")
    if text and not text.endswith("\n"):
        problems.append(f"{path}: no line break at the end")
    for number, line in enumerate(lines, 1):
        where = f"{path}:{number}"
        if "\r" in line:
            problems.append(f"{where}: carriage return")
        if "\t" in line and code and path.name != "Makefile":
            problems.append(f"{where}: tab")
        if code and line != line.rstrip():
            problems.append(f"{where}: blanks at the end of the line")
        if not line.isascii():
            for character in line:
                if unicodedata.category(character) in INVISIBLE:
                    problems.append(f"{where}: invisible U+{ord(character):04X}")
        if PATHS.search(line) and path.name != "text.py":
            problems.append(f"{where}: path of one machine")
finish(checked, problems)

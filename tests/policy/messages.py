# SPDX-License-Identifier: Apache-2.0
"""Message codes = documented codes = used codes, and each N is in a golden test.

Codes of findings are N and four digits, those of the wording of reports R and
four: these stand in reports without their codes.
"""

import re

from project import ROOT, files, finish, read

CODE = re.compile(r"\b[NR]\d{4}\b")
ENTRY = re.compile(r'\{\s*"([NR]\d{4})"')

problems = []
catalogue = []
for path in files("*.ipp", under="include/norma/core/impl/messages"):
    catalogue += ENTRY.findall(read(path))
for code in sorted({code for code in catalogue if catalogue.count(code) > 1}):
    problems.append(f"{code}: twice in the catalogue")
catalogue = set(catalogue)

documents = "docs/messages.md"
documented = set(re.findall(r"^\| ([NR]\d{4}) \|", read(documents), re.M)) \
    if (ROOT / documents).exists() else set()
shown = set()
for path in files("*.golden", "expected.txt", under="tests/golden"):
    shown |= set(re.findall(r"\[(N\d{4})\]", read(path)))
used = set()
for path in files("*.hpp", "*.ipp", "*.cpp", under="include") + files("*.hpp", "*.cpp", under="src") \
        + files("*.cpp", under="bindings"):
    if "messages" not in path.parts:
        used |= set(CODE.findall(re.sub(r"//.*", "", read(path))))

findings = {code for code in catalogue if code.startswith("N")}
for name, wanted, codes in (("documented in docs/messages.md", catalogue, documented),
                            ("shown by a golden test", findings, shown),
                            ("used in the code", catalogue, used)):
    problems += [f"{code}: in the catalogue, not {name}" for code in sorted(wanted - codes)]
    problems += [f"{code}: {name}, not in the catalogue" for code in sorted(codes - catalogue)]
finish(len(catalogue), problems)

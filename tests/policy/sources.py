# SPDX-License-Identifier: Apache-2.0
"""The lists in sources.cmake name exactly the files that are there."""

import re

from project import ROOT, files, finish, includes, module_lists, read

problems = []
units, internals, headers = set(), set(), set()
lists = module_lists()
for module, variables in lists.items():
    units |= set(variables.get("norma_units", []))
    internals |= set(variables.get("norma_internals", []))
    headers |= set(variables.get("norma_headers", []))

for name in sorted(units | internals):
    module, unit = name.split("/")
    include = f"#include <norma/{module}/impl/{unit}.ipp>"
    folder = f"{module}/impl" if name in internals else module
    for path in (f"include/norma/{folder}/{unit}.hpp", f"include/norma/{module}/impl/{unit}.ipp"):
        if not (ROOT / path).exists():
            problems.append(f"{path}: listed, not there")
    source = ROOT / f"src/{name}.cpp"
    lines = source.read_text(encoding="utf-8").splitlines() if source.exists() else []
    if [line for line in lines if line and not line.startswith("//")] != [include]:
        problems.append(f"src/{name}.cpp: must be the one line {include}")

for path in files("*.hpp", under="include/norma"):
    name = "/".join(path.parts[2:])[:-4]
    if "/" in name and "/impl/" not in name and name not in units | headers:
        problems.append(f"{path}: not listed in src/{path.parts[2]}/sources.cmake")

implementations = files("*.ipp", under="include/norma") + [
    path for path in files("*.hpp", under="include/norma") if "impl" in path.parts]
included = {header for path in files("*.[hi]pp", under="include/norma")
            for _, header in includes(path)}
for path in implementations:
    if "/".join(path.parts[1:]) not in included:
        problems.append(f"{path}: nothing includes it")

for path in files("*.cpp", under="src"):
    module, name = path.parts[1], "/".join(path.parts[2:])
    if module == "cli":
        if name not in lists.get("cli", {}).get("norma_cli_sources", []):
            problems.append(f"{path}: not listed in src/cli/sources.cmake")
    elif f"{module}/{path.stem}" not in units | internals:
        problems.append(f"{path}: not listed in src/{module}/sources.cmake")

tests = files("*_test.cpp", under="tests")
for path in tests:
    if path.parts[1] == "package":
        continue
    listing = ROOT / path.parent / "sources.cmake"
    text = read(listing.relative_to(ROOT)) if listing.exists() else ""
    if not re.search(rf"\b{re.escape(path.name)}\b", text):
        problems.append(f"{path}: not listed in {listing.relative_to(ROOT)}")
finish(len(units) + len(headers) + len(implementations) + len(tests), problems)

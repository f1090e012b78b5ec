# SPDX-License-Identifier: Apache-2.0
"""Modules include only what src/layers.txt allows; no cycles."""

import fnmatch
import re

from project import files, finish, includes, read

direct, third_party = {}, {}
for line in read("src/layers.txt").splitlines():
    line = line.split("#")[0].strip()
    if line.startswith("<"):
        prefix, *homes = line.split()
        third_party[prefix.strip("<>")] = homes
    elif line:
        module, dependencies = line.split(":")
        direct[module] = dependencies.split()

problems = []


def reach(module, path=()):
    if module in path:
        problems.append("cycle in src/layers.txt: " + " -> ".join(path + (module,)))
        return set()
    found = set(direct[module])
    for dependency in direct[module]:
        found |= reach(dependency, path + (module,))
    return found


allowed = {module: reach(module) | {module} for module in direct}
checked = 0
sources = files("*.hpp", "*.ipp", "*.cpp", under="include")
for folder in ("src", "bindings"):
    sources += files("*.[hc]pp", under=folder)
for file in sources:
    # include/norma/<module>/… or src/<module>/…; norma.hpp and its like have none.
    inside = file.parts[2:] if file.parts[0] == "include" else file.parts[1:]
    module = inside[0] if len(inside) > 1 else None
    if file.parts[0] == "bindings":
        module = "bindings"
    if module and module not in direct:
        problems.append(f"{file}: module `{module}` is not in src/layers.txt")
        continue
    for number, header in includes(file):
        checked += 1
        where = f"{file}:{number}"
        match = re.match(r"norma/(\w+)/(impl/)?", header)
        if match and module and match.group(1) not in allowed[module]:
            problems.append(f"{where}: {module} may not include {match.group(1)}")
        elif match and match.group(2) and match.group(1) != module:
            problems.append(f"{where}: the implementation of another module")
        elif header == "norma/norma.hpp" and module != "cli":
            problems.append(f"{where}: the umbrella header is for users")
        elif "/" in header and not header.startswith("norma/") and module != "cli" or (
                module == "cli" and header.startswith(("boost/", "yaml-cpp/"))):
            homes = next((h for p, h in third_party.items() if header.startswith(p)), [])
            if not any(fnmatch.fnmatch("/".join(inside), home) for home in homes):
                problems.append(f"{where}: <{header}> is not allowed here")
finish(checked, problems)

# SPDX-License-Identifier: Apache-2.0
"""Modules of the Python package import each other one way, wherever the import stands."""

import ast

from project import files, finish, read

PACKAGE = "bindings/python/norma"
modules = {path.stem: path for path in files("*.py", under=PACKAGE)}


def imported(tree):
    """(line, module) of each module of the package that is imported, in functions, too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            names = [node.module] if node.module else [each.name for each in node.names]
            for name in names:
                yield node.lineno, name.partition(".")[0]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # By importlib: `"._frame_spark"`.
            if node.value.startswith("._") and node.value[1:] in modules:
                yield node.lineno, node.value[1:]


edges = {name: {} for name in modules}
for name, path in modules.items():
    for line, other in imported(ast.parse(read(path))):
        if other in modules:
            edges[name].setdefault(other, line)

problems, done = [], set()


def visit(name, path):
    if name in path:
        circle = [*path[path.index(name):], name]
        line = edges[path[-1]][name]
        problems.append(f"{modules[path[-1]]}:{line}: a circle of imports: " + " -> ".join(circle))
    elif name not in done:
        for other in edges[name]:
            visit(other, [*path, name])
        done.add(name)


for each in modules:
    visit(each, [])
finish(sum(map(len, edges.values())), problems)

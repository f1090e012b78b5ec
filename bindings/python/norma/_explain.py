# SPDX-License-Identifier: Apache-2.0
"""A node of a report in words."""

from ._core import Node, Report


def explain(report: Report, path: str = ".") -> str:
    """The lines of the node at `path`, or of all parts that fail or are open."""
    if path != ".":
        return "\n".join(_lines(report[path]))
    open_parts = [part for part in report.parts
                  if part.verdict in ("fail", "undetermined")
                  and part.strength in ("mandatory", "conditional")]
    return "\n".join(line for part in open_parts for line in _lines(part)) or str(report)


def _lines(node: Node) -> list[str]:
    clause = f" ({node.clause})" if node.clause else ""
    lines = [f"{node.path}: {node.verdict}  {node.title}{clause}"]
    told = [node.condition, node.reason, *map(str, node.causes)]
    lines += ["  " + words for words in told if words]
    for member in node.members:
        lines += ["  " + line for line in _lines(member)]
    return lines

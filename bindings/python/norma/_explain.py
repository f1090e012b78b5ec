# SPDX-License-Identifier: Apache-2.0
"""A node of a report in words."""

from collections.abc import Iterable, Iterator

from ._core import Node, Report
from ._errors import no_part

_node_at = Report.__getitem__


def node_at(report: Report, path: str) -> Node:
    """The node at a path: `training/frontline_share`.

    Raises `NotFound`, a `KeyError`, with what there is.
    """
    try:
        return _node_at(report, path)
    except KeyError:
        known = list(_paths(report.items))
        inside = [each for each in known if each.startswith(path.split("/")[0] + "/")]
        raise no_part(path, known, inside or [each.path for each in report.items]) from None


def _paths(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield node.path
        yield from _paths(node.members)


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
    lines = [f"{node.path}: {node.verdict_word}  {node.title}{clause}"]
    told = [node.condition, node.reason, *map(str, node.causes)]
    lines += ["  " + words for words in told if words]
    for member in node.members:
        lines += ["  " + line for line in _lines(member)]
    return lines

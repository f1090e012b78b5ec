# SPDX-License-Identifier: Apache-2.0
"""A scoring scheme as its file."""

from pack_text import CITE, HEAD, condition, days_in_force, member_text, scalar
from tree_text import text


def scheme_text(name, kind, scheme):
    gates = scheme.gates
    out = HEAD + f"scheme: {name}\ntitle: {{en: {name}}}\nunit: {kind}\n" + CITE
    out += days_in_force(gates, 0) + _inapplicable(scheme, 0)
    if gates.when is not None:
        out += condition("when", gates.when, 0)
    for group in gates.members:
        out += f"{group.id}:\n  {group.combine}:\n"
        out += "".join(member_text(member, 4) for member in group.members)
    out += "blocks:\n"
    for block in scheme.blocks:
        out += f"  - id: {block.id}\n    title: {{en: {block.id}}}\n"
        out += f"    points: {scalar(block.points)}\n" + _inapplicable(block, 4)
        if block.floor is not None:
            out += f"    floor: {scalar(block.floor)}\n"
        out += "    parts:\n" + "".join(_part(part, 6) for part in block.parts)
    for beside in (scheme.bonus, scheme.deductions):
        if beside:
            out += f"{beside.id}:\n  max: {scalar(beside.points)}\n  parts:\n"
            out += "".join(_part(part, 4) for part in beside.parts)
    if scheme.round:
        out += "round: {{scale: {}, mode: {}}}\n".format(*scheme.round)
    if scheme.passes is not None:
        out += condition("pass", scheme.passes, 0)
    if scheme.tiers:
        out += "tiers:\n"
    for tier, when in scheme.tiers:
        out += f"  - id: {tier}\n    title: {{en: {tier}}}\n" + condition("when", when, 4)
    return out


def _inapplicable(one, indent):
    return f"{' ' * indent}not_applicable: {one.inapplicable}\n" if one.inapplicable else ""


def _part(part, indent):
    node, blanks = part.node, " " * indent
    body = f"{blanks}  id: {node.id}\n{blanks}  title: {{en: {node.id}}}\n"
    if node.fact:
        body = f"{blanks}  fact: {node.fact}\n" + body
    body += f"{blanks}  points: {scalar(part.points)}\n" + days_in_force(node, indent + 2)
    body += _inapplicable(part, indent + 2)
    if node.when is not None:
        body += condition("when", node.when, indent + 2)
    if node.require is not None:
        body += condition("require", node.require, indent + 2)
    if part.bands:
        rows = ", ".join(f'["{text(test)}", {scalar(points)}]' for test, points in part.bands)
        body += f"{blanks}  bands:\n{condition('of', part.of, indent + 4)}"
        body += f"{blanks}    rows: [{rows}]\n"
    if part.grades:
        each = ", ".join(f"{value}: {scalar(points)}" for value, points in part.grades.items())
        body += f"{blanks}  grades:\n{condition('of', part.of, indent + 4)}"
        body += f"{blanks}    points: {{{each}}}\n"
    if part.lose:
        points, step, count = part.lose
        body += f"{blanks}  lose:\n{blanks}    points: {scalar(points)}\n"
        body += f"{blanks}    each: {scalar(step)}\n{condition('of', part.of, indent + 4)}"
        body += f"{blanks}    count: {count}\n"
    return f"{blanks}- {body[indent + 2:]}"

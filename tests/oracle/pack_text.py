# SPDX-License-Identifier: Apache-2.0
"""What stands in the files of a pack, as a jurist would write them."""

from pack import Node
from tree_text import text
from values import Months, write_decimal

HEAD = "norma: 1\n"


def head(pack):
    upper = f"extends: {{pack: {pack.upper.name}, version: 1.0.0}}\n" if pack.upper else ""
    return f"{HEAD}pack: {pack.name}\nversion: 1.0.0\ntitle: {{en: {pack.name}}}\n{upper}" \
        f"documents:\n  d: {{title: {{en: d}}}}\n"


def type_text(type_):
    if isinstance(type_, str):
        return type_
    kind, of = type_
    if kind == "list":
        return f"list of {of if isinstance(of, str) else type_text(of)}"
    return {"category": f"category {of}", "set": f"set of {of}"}.get(kind, of)


def scalar(value):
    """A parameter's or a row's value as files write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "n"):
        return f"{value.n}个月" if isinstance(value, Months) else f"{value.n // 86400}天"
    return write_decimal(value)


def condition(key, tree, indent):
    blanks = " " * indent
    return f"{blanks}{key}: |-\n{blanks}  {text(tree)}\n"


def facts_text(pack):
    upper = pack.upper
    out, kinds = HEAD, [kind for kind in pack.kinds
                        if not upper or kind not in upper.all_kinds()]
    if kinds:
        out += "units:\n" + "".join(f"  {kind}: {{label: {{en: {kind}}}}}\n" for kind in kinds)
    if pack.categories and not upper:
        out += "categories:\n"
        for name, (ordered, values) in pack.categories.items():
            ids = ", ".join(f"{value}: {value}" for value in values)
            out += f"  {name}: {{ordered: {scalar(ordered)}, values: {{{ids}}}}}\n"
    if pack.records and not upper:
        out += "records:\n"
        for name, fields in pack.records.items():
            out += f"  {name}:\n    label: {{en: {name}}}\n    fields:\n"
            out += "".join(_fact(field, None, 6) for field in fields)
    for section, derived in (("facts", False), ("derived", True)):
        listed = [(fact, kind) for kind, facts in pack.kinds.items()
                  for fact in facts.values() if fact.derived == derived]
        if listed:
            out += section + ":\n" + "".join(_fact(fact, kind, 2) for fact, kind in listed)
    return out


def _fact(fact, kind, indent):
    blanks = " " * indent
    out = f"{blanks}{fact.name}:\n"

    def add(key, value):
        nonlocal out
        out += f"{blanks}  {key}: {value}\n"

    add("label", f"{{en: {fact.name}}}")
    add("type", type_text(fact.type))
    if kind:
        add("of", f"[{kind}]")
    if fact.alias:
        add("alias", fact.alias)
    if fact.scale is not None:
        add("scale", fact.scale)
    if fact.range is not None:
        add("range", f'"{text(fact.range)}"')
    if fact.optional:
        add("optional", "true")
    if fact.changeable:
        add("changeable", fact.changeable)
    if fact.complete:
        add("complete", fact.complete)
    if fact.dated_by:
        add("dated_by", fact.dated_by)
    if fact.valid_for is not None:
        lasting = fact.valid_for
        add("valid_for", lasting if isinstance(lasting, str) else scalar(lasting))
    if fact.checks:
        out += f"{blanks}  checks:\n"
        for check in fact.checks:
            out += f"{blanks}    - |-\n{blanks}      {text(check)}\n"
    if fact.value is not None:
        out += condition("value", fact.value, indent + 2)
    if fact.table:
        add("table", fact.table)
    if fact.must_agree:
        add("if_supplied", "must_agree")
    return out


def parameters_text(pack):
    out = HEAD + "parameters:\n"
    for name, parameter in pack.parameters.items():
        if parameter.overrides:
            out += f"  {name}:\n    overrides: \"{parameter.overrides}:{name}\"\n"
        else:
            out += f"  {name}:\n    label: {{en: {name}}}\n    type: {type_text(parameter.type)}\n"
        if parameter.scale is not None:
            out += f"    scale: {parameter.scale}\n"
        out += "    values:\n"
        for day, value in parameter.values:
            out += f"      - {{from: {day}, value: {scalar(value)}, own_choice: true}}\n"
    return out


def _cell(pack, fact_type, cell):
    written = text(cell)
    if isinstance(fact_type, tuple) and fact_type[0] == "category":
        written = written.replace('"', "")
    return f'"{written}"'


def table_text(pack, name, table):
    facts = {name: fact for kind in pack.all_kinds() for name, fact in pack.facts(kind).items()}
    out = HEAD + f"table: {name}\ntitle: {{en: {name}}}\ncite: {{document: d, clause: t}}\n"
    out += "inputs: {" + ", ".join(f"{column}: {fact}" for column, fact in table.inputs) + "}\n"
    out += f"gives: {type_text(table.gives)}\nhit: {table.hit}\nrows:\n"
    for cells, gives in table.rows:
        written = [_cell(pack, facts[fact].type, cell)
                   for cell, (_, fact) in zip(cells, table.inputs)]
        out += f"  - [{', '.join(written + [scalar(gives)])}]\n"
    return out


def days_in_force(node, indent):
    start, end = node.in_force
    if start is None and end is None:
        return ""
    ends = [f"{key}: {day}" for key, day in (("from", start), ("to", end)) if day]
    return " " * indent + f"in_force: {{{', '.join(ends)}}}\n"


CITE = "cite: {document: d, clause: c}\n"
AUTHORITY = "derogation: {authority: {document: d, clause: r}}\n"


def standard_text(name, kind, root):
    out = HEAD + f"standard: {name}\ntitle: {{en: {name}}}\nunit: {kind}\n"
    out += CITE + days_in_force(root, 0)
    if root.refines:
        out += f"refines: \"{root.refines}\"\n{AUTHORITY}"
    if root.drops:
        out += "drops:\n" + "".join(f"  - {{part: \"{path}\", note: {{en: dropped}}}}\n"
                                    for path in root.drops)
    if root.when is not None:
        out += condition("when", root.when, 0)
    return out + "items:\n" + "".join(member_text(item, 2) for item in root.members)


def copy_text(name, copy):
    out = HEAD + f"standard: {name}\ncopy: \"{copy.of}\"\ntitle: {{en: {name}}}\n"
    out += CITE + AUTHORITY + (days_in_force(copy, 0) if copy.in_force else "")
    if copy.when is not None:
        out += condition("when", copy.when, 0)
    if copy.drop:
        out += "drop:\n" + "".join(f"  - \"{path}\"\n" for path in copy.drop)
    if copy.change:
        out += "change:\n"
    for path, change in copy.change.items():
        out += f"  \"{path}\":\n    {CITE}" + _change(change)
    if copy.add:
        out += "add:\n"
    for path, members in copy.add:
        out += f"  - to: \"{path}\"\n    members:\n"
        out += "".join(member_text(member, 6, cited=True) for member in members)
    return out


def _change(change):
    out = "".join(condition(key, change[key], 4) for key in ("when", "require") if key in change)
    if "says" in change:
        out += f"    as: {change['says']}\n"
    if "strength" in change:
        out += f"    strength: {change['strength']}\n"
    if "in_force" in change:
        out += days_in_force(Node("part", "", in_force=change["in_force"]), 4)
    if "members" in change:
        out += _members(Node("group", "", combine=change["combine"], n=change.get("n", 0),
                             members=change["members"]), 4)
    return out


def _members(node, indent):
    blanks, key, count = " " * indent, node.combine, ""
    if key == "at_least":
        count, key = f"{blanks}at_least: {node.n}\n", "of"
    return f"{count}{blanks}{key}:\n" + "".join(member_text(one, indent + 2)
                                               for one in node.members)


def member_text(node, indent, cited=False):
    blanks = " " * indent
    if node.embeds:
        return f"{blanks}- standard: \"{node.embeds}\"\n"
    if node.fact:
        body = f"{blanks}  fact: {node.fact}\n"
    else:
        body = f"{blanks}  id: {node.id}\n{blanks}  title: {{en: {node.id}}}\n"
    body += (f"{blanks}  {CITE}" if cited else "") + days_in_force(node, indent + 2)
    if node.when is not None:
        body += condition("when", node.when, indent + 2)
    if node.role == "group":
        body += _members(node, indent + 2)
    else:
        if node.strength != "mandatory":
            body += f"{blanks}  strength: {node.strength}\n"
        if node.require is not None:
            body += condition("require", node.require, indent + 2)
        if node.show:
            body += f"{blanks}  show: [{', '.join(node.show)}]\n"
        if node.exceptions:
            body += f"{blanks}  exceptions: allowed\n"
    return f"{blanks}- {body[indent + 2:]}"

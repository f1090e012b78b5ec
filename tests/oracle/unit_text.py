# SPDX-License-Identifier: Apache-2.0
"""A unit as its file (YAML), and as a program hands it over (unit_json.hpp)."""

import datetime
from fractions import Fraction

from pack import Unit
from values import Months, Seconds, Span, write_decimal, write_duration


def exact(number):
    return write_decimal(number) or f"{number.numerator}/{number.denominator}"


# As a program hands it over.

def handed_value(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Fraction):
        return {"n": exact(value)}
    if isinstance(value, str):
        return {"s": str(value)}
    if isinstance(value, datetime.date):
        return {"d": value.isoformat()}
    if isinstance(value, (Months, Seconds)):
        return {"dur": write_duration(value)}
    if isinstance(value, Span):
        return {"range": [handed_value(value.low), handed_value(value.high)]}
    if isinstance(value, list):
        return [handed_cell(one) for one in value]
    return {"r": {name: handed_cell(one) for name, one in value.items()}}


def handed_cell(given):
    if given.state == "pending":
        return {"u": ["pending", given.note]}
    if given.state == "blank":
        return {"u": ["missing", ""]}
    return None if given.state == "none" else handed_value(given.content)


def handed_statement(given):
    out = {"state": given.state}
    if given.note:
        out["note"] = given.note
    for key in ("date", "recorded"):
        if getattr(given, key):
            out[key] = getattr(given, key).isoformat()
    if given.state == "known":
        if isinstance(given.content, list) and given.content \
                and isinstance(given.content[0], Unit):
            out["members"] = [handed(one) for one in given.content]
        else:
            out["content"] = handed_value(given.content)
    return out


def handed(unit):
    evidence = {key: getattr(unit, key).isoformat()
                for key in ("date", "recorded") if getattr(unit, key)}
    return {"kind": unit.kind, "id": unit.id, "evidence": evidence,
            "facts": {name: {"versioned": one.versioned,
                             "statements": list(map(handed_statement, one.statements))}
                      for name, one in unit.facts.items()},
            "exceptions": [{"part": part, **({"recorded": day.isoformat()} if day else {})}
                           for part, day in unit.exceptions]}


# As its file. All in flow style; texts in double quotes.

def quoted(content):
    return '"' + content.replace("\\", "\\\\").replace('"', '\\"') + '"'


def file_value(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return write_decimal(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (Months, Seconds)):
        return write_duration(value)
    if isinstance(value, Span):
        ends = [end.isoformat() if end else "{none: open}" for end in (value.low, value.high)]
        return f"{{from: {ends[0]}, to: {ends[1]}}}"
    if isinstance(value, list):
        if value and isinstance(value[0], Unit):
            return "[" + ", ".join(map(_member, value)) + "]"
        return "[" + ", ".join(map(_cell, value)) + "]"
    return "{" + ", ".join(f"{name}: {_cell(one)}" for name, one in value.items()) + "}"


def _cell(given):
    if given.state == "blank":
        return "~"
    if given.state == "none":
        return f"{{none: {quoted(given.note)}}}"
    if given.state == "pending":
        return f"{{pending: {quoted(given.note)}}}"
    return file_value(given.content)


def _statement(given, versioned):
    parts = []
    if given.state == "disagreement":
        one = file_value(given.content)
        parts.append(f"opinions: {{government: {one}, union: {one}, employers: [{one}]}}")
    elif given.state in ("none", "pending"):
        parts.append(f"{given.state}: {quoted(given.note)}")
    elif given.state == "known" or given.date or given.recorded or versioned:
        parts.append("value: " + (file_value(given.content) if given.state == "known" else "~"))
    parts += [f"{key}: {getattr(given, key)}" for key in ("date", "recorded")
              if getattr(given, key)]
    return "{" + ", ".join(parts) + "}" if parts else "~"


def _supplied(one):
    if one.versioned:
        return "{versions: [" + ", ".join(_statement(given, True)
                                          for given in one.statements) + "]}"
    return _statement(one.statements[0], False)


def _evidence(unit):
    parts = [f"{key}: {getattr(unit, key)}" for key in ("date", "recorded")
             if getattr(unit, key)]
    return f"evidence: {{{', '.join(parts)}}}" if parts else ""


def _exceptions(unit):
    return "exceptions: [" + ", ".join(
        f"{{part: {quoted(part)}, reason: granted" + (f", recorded: {day}}}" if day else "}")
        for part, day in unit.exceptions) + "]"


def _member(unit):
    facts = ", ".join(f"{name}: {_supplied(one)}" for name, one in unit.facts.items())
    parts = [f"id: {quoted(unit.id)}", _evidence(unit), f"facts: {{{facts}}}"]
    if unit.exceptions:
        parts.append(_exceptions(unit))
    return "{" + ", ".join(filter(None, parts)) + "}"


def file_text(unit):
    out = ["norma: 1", f"unit: {unit.kind}", f"id: {quoted(unit.id)}", _evidence(unit),
           "facts:" if unit.facts else "facts: {}"]
    out += [f"  {name}: {_supplied(one)}" for name, one in unit.facts.items()]
    if unit.exceptions:
        out.append(_exceptions(unit))
    return "\n".join(filter(None, out)) + "\n"

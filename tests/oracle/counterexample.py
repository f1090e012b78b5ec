# SPDX-License-Identifier: Apache-2.0
"""A counter-example as its reader wants it: the files, the unit, both answers."""

import json

from agreement import ask, differences
from files import files
from pack import Pack
from pack_text import head
from unit_text import file_text, handed


def show(engine, number, pack, case):
    engine.load(pack)
    found = differences(pack, case, ask(engine, [case])[0])
    out = [f"pack {number}: engine and oracle differ, as of {case.as_of}"
           + (f", known as of {case.known}" if case.known else "")]
    for name, content in files(pack).items():
        if content != head(Pack()):
            out += [f"--- {name}", content.rstrip()]
    if case.handed:
        out += ["--- unit, handed over by a program", json.dumps(handed(case.unit), indent=1)]
    else:
        out += ["--- unit.yaml", file_text(case.unit).rstrip()]
    for path, expected, said in found:
        out += [f"--- {path}", f"oracle: {expected}", f"engine: {said}"]
    return "\n".join(out)

# SPDX-License-Identifier: Apache-2.0
"""Characters that are in no encoding, not seen, or not what they seem."""

from probe import Probe, as_standard, pack, write

UNIT = "norma: 1\nunit: enterprise\nfacts:\n"

# Refused before anything is read.
BROKEN = {
    "no UTF-8": (b"\xff\xfe", "N0103"),
    "half a character": (b"\xe5\x90", "N0103"),
    "overlong": (b"\xc0\xaf", "N0103"),
    "a surrogate": (b"\xed\xa0\x80", "N0103"),
    "beyond Unicode": (b"\xf4\x90\x80\x80", "N0103"),
    "GB 18030": ("很多".encode("gb18030"), "N0103"),
    "UTF-16": ("sound: true\n".encode("utf-16"), "N0103"),
    "NUL": (b"tr\x00ue", "N0104"),
    "escape": (b"\x1b[31mtrue", "N0104"),
    "bidi override": ("\u202etrue".encode(), "N0105"),
    "bidi isolate": ("\u2066true\u2069".encode(), "N0105"),
}

# What an expression of the command line says to the same.
IN_EXPRESSION = {"N0103": "N0303", "N0105": "N0309"}

# Names that look like `sound`: unknown as a fact, a column, in a condition.
ALIKE = {
    "zero width": ("so\u200bund", "N0309"),
    "Cyrillic": ("s\u043eund", "N0401"),
    "full width": ("\uff53\uff4f\uff55\uff4e\uff44", "N0306"),
    "an accent of its own": ("so\u0308und", "N0401"),
    "mathematical": ("\U0001d42cound", "N0401"),
}

# What stands in JSON as an escape is read as the character itself.
ESCAPED = {
    "NUL": (r"\u0000", "N0104"),
    "escape": (r"\u001B", "N0104"),
    "backspace": (r"\b", "N0104"),
    "a second control set": (r"\u0085", "N0104"),
    "a byte order mark": (r"a\ufeff", "N0104"),
    "half a surrogate": (r"\ud800", "N0231"),
    "bidi override": (r"\u202e", "N0105"),
}

LINES = {"CR only": "\r", "CR LF": "\r\n"}


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for name, (letters, code) in BROKEN.items():
        line = b"  sound: " + letters + b"\n"
        for kind, content in (("yaml", UNIT.encode() + line),
                              ("json", b'{"norma": 1, "unit": "enterprise", "facts": {"sound": "' + letters + b'"}}'),
                              ("csv", b"id,sound\na," + letters + b"\n")):
            path = write(folder / f"letters-{name}.{kind}", content)
            yield Probe(f"{kind} in {name}", ["check", path, *judge], says=code)
        rules = pack(folder / f"rules-{name}", parameters=b"norma: 1\nparameters:\n" + line)
        yield Probe("rules in " + name, ["list", rules], says=code)
        if code in IN_EXPRESSION and b"\0" not in letters:
            yield Probe("expression in " + name, ["eval", b'"' + letters + b'"'], says=IN_EXPRESSION[code])
    for name, (word, code) in ALIKE.items():
        unit = write(folder / f"alike-{name}.yaml", UNIT + f"  {word}: true\n")
        yield Probe("a fact that looks alike: " + name, ["check", unit, *judge], says="N0601")
        table = write(folder / f"alike-{name}.csv", f"id,{word}\na,true\n")
        yield Probe("a column that looks alike: " + name, ["check", table, *judge], says="N0630",
                    codes=(2,))
        rules = pack(folder / f"alike-{name}", contracts=as_standard(
            f"      - id: a\n        title: {{zh: 甲, en: a}}\n        require: {word}\n"))
        yield Probe("a condition that looks alike: " + name, ["list", rules], says=code)
    for name, (letters, code) in ESCAPED.items():
        unit = write(folder / f"escaped-{name}.json",
                     '{"norma": 1, "unit": "enterprise", "id": "' + letters + '", "facts": {}}')
        yield Probe("JSON with an escape of " + name, ["check", unit, *judge], says=code)
        line = write(folder / f"escaped-{name}.ndjson", '{"id": "' + letters + '"}\n')
        yield Probe("a line with an escape of " + name, ["check", "--facts", line, *judge], says=code)
    for name, ending in LINES.items():
        for kind, text in (("yaml", UNIT + "  sound: maybe\n"),
                           ("json", '{"norma": 1,\n"unit": "enterprise",\n"facts": {"sound": "maybe"}}\n'),
                           ("csv", "id,sound\na,maybe\n")):
            path = write(folder / f"ends-{name}.{kind}", text.replace("\n", ending))
            yield Probe(f"lines of {kind} ended by {name}", ["check", path, *judge],
                        says="N0153" if (kind, ending) == ("yaml", "\r") else "N0613")
        rules = as_standard("      - unsound\n").replace("\n", ending)
        yield Probe(f"lines of rules ended by {name}", ["list", pack(folder / f"ends-{name}", contracts=rules)],
                    says="N0153" if ending == "\r" else "N0506")

# SPDX-License-Identifier: Apache-2.0
"""Files that are large, deep, or not what they seem."""

from probe import Probe, pack, write

UNIT = "norma: 1\nunit: enterprise\nfacts:\n"

# What is said of them as a unit's facts, and as a file of a pack.
YAML = {
    "aliases": ("a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)),
        "N0205", "N0205"),
    "alias of itself": ("a: &a [*a]\n", "N0205", "N0205"),
    "flow, deep": ("a: " + "[" * 100_000, "N0207", "N0207"),
    "maps, deep": ("a: " + "{a: " * 100_000, "N0207", "N0207"),
    "blocks, deep": ("".join(" " * i + "a:\n" for i in range(2_000)), "N0207", "N0207"),
    "dashes": ("- " * 100_000, "N0207", "N0207"),
    "one line": ("a: " + "x" * 3_000_000, "N0230", "N0230"),
    "one key": ("x" * 3_000_000 + ": 1", "N0230", "N0230"),
    "many keys": ("".join(f"k{i}: 1\n" for i in range(200_000)), "N0601", "N0208"),
    "same key": ("a: 1\n" * 200_000, "N0601", "N0202"),
    "tags": ("a: " + "!x " * 100_000, "N0201", "N0201"),
    "documents": ("---\n" * 500_000, "N0204", "N0206"),
    "open quote": ("a: \"" + "x\n" * 500_000, "N0201", "N0201"),
    "merge keys": ("a: &a {x: 1}\n" + "b:\n" + "  <<: *a\n" * 10_000, "N0205", "N0205"),
    "anchors": ("".join(f"k{i}: &a{i} 1\n" for i in range(100_000)), "N0205", "N0205"),
    "comments": ("# x\n" * 400_000, "UNDETERMINED", "N0235"),
    "anything": ("\x7f%@`|>!&*?:-,[]{}#'\"\n" * 1_000, "N0104", "N0104"),
}

# The value of `facts` in JSON.
# Lines as long as they may be, before a mistake of syntax.
LONG_LINES = {"blanks": " ", "turns": "\r", "full-width commas": "，"}

JSON = {
    "lists, deep": ("[" * 1_000_000, "N0207"),
    "maps, deep": ('{"a":' * 100_000, "N0207"),
    "many keys": ("{" + ",".join(f'"k{i}":1' for i in range(200_000)) + "}", "N0601"),
    "same key": ("{" + ",".join(['"sound":true'] * 200_000) + "}", "N0602"),
    "a long text": ('{"founded":"' + "x" * 3_000_000 + '"}', "N0614"),
    "a text not closed": ('"' + "x" * 3_000_000, "N0231"),
    "a number of 10^9 digits": ('{"due": 1e999999999}', "N0628"),
    "a number of 10^6 digits": ('{"due": ' + "1" * 1_000_000 + "}", "N0628"),
    "half a number": ('{"due": 1.}', "N0231"),
    "NaN": ('{"due": NaN}', "N0231"),
    "signs": ("-" * 1_000_000, "N0231"),
    "escapes": ('{"id":"' + r"\ud83d" * 100_000 + '"}', "N0231"),
    "after the end": ("{}} {}", "N0231"),
    "a comment": ("{} // x", "N0231"),
}

CSV = {
    "many columns": (",".join(f"k{i}" for i in range(200_000)) + "\na\n", "N0642"),
    "many cells": ("id,sound\n" + "a," * 500_000 + "\n", "N0634"),
    "open quote": ("id,sound\n\"" + "x\n" * 100_000, "N0220"),
    "a long cell": ("id,sound\na," + "x" * 3_000_000 + "\n", "N0613"),
    "quotes": ("id,sound\na," + '"' * 1_000_001 + "\n", "N0220"),
    "wrong rows": ("id,sound\n" + "a\n" * 100_000, "N0639"),
    "wrong cells": ("id,sound\n" + "a,x\n" * 100_000, "N0613"),
    "same column": ("id" + ",sound" * 1_000 + "\n", "N0631"),
    "no line end": ("id,sound" * 100_000, "N0631"),
}


def big(path, piece, size=100 * 1024 * 1024):
    with path.open("wb") as out:
        for _ in range(size // len(piece) + 1):
            out.write(piece)
    return path


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for name, (text, of_unit, of_pack) in YAML.items():
        lines = "".join("  " + line + "\n" for line in text.splitlines())
        unit = write(folder / f"bomb-{name}.yaml", UNIT + lines)
        yield Probe("unit: " + name, ["check", unit, *judge], codes=(2 if of_unit[0] == "U" else 65,), says=of_unit)
        rules = pack(folder / f"bomb-{name}", parameters=text)
        yield Probe("pack: " + name, ["list", rules], says=of_pack)
    for name, sign in LONG_LINES.items():
        text = "  a: [b" + sign * (900_000 // len(sign.encode())) + "]]\n"
        yield Probe("a line of " + name, ["check", write(folder / f"{name}.yaml", UNIT + text), *judge], says="N02")
    for name, (text, code) in JSON.items():
        unit = write(folder / f"bomb-{name}.json", '{"norma": 1, "unit": "enterprise", "facts": ' + text + "}")
        yield Probe("JSON: " + name, ["check", unit, *judge], says=code)
    for name, (text, code) in CSV.items():
        table = write(folder / f"bomb-{name}.csv", text)
        yield Probe("CSV: " + name, ["check", table, *judge], says=code)
    for kind, piece in (("yaml", b"k: 1\n"), ("json", b"{\"k\": 1},\n"), ("csv", b"id,sound\n")):
        path = big(folder / f"big.{kind}", piece)
        yield Probe(f"{kind} of 100 MB", ["check", path, *judge], says="N0102")
        path.unlink()
    rules = pack(folder / "large")
    big(rules / "parameters.yaml", b"k: 1\n")
    yield Probe("rules of 100 MB", ["list", rules], says="N0102")
    for name, content in (("empty", b""), ("one line end", b"\n"), ("a BOM", b"\xef\xbb\xbf")):
        for kind, code in (("yaml", "N0235"), ("json", "N0231"), ("csv", "N0637")):
            path = write(folder / f"{name}.{kind}", content)
            yield Probe(f"{kind} file of {name}", ["check", path, *judge], codes=(65, 66), says=code)

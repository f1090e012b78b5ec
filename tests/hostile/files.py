# SPDX-License-Identifier: Apache-2.0
"""Files that are large, deep, in no known encoding, or not what they seem."""

import pathlib

from probe import Probe, pack, write

UNIT = "norma: 1\nunit: enterprise\nfacts:\n"

LETTERS = {
    "no UTF-8": b"  sound: \xff\xfe\n",
    "half a character": b"  sound: \xe5\x90\n",
    "overlong": b"  sound: \xc0\xaf\n",
    "a surrogate": b"  sound: \xed\xa0\x80\n",
    "beyond Unicode": b"  sound: \xf4\x90\x80\x80\n",
    "NUL": b"  sound: tr\x00ue\n",
    "escape": b"  sound: \x1b[31mtrue\n",
    "bidi override": "  sound: \u202etrue\n".encode(),
    "bidi isolate": "  sound: \u2066true\u2069\n".encode(),
    "zero width": "  so\u200bund: true\n".encode(),
    "Cyrillic look-alike": "  s\u043eund: true\n".encode(),
    "full-width name": "  \uff53\uff4f\uff55\uff4e\uff44: true\n".encode(),
    "GB 18030": "  应签人数: 很多\n".encode("gb18030"),
    "UTF-16": "sound: true\n".encode("utf-16"),
}

BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)),
    "alias of itself": "a: &a [*a]\n",
    "flow, deep": "a: " + "[" * 100_000,
    "maps, deep": "a: " + "{a: " * 100_000,
    "blocks, deep": "".join(" " * i + "a:\n" for i in range(2_000)),
    "dashes": "- " * 100_000,
    "one line": "a: " + "x" * 3_000_000,
    "one key": "x" * 3_000_000 + ": 1",
    "many keys": "".join(f"k{i}: 1\n" for i in range(200_000)),
    "same key": "a: 1\n" * 200_000,
    "tags": "a: " + "!x " * 100_000,
    "documents": "---\n" * 500_000,
    "open quote": "a: \"" + "x\n" * 500_000,
    "merge keys": "a: &a {x: 1}\n" + "b:\n" + "  <<: *a\n" * 10_000,
    "anchors": "".join(f"k{i}: &a{i} 1\n" for i in range(100_000)),
    "comments": "# x\n" * 1_000_000,
    "anything": "\x7f%@`|>!&*?:-,[]{}#'\"\n" * 1_000,
}


def big(path, piece, size=100 * 1024 * 1024):
    with path.open("wb") as out:
        for _ in range(size // len(piece) + 1):
            out.write(piece)
    return path


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for name, line in LETTERS.items():
        path = write(folder / f"letters-{name}.yaml", UNIT.encode() + line)
        yield Probe("unit in " + name, ["check", path, *judge])
        rules = pack(folder / f"rules-{name}", parameters=b"norma: 1\nparameters:\n" + line)
        yield Probe("rules in " + name, ["list", rules])
        table = write(folder / f"letters-{name}.csv", b"id,sound\na,true\n" + line)
        yield Probe("CSV in " + name, ["check", table, *judge])
    for name, text in BOMBS.items():
        unit = write(folder / f"bomb-{name}.yaml", UNIT + "".join("  " + l + "\n" for l in text.splitlines()))
        yield Probe("unit: " + name, ["check", unit, *judge], codes=(65, 2), says=r"\[N\d{4}\]|UNDETERMINED")
        yield Probe("pack: " + name, ["list", pack(folder / f"bomb-{name}", parameters=text)])
        data = write(folder / f"bomb-{name}.json", text)
        yield Probe("JSON: " + name, ["check", data, *judge])
        table = write(folder / f"bomb-{name}.csv", text)
        yield Probe("CSV: " + name, ["check", table, *judge], codes=(65, 66))
    write(folder / "deep.json", "{\"facts\": " + "[" * 1_000_000)
    yield Probe("JSON, deep", ["check", folder / "deep.json", *judge])
    for kind, piece in (("yaml", b"k: 1\n"), ("json", b"[[1],\n"), ("csv", b"id,sound\n")):
        path = big(folder / f"big.{kind}", piece)
        yield Probe(f"{kind} of 100 MB", ["check", path, *judge], says=r"\[N0102\]")
    rules = pack(folder / "large")
    big(rules / "parameters.yaml", b"k: 1\n")
    yield Probe("rules of 100 MB", ["list", rules], says=r"\[N0102\]")
    for name, ending in (("CR only", "\r"), ("CR LF", "\r\n"), ("no last line end", "")):
        text = UNIT + "  sound: maybe" + ending
        path = write(folder / f"ends-{name}.yaml", text.replace("\n", ending) if ending == "\r" else text)
        yield Probe("lines ended by " + name, ["check", path, *judge])
    for name, content in (("empty", b""), ("one line end", b"\n"), ("a BOM", b"\xef\xbb\xbf")):
        for kind in ("yaml", "json", "csv"):
            path = write(folder / f"{name}.{kind}", content)
            yield Probe(f"{kind} file of {name}", ["check", path, *judge], codes=(65, 66))

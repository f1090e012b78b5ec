# SPDX-License-Identifier: Apache-2.0
"""The schemas of files: published as the command prints them, met by every file
of rules/ and examples/, and as strict about shapes as the loader, no more and
no less. Without jsonschema: skipped, aloud."""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError:
    print("SKIPPED: python3-jsonschema or python3-yaml is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
NORMA = str(pathlib.Path(sys.argv[1]).resolve())
KINDS = ("pack", "facts", "parameters", "standard", "table", "scheme", "tests", "unit", "file")
# An unknown key, the wrong kind of thing, a missing key, a word that is none,
# a wrong version, not one of all, any, none, at_least, not one way of scoring,
# points that lead to nothing.
SHAPE = {"N0203", "N0204", "N0208", "N0211", "N0212", "N0213", "N0214", "N0215", "N0533",
         "N0538", "N0905", "N0911"}
problems = []


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.2: `no` is a word, 2024-03-31 a text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?[0-9]+", list("-+0123456789")),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789"))):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def kind_of(path, content):
    if path.name in ("pack.yaml", "facts.yaml", "parameters.yaml"):
        return path.stem
    keys = content if isinstance(content, dict) else {}
    return next((k for k in ("standard", "scheme", "table", "tests", "unit") if k in keys), None)


def norma(*arguments):
    done = subprocess.run([NORMA, *map(str, arguments), "--lang", "en"], capture_output=True)
    return done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")


VALIDATORS = {}
for kind in KINDS:
    printed = norma("schema", kind)
    published = ROOT / f"docs/schemas/{kind}.schema.json"
    if not published.exists() or published.read_text(encoding="utf-8") != printed:
        problems.append(f"docs/schemas/{kind}.schema.json is not what `norma schema {kind}` prints")
    schema = json.loads(printed)
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, definition in schema["$defs"].items():
        if not isinstance(definition, dict):
            problems.append(f"{kind}: nothing defines the form `{name}`")
    VALIDATORS[kind] = jsonschema.Draft202012Validator(schema)


def explain(kind, content):
    """Why the schema refuses it, or nothing."""
    errors = list(VALIDATORS[kind].iter_errors(content))
    if not errors:
        return ""
    error = jsonschema.exceptions.best_match(errors)
    return f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


# Every file that the loader accepts.
whole = {}
for path in sorted([*(ROOT / "rules").rglob("*.yaml"), *(ROOT / "examples").rglob("*.yaml")]):
    content = yaml.load(path.read_text(encoding="utf-8"), Loader)
    kind = kind_of(path, content)
    if kind is None:
        problems.append(f"{path.relative_to(ROOT)}: what kind of file is this?")
        continue
    whole[path] = (kind, content)
    if wrong := explain(kind, content) or explain("file", content):
        problems.append(f"{path.relative_to(ROOT)}: refused at {wrong}")

# Every file with a recorded mistake.
refused = 0
for path in sorted((ROOT / "tests/golden/bad").rglob("*.yaml")):
    case = ROOT / "tests/golden/bad" / path.relative_to(ROOT / "tests/golden/bad").parts[0]
    name = path.relative_to(ROOT).as_posix()
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    codes = set(re.findall(rf"^(?:error|warning)\[(N\d+)\][^\n]*\n *--> {re.escape(name)}:",
                           expected, re.M))
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        continue  # no YAML: no schema is asked
    kind = kind_of(path, content)
    if kind is None:
        continue
    wrong = explain(kind, content)
    refused += bool(wrong)
    if wrong and not codes:
        problems.append(f"{name}: refused at {wrong}, by the loader not")
    if not wrong and codes & SHAPE:
        problems.append(f"{name}: accepted, the loader finds {', '.join(sorted(codes & SHAPE))}")


def places(node, path=()):
    """Paths of everything in the document."""
    yield path
    for key, below in (node.items() if isinstance(node, dict)
                       else enumerate(node) if isinstance(node, list) else ()):
        yield from places(below, path + (key,))


def changed(content, path, how):
    """The document with one place changed; nothing if `how` does not apply."""
    result = copy.deepcopy(content)
    if not path:
        return result if how(None, None, result) else None
    outer = result
    for key in path[:-1]:
        outer = outer[key]
    return result if how(outer, path[-1], outer[path[-1]]) else None


def drop(outer, key, node):
    if isinstance(outer, dict):
        del outer[key]
    return isinstance(outer, dict)


def strange(outer, key, node):
    if isinstance(node, dict):
        node["no_such_key"] = 1
    return isinstance(node, dict)


def word(outer, key, node):
    if outer is not None and isinstance(node, (dict, list)):
        outer[key] = "word"
        return True
    return False


def sequence(outer, key, node):
    if outer is not None and not isinstance(node, list):
        outer[key] = [["word"]]
        return True
    return False


def mapping(outer, key, node):
    if outer is not None and not isinstance(node, dict):
        outer[key] = {"no_such_key": 1}
        return True
    return False


def written(content):
    """YAML in which conditions stand plain and tests in quotes, as the loader
    wants them: everything else is JSON."""
    plain = {"require", "when", "value", "pass", "each"}

    def lines(node, indent, key=None, single=True):
        pad = "  " * indent
        if isinstance(node, dict) and node:
            out = "\n"
            for k, v in node.items():
                out += f"{pad}{json.dumps(k, ensure_ascii=False)}:{lines(v, indent + 1, k)}"
            return out
        if isinstance(node, list) and node:
            return "\n" + "".join(f"{pad}-{lines(v, indent + 1, key, False)}" for v in node)
        if isinstance(node, str) and (key in plain or key == "checks" or key == "of" and single):
            return " |-\n" + "".join(f"{pad}  {line}\n" for line in node.splitlines())
        if isinstance(node, str) and key in ("rows", "range"):
            return f' "{node}"\n'
        if isinstance(node, str) and (re.fullmatch(r"[\d-]+", node) or node in ("", "~")):
            return f" {node}\n"
        return " " + json.dumps(node, ensure_ascii=False) + "\n"

    return lines(content, 0).lstrip("\n")


def of_dictionary(kind, place, how):
    """What only the dictionary of the pack, or another part of the file, tells:
    the values of facts, whether areas have kinds, a day for every case."""
    values = {"unit": "facts", "tests": "change"}.get(kind)
    return values in place or how is drop and place in {("kind",), ("as_of",)}


# Changes of the files that show every key: the schema and the loader agree.
GUIDE = ROOT / "examples/files/guide"
tried = 0
with tempfile.TemporaryDirectory() as folder:
    pack = pathlib.Path(folder) / "files/guide"
    pack.mkdir(parents=True)
    originals = {}
    for path in sorted(GUIDE.parent.rglob("*")):
        target = pack.parent / path.relative_to(GUIDE.parent)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            target.write_bytes(path.read_bytes())
    chosen = [p for p in whole if GUIDE.parent in p.parents]
    for path in chosen:
        kind, content = whole[path]
        target = pack.parent / path.relative_to(GUIDE.parent)
        of_pack = path
        while not (of_pack.parent / "pack.yaml").exists() and of_pack.parent != ROOT:
            of_pack = of_pack.parent
        home = pack.parent / of_pack.parent.relative_to(GUIDE.parent) if (
            of_pack.parent / "pack.yaml").exists() else pack
        command = {"tests": ("test", target), "unit": ("check", target, "--pack", home)}.get(
            kind, ("list", home))
        original = target.read_bytes()
        target.write_text(written(content), encoding="utf-8")
        if "error[" in (said := norma(*command)):
            problems.append(f"{path.relative_to(ROOT)}: written anew it is refused: {said[:300]}")
        seen = set()
        for place in places(content):
            shown = tuple(k if isinstance(k, str) else 0 for k in place)
            for how in (drop, strange, word, sequence, mapping):
                other = changed(content, place, how)
                if other is None or (shown, how) in seen:
                    continue
                seen.add((shown, how))
                tried += 1
                target.write_text(written(other), encoding="utf-8")
                said = norma(*command)
                codes = set(re.findall(r"^error\[(N\d+)\]", said, re.M))
                wrong = explain(kind, other)
                where = f"{path.relative_to(ROOT)}: {how.__name__} at {'/'.join(map(str, place))}"
                if wrong and not codes:
                    problems.append(f"{where}: refused at {wrong}, by the loader not")
                if not wrong and codes & SHAPE and not of_dictionary(kind, place, how):
                    first = re.search(r"^error\[(?:" + "|".join(SHAPE) + r")\].*", said, re.M)
                    problems.append(f"{where}: accepted, the loader says {first.group(0)}")
        target.write_bytes(original)

for problem in problems:
    print(problem)
print(f"{len(whole)} files, {refused} mistakes refused, {tried} changes, {len(problems)} problems")
sys.exit(1 if problems or not refused or not tried else 0)

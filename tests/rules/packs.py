# SPDX-License-Identifier: Apache-2.0
"""What the tests of the packs in rules/ share: their files, with places."""

import pathlib
import re
import sys

import yaml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "policy"))
from project import finish  # noqa: E402,F401  how tests in Python end

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


class Word(str):
    """A scalar that knows where it stands."""

    place = ""


def _tree(node, path):
    if isinstance(node, yaml.ScalarNode):
        word = Word(node.value)
        word.place = f"{path}:{node.start_mark.line + 1}"
        return word
    if isinstance(node, yaml.SequenceNode):
        return [_tree(child, path) for child in node.value]
    return {_tree(key, path): _tree(value, path) for key, value in node.value}


def read(path):
    """The file as dicts, lists and words: no scalar is anything but a text."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    shown = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    return _tree(node, shown) if node else {}


def normalize(clause):
    """A locator as two are compared: no blanks, full-width brackets."""
    return re.sub(r"\s+", "", clause).replace("(", "（").replace(")", "）")


def cited(node, outer):
    """(document, clause) in force at a mapping; a text is appended to the outer."""
    cite = node.get("cite")
    if cite is None:
        return outer
    if isinstance(cite, dict):
        return str(cite.get("document", "")), normalize(cite.get("clause", ""))
    return outer[0], outer[1] + normalize(cite)


class Pack:
    """The files of a folder with a pack.yaml; `files` leaves out its tests."""

    def __init__(self, folder):
        self.folder = folder
        self.head = read(folder / "pack.yaml")
        self.id = str(self.head.get("pack", folder.name))
        self.files = [read(path) for path in sorted(folder.rglob("*.yaml"))
                      if "tests" not in path.relative_to(folder).parts]
        self.documents = self.head.get("documents", {})
        self.standards = {str(one["standard"]): one for one in self.files if "standard" in one}
        self.tables = {str(one["table"]): one for one in self.files if "table" in one}
        self.facts, self.derived = {}, {}
        for one in self.files:
            self.facts.update(one.get("facts", {}))
            self.derived.update(one.get("derived", {}))

    def below(self):
        """Ids of the packs that it builds on."""
        named = self.head.get("uses", [])
        extends = self.head.get("extends")
        named = (named if isinstance(named, list) else [named]) + ([extends] if extends else [])
        return [str(one["pack"] if isinstance(one, dict) else one) for one in named]


def packs():
    """id -> pack of every folder in rules/ that is one."""
    found = [Pack(head.parent) for head in sorted((ROOT / "rules").rglob("pack.yaml"))]
    return {pack.id: pack for pack in found}


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(SKIPPED)

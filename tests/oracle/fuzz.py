# SPDX-License-Identifier: Apache-2.0
"""The oracle as the fuzz target tests/fuzz/oracle.cpp asks it, on stdin and stdout.

Its input is a line of hexadecimal digits: the first byte tells how many pairs of
bytes make the pack, the others make a unit and its days. The engine's answers are
asked for as `engine.py` does, with the target as the engine; what is said at last
is {"found": what differs, "" if nothing does}.
"""

import collections
import json
import random
import shutil
import sys
import traceback

from agreement import Case, ask, differences, differing_trees
from counterexample import show
from engine import Engine
from generate_pack import Packs
from generate_unit import Units
from run import report

PACKS_KEPT = 256


class Bytes(random.Random):
    """Chance that bytes decide, one a draw; after the last always the same draws."""

    def __init__(self, data):
        super().__init__(0)
        self.data = iter(data)

    def random(self):
        byte = next(self.data, None)
        return super().random() if byte is None else byte / 256


class Target(Engine):
    """The engine at the other end of stdin and stdout, with many packs at a time."""

    def __init__(self):  # pylint: disable=super-init-not-called
        self.make_folder()
        self.packs = collections.OrderedDict()   # bytes -> (folder, pack, findings)
        self.at = 0
        self.counts = collections.Counter()

    def place(self):
        return self.folder / f"p{self.at}"

    def ask(self, request):
        print(json.dumps(request), flush=True)
        return json.loads(sys.stdin.readline())

    def pack_of(self, data):
        """The pack that the bytes make, None if it is refused, and what its trees differ in."""
        if data in self.packs:
            self.packs.move_to_end(data)
            self.at, pack, found = self.packs[data]
            return pack, found
        self.at = len(self.packs)
        if self.at == PACKS_KEPT:
            self.at = self.packs.popitem(last=False)[1][0]
        pack, found = Packs(Bytes(data)).make(), []
        trees = self.load(pack)
        if "errors" in trees:
            self.counts["refused"] += 1
            self.counts.update({f"refused {code}" for code, _ in trees["errors"]})
            pack = None
        else:
            self.counts["packs"] += 1
            found = [f"not parsed as written: {where}" for where in differing_trees(pack, trees)]
        self.packs[data] = self.at, pack, found
        return pack, found

    def compare(self, data):
        """What engine and oracle differ in, as a text."""
        end = 1 + 2 * data[0] if data else 0
        pack, found = self.pack_of(data[1:end])
        if pack is None or found:
            return "\n".join(found)
        chance = Bytes(data[end:])
        units = Units(chance, pack, handed=chance.random() < 0.5)
        case = Case(units.make(), units.handed, *units.days())
        for case in map(case.by, ["", *pack.schemes]):
            answer = ask(self, [case])[0]
            self.counts["scores" if case.scheme else "cases"] += 1
            self.counts.update(verdict for _, verdict, *_ in answer.get("nodes", ()))
            if differences(pack, case, answer):
                return show(self, "of the input", pack, case)
        return ""


def main():
    target = Target()
    try:
        for line in iter(sys.stdin.readline, ""):
            try:
                found = target.compare(bytes.fromhex(line))
            except Exception:  # pylint: disable=broad-except
                found = traceback.format_exc()
            print(json.dumps({"found": found}), flush=True)
    finally:
        shutil.rmtree(target.folder)
    report(target.counts, to=sys.stderr)


if __name__ == "__main__":
    main()

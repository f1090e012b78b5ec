# SPDX-License-Identifier: Apache-2.0
"""Asks the engine (engine.cpp) in a process of its own."""

import json
import pathlib
import shutil
import subprocess
import tempfile

from files import files
from unit_text import file_text, handed


class Engine:
    def __init__(self, command):
        self.process = subprocess.Popen([command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, encoding="utf-8")
        self.make_folder()

    def make_folder(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="norma-oracle-"))
        self.written = {}     # by place, the files that lie there

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        shutil.rmtree(self.folder)

    def ask(self, request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the engine has ended")
        return json.loads(line)

    def place(self):
        """Where the pack in question lies, with those it builds on."""
        return self.folder / "packs"

    def load(self, pack):
        """The trees of the pack's conditions, or {"errors"}."""
        folder, all_files = self.place(), files(pack)
        for layer in pack.layers():
            (folder / layer.name).mkdir(parents=True, exist_ok=True)
        before = self.written.get(folder, {})
        for name in before.keys() - all_files.keys():
            (folder / name).unlink()
        for name, content in all_files.items():
            if before.get(name) != content:
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_text(content, encoding="utf-8")
        self.written[folder] = all_files
        return self.ask({"load": str(folder / "p")})

    def judge(self, standard, cases, report=False):
        """Answers for (unit, as handed over?, as-of day, day of knowledge)."""
        return self.ask_about(cases, {"judge": standard, "report": report})

    def score(self, scheme, cases):
        """The same, by a scoring scheme."""
        return self.ask_about(cases, {"score": scheme})

    def ask_about(self, cases, question):
        units = []
        for unit, as_handed, as_of, known in cases:
            one = {"as_of": as_of.isoformat(),
                   "known_as_of": known.isoformat() if known else None}
            one.update({"handed": handed(unit)} if as_handed else {"text": file_text(unit)})
            units.append(one)
        return self.ask({**question, "pack": str(self.place() / "p"), "units": units})["answers"]

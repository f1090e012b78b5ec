# SPDX-License-Identifier: Apache-2.0
"""Asks the engine (engine.cpp) in a process of its own."""

import json
import pathlib
import shutil
import subprocess
import tempfile

from pack_text import files
from unit_text import file_text, handed


class Engine:
    def __init__(self, command):
        self.process = subprocess.Popen([command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, encoding="utf-8")
        self.make_folder()

    def make_folder(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="norma-oracle-"))

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
        """Where the pack in question lies."""
        return self.folder / "p"

    def load(self, pack):
        """The trees of the pack's conditions, or {"errors"}."""
        folder = self.place()
        if folder.exists():
            shutil.rmtree(folder)
        folder.mkdir()
        for name, content in files(pack).items():
            (folder / name).write_text(content, encoding="utf-8")
        return self.ask({"load": str(folder)})

    def judge(self, standard, cases, report=False):
        """Answers for (unit, as handed over?, as-of day, day of knowledge)."""
        units = []
        for unit, as_handed, as_of, known in cases:
            one = {"as_of": as_of.isoformat(),
                   "known_as_of": known.isoformat() if known else None}
            one.update({"handed": handed(unit)} if as_handed else {"text": file_text(unit)})
            units.append(one)
        return self.ask({"judge": standard, "pack": str(self.place()), "units": units,
                         "report": report})["answers"]

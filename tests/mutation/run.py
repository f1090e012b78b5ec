# SPDX-License-Identifier: Apache-2.0
"""Makes small faults in a module, one at a time, and tells which no test notices.

    run.py BUILD value|assess [--count 60] [--skip 0] [--seed 1] [--file NAME]

BUILD is a built tree of the preset dev. All faults of the module's impl/*.ipp are
put into an order that the seed decides; from `--skip` on as many are tried as
compile, until there are `--count`. Neither sources nor build are touched: the
faulty file stands in a folder of its own, before the others where headers are
looked for, and its object before the library when tests are linked.
"""

import argparse
import json
import os
import pathlib
import random
import re
import resource
import shlex
import subprocess
import sys
import tempfile
import time

from mutants import mutants

ROOT = pathlib.Path(__file__).resolve().parents[2]
ORACLE = [sys.executable, "-B", str(ROOT / "tests/oracle/run.py"), "{}", "--cases", "300",
          "--processes", "1"]
# What must notice, in the order in which it is run.
TESTS = {"value": [("norma_test_value", ["{}", "-a"]), ("norma_test_expr", ["{}", "-a"])],
         "assess": [("norma_test_assess", ["{}", "-a"]), ("norma_test_report", ["{}", "-a"]),
                    ("norma_oracle_engine", ORACLE)]}
MEMORY = 3 << 30
ENVIRONMENT = {**os.environ, "CCACHE_DISABLE": "1", "RC_PARAMS": "seed=1"}


def run(command, seconds=600, cwd=ROOT):
    """Whether it ended well; None after so many seconds."""
    process = subprocess.Popen(
        command, cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)))
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return None


class Workshop:
    """Compiles and links with one file changed."""

    def __init__(self, build, module, folder):
        self.build, self.folder = build, folder
        self.tests = TESTS[module]
        self.compiled = {}     # source -> its command
        for entry in json.loads((build / "compile_commands.json").read_text()):
            source = pathlib.Path(entry["file"])
            if source.is_relative_to(ROOT / "src") and "/norma.dir/" in entry["command"]:
                self.compiled[source] = shlex.split(entry["command"])
        self.links = {target: self._ninja("-t", "commands", target).splitlines()[-1]
                      for target, _ in self.tests}
        self.users = self._users()

    def _ninja(self, *words):
        return subprocess.run(["ninja", "-C", str(self.build), *words], check=True, text=True,
                              stdout=subprocess.PIPE).stdout

    def _users(self):
        """Sources of the library by the files that they include."""
        users = {}
        objects = {command[command.index("-o") + 1]: source
                   for source, command in self.compiled.items()}
        for block in self._ninja("-t", "deps").split("\n\n"):
            lines = block.split("\n")
            source = objects.get(lines[0].partition(":")[0])
            for line in lines[1:] if source else ():
                users.setdefault((self.build / line.strip()).resolve(), []).append(source)
        return users

    def compile(self, file, text):
        """The objects of all that include the file, None if one does not compile."""
        faulty = self.folder / "include" / file.relative_to(ROOT / "include")
        faulty.parent.mkdir(parents=True, exist_ok=True)
        faulty.write_text(text, encoding="utf-8")
        objects = []
        for number, source in enumerate(self.users[file]):
            objects.append(self.folder / f"{number}.o")
            command = list(self.compiled[source])
            command[command.index("-o") + 1] = str(objects[-1])
            if "-MF" in command:
                command[command.index("-MF") + 1] = "/dev/null"
            compiler = next(place for place, word in enumerate(command) if word.startswith("-"))
            command[compiler:compiler] = [f"-I{self.folder / 'include'}"]
            # Doubtful looks are what is wanted; a way without a result is no program.
            command += ["-Wno-error", "-Werror=return-type"]
            if not run(command, cwd=self.build):
                faulty.unlink()
                return None
        faulty.unlink()
        return objects

    def link(self, target, objects):
        program = self.folder / target
        command = self.links[target]
        command = re.sub(r" -o \S+", f" -o {program}", command)
        command = command.replace(" libnorma.a", f" {' '.join(map(str, objects))} libnorma.a", 1)
        return program if run(["bash", "-c", command], cwd=self.build) else None

    def noticed(self, objects, limits):
        """By what, None if by nothing."""
        for (target, command), most in zip(self.tests, limits):
            program = self.link(target, objects)
            if program is None:
                raise RuntimeError(f"{target} is not linked")
            ended = run([word.format(program) for word in command], most)
            if not ended:
                return target + (" (time)" if ended is None else "")
        return None

    def limits(self, objects):
        """Seconds for each test, from what it takes without a fault."""
        taken = []
        for target, command in self.tests:
            program, begun = self.link(target, objects), time.monotonic()
            if not run([word.format(program) for word in command]):
                raise RuntimeError(f"{target} fails without a fault")
            taken.append(20 + 4 * (time.monotonic() - begun))
        return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("module", choices=TESTS)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", default="", help="only faults of this file")
    options = parser.parse_args()
    files = sorted((ROOT / "include/norma" / options.module / "impl").glob("*.ipp"))
    texts = {file.name: (file, file.read_text(encoding="utf-8")) for file in files}
    every = [one for name, (_, text) in texts.items() if options.file in ("", name)
             for one in mutants(name, text)]
    random.Random(options.seed).shuffle(every)
    with tempfile.TemporaryDirectory(prefix="norma-mutation-") as folder:
        workshop = Workshop(options.build.resolve(), options.module, pathlib.Path(folder))
        first = next(file for file in files if file in workshop.users)
        limits = workshop.limits(workshop.compile(first, texts[first.name][1]))
        counts, at = {"killed": 0, "survived": 0, "not compiled": 0}, options.skip
        while at < len(every) and counts["killed"] + counts["survived"] < options.count:
            mutant, at = every[at], at + 1
            file, text = texts[mutant.file]
            objects = workshop.compile(file, mutant.applied(text))
            if objects is None:
                counts["not compiled"] += 1
                continue
            by = workshop.noticed(objects, limits)
            counts["killed" if by else "survived"] += 1
            print(f"{by}: {mutant}" if by else f"SURVIVED {mutant}", flush=True)
    print(f"{options.module}: {len(every)} faults, {options.skip} to {at - 1} of seed "
          f"{options.seed}: " + ", ".join(f"{n} {what}" for what, n in counts.items()))


if __name__ == "__main__":
    main()

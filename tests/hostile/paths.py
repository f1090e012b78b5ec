# SPDX-License-Identifier: Apache-2.0
"""Paths that lead elsewhere, nowhere or round in circles, and disks that are full."""

import os

from probe import Probe, pack, write

UNIT = "norma: 1\nunit: enterprise\nfacts: {sound: true, due: 100, signed: 95}\n"
AREA = "norma: 1\nunit: area\nkind: park\nfacts:\n  members: {file: '%s'}\n"


class Restless:
    """A unit that grows, is cut off, vanishes and comes back while it is read."""

    def __init__(self, path, content):
        self.path, self.content, self.step = path, content, 0

    def __call__(self):
        self.step += 1
        if self.step % 4 == 0:
            self.path.unlink(missing_ok=True)
        else:
            with self.path.open("wb") as out:
                out.write(self.content[: self.step * 7919 % len(self.content)])


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for name, target in (("round in a circle", "loop.yaml"), ("nowhere", "missing.yaml"),
                         ("to itself by its folder", "../paths/loop.yaml")):
        link = folder / "loop.yaml" if target == "loop.yaml" else folder / f"link-{name}.yaml"
        os.symlink(target, link)
        yield Probe("a link " + name, ["check", link, *judge], codes=(65, 66))
    os.symlink(".", folder / "small" / "again")
    yield Probe("a pack with a link to itself", ["list", small], says="contracts|N\\d{4}", codes=(0, 65))
    many = folder / "units"
    many.mkdir()
    os.symlink("..", many / "up")
    os.symlink("nothing.yaml", many / "gone.yaml")
    write(many / "good.yaml", UNIT)
    (many / "folder.yaml").mkdir()
    yield Probe("a folder of units with links", ["check", many, *judge], codes=(65, 66))
    for where in ("../../../../../../etc/passwd", "/etc/passwd", "..", ".", "", "/dev/zero",
                  "/dev/stdin", "a" * 5_000, "small", "x\\0.csv"):
        path = write(folder / "area.yaml", AREA % where)
        yield Probe("members from " + (where[:40] or "nothing"), ["check", path, "--pack", small],
                    codes=(64, 65, 66))
    secret = write(folder / "beside" / "secret.csv", "id,sound\na,true\n")
    inner = write(folder / "inner" / "area.yaml", AREA % "link.csv")
    os.symlink(secret, inner.parent / "link.csv")
    yield Probe("members by a link out of the folder", ["check", inner, "--pack", small],
                codes=(64, 65, 66))
    for device in ("/dev/zero", "/dev/full", "/proc/self/mem", "/dev/null", folder):
        yield Probe(f"{device} as a unit", ["check", device, *judge], codes=(64, 65, 66))
        if device == folder:
            continue  # that one holds a pack
        yield Probe(f"{device} as a pack", ["list", device], codes=(64, 65, 66), says="N\\d{4}")
    os.mkfifo(folder / "pipe.yaml")
    yield Probe("a pipe that nobody writes", ["check", folder / "pipe.yaml", *judge], codes=(64, 65, 66))
    unit = write(folder / "unit.yaml", UNIT)
    for form in ("text", "json", "md", "html"):
        yield Probe("a full disk for " + form, ["check", unit, *judge, "--format", form, "-o", "/dev/full"],
                    codes=(74,))
    yield Probe("a folder to write to", ["check", unit, *judge, "-o", folder], codes=(74,))
    yield Probe("a folder that is not there", ["check", unit, *judge, "-o", folder / "no/such.txt"], codes=(74,))
    content = (UNIT + "# more\n" * 500_000).encode()
    for kind in ("unit", "rules"):
        at = folder / "unit-restless.yaml"
        arguments = ["check", at, *judge]
        if kind == "rules":
            at = pack(folder / "restless") / "contracts.yaml"
            arguments = ["list", at.parent]
        for _ in range(10):
            write(at, content)
            yield Probe(f"{kind} that changes while read", arguments, says="", codes=(0, 1, 2, 64, 65, 66, 74),
                        meanwhile=Restless(at, content))

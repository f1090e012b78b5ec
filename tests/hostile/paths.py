# SPDX-License-Identifier: Apache-2.0
"""Paths that lead elsewhere, nowhere or round in circles, and disks that are full."""

import os
import socket

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


def links(folder, small, judge):
    for name, target in (("round in a circle", "loop.yaml"), ("nowhere", "missing.yaml"),
                         ("to itself by its folder", f"../{folder.name}/loop.yaml")):
        link = folder / "loop.yaml" if target == "loop.yaml" else folder / f"link-{name}.yaml"
        os.symlink(target, link)
        yield Probe("a link " + name, ["check", link, *judge], codes=(66,), says="N0101")
    os.symlink(".", small / "again")
    yield Probe("a pack with a link to itself", ["list", small], says="contracts", codes=(0,))
    many = folder / "units"
    many.mkdir()
    os.symlink("..", many / "up")
    os.symlink("nothing.yaml", many / "gone.yaml")
    write(many / "good.yaml", UNIT)
    (many / "folder.yaml").mkdir()
    yield Probe("a folder of units with links", ["check", many, *judge], codes=(66,), says="N0101")


def ways_out(folder, small, _):
    """Members from where they must not, or can not, be taken."""
    for where, code in (("../../../../../../etc/passwd", "N0635"), ("/etc/passwd", "N0635"), ("..", "N0635"),
                        (".", "N0101"), ("", "N0635"), ("/dev/zero", "N0635"), ("/dev/stdin", "N0635"),
                        ("a" * 5_000, "N0635"), ("area.yaml/../../small", "N0635"), ("beside", "N0101"),
                        ("x\\0.csv", "N0101")):
        path = write(folder / "area.yaml", AREA % where)
        (folder / "beside").mkdir(exist_ok=True)
        yield Probe("members from " + (where[:40] or "nothing"), ["check", path, "--pack", small],
                    codes=(65, 66), says=code)
    secret = write(folder / "beside" / "secret.csv", "id,sound\na,true\n")
    inner = write(folder / "inner" / "area.yaml", AREA % "link.csv")
    os.symlink(secret, inner.parent / "link.csv")
    yield Probe("members by a link out of the folder", ["check", inner, "--pack", small], says="N0635")
    os.symlink(folder / "beside", inner.parent / "way")
    write(inner, AREA % "way/secret.csv")
    yield Probe("members by a folder that is a link", ["check", inner, "--pack", small], says="N0635")


def devices(folder, _, judge):
    for device, words in (("/dev/zero", "this is a device"), ("/dev/full", "this is a device"),
                          ("/dev/null", "this is a device"), ("/proc/self/mem", "N0")):
        yield Probe(f"{device} as a unit", ["check", device, *judge], codes=(65, 66), says=words)
        yield Probe(f"{device} as a pack", ["list", device], codes=(66,), says="this is no folder")
    for device, code in (("/dev/zero", "N0132"), ("/dev/null", "N0637"), (folder, "this is a folder")):
        yield Probe(f"{device} as units of any number", ["check", "--facts", device, *judge],
                    codes=(65, 66), says=code)


def pipes(folder, small, judge):
    """Pipes that nobody writes or reads, and sockets, wherever a file is expected."""
    pipe, listening = folder / "pipe.yaml", folder / "socket.yaml"
    os.mkfifo(pipe)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(listening))
    unit, rules, cases = write(folder / "unit.yaml", UNIT), pack(folder / "rules"), pack(folder / "cases")
    area = write(folder / "area.yaml", AREA % pipe.name)
    (cases / "tests").mkdir()
    for what, words in ((pipe, "this is a pipe"), (listening, "this is a socket")):
        for verb in (["check", what, *judge], ["check", unit, what, *judge], ["check", what],
                     ["eval", "1", "--facts", what, "--pack", small], ["eval", "1", "--facts", what]):
            yield Probe(f"{what.name} to {verb[0]}", verb, codes=(66,), says=words)
        yield Probe(f"{what.name} as a pack", ["check", unit, "--pack", what], codes=(66,), says="this is no folder")
        for name in ("pack.yaml", "facts.yaml", "other.yaml"):
            kept = rules / name
            before = kept.read_bytes() if kept.exists() else None
            kept.unlink(missing_ok=True)
            os.link(what, kept)
            yield Probe(f"{what.name} as {name}", ["list", rules], says=words)
            kept.unlink()
            if before is not None:
                write(kept, before)
        os.link(what, cases / "tests" / what.name)
        yield Probe(f"{what.name} as a test", ["test", cases], says=words)
        (cases / "tests" / what.name).unlink()
    yield Probe("members through a pipe", ["check", area, "--pack", small], codes=(66,), says="this is a pipe")
    yield Probe("a socket as units of any number", ["check", "--facts", listening, *judge], codes=(66,),
                says="this is a socket")
    for command in (["check", unit, *judge], ["check", unit, unit, *judge], ["template", "contracts", "--pack", small],
                    ["schema", "report"]):
        yield Probe(f"{command[0]} to a pipe that nobody reads", [*command, "-o", pipe], codes=(74,),
                    says="no program reads this pipe")
        yield Probe(f"{command[0]} to a socket", [*command, "-o", listening], codes=(74,), says="this is a socket")


def unreadable(folder, _, judge):
    """Files and folders that are not for everybody."""

    def closed(path, mode=0):
        path.chmod(mode)
        return path

    def probe(name, *arguments, **wanted):
        return Probe("not for everybody: " + name, arguments, as_nobody=True, **wanted)

    folder.chmod(0o755)
    unit = write(folder / "unit.yaml", UNIT)
    yield probe("nothing", "check", unit, *judge, codes=(0, 1, 2), says="Compliance report")
    yield probe("a unit", "check", closed(write(folder / "closed.yaml", UNIT)), *judge, codes=(66,), says="N0101")
    write(folder / "units" / "a.yaml", UNIT)
    closed(write(folder / "units" / "b.yaml", UNIT))
    yield probe("one of the units", "check", folder / "units", *judge, codes=(66,), says="N0101")
    (folder / "hidden").mkdir()
    yield probe("a folder of units", "check", closed(folder / "hidden"), *judge, codes=(66,), says="N0101")
    area = write(folder / "area.yaml", AREA % "members.csv")
    closed(write(folder / "members.csv", "id,sound\na,true\n"))
    yield probe("members", "check", area, *judge[:2], codes=(66,), says="N0101")
    rules = pack(folder / "facts")
    closed(rules / "facts.yaml")
    yield probe("a file of rules", "list", rules, says="N0101")
    yield probe("a pack", "list", closed(pack(folder / "rules")), codes=(66,), says="N0101|N0117")
    (folder / "kept").mkdir()
    yield probe("where to write", "check", unit, *judge, "-o", closed(folder / "kept", 0o555) / "a.txt",
                codes=(74,), says="N0119")


def full_disks(folder, _, judge):
    unit = write(folder / "unit.yaml", UNIT)
    for form in ("text", "json", "md", "html"):
        command = ["check", unit, *judge, "--format", form]
        yield Probe("a full disk for " + form, [*command, "-o", "/dev/full"], codes=(74,), says="N0119")
        yield Probe("a full disk behind a pipe for " + form, command, codes=(74,), says="N0119",
                    prints_to="/dev/full")
        kept = write(folder / f"kept.{form}", "kept")
        yield Probe(f"a disk that fills up for {form}", [*command, "-o", kept], codes=(74,), says="N0119",
                    largest_file=512, leaves=(kept, "kept"))
        new = folder / f"new.{form}"
        yield Probe(f"a disk that fills up for new {form}", [*command, "-o", new], codes=(74,), says="N0119",
                    largest_file=512, leaves=(new, None))
    for command in (["list"], ["eval", "1 + 1"], ["--help"], ["schema", "report"], ["test", folder.parent / "small"]):
        yield Probe(f"a full disk behind {command[0]}", command, codes=(74,), says="N0119", prints_to="/dev/full")
    yield Probe("a folder to write to", ["check", unit, *judge, "-o", folder], codes=(74,), says="N0119")
    yield Probe("a folder that is not there", ["check", unit, *judge, "-o", folder / "no/such.txt"],
                codes=(74,), says="N0119")


def written_over(folder, _, judge):
    """Results that would take the place of what is read."""
    rules = pack(folder / "rules")
    cases = write(rules / "tests" / "cases.yaml", "kept")
    members = write(folder / "members.csv", "id,sound\na,true\n")
    area = write(folder / "area.yaml", AREA % "members.csv")
    unit = write(folder / "unit.yaml", UNIT)
    for name, command, over in (
            ("a unit", ["check", unit], unit), ("one of two units", ["check", area, unit], unit),
            ("a table of members", ["check", area], members), ("rules", ["check", unit], rules / "contracts.yaml"),
            ("rules, by --facts", ["check", "--facts", members], rules / "facts.yaml"),
            ("tests of rules", ["check", unit], cases),
            ("rules, by a template", ["template", "contracts"], rules / "pack.yaml")):
        yield Probe("results over " + name, [*command, "--pack", rules, "-o", over], codes=(64,), says="N0137|N0179",
                    leaves=(over, over.read_text(encoding="utf-8")))


def restless(folder, small, judge):
    """Files that change and vanish while they are read: any end but a signal."""
    content = (UNIT + "# more\n" * 500_000).encode()
    rows = ("id,sound\n" + "a,true\n" * 100_000).encode()
    area = write(folder / "area.yaml", AREA % "members.csv")
    rules = pack(folder / "rules")
    for kind, at, whole, arguments in (
            ("unit", folder / "unit.yaml", content, ["check", folder / "unit.yaml", *judge]),
            ("table", folder / "units.csv", rows, ["check", folder / "units.csv", *judge]),
            ("members", folder / "members.csv", rows, ["check", area, "--pack", small]),
            ("rules", rules / "contracts.yaml", content, ["list", rules])):
        for _ in range(5):
            write(at, whole)
            yield Probe(f"{kind} that change while read", arguments, says="",
                        codes=(0, 1, 2, 3, 64, 65, 66, 74), meanwhile=Restless(at, whole))


def probes(folder):
    small = pack(folder / "small")
    judge = ["--pack", small, "--standard", "contracts"]
    for group in (links, ways_out, devices, pipes, unreadable, full_disks, written_over, restless):
        (folder / group.__name__).mkdir()
        yield from group(folder / group.__name__, small, judge)

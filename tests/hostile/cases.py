# SPDX-License-Identifier: Apache-2.0
"""Tests of rules, and tables of units, that are each small and together very much."""

from packs import HEAVY, part
from probe import Probe, as_standard, pack, write

HEAD = "norma: 1\ntests: contracts\ngiven: ../units/unit.yaml\nas_of: 2024-03-31\ncases:\n"
UNIT = "norma: 1\nunit: enterprise\nfacts: {sound: true, due: 100, signed: 95}\n"


def with_cases(rules, cases):
    write(rules / "units" / "unit.yaml", UNIT)
    write(rules / "tests" / "cases.yaml", HEAD + cases)
    return ["test", rules]


def case(name, rest="expect: {.: pass}"):
    return f"  - {{name: c{name}, {rest}}}\n"


def tests(folder):
    heavy = pack(folder / "heavy", contracts=as_standard(part("p", HEAVY)))
    yield Probe("100 heavy cases", [*with_cases(heavy, "".join(map(case, range(100)))), "--max-steps", "8000000"],
                says="N0159", codes=(1,))
    failing = with_cases(pack(folder / "failing"), "".join(map(case, range(20_000))))
    yield Probe("20,000 cases that fail", failing, says="N0160", codes=(1,))
    large = with_cases(pack(folder / "large"), "".join(map(case, range(150_000))))
    yield Probe("tests of more than 4 MiB", large, says="N0102")


def given(folder):
    """Units from where they must not be taken."""
    secret = write(folder / "secret.yaml", "user: admin\npassword: 1234\n")
    for i, (where, code) in enumerate((("../../../../../../../etc/passwd", "N0161"), ("/etc/passwd", "N0161"), (secret, "N0161"),
                        ("/dev/zero", "N0161"), ("../../secret.yaml", "N0162"), ("../../none.yaml", "N0101"),
                        ("..", "N0101"), ("", "N0101|N0204"), ("a" * 5_000, "N0101|N0161"))):
        rules = pack(folder / f"pack{i}")
        command = with_cases(rules, case("a"))
        write(rules / "tests" / "cases.yaml", HEAD.replace("../units/unit.yaml", f"'{where}'") + case("a"))
        yield Probe("a case given " + (str(where)[:40] or "nothing"), command, says=code)


def given_again(folder):
    """Units that are each read in time, by many names or many of them."""

    def probe(name, unit_of, paths, says, codes):
        rules = pack(folder / name.replace(" ", "-"))
        for where, unit in unit_of.items():
            write(rules / "units" / where, unit)
        head = HEAD.replace("given: ../units/unit.yaml\n", "")
        write(rules / "tests" / "cases.yaml",
              head + "".join(case(i, f"given: {path}, expect: {{.: undetermined}}") for i, path in enumerate(paths)))
        return Probe(name, ["test", rules], says=says, codes=codes)

    def of_bytes(number, line="# \n"):
        return UNIT + line * (number // len(line))

    large = {"u.yaml": of_bytes(10_000_000, "# " + "x" * 97 + "\n")}
    yield probe("20 names of a given unit of 10 MB", large, ["../tests/" * i + "../units/u.yaml" for i in range(20)],
                "20 cases, 0 failed", (0,))
    yield probe("20,000 names of a given unit", {"u.yaml": of_bytes(200_000)},
                ["./" * (i % 30) + ".//" * (i // 30 % 40) + "../" + "./" * (i // 1200) + "units/u.yaml"
                 for i in range(20_000)], "20000 cases, 0 failed", (0,))
    yield probe("20,000 given units that are not there", {}, [f"../n{i}.yaml" for i in range(20_000)], "N0101", (65,))
    yield probe("2,000 small given units", {f"u{i}.yaml": of_bytes(100) for i in range(2_000)},
                [f"../units/u{i}.yaml" for i in range(2_000)], "2000 cases, 0 failed", (0,))
    for name, line in (("that say nothing", "#\n"), ("with a long text", "# " + "x" * 97 + "\n")):
        yield probe(f"40 given units of 500 kB {name}", {f"u{i}.yaml": of_bytes(500_000, line) for i in range(40)},
                    [f"../units/u{i}.yaml" for i in range(40)], "N0187", (65,))
    park = as_standard(part("p", "count(members) >= 1")).replace("standard: contracts", "standard: park").replace(
        "unit: enterprise", "unit: area")
    rules = pack(folder / "members", park=park)
    for i in range(10):
        write(rules / "units" / f"u{i}.json", '{"norma": 1, "unit": "area", "kind": "park", "facts": {"members": ['
              + ",".join(["{}"] * 450_000) + "]}}")
    head = HEAD.replace("given: ../units/unit.yaml\n", "").replace("contracts", "park")
    write(rules / "tests" / "cases.yaml",
          head + "".join(case(i, f"given: ../units/u{i}.json, expect: {{.: pass}}") for i in range(10)))
    yield Probe("10 given units of 450,000 members that say nothing", ["test", rules], says="N0187")
    write(rules / "units" / "u.json", '{"norma": 1, "unit": "area", "kind": "park", "facts": {"members": ['
          + ",".join(["{}"] * 2_000) + "]}}")
    write(rules / "tests" / "cases.yaml",
          head + "".join(case(i, "given: ../units/u.json, expect: {.: pass}") for i in range(10_000)))
    yield Probe("10,000 cases of 2,000 members that say nothing", ["test", rules], says="N0187")


def units(folder):
    rules = pack(folder / "rules")

    def table(name, rows, head="id,sound,due,signed"):
        of = write(folder / f"{name}.csv", head + "\n" + rows)
        return ["check", of, "--pack", rules, "--standard", "contracts", "--as-of", "2024-03-31"]

    yield Probe("100,000 good rows", table("good", "".join(f"{i},true,100,95\n" for i in range(100_000))),
                says="100000 undetermined", codes=(2,))
    yield Probe("100,001 rows", table("many", "a,true,100,95\n" * 100_001), says="N0168|N0641")
    yield Probe("100,000 rows with a value in error", table("wrong", "".join(f"{i},true,100,-1\n" for i in range(100_000))),
                says="99900 more findings", codes=(2,))


def probes(folder):
    for group in (tests, given, given_again, units):
        (folder / group.__name__).mkdir()
        yield from group(folder / group.__name__)

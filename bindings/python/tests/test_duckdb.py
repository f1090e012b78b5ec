# SPDX-License-Identifier: Apache-2.0
"""Over DuckDB, a file larger than its memory limit is judged in batches: in bounded memory,
and with the verdicts that one call has for all rows."""

import json
import subprocess
import sys

import enterprises
import pytest

LIMIT = 64  # MB, of DuckDB
MOST = 160  # MB on top, in all: the batches on their way, the limit among them

JUDGE = """
import json, sys, warnings
import duckdb, norma, pyarrow

def resident(which):
    for line in open("/proc/self/status"):
        if line.startswith(which): return int(line.split()[1]) / 1000

def judge(source, to):
    connection = duckdb.connect(config={"memory_limit": f"{limit}MB", "threads": 2})
    units = connection.sql(f"from '{source}'").to_arrow_reader(rows_at_once)
    found = standard.assess_frame(units, as_of=day, carry=["id"], reasons=True)
    verdicts = found.frame
    connection.cursor().sql("from verdicts").write_parquet(to, row_group_size=rows_at_once)
    return found

few, source, to, day, limit, rows_at_once = json.loads(sys.argv[1])
warnings.simplefilter("ignore", norma.FrameWarning)
standard = norma.load("cn-zj")["enterprise.large_medium"]
judge(few, to)  # what the libraries take for themselves
before = resident("VmRSS")
found = judge(source, to)
print(json.dumps([len(found), resident("VmHWM") - before, found.counts()["verdict"]]))
"""


@pytest.mark.parametrize("rows", [400_000, pytest.param(4_000_000, marks=pytest.mark.long)])
def test_a_file_larger_than_the_memory_limit(large, tmp_path, rows):
    few, source, streamed, wanted = (tmp_path / f"{name}.parquet" for name in "abcd")
    enterprises.write(few, large, 1000)
    enterprises.write(source, large, rows)
    assert source.stat().st_size > 2 * LIMIT * 1e6
    given = json.dumps([str(few), str(source), str(streamed), enterprises.DAY, LIMIT, 20_000])
    done = subprocess.run([sys.executable, "-c", JUDGE, given], capture_output=True, text=True,
                          cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    judged, taken, counts = json.loads(done.stdout.splitlines()[-1])  # after progress bars
    print(f"{source.stat().st_size / 1e6:.0f} MB of {rows} units in {taken:.0f} MB")
    assert judged == rows == sum(counts.values())
    assert taken < MOST
    enterprises.judge_here(large, source, wanted, reasons=True)
    assert enterprises.differences(streamed, wanted) == 0

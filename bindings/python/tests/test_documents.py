# SPDX-License-Identifier: Apache-2.0
"""What README.md and the pages on Python show in Python is what comes."""

import doctest
import re

import cluster
import pytest
from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


# Some read files of the project, others write their own.
@pytest.mark.parametrize("name, folder", [
    ("README.md", ROOT), ("docs/python.md", ROOT), ("docs/python-frames.md", ROOT),
    ("docs/duckdb.md", None), ("docs/python-excel.md", None),
    pytest.param("docs/spark.md", None, marks=pytest.mark.spark)])
def test_blocks(name, folder, monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(folder or tmp_path)
    for setting, value in cluster.ENVIRONMENT.items():
        monkeypatch.setenv(setting, value)
    text = (ROOT / name).read_text(encoding="utf-8")
    # One document, one session; lines keep their numbers.
    kept, end = "", 0
    for match in BLOCK.finditer(text):
        kept += "\n" * text.count("\n", end, match.start(1)) + match.group(1)
        end = match.end(1)
    test = doctest.DocTestParser().get_doctest(kept, {}, name, name, 0)
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0, capsys.readouterr().out

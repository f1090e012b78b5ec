# SPDX-License-Identifier: Apache-2.0
"""What README.md and docs/python.md show in Python is what comes."""

import doctest
import re

import pytest
from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("name", ["README.md", "docs/python.md"])
def test_blocks(name, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    text = (ROOT / name).read_text(encoding="utf-8")
    # One document, one session; lines keep their numbers.
    kept, end = "", 0
    for match in BLOCK.finditer(text):
        kept += "\n" * text.count("\n", end, match.start(1)) + match.group(1)
        end = match.end(1)
    test = doctest.DocTestParser().get_doctest(kept, {}, name, name, 0)
    assert test.examples
    assert doctest.DocTestRunner(verbose=False).run(test).failed == 0, capsys.readouterr().out

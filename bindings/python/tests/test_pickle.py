# SPDX-License-Identifier: Apache-2.0
"""Packs and standards in other processes: without their folders, and the same."""

import copy
import pickle
import shutil
import subprocess
import sys

import norma
import pytest
from conftest import DAY, ROOT

READ = """
import pickle, sys
standard = pickle.load(sys.stdin.buffer)
print(standard.verdict({"worker_count": 10, "size_class": "large", "coordinator_count": 1},
                       as_of="2024-03-31"), standard)
"""


def test_a_standard_is_the_same_in_another_process(large):
    read = subprocess.run([sys.executable, "-c", READ], input=pickle.dumps(large),
                          capture_output=True)
    assert read.stdout.decode().split(maxsplit=1) == ["fail", f"{large}\n"], read.stderr


def test_a_pack_needs_no_folder(tmp_path, failing):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    pack = norma.load(tmp_path / "rules/cn-zj")
    sent = pickle.dumps(pack)
    shutil.rmtree(tmp_path / "rules")
    again = pickle.loads(sent)
    assert (again.id, again.hash, again.folder) == (pack.id, pack.hash, "")
    assert [one.id for one in again.standards] == [one.id for one in pack.standards]
    standard, before = (one["enterprise.large_medium"] for one in (again, pack))
    assert standard.assess(failing, as_of=DAY) == before.assess(failing, as_of=DAY)
    # What was sent is sent on, though it is nowhere on this disk.
    assert pickle.dumps(again) == sent and pickle.loads(sent) is again


def test_what_is_gone_is_told(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    pack = norma.load(tmp_path / "rules/cn-zj")
    shutil.rmtree(tmp_path / "rules/cn")
    assert pickle.loads(pickle.dumps(pack)).hash == pack.hash  # with the one that comes along
    monkeypatch.setattr("norma._pickle.BUILTIN", tmp_path)
    with pytest.raises(norma.Error, match="`cn` is no longer where it was loaded from"):
        pickle.dumps(pack)


def test_files_that_changed_are_told(tmp_path):
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    pack = norma.load(tmp_path / "rules/cn-zj")
    with open(tmp_path / "rules/cn-zj/facts.yaml", "a", encoding="utf-8") as facts:
        facts.write("# changed\n")
    with pytest.raises(norma.Error, match="the files of the pack `cn-zj` were changed"):
        pickle.loads(pickle.dumps(pack))


def test_another_version_is_told(large):
    sent = pickle.dumps(large).replace(norma.__version__.encode(), b"0.0.1", 1)
    with pytest.raises(norma.Error, match="sent by norma 0.0.1, but here is norma"):
        pickle.loads(sent)


def test_copies(zj, large):
    assert copy.copy(zj).hash == copy.deepcopy(zj).hash == zj.hash
    assert copy.deepcopy(large).id == large.id


def test_errors_are_the_same_elsewhere(large, tmp_path):
    (tmp_path / "pack.yaml").write_text("norma: 1\npack: x\nverson: 1\npack: y\n", "utf-8")
    for call in (lambda: large.assess({"worker_cuont": 5}, as_of=DAY, lang="zh"),
                 lambda: norma.load(tmp_path), lambda: norma.load("cn-zh")):
        with pytest.raises(norma.Error) as told:
            call()
        for again in (pickle.loads(pickle.dumps(told.value)), copy.deepcopy(told.value)):
            assert type(again) is type(told.value) and again.lang == told.value.lang
            for lang in (None, "zh", "en"):
                assert again.render(lang) == told.value.render(lang)
            assert [(one.code, one.line, one.column, one.file) for one in again.diagnostics] == [
                (one.code, one.line, one.column, one.file) for one in told.value.diagnostics]


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "  在岗人数: 3", "\n\n"])
def test_a_finding_takes_its_lines_along_and_no_others(zj, tmp_path, before, line_break, end):
    lines = ["norma: 1", "unit: enterprise", "id: '7'", "facts:", "  worker_count: 3",
             *["  # many lines"] * 20_000, "  coordinator_cuont: 1", "  size_class: [", end]
    for text in (lines, lines[:-2] + [end]):
        path = tmp_path / "unit.yaml"
        path.write_bytes((before + line_break.join(text)).encode())
        with pytest.raises(norma.Error) as told:
            zj.read_unit(path)
        sent = pickle.dumps(told.value)
        again = pickle.loads(sent)
        assert len(sent) < 2_000 and "many lines" not in str(sent)
        assert pickle.dumps(again) == sent
        for lang in ("zh", "en"):
            assert again.render(lang) == told.value.render(lang)
        assert [(one.line, one.column) for one in again.diagnostics] == [
            (one.line, one.column) for one in told.value.diagnostics]

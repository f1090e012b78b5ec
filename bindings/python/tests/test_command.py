# SPDX-License-Identifier: Apache-2.0
"""`python -m norma check` and `template` say all that they print in the language asked for."""

import os
import re
import subprocess
import sys

import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pytest
from conftest import DAY
from norma import _command_help, _command_line, _command_words, _files
from norma.__main__ import is_of_many, main

CHINESE = re.compile("[\u4e00-\u9fff]")
STANDARD = ["--pack", "cn-zj", "--standard", "enterprise.large_medium"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # What the locale says counts for nothing where `--lang` is given.
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    pa.parquet.write_table(pa.table({
        "id": ["a"], "worker_count": [1064], "size_class": ["large"], "coordinator_count": [1],
        "coordinator_cuont": [1]}), "county.parquet")
    pa.parquet.write_table(pa.table({"id": ["a"]}), "none.parquet")
    pa.parquet.write_table(pa.table({"worker_count": ["many"]}), "words.parquet")
    for name, text in (("bad.csv", "worker_count,union_sound\n1,maybe\n"),
                       ("ragged.csv", "worker_count,union_sound\n1\n"), ("a.doc", ""),
                       ("broken.xlsx", "x"), ("broken.parquet", "x")):
        (tmp_path / name).write_text(text)
    (tmp_path / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    pa.parquet.write_table(pa.table({
        "id": ["a", "b"], "worker_count": [1064, -5], "size_class": ["large", "large"]}),
        "wrong.parquet")
    (tmp_path / "gbk.csv").write_bytes("工人,worker_count\n甲,1\n".encode("gbk"))
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save("strange.xlsx")


@pytest.fixture
def told(capsys):
    """The code, and all that is printed, in each language."""
    def run(*arguments):
        codes, printed = set(), {}
        for lang in ("zh", "en"):
            codes.add(main([*arguments, "--lang", lang]))
            both = capsys.readouterr()
            printed[lang] = both.out + both.err
        (code,) = codes
        return code, printed["zh"], printed["en"]
    return run


@pytest.mark.parametrize("arguments, code, zh, en", [
    (["check", "county.parquet", *STANDARD, "--as-of", DAY], 1, "评价日 2024-03-31：1 个评价对象",
     "as of 2024-03-31: 1 units"),
    (["check", "county.parquet", *STANDARD, "--as-of", DAY], 1, "是否应为 `coordinator_count`？",
     "did you mean `coordinator_count`?"),
    (["check", "county.parquet", *STANDARD, "--as-of", DAY], 1, "调解与协调员 [mediation]",
     "Mediation and coordinators [mediation]"),
    (["check", "gone.parquet", *STANDARD], 66, "错误：没有文件 `gone.parquet`",
     "error: there is no file `gone.parquet`"),
    (["check", "gone.xlsx"], 66, "没有文件 `gone.xlsx`", "there is no file `gone.xlsx`"),
    (["check", "a.doc", *STANDARD], 65, "是什么格式？", "what is in `a.doc`?"),
    (["check", "county.parquet"], 64, "没有写 `--pack`、`--standard`",
     "`--pack` and `--standard` are missing"),
    (["check", "county.parquet", "--pack", "cn-zj"], 64, "没有写 `--standard`",
     "error: `--standard` is missing"),
    (["check", "county.parquet", *STANDARD, "--as-of", DAY], 1, "另有 52 个这样的事实",
     "… and 52 more such facts"),
    (["template", "industry", "-o", "a.xlsx"], 64, "请写明规则包", "say of which pack"),
    (["check", *STANDARD], 64, "没有写 `文件`", "`FILE` is missing"),
    (["check", "a.csv", "b.csv"], 64, "`b.csv` 是多余的", "`b.csv` is one too many"),
    (["check", "a.csv", "--standrad", "x"], 64, "无法识别 `--standrad`：是否应为 `--standard`？",
     "`--standrad` is not understood: did you mean `--standard`?"),
    (["check", "a.csv", "--as-of", "31.3.2024"], 64, "`31.3.2024` 不是日期",
     "`31.3.2024` is no day for `--as-of`"),
    (["check", "a.csv", "--threads", "0"], 64, "不是 1 至 256 的整数", "no whole number from 1"),
    (["check", "a.csv", "--pack"], 64, "`--pack` 需要且只要一个值", "`--pack` takes exactly one"),
    (["check", "a.csv", "-o", ""], 64, "`--output` 的值是空的", "`--output` is given nothing"),
    (["check", "a.csv", "--pack=", "--standard", "x"], 64, "`--pack` 的值是空的", "`--pack` is given"),
    (["check", "a.csv", "--reasons=1"], 64, "`--reasons` 不带值", "`--reasons` takes no value"),
    (["check", "county.parquet", "--pack", "cn-zjj", "--standard", "x"], 64,
     "没有规则包 `cn-zjj`：是否应为 `cn-zj`？", "there is no pack `cn-zjj`: did you mean `cn-zj`?"),
    (["check", "county.parquet", "--pack", "cn-zj", "--standard", "industri"], 64,
     "没有标准 `industri`：是否应为 `industry`？", "no standard `industri`: did you mean `industry`?"),
    (["check", "none.parquet", *STANDARD], 65, "没有一列是", "none of the columns is a fact"),
    (["check", "words.parquet", *STANDARD], 65, "列 `worker_count` 应为", "`worker_count` is to hold"),
    (["check", "broken.parquet", *STANDARD], 65, "读写失败：", "reading or writing failed:"),
    (["check", "bad.csv", *STANDARD], 65, "应填：true 或 false", "what fits: true or false"),
    (["check", "ragged.csv", *STANDARD], 65, "第 2 行：有 1 格", "line 2: the row has 1 cells"),
    (["check", "gbk.csv", *STANDARD], 65, "像是 GB 18030", "looks like GB 18030"),
    (["check", "county.parquet", *STANDARD, "-o", "county.parquet"], 64, "结果不能写到所读的文件",
     "can not be written over it"),
    (["check", "broken.xlsx", *STANDARD], 65, "不是 Excel 工作簿", "no Excel workbook"),
    (["check", "old.xlsx", *STANDARD], 65, "旧版 Excel 文件（.xls）", "old Excel (.xls)"),
    (["check", "wrong.parquet", *STANDARD, "--as-of", DAY], 2, "数据有误 1", "1 with facts in error"),
    (["check", "wrong.parquet", *STANDARD, "--as-of", DAY, "--strict"], 65, "到此为止（`--strict`）",
     "`--strict` ends there"),
    (["check", "county.parquet", *STANDARD, "--as-of", DAY, "--strict"], 1, "1 个评价对象", "1 units"),
    (["check", "strange.xlsx"], 65, "依哪个标准？", "of which standard is"),
    (["check", "strange.xlsx", *STANDARD], 65, "没有一张表含有", "no sheet of `strange.xlsx`"),
    (["check", "county.parquet", *STANDARD, "-o", "a.doc"], 65, "是什么格式？", "what is in `a.doc`?"),
    (["check", "county.parquet", *STANDARD, "--carry", "x"], 65, "没有列 `x`", "no column `x`"),
    (["template", "cn-zj:industry"], 64, "没有写 `--output`", "`--output` is missing"),
    (["template", "cn-zj:industry", "-o", "a.xlsx", "--layout", "rows"], 64,
     "`--layout` 不能是 `rows`，可以是：form、table", "it is one of form, table"),
    (["check", "--help"], 0, "用法：python -m norma check 文件", "Usage: python -m norma check FILE"),
    (["template", "-h"], 0, "用法：python -m norma template 规则包:标准",
     "Usage: python -m norma template PACK:STANDARD"),
])
def test_all_is_said_in_the_language_asked_for(told, arguments, code, zh, en):
    got, in_zh, in_en = told(*arguments)
    assert got == code and zh in in_zh and en in in_en
    # Names of files and the words 是 and 否, which cells may hold, are no English.
    assert not CHINESE.search(re.sub("是 or 否|/.*|`.*?`", "", in_en)), in_en
    assert all(CHINESE.search(line) for line in in_zh.splitlines()
               if re.search("[A-Za-z]{3}", re.sub(r"[\[`].*?[\]`]", "", line)) and code >= 64), in_zh


@pytest.mark.parametrize("ending", ["parquet", "csv", "ndjson", "xlsx"])
def test_a_strict_run_writes_no_results(tmp_path, ending):
    to = f"found.{ending}"
    asked = ["check", "wrong.parquet", *STANDARD, "--as-of", DAY, "-o", to, "--errors"]
    assert main([*asked, "--strict"]) == 65
    assert not list(tmp_path.glob("found*"))
    assert main(asked) == 2
    assert [path.name for path in tmp_path.glob("found*")] == [to]
    if ending == "csv":
        assert "worker_count: data error: " in (tmp_path / to).read_text("utf-8") or (
            "worker_count：数据有误：" in (tmp_path / to).read_text("utf-8"))


def test_a_form_is_reported_in_the_language_asked_for(told):
    assert main(["template", "cn-zj:enterprise.large_medium", "-o", "a.xlsx"]) == 0
    code, zh, en = told("check", "a.xlsx", "--as-of", DAY)
    assert code == 2 and "评价报告" in zh and "Compliance report" in en
    assert "尚待判定之处" in zh and "What is undetermined" in en
    for lang, words in (("zh", "评价报告"), ("en", "Compliance report")):
        main(["check", "a.xlsx", "--as-of", DAY, "-o", "a.txt", "--lang", lang])
        with open("a.txt", encoding="utf-8") as report:
            assert words in report.read()


@pytest.mark.parametrize("lang, words", [("zh", "100%  已评价 1,000 个，每秒"), ("en", "1,000 units, ")])
def test_progress_is_told_in_it(large, capsys, monkeypatch, lang, words):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress = _command_words.Progress(_files.Source("county.parquet", large), lang)
    progress._begin -= 1
    progress.tell(1000)
    assert words in capsys.readouterr().err
    progress.end()


def test_the_help_names_what_there_is():
    for verb, pages in _command_help.PAGES.items():
        for page in pages:
            assert set(re.findall(r"--[a-z-]+", page)) == set(_command_line.OPTIONS[verb])
            assert max(len(line) for line in page.splitlines()) <= 90
    for page in _command_help.CHECK:
        assert set(_files.ENDINGS) <= set(re.findall(r"\.[a-z]+", page))


def test_what_is_read_here_and_what_the_command_reads():
    here = [["check", "a.parquet"], ["check", "--pack", "p", "a.csv"], ["check", "A.XLSX"],
            ["template", "p:s", "-o", "a.xlsx"], ["check", "a.ndjson", "-o", "a.csv"]]
    there = [["check", "a.yaml"], ["check", "a.yaml", "-o", "a.csv"], ["check", "--facts", "a.csv"],
             ["check", "--facts=a.csv"], ["template", "s", "--format", "csv", "-o", "a.csv"],
             ["show", "a.csv"], ["check", "folder"], [], ["--help"]]
    assert all(map(is_of_many, here)) and not any(map(is_of_many, there))


@pytest.mark.parametrize("lang, usages", [("zh", "用法："), ("en", "Usage: ")])
@pytest.mark.parametrize("verb", ["check", "template"])
def test_help_tells_of_the_command_and_of_what_is_here(lang, usages, verb):
    done = subprocess.run([sys.executable, "-m", "norma", verb, "--help", "--lang", lang],
                          capture_output=True, encoding="utf-8", env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert done.returncode == 0 and done.stderr == ""
    assert f"{usages}norma {verb}" in done.stdout
    assert f"{usages}python -m norma {verb}" in done.stdout

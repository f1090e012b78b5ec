# SPDX-License-Identifier: Apache-2.0
"""Reports as sheets, and sheets on the command line."""

import datetime
import json
import warnings

import norma
import openpyxl
import pyarrow as pa
import pytest
from conftest import DAY
from norma.__main__ import main
from test_excel import FACTS, fill


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_report_has_a_row_for_each_item_and_part(large, failing, tmp_path):
    report = large.assess(failing, as_of=DAY, lang="en")
    report.to_excel(tmp_path / "a.xlsx")
    verdicts, remedies = (rows_of(sheet) for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"))
    assert verdicts[0][0] == "大中型企业创建标准 / Large and medium enterprises"
    assert dict(row[:2] for row in verdicts[1:7])["结论 / verdict"] == "不达标 / fail"
    assert {one.title for one in (*report.items, *report.parts)} <= {row[2].split(" (")[0] for row in verdicts
                                                                     if row[2]}
    (share,) = [row for row in verdicts if row[2] == "Front-line share of the training fund"]
    assert share[0] == "三（一）1⑦" and share[3] == "不达标 / fail"
    assert share[4].startswith("用于企业一线职工的教育培训经费 599999.99 元") and "59.99 %" in share[5]
    assert (share[6], share[7]) == (-0.01, "0.01 元 / CNY 0.01")
    assert remedies[1] == [1, "已签劳动合同人数", "labour contracts signed", "986 人 / 986 persons",
                           "1000 人 / 1,000 persons", "14 人 / 14 persons", "达标 / pass"]


def test_what_is_open_is_told_and_no_text_is_a_formula(large, tmp_path):
    waits = {"worker_count": 10, "size_class": "large", "coordinator_count": {"pending": "=1+1"}}
    large.assess(waits, as_of=DAY, name="=cmd()").to_excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "=cmd()" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]
    (row,) = [row for row in rows_of(book.worksheets[0]) if row[2] == "Labour-relations coordinators"]
    assert row[8:] == ["“劳动关系协调员人数”待定：=1+1",
                       "“labour-relations coordinators” waits for a decision: =1+1"]
    assert ["不需要", "none is needed"] in [row[1:3] for row in rows_of(book.worksheets[1])]


def test_every_kind_of_report_is_written(zj, tmp_path):
    for standard in zj.standards:
        kind = (standard.unit_kinds or [""])[0]
        standard.assess({}, as_of=DAY, kind=kind).to_excel(tmp_path / "a.xlsx")


def test_a_frame_has_a_row_for_each_unit_and_a_summary(large, tmp_path):
    county = pa.table({"id": ["a", "=b"], "worker_count": [1064, 12], "size_class": ["large", "micro"],
                       "coordinator_count": [1, 2]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = large.assess_frame(county, as_of=DAY, reasons=True, distances=True, carry=["id"])
    found.to_excel(tmp_path / "a.xlsx")
    summary, units = (rows_of(sheet) for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"))
    assert summary[1] == ["verdict", "结论", "verdict", 0, 1, 0, 1]
    (row,) = [row for row in summary if row[0] == "mediation"]
    assert row == ["mediation", "调解与协调员", "Mediation and coordinators", 0, 1, 0, 1]
    names, titles, first, second = units
    assert names[:2] == ["id", "verdict"] and titles[0] == "编号 / id"
    told = dict(zip(names, first, strict=True))
    assert (told["verdict"], told["mediation__reason"]) == ("fail", "mediation/coordinators")
    assert told["mediation/coordinators__distance"] == "-1"
    assert second[:2] == ["=b", "not_applicable"]


@pytest.mark.filterwarnings("ignore::norma.FrameWarning")
def test_no_character_that_is_carried_keeps_a_sheet_from_being_written(large, tmp_path):
    frame = pa.table({"name": ["a\x07b", "=1"], "worker_count": [1, 2]})
    large.assess_frame(frame, as_of=DAY, carry="name").to_excel(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1]
    assert [sheet.cell(row, 1).value for row in (3, 4)] == ["a_x0007_b", "=1"]
    assert sheet.cell(4, 1).data_type == "s"


def test_sheets_of_frames_are_named_by_their_standard_or_pack(zj, large, tmp_path):
    county = pa.table({"unit": ["enterprise"], "worker_count": [12], "size_class": ["micro"],
                       "is_platform": [False]})
    for found, name, titled, title in (
            (large.assess_frame(county.slice(0, 0), as_of=DAY), "企业 · enterprise", "mediation",
             ["调解与协调员", "Mediation and coordinators"]),
            (zj.assess_frame(county, as_of=DAY), "评价对象 · units", "enterprise.small_micro",
             ["小微型企业创建标准", "Small and micro enterprises"])):
        found.to_excel(tmp_path / "a.xlsx")
        summary, units = openpyxl.load_workbook(tmp_path / "a.xlsx")
        assert units.title == name
        (row,) = [row for row in rows_of(summary) if row[0] == titled]
        assert row[1:3] == title
        place = [cell.value for cell in units[1]].index(titled)
        assert units[2][place].value == " / ".join(title)


@pytest.mark.filterwarnings("ignore::norma.FrameWarning")
def test_what_is_supposed_is_told_as_no_finding(large, failing, tmp_path):
    lower = large.with_parameters({"satisfaction_minimum": "80%"})
    lower.assess(failing, as_of=DAY).to_excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    verdicts = rows_of(book.worksheets[0])
    assert verdicts[0][0].startswith("假设推演（不是评价结论） / what-if, no finding · ")
    assert book.sheetnames[0] == "结论（假设）· verdict (what-if)"
    head = dict(row[:2] for row in verdicts[1:8])
    assert head["假设 / supposed"] == ("满意度下限为80 %，而非90 % / minimum satisfaction 80 %, not 90 %")
    assert head["结论 / verdict"] == "不达标（假设） / fail (what-if)"
    found = lower.assess_frame(pa.table({"worker_count": [1064]}), as_of=DAY)
    found.to_excel(tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    summary = rows_of(book.worksheets[0])
    told = "假设推演（不是评价结论）：满意度下限为80 % / What-if, no finding: minimum satisfaction 80 %"
    assert summary[0][0] == told and summary[3][0] == "verdict"
    assert book.sheetnames[1] == "企业（假设）· enterprise (what-if)"
    assert book.worksheets[1].oddHeader.center.text == told
    large.assess_frame(pa.table({"worker_count": [1064]}), as_of=DAY).to_excel(tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert not any("finding" in str(cell) for sheet in book for row in rows_of(sheet) for cell in row)
    assert book.worksheets[1].oddHeader.center.text is None


def test_a_form_is_written_and_judged_on_the_command_line(large, tmp_path, capsys):
    sheet = tmp_path / "pump.xlsx"
    assert main(["template", "cn-zj:enterprise.large_medium", "-o", str(sheet)]) == 0
    fill(large, sheet, FACTS, own={"id": 7, "name": "甬江泵业"})
    want = large.assess(norma.read_excel(sheet), as_of=DAY)
    for name in ("a.xlsx", "a.json", "a.html", "a.md", "a.txt"):
        assert main(["check", str(sheet), "--as-of", DAY, "-o", str(tmp_path / name)]) == 1
    assert str(want) in capsys.readouterr().out
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == json.loads(want.to_json())
    assert rows_of(openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0])[3][1] == "不达标 / fail"
    assert main(["check", str(sheet), "-o", str(tmp_path / "a.parquet")]) == 65
    fill(large, sheet, FACTS | {"worker_count": -1})
    assert main(["check", str(sheet)]) == 65
    assert "企业!D8" in capsys.readouterr().err


def test_a_table_is_judged_as_its_units(large, tmp_path, capsys):
    path = tmp_path / "county.xlsx"
    assert main(["template", "cn-zj:enterprise.large_medium", "-o", str(path), "--layout", "table",
                 "--lang", "en"]) == 0
    book = openpyxl.load_workbook(path)
    sheet, events = book.worksheets[0], book["集体协商记录"]
    heads = [cell.value for cell in sheet[1]]
    for row, (own, count) in enumerate([("a", 1), ("b", None), ("c", -2), ("d", "3")], 6):
        for name, content in [("id", own), ("worker_count", 300), ("size_class", "medium"),
                              ("coordinator_count", count), ("training_forms_used", "induction, other"),
                              ("union_sound", "yes")]:
            sheet.cell(row, heads.index(name) + 1, content)
    sheet.cell(7, heads.index("collective_bargaining_events") + 1, "none")
    for place, content in enumerate(["d", datetime.date(2023, 11, 20), "pay"], 1):
        events.cell(6, place, content)
    book.save(path)
    assert main(["check", str(path), "--as-of", DAY, "-o", str(tmp_path / "found.ndjson"),
                 "--reasons"]) == 1, capsys.readouterr().err
    found = [json.loads(line) for line in (tmp_path / "found.ndjson").read_text("utf-8").splitlines()]
    with pytest.raises(norma.FactError, match="outside its range"):
        norma.read_excel(path)
    sheet.cell(8, heads.index("coordinator_count") + 1).value = None
    book.save(path)
    units = norma.read_excel(path)
    for row, unit in zip(found, units, strict=True):
        report = large.assess(unit, as_of=DAY)
        assert row["id"] == unit.id
        assert {name: row[name] for name in ("verdict", "mediation", "union", "training")} == {
            "verdict": report.verdict} | {name: report[name].verdict
                                          for name in ("mediation", "union", "training")}
    sheet.cell(6, heads.index("union_sound") + 1, "maybe")
    book.save(path)
    assert main(["check", str(path), "--as-of", DAY]) == 65
    assert "`maybe`" in capsys.readouterr().err

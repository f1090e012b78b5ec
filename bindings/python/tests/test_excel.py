# SPDX-License-Identifier: Apache-2.0
"""Sheets to fill in: what is written into one is what is judged."""

import datetime
import os
import subprocess
import sys
from decimal import Decimal

import norma
import openpyxl
import pytest
from conftest import DAY, ROOT

RECORD = ROOT / "tests/golden/python/excel/expected.txt"
EVENTS = [{"date": datetime.date(2023, 11, 20), "topics": ["wages", "rest"]},
          {"date": datetime.date(2022, 1, 5), "topics": []}]
PERIODS = [{"from": datetime.date(2023, 1, 1), "to": datetime.date(2025, 12, 31)}]
FACTS = {"worker_count": 1064, "size_class": "large", "union_sound": True,
         "party_org_sound": False, "coordinator_count": 2,
         "training_fund_provided_amount": Decimal("1000000.00"),
         "training_fund_frontline_amount": Decimal("599999.99"),
         "training_forms_used": ["induction", "skill_contest"],
         "collective_bargaining_events": EVENTS, "collective_contract_periods": PERIODS,
         "satisfaction_survey_date": datetime.date(2024, 1, 22)}


def written(content, fact):
    """As somebody types it."""
    if isinstance(content, bool):
        return "是" if content else "no"
    if isinstance(content, Decimal):
        return float(content)
    if fact.kind == "category":
        return fact.options("zh")[content]
    if fact.kind == "set":
        return "、".join(fact.options("en")[one] for one in content) or "无"
    return content


def fill(standard, path, facts, *, days={}, own={}, more=None):
    """A form of the standard with the facts in its cells."""
    norma.template(standard).to_excel(path)
    book = openpyxl.load_workbook(path)
    asked = {fact.name: fact for fact in standard.facts}
    sheets = {name.split(".")[0]: sheet for sheet in book.worksheets[1:]
              for name in [sheet["B1"].value] if name}
    for row in book.worksheets[0].iter_rows(min_row=2):
        name = row[7].value
        if name in own:
            row[3].value = own[name]
        if name in facts and name not in sheets and facts[name] is not None:
            row[3].value = written(facts[name], asked[name])
        if name in sheets and facts.get(name) == []:
            row[3].value = "none"
        if name in days:
            row[6].value = days[name]
    for name, sheet in sheets.items():
        heads = [cell.value for cell in sheet[1]]
        for below, element in enumerate(facts.get(name) or ()):
            for field, content in element.items():
                at = sheet.cell(6 + below, heads.index(f"{name}.{field}") + 1)
                of = next((one for one in asked[name].fields if one.name == field), asked[name])
                at.value = written(content, of)
    if more:
        more(book)
    book.save(path)
    return path


def test_a_form_is_judged_as_its_facts(large, tmp_path):
    unit = norma.read_excel(fill(large, tmp_path / "a.xlsx", FACTS, own={"id": 7, "name": "甬江泵业"}))
    assert (unit.id, unit.name, unit.unit) == ("7", "甬江泵业", "enterprise")
    want = large.assess(FACTS, as_of=DAY, id="7", name="甬江泵业")
    assert large.assess(unit, as_of=DAY) == want
    assert want["union/bargaining"].verdict == want["union/collective_contract"].verdict == "pass"
    assert want["training/frontline_share"].distance == Decimal("-0.01")


@pytest.mark.parametrize("layout", ["form", "table"])
def test_what_is_not_filled_in_is_unknown(zj, tmp_path, layout):
    for standard in zj.standards:
        path = tmp_path / f"{standard.id}.xlsx"
        norma.template(standard).to_excel(path, layout=layout, lang="en")
        if layout == "form" and len(standard.unit_kinds) > 1:
            with pytest.raises(norma.FactError, match=r"!D4 “kind”.*not filled in"):
                norma.read_excel(path)
            continue
        read = norma.read_excel(path)
        if layout == "table":
            assert read == []
        else:
            nothing = standard.unit_of({})
            assert read.digest == nothing.digest
            assert standard.assess(read, as_of=DAY) == standard.assess(nothing, as_of=DAY)


def test_a_template_names_and_checks_every_fact(large, tmp_path):
    norma.template(large).to_excel(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    form = book.worksheets[0]
    assert (form.title, form.freeze_panes) == ("企业", "A2")
    rows = {row[7].value: row for row in form.iter_rows(min_row=2)}
    assert {fact.name for fact in large.facts} <= set(rows)
    row = rows["coordinator_count"]
    assert [row[1].value, row[2].value, row[4].value] == [
        "劳动关系协调员人数", "labour-relations coordinators", "人 / persons"]
    above = form[row[0].row - 4]
    assert above[0].value == "三（一）1④" and above[5].value == "浙人社发〔2023〕17号"
    checks = {str(place): rule for rule in form.data_validations.dataValidation
              for place in rule.sqref.ranges}
    count = checks[row[3].coordinate]
    assert (count.type, count.operator, count.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert checks[rows["union_sound"][3].coordinate].formula1 == '"是,否"'
    choice = checks[rows["size_class"][3].coordinate].formula1
    sheet, area = choice.replace("'", "").split("!")
    assert book[sheet].sheet_state == "hidden"
    assert [cell.value for (cell,) in book[sheet][area.replace("$", "")]] == [
        "微型", "小型", "中型", "大型"]
    assert checks[rows["satisfaction_survey_date"][3].coordinate].type == "date"


def test_a_table_has_many_units(large, tmp_path):
    path = tmp_path / "county.xlsx"
    norma.template(large).to_excel(path, layout="table")
    book = openpyxl.load_workbook(path)
    sheet, events = book.worksheets[0], book["集体协商记录"]
    heads = [cell.value for cell in sheet[1]]
    assert sheet.freeze_panes == "C6"
    for row, (own, count) in enumerate([("a", 1), ("b", None), ("c", 2)], 6):
        for name, content in [("id", own), ("worker_count", 300), ("size_class", "中型"),
                              ("coordinator_count", count)]:
            sheet.cell(row, heads.index(name) + 1, content)
    sheet.cell(7, heads.index("collective_bargaining_events") + 1, "无")
    for row, (own, day) in enumerate([("c", datetime.date(2023, 11, 20)), ("a", None)], 6):
        for place, content in enumerate([own, day, "工资"], 1):
            events.cell(row, place, content)
    book.save(path)
    units = norma.read_excel(path)
    assert [unit.id for unit in units] == ["a", "b", "c"]
    reports = [large.assess(unit, as_of=DAY) for unit in units]
    assert [each["mediation/coordinators"].verdict for each in reports] == [
        "fail", "undetermined", "pass"]
    assert [each["union/bargaining"].verdict for each in reports] == [
        "undetermined", "fail", "pass"]


def test_members_have_a_sheet_and_their_records_another(zj, tmp_path):
    area, path = zj["area"], tmp_path / "area.xlsx"

    def more(book):
        roll, cases = book["辖区内企业名册"], book["拖欠工资情形"]
        heads = [cell.value for cell in roll[1]]
        for row, (own, signed) in enumerate([("a", 9), ("b", 10)], 6):
            for name, content in [("members.id", own), ("members.contract_due_count", 10),
                                  ("members.contract_signed_count", signed)]:
                roll.cell(row, heads.index(name) + 1, content)
        for place, content in enumerate([None, "b", datetime.date(2023, 9, 1), "是"], 1):
            cases.cell(6, place, content)

    unit = norma.read_excel(fill(area, path, {"area_enterprise_count": 2},
                                 own={"kind": "park", "id": "p"}, more=more))
    members = [{"id": "a", "facts": {"contract_due_count": 10, "contract_signed_count": 9}},
               {"id": "b", "facts": {"contract_due_count": 10, "contract_signed_count": 10,
                                     "wage_arrears_events": [{"date": datetime.date(2023, 9, 1),
                                                              "confirmed": True}]}}]
    want = area.unit_of({"unit": "area", "kind": "park", "id": "p", "facts": {
        "area_enterprise_count": 2, "members": members}})
    assert unit.digest == want.digest


def test_days_of_evidence_and_cases_that_wait(large, tmp_path):
    unit = norma.read_excel(fill(
        large, tmp_path / "a.xlsx", FACTS | {"coordinator_count": None},
        days={"union_sound": datetime.date(2024, 4, 1)},
        own={"coordinator_count": "#pending 案 4", "evidence.by": "县人社局"}))
    report = large.assess(unit, as_of=DAY)
    assert [cause.kind for cause in report["mediation/coordinators"].causes] == ["pending"]
    facts = FACTS | {"coordinator_count": {"pending": "案 4"}, "union_sound": {
        "value": True, "date": datetime.date(2024, 4, 1)}}
    want = large.unit_of({"evidence": {"by": "县人社局"}, "facts": facts})
    assert unit.digest == want.digest


def wrong(book):
    events, periods = book["集体协商记录"], book["集体合同期限"]
    events["B6"], events["C6"] = "yesterday", "工资、shoes"
    periods["B6"], periods["C6"] = datetime.date(2026, 1, 1), datetime.date(2025, 12, 31)
    periods["A7"], periods["B7"] = "99", datetime.date(2026, 1, 1)


def test_what_a_cell_can_not_hold_is_told_as_recorded(large, tmp_path):
    own = {"worker_count": -3, "employee_count": 10**16 + 1, "size_class": "huge", "union_sound": "maybe",
           "coordinator_count": 1.5, "party_org_sound": 1, "training_fund_due_amount": 0.001,
           "training_fund_provided_amount": "=1/0", "satisfaction_survey_date": "soon",
           "wage_growth_reasonable": datetime.date(2024, 1, 1), "insurance_due_count": "1,064",
           "insurance_enrolled_count": datetime.datetime(2024, 1, 1, 8), "e_contract_count": "#none"}
    path = fill(large, tmp_path / "filled.xlsx", {}, own=own, more=wrong,
                days={"coordinator_count": "x"})
    with pytest.raises(norma.FactError) as told:
        norma.read_excel(path)
    places = [one.message.split(" ")[0] for one in told.value.diagnostics]
    assert "[filled.xlsx]企业!D8" in places and "[filled.xlsx]集体协商记录!B6" in places
    words = "".join(finding.render(lang) for lang in ("en", "zh")
                    for finding in told.value.diagnostics)
    if os.environ.get("NORMA_RECORD"):
        RECORD.parent.mkdir(exist_ok=True)
        RECORD.write_text(words, encoding="utf-8")
    assert words == RECORD.read_text(encoding="utf-8")


def test_books_that_are_none_and_sheets_without_facts(large, tmp_path):
    (tmp_path / "a.xlsx").write_text("x")
    with pytest.raises(norma.Error, match="no Excel workbook"):
        norma.read_excel(tmp_path / "a.xlsx")
    with pytest.raises(FileNotFoundError):
        norma.read_excel(tmp_path / "b.xlsx")
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(tmp_path / "c.xlsx")
    with pytest.raises(norma.Error, match="of which standard"):
        norma.read_excel(tmp_path / "c.xlsx")
    with pytest.raises(norma.FactError, match="no sheet of `c.xlsx`"):
        norma.read_excel(tmp_path / "c.xlsx", large)
    with pytest.raises(ValueError, match="form.*table"):
        norma.template(large).to_excel(tmp_path / "d.xlsx", layout="rows")


def test_a_table_of_ones_own(large, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["id", "worker_count", "协调员人数", "size_class", "remark"])
    book.active.append(["a", "1064", 2, "large", "x"])
    book.active.append(["a", 1, 2, "large"])
    book.save(tmp_path / "a.xlsx")
    with pytest.warns(UserWarning, match="Sheet!E1: `remark` is no fact"):
        with pytest.raises(norma.FactError, match="occurs twice"):
            norma.read_excel(tmp_path / "a.xlsx", large)
    book.active["A3"] = "b"
    book.save(tmp_path / "a.xlsx")
    with pytest.warns(UserWarning):
        first, _ = norma.read_excel(tmp_path / "a.xlsx", large)
    assert first.digest == large.unit_of({"worker_count": 1064, "coordinator_count": 2,
                                          "size_class": "large"}, id="a").digest


def test_without_openpyxl_it_is_told_what_is_needed(tmp_path):
    code = ("import sys; sys.modules['openpyxl'] = None\n"
            "import norma\n"
            "norma.template(norma.load('cn-zj')['industry']).to_excel('x.xlsx')\n")
    made = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert "norma.Error" in made.stderr.replace("_errors.", "") and "norma[excel]" in made.stderr
    made = subprocess.run([sys.executable, "-c", "import norma, sys; print('openpyxl' in sys.modules)"],
                          cwd=tmp_path, capture_output=True, text=True)
    assert made.stdout == "False\n"


def test_ends_of_a_period_that_do_not_fit_are_told_of_their_row(large, tmp_path):
    def more(book):
        periods = book["集体合同期限"]
        periods["B7"], periods["C7"] = datetime.date(2026, 1, 1), datetime.date(2025, 12, 31)

    with pytest.raises(norma.FactError, match="集体合同期限!B7"):
        norma.read_excel(fill(large, tmp_path / "a.xlsx", {}, more=more))


def test_what_stands_where_no_fact_is_named_is_told(large, tmp_path):
    def more(book):
        book.worksheets[0]["D7"] = 3  # beside the title of an item

    with pytest.raises(norma.FactError, match="企业!D7 “this row”: no fact is named here"):
        norma.read_excel(fill(large, tmp_path / "a.xlsx", {}, more=more))
    book = openpyxl.Workbook()
    book.active.append(["id", "worker_count"])
    book.active.append(["a", 1, 2])
    book.save(tmp_path / "b.xlsx")
    with pytest.raises(norma.FactError, match="Sheet!C2 “this column”: no fact is named here"):
        norma.read_excel(tmp_path / "b.xlsx", large)

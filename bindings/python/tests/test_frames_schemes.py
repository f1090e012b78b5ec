# SPDX-License-Identifier: Apache-2.0
"""A frame by a scoring scheme has the verdicts and the points that its rows have."""

import datetime
import itertools
import operator

import duckdb
import norma
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest
from conftest import DAY, ROOT
from norma.__main__ import main
from shops import PACK, SCHEME, parameters
from test_frames import rows_of

pytestmark = pytest.mark.filterwarnings("ignore::norma.FrameWarning")

SCHEMES = norma.load(ROOT / "examples/schemes")
BASE = {
    "founded_date": datetime.date(2015, 4, 8), "self_score": 93, "unpaid_wage_events": [],
    "contract_due_count": 400, "contract_signed_count": 396, "union_sound": True,
    "mediation_body_sound": True, "training_fund_due_amount": 300000,
    "training_fund_provided_amount": 300000, "culture_quality": "good",
    "democratic_management_sound": True, "innovation_quality": "good",
    "satisfaction_valid_count": 200, "satisfaction_satisfied_count": 189,
    "satisfaction_survey_date": datetime.date(2024, 2, 26),
    "honour_provincial": True, "honour_national": False, "experience_spread": False,
    "report_late": True, "petition_justified_count": 0}
# What each unit is like, and what it then has: examples/schemes/tests has more of them.
UNITS = {
    "one star": ({}, "pass", "91.5", "A"),
    # The gates hold of these three, and so of frames that knew no points.
    "below the floor": ({"contract_signed_count": 375, "honour_national": True,
                         "culture_quality": "excellent"}, "fail", "93.5", None),
    "points short": ({"contract_signed_count": 100}, "fail", "77", None),
    "points open": ({"innovation_quality": None}, "undetermined", None, None),
    "not admitted": ({"self_score": 89}, "fail", "91.5", None),
    "admission open": ({"founded_date": None}, "undetermined", "91.5", None),
    "vetoed": ({"unpaid_wage_events": [{"date": datetime.date(2024, 1, 5), "confirmed": True}]},
               "fail", "91.5", None),
    "in error": ({"contract_signed_count": -1}, "undetermined", None, None),
}
ROWS = [{"id": name, **BASE, **change} for name, (change, *_) in UNITS.items()]
EVENTS = pa.list_(pa.struct([("date", pa.date32()), ("confirmed", pa.bool_())]))
TABLE = pa.Table.from_pylist(ROWS)
TABLE = TABLE.set_column(TABLE.column_names.index("unpaid_wage_events"), "unpaid_wage_events",
                         pa.array([row["unpaid_wage_events"] for row in ROWS], EVENTS))
SCORE = ["score__total", "score__least", "score__most", "score__tier"]


@pytest.fixture(scope="module")
def scheme():
    return SCHEMES["score_with_floors"]


def assessed(scheme, row):
    return scheme.assess({name: value for name, value in row.items() if name != "id"}, as_of=DAY)


FRAMES = {"PyArrow": lambda one: one, "Polars": pl.from_arrow, "DuckDB": duckdb.from_arrow,
          "pandas": lambda one: one.to_pandas(types_mapper=pd.ArrowDtype),
          "lazy": lambda one: pl.from_arrow(one).lazy(),
          "stream": lambda one: one.to_reader(max_chunksize=3)}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_row_has_what_its_unit_has(scheme, kind):
    found = scheme.assess_frame(FRAMES[kind](TABLE), as_of=DAY, carry="id")
    told = rows_of(found.frame)
    assert list(told) == ["id", "verdict", "admission", "veto", *SCORE]
    for place, row in enumerate(ROWS):
        report, (_, verdict, total, tier) = assessed(scheme, row), UNITS[row["id"]]
        low, high = report.score.total if isinstance(report.score.total, tuple) else [
            report.score.total] * 2
        assert told["verdict"][place] == report.verdict == verdict, row["id"]
        assert [told[item.id][place] for item in report.items] == [
            item.verdict for item in report.items]
        assert (told["score__total"][place], told["score__tier"][place]) == (total, tier), row["id"]
        assert (told["score__least"][place], told["score__most"][place]) == (str(low), str(high))
        assert report.score.tier == tier and (low == high) == (total is not None)


def test_a_row_is_explained_with_its_points(scheme):
    found = scheme.assess_frame(TABLE, as_of=DAY, reasons=True)
    for place, row in enumerate(ROWS):
        assert found.explain(place).score.total == assessed(scheme, row).score.total
    reasons = dict(zip(UNITS, found["verdict__reason"].to_pylist(), strict=True))
    assert reasons == {
        "one star": None, "below the floor": ".", "points short": ".", "points open": ".",
        "not admitted": "admission/self_score", "admission open": "admission/founded",
        "vetoed": "veto/arrears", "in error": "."}
    assert found.counts()["verdict"] == {"pass": 1, "fail": 4, "undetermined": 3,
                                         "not_applicable": 0}
    assert found.by_rows.keys() >= {"."}


def test_verdicts_are_booleans_on_request(scheme):
    found = scheme.assess_frame(TABLE, as_of=DAY, verdicts="booleans")
    assert found["verdict"].to_pylist() == [
        {"pass": True, "fail": False}.get(verdict) for _, verdict, _, _ in UNITS.values()]
    assert found.counts() == scheme.assess_frame(TABLE, as_of=DAY).counts()


def test_values_in_error_are_told_of_all_that_points_rest_on(scheme):
    found = scheme.assess_frame(TABLE, as_of=DAY, errors=True, lang="en")
    assert found.erring_rows == 1
    (error,) = found.data_errors
    assert str(error).startswith("warning[N0677]: row 7, column `contract_signed_count`: ")
    assert found["verdict__errors"].to_pylist()[:7] == [None] * 7
    assert found["verdict__errors"][7].as_py().startswith("contract_signed_count: data error: ")
    with pytest.raises(norma.FactError, match="`innovation_quality`"):
        scheme.assess_frame(pa.table({"innovation_quality": [1], "self_score": [93]}), as_of=DAY)
    with pytest.warns(norma.FrameWarning, match="no column for the fact"):
        scheme.assess_frame(TABLE.select(["self_score"]), as_of=DAY)
    with pytest.raises(norma.FactError, match=r"N0684\]: the column `score__total`"):
        scheme.assess_frame(TABLE.append_column("score__total", [["x"] * len(ROWS)]), as_of=DAY,
                            carry="score__total", lang="en")


@pytest.mark.parametrize("by", [one for one in SCHEMES.standards if one.is_scheme],
                         ids=lambda one: one.id)
def test_units_of_which_little_is_known(by):
    rows = [{"union_sound": one, "mediation_body_sound": other}
            for one in (True, False, None) for other in (True, False, None)]
    found = by.assess_frame(pa.Table.from_pylist(rows), as_of=DAY)
    for place, row in enumerate(rows):
        report = by.assess(row, as_of=DAY)
        assert found["verdict"][place].as_py() == report.verdict
        assert (found["score__least"][place].as_py(), found["score__most"][place].as_py()) == tuple(
            map(str, report.score.total))


SHOPS = [dict(zip(("due", "good", "staff", "drill"), each, strict=True)) for each in
         itertools.product((10, 0, None), (3, 8, 9, -1, None), (1, 2, 3, None), (True, False, None))]


@pytest.mark.parametrize("verdicts", ["words", "booleans"])
@pytest.mark.parametrize("parameter, values", [("share_needed", ["70%", "95%"]),
                                               ("staff_needed", [1, 5])])
def test_what_if_judges_as_the_scheme_with_the_parameter(tmp_path, verdicts, parameter, values):
    for name, text in {**PACK, "score.yaml": SCHEME, "parameters.yaml": parameters()}.items():
        (tmp_path / "shops").mkdir(exist_ok=True)
        (tmp_path / "shops" / name).write_text(text, encoding="utf-8")
    scheme = norma.load(tmp_path / "shops")["score"]
    options = {"as_of": DAY, "reasons": True, "verdicts": verdicts}
    table = pa.Table.from_pylist(SHOPS)
    found = scheme.assess_frame(table, **options)
    tried = found.what_if(parameter, values)
    columns = {}
    for value, result in tried.results.items():
        by = scheme.with_parameters({parameter: value})
        assert pa.table(result).equals(pa.table(by.assess_frame(table, **options)))
        told = columns[value] = pa.table(result).to_pydict()
        for row, shop in enumerate(SHOPS):
            report = by.assess(shop, as_of=DAY)
            total = report.score.total
            least, most = total if isinstance(total, tuple) else (total, total)
            assert [told[name][row] for name in SCORE[1:]] == [
                str(least), str(most), report.score.tier]
            for name, verdict in [("verdict", report.verdict),
                                  *((item.id, item.verdict) for item in report.items)]:
                assert told[name][row] == (verdict if verdicts == "words" else {
                    "pass": True, "fail": False}.get(verdict))
        assert result.explain(0).score.total == by.assess(SHOPS[0], as_of=DAY).score.total
        assert result.erring_rows == found.erring_rows > 0
    # Some gain or lose points, and with them the verdict, by each value.
    assert columns[values[0]]["score__most"] != columns[values[1]]["score__most"]
    before = scheme.assess_frame(table, as_of=DAY)["verdict"].to_pylist()
    for value in values:
        now = scheme.with_parameters({parameter: value}).assess_frame(table, as_of=DAY)["verdict"]
        (turned,) = [one["turned"] for one in tried.frame.to_pylist()
                     if one["value"] == value and one["item"] == "verdict"]
        assert turned == sum(map(operator.ne, before, now.to_pylist()))


def test_a_sheet_and_a_file_have_the_points(scheme, tmp_path, capsys):
    scheme.assess_frame(TABLE, as_of=DAY, carry="id").to_excel(tmp_path / "a.xlsx")
    units = [[cell.value for cell in row]
             for row in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1].iter_rows()]
    assert units[0] == ["id", "verdict", "admission", "veto", *SCORE]
    assert units[1][4] == "得分 / points" and units[2][:2] == ["one star", "pass"]
    for table, code in ((TABLE.slice(0, 1), 0), (TABLE.slice(2, 1), 1), (TABLE, 1)):
        pa.parquet.write_table(table, tmp_path / "firms.parquet")
        assert main([
            "check", str(tmp_path / "firms.parquet"), "--pack", str(ROOT / "examples/schemes"),
            "--standard", "score_with_floors", "--as-of", DAY, "--lang", "en",
            "--output", str(tmp_path / "told.parquet")]) == code
        told = pa.parquet.read_table(tmp_path / "told.parquet")
        assert told["score__total"].to_pylist() == [
            UNITS[name][2] for name in table["id"].to_pylist()]
    assert "error" not in capsys.readouterr().err.replace("data error", "")

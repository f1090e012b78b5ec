# SPDX-License-Identifier: Apache-2.0
"""`python -m norma check`: files of many units in, verdicts out in the format asked for."""

import datetime
import decimal
import gc
import json
import sys
import warnings

import norma
import openpyxl
import pyarrow as pa
import pyarrow.csv
import pyarrow.feather
import pyarrow.parquet
import pytest
from conftest import DAY
from norma import _files_json
from norma.__main__ import main
from norma._files import Source
from shops import PACK, parameters

ROWS = {
    "id": ["001", "002", "003", "=cmd()"],
    "worker_count": [1064, 300, 12, None],
    "size_class": ["large", "medium", "micro", "large"],
    "union_sound": [True, False, None, True],
    "coordinator_count": [1, 2, None, 3],
    "coordinator_count__date": [datetime.date(2024, 3, 1)] * 4,
    "training_fund_provided_amount": [decimal.Decimal("1000000.00")] * 4,
    "training_fund_frontline_amount": [decimal.Decimal("599999.99"),
                                       decimal.Decimal("600000.00"), None, None],
}


def write_csv(table, path):
    pa.csv.write_csv(table, path)
    text = path.read_text("utf-8").replace("true", "是").replace("false", "否")
    path.write_text(text, "utf-8")


def write_ndjson(table, path):
    lines = [json.dumps({name: value for name, value in row.items() if value is not None},
                        default=lambda one: str(one) if isinstance(one, datetime.date)
                        else float(one)) for row in table.to_pylist()]
    path.write_text("\n".join(lines), "utf-8")


def write_excel(table, path):
    book = openpyxl.Workbook()
    book.active.append(table.column_names)
    for row in table.to_pylist():
        row["union_sound"] = {True: "是", False: "否"}.get(row["union_sound"])
        row["id"] = row["id"].lstrip("=")
        book.active.append(list(row.values()))
    book.save(path)


def write_stream(table, path):
    with pa.ipc.new_stream(path, table.schema) as to:
        to.write_table(table, max_chunksize=2)


WRITE = {
    "county.parquet": lambda table, path: pa.parquet.write_table(table, path, row_group_size=2),
    "county.arrow": lambda table, path: pa.feather.write_feather(table, path),
    "county.arrows": write_stream,
    "county.csv": write_csv,
    "county.ndjson": write_ndjson,
    "county.xlsx": write_excel,
}


def read(path):
    kind = path.suffix
    if kind == ".xlsx":
        names, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        return [dict(zip(names, row, strict=True)) for row in rows]
    if kind == ".ndjson":
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if kind == ".csv":
        return pa.csv.read_csv(path).to_pylist()
    if kind == ".parquet":
        return pa.parquet.read_table(path).to_pylist()
    return pa.ipc.open_file(path).read_all().to_pylist()


@pytest.fixture
def check(capsys):
    def run(*arguments):
        code = main(["check", *map(str, arguments), "--pack", "cn-zj", "--standard",
                     "enterprise.large_medium", "--as-of", DAY])
        return code, *capsys.readouterr()
    return run


@pytest.mark.parametrize("name", WRITE)
def test_each_format_is_read(tmp_path, check, large, name):
    WRITE[name](pa.table(ROWS), tmp_path / name)
    code, out, err = check(tmp_path / name, "-o", tmp_path / "found.parquet")
    assert code == 1, err
    assert "cn-zj:enterprise.large_medium, as of 2024-03-31: 4 units" in out
    found = read(tmp_path / "found.parquet")
    assert [row["verdict"] for row in found] == ["fail", "fail", "not_applicable", "undetermined"]
    assert found[0]["id"].endswith("1")
    want = large.assess_frame(pa.table(ROWS), as_of=DAY)
    for row, told in enumerate(pa.table(want).to_pylist()):
        assert {key: found[row][key] for key in told} == told


def test_a_field_may_occur_in_the_last_row_first(tmp_path, check, monkeypatch):
    monkeypatch.setattr(_files_json, "PART", 1 << 12)
    rows = [{"id": f"u{i}", "size_class": "large", "worker_count": 1000} for i in range(200)]
    rows[-1] |= {"coordinator_count": 1, "remarks": "late"}
    path = tmp_path / "late.ndjson"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    code, out, _ = check(path, "-o", tmp_path / "found.csv")
    assert code == 1 and "fail" in (tmp_path / "found.csv").read_text("utf-8").splitlines()[-1]
    rows[0]["remarks"] = 5
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    code, _, err = check(path)
    assert code == 65 and "late.ndjson" in err and "remarks" in err


@pytest.mark.parametrize("name", ["f.parquet", "f.arrow", "f.csv", "f.ndjson", "f.xlsx"])
def test_each_format_is_written(tmp_path, check, name):
    WRITE["county.parquet"](pa.table(ROWS), tmp_path / "county.parquet")
    code, _, err = check(tmp_path / "county.parquet", "-o", tmp_path / name, "--reasons",
                         "--distances")
    assert code == 1, err
    found = read(tmp_path / name)
    assert [row["verdict"] for row in found] == ["fail", "fail", "not_applicable", "undetermined"]
    assert found[0]["mediation__reason"] == "mediation/coordinators"
    assert float(found[0]["training/frontline_share__distance"]) == -0.01
    if name == "f.xlsx":
        assert found[3]["id"] == "'=cmd()"


def test_the_summary_counts(tmp_path, check):
    WRITE["county.parquet"](pa.table(ROWS), tmp_path / "county.parquet")
    _, out, _ = check(tmp_path / "county.parquet")
    assert out.splitlines()[3].split() == ["overall", "0", "2", "1", "1"]


def test_what_can_not_be_done_is_told(tmp_path, check):
    assert check(tmp_path / "none.parquet")[0] == 66
    (tmp_path / "county.doc").write_text("x")
    code, _, err = check(tmp_path / "county.doc")
    assert code == 65 and ".parquet, .pq" in err
    (tmp_path / "bad.csv").write_text("worker_count,union_sound\n1,maybe\n")
    code, _, err = check(tmp_path / "bad.csv")
    assert code == 65 and "maybe" in err and "bad.csv:2" in err
    (tmp_path / "strange.csv").write_text("a,b\n1,2\n")
    code, _, err = check(tmp_path / "strange.csv")
    assert code == 65 and "none of the columns is a fact" in err
    assert main(["check", "x.csv"]) == 64
    assert main(["check", str(tmp_path / "bad.csv"), "--pack", "cn-zj", "--standard", "no"]) == 64


@pytest.mark.parametrize("row, words", [
    ('3,"1,577",1,', ["bad.csv:{0} “persons working, worker_count”: `1,577` is not a number",
                      "what fits: a whole number, such as 1577"]),
    ("3,1.5,1,", ["bad.csv:{0} ", "`1.5` is not a whole number"]),
    ("3,99999999999999999999,1,", ["bad.csv:{0} ", "`99999999999999999999` can not be read"]),
    ("3,1,99999999999999999999999999999999999999,",
     ["bad.csv:{0} ", "training_fund", "`99999999999999999999999999999999999999` can not be read"]),
    ("3,1,1e37,", ["bad.csv:{0} ", "`1e37` can not be read"]),
    ("3,1,1.234,", ["bad.csv:{0} ", "training_fund_provided_amount", "2 decimals at most"]),
    ("3,1,,2024/03/01", ["bad.csv:{0} “union sound, union_sound__date”: `2024/03/01` is no day",
                         "such as 2024-03-31"]),
    ("3,1,577,1,", ["bad.csv`, line {0}: the row has 5 cells, and the first row names 4 columns"]),
])
@pytest.mark.parametrize("before", [0, 70_000])  # PyArrow reads more than one part of so many
def test_a_cell_of_csv_that_can_not_be_read_is_told_by_its_place(tmp_path, check, row, words,
                                                                 before):
    rows = ["id,worker_count,training_fund_provided_amount,union_sound__date",
            *["1,2,1.00,2024-03-01"] * before, '"two\nlines",,,', row]
    (tmp_path / "bad.csv").write_text("\n".join(rows), "utf-8")
    code, _, err = check(tmp_path / "bad.csv")
    assert code == 65 and all(each.format(before + 4) in err for each in words), err
    assert "CSV conv" not in err and "Python exception" not in err


@pytest.mark.parametrize("row", ["a,2", "a,x", "a,2,3"])
@pytest.mark.parametrize("before", [0, 200_000])
def test_a_table_of_csv_is_closed_whatever_it_holds(tmp_path, check, row, before):
    (tmp_path / "rows.csv").write_text("id,worker_count\n" + "b,1\n" * before + row, "utf-8")
    gc.collect()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always", ResourceWarning)
        check(tmp_path / "rows.csv")
        gc.collect()
    assert not [each for each in told if each.category is ResourceWarning]


def test_numbers_of_many_digits_in_csv_have_them_all(tmp_path, check, large):
    paid = "123456789012345678901234567890123456.78"
    path = tmp_path / "wide.csv"
    path.write_text("id,training_fund_provided_amount,training_fund_due_amount\n"
                    f"a,{paid},{paid}\nb,{paid[:-1]}7,{paid}\nc,,1e3\n", "utf-8")
    told = Source(path, large).reader.read_all()
    wanted = [decimal.Decimal(paid), decimal.Decimal(paid[:-1] + "7"), None]
    assert told["training_fund_provided_amount"].to_pylist() == wanted
    assert told["training_fund_due_amount"].to_pylist() == [decimal.Decimal(paid)] * 2 + [decimal.Decimal(1000)]
    code, _, err = check(path, "-o", tmp_path / "found.csv", "--distances")
    assert code in (1, 2), err


def test_csv_is_told_in_chinese(tmp_path, check, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (tmp_path / "bad.csv").write_text('在岗人数\n"1,577"\n', "utf-8")
    assert "bad.csv:2“在岗劳动者人数 在岗人数”：`1,577` 不是数" in check(tmp_path / "bad.csv")[2]


def test_csv_of_another_encoding_is_told(tmp_path, check):
    for text in ("工人,worker_count\n甲,1\n", "id,worker_count\n甲,1\n"):
        (tmp_path / "gbk.csv").write_bytes(text.encode("gbk"))
        code, _, err = check(tmp_path / "gbk.csv")
        assert code == 65 and "error[N0140]" in err and "looks like GB 18030" in err
        assert f"from byte {'0' if text[0] == '工' else '16'} on" in err
    (tmp_path / "empty.csv").write_text("")
    assert "empty.csv`: Empty" in check(tmp_path / "empty.csv")[2]


@pytest.mark.parametrize("text, words", [
    ('{"worker_count": 1}\n{"worker_count": "many"}\n', ["bad.ndjson:2", "`many`", "1577"]),
    ('{"worker_count": 1}\n\n{"union_sound": "maybe"}\n', ["bad.ndjson:3", "true or false"]),
    ('{"worker_count": 1}\n{"coordinator_count__date": "2024-02-30"}\n',
     ["bad.ndjson:2", "`2024-02-30` is no day"]),
    ('{"worker_count": 1}\n{"worker_count": 2\n', ["bad.ndjson`, line 2, column 19: no JSON"]),
    ('{"worker_count": 1}\n[1]\n', ["bad.ndjson`, line 2: no JSON object"]),
])
def test_a_line_of_json_that_can_not_be_read_is_told_by_its_place(tmp_path, check, text, words):
    (tmp_path / "bad.ndjson").write_text(text, "utf-8")
    code, _, err = check(tmp_path / "bad.ndjson")
    assert code == 65 and all(each in err for each in words), err


def test_json_of_another_encoding_is_told(tmp_path, check):
    line = '{"worker_count": 1, "name": "甲"}\n'
    (tmp_path / "gbk.ndjson").write_bytes((line * 3).encode("gbk"))
    assert "looks like GB 18030 (GBK): from byte 29 on" in check(tmp_path / "gbk.ndjson")[2]
    (tmp_path / "broken.ndjson").write_bytes(line.encode() + b'{"name": "\xff"}')
    code, _, err = check(tmp_path / "broken.ndjson")
    assert code == 65 and f"byte {len(line.encode()) + 10} is wrong" in err


@pytest.mark.parametrize("name", ["f.parquet", "f.csv", "f.ndjson"])
def test_results_are_not_written_over_what_is_read(tmp_path, check, name):
    WRITE[name.replace("f.", "county.")](pa.table(ROWS), tmp_path / name)
    before = (tmp_path / name).read_bytes()
    (tmp_path / "link").symlink_to(tmp_path)
    code, _, err = check(tmp_path / name, "-o", str(tmp_path / "link" / name))
    assert code == 64 and "error[N0137]" in err and (tmp_path / name).read_bytes() == before


def test_cells_of_excel_are_told_alone(tmp_path, check):
    book = openpyxl.Workbook()
    for row in (["id", "worker_count"], ["1", "1,577"], ["2", "many"]):
        book.active.append(row)
    book.save(tmp_path / "county.xlsx")
    code, _, err = check(tmp_path / "county.xlsx")
    assert code == 65 and err.startswith("error[N0675]: [county.xlsx]Sheet!B2")
    assert "[county.xlsx]Sheet!B3" in err and "Traceback" not in err and "Detail" not in err


def test_a_day_of_evidence_of_a_row_is_that_of_its_facts(tmp_path, capsys):
    for name, text in (PACK | {"parameters.yaml": parameters()}).items():
        (tmp_path / name).write_text(text, "utf-8")
    book, old, new = openpyxl.Workbook(), datetime.date(2020, 1, 1), datetime.date(2024, 3, 1)
    for row in (["id", "evidence.date", "staff", "drill", "drill__date"], ["new", new, 3, "是"],
                ["old", old, 3, "是"], ["own", old, 3, "是", new], ["none", None, 3, "是"],
                ["blank", new, 3]):
        book.active.append(row)
    book.save(tmp_path / "shops.xlsx")
    code = main(["check", str(tmp_path / "shops.xlsx"), "--pack", str(tmp_path), "--standard",
                 "shop", "--as-of", DAY, "-o", str(tmp_path / "found.ndjson")])
    assert code == 2, capsys.readouterr()
    found = [row["people"] for row in read(tmp_path / "found.ndjson")]
    assert found == ["pass", "undetermined", "pass", "pass", "undetermined"]
    standard = norma.load(tmp_path)["shop"]
    units = norma.read_excel(tmp_path / "shops.xlsx", standard)
    assert [standard.assess(unit, as_of=DAY)["people"].verdict for unit in units] == found


def test_no_character_of_a_name_keeps_a_book_from_being_written(tmp_path, check):
    table = pa.table(ROWS).append_column("name", [["a\x07b", "\x00", "=1\x1f", None]])
    pa.parquet.write_table(table, tmp_path / "county.parquet")
    code, _, err = check(tmp_path / "county.parquet", "-o", tmp_path / "found.xlsx")
    assert code == 1, err
    assert [row["name"] for row in read(tmp_path / "found.xlsx")] == [
        "a_x0007_b", "_x0000_", "'=1_x001F_", None]


def test_books_are_not_written_without_openpyxl(tmp_path, check, monkeypatch):
    WRITE["county.parquet"](pa.table(ROWS), tmp_path / "county.parquet")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    code, _, err = check(tmp_path / "county.parquet", "-o", tmp_path / "found.xlsx")
    assert code == 65 and "norma[excel]" in err

# SPDX-License-Identifier: Apache-2.0
"""NDJSON: its numbers decide with all their digits, its ids are texts, its lines may be long."""

import json

import pytest
from conftest import DAY
from norma import _files_json
from norma.__main__ import main

OF_A_LARGE_ONE = '"worker_count": 1064, "size_class": "large"'
FUND = '"training_fund_provided_amount": {0}, "training_fund_frontline_amount": {1}'


@pytest.fixture
def found(tmp_path, capsys):
    """Judges lines; gives the rows of the results, and what was said of them."""
    def run(*lines):
        path = tmp_path / "county.ndjson"
        path.write_text("".join(f"{{{OF_A_LARGE_ONE}, {line}}}\n" for line in lines), "utf-8")
        code = main(["check", str(path), "--pack", "cn-zj", "--standard",
                     "enterprise.large_medium", "--as-of", DAY, "--errors", "--reasons",
                     "-o", str(tmp_path / "found.ndjson")])
        _, err = capsys.readouterr()
        assert code in (0, 1, 2), err
        told = (tmp_path / "found.ndjson").read_text("utf-8").splitlines()
        return [json.loads(line) for line in told], err
    return run


@pytest.mark.parametrize("provided, frontline, verdict", [
    ("10000000000000000.05", "6000000000000000.03", "undetermined"),
    ("10000000000000000.05", "6000000000000000.02", "fail"),
    ("1e6", "6E5", "undetermined"), ("1000000", "5.9999999e5", "fail"),
    ("1000000.00", "600000.000", "undetermined"), ("0.9", "0.54", "undetermined"),
    ("1e34", "5.9e33", "fail"), ("1e34", "6e33", "undetermined")])
def test_amounts_have_all_their_digits(found, provided, frontline, verdict):
    rows, err = found(FUND.format(provided, frontline))
    assert rows[0]["training"] == verdict, err
    assert rows[0]["verdict__errors"] is None


def test_digits_of_which_a_fact_has_no_use_are_an_error_of_their_row(found):
    rows, err = found(FUND.format("1000000", "600000.001"), FUND.format("1000000", "1.5"))
    assert "600000.001" in rows[0]["verdict__errors"] and "N0677" in err
    assert [row["training"] for row in rows] == ["undetermined", "fail"]


def test_an_id_is_a_text_with_or_without_quotes(found, monkeypatch):
    rows, _ = found('"id": 7', '"id": "x"', '"id": "007", "name": 12', '"name": "say \\"id\\": 7"')
    assert [row["id"] for row in rows] == ["7", "x", "007", None]
    assert [row["name"] for row in rows] == [None, None, "12", 'say "id": 7']
    monkeypatch.setattr(_files_json, "PART", 1)  # a line at once
    rows, _ = found('"id": 9007199254740993', '"id": "x"')
    assert [row["id"] for row in rows] == ["9007199254740993", "x"]


def test_a_line_may_be_longer_than_what_is_read_at_once(found):
    rows, _ = found('"id": "a"', f'"id": "b", "remarks": "{"long " * 500_000}"', '"id": "c"')
    assert [row["id"] for row in rows] == ["a", "b", "c"]


def test_a_number_that_has_no_room_is_told_and_no_other_stands_in_its_place(tmp_path, capsys):
    for number in ("9" * 38, "1e36", "1e999999999"):  # two decimals more are 40 digits
        path = tmp_path / "county.ndjson"
        path.write_text(f"{{{OF_A_LARGE_ONE}, {FUND.format(number, '1.25')}}}\n", "utf-8")
        code = main(["check", str(path), "--pack", "cn-zj", "--standard",
                     "enterprise.large_medium", "--as-of", DAY])
        told = capsys.readouterr().err
        assert code == 65 and "county.ndjson" in told, told

# SPDX-License-Identifier: Apache-2.0
"""Parameters at other values: known answers, and as if files gave them."""

import pickle
import shutil
from decimal import Decimal
from fractions import Fraction

import norma
import pandas
import polars
import pyarrow
import pytest
from conftest import DAY
from hypothesis import given, settings
from hypothesis import strategies as some
from shops import PACK, SHOPS, parameters


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The pack whose parameters.yaml has these values."""
    def load(**values):
        folder = tmp_path_factory.mktemp("packs") / "shops"
        folder.mkdir()
        for name, text in {**PACK, "parameters.yaml": parameters(**values)}.items():
            (folder / name).write_text(text, encoding="utf-8")
        made = norma.load(folder)
        shutil.rmtree(folder)
        return made
    return load


@pytest.fixture(scope="module")
def shop(loaded):
    return loaded()["shop"]


def test_one_unit_on_both_sides(shop):
    facts = {"due": 10, "good": 8, "staff": 2, "drill": True}
    assert shop.verdict(facts, as_of=DAY) == "pass"
    for value, verdict in [("80%", "pass"), ("80.1%", "fail"), (0.8, "pass"), (0.81, "fail"),
                           (Fraction(4, 5), "pass"), (Decimal("0.8001"), "fail"), (1, "fail")]:
        supposed = shop.with_parameters({"share_needed": value})
        assert supposed.verdict(facts, as_of=DAY) == verdict, value
        assert supposed.assess(facts, as_of=DAY).verdict == verdict
    assert shop.verdict(facts, as_of=DAY) == "pass" and shop.supposed == {}


def test_a_report_says_what_was_supposed(shop):
    facts = {"due": 10, "good": 8, "staff": 2, "drill": True}
    supposed = shop.with_parameters({"share_needed": "90%", "staff_needed": 2})
    assert supposed.supposed == {"share_needed": Decimal("0.9"), "staff_needed": 2}
    report = supposed.assess(facts, as_of=DAY, lang="en")
    assert report.supposed == {"share_needed": Decimal("0.9"), "staff_needed": 2}
    for shown in (report.to_text(), report.to_html(), report.to_markdown()):
        assert "no finding" in shown and "share needed 90 %, not 80 %" in shown
    assert "不是评价结论" in report.to_html("zh") and "合格率下限" in report.to_text("zh")
    told = report.to_dict()
    assert [one["parameter"] for one in told["supposed"]] == ["share_needed", "staff_needed"]
    assert told["tree"]["members"][0]["members"][0]["decisions"] == ["what-if:share_needed"]
    plain = shop.assess(facts, as_of=DAY, lang="en")
    assert plain.supposed == {} and "supposed" not in plain.to_dict()
    assert plain != report and "finding" not in plain.to_html()
    # What is supposed once more replaces it; the value in force is no less supposed.
    again = supposed.with_parameters({"share_needed": "80%"})
    assert again.supposed == {"share_needed": Decimal("0.8"), "staff_needed": 2}
    assert again.verdict(facts, as_of=DAY) == "pass"


@pytest.mark.parametrize(("kind", "rows"), [
    (pandas.DataFrame, lambda frame: frame.to_dict("records")),
    (polars.DataFrame, lambda frame: frame.to_dicts()),
    (pyarrow.table, lambda frame: frame.to_pylist())])
def test_how_many_turn(shop, kind, rows):
    found = shop.assess_frame(kind(SHOPS), as_of=DAY)
    tried = found.what_if("share_needed", ["70%", "80%", "90%", "91%"])
    assert isinstance(tried.frame, type(kind(SHOPS)))
    share = [(row["value"], row["pass"], row["fail"], row["undetermined"], row["turned"])
             for row in rows(tried.frame) if row["item"] == "goods"]
    # 0 of 0 is an error in the data of this shop, and 5 of an unknown number is open.
    assert share == [("70%", 3, 0, 2, 1), ("80%", 2, 1, 2, 0), ("90%", 1, 2, 2, 1),
                     ("91%", 0, 3, 2, 2)]
    assert [row for row in rows(tried.turns) if row["item"] == "goods"] == [
        {"value": "70%", "item": "goods", "from": "fail", "to": "pass", "units": 1},
        {"value": "90%", "item": "goods", "from": "pass", "to": "fail", "units": 1},
        {"value": "91%", "item": "goods", "from": "pass", "to": "fail", "units": 2}]
    assert all(row["turned"] == 0 for row in rows(tried.frame) if row["item"] == "people")
    assert tried.results["90%"].explain(1).supposed == {"share_needed": Decimal("0.9")}
    assert "share_needed is 90 %" in repr(tried.results["90%"])
    assert "80%: 0" in repr(tried)


def test_shares_are_shown_with_their_sign(shop):
    found = shop.assess_frame(pyarrow.table(SHOPS), as_of=DAY)
    numbers = [Decimal("0.7"), 0.9, Fraction(1, 3), 1, "90.5%"]
    tried = found.what_if("share_needed", numbers)
    assert list(tried.results) == numbers
    shown = ["70 %", "90 %", "100/3 %", "100 %", "90.5%"]
    assert list(dict.fromkeys(tried.frame["value"].to_pylist())) == shown
    assert set(tried.turns["value"].to_pylist()) <= set(shown)
    assert [each.partition(": ")[0] for each in repr(tried).split("turn: ")[1].split(", ")] == shown
    assert tried.told("en") == "What-if, no finding: share needed"
    # Other numbers stay numbers.
    staff = found.what_if("staff_needed", [1, 2]).frame
    assert set(staff["value"].to_pylist()) == {1, 2}


@pytest.mark.filterwarnings("ignore::norma.FrameWarning")
def test_the_threshold_that_the_issue_names(large):
    rows = pandas.DataFrame({
        "worker_count": [1064] * 4, "size_class": ["large"] * 4,
        "satisfaction_valid_count": [1000] * 4, "satisfaction_satisfied_count": [799, 800, 899, 950],
        "satisfaction_survey_date": pandas.to_datetime(["2024-01-05"] * 4)})
    found = large.assess_frame(rows, as_of="2024-03-31")
    tried = found.what_if(parameter="satisfaction_minimum", values=[0.8, "90%", "95%", "95.1%"])
    fails = {value: [result.explain(row)["satisfaction/rate"].verdict == "fail" for row in range(4)]
             for value, result in tried.results.items()}
    assert fails == {0.8: [True, False, False, False], "90%": [True, True, True, False],
                     "95%": [True, True, True, False], "95.1%": [True] * 4}
    for lang, told in [("en", "minimum satisfaction 80 %, not 90 %"),
                       ("zh", "满意度下限为80 %，而非90 %")]:
        assert told in tried.results[0.8].explain(1, lang=lang).to_text()


def test_a_notebook_shows_that_it_is_no_finding(shop):
    found = shop.assess_frame(pandas.DataFrame(SHOPS), as_of=DAY)
    tried = found.what_if("share_needed", ["90%"])
    for shown in (tried, tried.results["90%"]):
        assert "share needed" in shown._repr_html_() or "合格率下限" in shown._repr_html_()
        assert "no finding" in shown._repr_html_() or "不是评价结论" in shown._repr_html_()
    assert "finding" not in found._repr_html_() and "结论" not in found._repr_html_()


def test_a_whole_pack(loaded):
    found = loaded().assess_frame(pandas.DataFrame(SHOPS), unit="shop", as_of=DAY)
    tried = found.what_if("staff_needed", [1, 3])
    assert tried.frame["item"].tolist() == ["verdict", "shop"] * 2
    assert tried.frame["turned"].tolist() == [0, 0, 3, 3]
    assert tried.turns[["from", "to", "units"]].values.tolist() == [
        ["pass", "fail", 1], ["undetermined", "fail", 2]] * 2
    assert tried.results[3].by["shop"].explain(0).supposed == {"staff_needed": 3}


def test_what_can_not_be_supposed(shop):
    for name, value, code in [("share_neded", 1, "N0577"), ("good", 1, "N0577"),
                              ("staff_needed", "1.5", "N0515"), ("staff_needed", 1.5, "N0578"),
                              ("lasting", 6, "N0578"), ("lasting", "180天", "N0578"),
                              ("lasting", "long", "N0616"), ("staff_needed", True, "N0578")]:
        with pytest.raises(norma.RuleError) as refused:
            shop.with_parameters({name: value})
        assert [one.code for one in refused.value.diagnostics] == [code], (name, value)
    with pytest.raises(norma.RuleError, match="did you mean `share_needed`"):
        shop.with_parameters({"share_neded": 1})
    with pytest.raises(TypeError):
        shop.with_parameters({"share_needed": None})
    found = shop.assess_frame(pyarrow.table(SHOPS), as_of=DAY)
    with pytest.raises(ValueError):
        found.what_if("share_needed", [])
    for one in ("91%", Decimal("0.91"), 1):
        assert found.what_if("share_needed", one).values == [one]
    stream = shop.assess_frame(pyarrow.table(SHOPS).to_reader(), as_of=DAY)
    with pytest.raises(TypeError, match="collect"):
        stream.what_if("share_needed", [1])


@pytest.mark.parametrize("value, meant", [
    (90, "`0.9`, or the text `90%`"), (Decimal("99.9"), "`0.999`, or the text `99.9%`"),
    (1.5, "`0.015`, or the text `1.5%`"), ("90", "`0.9`, or the text `90%`"),
    (Fraction(200, 3), "`2/3`, or the text `200/3%`"), (1.0000001, "`0.010000001`, or"),
    (Decimal("1.00000000000000000001"), "`0.0100000000000000000001`, or the text"),
    (100, "`1`, or the text `100%`"), (9000, "`0.8`, or the text `80%`"),
    (-0.1, "`0.8`, or the text `80%`")])
def test_a_number_that_is_no_share_is_refused(shop, value, meant):
    found = shop.assess_frame(pyarrow.table(SHOPS), as_of=DAY)
    for call in (lambda: found.what_if("share_needed", values=[0.9, value]),
                 lambda: shop.with_parameters({"share_needed": value})):
        with pytest.raises(norma.RuleError) as refused:
            call()
        assert [one.code for one in refused.value.diagnostics] == ["N0579"]
        assert "no share from 0 to 1" in str(refused.value) and meant in str(refused.value)


def test_shares_as_they_are_shown(shop):
    found = shop.assess_frame(pyarrow.table(SHOPS), as_of=DAY)
    tried = found.what_if("share_needed", ["90 %", "90%", 0.9, "900 ‰", "0.9", "9/10"])
    assert [each.standard.supposed["share_needed"] for each in tried.results.values()] == [
        Decimal("0.9")] * 6
    assert tried.frame["value"].to_pylist()[0] == "90 %"
    # What is above 100 % is said with the sign.
    for text, value in (("120%", Decimal("1.2")), ("120 %", Decimal("1.2")), ("0%", 0), (1, 1)):
        assert shop.with_parameters({"share_needed": text}).supposed == {"share_needed": value}
    with pytest.raises(norma.RuleError) as refused:
        shop.with_parameters({"share_needed": " %"})
    assert refused.value.diagnostics
    assert shop.with_parameters({"staff_needed": 90}).supposed == {"staff_needed": 90}


def test_evidence_may_last_longer(shop):
    rows = pyarrow.table({**SHOPS, "drill__date": ["2023-03-31", "2023-10-01", "2023-09-30",
                                                   "2022-01-01", None]})
    rows = rows.set_column(4, "drill__date", rows["drill__date"].cast(pyarrow.date32()))
    found = shop.assess_frame(rows, as_of="2024-03-31")
    tried = found.what_if("lasting", ["12个月", "6个月", "P3Y"])
    drill = {value: [result.explain(row)["people/drill"].verdict for row in range(5)]
             for value, result in tried.results.items()}
    assert drill == {"12个月": ["pass", "pass", "pass", "undetermined", "pass"],
                     "6个月": ["undetermined", "pass", "undetermined", "undetermined", "pass"],
                     "P3Y": ["pass"] * 5}


@settings(max_examples=40, deadline=None)
@given(share=some.integers(0, 120), staff=some.integers(0, 4), data=some.data())
def test_as_if_files_gave_the_values(loaded, shop, share, staff, data):
    number = some.one_of(some.none(), some.integers(0, 12))
    rows = data.draw(some.lists(some.fixed_dictionaries(
        {"due": number, "good": number, "staff": number,
         "drill": some.sampled_from([True, False, None])}), min_size=1, max_size=30))
    frame = pandas.DataFrame(rows).astype({"due": "Int64", "good": "Int64", "staff": "Int64",
                                           "drill": "boolean"})
    by_files = loaded(share=f"{share}%", staff=str(staff))["shop"]
    supposed = shop.with_parameters({"share_needed": f"{share}%", "staff_needed": staff})
    wanted = by_files.assess_frame(frame, as_of=DAY)
    tried = shop.assess_frame(frame, as_of=DAY).what_if("share_needed", [f"{share}%"])
    both = supposed.assess_frame(frame, as_of=DAY)
    assert both.frame.equals(wanted.frame)
    assert tried.results[f"{share}%"].frame["goods"].equals(wanted.frame["goods"])
    turned = (tried.results[f"{share}%"].frame != tried.before.frame).sum()
    assert tried.frame["turned"].tolist() == turned.tolist()
    for row, facts in enumerate(rows):
        assert supposed.verdict(facts, as_of=DAY) == wanted.frame["verdict"].iloc[row]


def test_what_is_supposed_goes_along_in_a_pickle(zj):
    supposed = zj.with_parameters({"periodic_window": "6个月", "area_coordinators_needed": 2})
    assert pickle.loads(pickle.dumps(supposed)).supposed == supposed.supposed
    standard = zj["area"].with_parameters({"periodic_window": "6个月"})
    assert pickle.loads(pickle.dumps(standard)).supposed == {"periodic_window": "P6M"}
    assert pickle.loads(pickle.dumps(zj)).supposed == {}


def test_the_packs_as_they_are(zj):
    found = zj["area"].with_parameters({"area_coordinators_needed": 2})
    assert found.supposed == {"area_coordinators_needed": 2}
    assert zj.with_parameters({"periodic_window": "6个月"})["area"].supposed == {
        "periodic_window": "P6M"}

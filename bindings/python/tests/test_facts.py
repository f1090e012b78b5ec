# SPDX-License-Identifier: Apache-2.0
"""What Python holds is taken exactly, and what is no fact is told by name."""

import datetime
from decimal import Decimal
from fractions import Fraction

import norma
import pytest
from conftest import DAY, ROOT


def part(large, facts, path):
    of_a_large_one = {"worker_count": 1064, "size_class": "large"}
    return large.assess(of_a_large_one | facts, as_of=DAY, lang="en")[path]


@pytest.mark.parametrize("amount, verdict", [
    (600000, "pass"), (600000.0, "pass"), (Decimal("600000.00"), "pass"),
    (Fraction(1200000, 2), "pass"), ("600000", "pass"), (599999.99, "fail"),
    (Decimal("599999.99"), "fail"), (Fraction(59999999, 100), "fail"),
    (None, "undetermined"), (float("nan"), "undetermined"), (Decimal("NaN"), "undetermined"),
    ("", "undetermined"),
    # Of the wrong type, or finer than a fen: a data error, never a verdict.
    (True, "undetermined"), (Decimal("600000.001"), "undetermined"),
])
def test_amounts(large, amount, verdict):
    facts = {"training_fund_provided_amount": 10**6, "training_fund_frontline_amount": amount}
    assert part(large, facts, "training/frontline_share").verdict == verdict


def test_digits_are_not_lost(large):
    facts = {"contract_due_count": 10**16 + 1, "contract_signed_count": 10**16}
    assert part(large, facts, "employment/contracts").verdict == "fail"
    facts["contract_signed_count"] += 1
    assert part(large, facts, "employment/contracts").verdict == "pass"


def test_names_that_are_no_facts_are_told(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"coordinator_cuont": 2}, as_of=DAY)
    (finding,) = told.value.diagnostics
    assert finding.code == "N0601"
    assert "coordinator_count" in finding.hint
    assert (finding.file, finding.line) == ("facts", 2)
    assert '"coordinator_cuont": 2' in str(told.value) and "^^^" in str(told.value)


@pytest.mark.parametrize("facts", [
    {"worker_count": 1064, "在岗人数": 300}, {"在岗人数": 300, "worker_count": 1064},
    {"在岗人数": 300, "worker_count": {"pending": "case 4"}},
    {"worker_count": None, "在岗人数": 300, "id": "7"}])
def test_a_fact_under_both_its_names_is_told(large, facts):
    for ask in (large.assess, large.verdict):
        with pytest.raises(norma.FactError, match="N0602.*`worker_count` is given twice"):
            ask(facts, as_of=DAY)


def test_values_that_can_not_be_read_are_told_together(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"size_class": "huge", "coordinator_count": "two",
                      "satisfaction_survey_date": datetime.datetime(2024, 1, 22, 8)}, as_of=DAY)
    assert sorted(one.code for one in told.value.diagnostics) == ["N0614", "N0618", "N0646"]


@pytest.mark.parametrize("facts", [{"size_class": "\ud800"}, {"worker_\udcff": 1},
                                   {"name": "\ud800"}])
def test_half_a_surrogate_pair_is_told(large, facts):
    with pytest.raises(norma.FactError, match="N0104|UTF-8"):
        large.assess(facts, as_of=DAY)


def test_objects_that_no_fact_is_read_from(large):
    with pytest.raises(norma.FactError) as told:
        large.assess({"coordinator_count": 2j}, as_of=DAY)
    (finding,) = told.value.diagnostics
    assert finding.code == "N0669"
    assert "coordinator_count" in finding.message and "complex" in finding.message
    assert "Decimal" in finding.hint


def test_packs_and_standards_that_are_not_there(zj):
    with pytest.raises(norma.NotFound, match="did you mean `cn-zj`"):
        norma.load("cn-zh")
    with pytest.raises(KeyError, match="did you mean `industry`"):
        zj["industri"]


def test_packs_with_mistakes(tmp_path):
    (tmp_path / "pack.yaml").write_text("norma: 1\npack: x\nversoin: 1\n")
    with pytest.raises(norma.RuleError) as told:
        norma.load(tmp_path)
    assert told.value.diagnostics[0].code.startswith("N02")
    assert "versoin" in str(told.value)


def test_scalars_of_numpy(large):
    numpy = pytest.importorskip("numpy")
    base = {"training_fund_provided_amount": numpy.int64(10**6)}
    share = "training/frontline_share"
    key = "training_fund_frontline_amount"
    assert part(large, base | {key: numpy.float64(599999.99)}, share).verdict == "fail"
    assert part(large, base | {key: numpy.float32(600000)}, share).verdict == "pass"
    assert part(large, base | {key: numpy.float32("nan")}, share).verdict == "undetermined"
    found = part(large, {"coordinator_count": numpy.uint8(2)}, "mediation/coordinators")
    assert found.verdict == "pass"
    found = part(large, {"mediation_body_sound": numpy.bool_(True)},
                 "mediation/mediation_body_sound")
    assert found.verdict == "pass"


def test_the_shortest_decimal_of_a_float32():
    numpy = pytest.importorskip("numpy")
    from norma._plain import plain
    assert plain(numpy.float32(0.1)) == 0.1
    assert plain(numpy.datetime64("2024-01-22")) == datetime.datetime(2024, 1, 22)
    assert plain(numpy.datetime64("NaT")) is None
    assert plain(numpy.array([1, 2])) == [1, 2]


def test_what_numpy_has_for_missing_is_unknown(large):
    numpy = pytest.importorskip("numpy")
    for nothing in (numpy.ma.masked, numpy.timedelta64("NaT"), numpy.datetime64("NaT")):
        found = part(large, {"coordinator_count": nothing}, "mediation/coordinators")
        assert found.verdict == "undetermined" and found.causes[0].kind == "missing"
    row = numpy.ma.array([1, 2], mask=[True, False])
    assert part(large, {"coordinator_count": row[0]}, "mediation/coordinators").causes


def test_scalars_of_pandas(large):
    pandas = pytest.importorskip("pandas")
    path = "mediation/coordinators"
    for nothing in (pandas.NA, pandas.NaT, None, float("nan")):
        assert part(large, {"coordinator_count": nothing}, path).verdict == "undetermined"
    row = pandas.DataFrame({"worker_count": [1064], "size_class": ["large"],
                            "coordinator_count": [2], "id": [7], "name": ["江南"]}).iloc[0]
    report = large.assess(row, as_of=DAY)
    assert report[path].verdict == "pass"
    assert (report.unit_id, report.unit_name) == ("7", "江南")
    day = part(large, {"satisfaction_survey_date": pandas.Timestamp("2024-01-22")}, ".")
    assert day.verdict == "undetermined"


def test_lists_sets_and_records(large):
    forms = "training_forms_used"
    as_list = large.assess({forms: ["skill_contest", "induction"]}, as_of=DAY)
    as_set = large.assess({forms: {"induction", "skill_contest"}}, as_of=DAY)
    assert as_set == large.assess({forms: frozenset(["skill_contest", "induction"])}, as_of=DAY)
    assert as_list.verdict == as_set.verdict
    events = [{"date": datetime.date(2023, 11, 20), "topics": {"wages"}}, {"date": None}]
    periods = [{"from": "2023-01-01", "to": datetime.date(2025, 12, 31)}]
    report = large.assess({"collective_bargaining_events": events,
                           "collective_contract_periods": periods}, as_of=DAY)
    assert report.verdict == "undetermined"
    with pytest.raises(norma.FactError, match="N0606"):
        large.assess({"collective_bargaining_events": [{"day": "2023-11-20"}]}, as_of=DAY)


def test_statements_as_in_a_unit_file(large):
    path = "mediation/coordinators"
    versions = {"versions": [{"value": 1, "date": "2023-12-31"},
                             {"value": 2, "date": datetime.date(2024, 3, 1)}]}
    assert part(large, {"coordinator_count": versions}, path).verdict == "pass"
    waits = part(large, {"coordinator_count": {"pending": "case 4"}}, path)
    assert [cause.kind for cause in waits.causes] == ["pending"]
    whole = {"unit": "enterprise", "id": "1", "name": "甬江泵业", "evidence": {"by": "office"},
             "facts": {"worker_count": 10, "size_class": "large"}}
    assert large.assess(whole, as_of=DAY).unit_name == "甬江泵业"


def test_members_are_units_of_their_own(zj):
    members = [{"id": f"m{i}", "facts": {"worker_count": 10}} for i in range(3)]
    kind = {"area_enterprises": members}
    with pytest.raises(norma.FactError, match="kind"):
        zj["area"].assess({"facts": kind, "kind": "town"}, as_of=DAY)


def test_a_unit_is_changed_by_a_mapping(large, failing):
    changed = failing | {"coordinator_count": None}
    assert large.assess(changed, as_of=DAY)["mediation/coordinators"].verdict == "undetermined"
    assert large.assess(failing, as_of=DAY)["mediation/coordinators"].verdict == "pass"
    with pytest.raises(norma.FactError, match="N0601"):
        failing | {"coordinator_cuont": 1}


def test_who_a_unit_is_is_not_lost(large, failing):
    unit = large.unit_of({"worker_count": 1064})
    named = large.unit_of(unit, id="7", name="甬江泵业")
    assert (named.id, named.name, unit.id) == ("7", "甬江泵业", "")
    report = large.assess(unit, as_of=DAY, id="7", name="甬江泵业")
    assert (report.unit_id, report.unit_name) == ("7", "甬江泵业")
    assert large.assess(named, as_of=DAY, id="8").unit_id == "7"
    other = failing | {"id": 9, "name": "江南", "worker_count": 3}
    assert (other.id, other.name) == ("9", "江南") and other.digest != failing.digest
    assert (failing | {"worker_count": 3}).id == failing.id
    assert (failing | {"id": "9", "facts": {"worker_count": 3}}).id == "9"
    assert (unit | named).id == "" and (named | unit).id == "7"


@pytest.mark.parametrize("change, key", [
    ({"unit": "site"}, "unit"), ({"facts": {}, "evidence": {"date": "2024-01-01"}}, "evidence"),
    ({"facts": {}, "exceptions": [{"part": "union", "reason": "r"}]}, "exceptions")])
def test_what_a_change_can_not_put_in_place_is_told(failing, change, key):
    with pytest.raises(norma.FactError, match=f"N0686.*no `{key}`"):
        failing | change
    assert (failing | {"unit": "enterprise", "worker_count": 3}).unit == "enterprise"


@pytest.mark.parametrize("digits", [3000, 4097, 4301, 100_000])
def test_an_int_of_more_digits_than_python_writes_is_told(large, digits):
    facts = {"contract_due_count": 10**(digits - 1), "contract_signed_count": 1}
    if digits == 3000:
        assert part(large, facts, "employment/contracts").verdict == "fail"
        return
    with pytest.raises(norma.FactError, match="more than 4096 digits"):
        large.assess(facts, as_of=DAY, lang="en")


def test_a_pack_knows_its_standards_by_id(zj):
    assert "industry" in zj and "enterprise.large_medium" in zj
    assert "industri" not in zj and 5 not in zj and None not in zj
    schemes = norma.load(ROOT / "examples/schemes")
    assert all(one.id in schemes for one in schemes.standards)


@pytest.mark.parametrize("day", [datetime.date(2024, 3, 31), datetime.datetime(2024, 3, 31),
                                 "2024-03-31"])
def test_a_day_may_be_a_datetime_at_midnight(large, failing, day):
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for each in (day, numpy.datetime64(day), pandas.Timestamp(day)):
        assert large.assess(failing, as_of=each).as_of == datetime.date(2024, 3, 31)
        assert large.verdict(failing, as_of=each, known_as_of=each) == "fail"
    for each in (pandas.Timestamp(day, tz="UTC"), pandas.Timestamp(day).replace(hour=8)):
        with pytest.raises(TypeError, match="a day is a datetime.date"):
            large.verdict(failing, as_of=each)


def test_a_datetime_at_midnight_is_a_day_wherever_it_stands(large, zj):
    pandas = pytest.importorskip("pandas")
    day, midnight = datetime.date(2024, 1, 22), pandas.Timestamp("2024-01-22")
    key = "satisfaction_survey_date"

    def told(day):
        alone = [{"value": 2, "date": day}, {"versions": [{"value": 2, "date": day}]}]
        yield from (large.assess({"coordinator_count": said}, as_of=DAY) for said in alone)
        yield large.assess({key: {"value": day}, "id": "7"}, as_of=DAY)
        periods = [{"from": None, "to": day}, {"from": day, "to": {"none": "open"}}]
        yield large.assess({"collective_contract_periods": periods}, as_of=DAY)
        firm = {"id": "1", "facts": {"worker_count": 3, key: day}}
        yield zj["area"].assess({"kind": "park", "facts": {"members": [firm]}}, as_of=DAY)

    for by_day, by_midnight in zip(told(day), told(midnight), strict=True):
        assert by_midnight == by_day
    with pytest.raises(norma.FactError, match="2024-01-22T08:00:00"):
        list(told(midnight.replace(hour=8)))


def test_a_frame_of_records_is_a_list_of_them(large):
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    events = [{"date": datetime.date(2024, 1, 22), "topics": ["wages"]}, {"date": None}]
    wanted = large.assess({"collective_bargaining_events": events}, as_of=DAY)
    for frame in (pandas.DataFrame(events), polars.DataFrame(events)):
        assert large.assess({"collective_bargaining_events": frame}, as_of=DAY) == wanted

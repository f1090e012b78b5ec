// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>

#include <string>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7: where labels and values can stand, no code does.

namespace norma_test::told_values_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.count("staff").count("signed").boolean("good").boolean("known");
  s.words("note").words("other").date_fact("opened").period_fact("held");
  s.parameter("since", fact_type::number, {{"2020-01-01", 2025}});
  s.records("events", {{"date", fact_type::date}, {"heads", fact_type::count}});
  s.list_of_days("met").list_of_days("missed");
  return s;
}

unit facts() {
  return enterprise(
      {{"staff", 12},
       {"signed", 2},
       {"good", true},
       {"note", "plain words"},
       {"other", ""},
       {"opened", day("2024-01-01")},
       {"held", period("2024-01-01", "2024-02-05")},
       {"met", list_of({day("2023-05-01"), day("2024-01-01")})},
       {"missed", list_of({day("2023-05-01")})},
       {"events", list_of({record({{"date", day("2023-01-05")}, {"heads", 3}}),
                           record({{"date", day("2024-02-05")}, {"heads", 7}})})}});
}

condition_shown shown_of(const std::string& condition) {
  auto s = dictionary();
  const auto r = assess(s.standard({part("p", condition)}), facts(),
                        {.as_of = today, .remedies = false});
  return *at(r, "p").condition;
}
std::string en(const std::string& condition) { return shown_of(condition).shown.en; }
std::string zh(const std::string& condition) { return shown_of(condition).shown.zh; }

}  // namespace

TEST_CASE("section 7: properties have words and say what they are of") {
  CHECK(en("opened.month >= 2") == "month of the opened 2024-01-01 = 1, required ≥ 2");
  CHECK(zh("opened.month >= 2") == "opened数 2024-01-01的月份 = 1，要求 ≥ 2");
  CHECK(en("opened.day = 2") == "day of the opened 2024-01-01 = 1, required = 2");
  CHECK(en("opened.weekday = 2") == "weekday of the opened 2024-01-01 = 1, required = 2");
  CHECK(en("held.start >= as_of") ==
        "first day of the held 2024-01-01 to 2024-02-05 = 2024-01-01, required ≥ "
        "2024-03-31");
  CHECK(zh("held.end >= as_of") ==
        "held数 2024-01-01 至 2024-02-05的终止日 = 2024-02-05，要求 ≥ 2024-03-31");
  CHECK(zh("held.start included = good") ==
        "held数 2024-01-01 至 2024-02-05的起始日是否计入 = 是，要求 = good数 是");
  CHECK(en("(as_of - opened).days >= 700") ==
        "days of (2024-03-31 − the opened 2024-01-01) = 90, required ≥ 700");
  CHECK(zh("years and months duration(opened, as_of).months >= 5") ==
        "years and months duration(opened数 2024-01-01, 2024-03-31)的月数 = 2，要求 ≥ 5");
  CHECK(en("every e in events satisfies e.date.month > 2") ==
        "every one of the events with: month of date > 2");
  CHECK(zh("every e in events satisfies e.date.month > 2") ==
        "events数中每一项满足：date的月份 > 2");
  CHECK(en("opened.month in (2, 3)") ==
        "month of the opened 2024-01-01 = 1, required to be one of 2, 3");
}

TEST_CASE("section 7: a year is told without a comma") {
  CHECK(en("opened.year >= 2025") ==
        "year of the opened 2024-01-01 = 2024, required ≥ 2025");
  CHECK(zh("opened.year >= 2025") == "opened数 2024-01-01的年份 = 2024，要求 ≥ 2025");
  CHECK(en("2025 <= opened.year + 1") ==
        "year of the opened 2024-01-01 + 1 = 2025, required ≥ 2025");
  CHECK(en("opened.year >= since") ==
        "year of the opened 2024-01-01 = 2024, required ≥ since 2025");
  CHECK(en("opened.year >= as_of.year + 1") ==
        "year of the opened 2024-01-01 = 2024, required ≥ 2024 + 1");
  CHECK(en("opened.year in [2025..2030]") ==
        "year of the opened 2024-01-01 = 2024, required to be at least 2025 and at most "
        "2030");
  CHECK(en("opened.year in (2022, 2025)") ==
        "year of the opened 2024-01-01 = 2024, required to be one of 2022, 2025");
  CHECK(en("every e in events satisfies e.date.year between 2024 and 2025") ==
        "every one of the events with: year of date between 2024 and 2025");
  CHECK(en("every e in events satisfies e.date.year > 2023") ==
        "every one of the events with: year of date > 2023");
  // How many years lie between is an amount as others are.
  CHECK(en("1000 * (as_of.year - opened.year) >= 2000") ==
        "1,000 × (2024 − year of the opened 2024-01-01) = 0, required ≥ 2,000");
}

TEST_CASE("section 7: days and durations that are called for are told by their value") {
  CHECK(en("opened >= date(2024, 2, 1)") ==
        "the opened 2024-01-01, required ≥ 2024-02-01");
  CHECK(en("opened >= date(as_of.year, 2, 1)") ==
        "the opened 2024-01-01, required ≥ 2024-02-01");
  CHECK(en("as_of - opened >= duration(\"P365D\")") ==
        "2024-03-31 − the opened 2024-01-01 = 90 days, required ≥ 365 days");
  CHECK(zh("as_of - opened >= duration(\"P365D\")") ==
        "2024-03-31 − opened数 2024-01-01 = 90天，要求 ≥ 365天");
  CHECK(en("opened < as_of - 12个月") ==
        "the opened 2024-01-01, required < 2024-03-31 − 12 months = 2023-03-31");
  CHECK(en("every e in events satisfies e.date >= date(2024, 2, 1)") ==
        "every one of the events with: date ≥ 2024-02-01");
  CHECK(en("opened >= date(2024, 1, staff)") ==
        "the opened 2024-01-01, required ≥ date(2,024, 1, the staff 12 persons) = "
        "2024-01-12");
}

TEST_CASE("section 7: iterators over one list are told by their names") {
  CHECK(en("some a in events, b in events satisfies a.heads > b.heads")
            .starts_with("at least one of the events (a, b) with: a: heads > b: heads"));
  CHECK(zh("some a in events, b in events satisfies a.heads > b.heads")
            .starts_with("events数（a、b）中至少一项满足：a的heads > b的heads"));
  CHECK(en("some a in events satisfies some b in events satisfies a.heads > b.heads + 1")
            .starts_with("at least one of the events (a) with: at least one of the "
                         "events (b) with: a: heads > b: heads + 1"));
  CHECK(en("every e in events satisfies count(events[heads > e.heads]) > 0")
            .starts_with("every one of the events (e) with: number of the events (heads "
                         "> e: heads) > 0"));
  // “it” would be either.
  CHECK(en("some a in met, b in missed satisfies a < b")
            .starts_with("at least one of the met (a), the missed (b) with: a < b"));
  // One beside the other they are told apart by their places.
  CHECK(en("(some a in met satisfies a < as_of) and (some b in met satisfies b < as_of)")
            .starts_with("(at least one of the met with: it < 2024-03-31); and at least "
                         "one of the met with: it < 2024-03-31"));
}

TEST_CASE("section 7: a range and what lies between have the unit of what they bound") {
  CHECK(en("not(staff between 3 and 17)") ==
        "the staff 12 persons, must not lie between 3 persons and 17 persons");
  CHECK(en("signed / staff between 20% and 95%") ==
        "the signed 2 persons / the staff 12 persons = 16.66 %, required to lie between "
        "20 % and 95 %");
  CHECK(en("staff + 1 in [20..signed * 30]") ==
        "the staff 12 persons + 1 = 13 persons, required to be at least 20 persons and "
        "at most the signed 2 persons × 30 = 60 persons");
  CHECK(en("staff in (< 3, > 17)") ==
        "the staff 12 persons, required to be one of < 3 persons, > 17 persons");
}

TEST_CASE("section 7: a text that could be read as more than itself stands in quotes") {
  CHECK(en("note = \"other words\"") == "the note plain words, required = other words");
  CHECK(en("note = \"a, required = b\"") ==
        "the note plain words, required = \"a, required = b\"");
  CHECK(zh("note = \"a，要求 b\"") == "note数 plain words，要求 = \"a，要求 b\"");
  CHECK(en("note != \"\"") == "the note plain words, required ≠ \"\"");
  CHECK(en("other != \"\"") == "the other \"\", required ≠ \"\"");
  CHECK(en("note in (\"unknown\", \"x\")") ==
        "the note plain words, required to be one of \"unknown\", x");
  CHECK(zh("note in (\"未知\", \"x\")") == "note数 plain words，要求属于 \"未知\"、x");
}

TEST_CASE("section 7: of filters in a row the elements are told once") {
  const auto both = shown_of("count(events[heads > 1][heads > 5]) >= 3");
  CHECK(both.shown.en ==
        "number of the events (heads > 1) (heads > 5) = 1, required ≥ 3");
  REQUIRE(both.deciding->size() == 1);
  CHECK(both.deciding->at(0).count == 1);
  // Where the first leaves none, it is the first that tells.
  const auto none = shown_of("count(events[heads > 10][heads > 5]) >= 3");
  CHECK(none.shown.en ==
        "number of the events (heads > 10; 2 in all, none does) (heads > 5) = 0, "
        "required ≥ 3");
  REQUIRE(none.deciding->size() == 1);
  CHECK(none.deciding->at(0).count == 2);
}

TEST_CASE("section 7: conditions that are compared say only once what is required") {
  CHECK(en("(staff > 13) = good") ==
        "(the staff 12 persons > 13 persons) = no, required = the good yes");
  CHECK(zh("good = (staff > 13 or signed > 3)") ==
        "good数 是，要求 = (staff数 12 人 > 13 人；或signed数 2 人 > 3 人) = 否");
  CHECK(en("(if known then staff else signed) > 30") ==
        "(if the known unknown: the staff 12 persons; otherwise: the signed 2 persons), "
        "required > 30 persons");
}

}  // namespace norma_test::told_values_test

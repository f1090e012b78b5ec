// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>

#include <string>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Section 7 under `none`: what must not be is worded and measured as the
// demand that it is not; a veto within vetoes is a demand again.

namespace norma_test::veto_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.boolean("bad", {.change = changeable::down}).boolean("sound");
  s.count("late", {.change = changeable::down})
      .count("signed", {.change = changeable::up});
  s.count("due").amount("owed", {.change = changeable::down});
  s.category("grade", {"low", "high"}).set_of("topics", {"wages", "hours"});
  s.list_of_days("accidents").date_fact("accident");
  s.parameter("window", fact_type::duration, {{"2020-01-01", value{span_of("12个月")}}});
  return s;
}

unit facts() {
  return enterprise({{"bad", true},
                     {"sound", false},
                     {"late", 4},
                     {"signed", 8},
                     {"due", 10},
                     {"owed", num("12.5")},
                     {"grade", "low"},
                     {"topics", list_of({"wages"})},
                     {"accidents", list_of({day("2024-01-05")})},
                     {"accident", day("2024-01-05")}});
}

report judged(std::vector<node_spec> members, combine how = combine::none) {
  auto s = dictionary();
  return assess(s.standard({group("v", how, std::move(members))}), facts(),
                {.as_of = today});
}

const report_node& only(const report& r) { return at(r, "v/p"); }

std::string en(const std::string& condition) {
  return whole_words(*only(judged({part("p", condition)})).condition, language::en);
}
std::string zh(const std::string& condition) {
  return whole_words(*only(judged({part("p", condition)})).condition, language::zh);
}

std::string by(const report_node& n) {
  return n.distance ? n.distance->fact + ' ' + n.distance->by.to_string() : "-";
}

}  // namespace

TEST_CASE("section 7: under a veto a comparison is demanded the other way round") {
  CHECK(en("late > 3") == "the late 4 persons, required ≤ 3 persons");
  CHECK(zh("late > 3") == "late数 4 人，要求 ≤ 3 人");
  CHECK(en("late >= 3") == "the late 4 persons, required < 3 persons");
  CHECK(en("owed != 0") == "the owed CNY 12.50, required = CNY 0.00");
  CHECK(en("grade = \"low\"") == "the grade kind low, required ≠ kind low");
  CHECK(en("rate(signed, due) < 90%") ==
        "the signed 8 persons / the due 10 persons = 80.00 %, required ≥ 90 %");
}

TEST_CASE("section 7: under a veto `and` becomes `or`, and `not` a demand") {
  CHECK(en("late > 3 and owed > 0") ==
        "the late 4 persons, required ≤ 3 persons; or the owed CNY 12.50, required ≤ CNY "
        "0.00");
  CHECK(en("late > 3 or owed > 0") ==
        "the late 4 persons, required ≤ 3 persons; and the owed CNY 12.50, required ≤ "
        "CNY 0.00");
  CHECK(en("not(signed >= 9)") == "the signed 8 persons, required ≥ 9 persons");
  CHECK(en("bad and late > 3") ==
        "the bad yes, required no; or the late 4 persons, required ≤ 3 persons");
}

TEST_CASE("section 7: under a veto what must not be is said so") {
  CHECK(en("some d in accidents satisfies d in last(window)") ==
        "required: none of the accidents with: it within the 12 months to 2024-03-31; "
        "deciding: 2024-01-05");
  CHECK(zh("some d in accidents satisfies d in last(window)") ==
        "accidents数中不得有任何一项满足：该项 在截至 2024-03-31 的12个月内；"
        "起决定作用：2024-01-05");
  CHECK(en("every d in accidents satisfies d in last(window)")
            .starts_with("required: not every one of the accidents with: "));
  CHECK(en("accident in last(window)") ==
        "the accident 2024-01-05, must not lie within the 12 months to 2024-03-31");
  CHECK(en("grade in (\"low\", \"high\")") ==
        "the grade kind low, must not be one of kind low, kind high");
  CHECK(en("\"wages\" in topics") ==
        "the topics kind wages, must not include kind wages");
  CHECK(zh("late between 3 and 5") == "late数 4 人，不得介于 3 人 与 5 人 之间");
}

TEST_CASE("section 7: a bare fact under a veto says why yes is bad") {
  const auto r = judged({bare("bad"), bare("sound")});
  CHECK(at(r, "v/bad").condition->shown ==
        text{"bad数 是，要求为否", "the bad yes, required no"});
  CHECK(at(r, "v/bad").condition->source == "bad");
  CHECK(at(r, "v/sound").condition->shown.en == "the sound no, required no");
  CHECK_FALSE(at(judged({bare("bad")}, combine::all), "v/bad").condition);
}

TEST_CASE("section 7: under a veto the distance is that to the inverted demand") {
  CHECK(by(only(judged({part("p", "late > 3")}))) == "late -1");
  CHECK(only(judged({part("p", "late > 3")})).distance->too_high);
  CHECK(only(judged({part("p", "late > 3")})).distance->shown.en == "1 person");
  CHECK(by(only(judged({part("p", "late > 4")}))) == "late 0");
  CHECK(by(only(judged({part("p", "late > 6")}))) == "late 2");
  CHECK(by(only(judged({part("p", "owed > 0")}))) == "owed -12.5");
  CHECK(by(only(judged({part("p", "not(signed >= 9)")}))) == "signed -1");
}

TEST_CASE("section 7: a veto within vetoes is a demand again") {
  const auto r = judged({group(
      "inner", combine::none,
      {part("p", "late > 3"), group("all", combine::all, {part("q", "signed >= 9")})})});
  CHECK(at(r, "v/inner/p").condition->shown.en ==
        "the late 4 persons, required > 3 persons");
  CHECK(by(at(r, "v/inner/p")) == "late 0");
  CHECK(at(r, "v/inner/all/q").condition->shown.en ==
        "the signed 8 persons, required ≥ 9 persons");
  CHECK(by(at(r, "v/inner/all/q")) == "signed -1");
}

TEST_CASE("section 7: a guard under a veto is worded as it stands") {
  const auto r = judged({part("p", "late > 3", {.when = "due > 5"})});
  CHECK(only(r).when->shown.en == "the due 10 persons, required > 5 persons");
}

}  // namespace norma_test::veto_test

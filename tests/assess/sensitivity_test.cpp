// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/sensitivity.hpp>

#include <map>
#include <string>
#include <vector>

#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Which single fact turns the verdict, at what value.

namespace norma_test::sensitivity_test {

namespace {

sample_pack dictionary() {
  sample_pack s;
  s.boolean("sound");
  s.count("signed", {.checks = {"signed <= due"}}).count("due");
  s.count("heads", {.range = between(0, 10)});
  s.amount("fund");
  return s;
}

using turns = std::vector<std::string>;

turns of(const standard& by, const std::map<std::string, value>& facts) {
  unit u;
  u.kind = "enterprise";
  for (const auto& [name, content] : facts) u.set(name, content);
  const auto bound = bind(by, u, {day("2024-03-31")});
  turns out;
  for (const auto& one : find_turning_points(by, bound).all) {
    out.push_back(one.fact + ' ' + one.to.to_string() + ' ' +
                  std::string(to_string(one.gives)));
    // The change is as if the unit had said so.
    auto other = u;
    other.set(one.fact, one.to);
    CHECK(judge(by, bind(by, other, {day("2024-03-31")})) == one.gives);
  }
  return out;
}

}  // namespace

TEST_CASE("a number turns at the nearest value on its step") {
  const auto by = dictionary().standard({part("rate", "signed / due >= 90%")});
  CHECK(of(by, {{"signed", 89}, {"due", 100}}) == turns{"signed 90 pass", "due 98 pass"});
  CHECK(of(by, {{"signed", 90}, {"due", 100}}) ==
        turns{"signed 89 fail", "due 101 fail"});
}

TEST_CASE("a verdict may turn on both sides") {
  const auto by = dictionary().standard({part("some", "heads between 3 and 5")});
  CHECK(of(by, {{"heads", 4}}) == turns{"heads 2 fail", "heads 6 fail"});
  CHECK(of(by, {{"heads", 0}}) == turns{"heads 3 pass"});
}

TEST_CASE("what breaks a range or a check turns nothing") {
  const auto by = dictionary().standard({part("many", "heads >= 11")});
  CHECK(of(by, {{"heads", 4}}).empty());
  const auto over = dictionary().standard({part("over", "signed >= 10")});
  CHECK(of(over, {{"signed", 4}, {"due", 9}}).empty());
  CHECK(of(over, {{"signed", 4}, {"due", 10}}) == turns{"signed 10 pass"});
}

TEST_CASE("one fact of two that fail turns nothing") {
  const auto by = dictionary().standard({part("a", "sound"), part("b", "heads >= 2")});
  CHECK(of(by, {{"sound", false}, {"heads", 1}}).empty());
  CHECK(of(by, {{"sound", false}, {"heads", 2}}) == turns{"sound true pass"});
}

TEST_CASE("a fact that is not known decides by its value") {
  const auto by = dictionary().standard({part("a", "sound"), part("b", "heads >= 2")});
  CHECK(of(by, {{"sound", true}}) ==
        turns{"sound false fail", "heads 1 fail", "heads 2 pass"});
}

TEST_CASE("a day turns at the nearest one on each side") {
  const auto by = sample_pack{}.date_fact("begun").standard(
      {part("begun", "begun between date(\"2023-05-01\") and as_of")});
  CHECK(of(by, {{"begun", day("2023-06-30")}}) ==
        turns{"begun @\"2023-04-30\" fail", "begun @\"2024-04-01\" fail"});
  CHECK(of(by, {{"begun", day("2023-05-01")}}) ==
        turns{"begun @\"2023-04-30\" fail", "begun @\"2024-04-01\" fail"});
  CHECK(of(by, {{"begun", day("2023-04-30")}}) == turns{"begun @\"2023-05-01\" pass"});
  CHECK(of(by, {{"begun", day("1955-02-03")}}) == turns{"begun @\"2023-05-01\" pass"});
  CHECK(of(by, {{"begun", day("2024-04-01")}}) == turns{"begun @\"2024-03-31\" pass"});
}

TEST_CASE("a day turns where a span before or after it ends") {
  sample_pack s;
  s.parameter("window", fact_type::duration, {{"2023-01-01", months_duration{12}}});
  s.date_fact("seen");
  const auto in_last = s.standard({part("seen", "seen in last(window)")});
  // Of 31 March 2023 the twelve months end on the as-of day.
  CHECK(of(in_last, {{"seen", day("2024-03-31")}}) ==
        turns{"seen @\"2023-03-30\" fail", "seen @\"2024-04-01\" fail"});
  CHECK(of(in_last, {{"seen", day("2023-03-31")}}) ==
        turns{"seen @\"2023-03-30\" fail", "seen @\"2024-04-01\" fail"});
  CHECK(of(in_last, {{"seen", day("2023-03-30")}}) == turns{"seen @\"2023-03-31\" pass"});
  const auto due = sample_pack{}.date_fact("end").standard(
      {part("end", "end - duration(\"P30D\") > as_of")});
  CHECK(of(due, {{"end", day("2024-04-30")}}) == turns{"end @\"2024-05-01\" pass"});
  CHECK(of(due, {{"end", day("2024-05-01")}}) == turns{"end @\"2024-04-30\" fail"});
}

TEST_CASE("a day that the calendar has no month later for turns exactly") {
  // One month after 29, 30 and 31 January it is 28 February.
  const auto by = sample_pack{}.date_fact("begun").standard(
      {part("begun", "begun + duration(\"P1M\") > date(\"2023-02-28\")")});
  CHECK(of(by, {{"begun", day("2023-01-05")}}) == turns{"begun @\"2023-02-01\" pass"});
  CHECK(of(by, {{"begun", day("2023-02-01")}}) == turns{"begun @\"2023-01-31\" fail"});
}

TEST_CASE(
    "the day that dates others turns where their evidence begins and ends to hold") {
  sample_pack s;
  s.date_fact("survey", {.range = between(day("2020-01-01"), day("2030-12-31"))});
  s.count("satisfied", {.valid_for = span_of("12个月"), .dated_by = "survey"});
  const auto by = s.standard({part("satisfied", "satisfied >= 90")});
  CHECK(of(by, {{"satisfied", 95}, {"survey", day("2024-01-22")}}) ==
        turns{"satisfied 89 fail", "survey @\"2023-03-30\" undetermined",
              "survey @\"2024-04-01\" undetermined"});
  CHECK(of(by, {{"satisfied", 95}, {"survey", day("2023-03-30")}}) ==
        turns{"survey @\"2023-03-31\" pass"});
  CHECK(of(by, {{"satisfied", 80}, {"survey", day("2024-04-01")}}) ==
        turns{"survey @\"2024-03-31\" fail"});
  // A day that is not known: the as-of day is tried first.
  CHECK(of(by, {{"satisfied", 95}}) == turns{"survey @\"2024-03-31\" pass"});
}

TEST_CASE("a day turns at days in lists and where a computed fact does") {
  sample_pack s;
  s.date_fact("begun").records("owed", {{"date", fact_type::date}});
  s.date_fact("due", {.value = "begun + duration(\"P2M\")"});
  const auto since = s.standard({part(
      "none_owed", "every e in owed satisfies not(e.date between begun and as_of)")});
  const auto owed = list_of(
      {record({{"date", day("2023-11-09")}}), record({{"date", day("2022-07-01")}})});
  CHECK(of(since, {{"begun", day("2023-01-01")}, {"owed", owed}}) ==
        turns{"begun @\"2023-11-10\" pass"});
  CHECK(of(since, {{"begun", day("2023-11-10")}, {"owed", owed}}) ==
        turns{"begun @\"2023-11-09\" fail"});
  sample_pack t;
  t.date_fact("begun").date_fact("due", {.value = "begun + duration(\"P2M\")"});
  const auto over = t.standard({part("over", "due < as_of")});
  CHECK(of(over, {{"begun", day("2024-02-01")}}) == turns{"begun @\"2024-01-30\" pass"});
  CHECK(of(over, {{"begun", day("2024-01-30")}}) == turns{"begun @\"2024-01-31\" fail"});
}

TEST_CASE("the nearest day is the one that trying day after day finds") {
  sample_pack s;
  s.date_fact("begun").list_of_days("seen");
  const auto condition = GENERATE(
      as<std::string>{}, "begun in last(duration(\"P7M\"))",
      "begun + duration(\"P1M\") in [date(\"2023-02-28\")..date(\"2023-03-01\"))",
      "not(begun - duration(\"P45D\") = date(\"2024-01-15\"))",
      "some d in seen satisfies d in [begun..begun + duration(\"P2M\")]");
  const auto by = s.standard({part("begun", condition)});
  const auto slot = s.slot("begun");
  for (auto from = day("2022-03-05"); from < day("2025-01-01");
       from = *from.plus_days(151)) {
    unit u;
    u.kind = "enterprise";
    u.set("begun", from);
    u.set("seen", list_of({day("2023-07-31"), day("2024-02-29")}));
    const auto bound = bind(by, u, {day("2024-03-31")});
    const auto now = judge(by, bound);
    turns found, wanted;
    for (const auto& one : find_turning_points(by, bound).all)
      found.push_back(one.to.to_string());
    for (const int way : {-1, 1}) {
      for (int away = 1; away < 1200; ++away) {
        const slot_change to{slot, *from.plus_days(way * away)};
        if (judge(by, values_with(bound, {&to, 1})) == now) continue;
        wanted.push_back(to.second.to_string());
        break;
      }
    }
    INFO(condition << ", " << from.to_string());
    CHECK(found == wanted);
  }
}

TEST_CASE("a day that is read otherwise turns, too") {
  const auto by =
      sample_pack{}.date_fact("begun").standard({part("begun", "begun.year >= 2019")});
  CHECK(of(by, {{"begun", day("2024-02-01")}}) == turns{"begun @\"2018-12-31\" fail"});
  CHECK(of(by, {{"begun", day("1999-02-01")}}) == turns{"begun @\"2019-01-01\" pass"});
}

TEST_CASE("each end of a period turns at the nearest day") {
  const auto by = sample_pack{}
                      .period_fact("contract")
                      .standard({part("contract", "as_of in contract")});
  CHECK(of(by, {{"contract", period("2024-01-01", "2024-06-30")}}) ==
        turns{"contract [@\"2024-04-01\"..@\"2024-06-30\"] fail",
              "contract [@\"2024-01-01\"..@\"2024-03-30\"] fail"});
  CHECK(of(by, {{"contract", period("2023-01-01", "2024-03-30")}}) ==
        turns{"contract [@\"2023-01-01\"..@\"2024-03-31\"] pass"});
}

TEST_CASE("what is not tried is told") {
  const auto by =
      sample_pack{}
          .words("by")
          .set_of("asked", {"a", "b"})
          .period_fact("contract")
          .date_fact("begun")
          .standard({part("by", "by = \"us\""), part("asked", "count(asked) > 1"),
                     part("contract", "as_of in contract"),
                     part("begun", "begun <= as_of")});
  unit u;
  u.kind = "enterprise";
  u.set("by", "them");
  const auto found = find_turning_points(by, bind(by, u, {day("2024-03-31")}));
  CHECK(found.all.empty());
  CHECK(found.untried == std::vector<std::string>{"by", "asked", "contract"});
}

TEST_CASE("plain values are bound as a unit that sets them") {
  const auto by = dictionary().standard(
      {part("a", "sound"), part("rate", "signed / due >= 90%"), part("b", "heads >= 2")});
  unit nothing;
  nothing.kind = "enterprise";
  const days on{day("2024-03-31")};
  const auto blank = bind(by, nothing, on);
  const std::vector<std::map<std::string, value>> units{
      {},
      {{"sound", true}, {"signed", 9}, {"due", 10}, {"heads", 2}},
      {{"sound", 3}, {"signed", 11}, {"due", 10}, {"heads", 11}},
      {{"sound", value{}}, {"fund", num("1.005")}},
  };
  for (const auto& facts : units) {
    auto u = nothing;
    std::vector<slot_change> values;
    for (const auto& [name, content] : facts) {
      u.set(name, content);
      values.emplace_back(*by.words().find_fact(name), content);
    }
    const auto whole = bind(by, u, on);
    const auto quick = bind_values(blank, values);
    CHECK(judge(by, quick) == judge(by, whole));
    for (std::size_t slot = 0; slot < whole.slots.size(); ++slot) {
      INFO(slot);
      const auto& a = whole.slots[slot];
      const auto& b = quick.slots[slot];
      CHECK(
          (a.is_unknown() ? b.is_unknown() && *a.causes() == *b.causes() : a.same_as(b)));
    }
  }
}

}  // namespace norma_test::sensitivity_test

// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/sensitivity.hpp>

#include <map>
#include <string>
#include <vector>

#include <norma/assess/bind_values.hpp>
#include <norma/assess/judge.hpp>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Which single fact turns the verdict, at what value.

using namespace norma_test;

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
  for (const auto& one : find_turning_points(by, bound)) {
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

TEST_CASE("of what another day dates no value is tried unless that day is in time") {
  sample_pack s;
  s.date_fact("survey");
  s.count("satisfied", {.valid_for = span_of("12个月"), .dated_by = "survey"});
  const auto by = s.standard({part("satisfied", "satisfied >= 90")});
  CHECK(of(by, {{"satisfied", 95}, {"survey", day("2023-03-31")}}) ==
        turns{"satisfied 89 fail"});
  CHECK(of(by, {{"satisfied", 95}, {"survey", day("2023-03-30")}}).empty());
  CHECK(of(by, {{"survey", day("2024-04-01")}}).empty());
  CHECK(of(by, {{"satisfied", 95}}).empty());
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

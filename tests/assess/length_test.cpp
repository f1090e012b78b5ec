// SPDX-License-Identifier: Apache-2.0
#include <algorithm>   // std::count_if
#include <cstddef>     // std::size_t
#include <functional>  // std::function
#include <string>      // std::string, std::to_string
#include <vector>      // std::vector

#include <norma/assess/judge.hpp>
#include <norma/assess/member_list.hpp>

#include "assess/sample_pack.hpp"
#include "assess/step_limits.hpp"
#include "assess/workshop.hpp"
#include "catch.hpp"

// The length of a report counts as steps of its explanation: what is left out when they
// run out is said, and no verdict is another.

namespace norma_test::length_test {

namespace {

remark stopped_at(std::size_t steps) {
  return {"explanation_stopped", {}, {std::to_string(steps)}};
}

void each_node(const report_node& at, const std::function<void(const report_node&)>& f) {
  f(at);
  for (const auto& member : at.members) each_node(member, f);
}

std::size_t causes_in(const report& r) {
  std::size_t all = 0;
  each_node(r.tree, [&](const report_node& n) { all += n.causes.size(); });
  return all;
}

/// The verdicts of `told` are those of `judge_all`, and each that is open tells a cause.
void check_verdicts(const standard& by, const bound_facts& facts, const report& told) {
  const auto all = judge_all(by, facts);
  std::size_t place = 0;
  each_node(told.tree, [&](const report_node& n) {
    INFO(n.path);
    CHECK(n.verdict == all.at(place++));
    if (n.verdict == verdict::undetermined) CHECK_FALSE(n.causes.empty());
  });
  CHECK(place == all.size());
}

/// Thirty parts that wait for forty facts each, in two groups.
standard waiting(sample_pack& s) {
  std::string all;
  for (int i = 0; i < 40; ++i) {
    const auto name = "f" + std::to_string(100 + i);
    s.count(name);
    all += (i == 0 ? "" : ", ") + name;
  }
  std::vector<node_spec> parts;
  for (int i = 0; i < 30; ++i)
    parts.push_back(
        part("p" + std::to_string(i), "max(" + all + ") > " + std::to_string(i)));
  return s.standard(
      {group("one", combine::all, parts), group("two", combine::any, parts)});
}

}  // namespace

TEST_CASE("causes are told as long as the steps of the explanation last") {
  sample_pack s;
  const auto by = waiting(s);
  const unit nothing = enterprise({});
  const auto whole = assess(by, bind(by, nothing, {today}));
  CHECK(whole.remarks.empty());
  // Of 60 parts, of two groups and of the standard.
  CHECK(causes_in(whole) == 40 * (60 + 2 + 1));
  std::size_t before = 0;
  for (const std::size_t steps : {1u, 10'000u, 50'000u, 200'000u}) {
    INFO(steps);
    const auto facts = bind(by, nothing, {today}, together(steps));
    const auto told = assess(by, facts);
    check_verdicts(by, facts, told);
    const auto causes = causes_in(told);
    CHECK(causes >= before);
    CHECK(causes < 40 * 63);
    CHECK(causes * 100 < 2 * steps + 64 * 1'000);
    before = causes;
    REQUIRE_FALSE(told.remarks.empty());
    CHECK(told.remarks.back() == stopped_at(steps));
    CHECK(told.missing.empty());
  }
  CHECK(before > 200);
}

TEST_CASE("titles and the first cause are told whatever is left, unless they are long") {
  sample_pack s;
  s.boolean("sound");
  auto plain = bare("sound");
  auto wordy = part("wordy", "sound");
  wordy.shape.title = {std::string(2'000, 'a'), std::string(2'000, 'a')};
  const auto by = s.standard({plain, wordy});
  const auto few = together(1);
  const auto told = assess(by, bind(by, enterprise({}), {today}, few));
  REQUIRE(told.tree.members.size() == 2);
  CHECK_FALSE(told.tree.members[0].title.empty());
  CHECK(told.tree.members[1].title.empty());
  CHECK(told.tree.members[0].causes.front().fact == "sound");
  CHECK(told.tree.members[0].facts.empty());
  // A cause that is itself too long is not told, but that there is one.
  supplied_value waits;
  waits.state = supply::pending;
  waits.note = std::string(2'000, 'a');
  auto pending = enterprise();
  pending.facts["sound"].statements = {waits};
  const auto open = assess(by, bind(by, pending, {today}, few));
  REQUIRE(open.tree.members[0].causes.size() == 1);
  CHECK(open.tree.members[0].causes.front().code == "N0726");
  CHECK(assess(by, bind(by, pending, {today})).tree.causes.front().fact == "sound");
}

TEST_CASE("facts, conditions and distances are left out whole") {
  sample_pack s;
  s.count("heads").count("due");
  std::vector<node_spec> parts;
  for (int i = 0; i < 40; ++i)
    parts.push_back(part("p" + std::to_string(i), "heads >= due"));
  const auto by = s.standard(parts);
  const auto u = enterprise({{"heads", num("1")}, {"due", num("2")}});
  const auto whole = assess(by, bind(by, u, {today}));
  const auto facts = bind(by, u, {today}, together(5'000));
  const auto told = assess(by, facts);
  check_verdicts(by, facts, told);
  std::size_t lacking = 0;
  for (std::size_t i = 0; i < told.tree.members.size(); ++i) {
    const auto& one = told.tree.members[i];
    const auto& full = whole.tree.members[i];
    REQUIRE(full.condition);
    if (one.condition) {
      CHECK(one.condition->shown == full.condition->shown);
      CHECK(one.facts.size() == 2);
    } else {
      ++lacking;
      CHECK_FALSE(one.distance);
    }
  }
  CHECK(lacking > 0);
  CHECK(lacking < told.tree.members.size());
  CHECK(told.remarks.back() == stopped_at(5'000));
}

TEST_CASE(
    "units in lists, and the parts by which they fail, are told while there is room") {
  const std::vector<std::string> conditions(
      30, "every m in members satisfies complies(m, \"firm.good\")");
  const workshop w(conditions);
  std::vector<unit> all;
  for (int i = 0; i < 300; ++i) {
    all.push_back(
        firm("m" + std::to_string(i), {{"due", 10}, {"signed", 1}, {"sound", false}}));
  }
  const auto by = w.pack().standard("park.good");
  const days on{*norma::date::parse("2024-03-31")};
  const auto whole = assess(by, bind(by, park(all), on));
  CHECK(whole.remarks.empty());
  REQUIRE(whole.members->size() == 1);
  CHECK(whole.members->front().rows.size() == 300);
  CHECK(whole.members->front().rows.back().decides.size() == 30);
  const auto facts = bind(by, park(all), on, together(60'000));
  const auto told = assess(by, facts);
  check_verdicts(by, facts, told);
  CHECK(told.verdict == verdict::fail);
  REQUIRE_FALSE(told.remarks.empty());
  CHECK(told.remarks.back() == stopped_at(60'000));
  const auto named = [](const report& r) {
    std::size_t parts = 0;
    each_node(r.tree, [&](const report_node& n) {
      if (!n.condition) return;
      for (const auto& group : n.condition->deciding.get())
        for (const auto& one : group.first) parts += one.unmet.size();
    });
    return parts;
  };
  CHECK(named(whole) == 30 * 10 * 2);
  CHECK(named(told) < named(whole));
  if (!told.members->empty()) CHECK(told.members->front().count == 300);
}

TEST_CASE("remarks are told while there is room") {
  sample_pack s;
  s.count("due");
  std::vector<std::pair<std::string, value>> supplied{{"due", num("1")}};
  for (int i = 0; i < 100; ++i) {
    const auto name = "d" + std::to_string(i);
    s.count(name, {.value = "due + 1"});
    supplied.emplace_back(name, num("7"));
  }
  const auto by = s.standard({part("p", "d0 = d99")});
  unit u = enterprise({});
  for (const auto& [name, content] : supplied)
    u.facts[name].statements = {dated(content)};
  u.exceptions.push_back({"nowhere", "none", {}});
  const auto whole = assess(by, bind(by, u, {today}));
  CHECK(whole.verdict == verdict::pass);
  REQUIRE(whole.remarks.size() >= 2);
  CHECK(whole.remarks.back().code == "exception_astray");
  const auto differ = [](const report& r) {
    return std::count_if(r.remarks.begin(), r.remarks.end(),
                         [](const remark& one) { return one.code == "derived_differs"; });
  };
  const auto all = differ(whole);
  CHECK(all >= 2);
  const auto told = assess(by, bind(by, u, {today}, together(400)));
  CHECK(told.verdict == verdict::pass);
  CHECK(differ(told) < all);
  CHECK(told.remarks.back() == stopped_at(400));
}

TEST_CASE("words of a condition do not grow without end") {
  sample_pack s;
  s.words("name");
  std::string condition = "name = \"b\"";
  for (int i = 1; i < 150; ++i) condition += " or name = \"b" + std::to_string(i) + '"';
  const auto by = s.standard({part("p", condition)});
  const auto told = assess(
      by, bind(by, enterprise({{"name", value{std::string(100'000, 'a')}}}), {today}));
  REQUIRE(told.tree.members.front().condition);
  CHECK(told.tree.members.front().condition->shown.en.size() < 2'000'000);
}

}  // namespace norma_test::length_test

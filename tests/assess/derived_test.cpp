// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/bind.hpp>
#include <norma/core/message.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "assess/sample_pack.hpp"
#include "catch.hpp"
#include "chance.hpp"

// Section 5: checks in one round, derived facts, and what-if.

namespace norma_test::derived_test {

namespace {

std::vector<std::string> codes_of(const value& v) {
  std::vector<std::string> codes;
  if (v.causes())
    for (const auto& c : *v.causes()) codes.push_back(c.code);
  return codes;
}

using codes = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "section 5: every fact named in a violated check is unknown, the others stand") {
  const auto by = sample_pack{}
                      .count("signed", {.checks = {"signed <= due"}})
                      .count("due")
                      .count("other")
                      .standard({part("p", "signed >= 1")});
  const auto bad =
      bind(by, enterprise({{"signed", 11}, {"due", 10}, {"other", 1}}), {today});
  CHECK(codes_of(slot_of(bad, "signed")) == codes{"N0746"});
  CHECK(codes_of(slot_of(bad, "due")) == codes{"N0746"});
  CHECK(slot_of(bad, "other").same_as(1));
  CHECK_FALSE(bad.checks_hold);
  const auto good = bind(by, enterprise({{"signed", 10}, {"due", 10}}), {today});
  CHECK(good.checks_hold);
  CHECK(slot_of(good, "signed").same_as(10));
  const auto open = bind(by, enterprise({{"signed", 11}}), {today});
  CHECK(open.checks_hold);
  CHECK(slot_of(open, "signed").same_as(11));
}

TEST_CASE("section 5: checks run in one round, whatever their order") {
  // a <= b and b <= c are both violated: b does not escape the second because
  // the first made it unknown.
  for (const bool first : {true, false}) {
    sample_pack s;
    s.count("a",
            {.checks = first ? codes{"a <= b", "b <= c"} : codes{"b <= c", "a <= b"}});
    const auto by = s.count("b").count("c").standard({part("p", "a >= 1")});
    const auto b = bind(by, enterprise({{"a", 3}, {"b", 2}, {"c", 1}}), {today});
    CHECK(codes_of(slot_of(b, "a")) == codes{"N0746"});
    CHECK(codes_of(slot_of(b, "b")) == codes{"N0746", "N0746"});
    CHECK(codes_of(slot_of(b, "c")) == codes{"N0746"});
  }
}

TEST_CASE("section 5: ranges come first, and checks run over what passed them") {
  const auto by =
      sample_pack{}
          .count("signed", {.range = between(0, 100), .checks = {"signed <= due"}})
          .count("due")
          .standard({part("p", "signed >= 1")});
  const auto b = bind(by, enterprise({{"signed", 101}, {"due", 10}}), {today});
  CHECK(codes_of(slot_of(b, "signed")) == codes{"N0742"});
  CHECK(slot_of(b, "due").same_as(10));
  CHECK(b.checks_hold);
}

TEST_CASE("section 5: a derived fact is computed where it is blank") {
  const auto by = sample_pack{}
                      .count("men")
                      .count("women")
                      .count("all", {.value = "men + women"})
                      .count("twice", {.value = "all * 2"})
                      .standard({part("p", "all >= 1")});
  const auto b = bind(by, enterprise({{"men", 3}, {"women", 4}}), {today});
  CHECK(slot_of(b, "all").same_as(7));
  CHECK(slot_of(b, "twice").same_as(14));
  const auto open = bind(by, enterprise({{"men", 3}}), {today});
  REQUIRE(slot_of(open, "twice").is_unknown());
  CHECK(slot_of(open, "twice").causes()->front().fact == "women");
}

TEST_CASE("section 5: a derived fact may come from a table") {
  const auto by =
      sample_pack{}
          .count("heads")
          .table("by_size", {"heads"},
                 {{{">= 300"}, "large"}, {{">= 20"}, "medium"}, {{"-"}, "small"}})
          .category("size", {"small", "medium", "large"}, {.from_table = "by_size"})
          .standard({part("p", "size = \"large\"")});
  const auto of = [&](int heads) {
    return slot_of(bind(by, enterprise({{"heads", heads}}), {today}), "size");
  };
  CHECK(of(300).same_as("large"));
  CHECK(of(299).same_as("medium"));
  CHECK(of(20).same_as("medium"));
  CHECK(of(19).same_as("small"));
  CHECK(slot_of(bind(by, enterprise(), {today}), "size").is_unknown());
}

TEST_CASE("section 5: a derived fact supplied as pending or in error stays unknown") {
  const auto by = sample_pack{}
                      .count("men")
                      .count("all", {.range = between(0, 10), .value = "men + 1"})
                      .standard({part("p", "all >= 1")});
  auto u = enterprise({{"men", 3}});
  supplied_value pending;
  pending.state = supply::pending;
  pending.note = "7";
  u.facts["all"].statements = {pending};
  const auto waits = bind(by, u, {today});
  REQUIRE(slot_of(waits, "all").is_unknown());
  CHECK(slot_of(waits, "all").causes()->front().kind == cause_kind::pending);
  u.set("all", 99);
  CHECK(codes_of(slot_of(bind(by, u, {today}), "all")) == codes{"N0742"});
  u.set("all", value{});
  CHECK(slot_of(bind(by, u, {today}), "all").same_as(4));
}

TEST_CASE("section 5: a computed value outside its range is in error, too") {
  const auto by = sample_pack{}
                      .count("men")
                      .count("all", {.range = between(0, 10), .value = "men + 1"})
                      .standard({part("p", "all >= 1")});
  const auto b = bind(by, enterprise({{"men", 10}}), {today});
  CHECK(codes_of(slot_of(b, "all")) == codes{"N0742"});
  CHECK(slot_of(b, "men").same_as(10));
}

TEST_CASE("section 5: a supplied derived fact wins, and a difference is remarked") {
  const auto by = sample_pack{}
                      .count("men")
                      .count("all", {.value = "men + 1"})
                      .standard({part("p", "all >= 1")});
  const auto b = bind(by, enterprise({{"men", 3}, {"all", 9}}), {today});
  CHECK(slot_of(b, "all").same_as(9));
  REQUIRE(b.remarks.size() == 1);
  CHECK(b.remarks[0].code == "derived_differs");
  CHECK(b.remarks[0].facts == codes{"all"});
  CHECK(norma::assess(by, b).labels.count("all") == 1);
  REQUIRE(b.remarks[0].arguments.size() == 2);
  CHECK(words_of_argument(b.remarks[0].arguments[0])->en == "9 persons");
  CHECK(words_of_argument(b.remarks[0].arguments[1])->zh == "4 人");
  CHECK(bind(by, enterprise({{"men", 3}, {"all", 4}}), {today}).remarks.empty());
  CHECK(bind(by, enterprise({{"all", 4}}), {today}).remarks.empty());
}

TEST_CASE("section 5: a derived fact that must agree is a check of all it rests on") {
  const auto by =
      sample_pack{}
          .count("men")
          .count("half", {.value = "men + 0"})
          .count("all", {.supplied = if_supplied::must_agree, .value = "men + women"})
          .count("women")
          .standard({part("p", "all >= 1")});
  const auto bad = bind(by, enterprise({{"men", 3}, {"women", 4}, {"all", 8}}), {today});
  CHECK_FALSE(bad.checks_hold);
  for (const char* fact : {"men", "women", "all"}) {
    INFO(fact);
    CHECK(codes_of(slot_of(bad, fact)) == codes{"N0747"});
  }
  // What was computed from a fact in error is not known either.
  CHECK(slot_of(bad, "half").is_unknown());
  const auto good = bind(by, enterprise({{"men", 3}, {"women", 4}, {"all", 7}}), {today});
  CHECK(good.checks_hold);
  CHECK(slot_of(good, "all").same_as(7));
  CHECK(bind(by, enterprise({{"men", 3}, {"all", 1}}), {today}).checks_hold);
}

TEST_CASE("section 5: a fact that must agree may not lie outside what can still be") {
  const auto by = sample_pack{}
                      .records("meetings", {{"held", fact_type::boolean}})
                      .count("held", {.supplied = if_supplied::must_agree,
                                      .value = "count(meetings[item.held])"})
                      .standard({part("p", "held >= 1")});
  const auto open = value::unknown(nullptr);
  const auto meetings = list_of({record({{"held", true}}), record({{"held", open}}),
                                 record({{"held", open}}), record({{"held", false}})});
  const auto supplied = [&](int n) {
    return bind(by, enterprise({{"meetings", meetings}, {"held", n}}), {today});
  };
  for (const int n : {1, 2, 3}) CHECK(supplied(n).checks_hold);
  for (const int n : {0, 4}) {
    const auto refused = supplied(n);
    CHECK_FALSE(refused.checks_hold);
    REQUIRE(codes_of(slot_of(refused, "held")) == codes{"N0747"});
    CHECK(slot_of(refused, "held").causes()->front().arguments.back() == "[1..3]");
  }
}

TEST_CASE("section 5: a check may name a derived fact") {
  const auto by = sample_pack{}
                      .count("men", {.checks = {"all <= 10"}})
                      .count("all", {.value = "men + 1"})
                      .count("next", {.value = "all + 1"})
                      .standard({part("p", "all >= 1")});
  const auto b = bind(by, enterprise({{"men", 10}}), {today});
  CHECK(codes_of(slot_of(b, "all")) == codes{"N0746"});
  CHECK(slot_of(b, "next").is_unknown());
  CHECK(slot_of(b, "men").same_as(10));
  CHECK_FALSE(b.checks_hold);
}

TEST_CASE("what-if: changing or stating facts is the same as binding the unit") {
  sample_pack s;
  const auto by =
      s.count("a", {.range = between(0, 8), .checks = {"a <= b", "sum <= 12"}})
          .count("b", {.checks = {"b <= 9"}})
          .count("c")
          .count("sum", {.value = "a + b"})
          .count("agreed", {.supplied = if_supplied::must_agree, .value = "b + c"})
          .count("chain", {.value = "sum + agreed"})
          .boolean("flag")
          .standard({part("p", "chain >= 1")});
  const std::vector<std::string> names{"a", "b", "c", "sum", "agreed", "flag"};
  const auto any_value = [](const std::string& fact) -> value {
    if (fact == "flag") return *rc::gen::element(true, false);
    return up_to(9);
  };
  CHECK(rc::check("with", [&] {
    auto u = enterprise();
    for (const auto& name : names)
      if (up_to(2) > 0) u.set(name, any_value(name));
    const auto base = bind(by, u, {today});
    std::vector<slot_change> changes;
    for (const auto& name : names) {
      if (up_to(2) > 0) continue;
      const bool forget = one_in(4);
      const auto next =
          forget ? value::unknown(one_cause({cause_kind::missing, name, {}, {}, {}}))
                 : any_value(name);
      changes.emplace_back(s.slot(name), next);
      u.set(name, forget ? value{} : next);
    }
    const auto anew = bind(by, u, {today});
    const auto same_as_anew = [&anew](const bound_facts& other) {
      RC_ASSERT(other.checks_hold == anew.checks_hold);
      for (std::size_t i = 0; i < anew.slots.size(); ++i) {
        if (anew.slots[i].is_unknown()) {
          RC_ASSERT(other.slots[i].is_unknown());
          RC_ASSERT(*other.slots[i].causes() == *anew.slots[i].causes());
        } else {
          RC_ASSERT(other.slots[i].same_as(anew.slots[i]));
        }
      }
    };
    same_as_anew(with(base, changes));
    // And so is stating its values over a unit that says nothing.
    std::vector<slot_change> values;
    for (const auto& [name, fact] : u.facts)
      values.emplace_back(s.slot(name.get()), fact.statements.front().content);
    same_as_anew(bind_values(bind(by, enterprise(), {today}), values));
  }));
}

TEST_CASE("what-if: a change to a value of the wrong type is a data error") {
  sample_pack s;
  const auto by = s.count("a").standard({part("p", "a >= 1")});
  const auto base = bind(by, enterprise({{"a", 1}}), {today});
  const slot_change change{s.slot("a"), value{"many"}};
  CHECK(codes_of(slot_of(with(base, {&change, 1}), "a")) == codes{"N0740"});
  CHECK(slot_of(base, "a").same_as(1));
}

TEST_CASE("a graph of derived facts is walked once, however many ways lead through it") {
  sample_pack s;
  s.count("d0", {.change = changeable::up}).plain_number("e0");
  for (int i = 1; i <= 60; ++i) {
    const auto before = std::to_string(i - 1);
    s.plain_number("d" + std::to_string(i), {.value = "d" + before + " + e" + before});
    s.plain_number("e" + std::to_string(i), {.value = "d" + before + " - e" + before});
  }
  // Every second step doubles: d60 is 2 ** 30 × d0.
  const auto by = s.standard({part("p", "d60 >= 2 ** 30 * 10")});
  const auto report = assess(by, enterprise({{"d0", 7}, {"e0", 0}}), {.as_of = today});
  CHECK(report.verdict == verdict::fail);
  const auto& distance = report.tree.members.front().distance;
  REQUIRE(distance);
  CHECK(distance->fact == "d0");
  CHECK(distance->by == number{-3});
  REQUIRE(report.remedies.size() == 1);
  CHECK(report.remedies.front().changes.front().to.same_as(10));
}

TEST_CASE("conditions on derived conditions are mended once each") {
  sample_pack s;
  s.boolean("b0", {.change = changeable::up}).boolean("c0", {.change = changeable::up});
  for (int i = 1; i <= 60; ++i) {
    const auto before = std::to_string(i - 1);
    s.boolean("b" + std::to_string(i), {.value = "b" + before + " and c" + before});
    s.boolean("c" + std::to_string(i), {.value = "c" + before + " and b" + before});
  }
  const auto by = s.standard({part("p", "b60")});
  const auto report =
      assess(by, enterprise({{"b0", false}, {"c0", false}}), {.as_of = today});
  REQUIRE(report.remedies.size() == 1);
  CHECK(report.remedies.front().changes.size() == 2);
}

TEST_CASE("a long chain of derived facts is read from end to end") {
  sample_pack s;
  s.count("d0", {.change = changeable::up});
  for (int i = 1; i <= 1000; ++i) {
    s.count("d" + std::to_string(i), {.value = "d" + std::to_string(i - 1) + " + 1"});
  }
  const auto by = s.standard({part("p", "d1000 >= 1010")});
  const auto report = assess(by, enterprise({{"d0", 7}}), {.as_of = today});
  const auto& distance = report.tree.members.front().distance;
  REQUIRE(distance);
  CHECK(distance->fact == "d0");
  CHECK(distance->by == number{-3});
  REQUIRE(report.remedies.size() == 1);
}

}  // namespace norma_test::derived_test

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>  // std::count
#include <string>     // std::string, std::to_string
#include <utility>    // std::pair
#include <vector>     // std::vector

#include <norma/assess/missing.hpp>
#include <norma/assess/remedy.hpp>
#include <norma/assess/sensitivity.hpp>

#include "assess/sample_pack.hpp"
#include "assess/step_limits.hpp"
#include "assess/workshop.hpp"
#include "catch.hpp"

// `limits::assessment_steps`: what all conditions of a unit may take together.

namespace norma_test::steps_test {

namespace {

/// Takes more than a thousand steps, and less than ten thousand.
const std::string heavy = "every i in 1..1000 satisfies i > 0 and heads > 0";

sample_pack people() {
  sample_pack s;
  s.count("heads", {.change = changeable::up});
  s.boolean("sound");
  return s;
}

std::vector<node_spec> twenty(const std::string& condition) {
  std::vector<node_spec> parts;
  for (int i = 0; i < 20; ++i) parts.push_back(part("p" + std::to_string(i), condition));
  return parts;
}

const unit with_heads = enterprise({{"heads", num("1")}, {"sound", value(true)}});

bool stopped(const cause& why) { return why.code == "N0725"; }

}  // namespace

TEST_CASE("what is left of the steps is for the conditions that come first") {
  auto s = people();
  const auto by = s.standard(twenty(heavy));
  const auto on = [&](std::size_t steps) {
    return assess(by, with_heads, {.as_of = today, .bounds = together(steps)});
  };
  CHECK(on(1'000'000).verdict == verdict::pass);
  const auto cut = on(40'000);
  CHECK(cut.verdict == verdict::undetermined);
  CHECK(cut.decided > 3);
  CHECK(cut.decided < 20);
  for (std::size_t i = 0; i < cut.tree.members.size(); ++i) {
    const auto& one = cut.tree.members[i];
    INFO(one.path);
    if (i < cut.decided) {
      CHECK(one.verdict == verdict::pass);
      continue;
    }
    CHECK(one.verdict == verdict::undetermined);
    REQUIRE(one.causes.size() == 1);
    CHECK(stopped(one.causes.front()));
    CHECK(one.causes.front().arguments == std::vector<std::string>{"40000"});
  }
  CHECK(cut.missing.empty());
  // A condition that is too dear by itself says so, and leaves the others theirs.
  auto one_each = together(1'000'000);
  one_each.evaluation_steps = 100;
  const auto dear =
      assess(by, with_heads, {.as_of = today, .bounds = one_each}).tree.members.back();
  REQUIRE(dear.causes.size() == 1);
  CHECK(dear.causes.front().code == "N0710");
}

TEST_CASE("judged with and without explanation, the steps end at the same condition") {
  auto s = people();
  const auto by = s.standard(twenty(heavy));
  for (const std::size_t steps : {1'000u, 20'000u, 40'000u, 60'000u, 1'000'000u}) {
    INFO(steps);
    const auto facts = bind(by, with_heads, {today}, together(steps));
    const auto told = assess(by, facts);
    const auto all = judge_all(by, facts);
    CHECK(judge(by, facts) == told.verdict);
    REQUIRE(all.size() == told.tree.members.size() + 1);
    for (std::size_t i = 0; i < told.tree.members.size(); ++i)
      CHECK(told.tree.members[i].verdict == all[i + 1]);
    // Nothing is left over, or behind, for whoever judges the same facts again.
    CHECK(judge_all(by, facts) == all);
    CHECK(facts.account == nullptr);
  }
}

TEST_CASE("what explains takes steps of its own: a verdict is as without it") {
  auto s = people();
  auto parts = twenty("heads > 1 and (" + heavy + ")");
  parts.push_back(part("last", "sound"));
  const auto by = s.standard(parts);
  const auto facts = bind(by, with_heads, {today}, together(200'000));
  const auto told = assess(by, facts);
  CHECK(told.verdict == verdict::fail);
  CHECK(told.decided == 21);
  CHECK(told.remedies.empty());
  CHECK(told.remedies_are == remedy_state::none_found);
  REQUIRE(!told.remarks.empty());
  CHECK(told.remarks.back() == remark{"explanation_stopped", {}, {"200000"}});
  // With enough of them the remedy is found.
  const auto whole = assess(by, bind(by, with_heads, {today}));
  CHECK(whole.remedies_are == remedy_state::found);
  CHECK(whole.remarks.empty());
}

TEST_CASE("where nothing is searched for, nothing is said to be lacking") {
  auto s = people();
  s.boolean("seen", {.value = heavy});
  const auto by = s.standard({part("p", heavy)});
  const auto whole = bind(by, with_heads, {today});
  // Enough for binding, and for judging, not for both: the report is complete.
  const auto told =
      assess(by, bind(by, with_heads, {today}, together(whole.steps + whole.steps / 4)));
  CHECK(told.verdict == verdict::pass);
  CHECK(told.remarks.empty());
}

TEST_CASE("sets of missing facts and turning points are told whole or not at all") {
  auto s = people();
  const auto open = s.standard(twenty("sound and (" + heavy + ")"));
  const auto unknown = enterprise({{"heads", num("1")}});
  const auto few = bind(open, unknown, {today}, together(20'000));
  CHECK(find_missing(open, bind(open, unknown, {today})).size() == 1);
  CHECK(find_missing(open, few).empty());
  auto t = people();
  const auto by = t.standard(twenty(heavy));
  const auto many = find_turning_points(by, bind(by, with_heads, {today}));
  REQUIRE(many.all.size() == 1);
  CHECK(many.untried.empty());
  const auto none =
      find_turning_points(by, bind(by, with_heads, {today}, together(200'000)));
  CHECK(none.all.empty());
  CHECK(none.untried == std::vector<std::string>{"heads"});
}

TEST_CASE("derived facts take the steps of binding") {
  auto s = people();
  for (int i = 0; i < 20; ++i) {
    s.count("d" + std::to_string(i),
            {.value = "count(for i in 1..1000 return heads + i)"});
  }
  const auto by = s.standard({part("first", "d0 = 1000"), part("last", "d19 = 1000")});
  CHECK(judge(by, bind(by, with_heads, {today})) == verdict::pass);
  const auto told = assess(by, with_heads, {.as_of = today, .bounds = together(20'000)});
  // A check that was not made could not be told from one that holds: nothing is known.
  for (const auto& one : told.tree.members) {
    REQUIRE(one.verdict == verdict::undetermined);
    CHECK(stopped(one.causes.front()));
  }
}

TEST_CASE("facts that were not bound to the end tell the limit that ended it") {
  auto s = people();
  s.boolean("seen", {.value = heavy});
  const auto by = s.standard({part("p", "heads > 0")});
  limits alone;
  alone.evaluation_steps = 1'000;
  auto both = together(1'000);  // the expression uses up one and the other
  both.evaluation_steps = 1'000;
  for (const auto& [few, code] :
       {std::pair{alone, "N0710"}, {together(1'000), "N0725"}, {both, "N0710"}}) {
    const auto told = assess(by, bind(by, with_heads, {today}, few));
    const auto& causes = told.tree.members.front().causes;
    REQUIRE(causes.size() == 1);
    CHECK(causes.front().code == code);
  }
}

TEST_CASE("units in a list take the steps of the unit that lists them") {
  const workshop w({"every m in members satisfies complies(m, \"firm.good\")"});
  std::vector<unit> all;
  for (int i = 0; i < 200; ++i)
    all.push_back(
        firm("m" + std::to_string(i), {{"due", 10}, {"signed", 10}, {"sound", true}}));
  const auto by = w.pack().standard("park.good");
  const days on{*norma::date::parse("2024-03-31")};
  const auto with = [&](std::size_t steps) {
    return judge(by, bind(by, park(all), on, together(steps)));
  };
  CHECK(with(1'000'000) == verdict::pass);
  CHECK(with(500) == verdict::undetermined);
}

TEST_CASE("what is bound of a unit in a list takes steps, most where it says nothing") {
  const workshop w({"total(members.due) >= 0"});
  const auto by = w.pack().standard("park.good");
  const days on{*norma::date::parse("2024-03-31")};
  const auto bound = [&](const unit& member, std::size_t count, std::size_t steps) {
    return bind(by, park(std::vector<unit>(count, member)), on, together(steps));
  };
  const auto told = firm("", {{"due", 10}, {"signed", 10}, {"sound", true}});
  const auto silent = firm("", {});
  const auto each = [&](const unit& member) {
    return bound(member, 300, 1'000'000).steps - bound(member, 200, 1'000'000).steps;
  };
  CHECK(each(told) >= 300);
  CHECK(each(silent) > each(told));
  // The list is in error as a whole, and no more units are bound.
  const auto few = bound(silent, 100'000, 20'000);
  const auto& members = few.slots[*few.names->find_fact("members")];
  REQUIRE(members.causes());
  REQUIRE(members.causes()->size() == 1);
  CHECK(stopped(members.causes()->front()));
  CHECK(members.causes()->front().fact == "members");
  CHECK(few.steps <= 20'000);
}

TEST_CASE("a check, an agreement and a rate that ran out of steps do not hold") {
  const auto heads = enterprise({{"heads", num("500")}, {"sound", value(true)}});
  limits alone;
  alone.evaluation_steps = 1'000;
  for (const auto& few : {together(1'000), alone}) {
    sample_pack checked;
    checked.boolean("sound").count("heads",
                                   {.checks = {"heads < 100 and (" + heavy + ")"}});
    const auto by = checked.standard({part("p", "heads > 0")});
    CHECK(judge(by, bind(by, heads, {today})) == verdict::undetermined);
    CHECK(judge(by, bind(by, heads, {today}, few)) == verdict::undetermined);
    sample_pack agreed;
    agreed.count("heads").boolean(
        "sound", {.supplied = if_supplied::must_agree, .value = "not(" + heavy + ")"});
    const auto same = agreed.standard({part("p", "sound")});
    CHECK(judge(same, bind(same, heads, {today})) == verdict::undetermined);
    CHECK(judge(same, bind(same, heads, {today}, few)) == verdict::undetermined);
    sample_pack rated;
    rated.count("none").count("heads").count(
        "many", {.value = "count(for i in 1..1000 return heads + i)"});
    const auto rate = rated.standard({part("p", "rate(many, none) >= 90%")});
    const auto of_none = enterprise({{"none", num("0")}, {"heads", num("1")}});
    CHECK(judge(rate, bind(rate, of_none, {today})) == verdict::undetermined);
    CHECK(judge(rate, bind(rate, of_none, {today}, few)) == verdict::undetermined);
  }
}

TEST_CASE("a remedy is told only where it can be bound and judged anew") {
  // Each takes less than half of the steps until there are ten heads, then one takes
  // more.
  const std::string big = "every i in 1..1000 satisfies i + heads > 0";
  sample_pack s;
  s.count("heads", {.change = changeable::up});
  s.boolean("first", {.change = changeable::no, .value = big});
  s.boolean("second",
            {.change = changeable::no, .value = "if heads < 10 then true else " + big});
  const auto by = s.standard({part("p", "heads >= 10 and first and second")});
  const auto u = enterprise({{"heads", num("1")}});
  const auto whole = bind(by, u, {today});
  CHECK(assess(by, whole).remedies.size() == 1);
  const auto few = together(whole.steps + whole.steps / 2);
  const auto told = assess(by, bind(by, u, {today}, few));
  CHECK(told.verdict == verdict::fail);
  CHECK(told.remedies.empty());
  CHECK(judge(by, bind(by, enterprise({{"heads", num("10")}}), {today}, few)) ==
        verdict::undetermined);
}

TEST_CASE("standards that are judged in turn may take together what one may take") {
  auto s = people();
  const auto by = s.standard(twenty(heavy));
  const auto bounds = together(200'000);
  const auto facts = bind(by, with_heads, {today}, bounds);
  const auto alone = assess(by, facts);
  CHECK(alone.verdict == verdict::pass);
  norma::steps_left left{bounds};
  CHECK(assess(by, facts, {.together = &left}).verdict == verdict::pass);
  CHECK(left.judging.left < 200'000);
  CHECK(left.explaining.left < 200'000);
  std::size_t decided = 20;
  for (int i = 0; i < 20; ++i) {
    const auto before = left.judging.left;
    const auto told = assess(by, facts, {.together = &left});
    CHECK(told.decided <= decided);
    CHECK(left.judging.left <= before);
    decided = told.decided;
  }
  // The last finds nothing left, and says so.
  CHECK(decided == 0);
  const auto last = assess(by, facts, {.together = &left});
  CHECK(last.verdict == verdict::undetermined);
  REQUIRE(last.tree.members.front().causes.size() == 1);
  CHECK(stopped(last.tree.members.front().causes.front()));
  CHECK(last.tree.members.front().causes.front().arguments ==
        std::vector<std::string>{"200000"});
  // Who judges them alone is not held by it.
  CHECK(assess(by, facts).decided == 20);
}

TEST_CASE("verdicts alone end where those of reports in turn end") {
  auto s = people();
  const auto by = s.standard(twenty(heavy));
  const auto bounds = together(200'000);
  const auto facts = bind(by, with_heads, {today}, bounds);
  norma::steps_left judged{bounds}, told{bounds};
  for (int i = 0; i < 12; ++i) {
    const auto all = judge_all(by, facts, judged);
    const auto report = assess(by, facts, {.together = &told});
    REQUIRE(all.size() == report.tree.members.size() + 1);
    CHECK(all.front() == report.verdict);
    for (std::size_t k = 0; k < report.tree.members.size(); ++k)
      CHECK(report.tree.members[k].verdict == all[k + 1]);
  }
  CHECK(judged.judging.left == told.judging.left);
}

TEST_CASE("what a search may not take is left to the standards behind") {
  auto s = people();
  const auto by = s.standard({part("p", "heads > 1 and (" + heavy + ")")});
  const auto bounds = together(1'000'000);
  const auto facts = bind(by, with_heads, {today}, bounds);
  norma::steps_left left{bounds};
  const auto first = assess(by, facts, {.together = &left});
  CHECK(first.remedies_are == remedy_state::found);
  const auto taken = 1'000'000 - left.explaining.left;
  CHECK(taken < 500'000);
  CHECK(assess(by, facts, {.together = &left}).remedies_are == remedy_state::found);
  CHECK(1'000'000 - left.explaining.left == 2 * taken);
}

}  // namespace norma_test::steps_test

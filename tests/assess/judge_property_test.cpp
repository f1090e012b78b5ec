// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/rule/content.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "assess/random_pack.hpp"
#include "catch.hpp"

// Random standards, random units: what all ways to judge have in common.

namespace norma_test::judge_property_test {

namespace {

/// The report's verdicts in the order of `judge_all`.
void collect(const report_node& at, std::vector<verdict>& out) {
  out.push_back(at.verdict);
  for (const auto& member : at.members) collect(member, out);
}

void every_node_says_why(const report_node& at) {
  if (at.verdict == verdict::undetermined) {
    RC_ASSERT(!at.causes.empty());
  } else {
    RC_ASSERT(at.causes.empty());
  }
  if (at.verdict == verdict::not_applicable) {
    RC_ASSERT(at.reason.has_value());
    RC_ASSERT(!at.reason->words.zh.empty());
    RC_ASSERT(!at.reason->words.en.empty());
  }
  if (at.verdict == verdict::pass || at.verdict == verdict::fail) {
    RC_ASSERT(!at.reason.has_value());
  }
  for (const auto& member : at.members) every_node_says_why(member);
}

struct share {
  std::size_t decided = 0, applicable = 0;
};
void count_parts(const rule_node& rule, const report_node& at, share& out) {
  if (rule.role == node_role::part && deciding(rule) &&
      at.verdict != verdict::not_applicable) {
    ++out.applicable;
    out.decided += at.verdict == verdict::undetermined ? 0 : 1;
  }
  for (std::size_t i = 0; i < rule.members.size(); ++i)
    count_parts(rule.members[i], at.members[i], out);
}

std::vector<std::uint32_t> slots_that_differ(const bound_facts& a, const bound_facts& b) {
  std::vector<std::uint32_t> slots;
  for (std::uint32_t i = 0; i < a.slots.size(); ++i) {
    const bool same = a.slots[i].is_unknown() == b.slots[i].is_unknown() &&
                      (a.slots[i].is_unknown() || a.slots[i].same_as(b.slots[i]));
    if (!same) slots.push_back(i);
  }
  return slots;
}

}  // namespace

TEST_CASE("judge, judge_all and assess give the same verdicts on any facts") {
  CHECK(rc::check("verdicts", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    auto u = any_unit();
    if (one_in(3)) except_some(u, by, true);
    const auto facts = bind(by, u, {today});
    const auto all = judge_all(by, facts);
    RC_ASSERT(judge(by, facts) == all.front());
    const auto told = assess(by, facts);
    RC_ASSERT(told.verdict == all.front());
    std::vector<verdict> shown;
    collect(told.tree, shown);
    RC_ASSERT(shown == all);
    every_node_says_why(told.tree);
    share counted;
    count_parts(by.definition().root, told.tree, counted);
    RC_ASSERT(told.decided == counted.decided);
    RC_ASSERT(told.applicable == counted.applicable);
    RC_ASSERT(told.decided <= told.applicable);
  }));
}

TEST_CASE("judging again after changes gives what judging anew gives") {
  CHECK(rc::check("again", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    auto u = any_unit();
    if (one_in(3)) except_some(u, by, true);
    const auto before = bind(by, u, {today});
    std::vector<slot_change> changes;
    for (const auto& fact : random_facts())
      if (one_in(4)) changes.emplace_back(dictionary.slot(fact), random_value(fact));
    const auto after = with(before, changes);
    const auto changed = slots_that_differ(before, after);
    RC_ASSERT(judge_again(by, after, judge_all(by, before), changed) ==
              judge_all(by, after));
  }));
}

TEST_CASE("section 3: facts revealed one by one never change a verdict that is decided") {
  CHECK(rc::check("monotone", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    const auto complete = complete_unit();
    auto order = random_facts();
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1],
                order[static_cast<std::size_t>(up_to(static_cast<int>(i) - 1))]);
    auto known = enterprise();
    if (one_in(2)) except_some(known, by, false);
    auto before = judge_all(by, bind(by, known, {today}));
    for (const auto& fact : order) {
      known.facts[fact] = complete.facts.find(fact)->second;
      const auto facts = bind(by, known, {today});
      RC_ASSERT(facts.checks_hold);
      const auto after = judge_all(by, facts);
      for (std::size_t i = 0; i < after.size(); ++i)
        RC_ASSERT(before[i] == verdict::undetermined || before[i] == after[i]);
      before = after;
    }
    for (const auto v : before) RC_ASSERT(v != verdict::undetermined);
  }));
}

TEST_CASE("section 6: the same facts and days give the same report, piece by piece") {
  CHECK(rc::check("repeatable", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    const auto u = any_unit();
    const auto a = assess(by, u, {.as_of = today});
    const auto b = assess(by, u, {.as_of = today});
    RC_ASSERT(a.facts_digest == b.facts_digest);
    RC_ASSERT(a.remedies.size() == b.remedies.size());
    for (std::size_t i = 0; i < a.remedies.size(); ++i)
      RC_ASSERT(same_changes(a.remedies[i], b.remedies[i]));
    std::vector<verdict> first, second;
    collect(a.tree, first);
    collect(b.tree, second);
    RC_ASSERT(first == second);
  }));
}

}  // namespace norma_test::judge_property_test

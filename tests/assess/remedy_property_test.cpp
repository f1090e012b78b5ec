// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/remedy.hpp>

#include <norma/assess/distance.hpp>
#include <norma/rule/content.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "assess/random_pack.hpp"
#include "catch.hpp"

// Remedies of random units under random standards, against brute force.

namespace norma_test::remedy_property_test {

namespace {

struct trial {
  bool mends = false;
  verdict gives = verdict::fail;
};

/// The unit with these facts changed, bound and judged anew.
trial try_out(const norma::standard& by, const unit& u,
              const std::vector<std::pair<std::string, value>>& changes) {
  auto changed = u;
  for (const auto& [fact, to] : changes) changed.set(fact, to);
  const auto facts = bind(by, changed, {today});
  bool sound = facts.checks_hold;
  for (const auto& [fact, to] : changes)
    sound = sound && !slot_of(facts, fact).is_unknown();
  const auto v = judge(by, facts);
  return {sound && (v == verdict::pass || v == verdict::undetermined), v};
}

std::vector<std::pair<std::string, value>> changes_of(const remedy& r) {
  std::vector<std::pair<std::string, value>> changes;
  for (const auto& c : r.changes) changes.emplace_back(c.fact, c.to);
  return changes;
}

/// Every value that a fact of the dictionary can be changed to.
std::vector<value> reachable(const fact_definition& f, const value& now) {
  std::vector<value> all;
  if (f.derived() || f.change == changeable::no || now.is_unknown()) return all;
  const auto allowed = [&](bool up) {
    return f.change == changeable::either ||
           f.change == (up ? changeable::up : changeable::down);
  };
  if (const auto* b = now.boolean()) {
    if (allowed(!*b)) all.emplace_back(!*b);
    return all;
  }
  const auto step = step_of(f);
  const auto* n = now.num();
  if (!step || n == nullptr) return all;
  for (number x = *f.range->low->num(); x <= *f.range->high->num(); x = x + *step)
    if (x != *n && allowed(x > *n)) all.emplace_back(x);
  return all;
}

/// True if `to` is a smaller change than `than`, starting from `from`.
bool is_smaller(const value& from, const value& to, const value& than) {
  if (from.num() == nullptr || than.num() == nullptr) return false;
  const auto& start = *from.num();
  const bool up = *than.num() > start;
  return up ? start < *to.num() && *to.num() < *than.num()
            : *than.num() < *to.num() && *to.num() < start;
}

unit consistent_unit() {
  auto u = complete_unit();
  for (const auto& fact : random_facts())
    if (one_in(8)) u.erase(fact);
  return u;
}

/// A unit that fails; where none is found the standard is discarded.
unit failing_unit(const norma::standard& by) {
  for (int tries = 0; tries < 20; ++tries) {
    auto u = consistent_unit();
    if (judge(by, bind(by, u, {today})) == verdict::fail) return u;
  }
  RC_DISCARD("nothing fails");
}

}  // namespace

// `make oracle` tries ten thousand units.
TEST_CASE(
    "section 7: after each remedy nothing fails, and no entry can be left out or made "
    "smaller") {
  CHECK(rc::check("least", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary);
    const auto u = failing_unit(by);
    RC_LOG() << written(by.definition().root) << '\n' << written(u);
    const auto facts = bind(by, u, {today});
    const auto got = find_remedies(by, facts, judge_all(by, facts));
    RC_ASSERT(got.state != remedy_state::not_needed);
    RC_ASSERT(got.remedies.size() <= 5);
    RC_ASSERT(got.remedies.empty() == (got.state != remedy_state::found));
    for (const auto& r : got.remedies) {
      if (r.not_before) {
        RC_ASSERT(judge(by, bind(by, u, {*r.not_before})) == r.gives);
        RC_ASSERT(*r.not_before > today);
        continue;
      }
      const auto changes = changes_of(r);
      RC_ASSERT(!changes.empty());
      const auto whole = try_out(by, u, changes);
      RC_ASSERT(whole.mends);
      RC_ASSERT(whole.gives == r.gives);
      for (std::size_t i = 0; i < changes.size(); ++i) {
        auto fewer = changes;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (!fewer.empty()) RC_ASSERT(!try_out(by, u, fewer).mends);
        const auto& f = *facts.names->fact(dictionary.slot(changes[i].first));
        const auto& from = r.changes[i].from;
        for (const auto& to : reachable(f, from)) {
          if (!is_smaller(from, to, changes[i].second)) continue;
          auto smaller = changes;
          smaller[i].second = to;
          RC_ASSERT(!try_out(by, u, smaller).mends);
        }
      }
    }
  }));
}

TEST_CASE("section 7: where no remedy is found, no change of one fact is one") {
  // Without guards: a remedy does not change them (decision 5). Only what makes
  // it pass counts: an `at_least` that members are missing from opens when one
  // that passes is undone, which mends nothing.
  CHECK(rc::check("found", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary, {.guards = false, .winding = false});
    const auto u = consistent_unit();
    RC_LOG() << written(by.definition().root) << '\n' << written(u);
    const auto facts = bind(by, u, {today});
    const auto got = find_remedies(by, facts, judge_all(by, facts));
    RC_ASSERT((got.state == remedy_state::not_needed) ==
              (judge(by, facts) != verdict::fail));
    const bool by_change =
        got.state == remedy_state::found && !got.remedies.front().not_before;
    if (by_change || got.state == remedy_state::not_needed) return;
    for (const auto& fact : random_facts()) {
      const auto& f = *facts.names->fact(dictionary.slot(fact));
      for (const auto& to : reachable(f, slot_of(facts, fact))) {
        const auto tried = try_out(by, u, {{fact, to}});
        const bool passes = tried.mends && tried.gives == verdict::pass;
        if (passes) RC_LOG() << fact << " = " << to.to_string();
        RC_ASSERT(!passes);
      }
    }
  }));
}

TEST_CASE("section 7: the cheapest remedy has no more facts than one change needs") {
  CHECK(rc::check("cheapest", [] {
    auto dictionary = random_dictionary();
    const auto by = random_standard(dictionary, {.guards = false, .winding = false});
    const auto u = consistent_unit();
    RC_LOG() << written(by.definition().root) << '\n' << written(u);
    const auto facts = bind(by, u, {today});
    const auto got = find_remedies(by, facts, judge_all(by, facts));
    if (got.state != remedy_state::found || got.remedies.front().not_before) return;
    if (got.remedies.front().changes.size() < 2) return;
    for (const auto& fact : random_facts()) {
      const auto& f = *facts.names->fact(dictionary.slot(fact));
      for (const auto& to : reachable(f, slot_of(facts, fact))) {
        const auto tried = try_out(by, u, {{fact, to}});
        RC_ASSERT(!(tried.mends && tried.gives == verdict::pass));
      }
    }
  }));
}

TEST_CASE("a remedy that another one mends with less is not listed") {
  auto dictionary = random_dictionary();
  const auto by = dictionary.standard({group(
      "g", norma::combine::any,
      {part("far", "n0 + n1 > 3"), part("near", "n0 in [0..2] and n0 + n1 > 1")})});
  const auto facts = bind(by, enterprise({{"n0", 0}, {"n1", 0}}), {today});
  const auto got = find_remedies(by, facts, judge_all(by, facts));
  REQUIRE(got.remedies.size() == 1);
  CHECK(got.remedies[0].changes[0].to.same_as(value{2}));
}

}  // namespace norma_test::remedy_property_test

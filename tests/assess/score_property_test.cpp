// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess_scheme.hpp>
#include <norma/load/load.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <rapidcheck.h>

#include "assess/random_scheme.hpp"
#include "catch.hpp"
#include "load/reading.hpp"

// What is said of a score while facts are unknown, held against every score that
// it may still become.

namespace norma_test::score_property_test {

using norma::block_score;
using norma::number;
using norma::part_score;
using norma::report;
using norma::score_range;

namespace {

/// The least and the greatest of the scores seen, and whether some differ.
class seen_scores {
 public:
  void add(const score_range& earned) {
    RC_ASSERT(earned.decided());
    if (!hull_) hull_ = earned;
    hull_ =
        score_range{std::min(hull_->low, earned.low), std::max(hull_->high, earned.high)};
  }

  /// `exact`: the range told is the hull, not only around it.
  void hold_against(const score_range& told, bool exact) const {
    if (!hull_) return;
    RC_ASSERT(told.low <= hull_->low);
    RC_ASSERT(hull_->high <= told.high);
    if (exact) RC_ASSERT(told == *hull_);
  }

  [[nodiscard]] bool none() const { return !hull_; }

 private:
  std::optional<score_range> hull_;
};

/// A verdict, or any other answer, told while facts are unknown: decided, it is
/// the answer of every completion; open, they differ if `exact`.
template <class Answer>
void hold_against(const Answer& told, bool open, const std::vector<Answer>& seen,
                  bool exact) {
  bool differ = false;
  for (const auto& one : seen) {
    if (!open) RC_ASSERT(one == told);
    differ = differ || one != seen.front();
  }
  if (open && exact && !seen.empty()) RC_ASSERT(differ);
}
void hold_against(verdict told, const std::vector<verdict>& seen, bool exact) {
  hold_against(told, told == verdict::undetermined, seen, exact);
}

struct trial {
  report told;
  std::vector<report> completed;
  std::vector<report> revealed;  ///< one fact after the other, to one of them

  /// What `of` gives for each completion, where it gives anything.
  template <class Of>
  [[nodiscard]] auto each(const Of& of) const {
    std::vector<typename decltype(of(told))::value_type> all;
    for (const auto& one : completed) {
      if (auto found = of(one)) all.push_back(*std::move(found));
    }
    return all;
  }
};

report judged(const norma::scheme& by, const assignment& known,
              const assignment& more = {}) {
  auto u = enterprise();
  for (const auto* all : {&known, &more}) {
    for (const auto& [fact, is] : *all) u.set(fact, is);
  }
  return assess(by, u, {*norma::date::of(2024, 6, 30)});
}

trial random_trial(bool shared) {
  scheme_maker made(shared);
  const auto scheme = made.write();
  RC_LOG() << scheme;
  const folder files({{"pack.yaml",
                       "norma: 1\npack: p\nversion: 1.0.0\ntitle: {zh: 甲}\n"
                       "documents:\n  d: {number: 一号, title: {zh: 文}, in_force: "
                       "{from: 2023-01-01}}\n"},
                      {"facts.yaml", points_dictionary()},
                      {"schemes/s.yaml", scheme}});
  const auto loaded = norma::try_load(files.path());
  for (const auto& d : loaded.diagnostics) RC_LOG() << render(d, norma::language::en);
  RC_ASSERT(loaded.pack.has_value());
  const auto facts = leave_some_unknown(made.facts(), 32, shared);
  for (const auto& [fact, is] : facts.known)
    RC_LOG() << fact << " = " << is.to_string() << '\n';
  const auto by = *loaded.pack->find_scheme("s");
  trial out{judged(by, facts.known), {}, {}};
  for (const auto& more : facts.completions)
    out.completed.push_back(judged(by, facts.known, more));
  assignment so_far;
  for (const auto& [fact, is] : *rc::gen::elementOf(facts.completions)) {
    so_far.emplace_back(fact, is);
    out.revealed.push_back(judged(by, facts.known, so_far));
  }
  return out;
}

/// Bonus and deductions are not counted where nothing in the blocks applies.
bool has(const report& r, std::size_t block) {
  return block < r.score->all_blocks().size();
}

void check_part(const trial& of, std::size_t block, std::size_t part, bool exact) {
  const auto at = [&](const report& r) -> const part_score& {
    return r.score->all_blocks()[block]->parts[part];
  };
  const auto& told = at(of.told);
  RC_LOG() << told.path << ": " << told.earned.low.to_string() << " to "
           << told.earned.high.to_string() << '\n';
  seen_scores scores;
  std::vector<verdict> verdicts;
  std::vector<std::pair<verdict, std::string>> outcomes;
  for (const auto& one : of.completed) {
    if (!has(one, block)) continue;
    verdicts.push_back(at(one).verdict);
    outcomes.emplace_back(verdicts.back(), at(one).earned.low.to_string());
    RC_ASSERT(verdicts.back() != verdict::undetermined);
    if (!at(one).left_out) scores.add(at(one).earned);
    if (told.left_out) RC_ASSERT(at(one).left_out);
  }
  scores.hold_against(told.earned, exact);
  const bool open = told.verdict == verdict::undetermined;
  hold_against(told.verdict, open, verdicts, false);
  // Open is what may come out in two ways, and says why.
  if (open) hold_against(outcomes.front(), true, outcomes, exact);
  if (open) RC_ASSERT(!told.causes.empty());
}

void check_block(const trial& of, std::size_t block, bool exact) {
  const auto at = [&](const report& r) -> const block_score& {
    return *r.score->all_blocks()[block];
  };
  const auto& told = at(of.told);
  seen_scores scores;
  std::vector<verdict> reached;
  for (const auto& one : of.completed) {
    if (!has(one, block)) continue;
    if (!at(one).left_out) scores.add(at(one).earned);
    if (told.left_out) RC_ASSERT(at(one).left_out);
    reached.push_back(at(one).reached);
  }
  RC_LOG() << told.id << ": " << told.earned.low.to_string() << " to "
           << told.earned.high.to_string() << '\n';
  scores.hold_against(told.earned, exact);
  hold_against(told.reached, reached, exact);
  for (std::size_t i = 0; i < told.parts.size(); ++i) check_part(of, block, i, exact);
}

void check_outcome(const trial& of, bool exact) {
  const auto& told = *of.told.score;
  seen_scores totals;
  for (const auto& one : of.completed) {
    const bool counted = std::any_of(one.score->blocks.begin(), one.score->blocks.end(),
                                     [](const block_score& b) { return !b.left_out; });
    if (counted) totals.add(one.score->total);
    RC_ASSERT((one.verdict == verdict::not_applicable) == one.tree.reason.has_value());
  }
  RC_LOG() << "total: " << told.total.low.to_string() << " to "
           << told.total.high.to_string() << '\n';
  totals.hold_against(told.total, exact);
  if (told.passed) {
    hold_against(*told.passed, of.each([](const report& r) { return r.score->passed; }),
                 exact);
  }
  for (std::size_t i = 0; i < told.tiers.size(); ++i) {
    const auto reached = of.each([&](const report& r) -> std::optional<verdict> {
      if (i < r.score->tiers.size()) return r.score->tiers[i].reached;
      return std::nullopt;
    });
    // The second tier may also look at a block, which the total depends on.
    hold_against(told.tiers[i].reached, reached, exact && i == 0);
  }
  const auto verdicts = of.each([](const report& r) { return std::optional(r.verdict); });
  hold_against(of.told.verdict, verdicts, false);
  for (const auto v : verdicts) RC_ASSERT(v != verdict::undetermined);
  const auto tiers =
      of.each([](const report& r) { return std::optional(r.score->tier); });
  hold_against(told.tier, told.tier_is_open(of.told.verdict), tiers, false);
}

bool within(const score_range& inner, const score_range& outer) {
  return outer.low <= inner.low && inner.high <= outer.high;
}

/// One more fact is known: nothing that was decided changes, no range grows.
void check_step(const report& before, const report& after) {
  const auto settled = [](verdict was, verdict is) {
    return was == verdict::undetermined || was == is;
  };
  RC_ASSERT(settled(before.verdict, after.verdict));
  const auto was = before.score->all_blocks();
  const auto is = after.score->all_blocks();
  for (std::size_t i = 0; i < is.size(); ++i) {
    RC_ASSERT(settled(was[i]->reached, is[i]->reached));
    RC_ASSERT(is[i]->left_out || within(is[i]->earned, was[i]->earned));
    for (std::size_t k = 0; k < is[i]->parts.size(); ++k) {
      const auto& part = is[i]->parts[k];
      RC_ASSERT(settled(was[i]->parts[k].verdict, part.verdict));
      RC_ASSERT(part.left_out || within(part.earned, was[i]->parts[k].earned));
    }
  }
  if (after.score->tiers.empty()) return;  // nothing applies
  RC_ASSERT(within(after.score->total, before.score->total));
  for (std::size_t i = 0; i < after.score->tiers.size(); ++i) {
    RC_ASSERT(settled(before.score->tiers[i].reached, after.score->tiers[i].reached));
  }
  if (before.score->tier_is_open(before.verdict)) return;
  RC_ASSERT(!after.score->tier_is_open(after.verdict));
  RC_ASSERT(before.score->tier == after.score->tier);
}

void check_all(const trial& of, bool exact) {
  RC_ASSERT(of.told.score != nullptr);
  for (std::size_t i = 0; i < of.told.score->all_blocks().size(); ++i)
    check_block(of, i, exact);
  check_outcome(of, exact);
  const auto* before = &of.told;
  for (const auto& after : of.revealed) {
    check_step(*before, after);
    before = &after;
  }
}

}  // namespace

TEST_CASE(
    "section 5.1: points of what is unknown are the exact hull of all completions") {
  CHECK(rc::check("exact", [] { check_all(random_trial(false), true); }));
}

TEST_CASE("section 5.1: where parts rest on the same facts no completion lies outside") {
  CHECK(rc::check("around", [] { check_all(random_trial(true), false); }));
}

}  // namespace norma_test::score_property_test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <optional>   // std::optional
#include <set>        // std::set
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/core/limits.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/scheme.hpp>
#include <norma/value/truth.hpp>

// Tiers that are never given, because whoever reaches them reaches one before.

namespace norma::load_detail {

/// The numbers that points are compared with, by slot.
using point_cuts = std::map<std::uint32_t, std::set<number>>;

/// Adds those of a test; false where it does more than compare points with numbers,
/// so that it may change between them.
[[nodiscard]] inline bool collect_cuts(const expr::node& at, point_cuts& to) {
  using expr::node_kind;
  const bool joins = at.kind == node_kind::conjunction ||
                     at.kind == node_kind::disjunction ||
                     (at.kind == node_kind::call && at.name == "not");
  if (joins) {
    bool all = true;
    for (const expr::node& child : at.children) all = collect_cuts(child, to) && all;
    return all;
  }
  const bool compares = at.kind >= node_kind::equal && at.kind <= node_kind::between;
  if (!compares) return false;
  std::optional<std::uint32_t> slot;
  std::set<number> numbers;
  for (const expr::node& child : at.children) {
    if (child.kind == node_kind::name && child.bound == expr::binding::slot && !slot) {
      slot = child.index;
    } else if (child.kind == node_kind::literal && child.literal.num() != nullptr) {
      numbers.insert(*child.literal.num());
    } else {
      return false;
    }
  }
  if (!slot || numbers.empty()) return false;
  to[*slot].insert(numbers.begin(), numbers.end());
  return true;
}

/// Each of the numbers, and one below, between and above.
[[nodiscard]] inline std::vector<value> around(const std::set<number>& cuts) {
  const number one{1};
  std::vector<value> points{value{*cuts.begin() - one}};
  const number* last = nullptr;
  for (const number& cut : cuts) {
    if (last != nullptr) points.emplace_back(*divide(*last + cut, number{2}));
    points.emplace_back(cut);
    last = &cut;
  }
  points.emplace_back(*last + one);
  return points;
}

/// Whether the last of `tiers` is reached somewhere, but nowhere without one before
/// it. Points are taken to be free of each other, so that true is always right. Behind a
/// hundred tiers, of very many points, and where trying takes long, nothing is told.
[[nodiscard]] inline bool is_never_given(const std::vector<score_tier>& tiers,
                                         std::size_t results) {
  constexpr std::size_t most_points = 4096, most_tiers = 100;
  point_cuts cuts;
  if (tiers.size() > most_tiers || !collect_cuts(tiers.back().when.tree, cuts))
    return false;
  std::vector<const expr::expression*> before;
  for (std::size_t i = 0; i + 1 < tiers.size(); ++i) {
    point_cuts more = cuts;
    if (!collect_cuts(tiers[i].when.tree, more)) continue;
    cuts = std::move(more);
    before.push_back(&tiers[i].when);
  }
  std::vector<std::uint32_t> slots;
  std::vector<std::vector<value>> points;
  std::size_t all = 1;
  for (const auto& [slot, numbers] : cuts) {
    slots.push_back(slot);
    points.push_back(around(numbers));
    all *= points.back().size();
    if (all > most_points) return false;
  }
  std::vector<value> at(results, value{number{}});
  step_account tries{200'000};
  expr::environment env;
  env.with_causes = false;
  env.account = &tries;
  const auto holds = [&](const expr::expression& test) {
    return expr::to_truth(expr::evaluate(test, env)) == truth::yes;
  };
  bool reached = false;
  for (std::size_t one = 0; one < all; ++one) {
    std::size_t rest = one;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      at[slots[i]] = points[i][rest % points[i].size()];
      rest /= points[i].size();
    }
    env.slots = at;
    const bool here = holds(tiers.back().when);
    if (tries.left == 0) return false;
    if (!here) continue;
    reached = true;
    const bool taken =
        std::any_of(before.begin(), before.end(),
                    [&](const expr::expression* test) { return holds(*test); });
    if (!taken || tries.left == 0) return false;
  }
  return reached;
}

}  // namespace norma::load_detail

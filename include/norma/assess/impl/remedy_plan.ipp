// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plans: changes that would make a node of the rule, or of a condition, come
// out as wanted, and how they are joined.

#include <algorithm>  // std::all_of, std::any_of, std::find_if, std::stable_sort
#include <cstddef>    // std::size_t
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// What can only be said in words; the part that needs it counts as met then.
struct worded_requirement {
  text words;
  const rule_node* part = nullptr;
};

// Changes of facts and requirements in words.
struct mending_plan {
  std::vector<slot_change> changes;
  std::vector<worded_requirement> requirements;
  verdict gives = verdict::fail;  // once it was tried out

  [[nodiscard]] std::size_t cost() const { return changes.size() + requirements.size(); }
  [[nodiscard]] std::vector<const rule_node*> assumed() const {
    std::vector<const rule_node*> parts;
    for (const auto& one : requirements) parts.push_back(one.part);
    return parts;
  }
};
using mending_plans = std::vector<mending_plan>;

inline constexpr std::size_t most_plans = 5;

NORMA_INLINE void keep_cheapest(mending_plans& plans) {
  std::stable_sort(
      plans.begin(), plans.end(),
      [](const mending_plan& a, const mending_plan& b) { return a.cost() < b.cost(); });
  if (plans.size() > most_plans) plans.resize(most_plans);
}

// True if, of two values for one fact, `b` lies farther from `now` than `a`.
NORMA_INLINE bool is_farther(const value& now, const value& a, const value& b) {
  const auto* from = now.num();
  const auto* x = a.num();
  const auto* y = b.num();
  if (from == nullptr || x == nullptr || y == nullptr) return true;
  return *x >= *from ? *y > *x : *y < *x;
}

// True if every change and requirement of `a` stands in `b`, no farther from `now`,
// and something of `b` can be left out or made smaller.
NORMA_INLINE bool is_within(const mending_plan& a, const mending_plan& b,
                            const bound_facts& now) {
  bool less = a.cost() < b.cost();
  const auto as_far = [&](const slot_change& change) {
    const auto same =
        std::find_if(b.changes.begin(), b.changes.end(),
                     [&change](const slot_change& c) { return c.first == change.first; });
    if (same == b.changes.end()) return false;
    if (same->second.same_as(change.second)) return true;
    const auto *from = now.slots[change.first].num(), *to = change.second.num(),
               *farther = same->second.num();
    if (from == nullptr || to == nullptr || farther == nullptr) return false;
    less = true;
    return *to > *from ? *farther > *to : *from > *farther && *to > *farther;
  };
  const auto is_required = [&b](const worded_requirement& wanted) {
    return std::any_of(
        b.requirements.begin(), b.requirements.end(),
        [&wanted](const worded_requirement& r) { return r.part == wanted.part; });
  };
  return std::all_of(a.changes.begin(), a.changes.end(), as_far) &&
         std::all_of(a.requirements.begin(), a.requirements.end(), is_required) && less;
}

// Both plans in one; of two changes of one fact the farther from `now` stands,
// the later without it.
NORMA_INLINE mending_plan joined(mending_plan a, const mending_plan& b,
                                 const bound_facts* now = nullptr) {
  for (const auto& change : b.changes) {
    const auto same =
        std::find_if(a.changes.begin(), a.changes.end(),
                     [&change](const slot_change& c) { return c.first == change.first; });
    if (same == a.changes.end()) {
      a.changes.push_back(change);
    } else if (now == nullptr ||
               is_farther(now->slots[change.first], same->second, change.second)) {
      same->second = change.second;
    }
  }
  for (const auto& one : b.requirements) {
    const bool there = std::any_of(a.requirements.begin(), a.requirements.end(),
                                   [&one](const worded_requirement& r) {
                                     return r.part == one.part && r.words == one.words;
                                   });
    if (!there) a.requirements.push_back(one);
  }
  return a;
}

// Every combination of one plan of each, the cheapest kept.
NORMA_INLINE mending_plans joined(const mending_plans& a, const mending_plans& b,
                                  const bound_facts* now) {
  mending_plans all;
  for (const auto& x : a) {
    for (const auto& y : b) all.push_back(joined(x, y, now));
  }
  keep_cheapest(all);
  return all;
}

NORMA_INLINE mending_plans either_of(mending_plans a, const mending_plans& b) {
  a.insert(a.end(), b.begin(), b.end());
  keep_cheapest(a);
  return a;
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plans: changes that would make a node of the rule, or of a condition, come
// out as wanted, and how they are joined.

#include <algorithm>  // std::all_of, std::any_of, std::find_if, std::lower_bound, std::sort, std::stable_sort
#include <cstddef>  // std::ptrdiff_t, std::size_t
#include <cstdint>  // std::uint32_t
#include <numeric>  // std::iota
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/counted_facts.ipp>
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
  verdict gives = verdict::fail;            // once it was tried out
  std::vector<std::uint32_t> by_slot = {};  // places of the changes, if they are many

  [[nodiscard]] std::size_t cost() const { return changes.size() + requirements.size(); }
  [[nodiscard]] std::vector<const rule_node*> assumed() const {
    std::vector<const rule_node*> parts;
    for (const auto& one : requirements) parts.push_back(one.part);
    return parts;
  }

  // What it makes of a fact; null if nothing.
  [[nodiscard]] const slot_change* of(std::uint32_t slot) const {
    if (by_slot.empty()) {
      const auto is_of = [slot](const slot_change& c) { return c.first == slot; };
      const auto found = std::find_if(changes.begin(), changes.end(), is_of);
      return found == changes.end() ? nullptr : &*found;
    }
    const auto at = place_of(slot);
    const bool there = at != by_slot.end() && changes[*at].first == slot;
    return there ? &changes[*at] : nullptr;
  }
  [[nodiscard]] bool requires_too(const worded_requirement& other) const {
    return std::any_of(requirements.begin(), requirements.end(),
                       [&other](const worded_requirement& r) {
                         return r.part == other.part && r.words == other.words;
                       });
  }

  // Of a fact that it does not change yet.
  void add(const slot_change& change) {
    if (!by_slot.empty()) {
      by_slot.insert(place_of(change.first), static_cast<std::uint32_t>(changes.size()));
    }
    changes.push_back(change);
    if (by_slot.empty() && changes.size() > few) sort_places();
  }
  void leave_out(std::size_t i) {
    changes.erase(changes.begin() + static_cast<std::ptrdiff_t>(i));
    if (!by_slot.empty()) sort_places();
  }

 private:
  static constexpr std::size_t few = 16;

  [[nodiscard]] std::vector<std::uint32_t>::const_iterator place_of(
      std::uint32_t slot) const {
    return std::lower_bound(by_slot.begin(), by_slot.end(), slot,
                            [this](std::uint32_t place, std::uint32_t wanted) {
                              return changes[place].first < wanted;
                            });
  }
  void sort_places() {
    by_slot.resize(changes.size());
    std::iota(by_slot.begin(), by_slot.end(), 0U);
    std::sort(by_slot.begin(), by_slot.end(), [this](std::uint32_t a, std::uint32_t b) {
      return changes[a].first < changes[b].first;
    });
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
    const auto* same = b.of(change.first);
    if (same == nullptr) return false;
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
    const auto* same = a.of(change.first);
    if (same == nullptr) {
      a.add(change);
    } else if (now == nullptr ||
               is_farther(now->slots[change.first], same->second, change.second)) {
      a.changes[static_cast<std::size_t>(same - a.changes.data())].second = change.second;
    }
  }
  for (const auto& one : b.requirements) {
    if (!a.requires_too(one)) a.requirements.push_back(one);
  }
  return a;
}

// What `joined` would cost.
NORMA_INLINE std::size_t cost_joined(const mending_plan& a, const mending_plan& b) {
  auto all = a.cost();
  for (const auto& change : b.changes) all += a.of(change.first) == nullptr ? 1U : 0U;
  for (const auto& one : b.requirements) all += a.requires_too(one) ? 0U : 1U;
  return all;
}

// Every combination of one plan of each, the cheapest kept. It takes steps of the facts'
// account; nothing is planned once they have run out.
NORMA_INLINE mending_plans joined(const mending_plans& a, const mending_plans& b,
                                  const bound_facts& now) {
  struct combination {
    std::size_t cost;
    const mending_plan *first, *second;
  };
  std::vector<combination> all;
  for (const auto& x : a) {
    for (const auto& y : b) {
      const auto looked_at =
          y.changes.size() + y.requirements.size() * x.requirements.size();
      if (!counted_facts::takes(now, 1 + looked_at)) return {};
      all.push_back({cost_joined(x, y), &x, &y});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const combination& one, const combination& other) {
                     return one.cost < other.cost;
                   });
  if (all.size() > most_plans) all.resize(most_plans);
  mending_plans out;
  for (const auto& one : all) {
    const auto copied =
        one.first->changes.size() / 2 + 4 * one.first->requirements.size();
    if (!counted_facts::takes(now, copied)) return {};
    out.push_back(joined(*one.first, *one.second, &now));
  }
  return out;
}

NORMA_INLINE mending_plans either_of(mending_plans a, const mending_plans& b) {
  a.insert(a.end(), b.begin(), b.end());
  keep_cheapest(a);
  return a;
}

}  // namespace norma::detail

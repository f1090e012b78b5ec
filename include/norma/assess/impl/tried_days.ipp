// SPDX-License-Identifier: Apache-2.0
#pragma once

// The days of one fact that stand for all others.

#include <algorithm>  // std::none_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t, std::uint32_t
#include <optional>   // std::optional
#include <set>        // std::set
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/days_at_hand.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/validity.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

// What the fact may be compared with: the days and spans of all conditions that rest on
// it, the as-of day, and how long what it dates holds.
inline days_at_hand compared_with(const standard& by, const bound_facts& facts,
                                  std::uint32_t slot) {
  const auto& names = *facts.names;
  const auto rests = resting_on(slot, names);
  days_at_hand found;
  const auto read = [&](const expr::expression& e) {
    const auto on_it = [&](std::uint32_t other) { return rests[other]; };
    if (std::none_of(e.slots.begin(), e.slots.end(), on_it)) return;
    found.add(e, facts);
    for (const auto other : e.slots) found.add(facts.slots[other]);
  };
  visit_expressions(by.definition().root, read);
  for (std::uint32_t other = 0; other < names.slots.size(); ++other) {
    const auto* f = names.fact(other);
    if (f == nullptr) continue;
    if (f->value) read(*f->value);
    for (const auto& check : f->checks) read(check);
    if (f->dated_by != slot) continue;
    if (const auto lasting = validity_of(*f, facts)) found.spans.push_back(*lasting);
  }
  for (const auto& one : facts.dated) {
    if (names.fact(one.slot)->dated_by == slot && one.own_day)
      found.dates.insert(*one.own_day);
  }
  found.dates.insert(facts.on.as_of);
  return found;
}

// Each day that it may be compared with, those a span before and after, and the next
// ones: between two of them the verdict turns once at most, if no condition reads the
// day otherwise. Each with each span takes steps: none without them.
inline std::set<date> tried_days(const standard& by, const bound_facts& facts,
                                 std::uint32_t slot) {
  const auto with = compared_with(by, facts, slot);
  std::set<date> all;
  const auto pairs = with.dates.size() * (1 + with.spans.size());
  if (facts.account != nullptr && !counted_facts::takes(facts, 24 * pairs)) return all;
  const auto add = [&all](std::optional<date> at) {
    for (const int more : {-1, 0, 1}) {
      const auto day = at ? at->plus_days(more) : std::nullopt;
      if (day) all.insert(*day);
    }
  };
  for (const auto day : with.dates) {
    add(day);
    for (const auto& span : with.spans) {
      add(moved(day, span, true));
      add(moved(day, span, false));
    }
  }
  return all;
}

// Those before (-1) or after (1) the day, the nearest first, and some ever farther away.
inline std::vector<date> days_from(date from, const std::set<date>& all, int way) {
  constexpr std::size_t most = 1000;
  constexpr std::int64_t farthest = 1 << 16;  // 179 years
  std::set<std::int64_t> away;
  const auto add = [&](date day) {
    away.insert((day.days() - from.days()) * way);
    return away.size() < most;
  };
  if (way > 0) {
    for (auto at = all.upper_bound(from); at != all.end() && add(*at);) ++at;
  } else {
    for (auto at = all.lower_bound(from); at != all.begin() && add(*--at);) continue;
  }
  for (std::int64_t far = 1; far <= farthest; far *= 2) away.insert(far);
  std::vector<date> out;
  for (const auto days : away) {
    if (const auto day = from.plus_days(days * way)) out.push_back(*day);
  }
  return out;
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::binary_search
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <set>        // std::set
#include <vector>     // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

// What has to be bound for the values of some facts.

namespace norma::detail {

/// All facts on which the values of `slots` rest: inputs of derived ones, those
/// that date others, and whatever stands in a check, `must_agree` and `complete`
/// among them, with one of them.
[[nodiscard]] inline std::set<std::uint32_t> all_below(std::set<std::uint32_t> slots,
                                                       const vocabulary& words) {
  const auto holds_any = [&](const std::vector<std::uint32_t>& some) {
    return std::any_of(some.begin(), some.end(),
                       [&](std::uint32_t slot) { return slots.count(slot) > 0; });
  };
  for (std::size_t before = 0; before != slots.size();) {
    before = slots.size();
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f == nullptr) continue;
      const auto& inputs = inputs_of(*f);
      const bool agrees = f->derived() && f->supplied == if_supplied::must_agree;
      if (agrees && holds_any(inputs)) slots.insert(slot);
      if (slots.count(slot) > 0) slots.insert(inputs.begin(), inputs.end());
      if (f->dated_by && slots.count(slot) > 0) slots.insert(*f->dated_by);
      if (const auto length = words.find_fact(f->complete)) {
        if (slots.count(slot) > 0) slots.insert(*length);
        if (slots.count(*length) > 0) slots.insert(slot);
      }
      for (const auto& check : f->checks) {
        if (!holds_any(check.slots)) continue;
        slots.insert(slot);  // by whose declaration it is found
        slots.insert(check.slots.begin(), check.slots.end());
      }
    }
  }
  return slots;
}

/// Of `slots` and all that they rest on, the facts, and the derived ones in order.
inline void find_facts_below(const std::set<std::uint32_t>& slots,
                             const vocabulary& words, std::vector<std::uint32_t>& facts,
                             std::vector<std::uint32_t>& derived) {
  for (const auto slot : all_below(slots, words)) {
    if (words.fact(slot) != nullptr) facts.push_back(slot);
  }
  for (const auto slot : words.derived) {
    if (std::binary_search(facts.begin(), facts.end(), slot)) derived.push_back(slot);
  }
}

}  // namespace norma::detail

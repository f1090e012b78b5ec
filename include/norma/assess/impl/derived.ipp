// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fact is derived from.

#include <algorithm>  // std::any_of
#include <cstdint>    // std::uint32_t
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

// The definition of a derived fact that was computed here, by an expression.
inline const fact_definition* computed_fact(std::uint32_t slot,
                                            const bound_facts& facts) {
  const auto* f = facts.names->fact(slot);
  return f != nullptr && f->value && facts.stated[slot].is_unknown() ? f : nullptr;
}

// By slot: whether it is `on`, or derived from it.
inline std::vector<bool> resting_on(std::uint32_t on, const vocabulary& names) {
  std::vector<bool> rests(names.slots.size());
  rests[on] = true;
  for (const auto slot : names.derived) {  // each after those it rests on
    const auto& f = *names.fact(slot);
    const auto& inputs = inputs_of(f);
    rests[slot] =
        rests[slot] || std::any_of(inputs.begin(), inputs.end(),
                                   [&](std::uint32_t input) { return rests[input]; });
  }
  return rests;
}

// The definition of a fact that a remedy may change; null of a derived one that
// was not supplied.
inline const fact_definition* changeable_fact(std::uint32_t slot,
                                              const bound_facts& facts) {
  const auto* f = facts.names->fact(slot);
  const bool computed = f != nullptr && f->derived() && facts.stated[slot].is_unknown();
  return computed ? nullptr : f;
}

inline bool may_go(const fact_definition& f, bool up) {
  return f.change == changeable::either ||
         f.change == (up ? changeable::up : changeable::down);
}

}  // namespace norma::detail

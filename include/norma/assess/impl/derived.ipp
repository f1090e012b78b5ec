// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a fact is derived from.

#include <algorithm>  // std::any_of
#include <cstdint>    // std::uint32_t

#include <norma/assess/bind.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// The definition of a derived fact that was computed here, by an expression.
inline const fact_definition* computed_fact(std::uint32_t slot,
                                                  const bound_facts& facts) {
  const auto* f = facts.names->fact(slot);
  return f != nullptr && f->value && facts.stated[slot].is_unknown() ? f : nullptr;
}

// True if `slot` is `on`, or derived from it.
inline bool rests_on(std::uint32_t slot, std::uint32_t on, const vocabulary& names) {
  if (slot == on) return true;
  const auto* f = names.fact(slot);
  if (f == nullptr || !f->derived()) return false;
  const auto& inputs = f->value ? f->value->slots : f->table_inputs;
  return std::any_of(inputs.begin(), inputs.end(), [&](std::uint32_t input) {
    return rests_on(input, on, names);
  });
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint8_t

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/truth_step.hpp>

// Facts of a block that are true or false: as they lie, and derived.

namespace norma::batch::detail {

/// True and false as they lie; of rows that are not valid anything.
inline const word* block::read_booleans(std::size_t fact) {
  fact_state& state = facts_[fact];
  if (state.values != nullptr) return state.values;
  const column* c = lies_.facts[fact].values;
  if (c != nullptr && c->is == layout::boolean) {
    const auto* bits = static_cast<const std::uint8_t*>(c->values);
    return state.values = bits_at(bits, c->offset + first_);
  }
  word* bits = keep();
  if (c == nullptr || c->is != layout::boolean_byte) {
    fill(bits, words(), false);
  } else {
    loops().bytes(static_cast<const std::uint8_t*>(c->values) + c->offset + first_, rows_,
                  bits);
  }
  return state.values = bits;
}

inline answer block::booleans(std::size_t fact) {
  const word* bits = known(fact);
  return {read_booleans(fact), bits};
}

inline void block::booleans(std::size_t fact, kleene out) {
  const word* bits = known(fact);
  const kleene& derived = state_of(fact).truths;
  if (derived.yes == nullptr) {
    loops().join_fact(read_booleans(fact), bits, words(), false, true, out.yes, out.no);
    return;
  }
  for (std::size_t i = 0; i < words(); ++i) {
    out.yes[i] = bits[i] & derived.yes[i];
    out.no[i] = bits[i] & derived.no[i];
  }
}

/// A boolean where it was left blank, by the condition that derives it.
inline void block::compute(std::size_t fact, word* bits, const word* blank) {
  const kleene result{keep(), keep()};
  {
    const word* given = read_booleans(fact);
    reads_.facts[fact].computed->run(*this, result);
    for (std::size_t i = 0; i < words(); ++i) {
      bits[i] |= blank[i] & (result.yes[i] | result.no[i]);
      result.yes[i] = (result.yes[i] & blank[i]) | (given[i] & ~blank[i]);
      result.no[i] = (result.no[i] & blank[i]) | ~(given[i] | blank[i]);
    }
  }
  state_of(fact).truths = result;
}

}  // namespace norma::batch::detail

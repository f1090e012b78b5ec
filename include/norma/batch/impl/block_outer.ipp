// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int8_t …

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Facts of a unit in conditions about the elements of its lists.

namespace norma::batch::detail {

/// What is known of the fact of each element's unit; the unit's block knows it already.
inline const word* block::bring(std::size_t fact) {
  fact_state& state = facts_[fact];
  if (state.known != nullptr) return state.known;
  const std::size_t outer = *reads_.facts[fact].outer;
  const auto spread = [&](const word* of, word* to) {
    fill(to, words(), false);
    for (std::size_t i = 0; i < rows_; ++i) {
      if (bit_at(of, parents_[i])) set_bit(to, i);
    }
  };
  word* bits = keep();
  if (reads_.facts[fact].is->declared == fact_type::boolean) {
    const scratch_scope hold(run_.step_memory);
    const kleene is = around_->take_kleene();
    around_->booleans(outer, is);
    state.truths = {keep(), keep()};
    spread(is.yes, state.truths.yes);
    spread(is.no, state.truths.no);
    for (std::size_t i = 0; i < words(); ++i) {
      bits[i] = state.truths.yes[i] | state.truths.no[i];
    }
    return state.known = bits;
  }
  spread(around_->known(outer), bits);
  if (reads_.facts[fact].is->declared == fact_type::category) {
    const code_lanes lanes = around_->codes(outer);
    auto* codes = run_.block_memory.take_as<std::int8_t>(rows_);
    for (std::size_t i = 0; i < rows_ && lanes.values != nullptr; ++i) {
      codes[i] = lanes.values[parents_[i]];
    }
    if (lanes.values != nullptr) state.codes = {codes, bits};
  } else {
    const number_lanes lanes = around_->numbers(outer);
    auto* values = run_.block_memory.take_as<std::int64_t>(rows_);
    for (std::size_t i = 0; i < rows_ && lanes.values != nullptr; ++i) {
      values[i] = signed_at(lanes.is, lanes.values, parents_[i]);
    }
    if (lanes.values != nullptr)
      state.numbers = {values, layout::int64, lanes.scale, nullptr};
  }
  return state.known = bits;
}

}  // namespace norma::batch::detail

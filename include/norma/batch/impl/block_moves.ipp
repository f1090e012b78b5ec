// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Days of a block that are moved by a duration.

namespace norma::batch::detail {

/// Where the calendar does not reach, nothing is known.
inline number_lanes block::moved(std::size_t fact) {
  fact_state& state = state_of(fact);
  if (state.numbers.values != nullptr) return state.numbers;
  const read_move& by = *reads_.facts[fact].move;
  const number_lanes from = numbers(by.fact);
  auto* out = reinterpret_cast<std::int64_t*>(run_.kept.take(rows_));
  std::fill_n(out, rows_, std::int64_t{0});
  word* known = keep();
  fill(known, words(), false);
  const auto move = [&](std::size_t row) {
    const auto day = date::from_days(signed_at(from.is, from.values, row));
    if (!day) return;
    const auto to = by.months ? day->plus_months(*by.months) : day->plus_days(by.days);
    if (!to) return;
    out[row] = to->days();
    set_bit(known, row);
  };
  if (from.values != nullptr) for_each_bit(from.known, rows_, move);
  return state.numbers = {out, layout::int64, 0, known};
}

}  // namespace norma::batch::detail

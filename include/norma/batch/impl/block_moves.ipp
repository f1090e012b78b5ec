// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/block_numbers.ipp>
#include <norma/batch/impl/cells.ipp>

// Periods of a block, days that are moved by a duration, and products of two of its
// numbers.

namespace norma::batch::detail {

/// A period that ends before it begins is none.
inline void block::keep_periods(std::size_t fact, word* bits) {
  const column& c = *lies_.facts[fact].values;
  const column* from = field_of(c, "from");
  const column* to = field_of(c, "to");
  for (const column* end : {from, to}) {
    if (end == nullptr || end->is == layout::none) return;
  }
  const scratch_scope hold(run_.step_memory);
  word* right = take();
  const auto days = [&](const column& of, std::int64_t factor) {
    const std::size_t before = of.offset + c.offset + first_;
    return term{static_cast<const char*>(of.values) + before * width_of(of.is), of.is,
                factor, largest_of(of.is)};
  };
  // to - from >= 0, which 64 bits always have.
  static_cast<void>(loops().sum_at_least(days(*to, 1), days(*from, -1), 0, rows_, right));
  for (column end : {*from, *to}) {
    if (end.valid_bits == nullptr && end.valid_bytes == nullptr) continue;
    end.offset += c.offset;
    const word* valid = valid_bits(&end);
    for (std::size_t i = 0; i < words(); ++i) right[i] |= ~valid[i];
  }
  keep_right(right, bits);
}

/// Where the calendar does not reach, nothing is known.
inline number_lanes block::moved(std::size_t fact) {
  const read_move& by = *reads_.facts[fact].move;
  const number_lanes from = numbers(by.fact);
  auto* out = run_.block_memory.take_as<std::int64_t>(rows_);
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
  return state_of(fact).numbers = {out, layout::int64, 0, known};
}

/// A row whose product has no 64 bits is left to the scalar engine.
inline number_lanes block::product(std::size_t fact) {
  const read_product& of = *reads_.facts[fact].product;
  const number_lanes one = numbers(of.one);
  const number_lanes other = numbers(of.other);
  auto* out = run_.block_memory.take_as<std::int64_t>(rows_);
  std::fill_n(out, rows_, std::int64_t{0});
  word* known = keep();
  for (std::size_t i = 0; i < words(); ++i) {
    known[i] = one.values == nullptr || other.values == nullptr
                   ? 0
                   : one.known[i] & other.known[i];
  }
  for_each_bit(known, rows_, [&](std::size_t row) {
    const wide_integer both = wide_integer{signed_at(one.is, one.values, row)} *
                              signed_at(other.is, other.values, row);
    if (has_64_bits(both)) {
      out[row] = static_cast<std::int64_t>(both);
    } else {
      doubt(row);
    }
  });
  return state_of(fact).numbers = {out, layout::int64, one.scale + other.scale, known};
}

}  // namespace norma::batch::detail

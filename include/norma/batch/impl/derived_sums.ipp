// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n, std::fill_n, std::max
#include <cstdint>    // std::int64_t

#include <norma/batch/impl/block_numbers.ipp>
#include <norma/batch/impl/integer_form.ipp>
#include <norma/batch/impl/loose_rows.ipp>
#include <norma/batch/impl/loose_sum.ipp>
#include <norma/batch/impl/whole_numbers.ipp>

// Numbers and days that are derived: by a sum of others, aggregates among them.

namespace norma::batch::detail {

/// Such a number on another scale; one that has no place there is larger than 64 bits.
[[nodiscard]] inline wide_integer on_scale(wide_integer n, int from, int to) {
  return has_64_bits(n) ? n * power_of_10(to - from) : n;
}

/// A number where it was left blank, by the sum that derives it, or between what it lies;
/// a row where that has not 64 bits is doubted.
inline void block::add_up(std::size_t fact, word* bits, const word* blank) {
  const linear_form& sum = *reads_.facts[fact].sum;
  const scratch_scope hold(run_.step_memory);
  const integer_form over = over_columns(sum, as_they_are(sum), *this, false);
  const number_lanes given = state_of(fact).numbers;
  word* known = take();
  std::copy_n(blank, words(), known);
  int of_parts = 0;
  for (std::size_t part = 0; part < over.parts; ++part) {
    const number_lanes& lanes = over.lanes[part];
    of_parts = std::max(of_parts, lanes.scale);
    for (std::size_t i = 0; i < words(); ++i) {
      known[i] &= lanes.values == nullptr ? 0 : lanes.known[i];
    }
  }
  const int scale = std::max(of_parts, given.values == nullptr ? 0 : given.scale);
  auto* out = run_.block_memory.take_as<std::int64_t>(rows_);
  std::fill_n(out, rows_, std::int64_t{0});
  state_of(fact).numbers = {out, layout::int64, scale, nullptr};
  if (scale > 18) return doubt_all();
  const auto keep_number = [&](std::size_t row, wide_integer n) {
    if (!has_64_bits(n)) return doubt(row);
    out[row] = static_cast<std::int64_t>(n);
  };
  const loose_sum ends(sum, over, *this);
  for_each_bit(known, rows_, [&](std::size_t row) {
    if (ends.in_128_bits()) {
      return keep_number(row, on_scale(wide_total_at(over, row), of_parts, scale));
    }
    const number n = total_at(sum, over, row) * number{power_of_10(scale)};
    if (const auto fits = n.to_int64()) return keep_number(row, *fits);
    doubt(row);
  });
  if (given.values != nullptr) {
    for_each_bit(bits, rows_, [&](std::size_t row) {
      const std::int64_t n = signed_at(given.is, given.values, row);
      keep_number(row, on_scale(n, given.scale, scale));
    });
  }
  if (ends.any()) {
    loose_rows loose(*this);
    word* rows = take();
    for (std::size_t i = 0; i < words(); ++i) rows[i] = blank[i] & ~known[i];
    ends.keep_bounded(rows, words());
    for_each_bit(rows, rows_, [&](std::size_t row) {
      if (!ends.in_128_bits()) return doubt(row);
      const auto end = [&](bool low) {
        auto n = ends.wide_end(row, low);
        if (n) *n = on_scale(*n, of_parts, scale);
        return n;
      };
      loose.put(row, end(true), end(false));
    });
    state_of(fact).loose = loose.lanes(known);
  }
  const word* right =
      in_range(fact, integers_in_range(*reads_.facts[fact].is, scale), known);
  for (std::size_t i = 0; i < words(); ++i) bits[i] |= right[i];
}

}  // namespace norma::batch::detail

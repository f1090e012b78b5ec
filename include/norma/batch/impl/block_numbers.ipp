// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>     // std::nearbyint
#include <limits>    // std::numeric_limits
#include <optional>  // std::optional

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Numbers of a block on one scale and within their range.

namespace norma::batch::detail {

/// 10 to the power of `n`, up to 18.
[[nodiscard]] inline std::int64_t power_of_10(int n) {
  std::int64_t result = 1;
  while (n-- > 0) result *= 10;
  return result;
}

/// Numbers that do not lie as integers of the fact's scale become such; rows where
/// there is none, or not one that fits, are doubted.
inline void block::convert(std::size_t fact, word* bits) {
  const fact_definition& f = *reads_.facts[fact].is;
  const column& c = *lies_.facts[fact].values;
  auto* out = reinterpret_cast<std::int64_t*>(run_.kept.take(rows_));
  const int scale = f.scaled ? f.scale : f.declared == fact_type::number ? 6 : 0;
  const auto power = static_cast<double>(power_of_10(scale));
  for (std::size_t row = 0; row < rows_; ++row) {
    out[row] = 0;
    if (!bit_at(bits, row)) continue;
    if (c.is == layout::float64) {
      const auto d = at<double>(c.values, c.offset + first_ + row);
      if (d != d) {  // nothing is known
        clear_bit(bits, row);
        continue;
      }
      // Of at most 15 digits: then no shorter decimal reads back as `d`.
      const double whole = std::nearbyint(d * power);
      if (whole > -1e15 && whole < 1e15 && whole / power == d) {
        out[row] = static_cast<std::int64_t>(whole);
        continue;
      }
    }
    const value v = plain_cell(c, first_ + row);
    const number* n = v.num();
    const auto fits =
        n == nullptr ? std::nullopt : (*n * number{power_of_10(scale)}).to_int64();
    if (fits) {
      out[row] = *fits;
    } else {
      doubt(row);
    }
  }
  state_of(fact).numbers = {out, layout::int64, scale, nullptr};
}

/// True if the column's values are what the engine computes with.
[[nodiscard]] inline bool lies_ready(const column& c, const fact_definition& f) {
  if (c.is == layout::date32) return true;
  if (!is_integer(c.is) || c.is == layout::uint64) return false;
  if (c.scale == 0) return true;
  return f.declared == fact_type::number
             ? !f.scaled || c.scale <= f.scale
             : f.declared == fact_type::amount && c.scale <= f.scale;
}

inline void block::keep_in_range(std::size_t fact, word* bits) {
  const fact_definition& f = *reads_.facts[fact].is;
  const bool at_least_0 = f.declared == fact_type::count && !f.range;
  if (!f.range && !at_least_0) return;
  const number_lanes& lanes = state_of(fact).numbers;
  std::int64_t low = 0;
  std::int64_t high = 0;
  loops().extent(lanes.values, lanes.is, rows_, low, high);
  // The first and last integers of the range, on the scale of the lanes.
  std::int64_t first = at_least_0 ? 0 : std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
  if (f.range) {
    const auto end = [&](const value& v, bool is_low, bool included) {
      std::optional<std::int64_t> fits;
      bool exact = true;
      if (const date* day = v.day()) fits = day->days();
      if (const number* n = v.num()) {
        const number scaled_end = *n * number{power_of_10(lanes.scale)};
        const number whole =
            scaled_end.rounded(0, is_low ? rounding::ceiling : rounding::floor);
        exact = whole == scaled_end;
        fits = whole.to_int64();
      }
      if (!fits) return;
      const bool skip = exact && !included;
      if (is_low) {
        first = *fits + (skip ? 1 : 0);
      } else {
        last = *fits - (skip ? 1 : 0);
      }
    };
    if (f.range->low) end(*f.range->low, true, f.range->low_included);
    if (f.range->high) end(*f.range->high, false, f.range->high_included);
  }
  if (low >= first && high <= last) return;
  const scratch_scope hold(run_.memory);
  word* within = take();
  loops().at_least(lanes.values, lanes.is, rows_, first, within);
  for (std::size_t i = 0; i < words(); ++i) bits[i] &= within[i];
  if (last == std::numeric_limits<std::int64_t>::max()) return;
  loops().at_least(lanes.values, lanes.is, rows_, last + 1, within);
  for (std::size_t i = 0; i < words(); ++i) bits[i] &= ~within[i];
}

}  // namespace norma::batch::detail

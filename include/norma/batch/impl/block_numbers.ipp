// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cmath>      // std::nearbyint
#include <limits>     // std::numeric_limits
#include <optional>   // std::optional

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
/// there is none, or not one that fits, are doubted. NaN is blank, and joins `blank`, if
/// that is asked for.
inline void block::convert(std::size_t fact, word* bits, word* blank) {
  const column& c = *lies_.facts[fact].values;
  auto* out = run_.block_memory.take_as<std::int64_t>(rows_);
  const int scale = lies_.facts[fact].scale;
  const auto power = static_cast<double>(power_of_10(scale));
  const bool short_counts =
      c.was_float32 && reads_.facts[fact].is->declared == fact_type::count;
  const double most = short_counts ? 0x1p24 : 1e15;
  for (std::size_t row = 0; row < rows_; ++row) {
    out[row] = 0;
    if (!bit_at(bits, row)) continue;
    if (c.is == layout::float64) {
      const auto d = at<double>(c.values, c.offset + first_ + row);
      if (d != d) {  // nothing is known
        clear_bit(bits, row);
        if (blank != nullptr) set_bit(blank, row);
        continue;
      }
      // Of at most 15 digits: then no shorter decimal reads back as `d`. Counts of short
      // floats have fewer.
      const double whole = std::nearbyint(d * power);
      if (whole > -most && whole < most && whole / power == d) {
        out[row] = static_cast<std::int64_t>(whole);
        continue;
      }
    }
    const value v = cell_at(c, first_ + row, *reads_.facts[fact].is, {});
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
  if (c.scale < 0 || c.scale > 18) return false;  // no power of ten in 64 bits
  return f.declared == fact_type::number
             ? !f.scaled || c.scale <= f.scale
             : f.declared == fact_type::amount && c.scale <= f.scale;
}

/// The largest size of integers that lie so.
[[nodiscard]] inline std::int64_t largest_of(layout is) {
  const std::size_t width = width_of(is);
  return width >= 8 ? std::numeric_limits<std::int64_t>::max()
                    : std::int64_t{1} << (8 * width);
}

/// Numbers that are computed with as they lie.
inline void block::place_numbers(std::size_t fact) {
  const column& c = *lies_.facts[fact].values;
  state_of(fact).numbers = {
      static_cast<const char*>(c.values) + (c.offset + first_) * width_of(c.is), c.is,
      lies_.facts[fact].scale, nullptr, largest_of(c.is)};
}

inline const number_lanes* block::unseen(std::size_t fact) {
  const read_fact& reads = reads_.facts[fact];
  const bound_fact& lies = lies_.facts[fact];
  if (lies.values == nullptr || !lies.ready || !lies.range) return nullptr;
  if (reads.derived() || reads.outer) return nullptr;
  const fact_state& state = facts_[fact];
  if (state.admitted != nullptr || state.seen) return nullptr;
  place_numbers(fact);
  return &state.numbers;
}

/// The integers of the fact's range on a scale; nothing if it may have any.
[[nodiscard]] inline std::optional<integer_range> integers_in_range(
    const fact_definition& f, int scale) {
  const bool at_least_0 = f.declared == fact_type::count && !f.range;
  if (!f.range && !at_least_0) return std::nullopt;
  integer_range result;
  if (at_least_0) {
    result.first = 0;
    return result;
  }
  const integer_range none{std::numeric_limits<std::int64_t>::max(),
                           std::numeric_limits<std::int64_t>::min()};
  const auto end = [&](const value& v, bool is_low, bool included) {
    std::optional<std::int64_t> fits;
    bool exact = true;
    bool positive = false;
    if (const date* day = v.day()) fits = day->days();
    if (const number* n = v.num()) {
      const number scaled_end = *n * number{power_of_10(scale)};
      const number whole =
          scaled_end.rounded(0, is_low ? rounding::ceiling : rounding::floor);
      exact = whole == scaled_end;
      fits = whole.to_int64();
      positive = whole.sign() > 0;
    }
    const bool skip = exact && !included;
    const std::int64_t outermost = is_low ? none.first : none.last;
    if (fits ? skip && *fits == outermost : positive == is_low) {
      result = none;  // no integer of 64 bits is on this side of the end
    } else if (fits && is_low) {
      result.first = *fits + (skip ? 1 : 0);
    } else if (fits) {
      result.last = *fits - (skip ? 1 : 0);
    }
  };
  if (f.range->low) end(*f.range->low, true, f.range->low_included);
  const bool empty = result.first > result.last;
  if (f.range->high && !empty) end(*f.range->high, false, f.range->high_included);
  return result;
}

/// The rows without those whose values are outside the range: these are in error. Notes
/// how large the values are.
inline const word* block::in_range(std::size_t fact,
                                   const std::optional<integer_range>& range,
                                   const word* bits) {
  if (!range) return bits;
  number_lanes& lanes = state_of(fact).numbers;
  const auto& seen = state_of(fact).seen;
  const extent_of extent = seen ? *seen : loops().extent(lanes.values, lanes.is, rows_);
  lanes.largest = std::min(lanes.largest, extent.largest());
  if (extent.low >= range->first && extent.high <= range->last) return bits;
  word* kept = copy_of(bits);
  const scratch_scope hold(run_.step_memory);
  word* within = take();
  loops().at_least(lanes.values, lanes.is, rows_, range->first, within);
  keep_right(within, kept);
  if (range->last == std::numeric_limits<std::int64_t>::max()) return kept;
  loops().at_least(lanes.values, lanes.is, rows_, range->last + 1, within);
  for (std::size_t i = 0; i < words(); ++i) within[i] = ~within[i];
  keep_right(within, kept);
  return kept;
}

}  // namespace norma::batch::detail

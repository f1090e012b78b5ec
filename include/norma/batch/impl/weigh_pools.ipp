// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional

#include <norma/batch/impl/integer_form.ipp>
#include <norma/batch/impl/pool_bounds.ipp>

// Comparison consumes the bounds of aggregates: the ends of a sum, each compared with 0.

namespace norma::batch::detail {

/// What holds of a sum that lies between two ends, each absent or compared with 0.
[[nodiscard]] inline truths within_ends(sign_test test, std::optional<int> low,
                                        std::optional<int> high) {
  switch (test) {
    case sign_test::at_least: return {low && *low >= 0, high && *high < 0};
    case sign_test::more: return {low && *low > 0, high && *high <= 0};
    default: break;
  }
  return {low && high && *low >= 0 && *high <= 0,
          (low && *low > 0) || (high && *high < 0)};
}

/// The end of the sum in the direction of `low`, compared with 0; nothing: it is
/// infinite. `T` takes products and sums without loss.
template <class T, class Factor, class Take>
[[nodiscard]] std::optional<T> end_of(const linear_form& sum, const integer_form& over,
                                      const pool_lanes* const* pools, std::size_t row,
                                      bool low, T total, const Factor& factor,
                                      const Take& take) {
  for (std::size_t i = 0; i < over.parts; ++i) {
    const number_lanes& lanes = over.lanes[i];
    if (bit_at(lanes.known, row)) {
      total = total + factor(i) * take(lanes, signed_at(lanes.is, lanes.values, row));
      continue;
    }
    const bool of_low = low == (sum.parts[i].factor.sign() > 0);
    if (!bit_at(of_low ? pools[i]->has_low : pools[i]->has_high, row))
      return std::nullopt;
    total =
        total + factor(i) * take(lanes, (of_low ? pools[i]->low : pools[i]->high)[row]);
  }
  return total;
}

/// Decides rows in which aggregates lie between bounds, and all else is known.
[[nodiscard]] inline answer weigh_pools(const linear_form& sum, const integer_form& over,
                                        sign_test test, block& in, answer is) {
  const auto** pools =
      reinterpret_cast<const pool_lanes**>(in.run().memory.take(over.parts));
  bool any = false;
  for (std::size_t i = 0; i < over.parts; ++i) {
    const std::size_t fact = sum.parts[i].fact;
    pools[i] = in.reads().facts[fact].pool ? &in.pool(fact) : nullptr;
    if (pools[i] != nullptr && pools[i]->loose == nullptr) pools[i] = nullptr;
    any = any || pools[i] != nullptr;
  }
  if (!any) return is;
  const std::size_t n = in.words();
  word* rows = in.take();
  word* bits = in.take();
  word* known = in.take();
  for (std::size_t i = 0; i < n; ++i) rows[i] = ~is.known[i];
  for (std::size_t part = 0; part < over.parts; ++part) {
    const word* exact = over.lanes[part].known;
    const word* loose = pools[part] == nullptr ? nullptr : pools[part]->loose;
    for (std::size_t i = 0; i < n; ++i) {
      rows[i] &= exact[i] | (loose == nullptr ? 0 : loose[i]);
    }
  }
  std::copy_n(is.bits, n, bits);
  std::copy_n(is.known, n, known);
  const bool wide = over.fits && over.parts <= most_in_128_bits;
  for_each_bit(rows, in.rows(), [&](std::size_t row) {
    const auto end = [&](bool low) -> std::optional<int> {
      if (wide) {
        const auto found = end_of(
            sum, over, pools, row, low, wide_integer{over.constant},
            [&](std::size_t i) { return wide_integer{over.factors[i]}; },
            [](const number_lanes&, std::int64_t x) { return wide_integer{x}; });
        return found ? std::optional{*found > 0 ? 1 : *found < 0 ? -1 : 0} : std::nullopt;
      }
      const auto found = end_of(
          sum, over, pools, row, low, sum.constant,
          [&](std::size_t i) { return sum.parts[i].factor; },
          [](const number_lanes& on, std::int64_t x) {
            return scaled(number{x}, on.scale);
          });
      return found ? std::optional{found->sign()} : std::nullopt;
    };
    const truths both = within_ends(test, end(true), end(false));
    if (!both.yes && !both.no) return;
    set_bit(known, row);
    (both.yes ? set_bit : clear_bit)(bits, row);
  });
  return {bits, known};
}

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n
#include <cstdint>    // std::int64_t
#include <new>        // placement new
#include <optional>   // std::optional

#include <norma/batch/impl/integer_form.ipp>

// Sums with parts that are not known, but lie between bounds: the ends of the sum, and
// what a comparison decides by them.

namespace norma::batch::detail {

/// A sum of which some parts are loose in some rows: in words of a `scratch_scope`.
class loose_sum {
 public:
  loose_sum(const linear_form& sum, const integer_form& over, block& in)
      : sum_(sum), over_(over) {
    parts_ = in.run().step_memory.take_as<loose_lanes>(over.parts);
    for (std::size_t i = 0; i < over.parts; ++i) {
      const std::size_t fact = sum.parts[i].fact;
      const bool may_be = in.reads().facts[fact].loose;
      new (parts_ + i) loose_lanes(may_be ? in.loose(fact) : loose_lanes{});
      any_ = any_ || parts_[i].rows != nullptr;
    }
  }

  /// False if no part is loose.
  [[nodiscard]] bool any() const { return any_; }
  /// Keeps of the rows those of which each part is known or loose.
  void keep_bounded(word* rows, std::size_t words) const {
    for (std::size_t part = 0; part < over_.parts; ++part) {
      const word* exact = over_.lanes[part].known;
      const word* loose = parts_[part].rows;
      for (std::size_t i = 0; i < words; ++i) {
        rows[i] &= exact[i] | (loose == nullptr ? 0 : loose[i]);
      }
    }
  }
  /// True if each end has a place in 128 bits, as an integer on the scale of `over`.
  [[nodiscard]] bool in_128_bits() const {
    return over_.fits && over_.parts <= most_in_128_bits;
  }
  /// The low end of a row, or the high one; nothing: it is infinite.
  [[nodiscard]] std::optional<wide_integer> wide_end(std::size_t row, bool low) const {
    return end<wide_integer>(
        row, low, over_.constant,
        [&](std::size_t i) { return wide_integer{over_.factors[i]}; },
        [](std::size_t, std::int64_t x) { return wide_integer{x}; });
  }
  [[nodiscard]] std::optional<number> exact_end(std::size_t row, bool low) const {
    return end<number>(
        row, low, sum_.constant, [&](std::size_t i) { return sum_.parts[i].factor; },
        [&](std::size_t i, std::int64_t x) {
          return scaled(number{x}, over_.lanes[i].scale);
        });
  }

 private:
  template <class T, class Factor, class Take>
  [[nodiscard]] std::optional<T> end(std::size_t row, bool low, T total,
                                     const Factor& factor, const Take& take) const {
    for (std::size_t i = 0; i < over_.parts; ++i) {
      const number_lanes& lanes = over_.lanes[i];
      if (bit_at(lanes.known, row)) {
        total = total + factor(i) * take(i, signed_at(lanes.is, lanes.values, row));
        continue;
      }
      const loose_lanes& part = parts_[i];
      const bool of_low = low == (sum_.parts[i].factor.sign() > 0);
      if (!bit_at(of_low ? part.has_low : part.has_high, row)) return std::nullopt;
      total = total + factor(i) * take(i, (of_low ? part.low : part.high)[row]);
    }
    return total;
  }

  const linear_form& sum_;
  const integer_form& over_;
  loose_lanes* parts_ = nullptr;
  bool any_ = false;
};

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

/// Decides rows in which parts lie between bounds, and all else is known.
[[nodiscard]] inline answer weigh_loose(const linear_form& sum, const integer_form& over,
                                        sign_test test, block& in, answer is) {
  const loose_sum loose(sum, over, in);
  if (!loose.any()) return is;
  const std::size_t n = in.words();
  word* rows = in.take();
  word* bits = in.take();
  word* known = in.take();
  for (std::size_t i = 0; i < n; ++i) rows[i] = ~is.known[i];
  loose.keep_bounded(rows, n);
  std::copy_n(is.bits, n, bits);
  std::copy_n(is.known, n, known);
  for_each_bit(rows, in.rows(), [&](std::size_t row) {
    const auto sign = [&](bool low) -> std::optional<int> {
      if (!loose.in_128_bits()) {
        const auto found = loose.exact_end(row, low);
        return found ? std::optional{found->sign()} : std::nullopt;
      }
      const auto found = loose.wide_end(row, low);
      return found ? std::optional{*found > 0 ? 1 : *found < 0 ? -1 : 0} : std::nullopt;
    };
    const truths both = within_ends(test, sign(true), sign(false));
    if (!both.yes && !both.no) return;
    set_bit(known, row);
    (both.yes ? set_bit : clear_bit)(bits, row);
  });
  return {bits, known};
}

}  // namespace norma::batch::detail

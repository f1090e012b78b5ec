// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max
#include <charconv>   // std::to_chars
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/value/impl/number_big.ipp>

// Integers and finite decimals as digits.

namespace norma::detail {

/// Powers of ten up to this fit in 64 bits.
inline constexpr int small_scale = 18;

[[nodiscard]] inline std::int64_t small_power_of_ten(int exponent) {
  std::int64_t result = 1;
  for (; exponent > 0; --exponent) result *= 10;
  return result;
}

/// A denominator as a product of powers of 2 and 5.
struct decimal_factors {
  std::size_t twos, fives;
  [[nodiscard]] std::size_t scale() const { return std::max(twos, fives); }
};

/// The factors of a positive denominator; nothing if it has others: then no number of
/// decimals is enough.
[[nodiscard]] inline std::optional<decimal_factors> decimal_factors_of(
    big_int denominator) {
  const auto twos = static_cast<std::size_t>(lsb(denominator));
  denominator >>= static_cast<unsigned>(twos);
  if (denominator == 1) return decimal_factors{twos, 0};
  if (denominator % 5 != 0) return std::nullopt;
  // 5^n has 2.3219 n bits: by their number it is this n or the next.
  const auto least = static_cast<std::size_t>(msb(denominator)) * 100'000 / 232'193;
  big_int power = pow(big_int{5}, static_cast<unsigned>(least));
  if (power == denominator) return decimal_factors{twos, least};
  power *= 5;
  if (power == denominator) return decimal_factors{twos, least + 1};
  return std::nullopt;
}

/// `units` / 10^`scale` with exactly `scale` decimals.
[[nodiscard]] inline std::string write_scaled(std::string units, std::size_t scale) {
  const bool negative = units.front() == '-';
  if (negative) units.erase(0, 1);
  if (scale > 0) {
    if (units.size() <= scale) units.insert(0, scale + 1 - units.size(), '0');
    units.insert(units.size() - scale, 1, '.');
  }
  if (negative) units.insert(0, 1, '-');
  return units;
}

[[nodiscard]] inline std::string write_integer(std::int64_t n) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, n).ptr;
  return std::string(buffer, end);
}

/// Writes an integer that is not negative half by half: by one small divisor after the
/// other it would take time by the square of its length.
class big_writer {
 public:
  explicit big_writer(const big_int& n) : halves_{power_of_ten(small_scale)} {
    while (true) {
      big_int whole = halves_.back() * halves_.back();
      if (n < whole) break;
      halves_.push_back(std::move(whole));
    }
    put(n, halves_.size(), false);
  }

  [[nodiscard]] std::string digits() && { return std::move(digits_); }

 private:
  // `n` is below the square of the last of so many halves; `whole`: zeros before it
  // count.
  void put(const big_int& n, std::size_t halves, bool whole) {
    if (halves == 0) {
      const auto last = write_integer(as_int64(n));
      if (whole) digits_.append(small_scale - last.size(), '0');
      digits_ += last;
      return;
    }
    big_int high, low;
    divide_qr(n, halves_[halves - 1], high, low);
    const bool more = whole || high != 0;
    if (more) put(high, halves - 1, whole);
    put(low, halves - 1, more);
  }

  std::vector<big_int> halves_;  ///< each the square of the last
  std::string digits_;
};

[[nodiscard]] inline std::string write_integer(const big_int& n) {
  if (fits_int64(n)) return write_integer(as_int64(n));
  return (n < 0 ? "-" : "") + big_writer{abs(n)}.digits();
}

}  // namespace norma::detail

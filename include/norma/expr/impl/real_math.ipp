// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>     // std::log, std::log2, std::sqrt
#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t
#include <optional>  // std::optional

#include <norma/value/number.hpp>

// Irrational functions on exact numbers: worked out to more digits than are
// kept, then rounded once, half-even, to 34. Doubles only say where an
// iteration starts; the digits do not depend on them.

namespace norma::expr::detail {

inline constexpr int kept_digits = 34;  ///< of decimal128
inline constexpr int working_digits = 64;

/// What one of these functions of `n` counts for, in steps of evaluation.
[[nodiscard]] inline std::size_t root_cost(const number& n) {
  return 4'000 + 20 * n.digits();
}
[[nodiscard]] inline std::size_t exp_cost(const number& n) {
  return 45'000 + 20 * n.digits();
}
[[nodiscard]] inline std::size_t log_cost(const number& n) {
  return 60'000 + 30 * n.digits();
}
[[nodiscard]] inline std::size_t power_cost(const number& n) {
  return 110'000 + 30 * n.digits();
}

/// Digits before the point of |n|, at most one too many; 0 or less for
/// fractions. `n` is not zero.
[[nodiscard]] inline int magnitude_of(const number& n) {
  const auto above = n.numerator();
  const auto digits = static_cast<int>(above.size()) - (above.front() == '-' ? 1 : 0);
  return digits - static_cast<int>(n.denominator().size()) + 1;
}

/// Rounded to `digits` significant ones, or one more.
[[nodiscard]] inline number cut_to(const number& n, int digits) {
  if (n.sign() == 0) return n;
  return n.rounded(digits - magnitude_of(n) + 1, rounding::half_even);
}

/// Rounded half-even to exactly 34 significant digits.
[[nodiscard]] inline number keep_digits(const number& n) {
  if (n.sign() == 0) return n;
  // magnitude_of may be one too many: compare with that power of ten.
  auto magnitude = magnitude_of(n);
  const auto size = n.sign() < 0 ? -n : n;
  const auto bound = *number{10}.power(magnitude - 1, 100'000);
  if (size < bound) --magnitude;
  return n.rounded(kept_digits - magnitude, rounding::half_even);
}

[[nodiscard]] inline number real_sqrt(const number& n) {
  if (n.sign() == 0) return n;
  // Start from n = m * 100^k with m near 1, which a double holds.
  const auto k = magnitude_of(n) / 2;
  const auto shift = *number{10}.power(2 * k, 100'000);
  const auto start = number::from_double(std::sqrt(divide(n, shift)->to_double()));
  auto x = cut_to(*start * *number{10}.power(k, 100'000), 20);
  for (int i = 0; i < 4; ++i)
    x = cut_to(*divide(x + *divide(n, x), number{2}), working_digits);
  return keep_digits(x);
}

/// e to the power of n; nothing if it would take more than `max_digits`.
[[nodiscard]] inline std::optional<number> real_exp_working(const number& n,
                                                            std::size_t max_digits) {
  if (n.sign() == 0) return number{1};
  // |n| < 2.4 * max_digits bounds the digits of the result (ln 10 = 2.30…).
  const auto size = n.sign() < 0 ? -n : n;
  if (size > number{static_cast<std::int64_t>(max_digits) * 23 / 10}) return std::nullopt;
  // exp(n) = exp(n / 2^halvings)^(2^halvings), the first by its series.
  int halvings = 4;
  for (number limit{1}; limit < size; limit = limit * number{2}) ++halvings;
  const auto digits = working_digits + halvings;
  const auto x = cut_to(*divide(n, *number{2}.power(halvings, 1000)), digits);
  number sum{1}, term{1};
  for (int i = 1; i < 200; ++i) {
    term = cut_to(*divide(term * x, number{i}), digits);
    if (term.sign() == 0 || magnitude_of(term) < -digits) break;
    sum = sum + term;
  }
  sum = cut_to(sum, digits);
  for (int i = 0; i < halvings; ++i) sum = cut_to(sum * sum, digits);
  return sum;
}

[[nodiscard]] inline std::optional<number> real_exp(const number& n,
                                                    std::size_t max_digits) {
  const auto result = real_exp_working(n, max_digits);
  if (!result) return std::nullopt;
  return keep_digits(*result);
}

/// log n = 2 (z + z^3 / 3 + z^5 / 5 …) with z = (n - 1) / (n + 1), near 1.
[[nodiscard]] inline number real_log_near_one(const number& n) {
  const auto z = cut_to(*divide(n - number{1}, n + number{1}), working_digits);
  const auto square = cut_to(z * z, working_digits);
  number sum = z, power = z;
  for (int i = 3; i < 200 && power.sign() != 0; i += 2) {
    power = cut_to(power * square, working_digits);
    sum = cut_to(sum + *divide(power, number{i}), working_digits);
    if (magnitude_of(power) < magnitude_of(sum) - working_digits) break;
  }
  return sum * number{2};
}

/// The natural logarithm of a positive number other than 1, to working digits.
[[nodiscard]] inline number real_log_working(const number& n) {
  const auto off = n - number{1};
  if ((off.sign() < 0 ? -off : off) < *number::ratio(1, 20)) return real_log_near_one(n);
  // Start from n = m * 10^k; then y + 2 (n - e^y) / (n + e^y) triples the digits.
  const auto k = magnitude_of(n);
  const auto mantissa = k >= 0 ? divide(n, *number{10}.power(k, 100'000))->to_double()
                               : (n * *number{10}.power(-k, 100'000)).to_double();
  const auto start = std::log(mantissa) + k * 2.302585092994045684;
  auto y = cut_to(*number::from_double(start), 20);
  for (int i = 0; i < 3; ++i) {
    const auto power = real_exp_working(y, 1'000'000);
    if (!power) break;
    const auto step = divide(number{2} * (n - *power), n + *power);
    y = cut_to(y + cut_to(*step, working_digits), working_digits);
  }
  return y;
}

[[nodiscard]] inline number real_log(const number& n) {
  if (n == number{1}) return number{0};
  return keep_digits(real_log_working(n));
}

}  // namespace norma::expr::detail

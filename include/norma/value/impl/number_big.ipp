// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int64_t, std::uint64_t
#include <limits>   // std::numeric_limits
#include <memory>   // std::make_shared
#include <numeric>  // std::gcd
#include <utility>  // std::move

#include <boost/multiprecision/cpp_int.hpp>

#include <norma/value/number.hpp>

// What lies behind the 64-bit numbers. Every result passes through `make` or
// `make_wide`, which bring it to lowest terms and back to 64 bits where it fits:
// that is what makes the representation of a number unique.

namespace norma::detail {

// Expression templates would let `auto` hold a reference into a temporary.
using big_int = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>,
                                              boost::multiprecision::et_off>;

__extension__ typedef __int128 int128;
__extension__ typedef unsigned __int128 uint128;

inline constexpr std::int64_t int64_min = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t int64_max = std::numeric_limits<std::int64_t>::max();

struct big_rational {
  big_int numerator;
  big_int denominator;  // positive

  [[nodiscard]] static bool is_big(const number& n) { return n.denominator_ == 0; }
  [[nodiscard]] static big_rational of(const number& n) {
    return is_big(n) ? *n.big_ : big_rational{n.numerator_, n.denominator_};
  }

  /// From lowest terms with a positive denominator.
  [[nodiscard]] static number small(std::int64_t numerator, std::int64_t denominator) {
    number result{numerator};
    result.denominator_ = denominator;
    return result;
  }
  /// From lowest terms with a positive denominator, of any size.
  [[nodiscard]] static number reduced(big_int numerator, big_int denominator);
  /// From any terms; the denominator is not 0.
  [[nodiscard]] static number make(big_int numerator, big_int denominator);
  /// From any terms below 2^127 in size; the denominator is not 0.
  [[nodiscard]] static number make_wide(int128 numerator, int128 denominator);
};

/// The size of a signed number, the least one included.
[[nodiscard]] inline std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(n)
               : static_cast<std::uint64_t>(n);
}

[[nodiscard]] inline bool fits_int64(const big_int& n) {
  return n >= int64_min && n <= int64_max;
}

/// `n`, which fits.
[[nodiscard]] inline std::int64_t as_int64(const big_int& n) {
  const auto size = static_cast<std::uint64_t>(big_int{abs(n)});
  return static_cast<std::int64_t>(n < 0 ? std::uint64_t{0} - size : size);
}

[[nodiscard]] inline big_int as_big(int128 n) {
  const auto size =
      n < 0 ? uint128{0} - static_cast<uint128>(n) : static_cast<uint128>(n);
  big_int result = static_cast<std::uint64_t>(size >> 64);
  result <<= 64;
  result |= static_cast<std::uint64_t>(size);
  return n < 0 ? big_int{-result} : result;
}

[[nodiscard]] inline uint128 gcd_wide(uint128 a, uint128 b) {
  constexpr uint128 limit = std::numeric_limits<std::uint64_t>::max();
  while (a > limit || b > limit) {
    if (b == 0) return a;
    const auto rest = a % b;
    a = b;
    b = rest;
  }
  return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

/// 10 to the power of `exponent`, which the caller bounds.
[[nodiscard]] inline big_int power_of_ten(std::size_t exponent) {
  return pow(big_int{10}, static_cast<unsigned>(exponent));
}

/// At least as many digits as `n` has; at most one too many.
[[nodiscard]] inline std::size_t digits_of(const big_int& n) {
  if (n == 0) return 1;
  const auto last = n < 0 ? msb(big_int{-n}) : msb(n);
  return (static_cast<std::size_t>(last) + 1) * 30103 / 100000 + 1;
}

inline number big_rational::reduced(big_int numerator, big_int denominator) {
  if (fits_int64(numerator) && denominator <= int64_max)
    return small(as_int64(numerator), as_int64(denominator));
  number result;
  result.denominator_ = 0;
  result.big_ = std::make_shared<const big_rational>(
      big_rational{std::move(numerator), std::move(denominator)});
  return result;
}

inline number big_rational::make(big_int numerator, big_int denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (denominator != 1) {
    const big_int common = gcd(numerator, denominator);
    if (common != 1) {
      numerator /= common;
      denominator /= common;
    }
  }
  return reduced(std::move(numerator), std::move(denominator));
}

inline number big_rational::make_wide(int128 numerator, int128 denominator) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  if (denominator != 1) {
    const auto size = static_cast<uint128>(numerator < 0 ? -numerator : numerator);
    const auto common =
        static_cast<int128>(gcd_wide(size, static_cast<uint128>(denominator)));
    numerator /= common;
    denominator /= common;
  }
  if (numerator >= int64_min && numerator <= int64_max && denominator <= int64_max)
    return small(static_cast<std::int64_t>(numerator),
                 static_cast<std::int64_t>(denominator));
  return reduced(as_big(numerator), as_big(denominator));
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/number.hpp>

#include <bit>    // std::bit_width
#include <cmath>  // std::ldexp

#include <norma/value/impl/number_big.ipp>
#include <norma/value/impl/number_text.ipp>

namespace norma {

NORMA_INLINE std::optional<number> number::ratio(std::int64_t numerator,
                                                 std::int64_t denominator) {
  if (denominator == 0) return std::nullopt;
  return detail::big_rational::make_wide(numerator, denominator);
}

NORMA_INLINE number number::add(const number& a, const number& b) {
  using detail::big_rational;
  using detail::int128;
  if (!a.big_ && !b.big_) {
    // Each product is below 2^126 in size, so the sum fits.
    const auto numerator =
        int128{a.numerator_} * b.denominator_ + int128{b.numerator_} * a.denominator_;
    return big_rational::make_wide(numerator, int128{a.denominator_} * b.denominator_);
  }
  if (a.sign() == 0) return b;
  if (b.sign() == 0) return a;
  const auto x = big_rational::of(a);
  const auto y = big_rational::of(b);
  if (x.denominator == y.denominator)
    return big_rational::make(x.numerator + y.numerator, x.denominator);
  // By what the denominators share, which of decimals is nearly all: what the sum can be
  // shortened by divides that (Knuth, 4.5.1).
  const detail::big_int shared = gcd(x.denominator, y.denominator);
  const detail::big_int rest = x.denominator / shared;
  const detail::big_int sum = x.numerator * (y.denominator / shared) + y.numerator * rest;
  const detail::big_int common = gcd(sum, shared);
  if (common == 1) return big_rational::reduced(sum, rest * y.denominator);
  return big_rational::reduced(sum / common, rest * (y.denominator / common));
}

NORMA_INLINE number number::subtract(const number& a, const number& b) {
  return add(a, -b);
}

NORMA_INLINE number number::multiply(const number& a, const number& b) {
  using detail::big_rational;
  using detail::int128;
  if (!a.big_ && !b.big_)
    return big_rational::make_wide(int128{a.numerator_} * b.numerator_,
                                   int128{a.denominator_} * b.denominator_);
  const auto x = big_rational::of(a);
  const auto y = big_rational::of(b);
  return big_rational::make(x.numerator * y.numerator, x.denominator * y.denominator);
}

NORMA_INLINE std::optional<number> divide(const number& a, const number& b) {
  using detail::big_rational;
  using detail::int128;
  if (b.sign() == 0) return std::nullopt;
  if (!a.big_ && !b.big_)
    return big_rational::make_wide(int128{a.numerator_} * b.denominator_,
                                   int128{a.denominator_} * b.numerator_);
  const auto x = big_rational::of(a);
  const auto y = big_rational::of(b);
  return big_rational::make(x.numerator * y.denominator, x.denominator * y.numerator);
}

NORMA_INLINE number number::operator-() const {
  using detail::big_rational;
  if (!big_ && numerator_ != detail::int64_min)
    return big_rational::small(-numerator_, denominator_);
  auto big = big_rational::of(*this);
  return big_rational::reduced(-big.numerator, std::move(big.denominator));
}

NORMA_INLINE bool number::same_big(const number& a, const number& b) {
  return a.big_ == b.big_ || (a.big_->numerator == b.big_->numerator &&
                              a.big_->denominator == b.big_->denominator);
}

NORMA_INLINE std::strong_ordering number::compare(const number& a, const number& b) {
  using detail::big_rational;
  using detail::int128;
  if (!a.big_ && !b.big_) {
    const auto left = int128{a.numerator_} * b.denominator_;
    const auto right = int128{b.numerator_} * a.denominator_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  // The sign decides most comparisons with a big number without a product.
  if (const auto signs = a.sign() <=> b.sign(); signs != 0) return signs;
  const auto x = big_rational::of(a);
  const auto y = big_rational::of(b);
  const detail::big_int left = x.numerator * y.denominator;
  return left.compare(y.numerator * x.denominator) <=> 0;
}

NORMA_INLINE bool number::is_integer() const {
  return big_ ? big_->denominator == 1 : denominator_ == 1;
}

NORMA_INLINE int number::sign() const {
  if (big_) return big_->numerator.sign();
  return (numerator_ > 0) - (numerator_ < 0);
}

NORMA_INLINE std::optional<std::int64_t> number::to_int64() const {
  if (denominator_ != 1) return std::nullopt;
  return numerator_;
}

NORMA_INLINE double number::to_double() const {
  using detail::big_int;
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  if (!big_ && detail::magnitude(numerator_) <= exact && denominator_ <= exact)
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
  const auto big = detail::big_rational::of(*this);
  const double direction = big.numerator < 0 ? -1.0 : 1.0;
  const big_int numerator = abs(big.numerator);
  const big_int& denominator = big.denominator;
  // 2^exponent <= value < 2^(exponent + 1)
  auto exponent = static_cast<std::int64_t>(msb(numerator)) -
                  static_cast<std::int64_t>(msb(denominator));
  if (exponent > 1100) return direction * std::ldexp(1.0, 1100);
  if (exponent < -1100) return direction * 0.0;
  const auto scaled = [&](std::int64_t shift, bool below) {
    return below ? big_int{denominator << static_cast<unsigned>(shift > 0 ? shift : 0)}
                 : big_int{numerator << static_cast<unsigned>(shift < 0 ? -shift : 0)};
  };
  if (scaled(exponent, false) < scaled(exponent, true)) --exponent;
  // In units of the last place: 53 bits, fewer below the normal doubles.
  const auto unit = exponent - 52 < -1074 ? std::int64_t{-1074} : exponent - 52;
  const big_int units = detail::divide_rounded(scaled(unit, false), scaled(unit, true),
                                               rounding::half_even);
  return direction * std::ldexp(static_cast<double>(static_cast<std::uint64_t>(units)),
                                static_cast<int>(unit));
}

NORMA_INLINE std::size_t number::digits() const {
  const auto of = [](std::uint64_t n) {
    return static_cast<std::size_t>(std::bit_width(n)) * 30103 / 100000 + 1;
  };
  if (!big_)
    return of(detail::magnitude(numerator_)) +
           (denominator_ == 1 ? 0 : of(static_cast<std::uint64_t>(denominator_)));
  return detail::digits_of(big_->numerator) +
         (big_->denominator == 1 ? 0 : detail::digits_of(big_->denominator));
}

NORMA_INLINE std::optional<number> number::power(std::int64_t exponent,
                                                 std::size_t max_digits) const {
  using detail::big_int;
  if (exponent == 0) return number{1};
  if (sign() == 0) return exponent > 0 ? std::optional{number{0}} : std::nullopt;
  const auto times = detail::magnitude(exponent);
  auto [numerator, denominator] = detail::big_rational::of(*this);
  if (exponent < 0) {
    numerator.swap(denominator);
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
  }
  // A number of k + 1 bits to the power of n has more than k * n bits, a digit
  // takes less than four: so too much is refused before it is computed.
  const auto raised = [&](const big_int& base) -> std::optional<big_int> {
    const auto bits = static_cast<std::uint64_t>(msb(abs(base)));
    if (bits == 0) return big_int{base < 0 && times % 2 == 1 ? -1 : 1};
    std::uint64_t least = 0;
    if (__builtin_mul_overflow(bits, times, &least) || least / 4 > max_digits ||
        times > std::numeric_limits<unsigned>::max())
      return std::nullopt;
    return pow(base, static_cast<unsigned>(times));
  };
  auto above = raised(numerator);
  auto below = raised(denominator);
  if (!above || !below) return std::nullopt;
  // Powers of coprime numbers are coprime.
  auto result = detail::big_rational::reduced(std::move(*above), std::move(*below));
  if (result.digits() > max_digits) return std::nullopt;
  return result;
}

NORMA_INLINE std::size_t number::hash() const {
  const auto mix = [](std::uint64_t seed, std::uint64_t word) {
    seed ^= word + 0x9e3779b97f4a7c15U + (seed << 6U) + (seed >> 2U);
    return seed * 0xff51afd7ed558ccdU;
  };
  if (!big_)
    return static_cast<std::size_t>(mix(static_cast<std::uint64_t>(numerator_),
                                        static_cast<std::uint64_t>(denominator_)));
  std::uint64_t result = big_->numerator < 0 ? 1 : 0;
  for (const auto* part : {&big_->numerator, &big_->denominator}) {
    const auto& limbs = part->backend();
    for (unsigned i = 0; i < limbs.size(); ++i) result = mix(result, limbs.limbs()[i]);
  }
  return static_cast<std::size_t>(result);
}

}  // namespace norma

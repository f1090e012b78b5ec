// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/number.hpp>

#include <algorithm>    // std::clamp, std::max, std::min
#include <charconv>     // std::to_chars, std::from_chars
#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/value/impl/number_big.ipp>
#include <norma/value/impl/number_digits.ipp>

// Numbers from and to text, and rounding, which is the same work.

namespace norma::detail {

/// Beyond it a scale counts as this: rounding stays bounded.
inline constexpr int max_scale = 10'000;

/// n / d as an integer; d is positive.
template <class Integer>
[[nodiscard]] Integer divide_rounded(const Integer& n, const Integer& d, rounding mode) {
  const Integer quotient = n / d;
  const Integer rest = n - quotient * d;
  if (rest == 0) return quotient;
  const bool negative = n < 0;
  const Integer twice = negative ? Integer(rest * -2) : Integer(rest * 2);
  bool away = false;  // from zero
  switch (mode) {
    case rounding::half_even:
      away = twice > d || (twice == d && quotient % 2 != 0);
      break;
    case rounding::half_up: away = twice >= d; break;
    case rounding::half_down: away = twice > d; break;
    case rounding::up: away = true; break;
    case rounding::down: away = false; break;
    case rounding::floor: away = negative; break;
    case rounding::ceiling: away = !negative; break;
  }
  if (!away) return quotient;
  return negative ? Integer(quotient - 1) : Integer(quotient + 1);
}

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[nodiscard]] inline bool all_digits(std::string_view text) {
  for (const char c : text)
    if (!is_digit(c)) return false;
  return !text.empty();
}

/// Takes the digits at the front of `text`.
[[nodiscard]] inline std::string_view take_digits(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  const auto digits = text.substr(0, n);
  text.remove_prefix(n);
  return digits;
}

/// The integer that `digits` (digits only, no more than wanted) write.
[[nodiscard]] inline big_int read_digits(std::string_view digits) {
  // Not through the library's own reader: to it a leading 0 means octal.
  big_int result = 0;
  while (!digits.empty()) {
    const auto n = std::min<std::size_t>(digits.size(), small_scale);
    std::int64_t part = 0;
    std::from_chars(digits.data(), digits.data() + n, part);
    result *= small_power_of_ten(static_cast<int>(n));
    result += part;
    digits.remove_prefix(n);
  }
  return result;
}

/// Reads `e-3` to the end; a size that no number may have counts as 10^15.
[[nodiscard]] inline std::optional<std::int64_t> read_exponent(std::string_view text) {
  constexpr std::int64_t huge = 1'000'000'000'000'000;
  if (text.empty()) return 0;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  if (!all_digits(text)) return std::nullopt;
  std::int64_t size = 0;
  for (const char c : text) size = std::min(size * 10 + (c - '0'), huge);
  return negative ? -size : size;
}

/// `n` in units of 10^-`scale`, as an integer.
[[nodiscard]] inline number units_of(const number& n, int scale, rounding mode) {
  const auto [numerator, denominator] = big_rational::of(n);
  const auto factor = power_of_ten(static_cast<std::size_t>(scale < 0 ? -scale : scale));
  return big_rational::reduced(
      scale < 0 ? divide_rounded<big_int>(numerator, denominator * factor, mode)
                : divide_rounded<big_int>(numerator * factor, denominator, mode),
      1);
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::optional<number> number::parse(std::string_view text,
                                                 std::size_t max_digits) {
  using detail::big_rational;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto whole = detail::take_digits(text);
  std::string_view decimals;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    decimals = detail::take_digits(text);
    if (decimals.empty()) return std::nullopt;
  }
  if (whole.empty() && decimals.empty()) return std::nullopt;
  const auto written_exponent = detail::read_exponent(text);
  if (!written_exponent) return std::nullopt;

  // The value is `significant` * 10^exponent, without zeros at either end.
  std::string significant;
  significant.reserve(whole.size() + decimals.size());
  significant.append(whole).append(decimals);
  auto exponent = *written_exponent - static_cast<std::int64_t>(decimals.size());
  const auto last = significant.find_last_not_of('0');
  if (last == std::string::npos) return number{0};
  exponent += static_cast<std::int64_t>(significant.size() - 1 - last);
  significant.erase(last + 1);
  significant.erase(0, significant.find_first_not_of('0'));

  const auto places = detail::magnitude(exponent);
  const auto written = exponent >= 0
                           ? significant.size() + places
                           : std::max<std::uint64_t>(significant.size(), places + 1);
  if (written > max_digits) return std::nullopt;
  if (significant.size() <= detail::small_scale && places <= detail::small_scale) {
    std::int64_t units = 0;
    std::from_chars(significant.data(), significant.data() + significant.size(), units);
    if (negative) units = -units;
    const auto factor = detail::small_power_of_ten(static_cast<int>(places));
    return exponent >= 0 ? big_rational::make_wide(detail::int128{units} * factor, 1)
                         : big_rational::make_wide(units, factor);
  }
  auto units = detail::read_digits(significant);
  auto factor = detail::power_of_ten(static_cast<std::size_t>(places));
  if (negative) units = -units;
  if (exponent >= 0) return big_rational::reduced(units * factor, 1);
  // Not ending in 0 it shares with the power of ten twos or fives, most often neither.
  const bool shares = significant.back() % 2 == 0 || significant.back() == '5';
  if (!shares) return big_rational::reduced(std::move(units), std::move(factor));
  return big_rational::make(std::move(units), std::move(factor));
}

NORMA_INLINE std::optional<number> number::parse_exact(std::string_view text,
                                                       std::size_t max_digits) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return parse(text, max_digits);
  auto above = text.substr(0, slash);
  const auto below = text.substr(slash + 1);
  const bool negative = !above.empty() && above.front() == '-';
  if (negative) above.remove_prefix(1);
  if (!detail::all_digits(above) || !detail::all_digits(below)) return std::nullopt;
  if (above.size() + below.size() > max_digits) return std::nullopt;
  auto numerator = detail::read_digits(above);
  const auto denominator = detail::read_digits(below);
  if (denominator == 0) return std::nullopt;
  if (negative) numerator = -numerator;
  return detail::big_rational::make(numerator, denominator);
}

NORMA_INLINE std::optional<number> number::from_double(double d) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, d).ptr;
  // `inf` and `nan` are not numbers to `parse` either.
  return parse({buffer, static_cast<std::size_t>(end - buffer)});
}

NORMA_INLINE bool number::terminates() const {
  if (is_integer()) return true;
  return detail::decimal_factors_of(detail::big_rational::of(*this).denominator)
      .has_value();
}

NORMA_INLINE std::string number::to_string() const {
  if (denominator_ == 1) return detail::write_integer(numerator_);
  for (int scale = 1; !big_ && scale <= detail::small_scale; ++scale) {
    const auto factor = detail::small_power_of_ten(scale);
    if (factor % denominator_ != 0) continue;
    std::int64_t units = 0;
    if (__builtin_mul_overflow(numerator_, factor / denominator_, &units)) break;
    return detail::write_scaled(detail::write_integer(units),
                                static_cast<std::size_t>(scale));
  }
  const auto [numerator, denominator] = detail::big_rational::of(*this);
  const auto by = detail::decimal_factors_of(denominator);
  if (!by)
    return detail::write_integer(numerator) + '/' + detail::write_integer(denominator);
  const auto missing = static_cast<unsigned>(by->scale() - std::min(by->twos, by->fives));
  const detail::big_int units = by->twos <= by->fives
                                    ? detail::big_int{numerator << missing}
                                    : numerator * pow(detail::big_int{5}, missing);
  return detail::write_scaled(detail::write_integer(units), by->scale());
}

NORMA_INLINE number number::rounded(int scale, rounding mode) const {
  using detail::big_rational;
  using detail::int128;
  if (scale >= 0 && is_integer()) return *this;
  scale = std::clamp(scale, -detail::max_scale, detail::max_scale);
  const int places = scale < 0 ? -scale : scale;
  if (!big_ && places <= detail::small_scale) {
    const int128 factor = detail::small_power_of_ten(places);
    if (scale >= 0)
      return big_rational::make_wide(
          detail::divide_rounded<int128>(numerator_ * factor, denominator_, mode),
          factor);
    return big_rational::make_wide(
        detail::divide_rounded<int128>(numerator_, denominator_ * factor, mode) * factor,
        1);
  }
  const auto units = big_rational::of(detail::units_of(*this, scale, mode)).numerator;
  const auto factor = detail::power_of_ten(static_cast<std::size_t>(places));
  return scale < 0 ? big_rational::reduced(units * factor, 1)
                   : big_rational::make(units, factor);
}

NORMA_INLINE std::string number::to_decimal(int scale, rounding mode) const {
  if (scale < 0) return rounded(scale, mode).to_string();
  scale = std::min(scale, detail::max_scale);
  const auto units =
      !big_ && scale <= detail::small_scale
          ? detail::big_rational::make_wide(
                detail::divide_rounded<detail::int128>(
                    detail::int128{numerator_} * detail::small_power_of_ten(scale),
                    denominator_, mode),
                1)
          : detail::units_of(*this, scale, mode);
  return detail::write_scaled(units.to_string(), static_cast<std::size_t>(scale));
}

NORMA_INLINE std::string number::numerator() const {
  return big_ ? detail::write_integer(big_->numerator)
              : detail::write_integer(numerator_);
}

NORMA_INLINE std::string number::denominator() const {
  return big_ ? detail::write_integer(big_->denominator)
              : detail::write_integer(denominator_);
}

}  // namespace norma

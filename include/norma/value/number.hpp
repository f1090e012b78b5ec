// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>      // std::strong_ordering
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/config.hpp>

namespace norma {

namespace detail {
struct big_rational;  // numerator and denominator of any size
}

/// How a number is rounded; names as the DMN built-ins (DMN 1.5, 10.3.4.5).
enum class rounding { half_even, half_up, half_down, up, down, floor, ceiling };

/// An exact rational number. Fits in two 64-bit integers or goes on in a
/// shared immutable number of any size; never a floating-point number.
/// Always in lowest terms with a positive denominator, so equal numbers are
/// equal in every member and print the same.
class number {
 public:
  number() = default;
  number(std::int64_t integer) : numerator_(integer) {}  // NOLINT: a number
  number(int integer) : numerator_(integer) {}           // NOLINT: a number

  /// numerator / denominator; nothing if the denominator is 0.
  [[nodiscard]] static std::optional<number> ratio(std::int64_t numerator,
                                                   std::int64_t denominator);

  /// Reads `-12`, `0.60`, `.5`, `1.5e-3` exactly; nothing for anything else
  /// (`+1`, `1.`, blanks), or if writing it out takes more than `max_digits`
  /// digits, however short the text (`1e999999999`).
  [[nodiscard]] static std::optional<number> parse(std::string_view text,
                                                   std::size_t max_digits = 4096);

  /// Reads what `to_string` writes: a decimal or `1/3`; nothing for anything
  /// else, a zero below the line, or more than `max_digits` digits.
  [[nodiscard]] static std::optional<number> parse_exact(std::string_view text,
                                                         std::size_t max_digits = 4096);

  /// The shortest decimal that reads back as `d`; nothing for NaN, infinity.
  [[nodiscard]] static std::optional<number> from_double(double d);

  /// True if numerator and denominator have 64 bits at most: work on it is quick.
  [[nodiscard]] bool is_small() const { return denominator_ != 0; }
  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] int sign() const;  ///< -1, 0, 1
  /// The value, if it is an integer that fits.
  [[nodiscard]] std::optional<std::int64_t> to_int64() const;
  /// The nearest double, for plots and estimates; never for a decision.
  [[nodiscard]] double to_double() const;
  /// Digits of numerator and denominator together, for limits (an upper bound).
  [[nodiscard]] std::size_t digits() const;

  /// True if a finite decimal writes the number.
  [[nodiscard]] bool terminates() const;
  /// All digits (`0.6`, `-12`), or `1/3` where no finite decimal does.
  [[nodiscard]] std::string to_string() const;
  /// Exactly `scale` decimals, rounded by `mode` (`59.99`); never `-0.00`. A
  /// negative scale rounds to tens, hundreds and writes no decimals. Scales
  /// beyond 10,000 either way count as 10,000.
  [[nodiscard]] std::string to_decimal(int scale, rounding mode) const;
  /// Numerator and denominator in lowest terms, as decimal integers.
  [[nodiscard]] std::string numerator() const;
  [[nodiscard]] std::string denominator() const;

  /// Rounded to `scale` decimals (negative: tens, hundreds); scales beyond
  /// 10,000 either way count as 10,000.
  [[nodiscard]] number rounded(int scale, rounding mode) const;
  /// To the power of an integer, 0 to the 0 being 1; nothing if it would need
  /// more than `max_digits` digits, or for 0 to a negative power.
  [[nodiscard]] std::optional<number> power(std::int64_t exponent,
                                            std::size_t max_digits) const;

  friend number operator+(const number& a, const number& b);
  friend number operator-(const number& a, const number& b);
  friend number operator*(const number& a, const number& b);
  [[nodiscard]] number operator-() const;
  /// a / b; nothing if b is 0.
  friend std::optional<number> divide(const number& a, const number& b);

  friend bool operator==(const number& a, const number& b);
  friend std::strong_ordering operator<=>(const number& a, const number& b);

  [[nodiscard]] std::size_t hash() const;

 private:
  friend struct detail::big_rational;

  // What the operators below leave to the compiled part: fractions, overflow.
  [[nodiscard]] static number add(const number& a, const number& b);
  [[nodiscard]] static number subtract(const number& a, const number& b);
  [[nodiscard]] static number multiply(const number& a, const number& b);
  [[nodiscard]] static bool same_big(const number& a, const number& b);
  [[nodiscard]] static std::strong_ordering compare(const number& a, const number& b);
  [[nodiscard]] bool is_small_integer() const { return denominator_ == 1; }

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;  // 0: the number is *big_, numerator_ is 0
  std::shared_ptr<const detail::big_rational> big_;
};

[[nodiscard]] inline number operator+(const number& a, const number& b) {
  std::int64_t sum = 0;
  if (a.is_small_integer() && b.is_small_integer() &&
      !__builtin_add_overflow(a.numerator_, b.numerator_, &sum))
    return number{sum};
  return number::add(a, b);
}

[[nodiscard]] inline number operator-(const number& a, const number& b) {
  std::int64_t difference = 0;
  if (a.is_small_integer() && b.is_small_integer() &&
      !__builtin_sub_overflow(a.numerator_, b.numerator_, &difference))
    return number{difference};
  return number::subtract(a, b);
}

[[nodiscard]] inline number operator*(const number& a, const number& b) {
  std::int64_t product = 0;
  if (a.is_small_integer() && b.is_small_integer() &&
      !__builtin_mul_overflow(a.numerator_, b.numerator_, &product))
    return number{product};
  return number::multiply(a, b);
}

[[nodiscard]] std::optional<number> divide(const number& a, const number& b);

[[nodiscard]] inline bool operator==(const number& a, const number& b) {
  return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_ &&
         (a.denominator_ != 0 || number::same_big(a, b));
}

[[nodiscard]] inline std::strong_ordering operator<=>(const number& a, const number& b) {
  if (a.denominator_ == b.denominator_ && a.denominator_ != 0)
    return a.numerator_ <=> b.numerator_;
  return number::compare(a, b);
}

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/number.ipp>
#endif

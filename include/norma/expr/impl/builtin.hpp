// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>             // std::array
#include <cstddef>           // std::size_t
#include <cstdint>           // std::uint16_t
#include <initializer_list>  // std::initializer_list
#include <optional>          // std::optional
#include <span>              // std::span
#include <string>            // std::string
#include <string_view>       // std::string_view

#include <norma/config.hpp>
#include <norma/core/limits.hpp>
#include <norma/expr/type.hpp>
#include <norma/value/value.hpp>

// What the type checker and the evaluator share.
namespace norma::expr::detail {

/// A set of kinds of values.
using kinds = std::uint16_t;
inline constexpr kinds k_null = 1, k_boolean = 2, k_number = 4, k_text = 8, k_date = 16,
                       k_time = 32, k_moment = 64, k_months = 128, k_days = 256,
                       k_range = 512, k_list = 1024, k_record = 2048;
inline constexpr kinds k_all = 4095;
inline constexpr kinds k_duration = k_months | k_days;
inline constexpr kinds k_temporal = k_date | k_duration;
inline constexpr kinds k_ordered =
    k_number | k_text | k_date | k_time | k_moment | k_duration;

/// The kind of a value; none of an unknown.
[[nodiscard]] kinds kind_of(const value& v);
/// The kinds that values of a static type may have, null left aside.
[[nodiscard]] kinds kinds_of(const type& t);
/// The code of the catalogue's word for a set of kinds (`number`, `list` …).
[[nodiscard]] std::string_view word_for(kinds k);

/// A word in a runtime error, made into text only where somebody will read it.
struct error_word {
  error_word(std::string_view s) : plain(s) {}    // NOLINT
  error_word(const char* s) : plain(s) {}         // NOLINT
  error_word(const std::string& s) : plain(s) {}  // NOLINT
  error_word(const value& v) : shown(&v) {}       // NOLINT
  error_word(kinds k) : word(k) {}                // NOLINT
  error_word(std::size_t n) : count(n) {}         // NOLINT
  [[nodiscard]] std::string text() const;

  std::string_view plain;
  const value* shown = nullptr;
  kinds word = 0;
  std::optional<std::size_t> count;
};

/// What a built-in may ask of the evaluator that calls it.
class call_frame {
 public:
  /// What FEEL calls null with an error, as the door in use wants it.
  [[nodiscard]] virtual value fail(std::string_view code,
                                   std::initializer_list<error_word> words) = 0;
  /// Accounts for `n` operations; false once there were too many.
  [[nodiscard]] virtual bool spend(std::size_t n) = 0;
  [[nodiscard]] virtual const limits& bounds() const = 0;
  [[nodiscard]] virtual bool with_causes() const = 0;
  [[nodiscard]] virtual date as_of() const = 0;

  std::string_view name;                    ///< of the function called
  const category_type* category = nullptr;  ///< by which texts are ordered

 protected:
  ~call_frame() = default;
};

struct builtin_parameter {
  std::string_view name;
  kinds accepts = k_all;
  kinds element = k_all;  ///< what the elements of a list may be
  bool optional = false;
};

/// How arguments beyond the parameters are taken.
enum class tail : unsigned char {
  none,
  repeats,  ///< the last parameter may be repeated
  gathers,  ///< the arguments are the elements of the one list
};

struct builtin_overload {
  std::array<builtin_parameter, 4> parameters{};
  std::size_t count = 0;
  tail more = tail::none;
};

/// Flags of a built-in.
enum : unsigned {
  bi_plain = 0,
  bi_sees_unknown = 1,  ///< elements that are unknown are its own business
  bi_inexact = 2,       ///< its result is rounded to 34 digits
  bi_relation = 4,      ///< compares two ranges or points
  bi_moves = 8,         ///< leaves elements as they are, unknown parts in them too
  bi_aggregate = 16,    ///< has bounds where elements of its list are unknown
};

using builtin_function = value (*)(std::span<const value>, call_frame&);
using builtin_type = type (*)(std::span<const type>);

struct builtin {
  std::string_view name;
  std::array<builtin_overload, 4> overloads{};
  std::size_t count = 0;
  builtin_type result = nullptr;
  builtin_function function = nullptr;
  unsigned flags = bi_plain;
};

/// The table, in order of name.
[[nodiscard]] std::span<const builtin> builtins();
/// The place of `name` in the table, or nothing.
[[nodiscard]] std::optional<std::size_t> find_builtin(std::string_view name);
/// How to call it: `floor(n, scale?)`, the forms separated by ` | `.
[[nodiscard]] std::string describe_builtin(const builtin& b);

/// The overload that takes `count` arguments, or these named ones.
[[nodiscard]] const builtin_overload* choose_overload(const builtin& b, std::size_t count,
                                                      std::span<const std::string> names);
/// The place of the parameter called `name`, or nothing.
[[nodiscard]] std::optional<std::size_t> find_parameter(const builtin_overload& o,
                                                        std::string_view name);

/// The days x with x <= as_of <= x + d, d counted forward from x, as a closed
/// range of dates; nothing if d is negative or no number of whole days.
struct day_span {
  date from, to;
};
[[nodiscard]] std::optional<day_span> days_within(const value& d, date as_of);
/// Whether `x` is one of those days; nothing where `days_within` gives nothing.
[[nodiscard]] std::optional<bool> is_within(date x, const value& d, date as_of);

/// To the power of a fraction, rounded half-even to 34 digits; nothing if the
/// base is not positive or the result too long.
[[nodiscard]] std::optional<number> real_power(const number& base, const number& exponent,
                                               std::size_t max_digits);

}  // namespace norma::expr::detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/builtin.ipp>
#endif

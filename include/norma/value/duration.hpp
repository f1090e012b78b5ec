// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>      // std::strong_ordering
#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::variant

#include <norma/config.hpp>
#include <norma/value/date.hpp>
#include <norma/value/number.hpp>

namespace norma {

/// A duration in whole months (FEEL "years and months duration").
struct months_duration {
  std::int64_t months = 0;
  /// Longer by so many months; nothing if that does not fit.
  [[nodiscard]] std::optional<months_duration> plus_months(std::int64_t more) const;
  /// The same the other way; nothing if that does not fit.
  [[nodiscard]] std::optional<months_duration> negated() const;
  [[nodiscard]] std::string to_string() const;  ///< `P1Y2M`, `-P3M`, `P0M`
  friend bool operator==(months_duration, months_duration) = default;
  friend std::strong_ordering operator<=>(months_duration, months_duration) = default;
};

/// A duration in seconds, exact (FEEL "days and time duration").
struct days_duration {
  number seconds;
  [[nodiscard]] static days_duration of_days(std::int64_t days) {
    return {number{days} * number{86400}};
  }
  /// The number of days, if it is whole and fits.
  [[nodiscard]] std::optional<std::int64_t> whole_days() const;
  [[nodiscard]] std::string to_string() const;  ///< `P1DT2H`, `PT0S`
  friend bool operator==(const days_duration&, const days_duration&) = default;
  friend std::strong_ordering operator<=>(const days_duration&,
                                          const days_duration&) = default;
};

using duration = std::variant<months_duration, days_duration>;

/// Reads ISO 8601 durations as DMN does: `P1Y2M` or `P1DT2H3M4.5S`, either
/// with a leading `-`; never both kinds in one. Nothing for anything else.
[[nodiscard]] std::optional<duration> parse_duration(std::string_view text);

/// Reads a number with a unit of time as rule files write them: `12个月`,
/// `1年`, `30天`, `2周`, `8小时`, `15分钟`; or ISO 8601. Nothing else.
[[nodiscard]] std::optional<duration> parse_plain_duration(std::string_view text);

/// True for a span that days are counted by: whole days or months, not negative.
[[nodiscard]] bool counts_days(const duration& d);

/// The last day of the span that begins on `from`, which is counted forward,
/// itself not included (`last(d)` of design section 4); nothing where the
/// calendar ends before, or the span counts no days.
[[nodiscard]] std::optional<date> last_day_of(date from, const duration& lasting);

/// True if a thing of day `from` that holds for `lasting` holds on `day`, the
/// last day included. What holds for a span that counts no days never does.
[[nodiscard]] bool holds_on(date from, const duration& lasting, date day);

/// `12 months` or `12个月`, for readers.
[[nodiscard]] std::string describe(const duration& d, bool chinese);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/duration.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>      // std::strong_ordering
#include <cstdint>      // std::int64_t, std::int32_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/config.hpp>

namespace norma {

/// A day of the proleptic Gregorian calendar, years -999,999,999 to
/// 999,999,999, without time and zone.
class date {
 public:
  date() = default;  ///< 1970-01-01

  /// The day, or nothing if there is none (2023-02-29, year out of range).
  [[nodiscard]] static std::optional<date> of(std::int64_t year, int month, int day);
  /// Reads `2023-06-30` (four to nine digits of year, no leading zero beyond
  /// four, an optional `-` before; DMN 1.5, 10.3.4.1); nothing else, not `-0000`.
  [[nodiscard]] static std::optional<date> parse(std::string_view text);
  /// The day `days` after 1970-01-01; nothing if out of range.
  [[nodiscard]] static std::optional<date> from_days(std::int64_t days);

  [[nodiscard]] std::int64_t days() const { return days_; }  ///< since 1970-01-01
  [[nodiscard]] std::int64_t year() const;
  [[nodiscard]] int month() const;        ///< 1 to 12
  [[nodiscard]] int day() const;          ///< 1 to 31
  [[nodiscard]] int weekday() const;      ///< 1 Monday to 7 Sunday
  [[nodiscard]] int day_of_year() const;  ///< 1 to 366
  [[nodiscard]] int iso_week() const;     ///< ISO 8601, 1 to 53

  /// The corresponding day `months` later (negative: earlier), else that
  /// month's last (Civil Code art. 202); nothing if out of range.
  [[nodiscard]] std::optional<date> plus_months(std::int64_t months) const;
  [[nodiscard]] std::optional<date> plus_days(std::int64_t days) const;

  [[nodiscard]] std::string to_string() const;  ///< 2023-06-30

  friend bool operator==(date, date) = default;
  friend std::strong_ordering operator<=>(date, date) = default;

 private:
  explicit date(std::int64_t days) : days_(days) {}
  std::int64_t days_ = 0;
};

/// Whole months from `from` to `to`, toward zero (DMN `years and months
/// duration`); negative when reversed. A month is whole on its corresponding
/// day, else on the month's last: so it undoes `plus_months`.
[[nodiscard]] std::int64_t months_between(date from, date to);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/date.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>      // std::from_chars
#include <cstdint>       // std::int64_t
#include <optional>      // std::optional
#include <string_view>   // std::string_view
#include <system_error>  // std::errc

// Days are counted in eras of 400 years (146,097 days), within which the
// calendar repeats; years begin in March here, so that the leap day is last.

namespace norma::detail {

inline constexpr std::int64_t last_year = 999'999'999;
inline constexpr std::int64_t days_per_era = 146'097;
inline constexpr std::int64_t days_to_1970 = 719'468;  // from 0000-03-01

struct civil_day {
  std::int64_t year;
  int month;
  int day;
};

/// Rounds down; the divisor is positive.
[[nodiscard]] constexpr std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

[[nodiscard]] constexpr bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

[[nodiscard]] constexpr int last_day_of_month(std::int64_t year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

[[nodiscard]] constexpr std::int64_t days_of(const civil_day& civil) {
  const auto year = civil.month <= 2 ? civil.year - 1 : civil.year;
  const auto era = floor_divide(year, 400);
  const auto year_of_era = year - era * 400;
  const auto month = (civil.month + 9) % 12;  // March is 0
  const auto day_of_year = (153 * month + 2) / 5 + civil.day - 1;
  return era * days_per_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - days_to_1970;
}

[[nodiscard]] constexpr civil_day civil_of(std::int64_t days) {
  days += days_to_1970;
  const auto era = floor_divide(days, days_per_era);
  const auto day_of_era = days - era * days_per_era;
  const auto year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const auto day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const auto month = (5 * day_of_year + 2) / 153;  // March is 0
  const auto day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  const auto civil_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return {era * 400 + year_of_era + (civil_month <= 2 ? 1 : 0), civil_month, day};
}

inline constexpr std::int64_t first_date = days_of({-last_year, 1, 1});
inline constexpr std::int64_t last_date = days_of({last_year, 12, 31});

/// Reads exactly `text`, digits only; nothing if it is empty or too large.
[[nodiscard]] inline std::optional<std::int64_t> read_count(std::string_view text) {
  if (text.empty() || text.front() == '-') return std::nullopt;
  std::int64_t result = 0;
  const auto* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, result);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return result;
}

}  // namespace norma::detail

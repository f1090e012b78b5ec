// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/date.hpp>

#include <algorithm>  // std::min

#include <fmt/compile.h>
#include <fmt/format.h>

#include <norma/value/impl/calendar.ipp>

namespace norma {

NORMA_INLINE std::optional<date> date::of(std::int64_t year, int month, int day) {
  if (year < -detail::last_year || year > detail::last_year) return std::nullopt;
  if (month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > detail::last_day_of_month(year, month)) return std::nullopt;
  return date{detail::days_of({year, month, day})};
}

NORMA_INLINE std::optional<date> date::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const auto year_digits = text.find('-');
  if (year_digits == std::string_view::npos || year_digits < 4 || year_digits > 9)
    return std::nullopt;
  if (year_digits > 4 && text.front() == '0') return std::nullopt;
  const auto rest = text.substr(year_digits);
  if (rest.size() != 6 || rest[3] != '-') return std::nullopt;
  const auto year = detail::read_count(text.substr(0, year_digits));
  const auto month = detail::read_count(rest.substr(1, 2));
  const auto day = detail::read_count(rest.substr(4, 2));
  if (!year || !month || !day) return std::nullopt;
  if (negative && *year == 0) return std::nullopt;
  return of(negative ? -*year : *year, static_cast<int>(*month), static_cast<int>(*day));
}

NORMA_INLINE std::optional<date> date::from_days(std::int64_t days) {
  if (days < detail::first_date || days > detail::last_date) return std::nullopt;
  return date{days};
}

NORMA_INLINE std::int64_t date::year() const { return detail::civil_of(days_).year; }
NORMA_INLINE int date::month() const { return detail::civil_of(days_).month; }
NORMA_INLINE int date::day() const { return detail::civil_of(days_).day; }

NORMA_INLINE int date::weekday() const {
  const auto since_monday = days_ + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(since_monday - detail::floor_divide(since_monday, 7) * 7) + 1;
}

NORMA_INLINE int date::day_of_year() const {
  return static_cast<int>(days_ - detail::days_of({year(), 1, 1})) + 1;
}

NORMA_INLINE int date::iso_week() const {
  // A week belongs to the year that its Thursday lies in.
  const auto thursday = days_ + 4 - weekday();
  const auto first = detail::days_of({detail::civil_of(thursday).year, 1, 1});
  return static_cast<int>((thursday - first) / 7) + 1;
}

NORMA_INLINE std::optional<date> date::plus_months(std::int64_t months) const {
  // Beyond this no month of the calendar is reached, and nothing overflows.
  constexpr std::int64_t most = 12 * 2 * (detail::last_year + 1);
  if (months < -most || months > most) return std::nullopt;
  const auto civil = detail::civil_of(days_);
  const auto count = civil.year * 12 + (civil.month - 1) + months;
  const auto year = detail::floor_divide(count, 12);
  const auto month = static_cast<int>(count - year * 12) + 1;
  return of(year, month, std::min(civil.day, detail::last_day_of_month(year, month)));
}

NORMA_INLINE std::optional<date> date::plus_days(std::int64_t days) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(days_, days, &sum)) return std::nullopt;
  return from_days(sum);
}

NORMA_INLINE std::string date::to_string() const {
  const auto civil = detail::civil_of(days_);
  return fmt::format(FMT_COMPILE("{}{:04}-{:02}-{:02}"), civil.year < 0 ? "-" : "",
                     civil.year < 0 ? -civil.year : civil.year, civil.month, civil.day);
}

NORMA_INLINE std::int64_t months_between(date from, date to) {
  if (to < from) return -months_between(to, from);
  const auto a = detail::civil_of(from.days());
  const auto b = detail::civil_of(to.days());
  const auto months = (b.year - a.year) * 12 + (b.month - a.month);
  // The last month is whole once its corresponding day is reached.
  const auto corresponding = std::min(a.day, detail::last_day_of_month(b.year, b.month));
  return b.day < corresponding ? months - 1 : months;
}

}  // namespace norma

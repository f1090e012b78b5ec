// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/time.hpp>

#include <fmt/format.h>

#include <norma/value/impl/calendar.ipp>

namespace norma::detail {

inline constexpr std::int64_t second_in_nanoseconds = 1'000'000'000;
inline constexpr std::int64_t day_in_nanoseconds = 86'400 * second_in_nanoseconds;

/// Nanoseconds of `10:30:00.5`, `24:00:00` included.
[[nodiscard]] inline std::optional<std::int64_t> read_clock(std::string_view text) {
  if (text.size() < 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const auto hour = read_count(text.substr(0, 2));
  const auto minute = read_count(text.substr(3, 2));
  const auto second = read_count(text.substr(6, 2));
  if (!hour || !minute || !second) return std::nullopt;
  if (*hour > 24 || *minute > 59 || *second > 59) return std::nullopt;
  std::int64_t fraction = 0;
  if (text.size() > 8) {
    if (text[8] != '.' || text.size() > 18) return std::nullopt;
    const auto digits = text.substr(9);
    const auto read = read_count(digits);
    if (!read) return std::nullopt;
    fraction = *read;
    for (auto n = digits.size(); n < 9; ++n) fraction *= 10;
  }
  const auto result =
      ((*hour * 60 + *minute) * 60 + *second) * second_in_nanoseconds + fraction;
  if (result > day_in_nanoseconds) return std::nullopt;
  return result;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::optional<time_of_day> time_of_day::parse(std::string_view text) {
  const auto read = detail::read_clock(text);
  if (!read || *read == detail::day_in_nanoseconds) return std::nullopt;
  return time_of_day{*read};
}

NORMA_INLINE int time_of_day::hour() const {
  return static_cast<int>(nanoseconds / detail::second_in_nanoseconds / 3600);
}

NORMA_INLINE int time_of_day::minute() const {
  return static_cast<int>(nanoseconds / detail::second_in_nanoseconds / 60 % 60);
}

NORMA_INLINE int time_of_day::second() const {
  return static_cast<int>(nanoseconds / detail::second_in_nanoseconds % 60);
}

NORMA_INLINE std::string time_of_day::to_string() const {
  auto result = fmt::format("{:02}:{:02}:{:02}", hour(), minute(), second());
  const auto fraction = nanoseconds % detail::second_in_nanoseconds;
  if (fraction != 0) {
    const auto digits = fmt::format("{:09}", fraction);
    result += '.' + digits.substr(0, digits.find_last_not_of('0') + 1);
  }
  return result;
}

NORMA_INLINE std::optional<date_time> date_time::parse(std::string_view text) {
  const auto mark = text.find('T');
  const auto day = date::parse(text.substr(0, mark));
  if (!day) return std::nullopt;
  if (mark == std::string_view::npos) return date_time{*day, {}};
  const auto clock = detail::read_clock(text.substr(mark + 1));
  if (!clock) return std::nullopt;
  if (*clock < detail::day_in_nanoseconds) return date_time{*day, {*clock}};
  const auto next = day->plus_days(1);
  if (!next) return std::nullopt;
  return date_time{*next, {}};
}

NORMA_INLINE std::string date_time::to_string() const {
  return day.to_string() + 'T' + time.to_string();
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::int64_t
#include <optional>  // std::optional

#include <norma/value/value.hpp>

// Arithmetic of dates, times and durations (DMN 1.5, table 57). Nothing where
// the result lies outside the calendar.

namespace norma::expr::detail {

inline constexpr std::int64_t day_nanoseconds = 86'400'000'000'000;

/// A number of any size, rounded down; nothing if it does not fit.
[[nodiscard]] inline std::optional<std::int64_t> floor_of(const number& n) {
  return n.rounded(0, rounding::floor).to_int64();
}

/// A day as its midnight, moved, then cut to its day.
[[nodiscard]] inline std::optional<date> shift(date d, const number& seconds) {
  const auto days = floor_of(*divide(seconds, number{86'400}));
  return days ? d.plus_days(*days) : std::nullopt;
}

[[nodiscard]] inline std::optional<date_time> shift(const date_time& t,
                                                    const number& seconds) {
  const auto moved = number{t.time.nanoseconds} + seconds * number{1'000'000'000};
  const auto days = floor_of(*divide(moved, number{day_nanoseconds}));
  if (!days) return std::nullopt;
  const auto rest = floor_of(moved - number{*days} * number{day_nanoseconds});
  const auto day = t.day.plus_days(*days);
  if (!day || !rest) return std::nullopt;
  return date_time{*day, {*rest}};
}

/// A time of day goes round the clock.
[[nodiscard]] inline std::optional<time_of_day> shift(time_of_day t,
                                                      const number& seconds) {
  const auto moved = shift(date_time{date{}, t}, seconds);
  if (moved) return moved->time;
  // Farther than the calendar reaches: only the part of a day counts.
  const auto days = divide(seconds, number{86'400})->rounded(0, rounding::floor);
  return shift(date_time{date{}, t}, seconds - days * number{86'400})->time;
}

[[nodiscard]] inline number seconds_between(const date_time& from, const date_time& to) {
  const auto nanoseconds = number{to.time.nanoseconds} - number{from.time.nanoseconds};
  return number{to.day.days() - from.day.days()} * number{86'400} +
         *divide(nanoseconds, number{1'000'000'000});
}

/// A date as its midnight.
[[nodiscard]] inline date_time moment_of(const value& v) {
  return v.day() != nullptr ? date_time{*v.day(), {}} : *v.moment();
}

}  // namespace norma::expr::detail

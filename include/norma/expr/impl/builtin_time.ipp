// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>        // std::array
#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/time_literal.ipp>
#include <norma/expr/impl/time_math.ipp>

// Conversions to dates, times and durations (DMN 1.5, 10.3.4.1) and functions
// of them (10.3.4.8); `last` of design section 4. Time zones are outside.

namespace norma::expr::detail {

/// The day of a date or of a date and time.
[[nodiscard]] inline date day_of(const value& v) {
  return v.day() != nullptr ? *v.day() : v.moment()->day;
}

[[nodiscard]] inline value to_date(std::span<const value> args, call_frame& frame) {
  if (args.size() == 1) {
    const auto* text = args[0].string();
    if (text == nullptr) return day_of(args[0]);
    const auto read = date::parse(*text);
    return read ? value{*read} : frame.fail("N0712", {args[0], k_date});
  }
  std::array<std::int64_t, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto whole = args[i].num()->to_int64();
    if (!whole) return frame.fail("N0714", {frame.name, args[i]});
    parts[i] = *whole;
  }
  const bool plausible =
      parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31;
  const auto day = plausible ? date::of(parts[0], static_cast<int>(parts[1]),
                                        static_cast<int>(parts[2]))
                             : std::nullopt;
  return day ? value{*day} : frame.fail("N0711", {});
}

[[nodiscard]] inline value to_time(std::span<const value> args, call_frame& frame) {
  if (args.size() == 1) {
    if (args[0].day() != nullptr) return time_of_day{};
    if (args[0].time() != nullptr) return args[0];
    if (const auto* moment = args[0].moment()) return moment->time;
    const auto read = time_of_day::parse(*args[0].string());
    return read ? value{*read} : frame.fail("N0712", {args[0], k_time});
  }
  const auto part = [&](std::size_t i, int below) -> std::optional<std::int64_t> {
    const auto& n = *args[i].num();
    if (n.sign() < 0 || n >= number{below}) return std::nullopt;
    return n.to_int64();
  };
  const auto hour = part(0, 24);
  const auto minute = part(1, 60);
  const auto& second = *args[2].num();
  const bool right_second = second.sign() >= 0 && second < number{60};
  if (!hour || !minute || !right_second)
    return frame.fail("N0714", {frame.name, args[!hour ? 0 : !minute ? 1 : 2]});
  const auto nanoseconds =
      (second * number{1'000'000'000}).rounded(0, rounding::down).to_int64();
  return time_of_day{(*hour * 60 + *minute) * 60'000'000'000 + *nanoseconds};
}

[[nodiscard]] inline value to_moment(std::span<const value> args, call_frame& frame) {
  if (args.size() == 2) return date_time{day_of(args[0]), *args[1].time()};
  if (args[0].day() != nullptr) return date_time{*args[0].day(), {}};
  if (args[0].moment() != nullptr) return args[0];
  const auto read = date_time::parse(*args[0].string());
  return read ? value{*read} : frame.fail("N0712", {args[0], k_moment});
}

[[nodiscard]] inline value to_duration(std::span<const value> args, call_frame& frame) {
  if (args[0].string() == nullptr) return args[0];
  const auto read = parse_duration(*args[0].string());
  return read ? value{*read} : frame.fail("N0712", {args[0], k_duration});
}

[[nodiscard]] inline value from_at_literal(std::span<const value> args,
                                           call_frame& frame) {
  const auto read = read_at_literal(*args[0].string());
  return read ? *read : frame.fail("N0712", {args[0], k_temporal});
}

/// Whole months between two days, toward zero; the time of day does not count.
[[nodiscard]] inline value months_duration_between(std::span<const value> args,
                                                   call_frame&) {
  const auto from = day_of(args[0]);
  const auto to = day_of(args[1]);
  return months_duration{from <= to ? months_between(from, to)
                                    : -months_between(to, from)};
}

/// The same kind and content, fractions of a second too, which `=` leaves aside.
[[nodiscard]] inline value is_same(std::span<const value> args, call_frame&) {
  return args[0].same_as(args[1]);
}

[[nodiscard]] inline value day_of_year(std::span<const value> args, call_frame&) {
  return day_of(args[0]).day_of_year();
}

[[nodiscard]] inline value week_of_year(std::span<const value> args, call_frame&) {
  return day_of(args[0]).iso_week();
}

[[nodiscard]] inline value day_of_week(std::span<const value> args, call_frame&) {
  constexpr std::array<const char*, 7> names{
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return names[static_cast<std::size_t>(day_of(args[0]).weekday() - 1)];
}

[[nodiscard]] inline value month_of_year(std::span<const value> args, call_frame&) {
  constexpr std::array<const char*, 12> names{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return names[static_cast<std::size_t>(day_of(args[0]).month() - 1)];
}

[[nodiscard]] inline value last_days(std::span<const value> args, call_frame& frame) {
  const auto days = days_within(args[0], frame.as_of());
  if (!days) return frame.fail("N0719", {args[0]});
  range_value result;
  result.low = days->from;
  result.high = days->to;
  result.low_included = result.high_included = true;
  return result;
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>      // std::strong_ordering
#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/config.hpp>
#include <norma/value/date.hpp>

namespace norma {

/// A time of day without zone, to the nanosecond.
struct time_of_day {
  std::int64_t nanoseconds = 0;  ///< since midnight, below 86,400 x 10^9

  /// Reads `10:30:00` or `10:30:00.123` (DMN 1.5, 10.3.4.1); `24:00:00` is
  /// not a time. Nothing for anything else, zones included.
  [[nodiscard]] static std::optional<time_of_day> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] int hour() const;
  [[nodiscard]] int minute() const;
  [[nodiscard]] int second() const;
  friend bool operator==(time_of_day, time_of_day) = default;
  friend std::strong_ordering operator<=>(time_of_day, time_of_day) = default;
};

/// A day and a time of it, without zone.
struct date_time {
  date day;
  time_of_day time;

  /// Reads `2023-06-30T10:30:00`; a date alone is its midnight; `T24:00:00`
  /// is the next day's midnight. Nothing for anything else.
  [[nodiscard]] static std::optional<date_time> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const;
  friend bool operator==(date_time, date_time) = default;
  friend std::strong_ordering operator<=>(date_time, date_time) = default;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/time.ipp>
#endif

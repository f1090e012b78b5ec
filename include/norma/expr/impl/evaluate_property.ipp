// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/expr/impl/evaluator.ipp>

// `x.year`, `d.days`, `r.start included`: what DMN lets be asked of dates, times,
// durations and ranges; and the fields of records.

namespace norma::expr::detail {

[[nodiscard]] inline std::optional<value> clock_property(time_of_day t,
                                                         std::string_view name) {
  if (name == "hour") return t.hour();
  if (name == "minute") return t.minute();
  if (name == "second")
    return number::ratio(t.nanoseconds % 60'000'000'000, 1'000'000'000).value();
  // Without a zone there is neither, which is no error.
  if (name == "time offset" || name == "timezone") return value{};
  return std::nullopt;
}

[[nodiscard]] inline std::optional<value> day_property(date d, std::string_view name) {
  if (name == "year") return d.year();
  if (name == "month") return d.month();
  if (name == "day") return d.day();
  if (name == "weekday") return d.weekday();
  return std::nullopt;
}

/// Years and months, or days to seconds, with the duration's sign.
[[nodiscard]] inline std::optional<value> duration_property(const value& v,
                                                            std::string_view name) {
  if (const auto* m = v.months()) {
    if (name == "years") return m->months / 12;
    if (name == "months") return m->months % 12;
    return std::nullopt;
  }
  const auto cut = [](const number& n) { return n.rounded(0, rounding::down); };
  const auto& seconds = v.days()->seconds;
  const auto rest = [&](int unit) {
    return seconds - cut(*divide(seconds, number{unit})) * number{unit};
  };
  if (name == "days") return cut(*divide(seconds, number{86'400}));
  if (name == "hours") return cut(*divide(rest(86'400), number{3'600}));
  if (name == "minutes") return cut(*divide(rest(3'600), number{60}));
  if (name == "seconds") return rest(60);
  return std::nullopt;
}

[[nodiscard]] inline std::optional<value> range_property(const range_value& r,
                                                         std::string_view name) {
  if (name == "start") return r.low.value_or(value{});
  if (name == "end") return r.high.value_or(value{});
  if (name == "start included") return r.low_included;
  if (name == "end included") return r.high_included;
  return std::nullopt;
}

inline value evaluator::property(const node& n, const value& object) {
  std::optional<value> found;
  if (const auto* d = object.day()) found = day_property(*d, n.name);
  if (const auto* t = object.time()) found = clock_property(*t, n.name);
  if (const auto* m = object.moment()) {
    found = day_property(m->day, n.name);
    if (!found) found = clock_property(m->time, n.name);
  }
  if (object.months() != nullptr || object.days() != nullptr)
    found = duration_property(object, n.name);
  if (const auto* r = object.range()) found = range_property(*r, n.name);
  if (const auto* record = object.record())
    if (const auto* field = record->find(n.name)) found = *field;
  if (found) return std::move(*found);
  return fail_at(n, "N0713", {kind_of(object), n.name});
}

}  // namespace norma::expr::detail

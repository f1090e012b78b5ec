// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/expr/ast.hpp>
#include <norma/value/value.hpp>

// Dates, times and durations that stand as text in an expression.

namespace norma::expr::detail {

/// What `@"…"` holds: a date, a time, both, or a duration.
[[nodiscard]] inline std::optional<value> read_at_literal(std::string_view text) {
  if (const auto d = date::parse(text)) return value{*d};
  if (const auto t = time_of_day::parse(text)) return value{*t};
  if (const auto m = date_time::parse(text)) return value{*m};
  if (const auto d = parse_duration(text)) return value{*d};
  return std::nullopt;
}

/// Whether the conversion `name` can read `text`; nothing if it reads no text.
[[nodiscard]] inline std::optional<bool> reads_as(std::string_view name,
                                                  std::string_view text) {
  if (name == "@") return read_at_literal(text).has_value();
  if (name == "date") return date::parse(text).has_value();
  if (name == "time") return time_of_day::parse(text).has_value();
  if (name == "date and time") return date_time::parse(text).has_value();
  if (name == "duration") return parse_duration(text).has_value();
  return std::nullopt;
}

/// A literal, or a conversion of a text that is written out.
[[nodiscard]] inline std::optional<value> constant_value(const node& n) {
  if (n.kind == node_kind::literal) return n.literal;
  if (n.kind != node_kind::call || n.children.size() != 1) return std::nullopt;
  const auto* text = n.children[0].literal.string();
  if (text == nullptr || reads_as(n.name, *text) != std::optional{true})
    return std::nullopt;
  if (n.name == "date and time") return value{*date_time::parse(*text)};
  return read_at_literal(*text);
}

/// A duration that is written out, `-P1D` too, and fits.
[[nodiscard]] inline std::optional<value> constant_duration(const node& n) {
  const bool minus = n.kind == node_kind::negate;
  const auto found = constant_value(minus ? n.children[0] : n);
  if (!found) return std::nullopt;
  if (const auto* d = found->days())
    return value{days_duration{minus ? -d->seconds : d->seconds}};
  const auto* m = found->months();
  const auto months = m == nullptr ? std::nullopt
                      : minus      ? m->negated()
                                   : std::optional{*m};
  return months ? std::optional{value{*months}} : std::nullopt;
}

}  // namespace norma::expr::detail

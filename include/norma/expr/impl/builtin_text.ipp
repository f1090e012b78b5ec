// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t, std::uint32_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/text.hpp>
#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/compare.ipp>

// Functions of texts (DMN 1.5, 10.3.4.3), which count code points, and the
// conversions of 10.3.4.1.

namespace norma::expr::detail {

/// Byte offset of code point `index`, or of the end.
[[nodiscard]] inline std::size_t offset_of(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index)
    offset += decode_code_point(text, offset).length;
  return offset;
}

/// A whole number cut out of `v`; nothing if it does not fit.
[[nodiscard]] inline std::optional<std::int64_t> cut_whole(const value& v) {
  return v.num()->rounded(0, rounding::down).to_int64();
}

/// The place, from 0, that position `p` (from 1, negative from the end) means
/// among `size`; nothing if there is none.
[[nodiscard]] inline std::optional<std::size_t> place_of(std::int64_t p,
                                                         std::size_t size) {
  const auto n = static_cast<std::int64_t>(size);
  if (p == 0 || p > n || p < -n) return std::nullopt;
  return static_cast<std::size_t>(p > 0 ? p - 1 : n + p);
}

[[nodiscard]] inline value substring(std::span<const value> args, call_frame& frame) {
  const auto& text = *args[0].string();
  if (!frame.spend(text.size() / 16)) return {};
  const auto size = count_code_points(text);
  const auto position = cut_whole(args[1]);
  const auto start = position ? place_of(*position, size) : std::nullopt;
  if (!start) return frame.fail("N0717", {frame.name, args[1]});
  std::size_t length = size - *start;
  if (args.size() > 2 && !args[2].is_null()) {
    const auto wanted = cut_whole(args[2]);
    if (!wanted || *wanted < 1) return frame.fail("N0714", {frame.name, args[2]});
    length = std::min(length, static_cast<std::size_t>(*wanted));
  }
  const auto from = offset_of(text, *start);
  const auto rest = std::string_view(text).substr(from);
  return std::string(rest.substr(0, offset_of(rest, length)));
}

[[nodiscard]] inline value string_length(std::span<const value> args, call_frame& frame) {
  const auto& text = *args[0].string();
  if (!frame.spend(text.size() / 16)) return {};
  return static_cast<std::int64_t>(count_code_points(text));
}

/// Where the capitals of a script's small letters lie, by their distance.
struct case_run {
  char32_t first, last;  ///< capitals
  int distance;          ///< to the small ones; 1: they alternate
};
inline constexpr std::array<case_run, 12> case_runs{{
    {U'A', U'Z', 32},
    {0xC0, 0xD6, 32},
    {0xD8, 0xDE, 32},
    {0x100, 0x12F, 1},
    {0x132, 0x137, 1},
    {0x14A, 0x177, 1},
    {0x391, 0x3A1, 32},
    {0x3A3, 0x3AB, 32},
    {0x400, 0x40F, 80},
    {0x410, 0x42F, 32},
    {0x460, 0x481, 1},
    {0x1E00, 0x1E95, 1},
}};

template <bool Upper>
[[nodiscard]] char32_t change_case(char32_t c) {
  for (const auto& run : case_runs) {
    const auto distance = static_cast<char32_t>(run.distance);
    if (run.distance == 1) {
      if (c < run.first || c > run.last) continue;
      const bool small = ((c - run.first) & 1U) != 0;
      return Upper == small ? (small ? c - 1 : c + 1) : c;
    }
    if (Upper && c >= run.first + distance && c <= run.last + distance)
      return c - distance;
    if (!Upper && c >= run.first && c <= run.last) return c + distance;
  }
  return c;
}

template <bool Upper>
[[nodiscard]] value with_case(std::span<const value> args, call_frame& frame) {
  const auto& text = *args[0].string();
  if (!frame.spend(text.size() / 4)) return {};
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (const char c = text[i]; static_cast<unsigned char>(c) < 0x80) {
      const bool turns = Upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z';
      result += turns ? static_cast<char>(c ^ 0x20) : c;
      ++i;
      continue;
    }
    const auto c = decode_code_point(text, i);
    append_code_point(result, change_case<Upper>(c.value));
    i += c.length;
  }
  return result;
}

/// Knuth, Morris and Pratt: in a time that grows with the sum of both lengths, where
/// `find` may take their product.
[[nodiscard]] inline std::size_t find_long(std::string_view text,
                                           std::string_view wanted) {
  // Of what precedes each place, how much of its end is the beginning of `wanted` again.
  std::vector<std::uint32_t> border(wanted.size(), 0);
  const auto longer = [&](std::uint32_t held, char next) {
    while (held > 0 && wanted[held] != next) held = border[held - 1];
    return wanted[held] == next ? held + 1 : 0;
  };
  for (std::size_t i = 1; i < wanted.size(); ++i)
    border[i] = longer(border[i - 1], wanted[i]);
  std::uint32_t held = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    held = longer(held, text[i]);
    if (held == wanted.size()) return i + 1 - held;
  }
  return std::string_view::npos;
}

/// Where `args[1]` begins in `args[0]`; npos if it does not occur.
[[nodiscard]] inline std::size_t find_text(std::span<const value> args,
                                           call_frame& frame) {
  const auto& text = *args[0].string();
  const auto& wanted = *args[1].string();
  if (!frame.spend(text.size() / 16)) return std::string::npos;
  if (wanted.size() > text.size()) return std::string::npos;
  if (wanted.size() <= 16) return text.find(wanted);
  if (!frame.spend(wanted.size() / 4)) return std::string::npos;
  return find_long(text, wanted);
}

[[nodiscard]] inline value substring_before(std::span<const value> args,
                                            call_frame& frame) {
  const auto place = find_text(args, frame);
  return place == std::string::npos ? std::string() : args[0].string()->substr(0, place);
}

[[nodiscard]] inline value substring_after(std::span<const value> args,
                                           call_frame& frame) {
  const auto place = find_text(args, frame);
  if (place == std::string::npos) return "";
  return args[0].string()->substr(place + args[1].string()->size());
}

[[nodiscard]] inline value contains_text(std::span<const value> args, call_frame& frame) {
  return find_text(args, frame) != std::string::npos;
}

[[nodiscard]] inline value starts_with(std::span<const value> args, call_frame&) {
  return args[0].string()->starts_with(*args[1].string());
}

[[nodiscard]] inline value ends_with(std::span<const value> args, call_frame&) {
  return args[0].string()->ends_with(*args[1].string());
}

/// Nulls in the list are passed over.
[[nodiscard]] inline value string_join(std::span<const value> args, call_frame& frame) {
  const std::string between =
      args.size() > 1 && args[1].string() != nullptr ? *args[1].string() : "";
  std::string result;
  bool first = true;
  for (const auto& element : *args[0].list()) {
    if (element.is_null()) continue;
    const auto& text = *element.string();
    const auto more = text.size() + (first ? 0 : between.size());
    if ((result.size() + more) / 8 > frame.bounds().list_items)
      return frame.fail("N0709", {frame.bounds().list_items});
    if (!frame.spend(more / 16)) return {};
    if (!first) result += between;
    result += text;
    first = false;
  }
  return result;
}

/// As DMN's string(): a text itself, dates and durations as ISO 8601 writes them.
[[nodiscard]] inline value to_text(std::span<const value> args, call_frame& frame) {
  const auto& v = args[0];
  if (v.is_null()) return {};
  if (v.string() != nullptr) return v;
  weight cost;
  cost.with_parts = true;
  weigh(v, frame.bounds().list_items, 1000, cost);
  if (!frame.spend(cost.items + cost.writing)) return {};
  if (cost.items > frame.bounds().list_items)
    return frame.fail("N0709", {frame.bounds().list_items});
  auto written = v.to_string();
  if (written.starts_with("@\"")) return written.substr(2, written.size() - 3);
  return written;
}

[[nodiscard]] inline value to_number(std::span<const value> args, call_frame& frame) {
  const auto separator = [&](std::size_t i) -> std::string_view {
    return args.size() > i && args[i].string() != nullptr ? *args[i].string()
                                                          : std::string_view();
  };
  const auto grouping = separator(1);
  const auto decimal = separator(2);
  if (!grouping.empty() && grouping != " " && grouping != "," && grouping != ".")
    return frame.fail("N0714", {frame.name, args[1]});
  if (!decimal.empty() && decimal != "," && decimal != ".")
    return frame.fail("N0714", {frame.name, args[2]});
  if (!grouping.empty() && grouping == decimal)
    return frame.fail("N0714", {frame.name, args[2]});
  const auto& text = *args[0].string();
  const auto digits = std::min(text.size(), frame.bounds().number_digits);
  if (!frame.spend(text.size() / 16 + digits * digits / 16'000)) return {};
  std::string plain;
  for (const char c : text) {
    if (!grouping.empty() && c == grouping.front()) continue;
    // With a comma as the decimal sign a point is no part of a number.
    if (decimal == "," && c == '.') return frame.fail("N0712", {args[0], k_number});
    plain += decimal == "," && c == ',' ? '.' : c;
  }
  const auto result = number::parse(plain, frame.bounds().number_digits);
  return result ? value{*result} : frame.fail("N0712", {args[0], k_number});
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>

#include <algorithm>    // std::find, std::upper_bound
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t
#include <string_view>  // std::string_view

// The alphabet and the closed lists of words of the language.

namespace norma::expr::detail {

struct letter_range {
  char32_t first, last;
};

/// Beyond ASCII: what DMN allows in names (DMN 1.5, grammar rule 28) without
/// its punctuation, blanks, full-width signs and invisible characters, which
/// would let `甲，乙` pass for one name.
inline constexpr std::array<letter_range, 35> letter_ranges{{
    {0xaa, 0xaa},     {0xb5, 0xb5},       {0xba, 0xba},       {0xc0, 0xd6},
    {0xd8, 0xf6},     {0xf8, 0x2ff},      {0x300, 0x34e},     {0x350, 0x37d},
    {0x37f, 0x386},   {0x388, 0x60b},     {0x60d, 0x61a},     {0x620, 0x115e},
    {0x1161, 0x167f}, {0x1681, 0x17b3},   {0x17b6, 0x180a},   {0x180f, 0x1fff},
    {0x2100, 0x218f}, {0x2c00, 0x2dff},   {0x2e80, 0x2fef},   {0x3005, 0x3007},
    {0x3021, 0x302f}, {0x3031, 0x3035},   {0x3038, 0x303c},   {0x3041, 0x309f},
    {0x30a1, 0x30fa}, {0x30fc, 0x3163},   {0x3165, 0xd7ff},   {0xf900, 0xfd3d},
    {0xfd50, 0xfdcf}, {0xfdf0, 0xfdff},   {0xfe70, 0xfefc},   {0xff66, 0xff9f},
    {0xffa1, 0xffdc}, {0x10000, 0xdffff}, {0xe0200, 0xeffff},
}};

[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Combining marks, which follow a letter and do not begin a name.
[[nodiscard]] constexpr bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36f; }

[[nodiscard]] inline bool is_letter(char32_t c) {
  const auto* after = std::upper_bound(
      letter_ranges.begin(), letter_ranges.end(), c,
      [](char32_t wanted, const letter_range& range) { return wanted < range.first; });
  return after != letter_ranges.begin() && c <= (after - 1)->last;
}

/// Length of the name (or reserved word) that begins at `at`; 0 if none does.
[[nodiscard]] inline std::size_t name_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const char c = text[end];
    if (is_ascii_letter(c) || (is_digit(c) && end > at)) {
      ++end;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const code_point next = decode_code_point(text, end);
      if (!is_letter(next.value) || (end == at && is_mark(next.value))) break;
      end += next.length;
    } else {
      break;
    }
  }
  return end - at;
}

/// Words that are no names. `not` is one of them, too, but may be called.
inline constexpr std::array<std::string_view, 19> reserved_words{
    "and",      "as_of",     "between", "else",     "every", "false", "for",
    "function", "if",        "in",      "instance", "not",   "null",  "or",
    "return",   "satisfies", "some",    "then",     "true"};

[[nodiscard]] inline bool is_reserved_word(std::string_view w) {
  return std::find(reserved_words.begin(), reserved_words.end(), w) !=
         reserved_words.end();
}

/// Built-ins of DMN whose name has blanks; no one begins with another.
inline constexpr std::array<std::string_view, 32> function_phrases{
    "context merge",    "context put",     "date and time",   "day of week",
    "day of year",      "distinct values", "ends with",       "finished by",
    "get entries",      "get value",       "index of",        "insert before",
    "list contains",    "list replace",    "lower case",      "met by",
    "month of year",    "overlaps after",  "overlaps before", "round down",
    "round half down",  "round half up",   "round up",        "started by",
    "starts with",      "string join",     "string length",   "substring after",
    "substring before", "upper case",      "week of year",    "years and months duration",
};

inline constexpr std::array<std::string_view, 3> type_phrases{
    "date and time", "days and time duration", "years and months duration"};

inline constexpr std::array<std::string_view, 3> property_phrases{
    "end included", "start included", "time offset"};

inline constexpr std::array<std::string_view, 3> parameter_phrases{
    "decimal separator", "grouping separator", "start position"};

[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

/// Length of `phrase` at `at`, its blanks being any blanks; 0 if the text does
/// not begin with it there.
[[nodiscard]] inline std::size_t phrase_length(std::string_view text, std::size_t at,
                                               std::string_view phrase) {
  std::size_t here = at;
  for (const char c : phrase) {
    if (here >= text.size()) return 0;
    if (c != ' ') {
      if (text[here++] != c) return 0;
      continue;
    }
    if (!is_blank(text[here])) return 0;
    while (here < text.size() && is_blank(text[here])) ++here;
  }
  // The last word is whole.
  const bool whole =
      here == text.size() || (!is_ascii_letter(text[here]) && !is_digit(text[here]) &&
                              name_length(text, here) == 0);
  return whole ? here - at : 0;
}

/// What follows a number without a blank, and what it makes of the number.
enum class suffix_kind : unsigned char { factor, months, seconds };

struct number_suffix {
  std::string_view word;
  suffix_kind kind;
  std::int64_t numerator, denominator;
};

inline constexpr std::array<number_suffix, 10> number_suffixes{{
    {"%", suffix_kind::factor, 1, 100},
    {"‰", suffix_kind::factor, 1, 1000},
    {"万", suffix_kind::factor, 10'000, 1},
    {"亿", suffix_kind::factor, 100'000'000, 1},
    {"年", suffix_kind::months, 12, 1},
    {"个月", suffix_kind::months, 1, 1},
    {"周", suffix_kind::seconds, 604'800, 1},
    {"天", suffix_kind::seconds, 86'400, 1},
    {"小时", suffix_kind::seconds, 3'600, 1},
    {"分钟", suffix_kind::seconds, 60, 1},
}};

}  // namespace norma::expr::detail

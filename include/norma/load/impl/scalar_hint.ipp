// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::all_of
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/text.hpp>
#include <norma/value/date.hpp>
#include <norma/value/number.hpp>

// What people write in facts, and how norma would have it: only for hints,
// nothing here makes a value.

namespace norma::load_detail {

/// `text` with full-width letters, digits and signs as their ASCII twins.
[[nodiscard]] inline std::string in_half_width(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const code_point point = decode_code_point(text, i);
    char32_t c = point.value;
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
    if (c == 0x3000) c = ' ';
    if (c == 0x3002) c = '.';
    append_code_point(result, c);
    i += point.length;
  }
  return result;
}

[[nodiscard]] inline bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
}

/// `text` with full-width characters as their twins, and in small letters.
[[nodiscard]] inline std::string folded(std::string_view text) {
  std::string plain = in_half_width(text);
  for (char& c : plain) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return plain;
}

/// Takes `ending` off `text`, if it ends so.
[[nodiscard]] inline bool take_ending(std::string& text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  if (text.compare(text.size() - ending.size(), ending.size(), ending) != 0) return false;
  text.erase(text.size() - ending.size());
  return true;
}

/// The number meant by `１，０００`, `1_000`, `012`, `5万元`, `90%`; "" if none is.
[[nodiscard]] inline std::string number_meant(std::string_view text) {
  std::string plain = in_half_width(text);
  for (const std::string_view word : {"人民币", "¥", "￥", "RMB", "CNY"}) {
    if (plain.compare(0, word.size(), word) == 0) plain.erase(0, word.size());
  }
  for (const std::string_view word : {"人次", "人", "元", "份", "名", "个", "家", "户",
                                      "次", "件", "项", "条", "场", "年"}) {
    if (take_ending(plain, word)) break;
  }
  number factor{1};
  if (take_ending(plain, "万")) {
    factor = number{10'000};
  } else if (take_ending(plain, "亿")) {
    factor = number{100'000'000};
  } else if (take_ending(plain, "%")) {
    factor = *number::ratio(1, 100);
  } else if (take_ending(plain, "‰")) {
    factor = *number::ratio(1, 1000);
  }
  std::string digits;
  for (const char c : plain) {
    if (c != ',' && c != '_' && c != ' ') digits += c;
  }
  if (!digits.empty() && digits.front() == '+') digits.erase(0, 1);
  const std::size_t start = !digits.empty() && digits.front() == '-' ? 1 : 0;
  while (digits.size() > start + 1 && digits[start] == '0' &&
         all_digits(std::string_view(digits).substr(start + 1, 1))) {
    digits.erase(start, 1);
  }
  if (!digits.empty() && digits.back() == '.') digits.pop_back();
  const std::optional<number> meant = number::parse(digits, 64);
  return meant ? (*meant * factor).to_string() : std::string{};
}

/// The day meant by `2024/3/15`, `2024年3月15日`, `20240315`, `2024-3-15`, with
/// or without a time of day; "" if none is.
[[nodiscard]] inline std::string day_meant(std::string_view text) {
  const std::string plain = in_half_width(text);
  std::vector<std::string> parts;
  bool open = false;
  for (const char c : plain) {
    if (c == ' ' || c == 'T' || parts.size() > 3) break;
    if (c < '0' || c > '9') {
      open = false;
      continue;
    }
    if (!open) parts.emplace_back();
    parts.back() += c;
    open = true;
  }
  if (parts.size() == 1 && parts[0].size() == 8) {
    parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)};
  }
  if (parts.size() != 3 || parts[0].size() != 4) return {};
  if (parts[1].size() > 2 || parts[2].size() > 2) return {};
  const auto day =
      date::of(std::stoi(parts[0]), std::stoi(parts[1]), std::stoi(parts[2]));
  return day ? day->to_string() : std::string{};
}

/// True of a day as files write it, `2024-02-30`, whether or not the calendar has it.
[[nodiscard]] inline bool reads_as_day(std::string_view text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
         all_digits(text.substr(0, 4)) && all_digits(text.substr(5, 2)) &&
         all_digits(text.substr(8));
}

/// The arguments of N0615: the day, and its month with the number of its days, if there
/// is such a month.
[[nodiscard]] inline std::vector<std::string> no_such_day(std::string_view text) {
  std::vector<std::string> arguments{std::string(text)};
  const std::string month(text.substr(0, 7));
  if (const auto first = date::parse(month + "-01")) {
    const auto last = first->plus_months(1)->plus_days(-1);
    arguments.insert(arguments.end(), {month, std::to_string(last->day())});
  }
  return arguments;
}

/// The boolean meant by `yes`, `真`, `1`, `否定`; "" if none is.
[[nodiscard]] inline std::string boolean_meant(std::string_view text) {
  const std::string plain = folded(text);
  for (const std::string_view word : {"true", "yes", "y", "t", "on", "1", "真", "有",
                                      "对", "√", "✓", "合格", "达标", "是的"}) {
    if (plain == word) return "true";
  }
  for (const std::string_view word :
       {"false", "no", "n", "f", "off", "0", "假", "无", "没有", "错", "×", "✗", "不是",
        "不合格", "未达标"}) {
    if (plain == word) return "false";
  }
  return {};
}

/// True of `85%`, `９‰`.
[[nodiscard]] inline bool is_rate(std::string_view text) {
  std::string plain = in_half_width(text);
  return take_ending(plain, "%") || take_ending(plain, "‰");
}

/// What people write who mean that there is nothing (`无`, `N/A`, `/`), or that
/// nothing is known (`不详`).
enum class nothing_said { no, absent, unknown };
[[nodiscard]] inline nothing_said what_is_not_said(std::string_view text) {
  const std::string plain = folded(text);
  for (const std::string_view word :
       {"无", "没有", "暂无", "空", "不适用", "none", "nil", "no", "n/a", "na", "n.a.",
        "-", "--", "—", "——", "–", "/", "\\"}) {
    if (plain == word) return nothing_said::absent;
  }
  for (const std::string_view word :
       {"不详", "未知", "不知道", "不清楚", "不明", "待查", "待定", "待核实", "unknown",
        "tbd", "nan", "null", "#n/a", "?"}) {
    if (plain == word) return nothing_said::unknown;
  }
  return nothing_said::no;
}

}  // namespace norma::load_detail

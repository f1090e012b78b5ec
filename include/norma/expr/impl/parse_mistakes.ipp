// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>
#include <norma/expr/impl/parse_words.ipp>

#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view

// What authors write by habit, and what they meant.

namespace norma::expr::detail {

struct habit {
  std::string_view written, meant;
};

/// Signs of other scripts and of word processors that look like ours.
inline constexpr std::array<habit, 29> sign_habits{{
    {"。", "."},  {"、", ","},  {"“", "\""},  {"”", "\""}, {"„", "\""}, {"〝", "\""},
    {"〞", "\""}, {"「", "\""}, {"」", "\""}, {"‘", "\""}, {"’", "\""}, {"【", "["},
    {"】", "]"},  {"〔", "("},  {"〕", ")"},  {"《", "<"}, {"》", ">"}, {"〈", "<"},
    {"〉", ">"},  {"−", "-"},   {"–", "-"},   {"—", "-"},  {"×", "*"},  {"÷", "/"},
    {"≧", ">="},  {"≦", "<="},  {"⩾", ">="},  {"⩽", "<="}, {"…", ".."},
}};

/// Operators of other languages. Longer ones stand before their beginnings.
inline constexpr std::array<habit, 14> operator_habits{{
    {"===", "="},
    {"!==", "!="},
    {"==", "="},
    {"=>", ">="},
    {"=<", "<="},
    {"<>", "!="},
    {"=!", "!="},
    {"&&", "and"},
    {"||", "or"},
    {":=", "="},
    {"&", "and"},
    {"|", "or"},
    {"!", "not(…)"},
    {"^", "**"},
}};

/// Words between two values.
inline constexpr std::array<habit, 46> infix_habits{{
    {"且", "and"},        {"并且", "and"},    {"而且", "and"},    {"同时", "and"},
    {"和", "and"},        {"及", "and"},      {"与", "and"},      {"AND", "and"},
    {"And", "and"},       {"或", "or"},       {"或者", "or"},     {"OR", "or"},
    {"Or", "or"},         {"是", "="},        {"为", "="},        {"等于", "="},
    {"is", "="},          {"IS", "="},        {"equals", "="},    {"不等于", "!="},
    {"不是", "!="},       {"大于", ">"},      {"超过", ">"},      {"小于", "<"},
    {"低于", "<"},        {"大于等于", ">="}, {"不少于", ">="},   {"不小于", ">="},
    {"不低于", ">="},     {"至少", ">="},     {"小于等于", "<="}, {"不大于", "<="},
    {"不超过", "<="},     {"不高于", "<="},   {"不多于", "<="},   {"至多", "<="},
    {"属于", "in"},       {"IN", "in"},       {"In", "in"},       {"加", "+"},
    {"减", "-"},          {"乘以", "*"},      {"除以", "/"},      {"BETWEEN", "between"},
    {"mod", "modulo(…)"}, {"div", "/"},
}};

/// Words before a value, which read as a name until the value follows.
inline constexpr std::array<habit, 12> prefix_habits{{
    {"非", "not(…)"},
    {"不", "not(…)"},
    {"没有", "not(…)"},
    {"NOT", "not(…)"},
    {"Not", "not(…)"},
    {"如果", "if"},
    {"若", "if"},
    {"IF", "if"},
    {"If", "if"},
    {"有", "some"},
    {"每个", "every"},
    {"ALL", "every"},
}};

/// Words of `if`, `for`, `some` and `every`.
inline constexpr std::array<habit, 8> keyword_habits{{
    {"那么", "then"},
    {"则", "then"},
    {"THEN", "then"},
    {"Then", "then"},
    {"否则", "else"},
    {"ELSE", "else"},
    {"Else", "else"},
    {"满足", "satisfies"},
}};

/// Words that are names where nothing else declares them.
inline constexpr std::array<habit, 8> value_habits{{
    {"是", "true"},
    {"真", "true"},
    {"True", "true"},
    {"TRUE", "true"},
    {"否", "false"},
    {"假", "false"},
    {"False", "false"},
    {"FALSE", "false"},
}};

template <std::size_t N>
[[nodiscard]] std::string_view meant_by(const std::array<habit, N>& habits,
                                        std::string_view written) {
  for (const habit& h : habits)
    if (h.written == written) return h.meant;
  return {};
}

/// The ASCII sign that a full-width or look-alike character stands for; "" if
/// it is none.
[[nodiscard]] inline std::string ascii_sign(std::string_view text, std::size_t at) {
  const code_point found = decode_code_point(text, at);
  if (const char sign = half_width(found.value); sign != '\0') return {sign};
  return std::string(meant_by(sign_habits, text.substr(at, found.length)));
}

/// Such a sign with what belongs to it: `＞＝` is one sign, `１００` one number.
struct foreign_sign {
  std::size_t end = 0;
  std::string meant;  ///< "" if there is none
};

[[nodiscard]] inline foreign_sign foreign_sign_at(std::string_view text, std::size_t at) {
  foreign_sign found{at + decode_code_point(text, at).length, ascii_sign(text, at)};
  if (found.meant.empty() || found.meant == "\"") return found;
  const auto alike = [&](char c) {
    return found.meant.back() == c || is_ascii_letter(c) || is_digit(c) || c == '=';
  };
  while (found.end < text.size()) {
    const std::string next = ascii_sign(text, found.end);
    if (next.size() != 1 || !alike(next[0])) break;
    if (is_digit(next[0]) != is_digit(found.meant.back())) break;
    found.meant += next;
    found.end += decode_code_point(text, found.end).length;
  }
  return found;
}

/// Blanks of other widths: they look like a blank and are none.
[[nodiscard]] constexpr bool is_odd_blank(char32_t c) {
  return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
         c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace norma::expr::detail

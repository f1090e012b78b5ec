// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>
#include <norma/expr/impl/parse_tokens.ipp>
#include <norma/expr/impl/time_literal.ipp>
#include <norma/value/duration.hpp>
#include <norma/value/number.hpp>

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

// Literals: numbers with their suffixes, texts with their escapes, @"…".

namespace norma::expr::detail {

/// True if a date stands at `at` without its @"…": it would subtract.
[[nodiscard]] inline bool is_bare_date(std::string_view text, std::size_t at) {
  constexpr std::string_view form = "dddd-dd-dd";
  const std::string_view found = text.substr(at, form.size());
  if (found.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == 'd' ? !is_digit(found[i]) : found[i] != form[i]) return false;
  return true;
}

/// The number as written (`1.50`, `12e3`), without suffix.
inline void push_number(builder& b, std::size_t begin, std::size_t end) {
  const std::string_view digits = b.text().substr(begin, end - begin);
  if (is_bare_date(b.text(), begin))
    refuse("N0326", begin, begin + 10, {std::string(b.text().substr(begin, 10))});
  auto read = number::parse(digits, b.bounds().number_digits);
  if (!read) refuse("N0323", begin, end, {std::to_string(b.bounds().number_digits)});
  b.leaf(node_kind::literal, begin, end).literal = std::move(*read);
}

/// Refuses what directly follows a number and is no suffix, saying what was
/// meant where that is known.
[[noreturn]] inline void refuse_suffix(builder& b, std::size_t at, std::size_t end) {
  const std::string_view found = b.text().substr(at, end - at);
  const std::size_t begin = b.top().begin;
  const std::string digits(b.text().substr(begin, at - begin));
  const std::string whole(b.text().substr(begin, end - begin));
  if (found == "月" || found == "月份")
    refuse("N0322", begin, end, {whole, digits + "个月"});
  if (found == "日") refuse("N0322", begin, end, {whole, digits + "天"});
  for (const std::string_view scale : {"万", "亿"})
    if (found.substr(0, scale.size()) == scale && found.size() > scale.size())
      refuse("N0321", begin, end, {whole, digits + std::string(scale)});
  for (const std::string_view measure :
       {"元", "人", "名", "户", "家", "件", "次", "份", "个", "起", "项", "平方米", "秒"})
    if (found == measure) refuse("N0321", begin, end, {whole, digits});
  refuse("N0320", at, end, {std::string(found), digits});
}

/// Puts the suffix that ends at `end` into the number on top.
inline void apply_suffix(builder& b, const number_suffix& suffix, std::size_t end) {
  node& literal = b.top();
  literal.name = b.text().substr(literal.begin, end - literal.begin);
  literal.end = static_cast<std::uint32_t>(end);
  const number times = *number::ratio(suffix.numerator, suffix.denominator);
  number result = *literal.literal.num() * times;
  if (suffix.kind == suffix_kind::factor) {
    literal.literal = std::move(result);
  } else if (suffix.kind == suffix_kind::seconds) {
    literal.literal = days_duration{std::move(result)};
  } else if (const auto months = result.to_int64()) {
    literal.literal = months_duration{*months};
  } else {
    refuse("N0325", literal.begin, end, {literal.name});
  }
}

/// Four or six hexadecimal digits at `at`, or nothing.
[[nodiscard]] inline std::optional<char32_t> hex_digits(std::string_view text,
                                                        std::size_t at,
                                                        std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  char32_t result = 0;
  for (const char c : text.substr(at, count)) {
    const char lower = static_cast<char>(c | 0x20);
    if (!is_digit(c) && (lower < 'a' || lower > 'f')) return std::nullopt;
    result =
        result * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
  }
  return result;
}

/// Reads the escape whose `\` stands at `at` into `out`; the offset after it,
/// or `at` if it is none.
[[nodiscard]] inline std::size_t read_escape(std::string_view text, std::size_t at,
                                             std::string& out) {
  if (at + 1 >= text.size()) return at;
  switch (text[at + 1]) {
    case 'n': out += '\n'; return at + 2;
    case 't': out += '\t'; return at + 2;
    case 'r': out += '\r'; return at + 2;
    case '"': out += '"'; return at + 2;
    case '\'': out += '\''; return at + 2;
    case '\\': out += '\\'; return at + 2;
    case 'u': break;
    case 'U': {
      const auto point = hex_digits(text, at + 2, 6);
      if (!point || *point > 0x10ffff || (*point >= 0xd800 && *point <= 0xdfff))
        return at;
      append_code_point(out, *point);
      return at + 8;
    }
    default: return at;
  }
  const auto unit = hex_digits(text, at + 2, 4);
  if (!unit || (*unit >= 0xdc00 && *unit <= 0xdfff)) return at;
  if (*unit < 0xd800 || *unit > 0xdfff) {
    append_code_point(out, *unit);
    return at + 6;
  }
  // The first half of a surrogate pair: the second must follow.
  if (text.substr(at + 6, 2) != "\\u") return at;
  const auto low = hex_digits(text, at + 8, 4);
  if (!low || *low < 0xdc00 || *low > 0xdfff) return at;
  append_code_point(out, 0x10000 + ((*unit - 0xd800) << 10U) + (*low - 0xdc00));
  return at + 12;
}

/// Reads the text whose quote stands at `at`; the offset after its end.
[[nodiscard]] inline std::size_t read_text(std::string_view text, std::size_t at,
                                           std::string& out) {
  std::size_t here = at + 1;
  while (here < text.size() && text[here] != '\n') {
    const std::size_t stop = text.find_first_of("\"\\\n", here);
    out += text.substr(here, stop - here);
    if (stop == std::string_view::npos || text[stop] == '\n') break;
    if (text[stop] == '"') return stop + 1;
    here = read_escape(text, stop, out);
    if (here == stop) {
      const std::size_t shown =
          stop + 1 < text.size() ? decode_code_point(text, stop + 1).length : 0;
      refuse("N0312", stop, stop + 1 + shown,
             {std::string(text.substr(stop, shown + 1))});
    }
  }
  refuse("N0310", at, at + 1);
}

}  // namespace norma::expr::detail

namespace norma::expr::detail::grammar {

/// `%`, `万` … directly after a number; any other letter there is an error.
struct suffix_parser : token_parser<suffix_parser> {
  /// `80%以上`: a word of a text, which is no remainder as `80%x` may be.
  static void refuse_more(builder& b, std::size_t at) {
    const std::string_view text = b.text();
    const bool letter = at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80U;
    const std::size_t length = letter ? name_length(text, at) : 0;
    if (length != 0)
      refuse("N0320", at, at + length, {std::string(text.substr(at, length))});
  }

  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    if (at >= text.size()) return at;
    std::size_t length = name_length(text, at);
    if (length == 0) length = text[at] == '%' ? 1 : decode_code_point(text, at).length;
    const std::string_view found = text.substr(at, length);
    for (const number_suffix& suffix : number_suffixes) {
      if (found != suffix.word) continue;
      apply_suffix(b, suffix, at + length);
      refuse_more(b, at + length);
      return at + length;
    }
    if (name_length(text, at) != 0) refuse_suffix(b, at, at + length);
    return at;
  }
};

/// `"…"`
struct text_parser : token_parser<text_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    if (at >= b.text().size() || b.text()[at] != '"') return at;
    std::string content;
    const std::size_t end = read_text(b.text(), at, content);
    b.leaf(node_kind::literal, at, end).literal = std::move(content);
    return end;
  }
};

/// `@"…"`: the value it writes, or a call of `@` that will have none.
struct at_parser : token_parser<at_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    if (at >= text.size() || text[at] != '@') return at;
    const std::size_t quote = skip_blanks(text, at + 1);
    if (quote >= text.size() || text[quote] != '"') return at;
    std::string content;
    const std::size_t end = read_text(text, quote, content);
    if (auto meant = read_at_literal(content)) {
      b.leaf(node_kind::literal, at, end).literal = std::move(*meant);
      return end;
    }
    b.begin(at).name = "@";
    b.leaf(node_kind::literal, quote, end).literal = std::move(content);
    b.end(node_kind::call, end);
    return end;
  }
};

inline constexpr suffix_parser suffix{};
inline constexpr text_parser text_literal{};
inline constexpr at_parser at_literal{};

}  // namespace norma::expr::detail::grammar

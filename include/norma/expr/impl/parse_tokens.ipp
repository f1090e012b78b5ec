// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/parse_build.ipp>
#include <norma/expr/impl/parse_words.ipp>

#include <cstddef>      // std::size_t
#include <span>         // std::span
#include <string_view>  // std::string_view

#include <boost/spirit/home/x3.hpp>

// Parsers for single tokens. Text is bytes of valid UTF-8; offsets are bytes.

namespace norma::expr::detail::grammar {

namespace x3 = boost::spirit::x3;

template <class Context>
[[nodiscard]] builder& builder_of(const Context& context) {
  return x3::get<builder_tag>(context);
}

/// Blanks and comments between tokens.
struct blanks_parser : x3::parser<blanks_parser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context&, const RuleContext&,
             Attribute&) const {
    const Iterator begin = first;
    for (;;) {
      while (first != last && is_blank(*first)) ++first;
      if (last - first < 2 || *first != '/') break;
      const std::string_view rest(first, static_cast<std::size_t>(last - first));
      std::size_t end = 0;
      if (rest[1] == '/') {
        end = rest.find('\n');
        end = end == std::string_view::npos ? rest.size() : end;
      } else if (rest[1] == '*') {
        end = rest.find("*/", 2);
        // An open comment is reported where it begins, by parse().
        if (end == std::string_view::npos) break;
        end += 2;
      } else {
        break;
      }
      first += static_cast<std::ptrdiff_t>(end);
    }
    return first != begin;
  }
};
inline constexpr blanks_parser blanks{};

/// Base of the token parsers below: blanks skipped, then `match` decides.
template <class Derived>
struct token_parser : x3::parser<Derived> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context,
             const RuleContext&, Attribute&) const {
    x3::skip_over(first, last, context);
    builder& b = builder_of(context);
    const std::size_t at = b.offset(first);
    const std::size_t end = this->derived().match(b, at);
    if (end == at) return false;
    first += static_cast<std::ptrdiff_t>(end - at);
    return true;
  }
};

/// The offset after blanks and comments from `at`.
[[nodiscard]] inline std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const char* first = text.data() + at;
  x3::unused_type none;
  blanks.parse(first, text.data() + text.size(), none, none, none);
  return static_cast<std::size_t>(first - text.data());
}

/// A reserved word: whole, so that `android` does not begin with `and`.
struct word : token_parser<word> {
  constexpr explicit word(std::string_view w) : spelling(w) {}
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    if (at >= text.size() || text[at] != spelling.front()) return at;
    return at + phrase_length(text, at, spelling);
  }
  std::string_view spelling;
};

/// Length of the first phrase of `table` that the text holds at `at`.
[[nodiscard]] inline std::size_t find_phrase(std::string_view text, std::size_t at,
                                             std::span<const std::string_view> table,
                                             std::string_view& found) {
  for (const std::string_view phrase : table) {
    if (const std::size_t length = phrase_length(text, at, phrase)) {
      found = phrase;
      return length;
    }
  }
  return 0;
}

/// A fact, parameter, iterator or field.
struct name_parser : token_parser<name_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::size_t length = name_length(b.text(), at);
    const std::string_view found = b.text().substr(at, length);
    if (length == 0 || is_reserved_word(found)) return at;
    b.leaf(node_kind::name, at, at + length).name = found;
    return at + length;
  }
};

/// The name of a function and the bracket that opens its arguments.
struct callee_parser : token_parser<callee_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    std::size_t length = name_length(text, at);
    if (length == 0) return at;
    std::string_view called = text.substr(at, length);
    std::size_t bracket = at + length;
    if (bracket >= text.size()) return at;
    if (text[bracket] != '(') {
      if (is_reserved_word(called) && called != "not" && called != "function") return at;
      bracket = skip_blanks(text, bracket);
      if (bracket >= text.size()) return at;
      if (is_ascii_letter(text[bracket])) {
        length = find_phrase(text, at, function_phrases, called);
        if (length == 0) return at;
        bracket = skip_blanks(text, at + length);
      }
      if (bracket >= text.size() || text[bracket] != '(') return at;
    }
    if (is_reserved_word(called) && called != "not") {
      if (called != "function") return at;
      refuse("N0341", at, at + called.size());
    }
    b.begin(at, bracket).name = called;
    return bracket + 1;
  }
};

/// `name:` before a named argument.
struct argument_name_parser : token_parser<argument_name_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    std::size_t length = name_length(text, at);
    if (length == 0) return at;
    std::string_view found = text.substr(at, length);
    std::size_t colon = skip_blanks(text, at + length);
    if (colon < text.size() && is_ascii_letter(text[colon])) {
      length = find_phrase(text, at, parameter_phrases, found);
      if (length == 0) return at;
      colon = skip_blanks(text, at + length);
    }
    if (colon >= text.size() || text[colon] != ':') return at;
    b.open().back().names.emplace_back(found);
    return colon + 1;
  }
};

/// The property or field after a point.
struct field_parser : token_parser<field_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    std::string_view found;
    std::size_t length = find_phrase(b.text(), at, property_phrases, found);
    if (length == 0) {
      length = name_length(b.text(), at);
      found = b.text().substr(at, length);
    }
    if (length == 0 || is_reserved_word(found)) return at;
    b.begin_after_operand().name = found;
    b.end(node_kind::path, at + length);
    return at + length;
  }
};

/// The variable of `for`, `some` and `every`.
struct iterator_parser : token_parser<iterator_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::size_t length = name_length(b.text(), at);
    const std::string_view found = b.text().substr(at, length);
    if (length == 0 || is_reserved_word(found)) return at;
    b.open().back().names.emplace_back(found);
    return at + length;
  }
};

/// The name of a type: a phrase, or a name with points.
struct type_name_parser : token_parser<type_name_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    std::string_view found;
    std::size_t length = find_phrase(text, at, type_phrases, found);
    if (length == 0) {
      length = name_length(text, at);
      found = text.substr(at, length);
      if (length == 0) return at;
      if (is_reserved_word(found) && found != "function" && found != "null") return at;
      while (at + length < text.size() && text[at + length] == '.') {
        const std::size_t more = name_length(text, at + length + 1);
        if (more == 0) break;
        length += more + 1;
      }
      found = text.substr(at, length);
    }
    b.type_text += found;
    b.last_end = at + length;
    return at + length;
  }
};

/// `a:` before the type of a context's entry.
struct entry_name_parser : token_parser<entry_name_parser> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view text = b.text();
    const std::size_t length = name_length(text, at);
    if (length == 0) return at;
    const std::size_t colon = skip_blanks(text, at + length);
    if (colon >= text.size() || text[colon] != ':') return at;
    b.type_text += text.substr(at, length);
    b.type_text += ": ";
    return colon + 1;
  }
};

/// An operator of comparison, the longest that fits; `Opens`: it begins a test
/// (`< 10`).
template <bool Opens>
struct comparison_parser : token_parser<comparison_parser<Opens>> {
  [[nodiscard]] std::size_t match(builder& b, std::size_t at) const {
    const std::string_view rest = b.text().substr(at, 3);
    if (rest.empty()) return at;
    const bool equal = rest.size() > 1 && rest[1] == '=';
    std::size_t length = equal ? 2 : 1;
    node_kind kind = node_kind::equal;
    switch (rest[0]) {
      case '=': length = 1; break;
      case '<': kind = equal ? node_kind::less_equal : node_kind::less; break;
      case '>': kind = equal ? node_kind::greater_equal : node_kind::greater; break;
      case '!':
        if (!equal) return at;
        kind = node_kind::not_equal;
        break;
      default:
        length = 3;
        if (rest == "≤") {
          kind = node_kind::less_equal;
        } else if (rest == "≥") {
          kind = node_kind::greater_equal;
        } else if (rest == "≠") {
          kind = node_kind::not_equal;
        } else {
          return at;
        }
    }
    b.operators.push_back(kind);
    if (Opens) b.begin(at);
    return at + length;
  }
};

inline constexpr comparison_parser<false> comparison_sign{};
inline constexpr comparison_parser<true> test_sign{};
inline constexpr name_parser name{};
inline constexpr callee_parser callee{};
inline constexpr argument_name_parser argument_name{};
inline constexpr field_parser field{};
inline constexpr iterator_parser iterator_name{};
inline constexpr type_name_parser type_name{};
inline constexpr entry_name_parser entry_name{};

}  // namespace norma::expr::detail::grammar

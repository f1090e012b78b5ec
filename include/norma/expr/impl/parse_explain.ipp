// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/impl/parse_mistakes.ipp>
#include <norma/expr/impl/parse_signs.ipp>
#include <norma/expr/impl/parse_tokens.ipp>

#include <algorithm>    // std::find_if
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

// From the place where the grammar could not go on, and what it wanted there,
// to one finding in the words of the author.

namespace norma::expr::detail {

/// The code of the words for what was wanted.
[[nodiscard]] inline std::string_view words_for(wanted what) {
  switch (what) {
    case wanted::end: return "R0161";
    case wanted::round_end: return "R0162";
    case wanted::square_end: return "R0163";
    case wanted::element_end: return "R0164";
    case wanted::argument_end: return "R0165";
    case wanted::range_end: return "R0166";
    case wanted::type_end: return "R0167";
    case wanted::iterator: return "R0168";
    case wanted::field: return "R0169";
    case wanted::type: return "R0170";
    case wanted::dots: return "R0171";
    default: return "R0160";
  }
}

/// One parse that failed, looked at from where it did.
class explanation {
 public:
  explanation(const syntax_failure& failure, builder& b)
      : text_(b.text()), failure_(failure), at_(failure.begin), open_(b.open()) {}

  [[nodiscard]] syntax_failure result() const {
    if (failure_.what == wanted::nothing) return failure_;
    if (auto bracket = closing_bracket()) return *bracket;
    if (at_ >= text_.size()) return at_end();
    for (const auto& look : {&explanation::character, &explanation::operator_sign,
                             &explanation::previous_token, &explanation::word_found,
                             &explanation::bracket_found})
      if (auto found = (this->*look)()) return *found;
    if (failure_.what == wanted::keyword) return keyword(token_end(at_));
    return expected(at_, token_end(at_));
  }

  /// The bracket that waits to be closed where something else stands.
  [[nodiscard]] std::optional<std::size_t> waiting_bracket() const {
    if (!operand_stands_before()) return std::nullopt;
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [](const auto& construct) {
          return construct.bracket != std::string_view::npos;
        });
    if (found == open_.rend()) return std::nullopt;
    return found->bracket;
  }

 private:
  using finding = std::optional<syntax_failure>;

  [[nodiscard]] static syntax_failure say(std::string_view code, std::size_t begin,
                                          std::size_t end,
                                          std::vector<std::string> arguments = {}) {
    return {wanted::nothing, begin, end, code, std::move(arguments)};
  }
  [[nodiscard]] std::string piece(std::size_t begin, std::size_t end) const {
    return std::string(text_.substr(begin, end - begin));
  }
  [[nodiscard]] bool operand_stands_before() const {
    switch (failure_.what) {
      case wanted::end:
      case wanted::round_end:
      case wanted::square_end:
      case wanted::element_end:
      case wanted::argument_end:
      case wanted::range_end:
      case wanted::keyword: return true;
      default: return false;
    }
  }
  [[nodiscard]] bool is_word_at(std::size_t at) const {
    return name_length(text_, at) != 0;
  }
  /// The end of the word, number or sign at `at`.
  [[nodiscard]] std::size_t token_end(std::size_t at) const {
    if (const std::size_t length = name_length(text_, at)) return at + length;
    std::size_t end = at;
    if (text_[at] == '"') {
      end = text_.find_first_of("\"\n", at + 1);
      return end == std::string_view::npos || text_[end] == '\n' ? at + 1 : end + 1;
    }
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end > at ? end : at + decode_code_point(text_, at).length;
  }
  /// The end of what stands before the blanks before `at`.
  [[nodiscard]] std::size_t before_blanks(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    return at;
  }
  /// Where the word that ends at `end` begins; `end` if none does.
  [[nodiscard]] std::size_t word_before(std::size_t end) const {
    std::size_t begin = end;
    // A word is short: what is longer is no habit and no field.
    for (std::size_t at = end; at > 0 && end - at < 200;) {
      --at;
      if ((static_cast<unsigned char>(text_[at]) & 0xc0U) == 0x80U) continue;
      if (at + name_length(text_, at) >= end) {
        begin = at;
      } else if (!is_digit(text_[at])) {
        break;
      }
    }
    return begin;
  }

  [[nodiscard]] syntax_failure keyword(std::size_t end) const {
    return say("N0333", at_, end, failure_.arguments);
  }
  [[nodiscard]] syntax_failure expected(std::size_t begin, std::size_t end) const {
    return say("N0301", begin, end,
               {word_argument(words_for(failure_.what)), piece(begin, end)});
  }

  /// A `]` that was to close a list and was read as the beginning of a range.
  [[nodiscard]] finding closing_bracket() const {
    if (failure_.what != wanted::operand && failure_.what != wanted::dots) return {};
    if (open_.empty() || open_.back().bracket == std::string_view::npos) return {};
    const std::size_t bracket = open_.back().bracket;
    if (text_[bracket] != ']') return {};
    for (const open_construct& construct : open_)
      if (construct.bracket < bracket && text_[construct.bracket] == '[')
        return say("N0301", bracket, bracket + 1, {word_argument("R0160"), "]"});
    return say("N0314", bracket, bracket + 1, {"]"});
  }

  [[nodiscard]] syntax_failure at_end() const {
    const std::size_t end = before_blanks(at_);
    if (end == 0) return say("N0345", 0, 0);
    if (failure_.what == wanted::keyword)
      return say("N0333", end, end, failure_.arguments);
    if (const auto bracket = waiting_bracket())
      return say("N0313", *bracket, *bracket + 1, {piece(*bracket, *bracket + 1)});
    return say("N0302", end, end, {word_argument(words_for(failure_.what))});
  }

  /// Characters that stand nowhere in the language.
  [[nodiscard]] finding character() const {
    const code_point found = decode_code_point(text_, at_);
    const std::size_t end = at_ + found.length;
    if (text_.substr(at_, 2) == "/*") return say("N0315", at_, at_ + 2);
    if (is_odd_blank(found.value))
      return say("N0307", at_, end, {code_point_name(found.value)});
    if (is_unseen(found.value))
      return say("N0309", at_, end, {code_point_name(found.value)});
    if (text_[at_] == '\'') return say("N0311", at_, end);
    if (text_[at_] == '@') return say("N0347", at_, end);
    if (text_[at_] == '{' || text_[at_] == '}') return say("N0340", at_, end);
    if (const foreign_sign sign = foreign_sign_at(text_, at_); !sign.meant.empty())
      return say("N0306", at_, sign.end, {piece(at_, sign.end), sign.meant});
    if (std::string_view("#$;`~\\&|^:!").find(text_[at_]) == std::string_view::npos &&
        (found.value < 0x80 || is_letter(found.value)))
      return {};
    if (std::string_view("&|^:!").find(text_[at_]) != std::string_view::npos) return {};
    return say("N0308", at_, end, {piece(at_, end)});
  }

  /// Operators of other languages, whose first byte may have been read.
  [[nodiscard]] finding operator_sign() const {
    for (const habit& h : operator_habits) {
      for (std::size_t back = 0; back < h.written.size() && back <= at_; ++back) {
        const std::size_t begin = at_ - back;
        const std::size_t end = begin + h.written.size();
        if (text_.substr(begin, h.written.size()) == h.written)
          return say("N0330", begin, end, {std::string(h.written), std::string(h.meant)});
      }
    }
    const bool percent = text_[at_] == '%' || (at_ > 0 && text_[at_ - 1] == '%');
    if (percent && operand_stands_before()) {
      const std::size_t sign = text_[at_] == '%' ? at_ : at_ - 1;
      return say("N0332", sign, sign + 1);
    }
    return {};
  }

  /// A word or number that should not have been followed by another one.
  [[nodiscard]] finding previous_token() const {
    if (!operand_stands_before()) return {};
    const std::size_t end = before_blanks(at_);
    const std::size_t begin = word_before(end);
    const std::size_t here = token_end(at_);
    const std::string found = piece(at_, here);
    if (begin == end) {
      const bool number = end > 0 && is_digit(text_[end - 1]);
      if (number && end < at_ && is_suffix(found)) {
        std::size_t digits = end;
        while (digits > 0 && (is_digit(text_[digits - 1]) || text_[digits - 1] == '.'))
          --digits;
        return say("N0324", digits, here,
                   {piece(digits, here), piece(digits, end) + found});
      }
      return {};
    }
    const std::string before = piece(begin, end);
    if (const auto meant = meant_by(prefix_habits, before); !meant.empty())
      return say("N0330", begin, end, {before, std::string(meant)});
    // After `some x` a name follows in the place of `in`.
    if (failure_.what == wanted::keyword && failure_.arguments[0].size() == 2) return {};
    const bool name_follows = is_word_at(at_) && !is_reserved_word(found) &&
                              meant_by(infix_habits, found).empty() &&
                              meant_by(keyword_habits, found).empty();
    if (end < at_ && name_follows && !is_reserved_word(before))
      return say("N0334", begin, here, {before, found, before + '_' + found});
    return {};
  }
  [[nodiscard]] static bool is_suffix(std::string_view found) {
    for (const number_suffix& suffix : number_suffixes)
      if (suffix.word == found) return true;
    return false;
  }

  [[nodiscard]] finding word_found() const {
    if (!is_word_at(at_)) return {};
    const std::size_t end = token_end(at_);
    const std::string found = piece(at_, end);
    if (found == "not") return say("N0344", at_, end);
    if (found == "function") return say("N0341", at_, end);
    std::string_view meant = meant_by(keyword_habits, found);
    if (meant.empty() && operand_stands_before()) meant = meant_by(infix_habits, found);
    if (meant.empty()) return {};
    return say("N0330", at_, end, {found, std::string(meant)});
  }

  [[nodiscard]] finding bracket_found() const {
    const char c = text_[at_];
    if (c == ',' && failure_.what == wanted::round_end) return say("N0346", at_, at_ + 1);
    if (c != ')' && c != ']') return {};
    const auto waiting = waiting_bracket();
    if (operand_stands_before() && !waiting) return say("N0314", at_, at_ + 1, {{c}});
    return {};
  }

  std::string_view text_;
  const syntax_failure& failure_;
  std::size_t at_;
  const std::vector<open_construct>& open_;
};

/// The findings for `failure`, with their places in the file: one, or, for a sign
/// or blank that looks like ours, all of that kind that follow.
[[nodiscard]] inline std::vector<diagnostic> explain(const syntax_failure& failure,
                                                     builder& b,
                                                     const embedded_source& where) {
  embedded_source source = where;
  if (!source.file)
    source = {std::make_shared<const source_file>("", std::string(b.text())), 0, 0};
  const explanation why(failure, b);
  syntax_failure found = why.result();
  std::vector<syntax_failure> all;
  if (found.code == "N0306" || found.code == "N0307")
    all = foreign_signs(b.text(), found);
  all.insert(all.begin(), std::move(found));
  std::vector<diagnostic> result;
  for (syntax_failure& each : all)
    result.push_back({std::string(each.code),
                      std::move(each.arguments),
                      source.span(b.text(), each.begin, each.end),
                      {}});
  if (all.front().code == "N0301")
    if (const auto bracket = why.waiting_bracket())
      result.front().labels.push_back(
          {"R0172", {}, source.span(b.text(), *bracket, *bracket + 1)});
  return result;
}

}  // namespace norma::expr::detail

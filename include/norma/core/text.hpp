// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>

namespace norma {

/// The languages that texts for readers exist in.
enum class language { zh, en };

/// The signs between parts of a sentence, between words of a list, between statements,
/// and before what is said of something, with the blank that English has after them.
[[nodiscard]] constexpr std::string_view comma(language lang) {
  return lang == language::zh ? "，" : ", ";
}
[[nodiscard]] constexpr std::string_view list_comma(language lang) {
  return lang == language::zh ? "、" : ", ";
}
[[nodiscard]] constexpr std::string_view semicolon(language lang) {
  return lang == language::zh ? "；" : "; ";
}
[[nodiscard]] constexpr std::string_view colon(language lang) {
  return lang == language::zh ? "：" : ": ";
}

/// A text for readers, in Chinese and English; either may be empty.
struct text {
  std::string zh;
  std::string en;

  /// The wording in `lang`; the other language's where that one is empty.
  [[nodiscard]] const std::string& in(language lang) const {
    const auto& wanted = lang == language::zh ? zh : en;
    return wanted.empty() ? (lang == language::zh ? en : zh) : wanted;
  }
  [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
  friend bool operator==(const text&, const text&) = default;
};

/// Offset of the first byte that is not valid UTF-8, or `npos` if all are.
/// Overlong forms, surrogates and values above U+10FFFF are invalid.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view bytes);

/// Number of code points in valid UTF-8; invalid bytes count one each.
[[nodiscard]] std::size_t count_code_points(std::string_view bytes);

/// The code point that starts at `offset`, with its length in bytes; an
/// invalid byte gives U+FFFD and length 1.
struct code_point {
  char32_t value;
  std::size_t length;
};
[[nodiscard]] code_point decode_code_point(std::string_view bytes, std::size_t offset);

/// Without the blanks at either end.
[[nodiscard]] std::string_view trimmed(std::string_view bytes);

/// With one blank for every run of blanks and line breaks, and none at either end:
/// a condition of several lines as one.
[[nodiscard]] std::string on_one_line(std::string_view bytes);

/// Characters that are not seen: controls, marks that join, separate or turn,
/// fillers, variation selectors, tags. Two words with and without look the same.
[[nodiscard]] bool is_unseen(char32_t value);

/// Those of them that turn the direction of what follows: text with them does not
/// read as it runs.
[[nodiscard]] bool turns_direction(char32_t value);

/// The ASCII sign of a full-width form, `:` of `：`; `\0` for any other character.
[[nodiscard]] char half_width(char32_t value);

/// `U+202E`, as messages name a character that must not be printed.
[[nodiscard]] std::string code_point_name(char32_t value);

/// Appends `value` to `out` as UTF-8; a value that is none gives U+FFFD.
void append_code_point(std::string& out, char32_t value);

/// Columns that a terminal needs for `bytes`: East Asian wide characters two.
[[nodiscard]] std::size_t display_width(std::string_view bytes);

/// `bytes` as one line that can not deceive: line breaks, tabs, control,
/// bidirectional and other characters that are not seen as `\n`, `\t`,
/// `\u{202e}`, invalid bytes as `\xff`.
[[nodiscard]] std::string make_visible(std::string_view bytes);

/// The candidate nearest to `word` by edit distance, or "" if none is near
/// enough to be meant (at most a third of its length, at least one edit, none
/// of a single character; a swap of neighbours is one edit). A candidate that differs
/// only by case of ASCII letters, or by `-` for `_`, is nearest of all. Where none
/// is near, the only one that ends in `.` or `/` and the word.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/text.ipp>
#endif

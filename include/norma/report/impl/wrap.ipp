// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lines of a given width in columns, for Chinese and English.

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/text.hpp>

namespace norma::report_detail {

/// Characters that may not begin a line, and those that may not end one.
[[nodiscard]] inline bool closes(std::string_view c) {
  constexpr std::string_view all = "，。、；：？！）〕】》”’…％,.;:?!)]}%";
  return all.find(c) != std::string_view::npos;
}
[[nodiscard]] inline bool opens(std::string_view c) {
  constexpr std::string_view all = "（〔【《“‘([{";
  return all.find(c) != std::string_view::npos;
}

/// Cuts `words` into pieces between which a line may break: after a blank,
/// between wide characters.
[[nodiscard]] inline std::vector<std::string_view> breakable_pieces(
    std::string_view words) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::string_view before;
  for (std::size_t i = 0; i < words.size();) {
    const auto here = words.substr(i, decode_code_point(words, i).length);
    const bool wide = display_width(here) == 2 || display_width(before) == 2;
    const bool may = !before.empty() && here != " " && !closes(here) &&
                     (before == " " || (wide && !opens(before)));
    if (may) {
      pieces.push_back(words.substr(begin, i - begin));
      begin = i;
    }
    before = here;
    i += here.size();
  }
  if (begin < words.size()) pieces.push_back(words.substr(begin));
  return pieces;
}

/// `words` as lines of at most `width` columns (0: one line); a piece that is
/// longer keeps a line to itself.
[[nodiscard]] inline std::vector<std::string> wrap(std::string_view words,
                                                   std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const auto piece : breakable_pieces(words)) {
    auto bare = piece;
    while (!bare.empty() && bare.back() == ' ') bare.remove_suffix(1);
    if (width != 0 && used > 0 && used + display_width(bare) > width) {
      lines.emplace_back();
      used = 0;
    }
    lines.back() += piece;
    used += display_width(piece);
  }
  for (auto& line : lines) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
  }
  return lines;
}

}  // namespace norma::report_detail

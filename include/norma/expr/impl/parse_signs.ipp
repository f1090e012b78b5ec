// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/text.hpp>
#include <norma/expr/impl/parse_mistakes.ipp>
#include <norma/expr/impl/parse_tokens.ipp>

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

// Whoever types one full-width sign types several: they are told together.

namespace norma::expr::detail {

/// The end of the text or comment that begins at `at`; `at` if none does.
[[nodiscard]] inline std::size_t end_of_literal_text(std::string_view text,
                                                     std::size_t at) {
  const auto after = [&](std::string_view what, std::size_t from) {
    const std::size_t found = text.find(what, from);
    return found == std::string_view::npos ? text.size() : found + what.size();
  };
  if (text.substr(at, 2) == "//") return after("\n", at);
  if (text.substr(at, 2) == "/*") return after("*/", at + 2);
  if (text[at] != '"') return at;
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return text.size();
}

/// The signs and blanks after `first` that look like ours and are none, outside
/// texts and comments; as many as are worth reading.
[[nodiscard]] inline std::vector<syntax_failure> foreign_signs(
    std::string_view text, const syntax_failure& first) {
  constexpr std::size_t most = 20;
  std::vector<syntax_failure> result;
  const auto opens = [](const syntax_failure& sign) {
    return sign.code == "N0306" && sign.arguments.back() == "\"";
  };
  bool quoted = opens(first);  // what stands between full-width quotes is a text
  for (std::size_t at = first.end; at < text.size() && result.size() < most;) {
    const std::size_t known = quoted ? at : end_of_literal_text(text, at);
    const std::size_t name = quoted ? 0 : name_length(text, at);
    if (known > at || name > 0) {
      at = known > at ? known : at + name;
      continue;
    }
    const code_point c = decode_code_point(text, at);
    foreign_sign sign = foreign_sign_at(text, at);
    const bool ends = quoted && (sign.meant == "\"" || text[at] == '"');
    if (!quoted && is_odd_blank(c.value)) {
      sign.end = at + c.length;
      result.push_back(
          {wanted::nothing, at, sign.end, "N0307", {code_point_name(c.value)}});
    } else if (!sign.meant.empty() && (!quoted || ends)) {
      result.push_back({wanted::nothing,
                        at,
                        sign.end,
                        "N0306",
                        {std::string(text.substr(at, sign.end - at)), sign.meant}});
      if (!quoted) quoted = opens(result.back());
    }
    if (ends) quoted = false;
    at = sign.end;
  }
  return result;
}

}  // namespace norma::expr::detail

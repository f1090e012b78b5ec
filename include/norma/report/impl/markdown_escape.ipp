// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text of others in Markdown.

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/text.hpp>

namespace norma::report_detail {

/// `words` so that Markdown shows them and does nothing else with them.
[[nodiscard]] inline std::string markdown_escape(std::string_view words) {
  constexpr std::string_view special = "\\`*_{}[]|~$@";
  const auto shown = make_visible(words);
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i];
    const auto rest = std::string_view(shown).substr(i);
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == ':' && rest.starts_with("://")) {
      out += "&#58;";  // no bare link
    } else if (c == '.' && out.size() >= 3 &&
               (out.ends_with("www") || out.ends_with("WWW"))) {
      out += "&#46;";
    } else if (special.find(c) != std::string_view::npos) {
      out += {'\\', c};
    } else if (i == 0 && std::string_view("=+-#!").find(c) != std::string_view::npos) {
      out += {'\\', c};
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace norma::report_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lines of a page for terminals: wrapped, behind a mark, in colour.

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/report/impl/words.ipp>
#include <norma/report/impl/wrap.ipp>
#include <norma/report/text.hpp>

namespace norma::report_detail {

class text_lines {
 protected:
  text_lines(const report& of, const text_options& options)
      : options_(options), words_(of, options.lang) {}

  void line(std::size_t indent, std::string_view words, std::string_view first = "",
            std::string_view style = "") {
    const auto shown = make_visible(words);
    const auto lead = display_width(first);
    const auto room =
        options_.width == 0
            ? 0
            : std::max<std::size_t>(
                  options_.width > indent + lead ? options_.width - indent - lead : 0,
                  20);
    bool begin = true;
    for (const auto& one : wrap(shown, room)) {
      out_.append(indent, ' ');
      if (begin) {
        out_ += styled(first, style);
      } else {
        out_.append(lead, ' ');
      }
      out_ += first.empty() ? styled(one, style) : one;
      out_ += '\n';
      begin = false;
    }
  }

  [[nodiscard]] std::string styled(std::string_view words, std::string_view style) const {
    if (!options_.colour || style.empty() || words.empty()) return std::string(words);
    return "\x1b[" + std::string(style) + 'm' + std::string(words) + "\x1b[0m";
  }

  [[nodiscard]] static std::string_view style_of(verdict v) {
    switch (v) {
      case verdict::pass: return "32";
      case verdict::fail: return "1;31";
      case verdict::undetermined: return "33";
      case verdict::not_applicable: break;
    }
    return "2";
  }

  void heading(std::string_view code) {
    out_ += '\n';
    line(0, words_.head(code), "", "1");
  }

  void row(std::string_view code, const std::string& shown, std::string_view style = "") {
    const auto name = words_.head(code);
    const std::size_t column = options_.lang == language::zh ? 10 : 14;
    const auto gap = column - std::min(column - 2, display_width(name));
    const auto value = make_visible(shown);
    if (style.empty()) {
      line(2, value, name + std::string(gap, ' '));
    } else {
      out_ += "  " + name + std::string(gap, ' ') + styled(value, style) + '\n';
    }
  }

  text_options options_;
  report_words words_;
  std::string out_;
};

}  // namespace norma::report_detail

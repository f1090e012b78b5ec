// SPDX-License-Identifier: Apache-2.0
#pragma once

// Escaping, marks, anchors and tags: what every part of the page is made of.

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/report/impl/member_words.ipp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// `words` as text of an element or a quoted attribute; what deceives the eye
/// is shown as an escape.
[[nodiscard]] inline std::string html_escape(std::string_view words) {
  std::string out;
  for (const char c : make_visible(words)) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

/// Text already escaped, in which no day breaks at its hyphens.
[[nodiscard]] inline std::string html_keep_days(const std::string& escaped) {
  constexpr std::string_view day = "0000-00-00";
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_day = [&](std::string_view words) {
    if (words.size() < day.size()) return false;
    for (std::size_t i = 0; i < day.size(); ++i) {
      if (day[i] == '-' ? words[i] != '-' : !is_digit(words[i])) return false;
    }
    return words.size() == day.size() || !is_digit(words[day.size()]);
  };
  std::string out;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    const bool begins = is_digit(escaped[i]) && (i == 0 || !is_digit(escaped[i - 1]));
    if (begins && is_day(std::string_view(escaped).substr(i))) {
      out.append("<span class=\"n\">").append(escaped, i, day.size()).append("</span>");
      i += day.size() - 1;
    } else {
      out += escaped[i];
    }
  }
  return out;
}

/// Text already escaped, in which a sign stays beside its number.
[[nodiscard]] inline std::string html_keep_signs(std::string_view escaped) {
  const auto is_beside_sign = [&](std::size_t space) {
    if (escaped.substr(space + 1).starts_with('%')) return true;
    for (const std::string_view sign : {"≥", "≤", "≠", "=", "&lt;", "&gt;"}) {
      if (escaped.substr(0, space).ends_with(sign)) return true;
    }
    return false;
  };
  std::string out;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == ' ' && is_beside_sign(i)) {
      out += "&nbsp;";
    } else {
      out += escaped[i];
    }
  }
  return html_keep_days(out);
}

[[nodiscard]] inline std::string_view html_class(verdict v) {
  switch (v) {
    case verdict::pass: return "pass";
    case verdict::fail: return "fail";
    case verdict::undetermined: return "open";
    case verdict::not_applicable: break;
  }
  return "na";
}

/// Below a `none` group what is present speaks against.
[[nodiscard]] inline std::string_view html_class(const report_node& n, bool in_none) {
  if (in_none && n.verdict == verdict::pass) return "fail";
  if (in_none && n.verdict == verdict::fail) return "pass";
  return html_class(n.verdict);
}

/// What the parts of a page share: the report, its words, and how they are
/// put into HTML.
class html_parts {
 protected:
  html_parts(const report& of, language lang, std::string prefix)
      : of_(of),
        lang_(lang),
        words_(of, lang),
        members_(words_),
        prefix_(std::move(prefix)) {}
  // The words refer to each other.
  html_parts(const html_parts&) = delete;
  html_parts& operator=(const html_parts&) = delete;

  [[nodiscard]] static std::string safe(std::string_view words) {
    return html_escape(words);
  }
  [[nodiscard]] std::string safe(const text& words) const {
    return safe(words.in(lang_));
  }
  [[nodiscard]] std::string condition(const text& shown) const {
    return html_keep_signs(safe(shown));
  }
  [[nodiscard]] std::string say(std::string_view code) const {
    return safe(words_.say(code));
  }
  [[nodiscard]] std::string head_of(std::string_view code) const {
    return safe(words_.head(code));
  }

  /// `<tag class="…">words</tag>`; the words are escaped already.
  [[nodiscard]] static std::string tag(std::string_view name, std::string_view css,
                                       std::string_view words) {
    std::string out = "<" + std::string(name);
    if (!css.empty()) out += " class=\"" + std::string(css) + '"';
    out += '>';
    out += words;
    return out + "</" + std::string(name) + '>';
  }

  [[nodiscard]] std::string anchor(std::string_view path) const {
    return prefix_ + "at-" + safe(path);
  }
  [[nodiscard]] std::string anchor(const report_node& n) const { return anchor(n.path); }
  [[nodiscard]] std::string link(std::string_view path, std::string_view words) const {
    return "<a href=\"#" + anchor(path) + "\">" + safe(words) + "</a>";
  }
  [[nodiscard]] std::string list_anchor(std::string_view list) const {
    return prefix_ + "list-" + safe(list);
  }
  [[nodiscard]] std::string row_anchor(std::string_view list, std::size_t place) const {
    return prefix_ + "row-" + safe(list) + '-' + std::to_string(place);
  }

  /// Units that are named lead to their rows.
  [[nodiscard]] std::string line_of(const element_line& line) const {
    std::string out;
    for (const auto& one : line) {
      if (members_.find_row(one.list, one.place) != nullptr) {
        out += "<a href=\"#" + row_anchor(one.list, one.place) + "\"><bdi>" +
               safe(one.words) + "</bdi></a>";
      } else {
        out += html_keep_signs(safe(one.words));
      }
    }
    return out;
  }
  [[nodiscard]] std::string causes_of(const std::vector<cause>& causes) const {
    std::string out;
    for (const auto& one : members_.causes(causes)) out += tag("p", "", line_of(one));
    return out;
  }

  /// What is demanded, and below it the elements that decide it.
  [[nodiscard]] std::string condition_of(const condition_shown& c) const {
    auto out = tag("p", "", condition(c.shown));
    const auto by = members_.deciding(c);
    return by.empty() ? out : out + tag("p", "deciding", line_of(by));
  }

  [[nodiscard]] static std::string mark(std::string_view css, std::string_view sign) {
    return "<span class=\"m " + std::string(css) + "\" aria-hidden=\"true\">" +
           std::string(sign) + "</span>";
  }
  [[nodiscard]] static std::string mark(const report_node& n, bool in_none) {
    return mark(html_class(n, in_none), mark_of(n, in_none));
  }

  /// `✓ pass` in its colour.
  [[nodiscard]] std::string verdict_of(verdict v, std::string_view css) const {
    return tag("span", std::string(css) + ' ' + std::string(html_class(v)),
               std::string(mark_of(v)) + ' ' + safe(words_.verdict_word(v)));
  }
  [[nodiscard]] std::string verdict_of(const report_node& n, bool in_none,
                                       std::string_view css) const {
    return tag(
        "span", std::string(css) + ' ' + std::string(html_class(n, in_none)),
        std::string(mark_of(n, in_none)) + ' ' + safe(words_.verdict_word(n, in_none)));
  }

  // A clause's number does not break.
  [[nodiscard]] std::string citation_of(const citation& c) const {
    if (c.empty()) return {};
    const auto number = words_.cited({c.document, {}});
    if (c.clause.empty()) return safe(number);
    return safe(number) + ' ' + tag("span", "n", safe(c.clause));
  }

  const report& of_;
  language lang_;
  report_words words_;
  member_words members_;
  std::string prefix_;
  std::string out_;
};

}  // namespace norma::report_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/html.hpp>

#include <algorithm>    // std::replace
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/html_clauses.ipp>
#include <norma/report/impl/html_members.ipp>
#include <norma/report/impl/html_parts.ipp>
#include <norma/report/impl/html_score.ipp>
#include <norma/report/impl/html_style.ipp>
#include <norma/report/impl/html_summary.ipp>

namespace norma::report_detail {

class html_page : html_parts {
 public:
  /// `prefix` begins every anchor.
  html_page(const report& of, language lang, std::string prefix = {})
      : html_parts(of, lang, std::move(prefix)) {}

  /// Everything before the first sheet.
  [[nodiscard]] std::string make_begin() {
    begin();
    return std::move(out_);
  }

  [[nodiscard]] std::string make_sheet() {
    out_ += "<div class=\"sheet\">\n";
    head();
    out_ += "<div id=\"" + prefix_ + "content\">\n";
    out_ += html_summary{of_, lang_, prefix_}.make();
    if (of_.score) out_ += html_score{of_, lang_, prefix_}.make();
    out_ += html_clauses{of_, lang_, prefix_}.make();
    out_ += html_members{of_, lang_, prefix_}.make();
    sources();
    out_ += "</div>\n</div>\n";
    return std::move(out_);
  }

 private:
  void begin() {
    const auto name = of_.unit_name.empty() ? words_.unit_words() : of_.unit_name;
    out_ += lang_ == language::zh ? "<!doctype html>\n<html lang=\"zh-CN\">\n"
                                  : "<!doctype html>\n<html lang=\"en\">\n";
    out_ +=
        "<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"generator\" content=\"norma " +
        safe(of_.engine_version) + "\">\n";
    out_ += tag("title", "",
                safe(name + " · " + of_.standard_title.in(lang_) + " · ") +
                    safe(words_.overall(words_.verdict_word(of_.verdict))));
    out_ += "\n<style>";
    out_ += html_style;
    out_ += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">" +
            say("R2068") + "</a>\n<main>\n";
  }

  void term(std::string_view code, const std::string& shown) {
    out_ += "<div><dt>" + head_of(code) + "</dt><dd>" + shown + "</dd></div>\n";
  }

  void head() {
    out_ += "<header>\n<div class=\"head\">\n<div>\n" +
            tag("p", "kind", safe(words_.report_head()));
    out_ += "\n<h1><bdi>" + safe(of_.unit_name.empty() ? of_.unit_id : of_.unit_name) +
            "</bdi></h1>\n<p class=\"standard\">" + safe(of_.standard_title) + ' ' +
            tag("span", "", safe(words_.cited(of_.standard_cite))) + "</p>\n</div>\n";
    out_ += "<div class=\"stamp " + std::string(html_class(of_.verdict)) + "\"><b>" +
            safe(words_.overall(words_.verdict_word(of_.verdict))) + "</b>";
    std::string second(to_string(of_.verdict));
    std::replace(second.begin(), second.end(), '_', ' ');
    if (lang_ == language::zh) {
      out_ += "<small lang=\"en\">" + second + "</small>";
    } else {
      out_ += "<small>" + head_of("R2011") + "</small>";
    }
    out_ += "</div>\n</div>\n<dl class=\"data\">\n";
    auto kind = of_.unit_label.empty() ? safe(of_.unit_kind) : safe(of_.unit_label);
    if (!of_.unit_id.empty()) kind += " <bdi>" + safe(of_.unit_id) + "</bdi>";
    term("R2006", kind);
    if (!of_.tree.facts.empty()) term("R2050", safe(words_.facts_words(of_.tree)));
    term("R2008", of_.on.as_of.to_string());
    term("R2009", of_.on.known_as_of ? of_.on.known_as_of->to_string() : say("R2010"));
    term("R2054", safe(of_.pack.id + ' ' + of_.pack.version));
    out_ += "</dl>\n";
    for (const auto& words : words_.suppositions()) {
      out_ +=
          tag("p", "supposed", "<b>" + head_of("R2083") + "</b> " + safe(words)) + '\n';
    }
    const auto why = words_.why_not_applicable();
    if (!why.empty()) out_ += tag("p", "why", html_keep_signs(safe(why))) + '\n';
    if (of_.score) {
      out_ += html_score{of_, lang_, prefix_}.make_head();
    } else {
      share();
    }
    out_ += "</header>\n";
  }

  void count_parts(const report_node& n, bool in_none,
                   std::array<std::size_t, 4>& counts) {
    if (n.role == node_role::part) {
      if (!decides(n.strength)) return;
      auto v = n.verdict;
      if (in_none && v == verdict::pass) {
        v = verdict::fail;
      } else if (in_none && v == verdict::fail) {
        v = verdict::pass;
      }
      ++counts[static_cast<std::size_t>(v)];
    }
    for (const auto& m : n.members) {
      count_parts(m, in_none != (n.combine == combine::none), counts);
    }
  }

  void share() {
    std::array<std::size_t, 4> counts{};
    count_parts(of_.tree, false, counts);
    out_ += "<div class=\"share\">\n<div class=\"bar\" aria-hidden=\"true\">";
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      out_ += "<i class=\"" + std::string(html_class(static_cast<verdict>(i))) +
              "\" style=\"flex-grow:" + std::to_string(counts[i]) + "\"></i>";
    }
    out_ += "</div>\n<ul class=\"legend\">\n";
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) continue;
      const auto v = static_cast<verdict>(i);
      out_ += "<li><span class=\"" + std::string(html_class(v)) + "\">" +
              std::string(mark_of(v)) + ' ' + safe(words_.verdict_word(v)) +
              "</span> <b>" + std::to_string(counts[i]) + "</b></li>\n";
    }
    out_ += tag("li", "total", safe(words_.share())) + "\n</ul>\n</div>\n";
  }

  void sources() {
    if (!of_.remarks.empty()) {
      out_ += "<section>\n" + tag("h2", "", head_of("R2018")) +
              "\n<ul class=\"plain-list\">\n";
      for (const auto& r : of_.remarks) {
        out_ += tag("li", "", safe(words_.remark_words(r))) + '\n';
      }
      out_ += "</ul>\n</section>\n";
    }
    if (!of_.documents.empty()) {
      out_ += "<section>\n" + tag("h2", "", head_of("R2020")) +
              "\n<ul class=\"plain-list\">\n";
      for (const auto& d : of_.documents) {
        out_ += tag("li", "", safe(words_.document_words(d))) + '\n';
      }
      out_ += "</ul>\n</section>\n";
    }
    std::map<std::string, text, std::less<>> decisions;
    collect_decisions(of_.tree, decisions);
    if (!decisions.empty()) {
      out_ +=
          "<section>\n" + tag("h2", "", head_of("R2021")) + "\n<dl class=\"terms\">\n";
      for (const auto& [id, wording] : decisions) {
        out_ += "<dt id=\"" + prefix_ + "decision-" + safe(id) + "\">" + safe(id) +
                "</dt><dd>" + safe(wording) + "</dd>\n";
      }
      out_ += "</dl>\n</section>\n";
    }
    out_ += "<section>\n" + tag("h2", "", head_of("R2019")) +
            "\n<dl class=\"terms replay\">\n";
    for (const auto& [name, value] : words_.versions()) {
      out_ += "<dt>" + safe(name) + "</dt><dd>" + safe(value) + "</dd>\n";
    }
    out_ += "</dl>\n" + tag("p", "foot", say("R2069")) + "\n</section>\n";
  }
};

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string render_html(const report& r, language lang) {
  return render_html(std::span<const report>(&r, 1), lang);
}

NORMA_INLINE std::string render_html(std::span<const report> all, language lang) {
  const report none;
  auto out =
      report_detail::html_page{all.empty() ? none : all.front(), lang}.make_begin();
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto prefix = i == 0 ? std::string{} : 'r' + std::to_string(i + 1) + '-';
    out += report_detail::html_page{all[i], lang, std::move(prefix)}.make_sheet();
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace norma

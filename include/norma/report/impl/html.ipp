// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/html.hpp>

#include <algorithm>    // std::min
#include <array>        // std::array
#include <map>          // std::map
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/html_style.ipp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// `words` as text of an element or a quoted attribute; what deceives the eye
/// is shown as an escape.
[[nodiscard]] inline std::string html_escape(std::string_view words) {
  std::string out;
  for (const char c : make_visible(words)) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// Text already escaped, in which a sign stays beside its number.
[[nodiscard]] inline std::string html_keep_signs(std::string escaped) {
  constexpr std::string_view space = "&nbsp;";
  for (const std::string_view sign : {" %", "≥ ", "≤ ", "≠ ", "= ", "&lt; ", "&gt; "}) {
    for (auto at = escaped.find(sign); at != std::string::npos;
         at = escaped.find(sign, at + space.size() + sign.size() - 1)) {
      escaped.replace(at + sign.find(' '), 1, space);
    }
  }
  return escaped;
}

[[nodiscard]] inline std::string_view html_class(verdict v) {
  switch (v) {
    case verdict::pass:
      return "pass";
    case verdict::fail:
      return "fail";
    case verdict::undetermined:
      return "open";
    case verdict::not_applicable:
      break;
  }
  return "na";
}

/// Below a `none` group what is present speaks against.
[[nodiscard]] inline std::string_view html_class(const report_node& n, bool in_none) {
  if (in_none && n.verdict == verdict::pass) return "fail";
  if (in_none && n.verdict == verdict::fail) return "pass";
  return html_class(n.verdict);
}

class html_page {
 public:
  /// `prefix` begins every anchor.
  html_page(const report& of, language lang, std::string prefix = {})
      : of_(of), lang_(lang), words_(of, lang), prefix_(std::move(prefix)) {}

  /// Everything before the first sheet.
  [[nodiscard]] std::string make_begin() {
    begin();
    return std::move(out_);
  }

  [[nodiscard]] std::string make_sheet() {
    out_ += "<div class=\"sheet\">\n";
    head();
    out_ += "<div id=\"" + prefix_ + "content\">\n";
    summary();
    clauses();
    sources();
    out_ += "</div>\n</div>\n";
    return std::move(out_);
  }

 private:
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

  [[nodiscard]] std::string anchor(const report_node& n) const {
    return prefix_ + "at-" + safe(n.path);
  }
  [[nodiscard]] static std::string mark(const report_node& n, bool in_none) {
    return "<span class=\"m " + std::string(html_class(n, in_none)) +
           "\" aria-hidden=\"true\">" + std::string(mark_of(n, in_none)) + "</span>";
  }

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
                    safe(words_.verdict_word(of_.verdict)));
    out_ += "\n<style>";
    out_ += html_style;
    out_ += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">" +
            say("R2068") + "</a>\n<main>\n";
  }

  void term(std::string_view code, const std::string& shown) {
    out_ += "<div><dt>" + head_of(code) + "</dt><dd>" + shown + "</dd></div>\n";
  }

  void head() {
    out_ +=
        "<header>\n<div class=\"head\">\n<div>\n" + tag("p", "kind", head_of("R2005"));
    out_ += "\n<h1><bdi>" + safe(of_.unit_name.empty() ? of_.unit_id : of_.unit_name) +
            "</bdi></h1>\n<p class=\"standard\">" + safe(of_.standard_title) + ' ' +
            tag("span", "", safe(words_.cited(of_.standard_cite))) + "</p>\n</div>\n";
    out_ += "<div class=\"stamp " + std::string(html_class(of_.verdict)) + "\"><b>" +
            safe(words_.verdict_word(of_.verdict)) + "</b>";
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
    term("R2008", of_.on.as_of.to_string());
    term("R2009", of_.on.known_as_of ? of_.on.known_as_of->to_string() : say("R2010"));
    term("R2054", safe(of_.pack.id + ' ' + of_.pack.version));
    out_ += "</dl>\n";
    const auto why = words_.why_not_applicable();
    if (!why.empty()) out_ += tag("p", "why", html_keep_signs(safe(why))) + '\n';
    share();
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

  void summary() {
    const auto fails = failing(of_);
    const auto opens = open(of_);
    if (fails.empty() && opens.empty() && of_.missing.empty()) return;
    out_ += "<div class=\"summary\">\n";
    findings("R2014", "fail", fails);
    findings("R2015", "open", opens);
    mending();
    out_ += "</div>\n";
  }

  [[nodiscard]] std::string link(const report_node& n, const std::string& words) const {
    return "<a href=\"#" + anchor(n) + "\">" + safe(words) + "</a>";
  }

  void findings(std::string_view code, std::string_view css,
                const std::vector<finding>& all) {
    if (all.empty()) return;
    out_ += "<section>\n" + tag("h2", css, head_of(code)) + "\n<ul class=\"found\">\n";
    for (const auto& one : all) {
      const auto& n = *one.node;
      out_ += one.depth > 0 ? "<li class=\"in\">" : "<li>";
      out_ += "<p class=\"name\">" + mark(n, one.in_none) + link(n, words_.title(n));
      for (const auto* other : one.also) {
        out_ += lang_ == language::zh ? "、" : ", ";
        out_ += link(*other, words_.title(*other));
      }
      if (const auto clause = words_.clause(n.cite); !clause.empty()) {
        out_ += " <span class=\"soft\">" + safe(clause) + "</span>";
      }
      out_ += "</p>\n";
      if (n.role != node_role::part && !is_closed(n)) {
        out_ += tag("p", "soft", safe(words_.combine_word(n))) + '\n';
      } else {
        if (one.also.empty()) {
          if (n.distance) {
            out_ += tag("p", "by " + std::string(css),
                        safe(words_.distance_words(*n.distance)));
          }
          if (n.condition) out_ += tag("p", "soft", condition(n.condition->shown));
          if (!n.condition) {
            for (const auto& f : n.facts)
              out_ += tag("p", "soft", safe(words_.fact_words(f)));
          }
        }
        for (const auto& c : n.causes)
          out_ += tag("p", "", safe(words_.cause_words(c)));
        out_ += '\n';
      }
      out_ += "</li>\n";
    }
    out_ += "</ul>\n</section>\n";
  }

  void mending() {
    if (of_.verdict == verdict::fail) {
      out_ += "<section>\n" + tag("h2", "plain", head_of("R2016")) + '\n';
      if (of_.remedies.empty()) out_ += tag("p", "", safe(words_.no_remedy())) + '\n';
      for (std::size_t i = 0; i < of_.remedies.size(); ++i) {
        const auto& r = of_.remedies[i];
        if (of_.remedies.size() > 1) {
          out_ +=
              tag("p", "way", safe(words_.say("R2062", {std::to_string(i + 1)}))) + '\n';
        }
        out_ += "<ul class=\"ways\">\n";
        for (const auto& step : words_.steps(r))
          out_ += tag("li", "", safe(step)) + '\n';
        out_ +=
            "</ul>\n" +
            tag("p", "then", safe(words_.say("R2037", {words_.verdict_word(r.gives)}))) +
            '\n';
      }
      out_ += "</section>\n";
    }
    if (of_.missing.empty()) return;
    out_ +=
        "<section>\n" + tag("h2", "plain", head_of("R2041")) + "\n<ul class=\"ways\">\n";
    for (const auto& set : of_.missing)
      out_ += tag("li", "", safe(words_.labels(set))) + '\n';
    out_ += "</ul>\n</section>\n";
  }

  void clauses() {
    const bool in_none = of_.tree.combine == combine::none;
    out_ +=
        "<section>\n<h2 id=\"" + anchor(of_.tree) + "\">" + head_of("R2017") + "</h2>\n";
    if (of_.tree.when || of_.tree.reason) group_notes(of_.tree);
    if (of_.tree.members.size() > 3) {
      out_ += "<nav aria-label=\"" + head_of("R2017") + "\">\n<ol class=\"contents\">\n";
      for (const auto& n : of_.tree.members) {
        out_ += "<li>" + mark(n, in_none) + "<a href=\"#" + anchor(n) + "\">";
        if (const auto clause = words_.clause(n.cite); !clause.empty()) {
          out_ += safe(clause) + ' ';
        }
        out_ += safe(words_.title(n)) + "</a></li>\n";
      }
      out_ += "</ol>\n</nav>\n";
    }
    for (const auto& n : of_.tree.members)
      item(n, in_none);
    out_ += "</section>\n";
  }

  void item(const report_node& n, bool in_none) {
    const bool part = n.role == node_role::part;
    out_ += part ? "<article class=\"item\">\n"
                 : "<article class=\"item\" id=\"" + anchor(n) + "\">\n";
    out_ += "<h3>";
    if (const auto clause = words_.clause(n.cite); !clause.empty()) {
      out_ += tag("span", "c", safe(clause)) + ' ';
    }
    out_ += tag("span", "", safe(words_.title(n))) + ' ' + verdict_of(n, in_none, "v") +
            "</h3>\n";
    if (!part) group_notes(n);
    out_ +=
        "<table>\n<colgroup><col class=\"a\"><col class=\"b\"><col "
        "class=\"c\"></colgroup>"
        "\n<thead><tr><th scope=\"col\">" +
        head_of("R2048") + "</th><th scope=\"col\">" + head_of("R2049") +
        "</th><th scope=\"col\">" + head_of("R2011") + "</th></tr></thead>\n<tbody>\n";
    if (part) {
      row(n, 0, in_none);
    } else {
      rows(n, 0, in_none);
    }
    out_ += "</tbody>\n</table>\n</article>\n";
  }

  [[nodiscard]] std::string verdict_of(const report_node& n, bool in_none,
                                       std::string_view css) const {
    return tag(
        "span", std::string(css) + ' ' + std::string(html_class(n, in_none)),
        std::string(mark_of(n, in_none)) + ' ' + safe(words_.verdict_word(n, in_none)));
  }

  // What a group says beside its members: how they combine, its guard.
  void group_notes(const report_node& n) {
    std::string notes;
    const auto add = [&](const std::string& words) {
      if (!notes.empty()) notes += "<br>";
      notes += words;
    };
    if (n.combine != combine::all) add(safe(words_.combine_word(n)));
    if (n.when)
      add(html_keep_signs(safe(words_.say("R2026", {n.when->shown.in(lang_)}))));
    if (n.reason) add(safe(n.reason->words));
    add_decisions(n, notes);
    if (!notes.empty()) out_ += tag("p", "soft", notes) + '\n';
  }

  void add_decisions(const report_node& n, std::string& to) const {
    for (const auto& d : n.decisions) {
      to += " <a class=\"tag\" href=\"#" + prefix_ + "decision-" + safe(d.id) + "\">" +
            safe(d.id) + "</a>";
    }
  }

  [[nodiscard]] std::string citation_of(const citation& c) const {
    if (c.empty()) return {};
    const auto number = words_.cited({c.document, {}});
    if (c.clause.empty()) return safe(number);
    return safe(number) + ' ' + tag("span", "n", safe(c.clause));
  }

  void rows(const report_node& n, int depth, bool in_none) {
    const bool below = in_none != (n.combine == combine::none);
    for (const auto& m : n.members) {
      row(m, depth, below);
      rows(m, depth + 1, below);
    }
  }

  void row(const report_node& n, int depth, bool in_none) {
    const bool group = n.role != node_role::part;
    out_ += group ? "<tr class=\"group\" id=\"" : "<tr id=\"";
    out_ += anchor(n) + "\">\n<th scope=\"row\"";
    if (depth > 0) out_ += " class=\"d" + std::to_string(std::min(depth, 4)) + '"';
    out_ += '>' + safe(words_.title(n));
    if (const auto strength = words_.strength_word(n.strength);
        !group && !strength.empty()) {
      out_ += ' ' + tag("span", "tag", safe(strength));
    }
    auto under = citation_of(n.cite);
    add_decisions(n, under);
    if (!under.empty()) out_ += tag("p", "soft", under);
    out_ += "</th>\n<td>";
    if (group) out_ += tag("p", "", safe(words_.combine_word(n)));
    basis(n);
    out_ += "</td>\n<td>" + verdict_of(n, in_none, "word");
    if (n.distance)
      out_ += tag("p", n.distance->by.sign() < 0 ? "by" : "soft",
                  safe(words_.distance_words(*n.distance)));
    if (!group || is_closed(n)) {
      for (const auto& c : n.causes)
        out_ += tag("p", "", safe(words_.cause_words(c)));
    }
    if (const auto why = words_.reason_words(n); !why.empty())
      out_ += tag("p", "soft", safe(why));
    out_ += "</td>\n</tr>\n";
  }

  // A date does not break at its hyphens.
  [[nodiscard]] std::string evidence_of(const evidence& e) const {
    std::vector<std::string> all;
    if (!e.by.empty()) all.push_back(safe(e.by));
    if (e.day) all.push_back(tag("span", "n", e.day->to_string()));
    if (!e.document.empty()) all.push_back(safe(e.document));
    if (e.recorded) {
      all.push_back(
          tag("span", "n", safe(words_.say("R2063", {e.recorded->to_string()}))));
    }
    return report_words::joined(all, words_.comma());
  }

  void basis(const report_node& n) {
    if (n.when)
      out_ += tag("p", "soft",
                  html_keep_signs(safe(words_.say("R2026", {n.when->shown.in(lang_)}))));
    if (n.condition) {
      out_ += tag("p", "", condition(n.condition->shown)) +
              tag("code", "", safe(report_words::one_line(n.condition->source)));
    }
    if (n.facts.empty()) return;
    const bool bare = words_.is_bare(n);
    out_ += bare ? "<ul class=\"facts bare\">" : "<ul class=\"facts\">";
    for (const auto& f : n.facts) {
      out_ += "<li>";
      if (!bare) out_ += safe(words_.label(f.fact, f.label)) + ' ';
      out_ += tag("b", "", safe(f.shown));
      const auto from = evidence_of(f.from);
      if (!from.empty()) out_ += ' ' + tag("span", "e", from);
      out_ += "</li>";
    }
    out_ += "</ul>";
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

  const report& of_;
  language lang_;
  report_words words_;
  std::string prefix_;
  std::string out_;
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

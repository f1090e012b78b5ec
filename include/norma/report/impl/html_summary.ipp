// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader must know first: what fails, what is open, what would mend it.

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/html_parts.ipp>
#include <norma/report/impl/score_lines.ipp>

namespace norma::report_detail {

class html_summary : html_parts {
 public:
  html_summary(const report& of, language lang, std::string prefix)
      : html_parts(of, lang, std::move(prefix)) {}

  [[nodiscard]] std::string make() {
    summary();
    return std::move(out_);
  }

 private:
  void summary() {
    const score_lines told(words_, lang_);
    const auto fails = failing(of_);
    const auto opens = open(of_);
    const auto short_of = told.failing(of_);
    const auto undecided = told.open(of_);
    if (fails.empty() && opens.empty() && short_of.empty() && undecided.empty() &&
        of_.missing.empty()) {
      return;
    }
    out_ += "<div class=\"summary\">\n";
    findings("R2014", "fail", fails, short_of);
    findings("R2015", "open", opens, undecided);
    mending();
    out_ += "</div>\n";
  }

  void findings(std::string_view code, std::string_view css,
                const std::vector<finding>& all,
                const std::vector<score_finding>& scored) {
    if (all.empty() && scored.empty()) return;
    out_ += "<section>\n" + tag("h2", css, head_of(code)) + "\n<ul class=\"found\">\n";
    for (const auto& one : all) {
      const auto& n = *one.node;
      out_ += one.depth > 0 ? "<li class=\"in\">" : "<li>";
      out_ += "<p class=\"name\">" + mark(n, one.in_none) + link(n.path, words_.title(n));
      for (const auto* other : one.also) {
        out_ += words_.list_comma();
        out_ += link(other->path, words_.title(*other));
      }
      if (const auto clause = words_.clause(n.cite); !clause.empty()) {
        out_ += " <span class=\"soft\">" + safe(clause) + "</span>";
      }
      out_ += "</p>\n";
      if (n.role != node_role::part && !is_closed(n)) {
        out_ += tag("p", "soft", safe(words_.heading_word(n, one.in_none))) + '\n';
      } else {
        if (one.also.empty()) {
          if (n.distance) {
            out_ += tag("p", "by " + std::string(css),
                        safe(words_.distance_words(*n.distance)));
          }
          if (n.condition) demanded(*n.condition);
          if (!n.condition) {
            for (const auto& f : n.facts)
              out_ += tag("p", "soft", safe(words_.fact_words(f)));
          }
        }
        out_ += causes_of(n.causes) + '\n';
      }
      out_ += "</li>\n";
    }
    for (const auto& one : scored) of_points(one, css);
    out_ += "</ul>\n</section>\n";
  }

  void demanded(const condition_shown& c) {
    out_ += tag("p", "soft", condition(c.shown));
    const auto by = members_.deciding_names(c);
    if (!by.empty()) out_ += tag("p", "deciding", line_of(by));
  }

  void of_points(const score_finding& one, std::string_view css) {
    out_ += "<li><p class=\"name\">" + mark(css, css == "fail" ? "✗" : "?") +
            link(one.path.empty() ? "score" : one.path, one.title);
    if (const auto clause = words_.clause(one.cite); !clause.empty()) {
      out_ += " <span class=\"soft\">" + safe(clause) + "</span>";
    }
    out_ += "</p>\n";
    for (const auto& words : one.lines)
      out_ += tag("p", &words == &one.lines.back() ? "by " + std::string(css) : "soft",
                  safe(words));
    out_ += causes_of(one.causes) + "\n</li>\n";
  }

  void mending() {
    if (of_.verdict == verdict::fail && !of_.score) {
      out_ += "<section>\n" + tag("h2", "plain", head_of("R2016")) + '\n';
      if (of_.remedies.empty()) out_ += tag("p", "", safe(words_.no_remedy())) + '\n';
      for (std::size_t i = 0; i < of_.remedies.size(); ++i) {
        const auto& r = of_.remedies[i];
        if (of_.remedies.size() > 1) {
          out_ +=
              tag("p", "way", safe(words_.say("R2062", {std::to_string(i + 1)}))) + '\n';
        }
        out_ += "<ul class=\"ways\">\n";
        for (const auto& step : words_.steps(r)) out_ += tag("li", "", safe(step)) + '\n';
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
      out_ += tag("li", "", safe(words_.missing_words(set))) + '\n';
    out_ += "</ul>\n</section>\n";
  }
};

}  // namespace norma::report_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A score on the page: the sum and what it leads to in the head, and below a
// table of blocks and parts with what each lost and why.

#include <algorithm>    // std::min
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/report/impl/html_parts.ipp>
#include <norma/report/impl/score_lines.ipp>

namespace norma::report_detail {

/// Only for reports with a score.
class html_score : html_parts {
 public:
  html_score(const report& of, language lang, std::string prefix)
      : html_parts(of, lang, std::move(prefix)), s_(*of.score), told_(words_, lang) {}

  /// The sum, the tier, the next one, and the bar of points.
  [[nodiscard]] std::string make_head() {
    out_ += "<dl class=\"score\" id=\"" + anchor("score") +
            "\">\n<div class=\"sum\"><dt>" + head_of("R3003") + "</dt><dd><b>" +
            safe(points_words(s_.total)) + "</b> / " +
            safe(points_words(s_.points, false)) + "</dd></div>\n";
    fact("R3027", told_.tier(of_));
    fact("R3028", told_.next(of_));
    for (const auto& gate : of_.tree.members) {
      out_ += "<div><dt>" + safe(words_.title(gate)) + "</dt><dd><a href=\"#" +
              anchor(gate) + "\">" + verdict_of(gate, false, "word") +
              "</a></dd></div>\n";
    }
    out_ += "</dl>\n";
    bar();
    return std::move(out_);
  }

  [[nodiscard]] std::string make() {
    out_ += "<section>\n" + tag("h2", "", head_of("R3029")) +
            "\n<table class=\"points\">\n<colgroup><col class=\"a\"><col class=\"p\">"
            "<col class=\"p\"><col></colgroup>\n<thead><tr>";
    for (const auto* code : {"R2048", "R3026", "R3032", "R3031"})
      out_ += "<th scope=\"col\">" + head_of(code) + "</th>";
    out_ += "</tr></thead>\n";
    for (const auto& shown : blocks_of(s_)) {
      out_ += "<tbody>\n";
      block(shown);
      for (const auto& p : shown.block->parts) part(p, shown.kind);
      out_ += "</tbody>\n";
    }
    out_ += "</table>\n</section>\n";
    return std::move(out_);
  }

 private:
  void fact(std::string_view code, const std::string& shown) {
    if (shown.empty()) return;
    out_ += "<div><dt>" + head_of(code) + "</dt><dd>" + safe(shown) + "</dd></div>\n";
  }

  // What is earned, what is open, what is lost, of all the points of the blocks.
  void bar() {
    const auto within = [this](const number& n) {
      return n.sign() < 0 ? number{0} : std::min(n, s_.points);
    };
    const auto earned = within(s_.total.low);
    const auto open = within(s_.total.high) - earned;
    const auto lost = s_.points - earned - open;
    std::string strips, legend;
    const auto add = [&](std::string_view css, std::string_view mark,
                         std::string_view code, const number& size) {
      if (size.sign() == 0) return;
      const auto class_ = " class=\"" + std::string(css) + '"';
      strips += "<i" + class_ +
                " style=\"flex-grow:" + size.to_decimal(2, rounding::half_up) + "\"></i>";
      legend += "<li><span" + class_ + '>' + std::string(mark) + ' ' + head_of(code) +
                "</span> <b>" + safe(points_words(size, false)) + "</b></li>\n";
    };
    add("pass", "✓", "R3026", earned);
    add("open", "?", "R3038", open);
    add("na", "–", "R3032", lost);
    out_ += "<div class=\"share\">\n<div class=\"bar\" aria-hidden=\"true\">" + strips +
            "</div>\n<ul class=\"legend\">\n" + legend +
            tag("li", "total", safe(words_.share())) + "\n</ul>\n</div>\n";
  }

  void block(const shown_block& shown) {
    const auto& b = *shown.block;
    out_ += "<tr class=\"group\" id=\"" + anchor(b.id) + "\">\n<th scope=\"row\">" +
            safe(told_.title(b)) + "</th>\n<td class=\"num\">";
    const bool earned = shown.kind == block_kind::earned;
    const auto sum = points_words(b.earned);
    if (b.left_out) {
      out_ += "–";
    } else if (earned) {
      out_ += tag("b", "", safe(sum)) + " / " + safe(points_words(b.points, false));
    } else {
      const bool some = b.earned.high.sign() != 0;
      const std::string_view sign = shown.kind == block_kind::bonus ? "+" : "−";
      out_ += tag("b", "", (some ? std::string(sign) : std::string{}) + safe(sum));
    }
    out_ += "</td>\n<td class=\"num\">";
    if (earned && !b.left_out) lost(b.points, b.earned);
    out_ += "</td>\n<td>";
    if (b.left_out || !earned) {
      out_ += tag("p", "soft", safe(told_.block(shown)));
    } else if (b.floor) {
      out_ += tag("p", "word " + std::string(html_class(b.reached)),
                  std::string(mark_of(b.reached)) + ' ' + safe(told_.floor(b)));
    }
    out_ += "</td>\n</tr>\n";
  }

  void part(const part_score& p, block_kind kind) {
    const auto as = marked(p, kind);
    out_ += "<tr id=\"" + anchor(p.path) + "\">\n<th scope=\"row\" class=\"d1\">" +
            mark(html_class(as), mark_of(as)) + safe(p.title);
    if (const auto cited = citation_of(p.cite); !cited.empty())
      out_ += tag("p", "soft", cited);
    out_ += "</th>\n<td class=\"num\">" + safe(score_lines::part_points(p, kind)) +
            "</td>\n<td class=\"num\">";
    if (kind == block_kind::earned && !p.left_out) lost(p.points, p.earned);
    out_ += "</td>\n<td>";
    if (!p.why.empty()) out_ += tag("p", "", condition(p.why));
    out_ += causes_of(p.causes);
    out_ += "</td>\n</tr>\n";
  }

  // Nothing where nothing is lost.
  void lost(const number& worth, const score_range& earned) {
    const score_range gone{worth - earned.high, worth - earned.low};
    if (gone.high.sign() <= 0) return;
    out_ += tag("b", gone.low.sign() > 0 ? "fail" : "open", safe(points_words(gone)));
  }

  const scheme_score& s_;
  score_lines told_;
};

}  // namespace norma::report_detail

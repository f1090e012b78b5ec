// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/text.hpp>

#include <algorithm>    // std::max, std::min
#include <set>          // std::set
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/member_words.ipp>
#include <norma/report/impl/score_lines.ipp>
#include <norma/report/impl/text_lines.ipp>

namespace norma::report_detail {

class text_page : private text_lines {
 public:
  text_page(const report& of, const text_options& options)
      : text_lines(of, options), of_(of), members_(words_) {}

  [[nodiscard]] std::string make() {
    head();
    const score_lines told(words_, options_.lang);
    findings("R2014", failing(of_), told.failing(of_));
    findings("R2015", open(of_), told.open(of_));
    remedies();
    missing();
    score();
    clauses();
    remarks();
    versions();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string verdict_shown() const {
    std::string word(to_string(of_.verdict));
    for (char& c : word) {
      if (c == '_') c = ' ';
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (options_.lang == language::en) return words_.overall(std::move(word));
    return words_.overall(words_.verdict_word(of_.verdict) + " [" + word + ']');
  }

  void head() {
    line(0, words_.report_head(), "", "1");
    out_ += '\n';
    row("R2006", words_.unit_words());
    const auto clause = words_.cited(of_.standard_cite);
    row("R2007", of_.standard_title.in(options_.lang));
    if (!clause.empty()) row("R2047", clause);
    if (!of_.tree.facts.empty()) row("R2050", words_.facts_words(of_.tree));
    row("R2008", of_.on.as_of.to_string());
    row("R2009",
        of_.on.known_as_of ? of_.on.known_as_of->to_string() : words_.say("R2010"));
    for (const auto& words : words_.suppositions()) row("R2083", words);
    out_ += '\n';
    row("R2011", verdict_shown(), style_of(of_.verdict));
    const auto why = words_.why_not_applicable();
    if (!why.empty()) row("R2073", why);
    row("R2072", words_.share());
  }

  void findings(std::string_view code, const std::vector<finding>& all,
                const std::vector<score_finding>& scored) {
    if (all.empty() && scored.empty()) return;
    heading(code);
    for (const auto& one : all) {
      const auto& n = *one.node;
      (one.also.empty() ? explained_ : caused_).insert(&n);
      caused_.insert(one.also.begin(), one.also.end());
      const auto indent = 2 + 2 * static_cast<std::size_t>(std::min(one.depth, 10));
      const auto clause = words_.clause(n.cite);
      auto title = words_.with_clause(words_.list(words_.titles(n, one.also)), clause);
      if (n.role != node_role::part && !is_closed(n)) {
        title += words_.colon();
        title += words_.heading_word(n, one.in_none);
      } else if (one.also.empty() && words_.is_bare(n)) {
        title += words_.colon();
        title += n.facts[0].shown.in(options_.lang);
      }
      line(indent, title, std::string(mark_of(n, one.in_none)) + ' ',
           style_of(words_.at_fault(n, one.in_none) ? verdict::fail : n.verdict));
      if (!one.also.empty()) {
        causes(n, indent + 2);
      } else if (n.role == node_role::part || is_closed(n)) {
        details(n, indent + 2);
      }
    }
    const auto as = code == "R2014" ? verdict::fail : verdict::undetermined;
    for (const auto& one : scored) {
      line(2, words_.with_clause(one.title, words_.clause(one.cite)),
           std::string(mark_of(as)) + ' ', style_of(as));
      for (const auto& words : one.lines) line(4, words);
      for (const auto& c : members_.causes(one.causes)) line(4, joined(c));
    }
  }

  void details(const report_node& n, std::size_t indent) {
    if (n.when) line(indent, words_.say("R2026", {n.when->shown.in(options_.lang)}));
    if (n.condition) {
      condition(*n.condition, indent);
    } else if (!words_.is_bare(n)) {
      for (const auto& f : n.facts) line(indent, words_.fact_words(f));
    }
    if (n.distance) line(indent, words_.distance_words(*n.distance));
    causes(n, indent);
  }

  void condition(const condition_shown& c, std::size_t indent) {
    line(indent, c.shown.in(options_.lang));
    if (const auto by = members_.deciding(c); !by.empty()) line(indent, joined(by));
  }

  void causes(const report_node& n, std::size_t indent) {
    for (const auto& one : members_.causes(n.causes)) line(indent, joined(one));
  }

  void remedies() {
    if (of_.verdict != verdict::fail || of_.score) return;
    heading("R2016");
    if (of_.remedies.empty()) line(2, words_.no_remedy());
    for (std::size_t i = 0; i < of_.remedies.size(); ++i) {
      const auto& r = of_.remedies[i];
      std::size_t indent = 2;
      if (of_.remedies.size() > 1) {
        line(indent, words_.say("R2062", {std::to_string(i + 1)}));
        indent += 2;
      }
      for (const auto& step : words_.steps(r)) line(indent, step, "- ");
      line(indent, words_.say("R2037", {words_.verdict_word(r.gives)}));
    }
  }

  void missing() {
    if (of_.missing.empty()) return;
    heading("R2041");
    for (const auto& set : of_.missing) line(2, words_.missing_words(set), "- ");
  }

  void score() {
    if (!of_.score) return;
    const auto& s = *of_.score;
    const score_lines told(words_, options_.lang);
    heading("R3026");
    row("R3003", told.total(s));
    if (const auto tier = told.tier(of_); !tier.empty()) row("R3027", tier);
    if (const auto next = told.next(of_); !next.empty()) row("R3028", next);
    heading("R3029");
    for (const auto& shown : blocks_of(s)) {
      line(2, told.title(*shown.block) + std::string(words_.colon()) + told.block(shown));
      for (const auto& part : shown.block->parts) {
        const auto as = marked(part, shown.kind);
        line(4,
             part.title.in(options_.lang) + std::string(words_.colon()) +
                 score_lines::part_points(part, shown.kind),
             std::string(mark_of(as)) + ' ', style_of(as));
        for (const auto& why : told.part_reasons(part)) line(6, why);
      }
    }
  }

  // Where the standard itself does not apply there is nothing to say of its items.
  void clauses() {
    if (is_closed(of_.tree) || (of_.score && of_.tree.members.empty())) return;
    heading("R2017");
    for (const auto& item : of_.tree.members)
      node(item, 1, of_.tree.combine == combine::none, of_.standard_cite);
    if (of_.tree.members.empty()) node(of_.tree, 1, false, of_.standard_cite);
  }

  /// Every clause, item and part, each on a line of its own and below it what
  /// was not told further up. `above` is the citation it stands under.
  void node(const report_node& n, std::size_t depth, bool in_none,
            const citation& above) {
    const bool part = n.role == node_role::part;
    auto shown = words_.title(n);
    const auto clause = n.cite == above ? std::string{} : words_.clause(n.cite, above);
    if (!clause.empty()) shown = clause + ' ' + shown;
    if (n.role == node_role::item) shown += " [" + n.id + ']';
    if (!part && n.combine != combine::all) {
      shown = words_.say("R2066", {shown, words_.combine_word(n)});
    }
    const auto strength = part ? words_.strength_word(n.strength) : std::string{};
    if (!strength.empty()) shown = words_.say("R2066", {shown, strength});
    shown += words_.colon();
    // Of what is only shown the value is what there is to say.
    const bool value_here = report_words::is_shown_only(n) && words_.is_bare(n);
    if (value_here) {
      shown += n.facts[0].shown.in(options_.lang);
      shown += words_.comma();
    }
    shown += words_.verdict_word(n, in_none);
    if (n.reason && n.verdict == verdict::not_applicable && n.reason->code != "above") {
      if (const auto why = words_.reason_words(n); !why.empty()) {
        shown += words_.comma();
        shown += why;
      }
    }
    // What does not decide is not coloured as if it did.
    const auto colour = !bears(n)                     ? verdict::not_applicable
                        : words_.at_fault(n, in_none) ? verdict::fail
                                                      : n.verdict;
    line(2 * depth, shown, std::string(mark_of(n, in_none)) + ' ', style_of(colour));
    if (!explained_.contains(&n) && !value_here) basis(n, 2 * depth + 2);
    if (is_closed(n) || depth > 30) return;
    const bool below = in_none != (n.combine == combine::none);
    for (const auto& member : n.members) node(member, depth + 1, below, n.cite);
  }

  /// Guard, condition or values, and causes: where the verdict comes from.
  void basis(const report_node& n, std::size_t indent) {
    if (n.reason && n.reason->code == "above") return;
    if (n.when) line(indent, words_.say("R2026", {n.when->shown.in(options_.lang)}));
    if (n.condition) {
      condition(*n.condition, indent);
    } else if (!words_.is_bare(n)) {
      for (const auto& f : n.facts) line(indent, words_.fact_words(f));
    }
    if (n.distance && n.distance->by.sign() < 0) {
      line(indent, words_.distance_words(*n.distance));
    }
    const bool tells = n.role == node_role::part || is_closed(n);
    if (tells && !caused_.contains(&n)) causes(n, indent);
  }

  void remarks() {
    if (of_.remarks.empty()) return;
    heading("R2018");
    for (const auto& r : of_.remarks) line(2, words_.remark_words(r, 10), "- ");
  }

  void versions() {
    heading("R2019");
    const auto all = words_.versions();
    std::size_t column = 0;
    for (const auto& [name, value] : all)
      column = std::max(column, display_width(name) + 2);
    for (const auto& [name, value] : all) {
      line(2, value, name + std::string(column - display_width(name), ' '));
    }
  }

  const report& of_;
  member_words members_;
  std::set<const report_node*> explained_;  ///< wholly, among the findings
  std::set<const report_node*> caused_;     ///< their causes, among the findings
};

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string render_text(const report& r, const text_options& options) {
  return report_detail::text_page{r, options}.make();
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/markdown.hpp>

#include <algorithm>    // std::min
#include <map>          // std::map
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/markdown_escape.ipp>
#include <norma/report/impl/member_words.ipp>
#include <norma/report/impl/score_lines.ipp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

class markdown_page {
 public:
  markdown_page(const report& of, language lang)
      : of_(of), lang_(lang), words_(of, lang), members_(words_) {}

  [[nodiscard]] std::string make() {
    head();
    const score_lines told(words_, lang_);
    findings("R2014", failing(of_), told.failing(of_));
    findings("R2015", open(of_), told.open(of_));
    remedies();
    missing();
    score();
    if (!of_.score || !of_.tree.members.empty()) heading("R2017");
    for (const auto& item : of_.tree.members) {
      section(item, of_.tree.combine == combine::none);
    }
    if (of_.tree.members.empty() && !of_.score) section(of_.tree, false);
    remarks();
    sources();
    return std::move(out_);
  }

 private:
  [[nodiscard]] static std::string safe(std::string_view words) {
    return markdown_escape(words);
  }

  void heading(std::string_view code) { out_ += "\n## " + words_.head(code) + "\n\n"; }

  void row(std::string_view name, std::string_view shown) {
    out_ += "| " + std::string(name) + " | " + std::string(shown) + " |\n";
  }

  void head() {
    const auto name = of_.unit_name.empty() ? words_.unit_words() : of_.unit_name;
    out_ +=
        "# " + words_.report_head() + std::string(words_.colon()) + safe(name) + "\n\n";
    auto word = words_.verdict_word(of_.verdict);
    if (lang_ == language::zh) word += " (" + std::string(to_string(of_.verdict)) + ')';
    out_ += "**" + std::string(mark_of(of_.verdict)) + ' ' + words_.overall(word);
    out_ += "** — " + words_.share() + "\n\n";
    const auto why = words_.why_not_applicable();
    if (!why.empty()) out_ += safe(why) + "\n\n";
    row(words_.head("R2006"), safe(words_.unit_words()));
    out_ += "|---|---|\n";
    row(words_.head("R2007"), safe(of_.standard_title.in(lang_)));
    row(words_.head("R2047"), safe(words_.cited(of_.standard_cite)));
    if (!of_.tree.facts.empty()) {
      row(words_.head("R2050"), safe(words_.facts_words(of_.tree)));
    }
    row(words_.head("R2008"), of_.on.as_of.to_string());
    row(words_.head("R2009"),
        of_.on.known_as_of ? of_.on.known_as_of->to_string() : words_.say("R2010"));
    for (const auto& words : words_.suppositions()) {
      row(words_.head("R2083"), "**" + safe(words) + "**");
    }
  }

  void findings(std::string_view code, const std::vector<finding>& all,
                const std::vector<score_finding>& scored) {
    if (all.empty() && scored.empty()) return;
    heading(code);
    for (const auto& one : all) {
      const auto& n = *one.node;
      const auto indent = 2 * static_cast<std::size_t>(std::min(one.depth, 10));
      auto title = "**" + safe(words_.list(words_.titles(n, one.also))) + "**";
      title = words_.with_clause(title, safe(words_.clause(n.cite)));
      std::string after;
      if (n.role != node_role::part && !is_closed(n)) {
        after = words_.heading_word(n, one.in_none);
      } else if (one.also.empty() && words_.is_bare(n)) {
        after = n.facts[0].shown.in(lang_);
      }
      if (!after.empty()) title += std::string(words_.colon()) + safe(after);
      entry(indent, std::string(mark_of(n, one.in_none)) + ' ' + title);
      if (n.role != node_role::part && !is_closed(n)) continue;
      if (one.also.empty()) {
        for (const auto& words : basis(n, false)) entry(indent + 2, words);
      }
      for (const auto& words : outcome(n)) entry(indent + 2, words);
    }
    const auto mark = mark_of(code == "R2014" ? verdict::fail : verdict::undetermined);
    for (const auto& one : scored) {
      entry(0, std::string(mark) + ' ' +
                   words_.with_clause("**" + safe(one.title) + "**",
                                      safe(words_.clause(one.cite))));
      for (const auto& words : one.lines) entry(2, safe(words));
      for (const auto& c : members_.causes(one.causes)) entry(2, safe(joined(c)));
    }
  }

  void entry(std::size_t indent, const std::string& words) {
    out_ += std::string(indent, ' ') + "- " + words + '\n';
  }

  // Guard, condition and facts of a part, escaped, one line each.
  [[nodiscard]] std::vector<std::string> basis(const report_node& n,
                                               bool evidence) const {
    std::vector<std::string> lines;
    if (n.when) lines.push_back(safe(words_.say("R2026", {n.when->shown.in(lang_)})));
    if (n.condition) {
      lines.push_back(safe(n.condition->shown.in(lang_)));
      const auto by = members_.deciding(*n.condition);
      if (!by.empty()) lines.push_back(safe(joined(by)));
    }
    for (const auto& f : n.facts) {
      if (!evidence && (n.condition || words_.is_bare(n))) break;
      auto line = safe(words_.fact_words(f));
      const auto from = words_.evidence_words(f.from);
      if (evidence && !from.empty()) line += " — *" + safe(from) + '*';
      lines.push_back(std::move(line));
    }
    return lines;
  }

  // Distance, causes and reason of a node, escaped, one line each.
  [[nodiscard]] std::vector<std::string> outcome(const report_node& n) const {
    std::vector<std::string> lines;
    if (n.distance) lines.push_back(safe(words_.distance_words(*n.distance)));
    for (const auto& one : members_.causes(n.causes)) lines.push_back(safe(joined(one)));
    if (const auto why = words_.reason_words(n); !why.empty()) lines.push_back(safe(why));
    return lines;
  }

  void remedies() {
    if (of_.verdict != verdict::fail || of_.score) return;
    heading("R2016");
    if (of_.remedies.empty()) out_ += safe(words_.no_remedy()) + '\n';
    for (std::size_t i = 0; i < of_.remedies.size(); ++i) {
      const auto& r = of_.remedies[i];
      if (of_.remedies.size() > 1) {
        if (i > 0) out_ += '\n';
        out_ += words_.say("R2062", {std::to_string(i + 1)}) + "\n\n";
      }
      for (const auto& step : words_.steps(r)) entry(0, safe(step));
      out_ += '\n' + words_.say("R2037", {words_.verdict_word(r.gives)}) + '\n';
    }
  }

  void missing() {
    if (of_.missing.empty()) return;
    heading("R2041");
    for (const auto& set : of_.missing) entry(0, safe(words_.missing_words(set)));
  }

  void score() {
    if (!of_.score) return;
    const auto& s = *of_.score;
    const score_lines told(words_, lang_);
    const auto fact = [this](std::string_view code, const std::string& shown) {
      if (shown.empty()) return;
      entry(0, words_.head(code) + std::string(words_.colon()) + safe(shown));
    };
    heading("R3026");
    fact("R3003", told.total(s));
    fact("R3027", told.tier(of_));
    fact("R3028", told.next(of_));
    heading("R3029");
    row(words_.head("R2048"), words_.head("R3030") + " | " + words_.head("R3031"));
    out_ += "|---|---:|---|\n";
    for (const auto& shown : blocks_of(s)) {
      row("**" + safe(told.title(*shown.block)) + "**", safe(told.block(shown)) + " | ");
      for (const auto& part : shown.block->parts) {
        std::vector<std::string> why;
        for (const auto& line : told.part_reasons(part)) why.push_back(safe(line));
        row("&emsp;" + safe(part.title.in(lang_)),
            std::string(mark_of(marked(part, shown.kind))) + ' ' +
                score_lines::part_points(part, shown.kind) + " | " +
                report_words::joined(why, "<br>"));
      }
    }
  }

  void section(const report_node& n, bool in_none) {
    out_ += "### " + std::string(mark_of(n, in_none)) + ' ';
    if (const auto clause = words_.clause(n.cite); !clause.empty())
      out_ += safe(clause) + ' ';
    out_ += safe(words_.title(n)) + " — " + words_.verdict_word(n, in_none) + "\n\n";
    for (const auto& words : outcome_of_group(n)) out_ += words + "\n\n";
    row(words_.head("R2048"), words_.head("R2049") + " | " + words_.head("R2011"));
    out_ += "|---|---|---|\n";
    if (n.role == node_role::part) {
      part(n, 0, in_none, of_.standard_cite);
    } else {
      members(n, 0, in_none);
    }
    out_ += '\n';
  }

  [[nodiscard]] std::vector<std::string> outcome_of_group(const report_node& n) const {
    std::vector<std::string> lines;
    if (n.role == node_role::part) return lines;
    if (n.combine != combine::all) lines.push_back(safe(words_.combine_word(n)));
    if (n.when) lines.push_back(safe(words_.say("R2026", {n.when->shown.in(lang_)})));
    if (n.reason) lines.push_back(safe(n.reason->words.in(lang_)));
    return lines;
  }

  void members(const report_node& n, std::size_t depth, bool in_none) {
    const bool below = in_none != (n.combine == combine::none);
    for (const auto& m : n.members) {
      part(m, depth, below, n.cite);
      members(m, depth + 1, below);
    }
  }

  void part(const report_node& n, std::size_t depth, bool in_none,
            const citation& above) {
    std::string name;
    for (std::size_t i = 0; i < std::min<std::size_t>(depth, 10); ++i) name += "&emsp;";
    name += safe(words_.title(n));
    const bool group = n.role != node_role::part;
    if (group) name += std::string(words_.colon()) + safe(words_.combine_word(n));
    if (const auto strength = words_.strength_word(n.strength);
        !group && !strength.empty()) {
      name = words_.say("R2066", {name, strength});
    }
    if (const auto clause = words_.clause(n.cite, above); !clause.empty()) {
      name += "<br>" + safe(clause);
    }
    auto told = std::string(mark_of(n, in_none)) + ' ' + words_.verdict_word(n, in_none);
    for (const auto& line : outcome(n)) told += "<br>" + line;
    row(name, report_words::joined(basis(n, true), "<br>") + " | " + told);
  }

  void remarks() {
    if (of_.remarks.empty()) return;
    heading("R2018");
    for (const auto& r : of_.remarks) entry(0, safe(words_.remark_words(r)));
  }

  void sources() {
    if (!of_.documents.empty()) {
      heading("R2020");
      for (const auto& d : of_.documents) entry(0, safe(words_.document_words(d)));
    }
    std::map<std::string, text, std::less<>> decisions;
    collect_decisions(of_.tree, decisions);
    if (!decisions.empty()) {
      heading("R2021");
      for (const auto& [id, wording] : decisions) {
        entry(0, safe(id) + std::string(words_.colon()) + safe(wording.in(lang_)));
      }
    }
    heading("R2019");
    for (const auto& [name, value] : words_.versions()) {
      entry(0, name + std::string(words_.colon()) + safe(value));
    }
  }

  const report& of_;
  language lang_;
  report_words words_;
  member_words members_;
  std::string out_;
};

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string render_markdown(const report& r, language lang) {
  return report_detail::markdown_page{r, lang}.make();
}

}  // namespace norma

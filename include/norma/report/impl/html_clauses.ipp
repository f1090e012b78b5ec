// SPDX-License-Identifier: Apache-2.0
#pragma once

// The report's body: every clause with a table of its parts.

#include <algorithm>    // std::min
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/html_parts.ipp>

namespace norma::report_detail {

class html_clauses : html_parts {
 public:
  html_clauses(const report& of, language lang, std::string prefix)
      : html_parts(of, lang, std::move(prefix)) {}

  [[nodiscard]] std::string make() {
    if (!of_.score || !of_.tree.members.empty()) clauses();
    return std::move(out_);
  }

 private:
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
    for (const auto& n : of_.tree.members) item(n, in_none);
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
    out_ += tag("span", "", safe(words_.title(n))) + ' ';
    if (!part) out_ += tag("span", "soft", citation_of(n.cite)) + ' ';
    out_ += verdict_of(n, in_none, "v") + "</h3>\n";
    if (!part) group_notes(n);
    out_ +=
        "<table>\n<colgroup><col class=\"a\"><col class=\"b\"><col "
        "class=\"c\"></colgroup>"
        "\n<thead><tr><th scope=\"col\">" +
        head_of("R2048") + "</th><th scope=\"col\">" + head_of("R2049") +
        "</th><th scope=\"col\">" + head_of("R2011") + "</th></tr></thead>\n<tbody>\n";
    if (part) {
      row(n, 0, in_none, {});
    } else {
      rows(n, 0, in_none);
    }
    out_ += "</tbody>\n</table>\n</article>\n";
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
    if (const auto by = deciding_standards(n); !by.empty()) add(by);
    add_decisions(n, notes);
    if (!notes.empty()) out_ += tag("p", "soft", notes) + '\n';
  }

  // Of a group with standards in it: those by which it stands as it does.
  [[nodiscard]] std::string deciding_standards(const report_node& n) const {
    std::string all;
    for (const auto& m : n.members) {
      if (m.role != node_role::standard || m.verdict != n.verdict) continue;
      all += all.empty() ? safe(words_.say("R2107")) + safe(words_.colon())
                         : safe(words_.comma());
      all += link(m.path, words_.title(m));
    }
    return all;
  }

  void add_decisions(const report_node& n, std::string& to) const {
    for (const auto& d : n.decisions) {
      to += " <a class=\"tag\" href=\"#" + prefix_ + "decision-" + safe(d.id) + "\">" +
            safe(d.id) + "</a>";
    }
  }

  void rows(const report_node& n, int depth, bool in_none) {
    const bool below = in_none != (n.combine == combine::none);
    if (is_closed(n)) return;
    for (const auto& m : n.members) {
      row(m, depth, below, n.cite);
      rows(m, depth + 1, below);
    }
  }

  // Under the citation `above` that of the row is told where it is another.
  void row(const report_node& n, int depth, bool in_none, const citation& above) {
    const bool group = n.role != node_role::part;
    out_ += group ? "<tr class=\"group\" id=\"" : "<tr id=\"";
    out_ += anchor(n) + "\">\n<th scope=\"row\"";
    if (depth > 0) out_ += " class=\"d" + std::to_string(std::min(depth, 4)) + '"';
    out_ += '>' + safe(words_.title(n));
    if (const auto strength = words_.strength_word(n.strength);
        !group && !strength.empty()) {
      out_ += ' ' + tag("span", "tag", safe(strength));
    }
    auto under = n.cite == above ? std::string{} : citation_of(n.cite);
    add_decisions(n, under);
    if (!under.empty()) out_ += tag("p", "soft", under);
    out_ += "</th>\n<td>";
    if (group) out_ += tag("p", "", safe(words_.combine_word(n)));
    basis(n);
    if (!group || is_closed(n)) out_ += causes_of(n.causes);
    out_ += "</td>\n<td>" + verdict_of(n, in_none, "word");
    if (n.distance)
      out_ += tag("p", n.distance->by.sign() < 0 ? "by" : "soft",
                  safe(words_.distance_words(*n.distance)));
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
      out_ += condition_of(*n.condition) +
              tag("code", "", safe(on_one_line(n.condition->source)));
    }
    if (n.facts.empty()) return;
    const bool bare = words_.is_bare(n);
    out_ += bare ? "<ul class=\"facts bare\">" : "<ul class=\"facts\">";
    for (const auto& f : n.facts) {
      out_ += "<li>";
      if (!bare) out_ += safe(words_.label(f.fact, f.label)) + ' ';
      const auto* list = find_members(of_, f.fact);
      if (list != nullptr && !list->rows.empty()) {
        out_ += "<a href=\"#" + list_anchor(f.fact) + "\">" +
                safe(words_.say("R2102", {std::to_string(list->count)})) + "</a>";
      } else {
        out_ += tag("b", "", safe(f.shown));
      }
      const auto from = evidence_of(f.from);
      if (!from.empty()) out_ += ' ' + tag("span", "e", from);
      out_ += "</li>";
    }
    out_ += "</ul>";
  }
};

}  // namespace norma::report_detail

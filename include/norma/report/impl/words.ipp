// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that every renderer uses, in one language: verdicts, causes,
// distances, remedies, remarks.

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/report/impl/names.ipp>

namespace norma::report_detail {

/// The words of one report in one language.
class report_words : public report_names {
 public:
  using report_names::report_names;

  [[nodiscard]] std::string verdict_word(verdict v) const {
    switch (v) {
      case verdict::pass: return say("R2001");
      case verdict::fail: return say("R2002");
      case verdict::undetermined: return say("R2003");
      case verdict::not_applicable: break;
    }
    return say("R2004");
  }

  /// A node's verdict. Below a group whose members must not occur (`none`) a
  /// pass speaks against the unit: it is called present, a fail absent.
  /// What is only shown is not called inapplicable.
  [[nodiscard]] std::string verdict_word(const report_node& n, bool in_none) const {
    if (is_shown_only(n)) return say("R0304");
    if (in_none && n.verdict == verdict::pass) return say("R2035");
    if (in_none && n.verdict == verdict::fail) return say("R2036");
    return verdict_word(n.verdict);
  }

  /// `53 of 54 deciding parts judged`.
  [[nodiscard]] std::string share() const {
    if (of_.applicable == 0) return say("R2013");
    return say("R2012", {std::to_string(of_.decided), std::to_string(of_.applicable)});
  }

  [[nodiscard]] std::string strength_word(strength s) const {
    switch (s) {
      case strength::mandatory: break;
      case strength::conditional: return say("R2031");
      case strength::encouraged: return say("R2032");
      case strength::goal: return say("R2033");
      case strength::reference: return say("R2034");
    }
    return {};
  }

  /// Why the node stands as it does; "" where its verdict says so already.
  [[nodiscard]] std::string reason_words(const report_node& n) const {
    if (!n.reason || is_shown_only(n)) return {};
    return n.reason->words.in(lang_);
  }

  /// `compliance report`; of one with suppositions that it is no finding.
  [[nodiscard]] std::string report_head() const {
    return head(of_.supposed.empty() ? "R2005" : "R2082");
  }

  /// The verdict in the reader's words: with suppositions marked as one under them.
  [[nodiscard]] std::string overall(std::string word) const {
    return of_.supposed.empty() ? word : say("R2086", {std::move(word)});
  }

  /// `period of regular matters 6 months, not 12 months`; one line each.
  [[nodiscard]] std::vector<std::string> suppositions() const {
    std::vector<std::string> lines;
    for (const auto& one : of_.supposed) {
      const auto& label = one.label.in(lang_);
      const auto& shown = one.shown.in(lang_);
      lines.push_back(one.in_force.empty()
                          ? say("R2085", {label, shown})
                          : say("R2084", {label, shown, one.in_force.in(lang_)}));
    }
    return lines;
  }

  /// `any of these`; how the members of a group make its verdict.
  [[nodiscard]] std::string combine_word(const report_node& n) const {
    switch (n.combine) {
      case combine::all: break;
      case combine::any: return say("R2028");
      case combine::none: return say("R2029");
      case combine::at_least: return say("R2030", {std::to_string(n.at_least)});
    }
    return say("R2027");
  }

  /// Of a group among what fails or is open: how its members make its verdict,
  /// or of a standard of which all must do the verdict itself.
  [[nodiscard]] std::string heading_word(const report_node& n, bool in_none) const {
    const bool plain = n.role == node_role::standard && n.combine == combine::all;
    return plain ? verdict_word(n, in_none) : combine_word(n);
  }

  [[nodiscard]] std::string cause_words(const cause& c) const {
    return cause_message(
        c, [this](const std::string& fact) { return label(fact); }, lang_);
  }

  /// `14 persons short`, `CNY 0.01 to spare`, `just reached`.
  [[nodiscard]] std::string distance_words(const distance& d) const {
    if (d.by.sign() == 0) return say("R2025");
    const auto size = d.shown.empty() ? d.by.to_string() : d.shown.in(lang_);
    if (d.by.sign() > 0) return say("R2024", {size});
    return say(d.too_high ? "R2023" : "R2022", {size});
  }

  /// `contracts signed from 986 persons to 1,000 persons`.
  [[nodiscard]] std::string change_words(const fact_change& c) const {
    const auto name = label(c.fact, c.label);
    const auto* from = c.from.num();
    const auto* to = c.to.num();
    if (from != nullptr && to != nullptr && !c.by_shown.empty()) {
      return say(*from < *to ? "R0605" : "R0606",
                 {name, c.by_shown.in(lang_), c.to_shown.in(lang_)});
    }
    return say("R0604", {name, c.from_shown.in(lang_), c.to_shown.in(lang_)});
  }

  /// What a remedy asks for, one line each.
  [[nodiscard]] std::vector<std::string> steps(const remedy& r) const {
    std::vector<std::string> lines;
    for (const auto& change : r.changes) lines.push_back(change_words(change));
    for (const auto& words : r.requirements) lines.push_back(words.in(lang_));
    if (r.not_before) lines.push_back(say("R0607", {r.not_before->to_string()}));
    return lines;
  }

  /// Why no remedy is listed; "" where some are.
  [[nodiscard]] std::string no_remedy() const {
    switch (of_.remedies_are) {
      case remedy_state::found: break;
      case remedy_state::not_needed: return say("R2038");
      case remedy_state::not_asked: return say("R2042");
      case remedy_state::none_found: return say("R2039");
      case remedy_state::none: return say("R2040");
    }
    return {};
  }

  /// Facts that decide together; what is missing of one element of a list stands
  /// behind its name.
  [[nodiscard]] std::string missing_words(const std::vector<std::string>& facts) const {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < facts.size();) {
      const auto of = facts[i].substr(0, facts[i].find("].") + 1);  // "": no element
      std::vector<std::string> fields;
      std::string element;
      for (; i < facts.size() && !of.empty() && facts[i].rfind(of + '.', 0) == 0; ++i) {
        const auto whole = label(facts[i]);
        const auto end = whole.find(std::string("]") += colon());
        if (end == std::string::npos) break;
        element = whole.substr(0, end + 1);
        fields.push_back(whole.substr(end + 1 + colon().size()));
      }
      if (fields.empty()) {
        all.push_back(label(facts[i++]));
      } else {
        all.push_back(say("R2066", {element, list(fields)}));
      }
    }
    return list(all);
  }

  [[nodiscard]] std::string remark_words(const remark& r,
                                         std::size_t most = std::string::npos) const {
    const auto named = labels(r.facts, most);
    if (r.code == "undated_evidence") return say("R0401", {named});
    if (r.code == "dated_after" && r.facts.empty()) return say("R0408", r.arguments);
    if (r.code == "dated_after") return say("R0402", {named});
    if (r.code == "unknown_fact" && !r.arguments.empty()) {
      const bool near = r.arguments.size() > 1 && !r.arguments[1].empty();
      return say(near ? "R0405" : "R0404", r.arguments);
    }
    if (r.code == "exception_astray") return say("R0407", r.arguments);
    if (r.code == "explanation_stopped") return say("R0409", r.arguments);
    std::vector<std::string> arguments{named};
    arguments.insert(arguments.end(), r.arguments.begin(), r.arguments.end());
    if (r.code == "derived_differs") return say("R0403", arguments);
    return r.code + ": " + list(arguments);
  }

  /// Why the standard as a whole is not applicable; "" where it is.
  [[nodiscard]] std::string why_not_applicable() const {
    if (of_.verdict != verdict::not_applicable || !of_.tree.reason) return {};
    auto words = of_.tree.reason->words.in(lang_);
    // Of several conditions the reason names those that do not hold.
    if (of_.tree.when && words == say("R0302")) {
      words += std::string(colon()) + of_.tree.when->shown.in(lang_);
    }
    return words;
  }

  /// Who says so, of which day, by which document, since when; "" if nothing
  /// is known.
  [[nodiscard]] std::string evidence_words(const evidence& e) const {
    std::vector<std::string> all;
    if (!e.by.empty()) all.push_back(e.by);
    if (e.day) all.push_back(e.day->to_string());
    if (!e.document.empty()) all.push_back(e.document);
    if (e.recorded) all.push_back(say("R2063", {e.recorded->to_string()}));
    return joined(all, comma());
  }

  [[nodiscard]] std::string fact_words(const fact_shown& f) const {
    return label(f.fact, f.label) + std::string(colon()) + f.shown.in(lang_);
  }

  /// All that a node shows, on one line.
  [[nodiscard]] std::string facts_words(const report_node& n) const {
    std::vector<std::string> all;
    for (const auto& f : n.facts) all.push_back(fact_words(f));
    return joined(all, semicolon());
  }

  /// A part that is one bare fact and is named as the fact is.
  [[nodiscard]] bool is_bare(const report_node& n) const {
    return n.role == node_role::part && !n.condition && n.facts.size() == 1 &&
           capital(label(n.facts[0].fact, n.facts[0].label)) == capital(title(n));
  }

  /// A part that prints evidence and demands nothing.
  [[nodiscard]] static bool is_shown_only(const report_node& n) {
    return n.reason && n.reason->code == "shown_only";
  }

  /// True if the node's verdict speaks against the unit.
  [[nodiscard]] static bool at_fault(const report_node& n, bool in_none) {
    return n.verdict == (in_none ? verdict::pass : verdict::fail);
  }

  /// What a decision is replayed from: names and values.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> versions() const {
    std::vector<std::pair<std::string, std::string>> all;
    all.emplace_back(head("R2053"), "norma " + of_.engine_version);
    const auto pack = [&](std::string_view code, const pack_identity& p) {
      all.emplace_back(head(code), p.id + ' ' + p.version + ' ' + p.hash);
    };
    pack("R2054", of_.pack);
    for (const auto& p : of_.uses) pack("R2055", p);
    all.emplace_back(head("R2056"), of_.facts_digest);
    return all;
  }
};

/// A mark that needs no colour: ✓ ✗ ? –.
[[nodiscard]] inline std::string_view mark_of(verdict v) {
  switch (v) {
    case verdict::pass: return "✓";
    case verdict::fail: return "✗";
    case verdict::undetermined: return "?";
    case verdict::not_applicable: break;
  }
  return "–";
}

/// The same below a `none` group, where what is present speaks against.
[[nodiscard]] inline std::string_view mark_of(const report_node& n, bool in_none) {
  if (in_none && n.verdict == verdict::pass) return "✗";
  if (in_none && n.verdict == verdict::fail) return "✓";
  return mark_of(n.verdict);
}

}  // namespace norma::report_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a report names, in one language: messages, facts, documents, the unit.

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

namespace norma::report_detail {

/// The names in one report in one language.
class report_names {
 public:
  report_names(const report& of, language lang) : of_(of), lang_(lang) {}

  [[nodiscard]] language lang() const { return lang_; }
  [[nodiscard]] const report& of() const { return of_; }

  [[nodiscard]] std::string say(std::string_view code,
                                const std::vector<std::string>& arguments = {}) const {
    return format_message(code, arguments, lang_);
  }

  /// As `say`, beginning with a capital letter in English.
  [[nodiscard]] std::string head(std::string_view code) const {
    return capital(say(code));
  }

  /// `words` beginning with a capital letter.
  [[nodiscard]] static std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
      words[0] = static_cast<char>(words[0] - 'a' + 'A');
    }
    return words;
  }

  /// `a、b` or `a, b`.
  [[nodiscard]] std::string list(const std::vector<std::string>& all) const {
    std::string joined;
    for (const auto& one : all) {
      if (!joined.empty()) joined += list_comma();
      joined += one;
    }
    return joined;
  }

  [[nodiscard]] std::string title(const report_node& n) const {
    if (!n.title.empty()) return n.title.in(lang_);
    return n.id.empty() ? of_.standard_title.in(lang_) : n.id;
  }

  /// The titles of a finding: of several parts, at most ten.
  [[nodiscard]] std::vector<std::string> titles(
      const report_node& n, const std::vector<const report_node*>& also) const {
    constexpr std::size_t most = 10;
    std::vector<std::string> all{title(n)};
    for (const auto* other : also) {
      if (all.size() == most) {
        all.push_back(say("R0517", {std::to_string(also.size() + 1 - most)}));
        break;
      }
      all.push_back(title(*other));
    }
    return all;
  }

  [[nodiscard]] std::string label(const std::string& fact) const {
    const auto found = of_.labels.find(fact);
    if (found == of_.labels.end() || found->second.empty()) return fact;
    return found->second.in(lang_);
  }
  [[nodiscard]] std::string label(const std::string& fact, const text& known) const {
    return known.empty() ? label(fact) : known.in(lang_);
  }

  /// The cited document, or null if the report does not list it.
  [[nodiscard]] const document* find_document(const std::string& id) const {
    for (const auto& one : of_.documents) {
      if (one.id == id) return &one;
    }
    return nullptr;
  }

  /// `浙人社发〔2023〕17号 三（一）1⑦`; "" if nothing is cited.
  [[nodiscard]] std::string cited(const citation& c) const {
    if (c.document.empty()) return c.clause;
    const auto* found = find_document(c.document);
    auto words = found != nullptr && !found->number.empty() ? found->number : c.document;
    return c.clause.empty() ? words : words + ' ' + c.clause;
  }

  /// `Rest days (⑥)`; a clause that has brackets of its own gets no others.
  [[nodiscard]] std::string with_clause(const std::string& title,
                                        const std::string& clause) const {
    if (clause.empty()) return title;
    const bool bracketed = clause.starts_with("（") || clause.starts_with("(");
    if (!bracketed) return say("R2066", {title, clause});
    return title + (lang_ == language::zh ? "" : " ") + clause;
  }

  /// Of more than `most` facts the rest is counted.
  [[nodiscard]] std::string labels(const std::vector<std::string>& facts,
                                   std::size_t most = std::string::npos) const {
    std::vector<std::string> all;
    for (const auto& fact : facts) {
      if (all.size() == most) {
        all.push_back(say("R0517", {std::to_string(facts.size() - most)}));
        break;
      }
      all.push_back(label(fact));
    }
    return list(all);
  }

  [[nodiscard]] static std::string joined(const std::vector<std::string>& all,
                                          std::string_view between) {
    std::string out;
    for (const auto& one : all) {
      if (!out.empty()) out += between;
      out += one;
    }
    return out;
  }

  /// The document's number, title, days.
  [[nodiscard]] std::string document_words(const document& d) const {
    std::vector<std::string> all;
    all.push_back(d.number.empty() ? d.id : d.number);
    if (!d.title.empty()) {
      all.push_back(lang_ == language::zh ? "《" + d.title.in(lang_) + "》"
                                          : d.title.in(lang_));
    }
    if (d.day) all.push_back(say("R2057", {d.day->to_string()}));
    if (d.in_force.from) all.push_back(say("R2058", {d.in_force.from->to_string()}));
    if (d.in_force.to) all.push_back(say("R2059", {d.in_force.to->to_string()}));
    return joined(all, comma());
  }

  /// `甬江泵业（企业 9133-0000-0001）`.
  [[nodiscard]] std::string unit_words() const {
    auto kind = of_.unit_label.empty() ? of_.unit_kind : of_.unit_label.in(lang_);
    if (!of_.unit_id.empty()) kind += (kind.empty() ? "" : " ") + of_.unit_id;
    return of_.unit_name.empty() ? kind : say("R2066", {of_.unit_name, kind});
  }

  /// The citation without what the whole standard has in common.
  [[nodiscard]] std::string clause(const citation& c) const {
    const auto& common = of_.standard_cite;
    if (c.document != common.document) return cited(c);
    if (c.clause.size() > common.clause.size() && c.clause.starts_with(common.clause)) {
      return c.clause.substr(common.clause.size());
    }
    return c.clause;
  }

  /// As `clause`, of what stands under `above`: below a clause of another document
  /// one of the standard's own needs its document.
  [[nodiscard]] std::string clause(const citation& c, const citation& above) const {
    return c.document == above.document ? clause(c) : cited(c);
  }

  [[nodiscard]] std::string_view colon() const { return norma::colon(lang_); }
  [[nodiscard]] std::string_view list_comma() const { return norma::list_comma(lang_); }
  [[nodiscard]] std::string_view semicolon() const { return norma::semicolon(lang_); }
  [[nodiscard]] std::string_view comma() const { return norma::comma(lang_); }

 protected:
  const report& of_;
  language lang_;
};

}  // namespace norma::report_detail

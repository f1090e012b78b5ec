// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>

// What a case wants and what it finds, in words.

namespace norma::analysis_detail {

/// A value as test files write it; `undetermined` for an unknown one.
[[nodiscard]] inline std::string written(const value& v) {
  if (v.is_unknown()) return "undetermined";
  if (const auto* s = v.string()) return *s;
  if (const auto* n = v.num()) return n->to_string();
  if (const auto* d = v.day()) return d->to_string();
  return v.to_string();
}

[[nodiscard]] inline std::string joined(const std::set<std::string>& all) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + one;
  return out.empty() ? "-" : out;
}

/// The catalogue's word for a verdict, in the reader's language.
[[nodiscard]] inline std::string verdict_word(std::string_view written) {
  if (written == "pass") return word_argument("R2001");
  if (written == "fail") return word_argument("R2002");
  if (written == "undetermined") return word_argument("R2003");
  return word_argument("R2004");
}

/// `is zero_of_zero`: what was found; of nothing (`-`) that, and what the verdict is.
[[nodiscard]] inline std::string found_words(const std::string& found, verdict is,
                                             std::string_view verb = "is") {
  const std::string en(verb);
  if (found != "-") return text_argument({"为 " + found, en + ' ' + found});
  static constexpr std::string_view codes[] = {"R2001", "R2002", "R2003", "R2004"};
  const auto word = message_text(codes[static_cast<std::size_t>(is)]);
  return text_argument(
      {"没有（结论为“" + word.zh + "”）", "there " + en + " none: it is " + word.en});
}

[[nodiscard]] inline std::string in_ticks(const std::string& words) {
  return words == "-" ? words : '`' + words + '`';
}

/// The words of why a node is undetermined, a fact each.
[[nodiscard]] inline text describe_cause(const cause& c, const report& r) {
  const auto words = [&](language lang) {
    const auto label_of = [&](const std::string& fact) {
      const auto found = r.labels.find(fact);
      return found == r.labels.end() ? fact : found->second.in(lang);
    };
    return cause_message(c, label_of, lang);
  };
  return {words(language::zh), words(language::en)};
}

/// The condition with the values put in; else what it rests on, or the
/// members that do not pass; and what is missing.
[[nodiscard]] inline std::vector<text> values_of(const report_node& at, const report& r) {
  std::vector<text> all;
  if (at.when)
    all.push_back(message_text("R2026", {at.when->shown.zh}, {at.when->shown.en}));
  if (at.condition) all.push_back(at.condition->shown);
  for (const auto& fact : at.facts) {
    all.push_back(message_text("R1001",
                               {fact.label.in(language::zh), fact.shown.zh, fact.fact},
                               {fact.label.in(language::en), fact.shown.en, fact.fact}));
  }
  if (at.reason) all.push_back(at.reason->words);
  for (const auto& cause : at.causes) all.push_back(describe_cause(cause, r));
  for (const auto& member : at.members) {
    if (member.verdict == verdict::pass || member.verdict == verdict::not_applicable) {
      continue;
    }
    const auto words = [&](language lang) {
      return std::vector<std::string>{
          member.path,
          format_message(member.verdict == verdict::fail ? "R2002" : "R2003", {}, lang)};
    };
    all.push_back(message_text("R1002", words(language::zh), words(language::en)));
  }
  return all;
}

}  // namespace norma::analysis_detail

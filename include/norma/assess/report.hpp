// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <functional>   // std::less
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/shared.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/identity.hpp>
#include <norma/rule/structure.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/number.hpp>
#include <norma/value/value.hpp>

namespace norma {

struct deciding_elements;  // assess/deciding.hpp
struct member_list;        // assess/member_list.hpp
struct scheme_score;       // assess/score.hpp

/// Why a node is not applicable, or stands as it does without a requirement:
/// `not_in_force`, `guard_false`, `zero_of_zero`, `shown_only`,
/// `no_deciding_member`, `exception`, `conditional_unmet`, `above` (a node
/// above it is not applicable), `above_unknown` (it is unknown whether one is).
struct reason {
  std::string code;
  text words;  ///< for readers: "nothing to count (the divisor is 0)"
  friend bool operator==(const reason&, const reason&) = default;
};

/// A fact as the report shows it, with the evidence for it.
struct fact_shown {
  std::string fact;
  shared_text label;
  value content;     ///< null: known to be absent; unknown: with its causes
  std::string unit;  ///< of measure
  int scale = 0;     ///< decimals to print
  text shown;        ///< the content as readers see it, with unit
  shared<evidence> from;
};

/// How far a comparison is from its threshold: `by` = value of `fact` minus
/// the nearest value of that fact that passes, on its step (design section 7):
/// 0 just passes, positive is slack, negative shortfall.
struct distance {
  std::string fact;
  shared_text label;
  number by;
  std::string unit;
  text shown;             ///< the amount without its sign, with unit: "14 persons"
  bool too_high = false;  ///< what passes lies below the fact: 5 unpaid, 0 allowed
};

/// A part's condition: as written, and in labels with the values put in; the
/// elements of lists that decide it.
struct condition_shown {
  std::string source;
  text shown;
  shared<std::vector<deciding_elements>> deciding = {};
};

/// A reading of the text, or a choice of the pack, that a node rests on.
struct decision_shown {
  std::string id;
  shared_text wording;
};

/// A node of the report's tree; mirrors the rule's.
struct report_node {
  std::string path;
  node_role role = node_role::part;
  std::string id;
  norma::combine combine = norma::combine::all;
  std::size_t at_least = 0;
  norma::strength strength = norma::strength::mandatory;
  shared_text title;
  shared<citation> cite;
  std::vector<decision_shown> decisions;
  norma::verdict verdict = norma::verdict::undetermined;
  std::optional<norma::reason> reason;
  std::optional<condition_shown> when;
  std::optional<condition_shown> condition;
  std::vector<fact_shown> facts;
  std::optional<norma::distance> distance;
  std::vector<cause> causes;  ///< of an undetermined one, never empty then
  std::vector<report_node> members;
};

/// One change of a remedy.
struct fact_change {
  std::string fact;
  shared_text label;
  value from, to;
  std::string unit;
  int scale = 0;
  text from_shown, to_shown;  ///< as readers see them, with unit
  text by_shown;              ///< of numbers: the amount between them, without its sign
};

/// A least change after which no part fails (design section 7).
struct remedy {
  verdict gives = verdict::pass;  ///< pass, or undetermined if more is open
  std::vector<fact_change> changes;
  std::vector<text> requirements;  ///< in words: "one more record with …"
  std::optional<date> not_before;  ///< where only time can mend it
};

/// The same facts changed to the same values, the same words.
[[nodiscard]] bool same_changes(const remedy& a, const remedy& b);

/// Whether remedies are listed for a failing unit, or why none is.
enum class remedy_state {
  not_needed,  ///< nothing fails
  not_asked,   ///< something does, but remedies were not asked for
  found,
  none_found,
  none,  ///< every failing part rests on facts that can not be changed
};

/// An exception by which a part that is not met does not apply.
struct exception_shown {
  std::string part;  ///< its path
  std::string reason;
  evidence from;
};

/// A parameter that was supposed to have another value than the pack gives it: what is
/// reported is then no finding under the law.
struct supposition_shown {
  std::string parameter;
  shared_text label;
  value content;
  text shown;     ///< as readers see it, with unit
  text in_force;  ///< what it stands in place of; empty: nothing on that day
};

/// The whole decision about one unit under one standard, as a value: it owns,
/// or shares with the pack's content, all it shows, and may outlive the pack.
struct report {
  std::string engine_version;
  pack_identity pack;
  std::vector<pack_identity> uses;
  std::string standard_id;
  text standard_title;
  citation standard_cite;
  std::vector<document> documents;  ///< those cited, for readers
  std::string unit_kind, unit_id, unit_name;
  text unit_label;
  days on;
  std::vector<supposition_shown> supposed;  ///< as a rule nothing
  norma::verdict verdict = norma::verdict::undetermined;
  std::size_t decided = 0;     ///< deciding parts with pass or fail
  std::size_t applicable = 0;  ///< deciding parts not not_applicable
  report_node tree;
  remedy_state remedies_are = remedy_state::not_needed;
  std::vector<remedy> remedies;
  std::vector<std::vector<std::string>> missing;  ///< least sets that decide it
  std::shared_ptr<const scheme_score> score;      ///< under a scoring scheme, else null
  shared<std::vector<member_list>> members;       ///< of lists that it reads
  std::vector<exception_shown> exceptions;        ///< those that were granted
  std::vector<remark> remarks;
  /// By fact path: labels of what causes, missing sets and remarks name.
  std::map<std::string, text, std::less<>> labels;
  std::string facts_digest;
};

/// The list of units that is the fact, or null.
[[nodiscard]] const member_list* find_members(const report& r, std::string_view fact);

/// The node at `path` of the report, or null.
[[nodiscard]] const report_node* find_node(const report& r, std::string_view path);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/report.ipp>
#endif

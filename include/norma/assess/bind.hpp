// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::uint32_t
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <span>      // std::span
#include <string>    // std::string
#include <utility>   // std::pair
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// The two days of an assessment (design section 6).
struct days {
  date as_of;                            ///< law and evidence of this day
  std::optional<date> known_as_of = {};  ///< facts recorded later are unknown
  friend bool operator==(const days&, const days&) = default;
};

/// A note about facts that changes no verdict: `undated_evidence`,
/// `dated_after` the as-of day (without facts: an exception, whose part and reason
/// are the arguments), `derived_differs` from what was supplied,
/// `unknown_fact`: what was supplied is no fact of the unit kind (the arguments
/// are the name and the nearest one, empty if none is near),
/// `exception_astray`: one of a part that the standard does not have;
/// `explanation_stopped`: what explains a report took too many steps (the argument),
/// so something may be lacking in it, never a verdict.
struct remark {
  std::string code;
  std::vector<std::string> facts;
  std::vector<std::string> arguments;
  friend bool operator==(const remark&, const remark&) = default;
};

/// What was said of a fact that another one dates, for when that changes.
struct dated_fact {
  std::uint32_t slot = 0;
  value content;                ///< whatever its day is, but for a list of units
  std::optional<date> own_day;  ///< of evidence, as its statement says
  /// Of a list of units, whose evidence may have its day.
  std::shared_ptr<const std::vector<unit>> members;
  std::optional<date> recorded;
};

struct member_view;

/// A unit's facts as they hold on the two days: one value a slot of the
/// vocabulary, ranges and checks applied, versions chosen, expired evidence
/// unknown, derived facts computed, parameters of the day.
struct bound_facts {
  std::shared_ptr<const pack_content> words;  ///< keeps the vocabulary alive
  const vocabulary* names = nullptr;
  days on;
  std::vector<value> slots;
  /// By slot: what the statement that holds says, before checks and derived
  /// facts; what `with` starts from.
  std::vector<value> stated;
  /// By slot: the evidence of the statement that holds; null if none.
  std::vector<std::shared_ptr<const evidence>> from;
  std::vector<dated_fact> dated;
  std::vector<remark> remarks;
  std::shared_ptr<const unit> given;  ///< what was bound, for other days
  bool checks_hold = true;            ///< no check was violated
  limits bounds;                      ///< of whatever is evaluated over these facts
  /// While these facts are bound, judged or explained, what that may still take
  /// together; else null.
  step_account* account = nullptr;
  std::size_t steps = 0;  ///< that binding took
  /// Of a unit in a list: where it stands (`members[3].`), which causes begin
  /// with, and what is read of it; else empty and null.
  std::string place;
  const member_view* only = nullptr;
  std::string digest;  ///< SHA-256 of the canonical JSON of what was supplied
  std::string unit_kind, unit_id, unit_name;
  std::vector<exception_record> exceptions;
};

/// Binds `facts` to the vocabulary of `of`; names or aliases. Throws
/// `norma::error` if the unit is of another kind (a township where `of` is for
/// parks, too). Never throws for bad facts: what
/// breaks a type, range, scale or check is unknown by data error (codes
/// N0740 … of the message catalogue). A name that the vocabulary does not know
/// decides nothing and is remarked, `most_unknown_facts` of them at most.
[[nodiscard]] bound_facts bind(const standard& of, const unit& facts, const days& on,
                               const limits& bounds = {});

/// Names that are no facts and are remarked one by one; further ones are not.
inline constexpr std::size_t most_unknown_facts = 20;

/// A slot and the value it is to hold.
using slot_change = std::pair<std::uint32_t, value>;

/// As if the slots held the given values; ranges, checks and derived facts
/// follow. For what-if and remedies.
[[nodiscard]] bound_facts with(const bound_facts& base,
                               std::span<const slot_change> changes);

/// As `with`, of the values alone, without evidence, remarks and what names
/// the unit; for trying many changes.
[[nodiscard]] bound_facts values_with(const bound_facts& base,
                                      std::span<const slot_change> changes);

/// Changes `facts` in place as `with` does. By slot: whether its value may be
/// another one now.
std::vector<bool> change_values(bound_facts& facts, std::span<const slot_change> changes);

/// Facts without evidence, for their verdict alone: as `bind` of a unit that sets
/// `values`, each slot once. `blank` is a unit without facts, bound for the same
/// standard and days; one serves for any number of units. Of digest, remarks and
/// what was given there is nothing: a report is made of `bind`.
///
///     const auto blank = norma::bind(standard, {.kind = "enterprise"}, {.as_of = day});
///     auto v = norma::judge(standard, norma::bind_values(blank, values));
[[nodiscard]] bound_facts bind_values(const bound_facts& blank,
                                      std::span<const slot_change> values);

/// As `bind`, of the facts that are `read` alone, and without digest, remarks and what
/// was given: for conditions that rest on no others. `read` is kept by reference.
[[nodiscard]] bound_facts bind_read(const standard& of, unit facts, const days& on,
                                    const member_view& read, const limits& bounds = {});

/// What was bound, as it stands on another day; changes made by `with` are
/// left behind.
[[nodiscard]] bound_facts on_day(const bound_facts& base, date as_of);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/judge.hpp>  // members are judged: it brings bind.ipp in
#endif

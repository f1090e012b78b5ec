// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/expr/check.hpp>
#include <norma/value/truth.hpp>
#include <norma/value/value.hpp>

namespace norma::expr {

/// What an expression is evaluated against.
struct environment {
  std::span<const value> slots;  ///< by the slots of the scope
  date as_of;
  door through = door::pack;
  /// False: unknowns carry no causes (verdicts in bulk). Values are the same.
  bool with_causes = true;
  /// Where runtime errors are reported at the FEEL door; null drops them.
  std::vector<diagnostic>* diagnostics = nullptr;
  limits bounds;
  /// What this and other evaluations may take together; null: `bounds` alone hold.
  /// No two threads may share it.
  step_account* account = nullptr;
  /// What names of facts in causes begin with: where the unit stands that the
  /// slots are of (`members[3].`).
  std::string_view place = {};
};

/// Evaluates a whole expression. Never throws for bad values; what FEEL
/// defines as null with error is unknown by data error at the pack door.
[[nodiscard]] value evaluate(const expression& e, const environment& env);

/// Evaluates one node below `e.tree` that stands outside every iterator and
/// filter; for explanations.
[[nodiscard]] value evaluate(const expression& e, const node& at, const environment& env);

/// Evaluates the unary tests of a cell against `subject`: true, false, null
/// or unknown.
[[nodiscard]] value evaluate_tests(const expression& tests, const value& subject,
                                   const environment& env);

/// An element that a quantifier or a filter looks at, and whether its
/// condition holds for it.
struct element_truth {
  value element;
  truth holds = truth::unknown;
  bool unreported = false;  ///< stands for all elements that were not given
};

/// What a quantifier or a filter looks at, in order.
struct elements_seen {
  std::vector<element_truth> elements;
  bool all = true;  ///< false: the limits ended it, more elements follow
};

/// The elements that `at` looks at, where it is a `some` or `every`
/// with one iterator or a filter by a condition, and stands outside every
/// other iterator and filter; nothing where it is anything else, or what it
/// goes through is no list. For explanations.
[[nodiscard]] std::optional<elements_seen> elements_of(const expression& e,
                                                       const node& at,
                                                       const environment& env);

/// What is said of an expression that a limit of steps ended: N0710 with `place` (its
/// file and line, or nothing) of its own limit, N0725 of that of all together.
struct step_error {
  std::string code;
  std::vector<std::string> arguments;
};
[[nodiscard]] step_error error_of(step_limit met, const limits& bounds,
                                  std::string place = {});

/// A condition as Kleene truth: unknown or null (or no boolean) is unknown.
[[nodiscard]] truth to_truth(const value& v);

/// Whether a part whose comparison holds `rate(n, d)` has anything to measure.
enum class rate_state {
  measurable,          ///< d > 0 and known
  nothing_to_measure,  ///< d = 0 with n = 0 or unknown: not applicable
  open,                ///< d unknown or in error: undetermined, with `causes`
};
struct rate_guard {
  rate_state state = rate_state::measurable;
  cause_list causes;
  /// Of an open one: it may turn out to be 0 of 0. What is in error may be anything.
  bool may_be_nothing = true;
};

/// The guard of the `rate` call in `e` (design section 4); `measurable` if
/// there is none.
[[nodiscard]] rate_guard guard_of_rate(const expression& e, const environment& env);

/// The `rate` call of `e`, or null.
[[nodiscard]] const node* find_rate(const expression& e);

/// FEEL's equality as the operator decides it; unknown where that would give null
/// or unknown. For tables, distances and tests.
[[nodiscard]] truth equals(const value& a, const value& b);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/evaluate.ipp>
#endif

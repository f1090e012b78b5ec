// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/expr/check.hpp>
#include <norma/value/number.hpp>

namespace norma {

struct fact_definition;

/// Where a comparison stands as a function of one fact: the fact's value, and
/// the nearest value on its step at which the comparison holds.
struct threshold {
  std::uint32_t slot = 0;
  /// The fact is a list; the value is what the call of `count` gives.
  bool counts_list = false;
  const expr::node* counted = nullptr;  ///< that call; lives with the expression
  number current;
  number nearest;
  /// `current` against `nearest`: 0 just passes, positive is slack, negative
  /// shortfall (design section 7).
  number by;
};

/// The thresholds of comparison `at` of `e` in each fact in which it is
/// linear, the other values put in; facts in reading order, those of a
/// computed fact's expression after it. Once there is one, only changeable facts
/// follow. Not `wanted`: those of its opposite, as
/// a veto demands it. `not(…)` and the branch that an `if` takes are looked
/// through; of a range and of `between` one end counts, the one that is broken.
/// Empty where the node is no comparison, or a value is unknown.
[[nodiscard]] std::vector<threshold> thresholds_of(const expr::expression& e,
                                                   const expr::node& at,
                                                   const bound_facts& facts,
                                                   bool wanted = true);

/// The one that a report shows: in the first changeable fact, else the first.
[[nodiscard]] std::optional<threshold> shown_threshold(const expr::expression& e,
                                                       const bound_facts& facts,
                                                       bool wanted = true);

/// The step on which a fact's values lie: 1 for counts and lengths of lists,
/// the scale of amounts; nothing if it has none.
[[nodiscard]] std::optional<number> step_of(const fact_definition& f);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/distance.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conditions of several in words: `and`, `or`, which of them do not hold, the branch
// that an `if` takes.

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

// That not both hold is that one does not. Of what is told only what makes
// it so counts.
inline void condition_words::join(const expr::node& n, bool wanted) {
  const bool both = (n.kind == expr::node_kind::conjunction) == wanted;
  if (mood_ == mood::told && !both) {
    for (const auto& child : n.children) {
      if (truth_at(child) == truth_of(wanted)) return state(child, wanted);
    }
  }
  say(
      both ? "R0506" : "R0507", [&] { state(n.children[0], wanted); },
      [&] { state(n.children[1], wanted); });
}

inline void condition_words::demand_unmet(const expr::node& n) {
  if (has_met(n, true)) unmet(n, true);
}

// Both of the two have to be so.
inline bool is_both(const expr::node& n, bool wanted) {
  return n.kind == (wanted ? expr::node_kind::conjunction : expr::node_kind::disjunction);
}

// Of a node outside of iterators and filters.
inline bool condition_words::is_unmet(const expr::node& n, bool wanted) const {
  return expr::to_truth(expr::evaluate(e_, n, env_)) == truth_of(!wanted);
}

inline bool condition_words::has_met(const expr::node& n, bool wanted) const {
  if (is_not(n)) return has_met(n.children[0], !wanted);
  if (!is_both(n, wanted)) return !is_unmet(n, wanted);
  return has_met(n.children[0], wanted) || has_met(n.children[1], wanted);
}

inline void condition_words::unmet(const expr::node& n, bool wanted) {
  if (is_not(n)) return unmet(n.children[0], !wanted);
  if (!is_both(n, wanted)) return state(n, wanted);
  const auto& left = n.children[0];
  const auto& right = n.children[1];
  if (!is_unmet(right, wanted)) return unmet(left, wanted);
  if (!is_unmet(left, wanted)) return unmet(right, wanted);
  say(
      "R0506", [&] { unmet(left, wanted); }, [&] { unmet(right, wanted); });
}

// The branch that is taken, and why.
inline void condition_words::conditional(const expr::node& n, bool wanted) {
  const auto holds = truth_at(n.children[0]);
  if (holds == truth::unknown) {
    return say(
        "R0541", [&] { told(n.children[0], true, mood::element); },
        [&] { state(n.children[1], wanted); }, [&] { state(n.children[2], wanted); });
  }
  const bool yes = holds == truth::yes;
  say(
      "R0540", [&] { told(n.children[0], yes, mood::told); },
      [&] { state(n.children[yes ? 1 : 2], wanted); });
}

inline void condition_words::told(const expr::node& n, bool holds, mood as) {
  const auto outer = mood_;
  mood_ = as;
  state(n, holds);
  mood_ = outer;
}

}  // namespace norma::detail

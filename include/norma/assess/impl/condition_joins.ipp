// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conditions of several in words: `and`, `or`, which of them do not hold, the branch
// that an `if` takes.

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

// That not both hold is that one does not.
inline condition_words::joint condition_words::joint_of(const expr::node& n,
                                                        bool wanted) {
  return (n.kind == expr::node_kind::conjunction) == wanted ? joint::both : joint::either;
}

// Of what is told only what makes it so counts.
inline const expr::node* condition_words::reason(const expr::node& n, bool wanted,
                                                 mood as) const {
  if (as != mood::told || joint_of(n, wanted) == joint::both) return nullptr;
  for (const auto& child : n.children) {
    if (truth_at(child) == truth_of(wanted)) return &child;
  }
  return nullptr;
}

inline void condition_words::join(const expr::node& n, bool wanted) {
  if (const auto* enough = reason(n, wanted, mood_)) return state(*enough, wanted);
  const auto by = joint_of(n, wanted);
  joined(
      by, [&] { joined_part(n.children[0], wanted, by); },
      [&] { joined_part(n.children[1], wanted, by); });
}

template <class Left, class Right>
void condition_words::joined(joint by, const Left& left, const Right& right) {
  const bool outer = followed_;
  say(
      by == joint::both ? "R0506" : "R0507",
      [&] {
        followed_ = true;
        left();
        followed_ = outer;
      },
      right);
}

// Whether what stands beside it would be read as a part of it.
inline bool condition_words::runs_on(const expr::node& n, bool wanted, joint beside,
                                     mood as) const {
  using k = expr::node_kind;
  switch (n.kind) {
    case k::conjunction:
    case k::disjunction:
      if (const auto* enough = reason(n, wanted, as))
        return runs_on(*enough, wanted, beside, as);
      return joint_of(n, wanted) != beside;
    case k::some:
    case k::every:
      if (!wanted && as != mood::demanded) return false;  // in brackets as it is
      return followed_ || runs_on(n.children.back(), true, joint::none, mood::element);
    case k::conditional: {
      const auto holds = truth_at(n.children[0]);
      if (holds == truth::unknown) return true;
      return runs_on(n.children[holds == truth::yes ? 1 : 2], wanted, joint::none, as);
    }
    default: return is_not(n) && runs_on(n.children[0], !wanted, beside, as);
  }
}

inline void condition_words::joined_part(const expr::node& n, bool wanted, joint by) {
  if (!runs_on(n, wanted, by, mood_)) return state(n, wanted);
  const bool outer = followed_;
  followed_ = false;
  out_ += chinese() ? "（" : "(";
  state(n, wanted);
  out_ += chinese() ? "）" : ")";
  followed_ = outer;
}

inline void condition_words::demand_unmet(const expr::node& n) {
  if (has_met(n, true)) unmet(n, true, joint::none);
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

inline void condition_words::unmet(const expr::node& n, bool wanted, joint beside) {
  if (is_not(n)) return unmet(n.children[0], !wanted, beside);
  if (!is_both(n, wanted)) {
    return beside == joint::none ? state(n, wanted) : joined_part(n, wanted, beside);
  }
  const auto& left = n.children[0];
  const auto& right = n.children[1];
  if (!is_unmet(right, wanted)) return unmet(left, wanted, beside);
  if (!is_unmet(left, wanted)) return unmet(right, wanted, beside);
  joined(
      joint::both, [&] { unmet(left, wanted, joint::both); },
      [&] { unmet(right, wanted, joint::both); });
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

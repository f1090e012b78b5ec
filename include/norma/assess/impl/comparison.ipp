// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comparisons turned round, and what an `if` comes down to.

#include <norma/expr/evaluate.hpp>

namespace norma::detail {

inline bool is_comparison(expr::node_kind kind) {
  using k = expr::node_kind;
  return kind == k::equal || kind == k::not_equal || kind == k::less ||
         kind == k::less_equal || kind == k::greater || kind == k::greater_equal;
}

// The relation that holds where `op` does not.
inline expr::node_kind opposite(expr::node_kind op) {
  using k = expr::node_kind;
  switch (op) {
    case k::greater_equal: return k::less;
    case k::less_equal: return k::greater;
    case k::greater: return k::less_equal;
    case k::less: return k::greater_equal;
    case k::equal: return k::not_equal;
    default: return k::equal;
  }
}

// The same relation read from the other side, as a negative factor turns it.
inline expr::node_kind mirrored(expr::node_kind op) {
  using k = expr::node_kind;
  switch (op) {
    case k::greater_equal: return k::less_equal;
    case k::less_equal: return k::greater_equal;
    case k::greater: return k::less;
    case k::less: return k::greater;
    default: return op;
  }
}

// The branch that `n`, an `if`, takes; null where its condition is unknown.
inline const expr::node* branch_taken(const expr::expression& e, const expr::node& n,
                                      const expr::environment& env) {
  const auto holds = expr::to_truth(expr::evaluate(e, n.children[0], env));
  return holds == truth::unknown ? nullptr : &n.children[holds == truth::yes ? 1 : 2];
}

}  // namespace norma::detail

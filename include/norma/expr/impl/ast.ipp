// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/ast.hpp>

namespace norma::expr {

NORMA_INLINE bool same_tree(const node& a, const node& b) {
  if (a.kind != b.kind || a.children.size() != b.children.size()) return false;
  if (a.kind == node_kind::literal) {
    // The spelling (`90%`, `0.9`) is no content.
    if (!a.literal.same_as(b.literal)) return false;
  } else if (a.name != b.name || a.names != b.names) {
    return false;
  }
  if (a.comparison != b.comparison || a.low_included != b.low_included ||
      a.high_included != b.high_included || a.negated != b.negated)
    return false;
  for (std::size_t i = 0; i < a.children.size(); ++i)
    if (!same_tree(a.children[i], b.children[i])) return false;
  return true;
}

}  // namespace norma::expr

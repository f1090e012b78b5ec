// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional

#include <norma/expr/ast.hpp>
#include <norma/value/partial.hpp>

// Comparison consumes the bounds of unknown numbers (design section 4).

namespace norma::expr::detail {

/// The bounds of a number: itself, or those of an unknown one.
[[nodiscard]] inline std::optional<number_bounds> bounds_at(const value& v) {
  if (const auto* n = v.num()) return number_bounds{*n, *n};
  if (const auto* known = bounds_of(v)) return *known;
  return std::nullopt;
}

/// Whether a comparison holds wherever in their bounds both sides lie.
[[nodiscard]] inline std::optional<bool> compare_bounds(node_kind op, const value& left,
                                                        const value& right) {
  if (bounds_of(left) == nullptr && bounds_of(right) == nullptr) return std::nullopt;
  const auto a = bounds_at(left);
  const auto b = bounds_at(right);
  if (!a || !b) return std::nullopt;
  const bool below = a->high && b->low && *a->high < *b->low;
  const bool above = a->low && b->high && *a->low > *b->high;
  const bool not_above = a->high && b->low && *a->high <= *b->low;
  const bool not_below = a->low && b->high && *a->low >= *b->high;
  const auto decide = [](bool yes, bool no) -> std::optional<bool> {
    if (yes) return true;
    return no ? std::optional{false} : std::nullopt;
  };
  switch (op) {
    case node_kind::equal: return decide(not_above && not_below, below || above);
    case node_kind::not_equal: return decide(below || above, not_above && not_below);
    case node_kind::less: return decide(below, not_below);
    case node_kind::less_equal: return decide(not_above, above);
    case node_kind::greater: return decide(above, not_above);
    case node_kind::greater_equal: return decide(not_below, below);
    default: return std::nullopt;
  }
}

}  // namespace norma::expr::detail

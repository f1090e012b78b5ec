// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max

#include <norma/rule/scheme.hpp>
#include <norma/value/number.hpp>

// What the blocks of a scheme come to at most, as they are rounded.

namespace norma::detail {

[[nodiscard]] inline number rounded_points(const scheme_definition& by, const number& n) {
  return by.round ? n.rounded(by.round->scale, by.round->mode) : n;
}

/// What the blocks come to as the scheme states them.
[[nodiscard]] inline number whole_points(const scheme_definition& by) {
  number whole;
  for (const score_block& block : by.blocks) whole = whole + block.points;
  return whole;
}

/// At most so many points before the total is rounded, of blocks that come to `whole`.
/// Where blocks may be left out the others stand for them, and one that is rounded up may
/// stand for all.
[[nodiscard]] inline number most_points(const scheme_definition& by, const number& whole,
                                        bool may_leave_out) {
  number sum, greatest;
  if (!by.round) return whole;
  for (const score_block& block : by.blocks) {
    const auto rounded = rounded_points(by, block.points);
    sum = sum + rounded;
    if (!may_leave_out) continue;
    greatest = std::max(greatest, divide(rounded, block.points).value_or(number{}));
  }
  return may_leave_out ? greatest * whole : sum;
}

}  // namespace norma::detail

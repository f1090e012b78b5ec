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

/// Adds up the points of all blocks, once for all units. Where blocks may be left out the
/// others stand for them, and one that is rounded up may stand for all.
inline void add_up_points(scheme_definition& of) {
  of.points = {};
  for (const score_block& block : of.blocks) of.points = of.points + block.points;
  of.most = of.most_of_some = of.points;
  if (!of.round) return;
  number sum, greatest;
  for (const score_block& block : of.blocks) {
    const auto rounded = rounded_points(of, block.points);
    sum = sum + rounded;
    greatest = std::max(greatest, divide(rounded, block.points).value_or(number{}));
  }
  of.most = sum;
  of.most_of_some = greatest * of.points;
}

}  // namespace norma::detail

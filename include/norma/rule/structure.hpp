// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace norma {

/// How a group's members make its verdict (design section 3).
enum class combine { all, any, none, at_least };

/// Strength of a part; only the first two decide.
enum class strength { mandatory, conditional, encouraged, goal, reference };
[[nodiscard]] constexpr bool decides(strength s) {
  return s == strength::mandatory || s == strength::conditional;
}

/// What a node of a standard is.
enum class node_role { standard, item, group, part };

}  // namespace norma

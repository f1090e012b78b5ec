// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <cstdint>    // std::uint32_t

#include <norma/expr/ast.hpp>

// What the type checker leaves in `index` of a call for the evaluator: the
// place in the table of built-ins, or one of these; `no_index`: no function.

namespace norma::expr::detail {

inline constexpr std::uint32_t call_not = 0xfffffff0U;
inline constexpr std::uint32_t call_rate = 0xfffffff1U;

/// In `index` of a `for`: its body looks at `partial`.
inline constexpr std::uint32_t for_partial = 1;
/// In `index` of unary tests: some of them look at `?`.
inline constexpr std::uint32_t tests_input = 1;

[[nodiscard]] inline bool looks_at_input(const node& n) {
  return n.kind == node_kind::input ||
         std::any_of(n.children.begin(), n.children.end(), looks_at_input);
}

/// `for i in 4..2`, a range without brackets, which also counts down.
[[nodiscard]] inline bool is_iteration(const node& range) { return range.name == ".."; }

}  // namespace norma::expr::detail

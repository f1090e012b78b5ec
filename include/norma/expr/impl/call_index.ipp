// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstdint>      // std::uint32_t
#include <string_view>  // std::string_view

#include <norma/expr/ast.hpp>

// What the type checker leaves in `index` of a call for the evaluator: the
// place in the table of built-ins, or one of these; `no_index`: no function.

namespace norma::expr::detail {

inline constexpr std::uint32_t call_not = 0xfffffff0U;
inline constexpr std::uint32_t call_rate = 0xfffffff1U;
/// The second argument's `names` holds the field with the member's verdict.
inline constexpr std::uint32_t call_complies = 0xfffffff2U;
inline constexpr std::uint32_t call_verdict = 0xfffffff3U;

/// How that field's name begins; the standard follows.
inline constexpr std::string_view verdict_prefix = "verdict ";

[[nodiscard]] inline bool asks_verdict(const node& n) {
  return n.kind == node_kind::call &&
         (n.index == call_complies || n.index == call_verdict) &&
         n.children.size() == 2 && !n.children[1].names.empty();
}

/// In `index` of a `for`: its body looks at `partial`.
inline constexpr std::uint32_t for_partial = 1;
/// In `index` of unary tests and of `in`: some of them look at `?`.
inline constexpr std::uint32_t tests_input = 1;

[[nodiscard]] inline bool looks_at_input(const node& n) {
  return n.kind == node_kind::input ||
         std::any_of(n.children.begin(), n.children.end(), looks_at_input);
}

/// `for i in 4..2`, a range without brackets, which also counts down.
[[nodiscard]] inline bool is_iteration(const node& range) { return range.name == ".."; }

}  // namespace norma::expr::detail

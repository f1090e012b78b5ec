// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N03: the syntax of expressions.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message syntax_messages[] = {
    {"N0301", severity::error,
     "此处应为{0}，实际是 `{1}`",
     "expected {0}, found `{1}`",
     "", ""},
};
// clang-format on

}  // namespace norma::detail

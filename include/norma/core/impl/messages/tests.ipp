// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N08: rule tests.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message tests_messages[] = {
    {"N0801", severity::error,
     "`{0}` 的结论应为{1}，实际为{2}",
     "`{0}` should be {1} and is {2}",
     "", ""},
};
// clang-format on

}  // namespace norma::detail

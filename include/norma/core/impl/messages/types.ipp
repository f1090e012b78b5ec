// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N04: names, types and units of measure in expressions.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message types_messages[] = {
    {"N0401", severity::error,
     "未知的名称 `{0}`",
     "unknown name `{0}`",
     "是否想写 `{1}`？",
     "did you mean `{1}`?"},
};
// clang-format on

}  // namespace norma::detail

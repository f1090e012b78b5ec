// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N06: facts and units.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message facts_messages[] = {
    {"N0601", severity::error,
     "未知的事实 `{0}`",
     "unknown fact `{0}`",
     "是否想写 `{1}`？",
     "did you mean `{1}`?"},
};
// clang-format on

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N05: packs, standards, parameters and tables.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message rules_messages[] = {
    {"N0501", severity::error,
     "id `{0}` 重复",
     "the id `{0}` is used twice",
     "同一组内每个成员的 id 必须不同",
     "members of one group need different ids"},
};
// clang-format on

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes R: wording of reports and labels; words that other messages use.
// R01 words and labels of diagnostics.
// In order of code, which the compiler checks.

namespace norma::detail {

inline constexpr message report_messages[] = {
    {"R0101", severity::note,
     "首次出现于此",
     "first defined here",
     "", ""},
    {"R0111", severity::note,
     "映射（`键: 值`）",
     "a mapping (`key: value`)",
     "", ""},
    {"R0112", severity::note,
     "列表",
     "a list",
     "", ""},
    {"R0113", severity::note,
     "单个值",
     "a single value",
     "", ""},
    {"R0114", severity::note,
     "空值",
     "nothing",
     "", ""},
    {"R0115", severity::note,
     "锚点（`&`）",
     "an anchor (`&`)",
     "", ""},
    {"R0116", severity::note,
     "别名（`*`）",
     "an alias (`*`)",
     "", ""},
    {"R0117", severity::note,
     "标签（`!`）",
     "a tag (`!`)",
     "", ""},
    {"R0118", severity::note,
     "合并键（`<<`）",
     "a merge key (`<<`)",
     "", ""},
};

}  // namespace norma::detail

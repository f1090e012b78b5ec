// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes R09: kinds of values, as messages name what they expect and find.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message kind_messages[] = {
    {"R0901", severity::note, "空值", "null", "", ""},
    {"R0902", severity::note, "是或否", "a boolean", "", ""},
    {"R0903", severity::note, "数", "a number", "", ""},
    {"R0904", severity::note, "文字", "a text", "", ""},
    {"R0905", severity::note, "日期", "a date", "", ""},
    {"R0906", severity::note, "时刻", "a time", "", ""},
    {"R0907", severity::note, "日期时刻", "a date and time", "", ""},
    {"R0908", severity::note, "年月期间", "a duration of years and months", "", ""},
    {"R0909", severity::note, "日时期间", "a duration of days and time", "", ""},
    {"R0910", severity::note, "区间", "a range", "", ""},
    {"R0911", severity::note, "列表", "a list", "", ""},
    {"R0912", severity::note, "记录", "a record", "", ""},
    {"R0913", severity::note, "任意值", "a value", "", ""},
    {"R0914", severity::note, "期间", "a duration", "", ""},
    {"R0915", severity::note, "日期或日期时刻", "a date, or date and time", "", ""},
    {"R0916", severity::note, "数或期间", "a number or duration", "", ""},
    {"R0917", severity::note, "有大小之分的值", "a value with an order", "", ""},
    {"R0918", severity::note, "值或区间", "a value with an order, or a range", "", ""},
    {"R0919", severity::note, "文字或日期", "a text or date", "", ""},
    {"R0920", severity::note, "文字或期间", "a text or duration", "", ""},
    {"R0921", severity::note, "文字、时刻或日期", "a text, time or date", "", ""},
    {"R0922", severity::note, "日期、时刻或期间", "a date, time or duration", "", ""},
};
// clang-format on

}  // namespace norma::detail

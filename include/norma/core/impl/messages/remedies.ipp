// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes R06: remedies in words.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message remedy_messages[] = {
    {"R0601", severity::note, "{0}再增加一项，满足：{1}",
     "one more record in {0} with: {1}", "", ""},
    {"R0602", severity::note, "{0}至少再增加 {1} 项", "at least {1} more in {0}", "", ""},
    {"R0603", severity::note, "{0}须包含“{1}”", "{0} must include `{1}`", "", ""},
    {"R0604", severity::note, "{0}由 {1} 改为 {2}", "{0} from {1} to {2}", "", ""},
    {"R0605", severity::note, "{0}增加 {1}，达到 {2}", "{1} more of {0}: {2}", "", ""},
    {"R0606", severity::note, "{0}减少 {1}，降至 {2}", "{1} less of {0}: {2}", "", ""},
    {"R0607", severity::note,
     "自 {0} 起，同样的事实不再构成不达标：有关日期届时已离开（或进入）所要求的期间",
     "from {0} the same facts no longer fail: a date has by then left, or come into, the "
     "span asked for",
     "", ""},
    {"R0608", severity::note, "{0}至少再增加 {1} 项，满足：{2}",
     "at least {1} more in {0} with: {2}", "", ""},
    {"R0609", severity::note, "{0}由 {1} 改为 {2}，由{3}各户落实",
     "{0} from {1} to {2}, by what each of {3} does", "", ""},
    {"R0610", severity::note, "{0}中的{1}须满足：{2}", "of {0}, {1} must meet: {2}", "",
     ""},
    {"R0611", severity::note, "{0}中至少一户须满足：{1}",
     "at least one of {0} must meet: {1}", "", ""},
    {"R0612", severity::note, "{0}中须再有 {1} 户满足：{2}",
     "{1} more of {0} must meet: {2}", "", ""},
    {"R0613", severity::note, "{0}须为以下之一：{1}", "{0} must be one of: {1}", "", ""},
};
// clang-format on

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N07: data errors, found while an expression is evaluated.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message values_messages[] = {
    {"N0701", severity::error,
     "除数为零",
     "division by zero",
     "", ""},
    {"N0720", severity::error,
     "表 `{0}` 没有适合的行：{1}",
     "no row of table `{0}` fits: {1}",
     "", ""},
    {"N0721", severity::error,
     "表 `{0}` 有多行同时适合：{1}",
     "more than one row of table `{0}` fits: {1}",
     "", ""},
    {"N0740", severity::error,
     "`{0}` 应为 {1}，收到的是 {2} {3}",
     "`{0}` must be a {1}, got the {2} {3}",
     "", ""},
    {"N0741", severity::error,
     "`{0}` 的值 {1} 的小数位数超过 {2} 位",
     "`{0}` is {1}, which has more than {2} decimals",
     "", ""},
    {"N0742", severity::error,
     "`{0}` 的值 {1} 超出允许范围 {2}",
     "`{0}` is {1}, outside its range {2}",
     "", ""},
    {"N0743", severity::error,
     "`{0}` 的值 `{1}` 不是类别 `{2}` 的取值",
     "`{0}` is `{1}`, which is no value of category `{2}`",
     "", ""},
    {"N0744", severity::error,
     "`{0}` 在同一日（{3}）有两个不同的值：{1} 与 {2}",
     "`{0}` has two different values of the same day ({3}): {1} and {2}",
     "", ""},
    {"N0745", severity::error,
     "`{0}` 不能为“无”",
     "`{0}` can not be absent",
     "", ""},
    {"N0746", severity::error,
     "`{0}` 不符合核对关系 `{1}`",
     "`{0}` breaks the check `{1}`",
     "", ""},
    {"N0747", severity::error,
     "`{0}` 提供的值 {1} 与推算值 {2} 不一致",
     "`{0}` was supplied as {1}, but follows from other facts as {2}",
     "", ""},
};
// clang-format on

}  // namespace norma::detail

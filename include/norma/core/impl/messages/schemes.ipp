// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N09: scoring schemes.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message schemes_messages[] = {
    {"N0901", severity::error, "分值不能为负：{0}", "points can not be negative: {0}",
     "扣分写在 `lose` 或 `deductions` 里，写正数",
     "what is taken away is written as a positive number, under `lose` or `deductions`"},
    {"N0902", severity::error, "下限 {0} 高于该项满分 {1}",
     "the floor, {0}, is above all the points there are, {1}", "", ""},
    {"N0903", severity::warning, "板块 `{0}` 各部分分值之和为 {1}，与满分 {2} 不等",
     "the parts of the block `{0}` are worth {1} together, the block {2}",
     "使各部分分值之和等于 `points`；超出的部分不计",
     "let the points of the parts add up to `points`; what exceeds it does not count"},
    {"N0904", severity::error, "`{0}` 中不适用的部分只能计 0 分",
     "a part of `{0}` that does not apply can only be worth 0", "删去 `not_applicable`",
     "leave out `not_applicable`"},
    {"N0905", severity::error,
     "计分部分须用 `fact`、`require`、`bands`、`grades`、`lose` 之一",
     "a scored part takes one of `fact`, `require`, `bands`, `grades`, `lose`", "", ""},
    {"N0906", severity::error, "{0} 分超过该部分满分 {1}",
     "{0} {0:point is/points are} more than the part is worth, {1}", "", ""},
    {"N0907", severity::error, "`{0}` 不是分类，不能按等级计分",
     "`{0}` is no category: there are no grades to score by", "数值分段计分用 `bands`",
     "for stretches of a number use `bands`"},
    {"N0908", severity::error, "等级 `{0}` 没有分值", "the grade `{0}` has no points",
     "写明每个等级的分值，不得分写 0",
     "say the points of every grade, 0 where it is worth nothing"},
    {"N0909", severity::error, "扣分的步长不能为 0", "the step of a loss can not be 0",
     "", ""},
    {"N0910", severity::error, "小数位数 {0} 过多", "{0} decimals are too many",
     "至多 20 位", "20 at most"},
    {"N0911", severity::error, "计分办法既无 `pass` 也无 `tiers`：分数没有结论",
     "the scheme has neither `pass` nor `tiers`: its points lead to nothing",
     "例如 `pass: total >= 85`", "write for example `pass: total >= 85`"},
    {"N0912", severity::warning,
     "`{0}` 永远达不到：总分在 {1} 至 {2} 分之间，各部分在 0 分与其分值之间",
     "`{0}` can not be reached: the total is between {1} and {2} points, each block "
     "between 0 and its own",
     "", ""},
    {"N0913", severity::warning, "`{0}` 的分段有遗漏：{1} 时不在任何一段",
     "the bands of `{0}` have a gap: none takes {1}", "各段合起来应包括{2}",
     "let the bands together take {2}"},
    {"N0914", severity::error, "{0} 时同时属于两段", "two bands take {0}",
     "各段不能重叠：一段从 `>= 5` 起，相邻的一段写 `[2..5)`",
     "bands do not overlap: where one begins at `>= 5`, the next is written `[2..5)`"},
    {"N0915", severity::error, "`{1}` 没有等级 `{0}`", "`{0}` is no grade of `{1}`",
     "可写的等级：{2}", "its grades: {2}"},
    {"N0916", severity::warning,
     "等次 `{0}` 永远评不上：达到它的，都先达到排在前面的等次",
     "the tier `{0}` is never given: whoever reaches it reaches one that stands before "
     "it",
     "等次由高到低排列", "put the best tier first"},
};
// clang-format on

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N07: data errors, found while an expression is evaluated.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message values_messages[] = {
    {"N0701", severity::error, "除数为零", "division by zero", "", ""},
    {"N0702", severity::error, "{0}与{1}不能比较", "{0} and {1} can not be compared", "",
     ""},
    {"N0703", severity::error, "`{0}` 不能用于{1}与{2}",
     "`{0}` can not be applied to {1} and {2}", "", ""},
    {"N0704", severity::error, "`{0}` 的参数 `{1}` 应为{2}，这里是{3}",
     "the argument `{1}` of `{0}` must be {2}, this is {3}", "", ""},
    {"N0705", severity::error, "`{0}` 不能这样使用", "`{0}` can not be called like this",
     "写法：`{1}`", "write `{1}`"},
    {"N0706", severity::error, "没有函数 `{0}`", "unknown function `{0}`", "", ""},
    {"N0707", severity::error, "没有名称 `{0}`", "unknown name `{0}`", "", ""},
    {"N0708", severity::error, "结果超过 {0} 位数字",
     "the result has more than {0} digits", "", ""},
    {"N0709", severity::error, "列表或文字超过 {0} 项",
     "a list or text has more than {0} elements", "", ""},
    {"N0710", severity::error, "计算超过 {0} 步，已停止{1}",
     "stopped after {0} steps of evaluation{1}", "", ""},
    {"N0711", severity::error, "日期或期间超出历法范围",
     "the date or duration lies outside the calendar", "", ""},
    {"N0712", severity::error, "`{0}` 不能读作{1}", "`{0}` can not be read as {1}", "",
     ""},
    {"N0713", severity::error, "{0}没有 `{1}`", "{0} has no `{1}`", "", ""},
    {"N0714", severity::error, "`{0}` 对 {1} 没有定义", "`{0}` is not defined for {1}",
     "", ""},
    {"N0715", severity::error, "比率的分母为负：{0}",
     "the denominator of a rate is negative: {0}", "", ""},
    {"N0716", severity::error, "列表的项数太少，`{0}` 没有结果",
     "the list has too few elements for `{0}`", "", ""},
    {"N0717", severity::error, "`{0}`：列表或文字中没有位置 {1}",
     "`{0}`: there is no position {1} in the list or text", "", ""},
    {"N0718", severity::error, "不能从{0}逐项数到{1}",
     "there is no way to go one by one from {0} to {1}", "", ""},
    {"N0719", severity::error, "`last` 的期间应为整天或整月，且不为负：{0}",
     "the period of `last` must be whole days or months, and not negative: {0}", "", ""},
    {"N0720", severity::error, "表“{0}”没有适合的行：{1}",
     "no row of the table “{0}” fits: {1}", "", ""},
    {"N0721", severity::error, "表“{0}”有多行同时适合：{1}",
     "more than one row of the table “{0}” fits: {1}", "", ""},
    {"N0722", severity::error, "比率的分母为零，分子却是 {0}",
     "the denominator of a rate is 0, its numerator {0}", "", ""},
    {"N0723", severity::error, "列表嵌套超过 {0} 层",
     "lists nested more than {0} levels deep", "", ""},
    {"N0724", severity::error, "`{0}` 的各分段都不包括 {1}", "no band of `{0}` takes {1}",
     "", ""},
    {"N0725", severity::error, "本次评价的计算合计超过 {0} 步，此处不再计算",
     "this assessment took {0} steps of evaluation; nothing more is computed",
     "可以放宽上限：命令用 `--max-steps`，程序用 `limits` 的 `assessment_steps`",
     "more can be allowed: the command by `--max-steps`, a program by `assessment_steps` "
     "of "
     "`limits`"},
    {"N0726", severity::error, "报告已达篇幅上限，此处的原因不再列出",
     "the report is as long as it may be; why this is open is not told here",
     "可以放宽上限：命令用 `--max-steps`，程序用 `limits` 的 `assessment_steps`",
     "more can be allowed: the command by `--max-steps`, a program by `assessment_steps` "
     "of `limits`"},
    {"N0727", severity::error,
     "“{0}”的值 {1} 是 {2} 浮点数，这么大的数与相邻的整数分不清：请改用整数",
     "“{0}” is {1} in {2}, which can not tell so large a count from the one beside it: "
     "hand over an integer",
     "", ""},
    {"N0728", severity::note, "原因只列出前 {0} 项，可能还有其他原因",
     "the first {0} causes are told, and there may be more", "", ""},
    {"N0740", severity::error, "“{0}”应为{1}，这里是{2}：`{3}`",
     "“{0}” must be {1}, this is {2}: `{3}`", "", ""},
    {"N0741", severity::error, "“{0}”的值 {1} 的小数位数超过 {2} 位",
     "“{0}” is {1}, which has more than {2} {2:decimal/decimals}", "", ""},
    {"N0742", severity::error, "“{0}”的值 {1} 超出允许范围 {2}",
     "“{0}” is {1}, outside its range {2}", "", ""},
    {"N0743", severity::error, "“{0}”的值 `{1}` 不是类别 `{2}` 的取值",
     "“{0}” is `{1}`, which is no value of category `{2}`", "", ""},
    {"N0744", severity::error, "“{0}”在同一日（{3}）有两个不同的值：{1} 与 {2}",
     "“{0}” has two different values of the same day ({3}): {1} and {2}", "", ""},
    {"N0745", severity::error, "“{0}”不能为“无”", "“{0}” can not be absent", "", ""},
    {"N0746", severity::error, "不符合核对关系：{2}", "breaks a check: {2}", "", ""},
    {"N0747", severity::error, "“{0}”提供的值为 {1}，推算值为 {2}，二者不一致",
     "“{0}” was supplied as {1}, but follows from other facts as {2}", "", ""},
    {"N0748", severity::error, "`{0}` 不允许例外，而资料中有一条例外：{1}",
     "`{0}` allows no exceptions, but one is on record: {1}", "", ""},
    {"N0749", severity::error, "“{0}”有 {1} 项，多于“{2}”所说的 {3}",
     "“{0}” has {1} {1:element/elements}, more than the {3} that “{2}” says there are",
     "", ""},
    {"N0750", severity::error, "“{0}”按其他事实应不小于 {1} 且不大于 {2}：事实相互矛盾",
     "by other facts “{0}” is at least {1} and at most {2}: the facts contradict each "
     "other",
     "", ""},
    {"N0751", severity::error, "“{0}”是 `{1}`，而名单中应为 `{2}`",
     "“{0}” is a unit of kind `{1}`, the list holds units of kind `{2}`", "", ""},
    {"N0752", severity::error, "“{0}”不是单位的名单", "“{0}” is no list of units", "",
     ""},
    {"N0753", severity::error,
     "“{0}”的证据日期是 {1}，而决定其日期的“{2}”是 {3}：二者应一致",
     "the evidence for “{0}” is dated {1}, but “{2}”, which is its day, says {3}: both "
     "must agree",
     "", ""},
    {"N0754", severity::error, "“{0}”的值 {1} 应为整数",
     "“{0}” is {1}, and must be a whole number", "", ""},
    {"N0755", severity::error, "“{0}”的文字不是有效的 UTF-8：第 {1} 字节处有误",
     "“{0}” is not valid UTF-8: byte {1} is wrong", "", ""},
    {"N0756", severity::error, "“{0}”有 {1} 项，占用的内存会超过 {2} 字节，未读取",
     "“{0}” has {1} {1:element/elements}, which would take more than {2} bytes of "
     "memory, "
     "and was not read",
     "", ""},
};
// clang-format on

}  // namespace norma::detail

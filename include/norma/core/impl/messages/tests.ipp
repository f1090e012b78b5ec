// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N08: rule tests.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message tests_messages[] = {
    {"N0801", severity::error, "`{0}` 的结论应为{1}，实际为{2}",
     "`{0}` should be {1} and is {2}", "", ""},
    {"N0802", severity::error, "`{0}` 的理由应为 `{1}`，实际{2}",
     "the reason of `{0}` should be `{1}` and {2}", "", ""},
    {"N0803", severity::error, "`{0}` 的差距应为 {1}，实际{2}",
     "the distance of `{0}` should be {1} and {2}", "", ""},
    {"N0804", severity::error, "`{0}` 待定的原因应为 `{1}`，实际{2}",
     "the causes of `{0}` should be `{1}` and {2}", "", ""},
    {"N0805", severity::error, "没有补救办法恰为 `{0}`，报告{1}",
     "no remedy is exactly `{0}`; the report lists {1}", "", ""},
    {"N0806", severity::error, "决策表 `{0}` 应给出 `{1}`，实际为 `{2}`",
     "the table `{0}` should give `{1}` and gives `{2}`", "", ""},
    {"N0807", severity::error, "应无补救办法，报告列出的是 `{1}`",
     "there should be no remedy; the report lists `{1}`", "", ""},
    {"N0808", severity::error, "`{0}` 的得分应为 `{1}`，实际为 `{2}`",
     "the points of `{0}` should be `{1}` and are `{2}`", "", ""},
    {"N0809", severity::error, "等次应为 `{0}`，实际为 `{1}`",
     "the tier should be `{0}` and is `{1}`", "", ""},
    {"N0810", severity::error, "规则包 `{2}` 没有名为 `{0}` 的标准、计分办法或决策表",
     "the pack `{2}` has no standard, scheme or table `{0}`", "是否想写 `{1}`？\n有：{3}",
     "did you mean `{1}`?\nit has {3}"},
    {"N0811", severity::error, "`{1}` 中没有 `{0}`", "there is no `{0}` in `{1}`",
     "是否想写 `{2}`？", "did you mean `{2}`?"},
    {"N0812", severity::error, "同一文件中有两个用例都叫 `{0}`",
     "two cases of this file are named `{0}`", "", ""},
    {"N0813", severity::error, "这个用例没有写期望的结果", "this case expects nothing",
     "写上 `expect: {.: pass}` 之类的期望",
     "say what it expects, such as `expect: {.: pass}`"},
    {"N0814", severity::error, "无法读取作为起点的单位 `{0}`",
     "the given unit `{0}` can not be read", "该文件中的问题随后列出",
     "what is wrong in it follows, at its lines"},
    {"N0815", severity::error, "作为起点的单位是 `{0}`，而 `{2}` 适用于 `{1}`",
     "the given unit is of kind `{0}`, and `{2}` is for `{1}`", "", ""},
    {"N0816", severity::error, "事实 `{0}` 不能既改变又缺失",
     "the fact `{0}` can not be both changed and missing", "", ""},
    {"N0817", severity::error, "没有写从哪个单位出发", "no given unit is named",
     "在用例或文件开头写 `given: 单位文件`",
     "write `given: FILE OF A UNIT` in the case or at the top"},
    {"N0818", severity::error, "`{1}` 的用例不能写 `{0}`：无从核对",
     "a case of `{1}` can not have `{0}`: there is nothing to hold it against",
     "可以写：{2}", "it can have {2}"},
    {"N0819", severity::error, "没有哪一类单位具备决策表 `{0}` 的全部输入",
     "no kind of unit has all the inputs of the table `{0}`",
     "它的用例无法运行；检查 `inputs` 所写的事实",
     "its cases can not be run: look at the facts that its `inputs` name"},
};
// clang-format on

}  // namespace norma::detail

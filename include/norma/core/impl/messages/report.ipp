// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes R02 to R04: why a node is undetermined, why it does not apply, remarks.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message cause_messages[] = {
    {"R0201", severity::note, "“{0}”未提供", "“{0}” is not supplied", "", ""},
    {"R0202", severity::note, "“{0}”待定：{1}", "“{0}” waits for a decision: {1}", "",
     ""},
    {"R0203", severity::note, "“{0}”的证据已过期：证据日期 {1}，有效至 {2}",
     "the evidence for “{0}” has expired: evidence of {1}, held until {2}", "", ""},
    {"R0204", severity::note, "“{0}”各方意见未形成共同决定：{1}",
     "the parties have not decided jointly on “{0}”: {1}", "", ""},
    {"R0205", severity::note,
     "“{0}”没有日期在评价日及以前（且登记在知悉日及以前）的证据或版本",
     "“{0}” has no evidence or version dated by the as-of day (and recorded by the "
     "known-as-of day)",
     "", ""},
    {"R0206", severity::note, "“{0}”在知悉日之后才登记（{1}）",
     "“{0}” was recorded after the known-as-of day (on {1})", "", ""},
    {"R0207", severity::note, "“{0}”数据有误：{1}", "“{0}” is in error: {1}", "", ""},
    {"R0208", severity::note, "数据有误：{0}", "data error: {0}", "", ""},
    {"R0209", severity::note, "条件的结果为空", "the condition has no value (null)", "",
     ""},
    {"R0210", severity::note, "“{0}”中有 {1} 户（项）未报",
     "of “{0}”, {1} {1:has/have} not been reported", "", ""},
    {"R0211", severity::note, "“{0}”为 0，无从计算比例：{1} / 0", "no {0}: {1} of 0", "",
     ""},
    {"R0212", severity::note, "政府", "government", "", ""},
    {"R0213", severity::note, "工会", "trade union", "", ""},
    {"R0214", severity::note, "企业方", "employers", "", ""},
    {"R0216", severity::note, "起始日", "first day", "", ""},
    {"R0217", severity::note, "终止日", "last day", "", ""},
};

inline constexpr message reason_messages[] = {
    {"R0301", severity::note, "评价日不在施行期内", "not in force on the as-of day", "",
     ""},
    {"R0302", severity::note, "适用条件不成立",
     "the condition for applying does not hold", "", ""},
    {"R0303", severity::note, "没有应计的对象（分母为 0）",
     "nothing to count (the divisor is 0)", "", ""},
    {"R0304", severity::note, "仅列示，不参与判定", "shown only", "", ""},
    {"R0305", severity::note, "没有参与判定的成员", "no member that decides applies", "",
     ""},
    {"R0306", severity::note, "有条件的要求：条件不成立且未做到",
     "a conditional duty: its condition does not hold and it is not met", "", ""},
    {"R0307", severity::note, "上级条款不适用", "a clause above it does not apply", "",
     ""},
    {"R0308", severity::note, "上级条款的适用条件未知",
     "it is unknown whether a clause above it applies", "", ""},
    {"R0309", severity::note, "已批准例外：{0}", "an exception was granted: {0}", "", ""},
    {"R0310", severity::note, "适用条件不成立：{0}",
     "the condition for applying does not hold: {0}", "", ""},
    {"R0311", severity::note, "有条件的要求：条件不成立（{0}）且未做到",
     "a conditional duty: its condition does not hold ({0}) and it is not met", "", ""},
    // What was supposed: label, value, the value in force.
    {"R0312", severity::note, "假设{0}为{1}（现行规定为{2}）",
     "supposed: {0} {1} (in force: {2})", "", ""},
    {"R0313", severity::note, "假设{0}为{1}（当日没有规定）",
     "supposed: {0} {1} (none is in force on that day)", "", ""},
};

inline constexpr message remark_messages[] = {
    {"R0401", severity::note, "证据未注明日期，按长期有效处理：{0}",
     "undated evidence, taken not to expire: {0}", "", ""},
    {"R0402", severity::note, "取值日期晚于评价日：{0}", "dated after the as-of day: {0}",
     "", ""},
    {"R0403", severity::note, "“{0}”提供的值为 {1}，推算值为 {2}，按提供的值",
     "“{0}” was supplied as {1}, computed as {2}; the supplied value is used", "", ""},
    {"R0404", severity::note, "提供的“{0}”不是规则包中的事实，未予采用",
     "“{0}” was supplied but is no fact of the pack: it is not used", "", ""},
    {"R0405", severity::note, "提供的“{0}”不是规则包中的事实，未予采用；是否指“{1}”？",
     "“{0}” was supplied but is no fact of the pack: it is not used; did you mean “{1}”?",
     "", ""},
    {"R0406", severity::note, "未注明日期", "undated", "", ""},
    {"R0407", severity::note, "数据有误：例外所指的要求 `{0}` 不在本标准中（{1}）",
     "data error: the standard has no part `{0}` to make an exception of ({1})", "", ""},
    {"R0408", severity::note, "对 `{0}` 的例外（{1}）日期晚于评价日，未予计入",
     "the exception to `{0}` ({1}) is dated after the as-of day and does not count", "",
     ""},
    {"R0409", severity::note,
     "取值、判定和说明合计超过 {0} "
     "步（报告的篇幅也计入），原因、说明、整改办法或所缺事实可能"
     "不全",
     "binding the facts, judging and explaining took more than {0} steps, the length of "
     "the report counted in: causes, explanations, remedies or missing facts may be "
     "incomplete",
     "", ""},
};
// clang-format on

}  // namespace norma::detail

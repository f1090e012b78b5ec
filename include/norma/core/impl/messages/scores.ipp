// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Texts R3: what reports say of scores.
// In order of code, which the compiler checks.

namespace norma::detail {

// clang-format off: one wording a line
inline constexpr message scores_messages[] = {
    {"R3001", severity::note, "申报条件", "Admission", "", ""},
    {"R3002", severity::note, "一票否决", "Veto", "", ""},
    {"R3003", severity::note, "总分", "total", "", ""},
    {"R3004", severity::note, "加分", "bonus", "", ""},
    {"R3005", severity::note, "减分", "deductions", "", ""},
    // Why a scored part stands where it does.
    {"R3011", severity::note, "要求未达到", "the requirement is not met", "", ""},
    {"R3012", severity::note, "{0}：落在 {1} 一档", "{0}: in the band {1}", "", ""},
    {"R3013", severity::note, "等级：{0}", "grade: {0}", "", ""},
    {"R3014", severity::note, "{0}，扣 {1} × {2} 分",
     "{0}: {1} × {2} {2:point/points} lost", "", ""},
    {"R3015", severity::note, "不适用，按满分计", "does not apply: counts in full", "",
     ""},
    {"R3016", severity::note, "不适用，不计入", "does not apply: left out", "", ""},
    {"R3017", severity::note, "不适用，计 0 分", "does not apply: counts 0", "", ""},
    {"R3019", severity::note, "发生所列情形", "what is listed has happened", "", ""},
    // Scores in reports.
    {"R3021", severity::note, "{0} 分（满分 {1} 分）", "{0} of {1} {1:point/points}", "",
     ""},
    {"R3022", severity::note, "未达到任何等次", "none", "", ""},
    {"R3023", severity::note, "尚不能确定", "not determined yet", "", ""},
    {"R3024", severity::note, "{0}还差 {1} 分", "{0} short by {1}", "", ""},
    {"R3025", severity::note, "底线 {0} 分：{1}", "at least {0} needed: {1}", "", ""},
    {"R3026", severity::note, "得分", "Score", "", ""},
    {"R3027", severity::note, "等次", "Tier", "", ""},
    {"R3028", severity::note, "高一等次", "Next tier", "", ""},
    {"R3029", severity::note, "逐项得分", "Points part by part", "", ""},
    {"R3030", severity::note, "分值", "Points", "", ""},
    {"R3031", severity::note, "依据", "Because", "", ""},
    {"R3032", severity::note, "失分", "Lost", "", ""},
    {"R3033", severity::note, "合格分数", "Mark to pass", "", ""},
    {"R3034", severity::note, "按最低得分计，{0}", "at the lowest score, {0}", "", ""},
    {"R3035", severity::note, "加 {0} 分（至多 {1} 分）", "{0} added, at most {1}", "",
     ""},
    {"R3036", severity::note, "扣 {0} 分（至多 {1} 分）", "{0} taken away, at most {1}",
     "", ""},
    {"R3037", severity::note, "还差 {0} 分", "short by {0}", "", ""},
    {"R3038", severity::note, "尚未确定", "open", "", ""},
    // What schemes ask for, as `norma show` tells it.
    {"R3040", severity::note, "底线 {0}", "at least {0}", "", ""},
    {"R3041", severity::note, "至多 {0}", "at most {0}", "", ""},
    {"R3042", severity::note, "{0}：每 {1} 扣 {2} 分，{3}",
     "{0}: {2} off for each {1}, {3}", "", ""},
    {"R3043", severity::note, "不足一步按一步计", "a step begun counts", "", ""},
    {"R3044", severity::note, "满一步才计", "full steps only", "", ""},
    {"R3045", severity::note, "按比例", "in proportion", "", ""},
    {"R3046", severity::note, "合格", "to pass", "", ""},
};
// clang-format on

}  // namespace norma::detail

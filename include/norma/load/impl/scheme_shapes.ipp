// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/standard_shapes.ipp>

// Scoring schemes: gates, blocks of scored parts, and what the points lead to.

namespace norma::load_detail::shapes {

inline constexpr std::array<shape_key, 1> inapplicable_keys{{
    {"not_applicable", may, "one of full left_out zero",
     "不适用的部分如何计分 / what a part counts that does not apply"},
}};
inline constexpr std::array<std::string_view, 2> outcomes{"pass", "tiers"};
inline constexpr auto scheme_keys =
    join(format_keys,
         std::array<shape_key, 1>{{{"scheme", must, "word", "标识 / id of the scheme"}}},
         own_title,
         std::array<shape_key, 2>{{
             {"unit", must, "word", "评价对象的种类 / kind of unit"},
             {"kind", may, "word", "其下的种类，如 park / a kind of these: park"},
         }},
         clause_keys,
         std::array<shape_key, 2>{{
             {"admission", may, "admission", "申报条件 / what must hold beforehand"},
             {"veto", may, "veto", "一票否决 / what must not have happened"},
         }},
         inapplicable_keys,
         std::array<shape_key, 6>{{
             {"blocks", must, "some of block", "板块 / blocks of scored parts"},
             {"bonus", may, "extra", "加分 / points added"},
             {"deductions", may, "extra", "减分 / points taken away"},
             {"round", may, "round", "板块分与总分的舍入 / rounding of blocks and total"},
             {"pass", may, "condition",
              "合格条件，如 total >= 85 / test of the points: total >= 85"},
             {"tiers", may, "some of tier", "等次，最好的在前 / levels, best first"},
         }});
inline constexpr shape scheme{
    "scheme", "计分办法 / a scoring scheme", scheme_keys, {.at_least_one = outcomes}};

// What is judged beforehand

inline constexpr auto admission_keys =
    join(may_title, clause_keys,
         std::array<shape_key, 1>{{
             {"all", must, "some of member", "须全部具备 / all must hold"},
         }});
inline constexpr shape admission{"admission", "申报条件 / what must hold beforehand",
                                 admission_keys};

inline constexpr auto veto_keys = join(
    may_title, clause_keys,
    std::array<shape_key, 1>{{
        {"none", must, "some of member",
         "一项也不得有，如 some e in events satisfies e.date in last(3年) / none may be: "
         "some e in events satisfies e.date in last(3年)"},
    }});
inline constexpr shape veto{"veto", "一票否决 / what must not have happened", veto_keys};

// Blocks and parts

inline constexpr std::array<shape_key, 1> parts_keys{{
    {"parts", must, "some of scored_part", "计分部分 / scored parts"},
}};
inline constexpr std::array<shape_key, 1> points_keys{{
    {"points", must, "literal", "满分 / points at most"},
}};

inline constexpr auto block_keys = join(
    own_id, own_title,
    std::array<shape_key, 1>{{{"cite", may, "clause", "出处 / citation"}}}, points_keys,
    std::array<shape_key, 1>{{
        {"floor", may, "literal", "底线：至少须得的分 / points that are needed of it"},
    }},
    inapplicable_keys, parts_keys);
inline constexpr shape block{"block", "板块 / a block of scored parts", block_keys};

inline constexpr auto extra_keys =
    join(std::array<shape_key, 2>{{
             {"max", must, "literal", "至多加减多少分 / points at most"},
             {"cite", may, "clause", "出处 / citation"},
         }},
         parts_keys);
inline constexpr shape extra{"extra", "板块之外的加分或减分 / points beside the blocks",
                             extra_keys};

inline constexpr auto scored_fact_keys =
    join(std::array<shape_key, 2>{{
             {"fact", must, "word",
              "是非事实：是得满分 / a boolean fact: all its points or none"},
             {"id", may, "word", "标识 / id"},
         }},
         may_title, clause_keys, points_keys, inapplicable_keys);
inline constexpr shape scored_fact{
    "scored_fact", "按是非事实计分 / a part that scores by a boolean fact",
    scored_fact_keys};

inline constexpr auto scored_whole_keys = join(
    own_id, own_title, clause_keys, points_keys,
    std::array<shape_key, 4>{{
        {"require", may, "condition", "达到得满分，否则不得分 / all its points or none"},
        {"bands", may, "bands", "按数值分段 / by the stretch of a value"},
        {"grades", may, "grades", "按等级 / by the value of a category"},
        {"lose", may, "lose", "逐步扣分 / so many points off for each step"},
    }},
    inapplicable_keys);
inline constexpr std::array<std::string_view, 4> scoring_ways{"require", "bands",
                                                              "grades", "lose"};
inline constexpr shape scored_whole{"scored_whole",
                                    "计分部分 / a scored part",
                                    scored_whole_keys,
                                    {.exactly_one = scoring_ways}};

inline constexpr choice_branch scored_branches[] = {{"fact", "scored_fact"}};
inline constexpr shape_choice scored_part{"scored_part", scored_branches, "scored_whole"};

// The ways of scoring

inline constexpr std::array<shape_key, 1> scored_of{{
    {"of", must, "condition", "所看的值 / what is looked at"},
}};
inline constexpr auto bands_keys = join(
    scored_of,
    std::array<shape_key, 1>{{
        {"rows", must, "some of band",
         "各段及其分值，如 [\">= 95%\", 10] / stretches and points: [\">= 95%\", 10]"},
    }});
inline constexpr shape bands{"bands", "按数值分段计分 / points by the stretch of a value",
                             bands_keys};

inline constexpr auto grades_keys =
    join(scored_of,
         std::array<shape_key, 1>{{
             {"points", must, "map of literal", "各等级的分值 / points of each value"},
         }});
inline constexpr shape grades{"grades", "按等级计分 / points by the value of a category",
                              grades_keys};

inline constexpr auto lose_keys =
    join(std::array<shape_key, 2>{{
             {"points", must, "literal", "每步扣几分 / points off for each step"},
             {"each", must, "literal", "步长，如 1% / the step: 1%"},
         }},
         scored_of,
         std::array<shape_key, 1>{{
             {"count", must, "one of begun full proportional",
              "已开始的一步、满一步、或按比例 / a step begun counts, a full one, or in "
              "proportion"},
         }});
inline constexpr shape lose{"lose", "逐步扣分 / points off for each step", lose_keys};

// What the points lead to

inline constexpr std::array<shape_key, 2> round_keys{{
    {"scale", must, "count", "小数位数 / decimals"},
    {"mode", must, "one of half_even half_up half_down up down floor ceiling",
     "舍入方式 / how it is rounded"},
}};
inline constexpr shape round{"round", "板块分与总分的舍入 / rounding of blocks and total",
                             round_keys};

inline constexpr auto tier_keys =
    join(own_id, own_title,
         std::array<shape_key, 1>{{
             {"when", must, "condition",
              "达到的条件，可用 total 与板块 / test of the points: total and blocks"},
         }});
inline constexpr shape tier{"tier", "等次 / a level", tier_keys};

}  // namespace norma::load_detail::shapes

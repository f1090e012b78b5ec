// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/rule_shapes.ipp>

// Standards: items, groups, parts, and what they say of an upper standard.

namespace norma::load_detail::shapes {

inline constexpr shape_choice clause{"clause", {}, "citation", "word"};
inline constexpr std::array<shape_key, 4> clause_keys{{
    {"cite", may, "clause",
     "出处或条款编号 / citation, or the clause below the one around it"},
    {"when", may, "condition", "适用条件 / applies if"},
    {"in_force", may, "days", "施行期间 / when it is in force"},
    {"decision", may, "word or list of word", "依据的解释 / readings it rests on"},
}};
inline constexpr std::array<shape_key, 1> own_title{
    {{"title", must, "text", "标题 / title"}}};
inline constexpr std::array<shape_key, 1> may_title{
    {{"title", may, "text", "标题 / title"}}};
inline constexpr std::array<shape_key, 1> own_id{{{"id", must, "word", "标识 / id"}}};

inline constexpr std::array<shape_key, 3> layer_head_keys{{
    {"refines", may, "word", "所细化的上层标准 / the upper standard that it refines"},
    {"derogation", may, "derogation", "放宽的依据 / by what authority it is less strict"},
    {"drops", may, "list of dropped",
     "不再要求的部分 / parts of the upper standard left out"},
}};
inline constexpr std::array<shape_key, 3> layer_keys{{
    {"refines", may, "word", "对应的上层要求 / the part of the upper standard"},
    {"as", may, "one of kept tightened relaxed",
     "与上层相比 / compared with the upper part"},
    {"derogation", may, "derogation", "放宽的依据 / by what authority it is less strict"},
}};

inline constexpr std::array<shape_key, 1> derogation_keys{{
    {"authority", must, "citation", "授权条款 / the clause that allows it"},
}};
inline constexpr shape derogation{
    "derogation", "放宽的依据 / authority to be less strict", derogation_keys};

inline constexpr std::array<shape_key, 3> dropped_keys{{
    {"part", must, "word", "上层部分的路径 / path of the upper part"},
    {"note", must, "text", "理由 / why"},
    {"derogation", may, "derogation", "放宽的依据 / authority"},
}};
inline constexpr shape dropped{"dropped", "不再要求的部分 / a part left out",
                               dropped_keys};

// A standard

inline constexpr auto standard_keys =
    join(format_keys,
         std::array<shape_key, 1>{
             {{"standard", must, "word", "标准的标识 / id of the standard"}}},
         own_title,
         std::array<shape_key, 2>{{
             {"unit", must, "word", "评价对象的种类 / kind of unit"},
             {"kind", may, "word", "其下的种类，如 park / a kind of these: park"},
         }},
         clause_keys,
         std::array<shape_key, 2>{{
             {"show", may, "list of word", "随标准列示的事实 / facts shown at its head"},
             {"items", must, "some of group", "条目 / items"},
         }},
         layer_head_keys);
inline constexpr shape standard{"standard", "标准 / a standard", standard_keys};

inline constexpr auto copy_keys = join(
    format_keys,
    std::array<shape_key, 2>{{
        {"standard", must, "word", "标准的标识 / id of the standard"},
        {"copy", must, "word", "所沿用的上层标准 / the upper standard that it copies"},
    }},
    may_title, clause_keys, layer_head_keys,
    std::array<shape_key, 3>{{
        {"change", may, "map of change", "所改的部分 / parts that it changes, by path"},
        {"add", may, "list of addition", "所增的部分 / parts that it adds"},
        {"drop", may, "list of dropped_here", "所去的部分 / parts that it leaves out"},
    }});
inline constexpr shape copied_standard{
    "copied_standard", "改自上层的标准 / a standard that changes an upper one",
    copy_keys};

inline constexpr choice_branch standard_branches[] = {{"copy", "copied_standard"}};
inline constexpr shape_choice any_standard{"any_standard", standard_branches, "standard"};

inline constexpr std::array<shape_key, 3> dropped_here_keys{{
    {"part", must, "word", "部分的路径 / path of the part"},
    {"note", may, "text", "理由 / why"},
    {"derogation", may, "derogation", "放宽的依据 / authority"},
}};
inline constexpr shape dropped_whole{"dropped_whole", "所去的部分 / a part left out",
                                     dropped_here_keys};
inline constexpr shape_choice dropped_here{"dropped_here", {}, "dropped_whole", "word"};

inline constexpr std::array<shape_key, 2> addition_keys{{
    {"to", must, "word", "加到何处；`.` 为标准本身 / where; `.` is the standard"},
    {"members", must, "some of member", "所增的成员 / what is added"},
}};
inline constexpr shape addition{"addition", "所增的部分 / what is added", addition_keys};

// Groups and parts

inline constexpr std::array<shape_key, 5> group_only_keys{{
    {"all", may, "some of member", "须全部达到 / all must be met"},
    {"any", may, "some of member", "达到其一 / one must be met"},
    {"none", may, "some of member", "一项也不得有 / none may be"},
    {"at_least", may, "count", "至少达到几项（见 of） / so many of `of`"},
    {"of", may, "some of member", "at_least 的成员 / the members of `at_least`"},
}};
inline constexpr std::array<std::string_view, 4> group_ways{"all", "any", "none",
                                                            "at_least"};
inline constexpr std::array<std::string_view, 2> counted{"at_least", "of"};
inline constexpr auto group_keys_of_item =
    join(own_id, own_title, clause_keys, group_only_keys, layer_keys);
inline constexpr shape group{"group",
                             "条目或组 / an item or a group",
                             group_keys_of_item,
                             {.exactly_one = group_ways, .together = counted}};
inline constexpr auto changed_group_keys =
    join(may_title, clause_keys, group_only_keys, layer_keys);
inline constexpr shape changed_group{"changed_group",
                                     "所改的组 / a group that is changed",
                                     changed_group_keys,
                                     {.together = counted}};

inline constexpr std::array<shape_key, 1> strength_keys{{
    {"strength", may, "one of mandatory conditional encouraged goal reference",
     "力度 / strength"},
}};
inline constexpr std::array<shape_key, 1> require_keys{{
    {"require", may, "condition", "要求 / what is required"},
}};
inline constexpr std::array<shape_key, 1> show_keys{{
    {"show", may, "list of word", "只显示的事实 / facts shown as evidence"},
}};
inline constexpr std::array<shape_key, 1> number_keys{{
    {"source_number", may, "literal", "条文中的数字 / the figure in the text"},
}};
inline constexpr std::array<shape_key, 1> exception_keys{{
    {"exceptions", may, "one of allowed", "可以有例外 / exceptions are allowed"},
}};
inline constexpr auto part_keys =
    join(own_id, own_title, clause_keys, strength_keys, require_keys, show_keys,
         number_keys, exception_keys, layer_keys);
inline constexpr std::array<std::string_view, 3> conditional_needs{"strength",
                                                                   "conditional", "when"};
inline constexpr shape part{
    "part", "一项要求 / a part", part_keys, {.word_needs = conditional_needs}};

inline constexpr auto fact_part_keys =
    join(std::array<shape_key, 1>{{{"fact", must, "word", "是非事实 / a boolean fact"}}},
         may_title, clause_keys, strength_keys, show_keys, exception_keys, layer_keys);
inline constexpr shape fact_part{"fact_part",
                                 "一个是非事实 / a part that is a boolean fact",
                                 fact_part_keys,
                                 {.word_needs = conditional_needs}};

inline constexpr auto changed_part_keys =
    join(may_title, clause_keys, strength_keys, require_keys, show_keys, number_keys,
         exception_keys, layer_keys);
inline constexpr shape changed_part{"changed_part", "所改的部分 / a part that is changed",
                                    changed_part_keys};

inline constexpr std::array<shape_key, 1> embedded_keys{{
    {"standard", must, "word", "另一标准 / the same unit judged by another standard"},
}};
inline constexpr shape embedded{"embedded", "另一标准 / another standard", embedded_keys};

inline constexpr choice_branch member_branches[] = {
    {"standard", "embedded"}, {"all", "group"},      {"any", "group"},
    {"none", "group"},        {"at_least", "group"}, {"fact", "fact_part"}};
inline constexpr shape_choice member{"member", member_branches, "part", "word"};

inline constexpr choice_branch change_branches[] = {{"all", "changed_group"},
                                                    {"any", "changed_group"},
                                                    {"none", "changed_group"},
                                                    {"at_least", "changed_group"}};
inline constexpr shape_choice change{"change", change_branches, "changed_part"};

}  // namespace norma::load_detail::shapes

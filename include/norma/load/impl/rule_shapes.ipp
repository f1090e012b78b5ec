// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/shape.ipp>

// The files of a pack: pack.yaml, facts.yaml, parameters.yaml, tables and what
// they share. Standards stand in standard_shapes.ipp.

namespace norma::load_detail::shapes {

using enum presence;

/// The first line of every file.
inline constexpr std::array<shape_key, 1> format_keys{{
    {"norma", must, "format", "格式版本 / version of the format"},
}};

inline constexpr std::array<shape_key, 2> text_keys{{
    {"zh", may, "word", "中文 / in Chinese"},
    {"en", may, "word", "英文 / in English"},
}};
inline constexpr std::array<std::string_view, 2> languages{"zh", "en"};
inline constexpr shape words{"text",
                             "两种语言的文字 / a text in both languages",
                             text_keys,
                             {.at_least_one = languages}};
/// A text, or a word that stands for its Chinese.
inline constexpr shape_choice label{"label", {}, "text", "word"};

inline constexpr std::array<shape_key, 2> citation_keys{{
    {"document", must, "word", "文件的标识 / id of the document"},
    {"clause", must, "word", "条款编号 / number of the clause"},
}};
inline constexpr shape cited{"citation", "条款出处 / where it stands in the document",
                             citation_keys};

inline constexpr std::array<shape_key, 2> days_keys{{
    {"from", may, "day", "首日 / first day"},
    {"to", may, "day", "末日 / last day"},
}};
inline constexpr shape days{"days", "施行期间 / the days of its force", days_keys};

// pack.yaml

inline constexpr auto pack_keys =
    join(format_keys,
         std::array<shape_key, 7>{{
             {"pack", must, "word", "规则包的标识 / id of the pack"},
             {"version", must, "word", "版本，如 2023.1.0 / version: 2023.1.0"},
             {"title", must, "text", "标题 / title"},
             {"extends", may, "base", "上层规则包 / the upper pack"},
             {"uses", may, "list of base", "引用的规则包 / packs whose words it uses"},
             {"documents", may, "map of document", "文件 / documents by id"},
             {"decisions", may, "map of text", "解释与选择 / readings by id"},
         }});
inline constexpr shape pack{"pack", "规则包 / a pack of rules", pack_keys};

inline constexpr std::array<shape_key, 2> base_keys{{
    {"pack", must, "word", "标识 / id"},
    {"version", must, "word", "版本或其前几位 / version or its first numbers"},
}};
inline constexpr shape base{"base", "所依据的规则包 / a pack it builds on", base_keys};

inline constexpr std::array<shape_key, 4> document_keys{{
    {"number", may, "word", "文号 / number"},
    {"title", must, "text", "标题 / title"},
    {"date", may, "day", "发文日期 / day of issue"},
    {"in_force", may, "days", "施行期间 / when it is in force"},
}};
inline constexpr shape document{"document", "文件 / a document", document_keys};

// facts.yaml

inline constexpr auto facts_keys =
    join(format_keys,
         std::array<shape_key, 6>{{
             {"units", may, "map of unit_kind", "评价对象的种类 / kinds of units"},
             {"measures", may, "map of measure", "计量单位 / units of measure"},
             {"categories", may, "map of category", "类别 / categories"},
             {"records", may, "map of record", "列表元素 / elements of lists"},
             {"facts", may, "map of fact", "事实 / facts"},
             {"derived", may, "map of derived_fact",
              "推算事实，由其他事实得出 / derived facts"},
         }});
inline constexpr shape facts{"facts", "事实词典 / the dictionary of facts", facts_keys};

inline constexpr std::array<shape_key, 2> unit_kind_keys{{
    {"label", must, "text", "名称 / label"},
    {"kinds", may, "list of word or map of label",
     "其下的种类，可附名称 / its kinds, with or without labels"},
}};
inline constexpr shape unit_kind{"unit_kind", "一类评价对象 / a kind of unit",
                                 unit_kind_keys};

inline constexpr std::array<shape_key, 4> measure_keys{{
    {"label", must, "text", "名称 / label"},
    {"scale", may, "count", "金额的小数位数 / decimals of amounts"},
    {"leads", may, "flag", "英文写在数字前 / in English before the number"},
    {"one", may, "word", "恰为一个时的英文 / the English word for one"},
}};
inline constexpr shape measure{"measure", "计量单位 / a unit of measure", measure_keys};

inline constexpr std::array<shape_key, 3> category_keys{{
    {"label", may, "text", "名称 / label"},
    {"ordered", may, "flag", "按先后比较 / its values compare by their order"},
    {"values", must, "map of label", "取值及名称 / values and labels"},
}};
inline constexpr shape category{"category", "类别 / a category", category_keys};

inline constexpr std::array<shape_key, 2> record_keys{{
    {"label", may, "text", "名称 / label"},
    {"fields", must, "map of field", "字段 / fields"},
}};
inline constexpr shape record{"record", "列表元素的字段 / what an element of a list has",
                              record_keys};

inline constexpr std::array<shape_key, 7> field_keys{{
    {"label", must, "text", "名称 / label"},
    {"alias", may, "word", "别名 / one more name"},
    {"type", must, "type", "类型 / type"},
    {"unit", may, "word", "计量单位 / unit of measure"},
    {"scale", may, "count", "小数位数 / decimals"},
    {"range", may, "test", "取值范围，如 \"[0..200]\" / range: \"[0..200]\""},
    {"optional", may, "flag", "可以没有 / may be known to be absent"},
}};
inline constexpr shape field{"field", "字段 / a field", field_keys};

/// What facts and derived facts have beyond fields of records.
inline constexpr std::array<shape_key, 6> fact_only_keys{{
    {"of", must, "list of word", "适用的对象种类 / the kinds of units that have it"},
    {"checks", may, "list of condition", "必须成立的条件 / conditions that must hold"},
    {"sources", may, "list of word", "材料来源 / where it comes from"},
    {"note", may, "text", "条文未列时的说明 / why it is there where no clause names it"},
    {"valid_for", may, "word",
     "证据有效期或参数 / how long evidence holds, or a parameter"},
    {"changeable", may, "one of no up down either",
     "对象能改变的方向 / which way the unit can change it"},
}};
inline constexpr auto fact_keys =
    join(field_keys, fact_only_keys,
         std::array<shape_key, 2>{{
             {"complete", may, "word",
              "给出列表全长的事实 / the fact that says how long the list is"},
             {"dated_by", may, "word",
              "以其日期为证据日期的事实 / the date that is the day of its evidence"},
         }});
inline constexpr shape fact{"fact", "事实 / a fact", fact_keys};

inline constexpr auto derived_fact_keys =
    join(field_keys, fact_only_keys,
         std::array<shape_key, 3>{{
             {"value", may, "condition", "算式 / expression"},
             {"table", may, "word", "决策表 / decision table"},
             {"if_supplied", may, "one of wins must_agree",
              "另有填报时 / what happens if it is supplied as well"},
         }});
inline constexpr std::array<std::string_view, 2> derived_ways{"value", "table"};
inline constexpr shape derived_fact{"derived_fact",
                                    "推算事实 / a derived fact",
                                    derived_fact_keys,
                                    {.exactly_one = derived_ways}};

// parameters.yaml

inline constexpr auto parameters_keys =
    join(format_keys,
         std::array<shape_key, 1>{{
             {"parameters", must, "map of parameter_entry", "参数 / parameters by name"},
         }});
inline constexpr shape parameters{"parameters", "参数 / parameters", parameters_keys};

inline constexpr std::array<shape_key, 6> parameter_keys{{
    {"label", must, "text", "名称 / label"},
    {"type", must, "type", "类型 / type"},
    {"unit", may, "word", "计量单位 / unit of measure"},
    {"scale", may, "count", "小数位数 / decimals"},
    {"decision", may, "word", "依据的解释 / the reading it rests on"},
    {"values", must, "some of dated_value", "各日起的值 / values by day"},
}};
inline constexpr shape parameter{"parameter", "参数 / a parameter", parameter_keys};

inline constexpr std::array<shape_key, 4> override_keys{{
    {"overrides", must, "word", "所改的上层参数 / the upper parameter: \"cn:name\""},
    {"label", may, "text", "名称 / label"},
    {"decision", may, "word", "依据的解释 / the reading it rests on"},
    {"values", must, "some of dated_value", "各日起的值 / values by day"},
}};
inline constexpr shape override_of{
    "override", "改上层的参数 / overrides an upper parameter", override_keys};

inline constexpr choice_branch parameter_branches[] = {{"overrides", "override"}};
inline constexpr shape_choice parameter_entry{"parameter_entry", parameter_branches,
                                              "parameter"};

inline constexpr std::array<shape_key, 4> dated_value_keys{{
    {"from", must, "day", "起用之日 / first day"},
    {"value", must, "literal", "值 / value"},
    {"cite", may, "citation", "出处 / citation"},
    {"own_choice", may, "flag", "规则包自己的选择 / the pack's own choice"},
}};
inline constexpr std::array<std::string_view, 2> value_reasons{"cite", "own_choice"};
inline constexpr shape dated_value{"dated_value",
                                   "自某日起的值 / a value from a day on",
                                   dated_value_keys,
                                   {.at_least_one = value_reasons}};

// Tables

inline constexpr auto table_keys =
    join(format_keys,
         std::array<shape_key, 9>{{
             {"table", must, "word", "决策表的标识 / id of the table"},
             {"title", must, "text", "标题 / title"},
             {"cite", must, "citation", "出处 / citation"},
             {"inputs", must, "map of word", "列及其事实 / columns and their facts"},
             {"gives", must, "type", "结果的类型 / type of the result"},
             {"unit", may, "word", "计量单位 / unit of measure"},
             {"scale", may, "count", "小数位数 / decimals"},
             {"hit", must, "one of first unique",
              "取首行，或只应一行 / the first row, or the only one"},
             {"rows", must, "some of row or row_file",
              "各行，或 {file: x.csv} / rows, or {file: x.csv}"},
         }});
inline constexpr shape table{"table", "决策表 / a decision table", table_keys};

inline constexpr std::array<shape_key, 1> row_file_keys{{
    {"file", must, "word", "CSV 文件 / CSV file beside it"},
}};
inline constexpr shape row_file{
    "row_file", "各行所在的 CSV 文件 / the CSV file of the rows", row_file_keys};

}  // namespace norma::load_detail::shapes

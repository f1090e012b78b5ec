// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/rule_shapes.ipp>

// Units with their facts, and tests of rules.

namespace norma::load_detail::shapes {

inline constexpr std::array<shape_key, 4> evidence_keys{{
    {"by", may, "word or blank", "提供者 / who says so"},
    {"date", may, "day or blank", "证据日期 / day of the evidence"},
    {"document", may, "word or blank", "材料 / document"},
    {"recorded", may, "day or blank", "登记日期 / day it was recorded"},
}};
inline constexpr shape proof{"evidence", "证据 / evidence", evidence_keys};

inline constexpr auto exception_keys_of_unit =
    join(std::array<shape_key, 2>{{
             {"part", must, "word", "部分的路径 / path of the part"},
             {"reason", must, "word", "理由 / why"},
         }},
         evidence_keys);
inline constexpr shape exception{"exception", "登记的例外 / an exception on record",
                                 exception_keys_of_unit};

/// What units and units in a list have.
inline constexpr std::array<shape_key, 5> any_unit_keys{{
    {"id", may, "word or blank", "标识 / id"},
    {"name", may, "word or blank", "名称 / name"},
    {"kind", may, "word or blank", "其下的种类，如 park / its kind: park"},
    {"evidence", may, "evidence or blank", "各事实的证据 / evidence of every fact"},
    {"exceptions", may, "list of exception or blank",
     "登记的例外 / exceptions on record"},
}};
inline constexpr std::array<shape_key, 1> unit_facts_keys{{
    {"facts", may, "map of supplied or blank",
     "事实；留空即未知 / facts; blank is unknown"},
}};
inline constexpr auto unit_keys =
    join(format_keys,
         std::array<shape_key, 2>{{
             {"unit", must, "word", "评价对象的种类 / kind of unit"},
             {"pack", may, "word or blank", "规则包 / pack"},
         }},
         any_unit_keys, unit_facts_keys);
inline constexpr shape unit{"unit", "评价对象及其事实 / a unit with its facts",
                            unit_keys};

inline constexpr auto listed_unit_keys = join(any_unit_keys, unit_facts_keys);
inline constexpr shape listed_unit{"listed_unit", "名册中的对象 / a unit in a list",
                                   listed_unit_keys};

// A fact

inline constexpr std::array<std::string_view, 5> statement_words{
    "value", "none", "pending", "opinions", "file"};
inline constexpr auto statement_keys =
    join(std::array<shape_key, 5>{{
             {"value", may, "any", "值 / value"},
             {"none", may, "word or blank", "确定没有 / known to be absent: why"},
             {"pending", may, "word or blank", "待决 / waits for a decision: which"},
             {"opinions", may, "opinions", "三方意见 / opinions of the three parties"},
             {"file", may, "word", "名册的 CSV 文件 / the CSV file of a list of units"},
         }},
         evidence_keys);
inline constexpr shape statement{"statement",
                                 "关于一个事实的说明 / what is said of a fact",
                                 statement_keys,
                                 {.at_least_one = statement_words}};

inline constexpr std::array<shape_key, 1> versions_keys{{
    {"versions", must, "list of statement", "先后的说明，各有日期 / statements by date"},
}};
inline constexpr shape versions{"versions", "先后的说明 / statements by date",
                                versions_keys};

inline constexpr std::array<shape_key, 3> opinion_keys{{
    {"government", may, "any", "政府 / government"},
    {"union", may, "any", "工会 / union"},
    {"employers", may, "any", "企业组织 / employers"},
}};
inline constexpr shape opinions{"opinions", "三方意见 / opinions of the three parties",
                                opinion_keys};

inline constexpr std::array<shape_key, 2> period_keys{{
    {"from", may, "any", "首日 / first day"},
    {"to", may, "any", "末日 / last day"},
}};
inline constexpr shape period{"period", "期间 / a period", period_keys};

inline constexpr choice_branch supplied_branches[] = {
    {"versions", "versions"}, {"from", "period"}, {"to", "period"}};
inline constexpr shape_choice supplied{"supplied", supplied_branches, "statement",
                                       "literal or list of any or blank"};

// Tests

inline constexpr auto tests_keys = join(
    format_keys,
    std::array<shape_key, 5>{{
        {"tests", must, "word", "所测的标准或决策表 / the standard or table tested"},
        {"given", may, "word", "对象的文件 / file of a unit"},
        {"as_of", may, "day", "评价日 / day of the judgement"},
        {"known_as_of", may, "day", "截至何日登记的事实 / facts recorded up to this day"},
        {"cases", must, "list of case", "用例 / cases"},
    }});
inline constexpr shape tests{"tests", "规则的测试 / tests of rules", tests_keys};

inline constexpr std::array<shape_key, 14> case_keys{{
    {"name", must, "word", "名称 / name"},
    {"given", may, "word", "对象的文件 / file of a unit"},
    {"as_of", may, "day", "评价日 / day of the judgement"},
    {"known_as_of", may, "day", "截至何日登记的事实 / facts recorded up to this day"},
    {"change", may, "map of supplied or blank", "改动的事实 / facts that differ"},
    {"missing", may, "word or list of word", "未知的事实 / facts that are unknown"},
    {"exceptions", may, "list of exception", "登记的例外 / exceptions on record"},
    {"expect", may, "verdicts", "各路径的结论 / verdicts by path"},
    {"reason", may,
     "map of one of not_in_force guard_false zero_of_zero shown_only no_deciding_member "
     "exception "
     "conditional_unmet above",
     "各路径的理由 / reasons by path"},
    {"distance", may, "map of literal", "各路径的差距 / distances by path"},
    {"causes", may, "map of causes", "未知的原因 / facts that leave a path open"},
    {"remedy", may, "map of literal", "补救办法 / the remedy: facts and their values"},
    {"score", may, "map of literal", "计分办法的得分 / points under a scheme"},
    {"tier", may, "word", "计分办法的等次 / the tier of a scheme"},
}};
inline constexpr std::array<std::string_view, 7> expectations{
    "expect", "reason", "distance", "causes", "remedy", "score", "tier"};
/// Those that a case of a standard, a scheme or a table can have.
inline constexpr std::array<std::string_view, 5> expected_of_standard{
    "expect", "reason", "distance", "causes", "remedy"};
inline constexpr std::array<std::string_view, 6> expected_of_scheme{
    "expect", "reason", "distance", "causes", "score", "tier"};
inline constexpr std::array<std::string_view, 1> expected_of_table{"expect"};
inline constexpr shape test_case{
    "case", "用例 / a case", case_keys, {.at_least_one = expectations}};
inline constexpr shape_choice causes{"causes", {}, "", "word or list of word"};

// Any file, told by its keys: one schema for a whole folder.

inline constexpr choice_branch file_branches[] = {
    {"standard", "any_standard"}, {"scheme", "scheme"},         {"table", "table"},
    {"tests", "tests"},           {"parameters", "parameters"}, {"version", "pack"},
    {"documents", "pack"},        {"decisions", "pack"},        {"unit", "unit"}};
inline constexpr shape_choice any_file{"any_file", file_branches, "facts"};

/// Of a key that files of rules alone have, the code of the words for what it is in; ""
/// of any other.
[[nodiscard]] constexpr std::string_view document_told_by(std::string_view key) {
  constexpr std::array<std::array<std::string_view, 2>, 12> kinds{{
      {"standard", "R0190"},
      {"table", "R0191"},
      {"scheme", "R0192"},
      {"tests", "R0193"},
      {"parameters", "R0194"},
      {"units", "R0195"},
      {"categories", "R0195"},
      {"records", "R0195"},
      {"derived", "R0195"},
      {"version", "R0196"},
      {"documents", "R0196"},
      {"decisions", "R0196"},
  }};
  for (const auto& [word, kind] : kinds) {
    if (key == word) return kind;
  }
  return {};
}

}  // namespace norma::load_detail::shapes

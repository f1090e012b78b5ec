// SPDX-License-Identifier: Apache-2.0
#include <norma/assess/assess.hpp>
#include <norma/assess/wording.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/standard.hpp>
#include <norma/rule/unit.hpp>

#include <string>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Causes in words: facts by their labels, values as people write them.

namespace norma_test::cause_words_test {

namespace {

norma::standard judged_by(const std::string& condition) {
  return sample_pack{}
      .count("valid", {.optional = true})
      .count("satisfied")
      .boolean("sound")
      .category("size", {"small", "large"})
      .period_fact("term")
      .count("computed", {.supplied = if_supplied::must_agree, .value = "valid + 1"})
      .plain_number("share", {.value = "satisfied / valid"})
      .standard({part("p", condition)});
}

/// The causes of the only part, in words.
std::string causes(const std::string& condition, const unit& u,
                   language lang = language::en) {
  const auto by = judged_by(condition);
  const auto r = assess(by, u, {.as_of = today});
  std::string out;
  for (const auto& c : at(r, "p").causes) {
    const auto label = [&](const std::string& fact) {
      const auto found = r.labels.find(fact);
      return found == r.labels.end() ? fact : found->second.in(lang);
    };
    out += (out.empty() ? "" : "; ") + cause_message(c, label, lang);
    CHECK(describe(c, by.content(), by.words()).in(lang) ==
          cause_message(c, label, lang));
  }
  return out;
}

unit counted(int satisfied, int valid) {
  return enterprise({{"satisfied", satisfied}, {"valid", valid}});
}

}  // namespace

TEST_CASE("a unit that a standard is not for is told by what is other about it") {
  norma::standard_definition by;
  by.unit = "area";
  by.area_kind = "park";
  const auto told = [&](const char* kind, const char* area_kind) {
    norma::unit given;
    given.kind = kind;
    given.area_kind = area_kind;
    const auto wrong = norma::unit_mismatch(by, "s", given);
    return wrong ? wrong->arguments[1] + '/' + wrong->arguments[2] : std::string("none");
  };
  CHECK(told("area", "park") == "none");
  CHECK(told("area", "township") == "park/township");
  CHECK(told("site", "") == "park/site");
  CHECK(told("site", "park") == "park/site");  // said by a program
}

TEST_CASE("section 4: a survey without answers is said to have none") {
  CHECK(causes("satisfied / valid >= 90%", counted(0, 0)) ==
        "no the valid: 0 of 0 [N0701]");
  CHECK(causes("satisfied / valid >= 90%", counted(0, 0), language::zh) ==
        "“valid数”为 0，无从计算比例：0 / 0 [N0701]");
  CHECK(causes("satisfied / valid >= 90%", counted(3, 0)) ==
        "no the valid: 3 of 0 [N0701]");
  CHECK(causes("satisfied / valid >= 90%", counted(0, 1)).empty());
  CHECK(causes("satisfied / valid >= 90%", enterprise({{"valid", 0}})) ==
        "“the satisfied” is not supplied; no the valid: ? of 0 [N0701]");
  // Through a computed fact as well; what is no fact has no name.
  CHECK(causes("share >= 90%", counted(0, 0)) == "no the valid: 0 of 0 [N0701]");
  CHECK(causes("satisfied / (valid - 1) >= 90%", counted(0, 1)) ==
        "data error: division by zero [N0701]");
}

TEST_CASE("section 7: what the parties say stands in words of either language") {
  supplied_value open;
  open.state = supply::disagreement;
  open.note = "government: true; union: false";
  open.opinions = {
      {"government", {true}}, {"union", {false}}, {"employers", {true, false}}};
  auto u = enterprise();
  u.facts["sound"].statements = {open};
  CHECK(causes("sound", u) ==
        "the parties have not decided jointly on “the sound”: "
        "government: yes; trade union: no; employers: yes, no");
  CHECK(causes("sound", u, language::zh) ==
        "“sound数”各方意见未形成共同决定：政府：是；工会：否；企业方：是、否");
  open.opinions.clear();
  u.facts["sound"].statements = {open};
  CHECK(causes("sound", u) ==
        "the parties have not decided jointly on “the sound”: "
        "government: true; union: false");
}

TEST_CASE("section 7: a data error names its facts by their labels, each once") {
  auto u = counted(-1, 4);
  CHECK(causes("satisfied >= 1", u) ==
        "data error: “the satisfied” is -1, outside its range >= 0 [N0742]");
  u.set("computed", 6);
  CHECK(causes("valid >= 1", u) ==
        "“the valid” is in error: “the computed” was supplied as 6 persons, but follows "
        "from "
        "other facts as 5 persons [N0747]");
  CHECK(causes("computed >= 1", u, language::zh) ==
        "数据有误：“computed数”提供的值为 6 人，推算值为 5 人，二者不一致 [N0747]");
}

TEST_CASE("section 7: a period of which neither day is known is an unknown period") {
  const auto by = judged_by("sound");
  const auto& term = *by.words().fact(*by.words().find_fact("term"));
  const auto unknown = value::unknown();
  const auto shown = [&](const value& v, language lang) {
    return wording(by.content(), by.words(), lang).of(v, term);
  };
  CHECK(shown(between(unknown, unknown), language::en) == "unknown period");
  CHECK(shown(between(unknown, unknown), language::zh) == "期间未知");
  CHECK(shown(between(unknown, day("2024-01-01")), language::en) ==
        "unknown to 2024-01-01");
  CHECK(shown(between(day("2024-01-01"), unknown), language::zh) == "2024-01-01 至 未知");
}

TEST_CASE("section 7: an end of a period is named as what it is") {
  const auto by = judged_by("sound");
  const wording zh(by.content(), by.words(), language::zh);
  const wording en(by.content(), by.words(), language::en);
  CHECK(zh.label("term.to") == "term数：终止日");
  CHECK(en.label("term.from") == "the term: first day");
}

}  // namespace norma_test::cause_words_test

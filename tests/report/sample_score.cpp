// SPDX-License-Identifier: Apache-2.0
// Reports of scoring schemes made by hand.
#include <memory>
#include <string>
#include <utility>

#include <norma/assess/score.hpp>

#include "sample.hpp"

namespace norma_test {

namespace {

using norma::block_score;
using norma::cause;
using norma::cause_kind;
using norma::number;
using norma::part_score;
using norma::score_range;
using norma::text;
using norma::verdict;

part_score part(std::string path, text title, std::string clause, verdict is,
                std::string_view points, score_range earned, text why = {}) {
  part_score out;
  out.path = std::move(path);
  out.title = std::move(title);
  out.cite = {"zj-2023-17", "附件1" + clause};
  out.verdict = is;
  out.points = exact(points);
  out.earned = std::move(earned);
  out.why = std::move(why);
  return out;
}

score_range all_of(std::string_view points) { return {exact(points), exact(points)}; }

block_score basic() {
  block_score out;
  out.id = "basic";
  out.title = {"基本分", "Basic"};
  out.points = exact("45");
  out.earned = all_of("44.5");
  out.floor = exact("42");
  out.reached = verdict::pass;
  out.parts = {part("basic/contracts", {"劳动合同签订率", "Labour contracts signed"},
                    "三", verdict::fail, "15", all_of("14.5"),
                    {"100 % − 396 人 / 400 人 = 1.00 %，扣 1 × 0.5 分",
                     "100 % − 396 persons / 400 persons = 1.00 %: 1 × 0.5 points lost"}),
               part("basic/dispatch", {"劳务派遣", "Dispatched workers"}, "三",
                    verdict::not_applicable, "30", all_of("30"),
                    {"不适用，按满分计", "does not apply: counts in full"})};
  return out;
}

block_score institutions() {
  block_score out;
  out.id = "institutional";
  out.title = {"制度分", "Institutions"};
  out.points = exact("25");
  out.earned = {exact("10"), exact("25")};
  auto culture =
      part("institutional/culture", {"企业文化", "Corporate culture"}, "四",
           verdict::undetermined, "15", {number{0}, exact("15")},
           {"尚不能判定，得分在 0 至 15 之间", "undetermined: between 0 and 15 points"});
  culture.causes = {{cause_kind::missing, "culture_quality", {}, {}, {}}};
  out.parts = {std::move(culture),
               part("institutional/congress", {"职代会", "Workers' congress"}, "四",
                    verdict::pass, "10", all_of("10"))};
  return out;
}

block_score left_out() {
  block_score out;
  out.id = "creative";
  out.title = {"创新分", "Initiatives"};
  out.points = exact("30");
  out.left_out = true;
  out.parts = {part("creative/innovation", {"创新做法", "Own initiatives"}, "五",
                    verdict::not_applicable, "30", all_of("0"),
                    {"不适用，不计入", "does not apply: left out"})};
  out.parts[0].left_out = true;
  return out;
}

block_score extra(std::string id, text title, std::string_view most,
                  std::string_view earned, std::vector<part_score> parts) {
  block_score out;
  out.id = std::move(id);
  out.title = std::move(title);
  out.points = exact(most);
  out.earned = all_of(earned);
  out.parts = std::move(parts);
  return out;
}

}  // namespace

norma::report scored_report() {
  auto r = passing_report();
  r.verdict = verdict::undetermined;
  r.standard_id = "score";
  r.standard_title = {"百分制评分", "Score of a hundred"};
  r.standard_cite = {"zj-2023-17", "附件1"};
  r.tree.title = r.standard_title;
  r.tree.cite = r.standard_cite;
  r.tree.verdict = verdict::undetermined;
  r.decided = 5;
  r.applicable = 6;
  norma::scheme_score s;
  s.points = exact("100");
  s.total = {exact("79.85"), exact("100.85")};
  s.blocks = {basic(), institutions(), left_out()};
  s.bonus = extra(
      "bonus", {"加分", "bonus"}, "4", "2",
      {part("bonus/national", {"国家级荣誉", "national honour"}, "六", verdict::fail, "3",
            all_of("0"), {"要求未达到", "the requirement is not met"}),
       part("bonus/provincial", {"省级荣誉", "provincial honour"}, "六", verdict::pass,
            "2", all_of("2"))});
  s.deductions =
      extra("deductions", {"减分", "deductions"}, "4", "1",
            {part("deductions/late", {"迟报", "papers late"}, "七", verdict::fail, "1",
                  all_of("1"), {"发生所列情形", "what is listed has happened"}),
             part("deductions/petitions", {"信访", "petitions"}, "七", verdict::pass, "4",
                  all_of("0"))});
  s.passed = verdict::undetermined;
  const text total{"总分", "total"};
  s.pass_needs = {{"total", total, exact("10.15")}};
  s.tiers = {{"AA", {"二星", "two stars"}, verdict::undetermined},
             {"A", {"一星", "one star"}, verdict::undetermined}};
  s.next_tier = "A";
  s.next_needs = {{"total", total, exact("10.15")},
                  {"basic", {"基本分", "Basic"}, number::ratio(1, 3).value()}};
  r.tree.causes = s.blocks[1].parts[0].causes;
  r.score = std::make_shared<const norma::scheme_score>(std::move(s));
  r.labels = {{"culture_quality", {"企业文化等级", "grade of culture"}}};
  return r;
}

norma::report short_of_points_report() {
  auto r = scored_report();
  r.verdict = r.tree.verdict = verdict::fail;
  r.remedies_are = norma::remedy_state::not_asked;
  r.tree.causes.clear();
  auto s = *r.score;
  s.total = all_of("76.5");
  s.blocks[0].earned = all_of("41.5");
  s.blocks[0].parts[0].earned = all_of("11.5");
  s.blocks[0].reached = verdict::fail;
  auto& culture = s.blocks[1].parts[0];
  culture.verdict = verdict::fail;
  culture.earned = all_of("9");
  culture.causes.clear();
  culture.why = {"等级：一般", "grade: fair"};
  s.blocks[1].earned = all_of("19");
  s.passed = verdict::fail;
  s.pass_needs[0].by = exact("13.5");
  s.tiers[0].reached = s.tiers[1].reached = verdict::fail;
  s.next_needs = {{"total", {"总分", "total"}, exact("13.5")}};
  r.score = std::make_shared<const norma::scheme_score>(std::move(s));
  r.decided = r.applicable;
  return r;
}

norma::report hostile_score(const std::string& words) {
  auto r = scored_report();
  r.unit_name = words;
  r.unit_id = words;
  auto s = *r.score;
  auto& parts = s.blocks[1].parts;
  parts[0].causes[0].kind = cause_kind::pending;
  parts[0].causes[0].detail = words;
  parts[1].why = {words, words};
  r.score = std::make_shared<const norma::scheme_score>(std::move(s));
  return r;
}

}  // namespace norma_test

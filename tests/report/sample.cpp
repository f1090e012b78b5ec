// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <string>
#include <utility>
#include <vector>

namespace norma_test {

namespace {

using norma::cause;
using norma::cause_kind;
using norma::combine;
using norma::fact_shown;
using norma::node_role;
using norma::number;
using norma::report_node;
using norma::strength;
using norma::text;
using norma::value;
using norma::verdict;

norma::date on_day(std::string_view text) { return norma::date::parse(text).value(); }
report_node group(node_role role, std::string path, text title, std::string clause,
                  verdict is, std::vector<report_node> members) {
  report_node out;
  out.role = role;
  out.id = path.substr(path.rfind('/') + 1);
  out.path = std::move(path);
  out.title = std::move(title);
  out.cite = {"zj-2023-17", "三（一）1" + clause};
  out.verdict = is;
  out.members = std::move(members);
  return out;
}

report_node part(std::string path, text title, std::string clause, verdict is) {
  auto out = group(node_role::part, std::move(path), std::move(title), std::move(clause),
                   is, {});
  return out;
}

norma::evidence office() {
  return {"县三方会议办公室", "", on_day("2024-03-15"), on_day("2024-03-18")};
}

fact_shown fact(std::string name, text label, value v, std::string unit, text shown,
                int scale = 0) {
  return {std::move(name), std::move(label), std::move(v), std::move(unit),
          scale,           std::move(shown), office()};
}

fact_shown yes_fact(std::string name, text label, bool yes = true) {
  return fact(std::move(name), std::move(label), value{yes}, "",
              yes ? text{"是", "yes"} : text{"否", "no"});
}

report_node bare(const std::string& item, const std::string& name, const text& label,
                 const std::string& clause, bool yes = true) {
  auto out = part(item + '/' + name, label, clause, yes ? verdict::pass : verdict::fail);
  out.facts.push_back(yes_fact(name, label, yes));
  return out;
}

report_node contracts() {
  auto out = part("employment/contracts", {"劳动合同签订率", "Labour contracts signed"},
                  "⑥", verdict::fail);
  out.condition = norma::condition_shown{
      "rate(contract_signed_count, contract_due_count) >= 100%",
      {"已签劳动合同人数 986 人 / 应签劳动合同人数 1000 人 = 98.60 %，要求 ≥ 100 %",
       "contracts signed 986 persons / contracts due 1,000 persons = 98.60 %, required ≥ "
       "100 %"}};
  out.facts = {fact("contract_signed_count", {"已签劳动合同人数", "contracts signed"},
                    986, "persons", {"986 人", "986 persons"}),
               fact("contract_due_count", {"应签劳动合同人数", "contracts due"}, 1000,
                    "persons", {"1000 人", "1,000 persons"})};
  out.facts[0].from = {"劳动用工备案平台", "", on_day("2024-02-29"),
                       on_day("2024-03-05")};
  out.distance = norma::distance{"contract_signed_count",
                                 {"已签劳动合同人数", "contracts signed"},
                                 -14,
                                 "persons",
                                 {"14 人", "14 persons"}};
  out.decisions = {
      {"D-02", {"达到100%即两数相等，写成比率", "100% means that two counts are equal"}},
      {"D-03",
       {"分母依法为零的，该要求不适用",
        "where nothing was due the part does not apply"}}};
  return out;
}

report_node frontline_share() {
  auto out = part("training/frontline_share",
                  {"一线职工经费占比", "Front-line share of the training fund"}, "⑦",
                  verdict::fail);
  out.when = norma::condition_shown{"training_fund_provided_amount > 0",
                                    {"实际提取教育经费 1000000.00 元，要求 > 0 元",
                                     "fund provided CNY 1,000,000.00, required > CNY 0"}};
  out.condition = norma::condition_shown{
      "rate(training_fund_frontline_amount, training_fund_provided_amount) >= 60%",
      {"用于一线职工的教育经费 599999.99 元 / 实际提取教育经费 1000000.00 元 = 59.99 "
       "%，要求 ≥ "
       "60 %",
       "front-line training fund CNY 599,999.99 / fund provided CNY 1,000,000.00 = 59.99 "
       "%, required ≥ 60 %"}};
  out.facts = {
      fact("training_fund_frontline_amount",
           {"用于一线职工的教育经费", "front-line training fund"}, exact("599999.99"),
           "CNY", {"599999.99 元", "CNY 599,999.99"}, 2),
      fact("training_fund_provided_amount", {"实际提取教育经费", "fund provided"},
           1000000, "CNY", {"1000000.00 元", "CNY 1,000,000.00"}, 2)};
  out.facts[0].from = {"企业财务", "2023年度审计报告", on_day("2024-01-31"),
                       on_day("2024-02-05")};
  out.distance = norma::distance{"training_fund_frontline_amount",
                                 {"用于一线职工的教育经费", "front-line training fund"},
                                 exact("-0.01"),
                                 "CNY",
                                 {"0.01 元", "CNY 0.01"}};
  return out;
}

report_node coordinators() {
  auto out =
      part("mediation/coordinators", {"劳动关系协调员", "Labour-relations coordinators"},
           "④", verdict::undetermined);
  out.condition = norma::condition_shown{"coordinator_count >= 2",
                                         {"劳动关系协调员人数 未知，要求 ≥ 2 人",
                                          "coordinators unknown, required ≥ 2 persons"}};
  const cause missing{cause_kind::missing, "coordinator_count", {}, {}, {}};
  out.facts = {fact("coordinator_count", {"劳动关系协调员人数", "coordinators"},
                    value::unknown(norma::one_cause(missing)), "persons",
                    {"未知", "unknown"})};
  out.facts[0].from = {};
  out.causes = {missing};
  out.decisions = {{"D-01", {"“以上”含本数", "or more includes the number itself"}}};
  return out;
}

report_node matters() {
  auto out =
      part("democracy/matters",
           {"制度和重大事项经职代会通过", "Rules and matters passed by the congress"},
           "③", verdict::not_applicable);
  out.reason = norma::reason{
      "zero_of_zero",
      {"没有应计的对象（分母为 0）", "nothing to count (the divisor is 0)"}};
  out.condition = norma::condition_shown{
      "rate(matters_passed_by_congress_count, matters_due_for_congress_count) >= 100%",
      {"已通过事项数 0 项 / 应通过事项数 0 项，要求 ≥ 100 %",
       "matters passed 0 / matters due 0, required ≥ 100 %"}};
  return out;
}

report_node inside() {
  auto out = part("mediation/inside", {"争议化解在企业内", "Disputes kept inside"}, "④",
                  verdict::not_applicable);
  out.strength = strength::goal;
  out.reason = norma::reason{"shown_only", {"仅列示，不参与判定", "shown only"}};
  out.facts = {fact("disputes_left_enterprise_count", {"出企争议件数", "disputes left"},
                    2, "cases", {"2 件", "2 cases"})};
  return out;
}

norma::report head_of(verdict is) {
  norma::report r;
  r.engine_version = "1.0.0";
  r.pack = {"cn-zj", "2023.1.0", "sha256:" + std::string(64, 'a')};
  r.uses = {{"cn-size", "2017.1", "sha256:" + std::string(64, 'b')}};
  r.standard_id = "enterprise.large_medium";
  r.standard_title = {"大中型企业创建标准", "Large and medium enterprises"};
  r.standard_cite = {"zj-2023-17", "三（一）1"};
  norma::document issued;
  issued.id = "zj-2023-17";
  issued.number = "浙人社发〔2023〕17号";
  issued.title = {"高质量推进和谐劳动关系创建活动实施方案",
                  "Implementation plan for harmonious labour relations"};
  issued.day = on_day("2023-05-06");
  issued.in_force.from = on_day("2023-06-30");
  r.documents = {issued};
  r.unit_kind = "enterprise";
  r.unit_id = "9133-0000-0001";
  r.unit_name = "甬江泵业";
  r.unit_label = {"企业", "enterprise"};
  r.on = {on_day("2024-03-31"), {}};
  r.verdict = is;
  r.facts_digest = "sha256:" + std::string(64, 'c');
  return r;
}

report_node root(verdict is, std::vector<report_node> items) {
  auto out = group(node_role::standard, ".",
                   {"大中型企业创建标准", "Large and medium enterprises"}, "", is,
                   std::move(items));
  out.id = "enterprise.large_medium";
  return out;
}

report_node party() {
  const std::string clause = "①";
  return group(node_role::item, "party", {"党建与诚信", "Party and integrity"}, clause,
               verdict::pass,
               {bare("party", "party_org_sound",
                     {"党组织健全", "party organisation sound"}, clause),
                bare("party", "law_abiding_honest",
                     {"守法诚信", "law-abiding and honest"}, clause)});
}

}  // namespace

norma::report failing_report() {
  auto r = head_of(verdict::fail);
  r.decided = 4;
  r.applicable = 5;
  r.tree = root(
      verdict::fail,
      {party(),
       group(node_role::item, "democracy", {"民主管理", "Democratic management"}, "③",
             verdict::not_applicable, {matters()}),
       group(node_role::item, "mediation", {"调解与协调员", "Mediation and coordinators"},
             "④", verdict::undetermined, {coordinators(), inside()}),
       group(node_role::item, "employment",
             {"用工与社会保险", "Employment and insurance"}, "⑥", verdict::fail,
             {contracts()}),
       group(node_role::item, "training", {"职工培训", "Training"}, "⑦", verdict::fail,
             {frontline_share()})});
  r.tree.members[1].reason = norma::reason{
      "no_deciding_member", {"没有参与判定的成员", "no member that decides applies"}};
  r.tree.members[2].causes = r.tree.members[2].members[0].causes;
  r.remedies_are = norma::remedy_state::found;
  r.remedies = {{verdict::undetermined,
                 {{"contract_signed_count",
                   {"已签劳动合同人数", "contracts signed"},
                   986,
                   1000,
                   "persons",
                   0,
                   {"986 人", "986 persons"},
                   {"1000 人", "1,000 persons"},
                   {"14 人", "14 persons"}},
                  {"training_fund_frontline_amount",
                   {"用于一线职工的教育经费", "front-line training fund"},
                   exact("599999.99"),
                   600000,
                   "CNY",
                   2,
                   {"599999.99 元", "CNY 599,999.99"},
                   {"600000.00 元", "CNY 600,000.00"},
                   {"0.01 元", "CNY 0.01"}}},
                 {},
                 {}}};
  r.missing = {{"coordinator_count"}};
  r.remarks = {{"undated_evidence", {"party_org_sound"}, {}}};
  r.labels = {{"coordinator_count", {"劳动关系协调员人数", "coordinators"}},
              {"party_org_sound", {"党组织健全", "party organisation sound"}}};
  return r;
}

norma::report two_documents_report() {
  auto r = failing_report();
  norma::document upper;
  upper.id = "upper";
  upper.number = "上级〔2020〕1号";
  r.documents.push_back(upper);
  auto& item = r.tree.members.at(0);
  item.cite = norma::citation{"upper", "九①"};
  for (auto& one : item.members) one.cite = item.cite;
  item.members.at(1).cite =
      norma::citation{r.standard_cite.document, r.standard_cite.clause + "末段"};
  return r;
}

norma::report passing_report() {
  auto r = head_of(verdict::pass);
  r.decided = r.applicable = 2;
  r.on.known_as_of = on_day("2024-04-02");
  r.tree = root(verdict::pass, {party()});
  return r;
}

norma::report intricate_report() {
  auto r = head_of(verdict::fail);
  r.unit_kind = "area";
  r.unit_label = {"工业园区", "park"};
  r.decided = 4;
  r.applicable = 9;
  auto either = group(
      node_role::group, "rights/either", {"保障方式", "Means of protection"}, "②",
      verdict::fail,
      {bare("rights/either", "fund", {"有应急周转金", "contingency fund"}, "②", false),
       bare("rights/either", "deposit", {"缴存保证金", "deposit paid"}, "②", false)});
  either.combine = combine::any;

  auto events = part("veto/arrears", {"拖欠工资", "Wage arrears"}, "②", verdict::pass);
  events.condition =
      norma::condition_shown{"some e in wage_arrears_events satisfies e.confirmed",
                             {"拖欠工资情形中不得有任何一项满足：查实",
                              "required: none of wage arrears with: confirmed"}};
  auto shape = std::make_shared<const norma::record_shape>(
      std::vector<std::string>{"date", "confirmed", "amount", "share", "period"});
  norma::range_value term;
  term.low = value{on_day("2023-01-01")};
  term.low_included = true;
  const cause pending{
      cause_kind::pending, "wage_arrears_events[1].confirmed", "2024-0117", {}, {}};
  norma::record_value one{
      shape,
      {on_day("2024-02-01"), value::unknown(norma::one_cause(pending)),
       exact("12345678901234567890.123456789"), number::ratio(1, 3).value(), term}};
  events.facts = {fact("wage_arrears_events", {"拖欠工资情形", "wage arrears"},
                       norma::list_value{one}, "", {"一项", "one"})};
  auto quiet = part("veto/unrest", {"群体性事件", "Mass incidents"}, "②", verdict::fail);
  quiet.facts = {fact("incidents", {"群体性事件", "mass incidents"},
                      norma::list_value(150, value{1}), "", {"1、1……", "1, 1 …"})};
  auto open_veto =
      part("veto/accident", {"重大事故", "Major accidents"}, "②", verdict::undetermined);
  open_veto.causes = {pending};
  auto veto = group(node_role::group, "veto", {"一票否决", "Vetoes"}, "②", verdict::fail,
                    {events, quiet, open_veto});
  veto.combine = combine::none;

  auto some = group(node_role::group, "rights/some", {"至少两项", "Two of three"}, "②",
                    verdict::undetermined,
                    {bare("rights/some", "first", {"第一项", "first"}, "②")});
  some.combine = combine::at_least;
  some.at_least = 2;
  int n = 0;
  for (const auto kind :
       {cause_kind::missing, cause_kind::expired, cause_kind::disagreement,
        cause_kind::dated_later, cause_kind::recorded_later}) {
    auto open = part("rights/some/open" + std::to_string(++n), {"待定项", "Open"}, "②",
                     verdict::undetermined);
    // Of a list that is not whole, the detail says how many are missing.
    const auto* detail = kind == cause_kind::missing ? "3" : "2022-01-01";
    open.causes = {{kind, "open_fact", detail, {}, {}}};
    if (kind == cause_kind::expired) open.causes[0].arguments = {"2023-01-01"};
    some.members.push_back(open);
  }
  auto error =
      part("rights/some/error", {"有误项", "In error"}, "②", verdict::undetermined);
  error.causes = {{cause_kind::data_error, "open_fact", {}, "R0209", {}},
                  {cause_kind::data_error, {}, {}, "R0209", {}}};
  some.members.push_back(error);
  some.causes = error.causes;

  auto embedded = group(node_role::standard, "rights/site", {"工地标准", "Site standard"},
                        "", verdict::undetermined,
                        {part("rights/site/register/kept", {"实名登记", "Register kept"},
                              "", verdict::undetermined)});
  embedded.cite = {"other-2020-3", "五"};
  embedded.when = norma::condition_shown{"on_site", {"在施工", "under construction"}};
  embedded.causes = {{cause_kind::missing, "on_site", {}, {}, {}}};
  auto& below = embedded.members[0];
  below.cite = {};
  below.reason =
      norma::reason{"above_unknown", {"上级条款的适用条件未知", "unknown above"}};
  below.causes = embedded.causes;

  auto unpaid = part("rights/unpaid", {"无欠费", "Nothing unpaid"}, "②", verdict::fail);
  unpaid.strength = strength::conditional;
  unpaid.condition = norma::condition_shown{
      "unpaid = 0", {"欠费 500.00 元，要求 = 0 元", "unpaid CNY 500.00, required = 0"}};
  unpaid.facts = {
      fact("unpaid", {"欠费", "unpaid"}, 500, "CNY", {"500.00 元", "CNY 500.00"}, 2),
      fact("note", {"备注", "note"}, value{}, "", {"无", "none"})};
  unpaid.distance = norma::distance{"unpaid", {"欠费", "unpaid"},          -500,
                                    "CNY",    {"500.00 元", "CNY 500.00"}, true};

  r.tree = root(verdict::fail,
                {group(node_role::item, "rights", {"权益保障", "Rights"}, "②",
                       verdict::fail, {either, some, embedded, unpaid}),
                 group(node_role::item, "vetoes", {"否决事项", "Grounds of refusal"}, "③",
                       verdict::fail, {veto})});
  r.remedies_are = norma::remedy_state::found;
  r.remedies = {{verdict::undetermined,
                 {{"fund",
                   {"有应急周转金", "contingency fund"},
                   false,
                   true,
                   "",
                   0,
                   {"否", "no"},
                   {"是", "yes"},
                   {}}},
                 {{"拖欠工资情形再增加一项", "one more record"}},
                 on_day("2026-02-02")},
                {verdict::pass, {}, {{"另一办法", "another way"}}, {}}};
  r.missing = {{"on_site"}, {"open_fact", "on_site"}};
  r.remarks = {{"dated_after", {"fund"}, {}},
               {"dated_after", {}, {"people/fund", "首年开业"}},
               {"exception_astray", {}, {"people/founds", "首年开业"}},
               {"derived_differs", {"size_class"}, {"\"large\"", "\"medium\""}},
               {"unknown_fact", {}, {"coordinator_cout", "coordinator_count"}},
               {"unknown_fact", {}, {"旧指标", ""}}};
  r.labels = {{"fund", {"有应急周转金", "contingency fund"}},
              {"on_site", {"在施工", "under construction"}},
              {"size_class", {"企业规模", "size class"}}};
  return r;
}

norma::report hostile_report(const std::string& words) {
  auto r = failing_report();
  r.unit_name = words;
  r.unit_id = words;
  auto& at = r.tree.members[3].members[0];
  at.facts[0].from = norma::evidence{words, words, {}, {}};
  at.facts[0].content = value{words};
  at.facts[0].shown = {words, words};
  at.condition->shown = {words, words};
  r.tree.members[2].members[0].causes[0].kind = cause_kind::pending;
  r.tree.members[2].members[0].causes[0].detail = words;
  r.remedies[0].requirements = {{words, words}};
  r.remarks.push_back({"derived_differs", {"coordinator_count"}, {words, words}});
  return r;
}

}  // namespace norma_test

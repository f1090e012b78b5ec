// SPDX-License-Identifier: Apache-2.0
// A report about a unit that lists other units, made by hand.
#include <string>
#include <utility>
#include <vector>

#include <norma/assess/deciding.hpp>
#include <norma/assess/member_list.hpp>

#include "sample.hpp"

namespace norma_test {

namespace {

using norma::cause;
using norma::cause_kind;
using norma::member_list;
using norma::report_node;
using norma::text;
using norma::truth;
using norma::value;
using norma::verdict;

cause missing(const std::string& path) { return {cause_kind::missing, path, {}, {}, {}}; }

report_node part(std::string path, text title, verdict is) {
  report_node out;
  out.path = std::move(path);
  out.id = out.path.substr(out.path.rfind('/') + 1);
  out.title = std::move(title);
  out.cite = {"zj-2023-17", "三（三）6"};
  out.verdict = is;
  return out;
}

std::vector<norma::deciding_elements> decided(std::vector<norma::deciding_elements> by) {
  return by;
}

member_list::cell number_cell(int n, const std::string& en) {
  return {value{n}, {std::to_string(n), en}};
}
member_list::cell open_cell(const std::string& path) {
  return {value::unknown(norma::one_cause(missing(path))), {"未知", "unknown"}};
}

member_list firms() {
  member_list out;
  out.fact = "members";
  out.label = {"辖区内企业名册", "enterprises of the area"};
  out.count = 3;
  out.whole = false;
  out.lacking = 2;
  out.columns = {{"contract_due_count",
                  {"应签劳动合同人数", "contracts due"},
                  "persons",
                  {"人", "persons"}},
                 {"contract_signed_count",
                  {"已签劳动合同人数", "contracts signed"},
                  "persons",
                  {"人", "persons"}},
                 {"sound", {"制度健全", "rules sound"}, {}, {}}};
  const auto yes = member_list::cell{value{true}, {"是", "yes"}};
  out.rows = {
      {1,
       "x01",
       "梧桐轴承",
       {number_cell(1240, "1,240"), number_cell(1240, "1,240"), yes},
       {}},
      {2,
       "x02",
       "长亭纺机",
       {number_cell(418, "418"), number_cell(415, "415"), yes},
       {"employment/each"}},
      {3,
       "x03",
       "",
       {open_cell("members[3].contract_due_count"),
        open_cell("members[3].contract_signed_count"), open_cell("members[3].sound")},
       {"employment/pooled"}}};
  return out;
}

report_node each() {
  auto out = part("employment/each", {"逐户核对", "Each"}, verdict::fail);
  out.condition = norma::condition_shown{
      "every m in members satisfies m.contract_signed_count = m.contract_due_count",
      {"辖区内企业名册中每一项满足：已签劳动合同人数 = 应签劳动合同人数",
       "every one of enterprises of the area with: contracts signed = contracts due"},
      decided({{"members",
                truth::no,
                12,
                true,
                {{2,
                  {"长亭纺机", "长亭纺机"},
                  {"已签劳动合同人数 415 人，应签劳动合同人数 418 人",
                   "contracts signed 415 persons, contracts due 418 persons"}}}}})};
  out.facts = {{"members",
                text{"辖区内企业名册", "enterprises of the area"},
                norma::list_value(3, value{1}),
                "",
                0,
                {"梧桐轴承；长亭纺机；x03", "梧桐轴承; 长亭纺机; x03"},
                {}}};
  return out;
}

report_node pooled() {
  auto out = part("employment/pooled", {"合计", "Taken together"}, verdict::undetermined);
  out.causes = {missing("members[3].contract_due_count"),
                missing("members[3].contract_signed_count"), missing("office")};
  return out;
}

report_node excepted() {
  auto out = part("employment/roster", {"名册", "Roster"}, verdict::not_applicable);
  out.reason = norma::reason{"exception", {"例外", "exception"}};
  return out;
}

// A made list, of elements that are no units: neither place nor name.
report_node incidents() {
  auto out = part("employment/incidents", {"事件", "Incidents"}, verdict::pass);
  out.condition = norma::condition_shown{
      "some e in latest satisfies e > 3",
      {"某项 > 3", "some > 3"},
      decided({{"", truth::yes, 1, true, {{0, {}, {"4", "4"}}}},
               {"", truth::unknown, 1, true, {{0, {}, {"5", "5"}}}}})};
  return out;
}

// A member that fails a standard asked of it, by more parts than a line tells.
report_node complying() {
  auto out = part("employment/complying", {"企业达标", "Firms comply"}, verdict::fail);
  const auto unmet = [](const std::string& id, text item, text title) {
    return norma::unmet_part{"enterprise",
                             id,
                             std::move(item),
                             std::move(title),
                             {"zj-2023-17", "三（一）1⑥"}};
  };
  const text contracts{"劳动合同", "Contracts"};
  norma::deciding_element firm{2, {"长亭纺机", "长亭纺机"}, {}};
  firm.unmet = {unmet("contracts/signed", contracts, {"签订", "Signed"}),
                unmet("contracts", {}, contracts),
                unmet("contracts/kept", contracts, {"履行", "Kept"}),
                unmet("contracts/ended", contracts, {"解除", "Ended"})};
  out.condition = norma::condition_shown{
      "every m in members satisfies complies(m, \"enterprise\")",
      {"辖区内企业名册中每一项满足：该项达到“企业标准”",
       "every one of enterprises of the area with: it meets “Enterprises”"},
      decided({{"members", truth::no, 1, true, {std::move(firm)}}})};
  return out;
}

}  // namespace

norma::report members_report() {
  auto r = passing_report();
  r.verdict = r.tree.verdict = verdict::fail;
  r.unit_kind = "area";
  r.unit_label = {"工业园区", "park"};
  auto& item = r.tree.members[0];
  item.id = item.path = "employment";
  item.title = {"用工合法", "Lawful employment"};
  item.verdict = verdict::fail;
  item.members = {each(), complying(), pooled(), excepted(), incidents()};
  r.members = std::vector{firms()};
  r.exceptions = {{"employment/roster",
                   "停产",
                   {"区人社局", "批复〔2024〕3号", norma::date::of(2024, 2, 1), {}}}};
  r.remedies_are = norma::remedy_state::none_found;
  r.labels = {{"office", {"协调机构", "office"}},
              {"members[3].contract_due_count",
               {"辖区内企业名册[3]：应签", "enterprises[3]: due"}}};
  return r;
}

norma::report hostile_members(const std::string& words) {
  auto r = members_report();
  r.unit_name = words;
  auto lists = r.members.get();
  auto& row = lists[0].rows[1];
  row.name = row.id = words;
  row.cells[2].shown = {words, words};
  r.members = std::move(lists);
  auto& condition = *r.tree.members[0].members[0].condition;
  auto deciding = condition.deciding.get();
  deciding[0].first[0].name = deciding[0].first[0].shown = {words, words};
  condition.deciding = std::move(deciding);
  r.exceptions[0].reason = words;
  return r;
}

}  // namespace norma_test

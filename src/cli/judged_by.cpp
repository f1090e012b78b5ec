// SPDX-License-Identifier: Apache-2.0
#include "judged_by.hpp"

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/assess/examine.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

#include "asked_facts.hpp"
#include "check.hpp"

namespace norma::cli {

namespace {

void count_below(const rule_node& node, const std::vector<verdict>& verdicts,
                 std::size_t& at, summary_row& row) {
  const auto is = verdicts[at++];
  if (node.role == node_role::part && deciding(node) && is != verdict::not_applicable) {
    ++row.applicable;
    if (is != verdict::undetermined) ++row.decided;
  }
  for (const auto& member : node.members) count_below(member, verdicts, at, row);
}

std::size_t count_nodes(const rule_node& at) {
  std::size_t nodes = 1;
  for (const auto& member : at.members) nodes += count_nodes(member);
  return nodes;
}

struct item_names {
  std::string_view mark;
  std::string ids, titles;

  void add(const std::string& id, const std::string& title, std::string_view comma) {
    ids.append(ids.empty() ? mark : ", ").append(id);
    titles.append(titles.empty() ? mark : comma).append(title);
  }
};

}  // namespace

std::optional<std::vector<judged_by>> choose_criteria(const pack& by,
                                                      const std::string& wanted,
                                                      console& to) {
  std::vector<criterion> all;
  if (wanted.empty()) {
    all = criteria_of(by);
  } else if (auto found = find_criterion(by, wanted)) {
    all.push_back(*std::move(found));
  } else {
    complain_of_standard(by, wanted, to);
    return std::nullopt;
  }
  std::vector<judged_by> chosen;
  for (auto& each : all) {
    judged_by one{std::move(each), {}, {}};
    for (const auto& fact : facts_asked(one.by).facts) one.asks.push_back(fact.slot);
    const auto& root = one.by.gates.definition().root;
    for (const auto& item : root.members)
      one.titles.push_back(item_heading(item, root, to.lang()));
    chosen.push_back(std::move(one));
  }
  return chosen;
}

void count_parts(const criterion& by, const std::vector<verdict>& verdicts,
                 summary_row& row) {
  std::size_t at = 0;
  count_below(by.gates.definition().root, verdicts, at, row);
}

void name_items(const judged_by& of, const std::vector<verdict>& verdicts, language lang,
                summary_row& row, summary& all) {
  if (row.is == verdict::pass || row.is == verdict::not_applicable) return;
  item_names fails{"✗ ", {}, {}}, open{"? ", {}, {}};
  std::size_t at = 1;
  const auto& items = of.by.gates.definition().root.members;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    const auto& title = of.titles[i];
    const auto is = verdicts[at];
    at += count_nodes(item);
    if (is != verdict::fail && is != verdict::undetermined) continue;
    (is == verdict::fail ? fails : open).add(item.id, title, list_comma(lang));
    all.titles[of.by.id()].try_emplace(item.id, title);
  }
  const std::string between = fails.ids.empty() || open.ids.empty() ? "" : "  ";
  row.items = fails.ids + between + open.ids;
  row.titles = fails.titles + between + open.titles;
}

}  // namespace norma::cli

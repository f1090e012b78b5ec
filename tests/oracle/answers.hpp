// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers the oracle's questions, each JSON; whatever fails is
// {"errors": [[code, message] …]}.
//   {"load": FOLDER} -> the trees of all conditions:
//     {"facts": {NAME: {"value", "checks"}}, "tables", "standards", "schemes"}
//   {"judge": STANDARD, "pack": FOLDER,
//    "units": [{"text" | "handed", "as_of", "known_as_of"}]}
//     -> {"answers": [{"nodes": [[path, verdict, reason, [[kind, fact, code] …]] …]} …]}
//   {"score": SCHEME, …}, else as "judge" -> the same with "score" (score_json.hpp), null
//     where there is none; "nodes" are those of admission and veto, "." the verdict.
// With "report": true each answer has the report as JSON and as text, too, whether
// it is the same when read back and after the facts stood on another day, and what
// is wrong with its remedies.

#include <exception>  // std::exception
#include <map>        // std::map
#include <memory>     // std::make_shared
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <nlohmann/json.hpp>

#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/load/load.hpp>
#include <norma/load/unit_file.hpp>
#include <norma/report/json.hpp>
#include <norma/report/json_read.hpp>
#include <norma/report/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

#include "oracle/remedy_trial.hpp"
#include "oracle/score_json.hpp"
#include "oracle/tree_json.hpp"
#include "oracle/unit_json.hpp"

namespace norma_oracle {

using norma::report_node;

inline json findings(const std::vector<norma::diagnostic>& all) {
  auto list = json::array();
  for (const auto& d : all)
    list.push_back(json::array({d.code, d.message(norma::language::en)}));
  return list;
}

inline json trees_below(const norma::rule_node& n) {
  json node{{"path", n.path}};
  if (n.when) node["when"] = written(n.when->tree);
  if (n.require) node["require"] = written(n.require->tree);
  auto all = json::array({std::move(node)});
  for (const auto& member : n.members)
    for (auto& below : trees_below(member)) all.push_back(std::move(below));
  return all;
}

inline json trees_of(const norma::pack& pack) {
  const auto& content = pack.content();
  json facts, tables, standards;
  for (const auto& [kind, words] : content.vocabularies) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* fact = words.fact(slot);
      if (!fact || (fact->checks.empty() && !fact->value)) continue;
      json one{{"checks", json::array()}};
      for (const auto& check : fact->checks) one["checks"].push_back(written(check.tree));
      if (fact->value) one["value"] = written(fact->value->tree);
      facts[kind + "." + fact->name] = std::move(one);
    }
  }
  for (const auto& [id, table] : content.tables) {
    auto rows = json::array();
    for (const auto& row : table->rows) {
      auto cells = json::array();
      for (const auto& cell : row.cells) cells.push_back(written(cell.tree));
      rows.push_back(json{{"cells", std::move(cells)}, {"gives", written(row.gives)}});
    }
    tables[id] = std::move(rows);
  }
  for (const auto& definition : content.standards)
    standards[definition.id] = trees_below(definition.root);
  json schemes;
  for (const auto& scheme : pack.schemes()) {
    const auto& definition = scheme.definition();
    schemes[scheme.id()] = scheme_trees(definition);
    schemes[scheme.id()]["gates"] = trees_below(definition.gates.root);
  }
  return {{"facts", facts},
          {"tables", tables},
          {"standards", standards},
          {"schemes", schemes}};
}

inline void nodes_below(const report_node& n, json& all) {
  all.push_back(json::array({n.path, norma::to_string(n.verdict),
                             n.reason ? json(n.reason->code) : json(nullptr),
                             causes_json(n.causes)}));
  for (const auto& member : n.members) nodes_below(member, all);
}

inline std::optional<norma::unit> unit_of(const json& asked, const norma::pack& pack,
                                          json& answer) {
  if (const auto handed = asked.find("handed"); handed != asked.end())
    return read_unit(*handed);
  auto read = norma::try_read_unit(std::make_shared<const norma::source_file>(
                                       "unit.yaml", asked.at("text").get<std::string>()),
                                   pack);
  if (!read.unit) answer["errors"] = findings(read.diagnostics);
  return std::move(read.unit);
}

inline json judged(const json& asked, const norma::pack& pack, const norma::standard& by,
                   bool whole_report) {
  json answer;
  const auto unit = unit_of(asked, pack, answer);
  if (!unit) return answer;
  const norma::days on{read_day(asked, "as_of").value(), read_day(asked, "known_as_of")};
  const auto facts = norma::bind(by, *unit, on);
  const auto report = norma::assess(by, facts, {.remedies = whole_report});
  auto nodes = json::array();
  nodes_below(report.tree, nodes);
  // Two ways of the engine to the same verdicts.
  const auto verdicts = norma::judge_all(by, facts);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    if (i >= verdicts.size() || nodes[i][1] != norma::to_string(verdicts[i]))
      answer["judge_differs"] = nodes[i][0];
  if (norma::judge(by, facts) != report.verdict) answer["judge_differs"] = ".";
  answer["nodes"] = std::move(nodes);
  if (whole_report) {
    const auto text = norma::to_json(report);
    answer["json"] = text;
    answer["text"] =
        norma::render_text(report, {.lang = norma::language::en, .width = 0});
    const auto again = norma::from_json(text);
    answer["same_again"] = again && norma::to_json(*again) == text;
    const auto elsewhere =
        norma::bind(by, *unit, {*on.as_of.plus_days(100), on.known_as_of});
    const auto back = norma::on_day(elsewhere, on.as_of);
    answer["same_replayed"] =
        norma::to_json(norma::assess(by, back, {.remedies = true})) == text;
    answer["remedy_faults"] = remedy_trial(by, *unit, on).faults(report.remedies);
  }
  return answer;
}

inline json scored(const json& asked, const norma::pack& pack, const norma::scheme& by) {
  json answer;
  const auto unit = unit_of(asked, pack, answer);
  if (!unit) return answer;
  const norma::days on{read_day(asked, "as_of").value(), read_day(asked, "known_as_of")};
  const auto report = norma::assess(by, norma::bind(by.gates(), *unit, on));
  auto nodes = json::array();
  nodes_below(report.tree, nodes);
  answer["nodes"] = std::move(nodes);
  answer["verdict"] = norma::to_string(report.verdict);
  answer["score"] = report.score ? score_json(*report.score) : json();
  const auto text = norma::to_json(report);
  const auto again = norma::from_json(text);
  answer["same_again"] = again && norma::to_json(*again) == text;
  return answer;
}

/// The packs asked to be loaded, each by its folder, and answers about them.
class answers {
 public:
  /// The answer, as a line of JSON.
  [[nodiscard]] std::string to(const json& asked) {
    json answer;
    try {
      answer = answer_to(asked);
    } catch (const std::exception& e) {
      answer["errors"] = json::array({json::array({"exception", e.what()})});
    }
    return answer.dump(-1, ' ', false, json::error_handler_t::replace) + '\n';
  }

 private:
  json answer_to(const json& asked) {
    if (const auto load = asked.find("load"); load != asked.end()) {
      const auto folder = load->get<std::string>();
      packs_.erase(folder);
      auto loaded = norma::try_load(folder);
      if (!loaded.pack) return {{"errors", findings(loaded.diagnostics)}};
      return trees_of(packs_.emplace(folder, std::move(*loaded.pack)).first->second);
    }
    const auto& pack = packs_.at(asked.at("pack").get<std::string>());
    auto all = json::array();
    if (const auto id = asked.find("score"); id != asked.end()) {
      const auto by = pack.find_scheme(id->get<std::string>()).value();
      for (const auto& unit : asked.at("units")) all.push_back(scored(unit, pack, by));
      return {{"answers", std::move(all)}};
    }
    const auto by = pack.standard(asked.at("judge").get<std::string>());
    for (const auto& unit : asked.at("units"))
      all.push_back(judged(unit, pack, by, asked.value("report", false)));
    return {{"answers", std::move(all)}};
  }

  std::map<std::string, norma::pack> packs_;
};

}  // namespace norma_oracle

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scores, and the conditions of schemes, as JSON; numbers are texts.
//   score: {"parts": [[path, verdict, least, most, left out, causes] …],
//    "blocks": [[id, least, most, left out, floor reached] …], "total": [least, most],
//    "passed", "tiers": [[id, reached] …], "tier"}
//   trees: {"gates": as of a standard, "parts": {PATH: {"when", "require", "of",
//    "bands"}}, "pass", "tiers"}

#include <utility>  // std::move

#include <nlohmann/json.hpp>

#include <norma/assess/score.hpp>
#include <norma/rule/scheme.hpp>

#include "oracle/tree_json.hpp"

namespace norma_oracle {

inline json causes_json(const std::vector<norma::cause>& causes) {
  static const char* const kinds[] = {"missing",      "pending",     "expired",
                                      "disagreement", "dated_later", "recorded_later",
                                      "data_error"};
  auto all = json::array();
  for (const auto& c : causes)
    all.push_back(
        json::array({kinds[static_cast<std::size_t>(c.kind)], c.fact, c.code.get()}));
  return all;
}

inline json score_json(const norma::scheme_score& score) {
  auto parts = json::array(), blocks = json::array(), tiers = json::array();
  for (const auto* block : score.all_blocks()) {
    const auto& of = block->earned;
    blocks.push_back(json::array({block->id, of.low.to_string(), of.high.to_string(),
                                  block->left_out, norma::to_string(block->reached)}));
    for (const auto& part : block->parts)
      parts.push_back(json::array(
          {part.path, norma::to_string(part.verdict), part.earned.low.to_string(),
           part.earned.high.to_string(), part.left_out, causes_json(part.causes)}));
  }
  for (const auto& tier : score.tiers)
    tiers.push_back(json::array({tier.id, norma::to_string(tier.reached)}));
  return {{"parts", std::move(parts)},
          {"blocks", std::move(blocks)},
          {"total", {score.total.low.to_string(), score.total.high.to_string()}},
          {"passed", score.passed ? json(norma::to_string(*score.passed)) : json()},
          {"tiers", std::move(tiers)},
          {"tier", score.tier}};
}

inline json scheme_trees(const norma::scheme_definition& of) {
  json parts = json::object();
  of.each_part([&](const norma::scored_part& part) {
    json one;
    if (part.node.when) one["when"] = written(part.node.when->tree);
    if (part.node.require) one["require"] = written(part.node.require->tree);
    if (part.of) one["of"] = written(part.of->tree);
    for (const auto& band : part.bands) one["bands"].push_back(written(band.test.tree));
    parts[part.node.path] = std::move(one);
  });
  auto tiers = json::array();
  for (const auto& tier : of.tiers) tiers.push_back(written(tier.when.tree));
  return {{"parts", std::move(parts)},
          {"pass", of.pass ? written(of.pass->tree) : json()},
          {"tiers", std::move(tiers)}};
}

}  // namespace norma_oracle

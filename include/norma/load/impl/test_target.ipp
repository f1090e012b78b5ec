// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/load/impl/test_reader.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

// What a file tests, and which paths its cases can name.

namespace norma::load_detail {

inline void list_paths(const rule_node& node, std::vector<std::string>& to) {
  to.push_back(node.path);
  for (const rule_node& member : node.members) list_paths(member, to);
}

/// What a case can say the points of.
inline void list_score_paths(const scheme_definition& of, std::vector<std::string>& to) {
  const auto add_parts = [&](const std::vector<scored_part>& parts) {
    for (const scored_part& part : parts) to.push_back(part.node.path);
  };
  to.emplace_back("total");
  for (const score_block& block : of.blocks) {
    to.push_back(block.id);
    add_parts(block.parts);
  }
  if (of.bonus) {
    to.emplace_back("bonus");
    add_parts(of.bonus->parts);
  }
  if (of.deductions) {
    to.emplace_back("deductions");
    add_parts(of.deductions->parts);
  }
}

/// The vocabulary that has every input of the table, or null.
[[nodiscard]] inline const vocabulary* vocabulary_of(const pack_content& pack,
                                                     const table& of) {
  for (const auto& [kind, words] : pack.vocabularies) {
    bool all = true;
    for (const table_input& input : of.inputs)
      all &= words.find_fact(input.fact).has_value();
    if (all) return &words;
  }
  return nullptr;
}

inline bool test_reader::find_target(const yaml_node* node) {
  const std::optional<std::string> id = yaml_.scalar(node);
  if (!id) return false;
  result_.target = *id;
  const pack_content& content = pack_.content();
  std::vector<std::string> known;
  for (const standard_definition& each : content.standards) {
    known.push_back(each.id);
    if (each.id != *id) continue;
    words_ = &content.vocabularies.at(each.unit);
    standard_ = &each;
    list_paths(each.root, paths_);
    return true;
  }
  for (const auto& [name, each] : content.tables) {
    known.push_back(name);
    if (name != *id) continue;
    table_ = each.get();
    words_ = vocabulary_of(content, *each);
    paths_ = {name};
    result_.is = test_target::table;
    if (words_ == nullptr) yaml_.report("N0819", {name}, *node);
    return words_ != nullptr;
  }
  for (const auto& each : content.schemes) {
    known.push_back(each->gates.id);
    if (each->gates.id != *id) continue;
    words_ = &content.vocabularies.at(each->gates.unit);
    standard_ = &each->gates;
    list_paths(each->gates.root, paths_);
    list_score_paths(*each, score_paths_);
    for (const score_tier& tier : each->tiers) tiers_.push_back(tier.id);
    result_.is = test_target::scheme;
    return true;
  }
  yaml_.report("N0810",
               {*id, near_word(findings_, *id, known), pack_.id(), list_argument(known)},
               *node);
  return false;
}

}  // namespace norma::load_detail

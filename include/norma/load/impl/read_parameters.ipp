// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// parameters.yaml: named values by date, each with its source or as the
// pack's own choice.

namespace norma::load_detail {

inline void pack_builder::read_parameters(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = reader(file);
  in.only_keys(file.root, {"norma", "parameters"});
  const yaml_node* all = in.require_key(file.root, "parameters");
  if (!in.expect_mapping(all)) return;
  for (const yaml_entry& entry : all->entries) {
    if (!check_name(in, entry.key) || !in.expect_mapping(&entry.value)) continue;
    const auto known = parameter_places_.find(entry.key.text);
    if (known != parameter_places_.end()) {
      in.report_second("N0513", {entry.key.text}, entry.key,
                       parameters_[known->second].where);
      continue;
    }
    if (parameters_.size() >= most_words) {
      in.report("N0548", {std::to_string(most_words)}, entry.key);
      names_missing_ = true;
      return;
    }
    read_parameter(in, entry, pack);
  }
}

inline void pack_builder::read_parameter(const yaml_reader& in, const yaml_entry& entry,
                                         const pack_source& pack) {
  const yaml_node& node = entry.value;
  in.only_keys(node, {"label", "type", "unit", "scale", "decision", "values"});
  parameter result;
  result.name = entry.key.text;
  result.where = in.span(entry.key);
  result.pack = pack.identity.id;
  if (auto label = in.read_text(in.require_key(node, "label"))) result.label = *label;
  const yaml_node* decision = node.find("decision");
  if (in.scalar(decision)) {
    const auto ids = read_decision(in, decision);
    if (!ids.empty()) result.decision = ids.front();
  }
  fact_definition as;
  if (read_type(in, in.require_key(node, "type"), as)) {
    if (as.element || as.declared == fact_type::period) {
      in.report("N0516", {node.find("type")->text}, *node.find("type"));
    } else {
      read_unit_and_scale(in, node, as);
      result.declared = as.declared;
      result.type = as.type;
      result.unit = as.unit;
      read_dated_values(in, in.require_key(node, "values"), as, result);
      // All values are of one kind of duration as a rule: then conditions know it.
      if (as.declared == fact_type::duration && !result.values.empty()) {
        const bool months = result.values.front().content.months() != nullptr;
        bool alike = true;
        for (const dated_value& v : result.values) {
          alike = alike && (v.content.months() != nullptr) == months;
        }
        if (alike) {
          result.type = expr::make(months ? expr::type_kind::months_duration
                                          : expr::type_kind::days_duration);
        }
      }
    }
  }
  parameter_places_.emplace(result.name, parameters_.size());
  parameters_.push_back(std::move(result));
}

inline void pack_builder::read_dated_values(const yaml_reader& in, const yaml_node* list,
                                            const fact_definition& as, parameter& to) const {
  if (!in.expect_sequence(list)) return;
  if (list->items.empty()) in.report("N0517", {}, *list);
  for (const yaml_node& node : list->items) {
    if (!in.expect_mapping(&node)) continue;
    in.only_keys(node, {"from", "value", "cite", "own_choice"});
    const auto from = in.read_date(in.require_key(node, "from"));
    auto content = read_literal(in, in.require_key(node, "value"), as);
    dated_value result;
    result.cite = read_citation(in, node.find("cite"), {});
    const yaml_node* own_choice = node.find("own_choice");
    result.own_choice = in.read_flag(own_choice).value_or(false);
    if ((node.find("cite") != nullptr) == result.own_choice) {
      in.report("N0518", {to.name}, node.entries.empty() ? node : node.entries[0].key);
    }
    if (!from || !content) continue;
    if (!to.values.empty() && *from <= to.values.back().from) {
      in.report("N0519", {from->to_string(), to.values.back().from.to_string()},
                *node.find("from"));
      continue;
    }
    result.from = *from;
    result.content = *std::move(content);
    to.values.push_back(std::move(result));
  }
}

}  // namespace norma::load_detail

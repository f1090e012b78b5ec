// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>  // std::move, std::pair
#include <vector>   // std::vector

#include <norma/load/impl/read_types.ipp>

// parameters.yaml: named values by date, each with its source or as the
// pack's own choice.

namespace norma::load_detail {

class parameter_reader {
 public:
  parameter_reader(pack_draft& draft, declared_words& to)
      : draft_(draft), declared_(to), types_(draft, to) {}

  void read(const rule_file& file, const pack_source& pack);

 private:
  void read_parameter(const yaml_reader& in, const yaml_entry& entry,
                      const pack_source& pack);
  void read_override(const yaml_reader& in, const yaml_entry& entry,
                     const pack_source& pack);
  [[nodiscard]] const parameter* overridden(const std::string& name,
                                            std::string_view written,
                                            const pack_source& pack) const;
  void read_dated_values(const yaml_reader& in, const yaml_node* list,
                         const fact_definition& as, parameter& to) const;

  pack_draft& draft_;
  declared_words& declared_;
  type_reader types_;
};

/// All values are of one kind of duration as a rule: then conditions know it.
[[nodiscard]] inline expr::type type_of_values(const parameter& p, expr::type declared) {
  if (p.declared != fact_type::duration || p.values.empty()) return declared;
  const bool months = p.values.front().content.months() != nullptr;
  for (const dated_value& v : p.values) {
    if ((v.content.months() != nullptr) != months)
      return expr::make(expr::type_kind::duration);
  }
  return expr::make(months ? expr::type_kind::months_duration
                           : expr::type_kind::days_duration);
}

inline void parameter_reader::read(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = draft_.reader(file);
  in.only_keys(file.root, shapes::parameters.names());
  const yaml_node* all = in.require_key(file.root, "parameters");
  if (!in.expect_mapping(all)) return;
  for (const yaml_entry& entry : all->entries) {
    if (!draft_.declares(in, entry)) continue;
    const bool override = entry.value.find("overrides") != nullptr;
    const auto known = declared_.parameter_places.find(entry.key.text);
    if (known != declared_.parameter_places.end() && !override) {
      in.report_second("N0513", {entry.key.text}, entry.key,
                       declared_.parameters[known->second].where);
      continue;
    }
    if (declared_.parameters.size() >= most_words) {
      in.report("N0548", {std::to_string(most_words)}, entry.key);
      draft_.names_missing = true;
      return;
    }
    if (override) {
      read_override(in, entry, pack);
    } else {
      read_parameter(in, entry, pack);
    }
  }
}

inline void parameter_reader::read_parameter(const yaml_reader& in,
                                             const yaml_entry& entry,
                                             const pack_source& pack) {
  const yaml_node& node = entry.value;
  in.only_keys(node, shapes::parameter.names());
  parameter result;
  result.name = entry.key.text;
  result.where = in.span(entry.key);
  result.pack = pack.identity.id;
  if (auto label = in.read_text(in.require_key(node, "label"))) result.label = *label;
  const yaml_node* decision = node.find("decision");
  if (in.scalar(decision)) {
    const auto ids = draft_.read_decision(in, decision);
    if (!ids.empty()) result.decision = ids.front();
  }
  fact_definition as;
  if (types_.read_type(in, in.require_key(node, "type"), as)) {
    if (as.element || as.declared == fact_type::period) {
      in.report("N0516", {node.find("type")->text}, *node.find("type"));
    } else {
      types_.read_unit_and_scale(in, node, as);
      result.declared = as.declared;
      result.type = as.type;
      result.unit = as.unit;
      result.scale = as.scale;
      result.scaled = as.scaled;
      read_dated_values(in, in.require_key(node, "values"), as, result);
      result.type = type_of_values(result, as.type);
    }
  }
  if (node.cut) return;
  declared_.parameter_places.emplace(result.name, declared_.parameters.size());
  declared_.parameters.push_back(std::move(result));
}

/// The parameter that `written`, `<pack>:<name>`, names above `pack`: any pack above
/// may be named; what holds is the nearest one's. Null if there is none.
inline const parameter* parameter_reader::overridden(const std::string& name,
                                                     std::string_view written,
                                                     const pack_source& pack) const {
  const parameter* upper = nullptr;
  bool named_above = false;
  for (const pack_source* at = pack.extends; at != nullptr; at = at->extends) {
    named_above = named_above || written == at->identity.id + ':' + name;
    if (upper != nullptr) continue;
    const auto known = declared_.parameter_places.find(name);
    const auto nearer = declared_.overrides.find({at->identity.id, name});
    if (nearer != declared_.overrides.end()) {
      upper = &declared_.parameters[nearer->second];
    } else if (known != declared_.parameter_places.end() &&
               declared_.parameters[known->second].pack == at->identity.id) {
      upper = &declared_.parameters[known->second];
    }
  }
  return named_above ? upper : nullptr;
}

/// `periodic_window: {overrides: "cn:periodic_window", values: [...]}`: type
/// and unit stay the upper parameter's.
inline void parameter_reader::read_override(const yaml_reader& in,
                                            const yaml_entry& entry,
                                            const pack_source& pack) {
  const yaml_node& node = entry.value;
  only_keys_beside(in, node, "overrides", shapes::override_of, {"type", "unit", "scale"});
  const yaml_node* named = node.find("overrides");
  const auto written = in.scalar(named);
  if (!written) return;
  const std::string& name = entry.key.text;
  const parameter* upper = overridden(name, *written, pack);
  if (upper == nullptr) {
    draft_.doubted.insert(name);
    if (draft_.may_be_lost(in.file(), lost_parameters)) return;
    in.report("N0557", {*written, name}, *named);
    return;
  }
  draft_.hold(held_bytes(*upper), in.span(entry.key));
  parameter result = *upper;
  result.where = in.span(entry.key);
  result.pack = pack.identity.id;
  result.overrides = true;
  if (auto label = in.read_text(node.find("label"))) result.label = *label;
  const auto decision = draft_.read_decision(in, node.find("decision"));
  if (!decision.empty()) result.decision = decision.front();
  fact_definition as;
  as.declared = upper->declared;
  as.type = upper->type;
  as.unit = upper->unit;
  as.scale = upper->scale;
  as.scaled = upper->scaled;
  result.values.clear();
  read_dated_values(in, in.require_key(node, "values"), as, result);
  if (!result.values.empty()) {
    const date first = result.values.front().from;
    std::vector<dated_value> before;
    for (const dated_value& v : upper->values) {
      if (v.from < first) before.push_back(v);
    }
    result.values.insert(result.values.begin(), before.begin(), before.end());
  }
  result.type = type_of_values(result, upper->type);
  if (node.cut) return;
  if (!declared_.overrides
           .emplace(std::pair{result.pack, name}, declared_.parameters.size())
           .second)
    return;
  declared_.parameters.push_back(std::move(result));
}

inline void parameter_reader::read_dated_values(const yaml_reader& in,
                                                const yaml_node* list,
                                                const fact_definition& as,
                                                parameter& to) const {
  if (!in.expect_sequence(list)) return;
  if (list->items.empty()) in.report("N0517", {}, *list);
  for (const yaml_node& node : list->items) {
    if (!in.expect_mapping(&node)) continue;
    in.only_keys(node, shapes::dated_value.names());
    const auto from = in.read_date(in.require_key(node, "from"));
    auto content = draft_.read_literal(in, in.require_key(node, "value"), as);
    dated_value result;
    result.cite = draft_.read_citation(in, node.find("cite"), {});
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
    const auto sign = share_sign_of(node.find("value")->text);
    if (sign != share_sign::none) to.share = sign;
    to.values.push_back(std::move(result));
  }
}

}  // namespace norma::load_detail

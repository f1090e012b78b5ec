// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/node_reader.ipp>

// The nodes of standards: items, groups and parts.

namespace norma::load_detail {

inline constexpr std::pair<std::string_view, combine> group_keys[] = {
    {"all", combine::all},
    {"any", combine::any},
    {"none", combine::none},
    {"at_least", combine::at_least},
};

/// True if one of the keys makes the node a group.
[[nodiscard]] inline bool is_group(const yaml_node& node) {
  for (const auto& [key, how] : group_keys) {
    if (node.find(key) != nullptr) return true;
  }
  return false;
}

/// Keys that every node has or takes over: title, cite, in_force, when, decision.
inline void node_reader::read_common(const yaml_reader& in, const yaml_node& node,
                                     const node_context& outer, rule_node& to) const {
  // A bare fact has a title already: its label.
  if (to.title.empty() && !to.fact) in.require_key(node, "title");
  draft_.hold(sizeof(rule_node) + to.path.size() + held_bytes(outer.cite),
              in.span(node.entries.front().key));
  to.cite = outer.cite;
  read_common_keys(in, node, outer, to);
}

/// Those that are there.
inline void node_reader::read_common_keys(const yaml_reader& in, const yaml_node& node,
                                          const node_context& outer,
                                          rule_node& to) const {
  to.where = in.span(node.entries.front().key);
  if (auto words = in.read_text(node.find("title"))) to.title = *words;
  if (const yaml_node* cite = node.find("cite"))
    to.cite = draft_.read_citation(in, cite, outer.cite);
  if (const yaml_node* ids = node.find("decision"))
    to.decisions = draft_.read_decision(in, ids);
  if (const yaml_node* when = node.find("when")) {
    to.when = draft_.read_condition(in, when, outer.visible(),
                                    expr::make(expr::type_kind::boolean));
  }
  const yaml_node* in_force = node.find("in_force");
  if (in_force == nullptr) return;
  to.in_force = read_in_force(in, in_force);
  const day_range& around = outer.in_force;
  const bool before = around.from && to.in_force.from && *to.in_force.from < *around.from;
  const bool after = around.to && to.in_force.to && *around.to < *to.in_force.to;
  if (before || after) {
    in.report_second(
        "N0532", {before ? to.in_force.from->to_string() : to.in_force.to->to_string()},
        *in_force, outer.in_force_where, "R0141");
  }
}

inline std::optional<rule_node> node_reader::read_item(const yaml_reader& in,
                                                       const yaml_node& node,
                                                       const node_context& outer) const {
  if (!in.expect_mapping(&node)) return std::nullopt;
  if (node.entries.empty()) {
    in.report("N0208", missing_key("id"), node);
    return std::nullopt;
  }
  rule_node item;
  item.role = outer.path.empty() ? node_role::item : node_role::group;
  const yaml_node* id = in.require_key(node, "id");
  if (!in.scalar(id) || !check_name(in, *id)) return std::nullopt;
  item.id = id->text;
  item.path = path_below(outer.path, item.id);
  in.only_keys(node, shapes::group.names());
  read_common(in, node, outer, item);
  read_layer_keys(in, node, outer, item);
  read_group(in, node, outer, item);
  return item;
}

inline void node_reader::read_group(const yaml_reader& in, const yaml_node& node,
                                    const node_context& outer, rule_node& to) const {
  const yaml_node* members = nullptr;
  for (const auto& [key, how] : group_keys) {
    const yaml_node* found = node.find(key);
    if (found == nullptr) continue;
    if (members != nullptr) {
      in.report("N0533", {}, *found);
      continue;
    }
    members = found;
    to.combine = how;
  }
  if (members == nullptr) {
    in.report("N0533", {}, node.entries.front().key);
    return;
  }
  const yaml_node* of = node.find("of");
  if (to.combine == combine::at_least) {
    if (const auto n = in.read_count(members)) {
      to.at_least = static_cast<std::size_t>(*n);
      if (*n == 0) in.report("N0549", {}, *members);
    }
    members = in.require_key(node, "of");
  } else if (of != nullptr) {
    in.report("N0203", {"of", ""}, *of);
  }
  node_context inner = outer;
  inner.path = to.path;
  inner.cite = to.cite;
  // A copied group has days of its own, which `change` leaves out.
  if (const yaml_node* in_force = node.find("in_force")) {
    inner = inside(to, std::move(inner));
    inner.in_force_where = in.span(*in_force);
  }
  read_members(in, members, inner, false, to);
}

inline void node_reader::read_members(const yaml_reader& in, const yaml_node* list,
                                      const node_context& outer, bool items,
                                      rule_node& to) const {
  if (!in.expect_sequence(list)) return;
  if (list->items.empty()) in.report("N0517", {}, *list);
  std::map<std::string, source_span> ids;
  for (const yaml_node& node : list->items) {
    auto member = items ? read_item(in, node, outer) : read_member(in, node, outer);
    if (!member) continue;
    const auto [first, is_new] = ids.emplace(member->id, member->where);
    if (!is_new) {
      draft_.add_second("N0501", member->id, member->where, first->second);
      continue;
    }
    to.members.push_back(*std::move(member));
  }
}

inline std::optional<rule_node> node_reader::read_member(
    const yaml_reader& in, const yaml_node& node, const node_context& outer) const {
  if (node.kind == yaml_kind::scalar) return bare_fact(in, node, outer);
  if (!in.expect_mapping(&node)) return std::nullopt;
  if (node.find("standard") != nullptr) return read_embedded(in, node, outer);
  if (is_group(node)) return read_item(in, node, outer);
  return read_part(in, node, outer);
}

/// `standard: <id>` or `standard: "<pack>:<id>"`; the tree follows when all
/// standards are read. In paths it goes by what is written, without the name
/// of the pack that writes it.
inline std::optional<rule_node> node_reader::read_embedded(
    const yaml_reader& in, const yaml_node& node, const node_context& outer) const {
  in.only_keys(node, shapes::embedded.names());
  const yaml_node* named = node.find("standard");
  const auto written = in.scalar(named);
  if (!written) return std::nullopt;
  rule_node result;
  result.role = node_role::standard;
  result.embeds = finder_.key_of(*written, *outer.pack);
  const std::string own = outer.pack->identity.id + ':';
  result.id =
      written->compare(0, own.size(), own) == 0 ? written->substr(own.size()) : *written;
  result.path = path_below(outer.path, result.id);
  result.where = in.span(*named);
  draft_.hold(own_bytes(result), result.where);
  return result;
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// Standards: a tree of items, groups and parts.

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

/// The id after `standard:` or `scheme:`; false if there is none to go on with.
inline bool pack_builder::read_id(const yaml_reader& in, const yaml_node* named,
                                  const pack_source& pack, standard_definition& to) {
  const auto id = in.scalar(named);
  if (!id || !check_id(in, *named)) return false;
  to.id = standard_key(*id, pack);
  to.pack = pack.identity.id;
  const auto first = places_.emplace("standard " + to.id, in.span(*named));
  if (!first.second) in.report_second("N0503", {*id}, *named, first.first->second);
  to.root.role = node_role::standard;
  to.root.id = *id;
  to.root.path = ".";
  return true;
}

/// The kind of units it is for, and the words its conditions use.
inline std::optional<node_context> pack_builder::read_kind(const yaml_reader& in,
                                                           const yaml_node& root,
                                                           const pack_source& pack,
                                                           standard_definition& to) const {
  const yaml_node* unit = in.require_key(root, "unit");
  const auto kind = in.scalar(unit);
  if (!kind) return std::nullopt;
  const auto words = content_.vocabularies.find(*kind);
  if (words == content_.vocabularies.end()) {
    unknown(in, *unit, "R0152", *kind, content_.units);
    return std::nullopt;
  }
  to.unit = *kind;
  const yaml_node* area = root.find("kind");
  if (const auto word = in.scalar(area)) {
    const auto& kinds = content_.units.at(*kind).kinds;
    if (std::find(kinds.begin(), kinds.end(), *word) == kinds.end()) {
      unknown(in, *area, "R0158", *word, kinds);
    }
    to.area_kind = *word;
  }
  node_context outer;
  outer.words = &words->second;
  outer.names = &names_for(words->second, pack.identity.id);
  outer.pack = &pack;
  return outer;
}

inline void pack_builder::read_standard(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = reader(file);
  const yaml_node& root = file.root;
  reading_cut_ = root.cut;
  auto& all = standards_of(pack);
  standard_definition result;
  if (root.find("copy") != nullptr) {
    if (!read_id(in, root.find("standard"), pack, result)) return;
    read_copy(in, root, pack, result);
    if (!result.unit.empty()) all.push_back(std::move(result));
    return;
  }
  in.only_keys(root, shapes::standard.names());
  if (!read_id(in, root.find("standard"), pack, result)) return;
  const auto outer = read_kind(in, root, pack, result);
  if (!outer) return;
  rule_node& top = result.root;
  read_common(in, root, *outer, top);
  read_show(in, root, *outer, top);
  node_context inner = *outer;
  inner.cite = top.cite;
  inner.in_force = top.in_force;
  if (const yaml_node* in_force = root.find("in_force")) {
    inner.in_force_where = in.span(*in_force);
  }
  read_layer_head(in, root, pack, result);
  reading_ = &result;
  read_members(in, in.require_key(root, "items"), inner, true, top);
  reading_ = nullptr;
  all.push_back(std::move(result));
}

/// Keys that every node has or takes over: title, cite, in_force, when, decision.
inline void pack_builder::read_common(const yaml_reader& in, const yaml_node& node,
                                      const node_context& outer, rule_node& to) {
  // A bare fact has a title already: its label.
  if (to.title.empty() && !to.fact) in.require_key(node, "title");
  to.cite = outer.cite;
  read_common_keys(in, node, outer, to);
}

/// Those that are there.
inline void pack_builder::read_common_keys(const yaml_reader& in, const yaml_node& node,
                                           const node_context& outer, rule_node& to) {
  to.where = in.span(node.entries.front().key);
  if (auto words = in.read_text(node.find("title"))) to.title = *words;
  if (const yaml_node* cite = node.find("cite")) to.cite = read_citation(in, cite, outer.cite);
  if (const yaml_node* ids = node.find("decision")) to.decisions = read_decision(in, ids);
  if (const yaml_node* when = node.find("when")) {
    to.when = read_condition(in, when, outer.visible(), expr::make(expr::type_kind::boolean));
  }
  const yaml_node* in_force = node.find("in_force");
  if (in_force == nullptr) return;
  to.in_force = read_in_force(in, in_force);
  const day_range& around = outer.in_force;
  const bool before = around.from && to.in_force.from && *to.in_force.from < *around.from;
  const bool after = around.to && to.in_force.to && *around.to < *to.in_force.to;
  if (before || after) {
    in.report_second("N0532", {before ? to.in_force.from->to_string()
                                      : to.in_force.to->to_string()},
                     *in_force, outer.in_force_where, "R0141");
  }
}

inline std::optional<rule_node> pack_builder::read_item(const yaml_reader& in,
                                                        const yaml_node& node,
                                                        const node_context& outer) {
  if (!in.expect_mapping(&node)) return std::nullopt;
  if (node.entries.empty()) {
    in.report("N0208", detail::missing_key("id"), node);
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
  read_layer_keys(in, node, item);
  read_group(in, node, outer, item);
  return item;
}

inline void pack_builder::read_group(const yaml_reader& in, const yaml_node& node,
                                     const node_context& outer, rule_node& to) {
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
  if (const yaml_node* in_force = node.find("in_force")) {
    if (to.in_force.from) inner.in_force.from = to.in_force.from;
    if (to.in_force.to) inner.in_force.to = to.in_force.to;
    inner.in_force_where = in.span(*in_force);
  }
  read_members(in, members, inner, false, to);
}

inline void pack_builder::read_members(const yaml_reader& in, const yaml_node* list,
                                       const node_context& outer, bool items, rule_node& to) {
  if (!in.expect_sequence(list)) return;
  if (list->items.empty()) in.report("N0517", {}, *list);
  std::map<std::string, source_span> ids;
  for (const yaml_node& node : list->items) {
    auto member = items ? read_item(in, node, outer) : read_member(in, node, outer);
    if (!member) continue;
    const auto [first, is_new] = ids.emplace(member->id, member->where);
    if (!is_new) {
      detail::add_finding(findings_, {"N0501",
                                      {member->id},
                                      member->where,
                                      {{"R0101", {}, first->second}}});
      continue;
    }
    to.members.push_back(*std::move(member));
  }
}

inline std::optional<rule_node> pack_builder::read_member(const yaml_reader& in,
                                                          const yaml_node& node,
                                                          const node_context& outer) {
  if (node.kind == yaml_kind::scalar) return bare_fact(in, node, outer);
  if (!in.expect_mapping(&node)) return std::nullopt;
  if (node.find("standard") != nullptr) return read_embedded(in, node, outer);
  if (is_group(node)) return read_item(in, node, outer);
  return read_part(in, node, outer);
}

/// A label stands in sentences, a title alone: in English with a capital.
[[nodiscard]] inline text as_title(text label) {
  if (!label.en.empty() && label.en[0] >= 'a' && label.en[0] <= 'z') {
    label.en[0] = static_cast<char>(label.en[0] - 'a' + 'A');
  }
  return label;
}

/// Makes `to` a part of the boolean fact that `node` names.
inline bool pack_builder::read_boolean_fact(const yaml_reader& in, const yaml_node& node,
                                            const node_context& outer, rule_node& to) const {
  const auto slot = outer.words->find_fact(node.text);
  if (!slot) {
    unknown(in, node, "R0155", node.text, outer.words->names);
    return false;
  }
  const fact_definition& f = *outer.words->fact(*slot);
  if (f.declared != fact_type::boolean) {
    in.report("N0535", {f.name}, node);
    return false;
  }
  to.fact = slot;
  to.id = f.name;
  to.path = path_below(outer.path, f.name);
  to.title = as_title(f.label);
  return true;
}

inline std::optional<rule_node> pack_builder::bare_fact(const yaml_reader& in,
                                                        const yaml_node& node,
                                                        const node_context& outer) {
  rule_node part;
  if (!in.scalar(&node) || !read_boolean_fact(in, node, outer, part)) return std::nullopt;
  part.cite = outer.cite;
  part.where = in.span(node);
  check_part(in, node, part);
  return part;
}

inline std::optional<rule_node> pack_builder::read_part(const yaml_reader& in,
                                                        const yaml_node& node,
                                                        const node_context& outer) {
  if (node.entries.empty()) {
    in.report("N0208", detail::missing_key("id"), node);
    return std::nullopt;
  }
  rule_node part;
  if (const yaml_node* fact = node.find("fact")) {
    in.only_keys(node, shapes::fact_part.names());
    if (!in.scalar(fact) || !read_boolean_fact(in, *fact, outer, part)) return std::nullopt;
    if (node.find("title") != nullptr) part.title = {};
  } else {
    in.only_keys(node, shapes::part.names());
    const yaml_node* id = in.require_key(node, "id");
    if (!in.scalar(id) || !check_name(in, *id)) return std::nullopt;
    part.id = id->text;
    part.path = path_below(outer.path, part.id);
    part.require = read_condition(in, node.find("require"), outer.visible(),
                                  expr::make(expr::type_kind::boolean), true);
  }
  read_common(in, node, outer, part);
  read_evidence_keys(in, node, outer, part);
  read_layer_keys(in, node, part);
  check_part(in, node, part);
  return part;
}

inline void pack_builder::read_show(const yaml_reader& in, const yaml_node& node,
                                    const node_context& outer, rule_node& to) const {
  if (node.find("show") != nullptr) to.show.clear();
  for (const yaml_node* name : in.read_words(node.find("show"))) {
    if (const auto slot = outer.words->find_fact(name->text)) {
      to.show.push_back(*slot);
    } else {
      unknown(in, *name, "R0155", name->text, outer.words->names);
    }
  }
}

inline void pack_builder::read_evidence_keys(const yaml_reader& in, const yaml_node& node,
                                             const node_context& outer,
                                             rule_node& to) const {
  if (const auto word =
          in.read_choice(node.find("strength"), shapes::part.words("strength"))) {
    to.strength = static_cast<strength>(*word);
  }
  read_show(in, node, outer, to);
  fact_definition plain;
  plain.declared = fact_type::number;
  if (const auto figure = read_literal(in, node.find("source_number"), plain)) {
    to.source_number = *figure->num();
  }
  if (in.read_choice(node.find("exceptions"), shapes::part.words("exceptions"))) {
    to.exceptions_allowed = true;
  }
}

inline void pack_builder::check_part(const yaml_reader& in, const yaml_node& node,
                                     const rule_node& part) const {
  const bool mapping = node.kind == yaml_kind::mapping;
  const yaml_node& shown = mapping ? node.entries.front().key : node;
  const bool requires_something = part.fact || (mapping && node.find("require") != nullptr);
  if (!requires_something && (decides(part.strength) || part.show.empty())) {
    const bool shows = mapping && node.find("show") != nullptr;
    if (decides(part.strength)) {
      in.report("N0536", {part.id}, shown);
    } else if (!shows) {
      in.report("N0537", {part.id}, shown);
    }
  }
  if (part.strength == strength::conditional && mapping && node.find("when") == nullptr) {
    in.report("N0538", {part.id}, *node.find("strength"));
  }
  if (decides(part.strength) && part.cite.empty() && part.decisions.empty() && !reading_cut_) {
    in.report("N0539", {part.id}, shown);
  }
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move, std::pair

#include <norma/load/impl/node_reader.ipp>

// The leaves of standards: parts by a condition, by a boolean fact, or shown only.

namespace norma::load_detail {

/// A label stands in sentences, a title alone: in English with a capital.
[[nodiscard]] inline text as_title(text label) {
  if (!label.en.empty() && label.en[0] >= 'a' && label.en[0] <= 'z') {
    label.en[0] = static_cast<char>(label.en[0] - 'a' + 'A');
  }
  return label;
}

/// Makes `to` a part of the boolean fact that `node` names.
inline bool node_reader::read_boolean_fact(const yaml_reader& in, const yaml_node& node,
                                           const node_context& outer,
                                           rule_node& to) const {
  const auto slot = outer.words->find_fact(node.text);
  if (!slot) {
    draft_.unknown(in, node, "R0155", node.text, outer.words->names);
    return false;
  }
  const fact_definition& f = *outer.words->fact(*slot);
  if (f.declared != fact_type::boolean) {
    in.report("N0535", {f.name}, node);
    return false;
  }
  draft_.hold(held_bytes(f.label), in.span(node));
  to.fact = slot;
  to.id = f.name;
  to.path = path_below(outer.path, f.name);
  to.title = as_title(f.label);
  return true;
}

inline std::optional<rule_node> node_reader::bare_fact(const yaml_reader& in,
                                                       const yaml_node& node,
                                                       const node_context& outer) const {
  rule_node part;
  if (!in.scalar(&node) || !read_boolean_fact(in, node, outer, part)) return std::nullopt;
  draft_.hold(sizeof(rule_node) + part.path.size() + held_bytes(outer.cite),
              in.span(node));
  part.cite = outer.cite;
  part.where = in.span(node);
  check_part(in, node, part);
  return part;
}

inline std::optional<rule_node> node_reader::read_part(const yaml_reader& in,
                                                       const yaml_node& node,
                                                       const node_context& outer) const {
  if (node.entries.empty()) {
    in.report("N0208", missing_key("id"), node);
    return std::nullopt;
  }
  rule_node part;
  if (const yaml_node* fact = node.find("fact")) {
    in.only_keys(node, shapes::fact_part.names());
    if (!in.scalar(fact) || !read_boolean_fact(in, *fact, outer, part))
      return std::nullopt;
    if (node.find("title") != nullptr) part.title = {};
  } else {
    in.only_keys(node, shapes::part.names());
    const yaml_node* id = in.require_key(node, "id");
    if (!in.scalar(id) || !check_name(in, *id)) return std::nullopt;
    part.id = id->text;
    part.path = path_below(outer.path, part.id);
    part.require = draft_.read_condition(in, node.find("require"), outer.visible(),
                                         expr::make(expr::type_kind::boolean), true);
  }
  read_common(in, node, outer, part);
  read_evidence_keys(in, node, outer, part);
  read_layer_keys(in, node, outer, part);
  check_part(in, node, part);
  return part;
}

inline void node_reader::read_show(const yaml_reader& in, const yaml_node& node,
                                   const node_context& outer, rule_node& to) const {
  if (node.find("show") != nullptr) to.show.clear();
  for (const yaml_node* name : in.read_words(node.find("show"))) {
    if (const auto slot = outer.words->find_fact(name->text)) {
      to.show.push_back(*slot);
    } else {
      draft_.unknown(in, *name, "R0155", name->text, outer.words->names);
    }
  }
}

inline void node_reader::read_evidence_keys(const yaml_reader& in, const yaml_node& node,
                                            const node_context& outer,
                                            rule_node& to) const {
  if (const auto word =
          in.read_choice(node.find("strength"), shapes::part.words("strength"))) {
    to.strength = static_cast<strength>(*word);
  }
  read_show(in, node, outer, to);
  fact_definition plain;
  plain.declared = fact_type::number;
  if (const auto figure = draft_.read_literal(in, node.find("source_number"), plain)) {
    to.source_number = *figure->num();
  }
  if (in.read_choice(node.find("exceptions"), shapes::part.words("exceptions"))) {
    to.exceptions_allowed = true;
  }
}

inline void node_reader::check_part(const yaml_reader& in, const yaml_node& node,
                                    const rule_node& part) const {
  const bool mapping = node.kind == yaml_kind::mapping;
  const yaml_node& shown = mapping ? node.entries.front().key : node;
  const bool requires_something =
      part.fact || (mapping && node.find("require") != nullptr);
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
  if (decides(part.strength) && part.cite.empty() && part.decisions.empty() &&
      !draft_.reading_cut) {
    in.report("N0539", {part.id}, shown);
  }
}

inline void node_reader::read_layer_keys(const yaml_reader& in, const yaml_node& node,
                                         const node_context& outer, rule_node& to) const {
  const yaml_node* refines = node.find("refines");
  const yaml_node* step = node.find("as");
  const yaml_node* derogation = node.find("derogation");
  if (outer.refining == nullptr || outer.refining->refines.empty()) {
    // A standard whose `refines` is wrong has a finding already.
    if (outer.refines_is_wrong) return;
    for (const auto& [key, given] : {std::pair{"refines", refines}, std::pair{"as", step},
                                     std::pair{"derogation", derogation}}) {
      if (given != nullptr) in.report("N0554", {key}, *given);
    }
    return;
  }
  if (const auto path = in.scalar(refines)) to.refines = *path;
  if (const auto word = in.read_choice(step, shapes::part.words("as"))) {
    to.step = static_cast<layer_step>(*word);
  }
  to.authority = read_authority(draft_, in, derogation);
  const yaml_node* claims = refines != nullptr ? refines : step;
  if (claims != nullptr) {
    claims_.paths.push_back({outer.refining->refines,
                             to.refines.empty() ? to.path : to.refines,
                             in.span(*claims)});
  }
  if (to.step == layer_step::relaxed && to.authority.empty() &&
      outer.refining->authority.empty() && !draft_.reading_cut) {
    in.report("N0556", {to.path}, *step);
  }
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find
#include <optional>   // std::optional

#include <norma/load/impl/node_reader.ipp>

// What stands at the head of a standard and of a scheme.

namespace norma::load_detail {

/// The id after `standard:` or `scheme:`; false if there is none to go on with.
[[nodiscard]] inline bool read_id(pack_draft& draft, const standard_finder& finder,
                                  const yaml_reader& in, const yaml_node* named,
                                  const pack_source& pack, standard_definition& to) {
  const auto id = in.scalar(named);
  if (!id || !check_id(in, *named)) return false;
  to.id = finder.key_of(*id, pack);
  to.pack = pack.identity.id;
  const auto first = draft.places.emplace("standard " + to.id, in.span(*named));
  if (!first.second) in.report_second("N0503", {*id}, *named, first.first->second);
  to.root.role = node_role::standard;
  to.root.id = *id;
  to.root.path = ".";
  return true;
}

/// The kind of units it is for, and the words its conditions use.
[[nodiscard]] inline std::optional<node_context> read_kind(const pack_draft& draft,
                                                           const yaml_reader& in,
                                                           const yaml_node& root,
                                                           const pack_source& pack,
                                                           standard_definition& to) {
  const yaml_node* unit = in.require_key(root, "unit");
  const auto kind = in.scalar(unit);
  if (!kind) return std::nullopt;
  const auto words = draft.content.vocabularies.find(*kind);
  if (words == draft.content.vocabularies.end()) {
    draft.unknown(in, *unit, "R0152", *kind, draft.content.units);
    return std::nullopt;
  }
  to.unit = *kind;
  const yaml_node* area = root.find("kind");
  if (const auto word = in.scalar(area)) {
    const auto& kinds = draft.content.units.at(*kind).kinds;
    if (std::find(kinds.begin(), kinds.end(), *word) == kinds.end()) {
      draft.unknown(in, *area, "R0158", *word, kinds);
    }
    to.area_kind = *word;
  }
  node_context outer;
  outer.words = &words->second;
  outer.names = &draft.names_for(words->second, pack.identity.id);
  outer.pack = &pack;
  return outer;
}

/// What nodes below the top of `root` take over from it.
[[nodiscard]] inline node_context below(const yaml_reader& in, const yaml_node& root,
                                        const rule_node& top, node_context outer) {
  outer = inside(top, std::move(outer));
  if (const yaml_node* in_force = root.find("in_force")) {
    outer.in_force_where = in.span(*in_force);
  }
  return outer;
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>

// What a standard says of the one that it refines (design section 8): which
// parts correspond, which are relaxed or dropped, and by what authority.

namespace norma::load_detail {

/// The standard that `named` names, of a pack above `pack`.
inline const standard_definition* pack_builder::upper_standard(const yaml_reader& in,
                                                               const yaml_node* named,
                                                               const pack_source& pack) {
  const auto written = in.scalar(named);
  if (!written) return nullptr;
  const std::string key = standard_key(*written, pack);
  const standard_definition* found = find_standard(key, pack);
  if (key.find(':') == std::string::npos || (found != nullptr && found->pack == pack.identity.id)) {
    in.report("N0553", {*written}, *named);
    return nullptr;
  }
  if (found == nullptr) report_no_standard(key, in.span(*named));
  return found;
}

inline citation pack_builder::read_authority(const yaml_reader& in,
                                             const yaml_node* node) const {
  if (!in.expect_mapping(node)) return {};
  in.only_keys(*node, shapes::derogation.names());
  return read_citation(in, in.require_key(*node, "authority"), {});
}

inline void pack_builder::read_layer_head(const yaml_reader& in, const yaml_node& root,
                                          const pack_source& pack,
                                          standard_definition& to) {
  const yaml_node* named = root.find("refines");
  for (const char* key : {"derogation", "drops"}) {
    const yaml_node* node = root.find(key);
    const bool refining = named != nullptr || !to.refines.empty();
    if (node != nullptr && !refining && !root.cut) in.report("N0554", {key}, *node);
  }
  if (const auto* upper = upper_standard(in, named, pack)) {
    const bool same_area = upper->area_kind.empty() || to.area_kind.empty() ||
                           upper->area_kind == to.area_kind;
    if (upper->unit == to.unit && same_area) {
      to.refines = upper->id;
    } else {
      in.report("N0551", {upper->id, kind_of(*upper), kind_of(to)}, *named);
    }
  }
  refines_is_wrong_ = (named != nullptr || root.cut) && to.refines.empty();
  if (!to.refines.empty()) {
    refining_.emplace_back(to.id, in.span(*(named != nullptr ? named : root.find("copy"))));
  }
  to.authority = read_authority(in, root.find("derogation"));
  const yaml_node* drops = root.find("drops");
  if (!in.expect_sequence(drops)) return;
  for (const yaml_node& node : drops->items) {
    if (in.expect_mapping(&node)) read_dropped(in, node, to);
  }
}

inline void pack_builder::read_dropped(const yaml_reader& in, const yaml_node& node,
                                       standard_definition& to) {
  in.only_keys(node, shapes::dropped.names());
  const yaml_node* part = in.require_key(node, "part");
  const auto path = in.scalar(part);
  const auto note = in.read_text(in.require_key(node, "note"));
  if (!path || !note || to.refines.empty()) return;
  dropped_part dropped{*path, *note, read_authority(in, node.find("derogation"))};
  for (const dropped_part& other : to.drops) {
    if (other.path == *path) in.report("N0501", {*path}, *part);
  }
  if (dropped.authority.empty() && to.authority.empty() && !reading_cut_) {
    in.report("N0556", {*path}, *part);
  }
  upper_paths_.push_back({to.refines, *path, in.span(*part)});
  to.drops.push_back(std::move(dropped));
}

inline void pack_builder::read_layer_keys(const yaml_reader& in, const yaml_node& node,
                                          rule_node& to) {
  const yaml_node* refines = node.find("refines");
  const yaml_node* step = node.find("as");
  const yaml_node* derogation = node.find("derogation");
  if (reading_ == nullptr || reading_->refines.empty()) {
    // A standard whose `refines` is wrong has a finding already.
    if (refines_is_wrong_) return;
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
  to.authority = read_authority(in, derogation);
  const yaml_node* claims = refines != nullptr ? refines : step;
  if (claims != nullptr) {
    upper_paths_.push_back({reading_->refines, to.refines.empty() ? to.path : to.refines,
                            in.span(*claims)});
  }
  if (to.step == layer_step::relaxed && to.authority.empty() && reading_->authority.empty() &&
      !reading_cut_) {
    in.report("N0556", {to.path}, *step);
  }
}

inline void collect_paths(const rule_node& at, std::vector<std::string>& to) {
  if (at.path != ".") to.push_back(at.path);
  for (const rule_node& member : at.members) collect_paths(member, to);
}

/// When all standards are whole: paths may lead into those inside others.
inline void pack_builder::check_upper_paths() const {
  for (const upper_path& named : upper_paths_) {
    const auto* upper = content_.find_standard(named.standard);
    if (upper == nullptr || may_be_lost(named.where.file, lost_parts)) continue;
    if (named.path != "." && find_node(upper->root, named.path) != nullptr) continue;
    std::vector<std::string> known;
    collect_paths(upper->root, known);
    detail::add_finding(findings_,
                        {"N0555",
                         {named.standard, named.path,
                          detail::near_word(findings_, named.path, known)},
                         named.where,
                         {}});
  }
}

}  // namespace norma::load_detail

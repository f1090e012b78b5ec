// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move

#include <norma/load/impl/read_nodes.ipp>
#include <norma/load/impl/read_parts.ipp>
#include <norma/load/impl/standard_head.ipp>

// Standards: a head, what it says of the standard that it refines, and items.

namespace norma::load_detail {

class standard_reader {
 public:
  standard_reader(pack_draft& draft, const standard_finder& finder, layer_claims& claims)
      : draft_(draft), finder_(finder), claims_(claims), nodes_(draft, finder, claims) {}

  void read(const rule_file& file, const pack_source& pack);

 private:
  [[nodiscard]] const standard_definition* upper_standard(const yaml_reader& in,
                                                          const yaml_node* named,
                                                          const pack_source& pack) const;
  void read_layer_head(const yaml_reader& in, const yaml_node& root,
                       const pack_source& pack, standard_definition& to) const;
  void read_dropped(const yaml_reader& in, const yaml_node& node,
                    standard_definition& to) const;

  // read_copies.ipp
  void read_copy(const yaml_reader& in, const yaml_node& root, const pack_source& pack,
                 standard_definition& to) const;
  void see_again(rule_node& at, const expr::scope& names) const;

  pack_draft& draft_;
  const standard_finder& finder_;
  layer_claims& claims_;
  node_reader nodes_;
};

/// What it refines has a finding already, or may stand where the file was not read.
[[nodiscard]] inline bool refines_is_wrong(const yaml_node& root,
                                           const standard_definition& read) {
  return (root.find("refines") != nullptr || root.cut) && read.refines.empty();
}

inline void standard_reader::read(const rule_file& file, const pack_source& pack) {
  const yaml_reader in = draft_.reader(file);
  const yaml_node& root = file.root;
  draft_.reading_cut = root.cut;
  auto& all = finder_.standards_of(pack);
  standard_definition result;
  if (root.find("copy") != nullptr) {
    if (!read_id(draft_, finder_, in, root.find("standard"), pack, result)) return;
    read_copy(in, root, pack, result);
    if (!result.unit.empty()) all.push_back(std::move(result));
    return;
  }
  in.only_keys(root, shapes::standard.names());
  if (!read_id(draft_, finder_, in, root.find("standard"), pack, result)) return;
  const auto outer = read_kind(draft_, in, root, pack, result);
  if (!outer) return;
  rule_node& top = result.root;
  nodes_.read_common(in, root, *outer, top);
  nodes_.read_show(in, root, *outer, top);
  read_layer_head(in, root, pack, result);
  node_context inner = below(in, root, top, *outer);
  inner.refining = &result;
  inner.refines_is_wrong = refines_is_wrong(root, result);
  nodes_.read_members(in, in.require_key(root, "items"), inner, true, top);
  all.push_back(std::move(result));
}

/// The standard that `named` names, of a pack above `pack`.
inline const standard_definition* standard_reader::upper_standard(
    const yaml_reader& in, const yaml_node* named, const pack_source& pack) const {
  const auto written = in.scalar(named);
  if (!written) return nullptr;
  const std::string key = finder_.key_of(*written, pack);
  const standard_definition* found = finder_.find(key, pack);
  if (key.find(':') == std::string::npos ||
      (found != nullptr && found->pack == pack.identity.id)) {
    in.report("N0553", {*written}, *named);
    return nullptr;
  }
  if (found == nullptr) finder_.report_none(key, in.span(*named));
  return found;
}

inline void standard_reader::read_layer_head(const yaml_reader& in, const yaml_node& root,
                                             const pack_source& pack,
                                             standard_definition& to) const {
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
  if (!to.refines.empty()) {
    claims_.refining.emplace_back(
        to.id, in.span(*(named != nullptr ? named : root.find("copy"))));
  }
  to.authority = read_authority(draft_, in, root.find("derogation"));
  const yaml_node* drops = root.find("drops");
  if (!in.expect_sequence(drops)) return;
  for (const yaml_node& node : drops->items) {
    if (in.expect_mapping(&node)) read_dropped(in, node, to);
  }
}

inline void standard_reader::read_dropped(const yaml_reader& in, const yaml_node& node,
                                          standard_definition& to) const {
  in.only_keys(node, shapes::dropped.names());
  const yaml_node* part = in.require_key(node, "part");
  const auto path = in.scalar(part);
  const auto note = in.read_text(in.require_key(node, "note"));
  if (!path || !note || to.refines.empty()) return;
  dropped_part dropped{*path, *note, read_authority(draft_, in, node.find("derogation"))};
  for (const dropped_part& other : to.drops) {
    if (other.path == *path) in.report("N0501", {*path}, *part);
  }
  if (dropped.authority.empty() && to.authority.empty() && !draft_.reading_cut) {
    in.report("N0556", {*path}, *part);
  }
  claims_.paths.push_back({to.refines, *path, in.span(*part)});
  to.drops.push_back(std::move(dropped));
}

}  // namespace norma::load_detail

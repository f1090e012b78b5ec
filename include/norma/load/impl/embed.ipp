// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find, std::max
#include <map>        // std::map
#include <memory>     // std::shared_ptr
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/load/impl/standard_finder.ipp>
#include <norma/rule/scheme.hpp>

// Standards as members of groups: when all are read, a member gets a copy of the
// tree of the standard that it names.

namespace norma::load_detail {

/// Bounds of a standard with those embedded in it.
inline constexpr std::size_t most_nodes = 20'000;
inline constexpr std::size_t most_embeddings = 8;

/// How large a standard is with those embedded in it.
struct tree_size {
  std::size_t nodes = 0;
  std::size_t bytes = 0;   ///< that it holds
  std::size_t levels = 0;  ///< of standards inside standards
};

class embedding {
 public:
  embedding(pack_draft& draft, const standard_finder& finder)
      : draft_(draft), finder_(finder) {}

  /// The standards of all packs, and the gates of `schemes`.
  void embed_all(const std::vector<std::shared_ptr<scheme_definition>>& schemes);

 private:
  void embed(standard_definition& in);
  void embed_members(rule_node& at, standard_definition& in);
  [[nodiscard]] bool fits_inside(const rule_node& member,
                                 const standard_definition& target,
                                 const standard_definition& in) const;

  pack_draft& draft_;
  const standard_finder& finder_;
  /// Standards whose members are whole, with the size of their trees.
  std::map<const standard_definition*, tree_size> trees_;
  std::vector<const standard_definition*> open_;  ///< one inside the other
};

inline void embedding::embed_all(
    const std::vector<std::shared_ptr<scheme_definition>>& schemes) {
  for (auto* all : {&draft_.content.used_standards, &draft_.content.upper_standards,
                    &draft_.content.standards}) {
    for (standard_definition& s : *all) embed(s);
  }
  for (const auto& scheme : schemes) embed(scheme->gates);
}

[[nodiscard]] inline std::size_t count_nodes(const rule_node& at) {
  std::size_t nodes = 1;
  for (const rule_node& member : at.members) nodes += count_nodes(member);
  return nodes;
}

inline void embedding::embed(standard_definition& in) {
  if (!trees_.try_emplace(&in, tree_size{count_nodes(in.root), held_bytes(in.root), 1})
           .second)
    return;
  open_.push_back(&in);
  embed_members(in.root, in);
  open_.pop_back();
}

/// Puts the paths of a copied tree below `path`.
inline void move_below(const std::string& path, rule_node& at) {
  at.path = at.path == "." ? path : path + '/' + at.path;
  for (rule_node& member : at.members) move_below(path, member);
}

inline void embedding::embed_members(rule_node& at, standard_definition& in) {
  for (rule_node& member : at.members) {
    if (member.embeds.empty()) {
      embed_members(member, in);
      continue;
    }
    standard_definition* target =
        finder_.find(member.embeds, *draft_.pack_named(in.pack));
    if (target == nullptr) {
      finder_.report_none(member.embeds, member.where);
      continue;
    }
    if (!fits_inside(member, *target, in)) continue;
    embed(*target);
    const tree_size inner = trees_.at(target);
    tree_size& whole = trees_.at(&in);
    if (whole.nodes + inner.nodes > most_nodes || inner.levels >= most_embeddings) {
      draft_.add({"N0552",
                  {in.id, std::to_string(most_nodes), std::to_string(most_embeddings)},
                  member.where,
                  {}});
      continue;
    }
    const std::size_t copied = inner.bytes + inner.nodes * (member.path.size() + 1);
    draft_.hold(copied, member.where);
    whole.nodes += inner.nodes;
    whole.bytes += copied;
    whole.levels = std::max(whole.levels, inner.levels + 1);
    rule_node tree = target->root;
    move_below(member.path, tree);
    tree.id = std::move(member.id);
    tree.embeds = std::move(member.embeds);
    tree.where = std::move(member.where);
    member = std::move(tree);
  }
}

/// For units of the same kind, and not inside itself.
inline bool embedding::fits_inside(const rule_node& member,
                                   const standard_definition& target,
                                   const standard_definition& in) const {
  const bool same_area = target.area_kind.empty() || target.area_kind == in.area_kind;
  if (target.unit != in.unit || !same_area) {
    draft_.add({"N0551", {target.id, kind_of(target), kind_of(in)}, member.where, {}});
    return false;
  }
  const auto open = std::find(open_.begin(), open_.end(), &target);
  if (open == open_.end()) return true;
  std::string circle;
  for (auto at = open; at != open_.end(); ++at) circle += (*at)->id + " → ";
  draft_.add({"N0550", {target.id, circle + target.id}, member.where, {}});
  return false;
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>          // std::map
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair

#include <norma/load/impl/conditions.ipp>
#include <norma/load/impl/layer_claims.ipp>
#include <norma/load/impl/standard_finder.ipp>
#include <norma/rule/content.hpp>

// Reads the nodes of standards, of copies and of the gates of schemes.

namespace norma::load_detail {

/// What a node of a standard takes over from those around it.
struct node_context {
  const vocabulary* words = nullptr;
  const expr::scope* names = nullptr;  ///< what the pack sees; null: all words
  const pack_source* pack = nullptr;
  std::string path;  ///< of the enclosing node, "" for the standard
  citation cite;
  day_range in_force;
  source_span in_force_where;
  /// The standard whose nodes may speak of the one that it refines.
  const standard_definition* refining = nullptr;
  bool refines_is_wrong = false;  ///< which has a finding already

  [[nodiscard]] const expr::scope& visible() const {
    return names != nullptr ? *names : words->names;
  }
};

[[nodiscard]] inline std::string path_below(const std::string& outer,
                                            const std::string& id) {
  return outer.empty() ? id : outer + '/' + id;
}

/// What members of a node take over from it: its path and clause, and of its days
/// those that it gives.
[[nodiscard]] inline node_context inside(const rule_node& at, node_context outer) {
  outer.path = at.path == "." ? std::string() : at.path;
  outer.cite = at.cite;
  if (at.in_force.from) outer.in_force.from = at.in_force.from;
  if (at.in_force.to) outer.in_force.to = at.in_force.to;
  return outer;
}

class node_reader {
 public:
  node_reader(pack_draft& draft, const standard_finder& finder, layer_claims& claims)
      : draft_(draft), finder_(finder), claims_(claims) {}

  void read_members(const yaml_reader& in, const yaml_node* list,
                    const node_context& outer, bool items, rule_node& to) const;
  void read_group(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                  rule_node& to) const;
  void read_common(const yaml_reader& in, const yaml_node& node,
                   const node_context& outer, rule_node& to) const;
  void read_common_keys(const yaml_reader& in, const yaml_node& node,
                        const node_context& outer, rule_node& to) const;
  bool read_boolean_fact(const yaml_reader& in, const yaml_node& node,
                         const node_context& outer, rule_node& to) const;
  void read_show(const yaml_reader& in, const yaml_node& node, const node_context& outer,
                 rule_node& to) const;
  void read_evidence_keys(const yaml_reader& in, const yaml_node& node,
                          const node_context& outer, rule_node& to) const;
  /// What a node says of the one that it refines (design section 8).
  void read_layer_keys(const yaml_reader& in, const yaml_node& node,
                       const node_context& outer, rule_node& to) const;

 private:
  [[nodiscard]] std::optional<rule_node> read_item(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer) const;
  [[nodiscard]] std::optional<rule_node> read_member(const yaml_reader& in,
                                                     const yaml_node& node,
                                                     const node_context& outer) const;
  [[nodiscard]] std::optional<rule_node> read_part(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer) const;
  [[nodiscard]] std::optional<rule_node> bare_fact(const yaml_reader& in,
                                                   const yaml_node& node,
                                                   const node_context& outer) const;
  [[nodiscard]] std::optional<rule_node> read_embedded(const yaml_reader& in,
                                                       const yaml_node& node,
                                                       const node_context& outer) const;
  void check_part(const yaml_reader& in, const yaml_node& node,
                  const rule_node& part) const;

  pack_draft& draft_;
  const standard_finder& finder_;
  layer_claims& claims_;
};

}  // namespace norma::load_detail

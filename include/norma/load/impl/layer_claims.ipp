// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <norma/load/impl/draft_words.ipp>

// What standards say of those that they refine, until all are whole.

namespace norma::load_detail {

/// A path in an upper standard that a lower one names.
struct upper_path {
  std::string standard;
  std::string path;
  source_span where;
};

/// A standard that a copied group or part names: the upper one, though the pack
/// that copies may have one in its place.
struct copied_standard_name {
  std::string pack;   ///< that copies
  std::string named;  ///< as this pack finds it
  std::string path;   ///< of the group around it, or of the part whose condition it is
  source_span where;
};

struct layer_claims {
  std::vector<upper_path> paths;
  /// Standards that refine another, by where they say so.
  std::vector<std::pair<std::string, source_span>> refining;
  std::vector<copied_standard_name> copied_names;
};

/// `derogation: {authority: …}`: by what a lower standard may relax.
[[nodiscard]] inline citation read_authority(const pack_draft& draft,
                                             const yaml_reader& in,
                                             const yaml_node* node) {
  if (!in.expect_mapping(node)) return {};
  in.only_keys(*node, shapes::derogation.names());
  return draft.read_citation(in, in.require_key(*node, "authority"), {});
}

inline void collect_paths(const rule_node& at, std::vector<std::string>& to) {
  if (at.path != ".") to.push_back(at.path);
  for (const rule_node& member : at.members) collect_paths(member, to);
}

}  // namespace norma::load_detail

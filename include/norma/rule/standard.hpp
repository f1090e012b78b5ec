// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/structure.hpp>
#include <norma/value/number.hpp>

namespace norma {

struct unit;

/// What a part or a group says it is to what it refines, where that can not be
/// computed.
enum class layer_step { kept, tightened, relaxed };

/// A node of a standard: the standard itself, an item (one numbered clause),
/// a group inside it, or a part (one atomic requirement). A member of a group
/// may be another standard (role `standard`), whose tree stands below it.
struct rule_node {
  node_role role = node_role::part;
  std::string id;
  /// `.`, `training`, `training/frontline_share`; below an embedded standard
  /// `size/enterprise.large_medium/training`.
  std::string path;
  text title;
  citation cite;  ///< inherited where the file gives none
  day_range in_force;
  std::optional<expr::expression> when;
  std::vector<std::string> decisions;  ///< ids of the readings and choices it rests on
  source_span where;

  // Groups.
  norma::combine combine = norma::combine::all;
  std::size_t at_least = 0;
  std::vector<rule_node> members;
  std::string embeds;  ///< of an embedded standard: its id, as the pack finds it

  // Parts.
  norma::strength strength = norma::strength::mandatory;
  std::optional<expr::expression> require;  ///< none: shown only
  std::optional<std::uint32_t> fact;        ///< slot, where the part is a bare fact
  std::vector<std::uint32_t> show;          ///< slots printed as evidence
  std::optional<number> source_number;
  bool exceptions_allowed = false;

  // Parts and groups of a standard that refines another (design section 8).
  std::string refines;             ///< path there; empty: the same path
  std::optional<layer_step> step;  ///< declared by the author
  citation authority;              ///< for relaxing it; may be empty
};

/// A part of the upper standard that has no counterpart in the lower one.
struct dropped_part {
  std::string path;  ///< in the upper standard
  text note;
  citation authority;  ///< for dropping it; may be empty
};

/// A standard: a tree of items, for units of one kind.
struct standard_definition {
  std::string id;         ///< of an upper pack's: `cn:enterprise`
  std::string pack;       ///< the pack that declares it
  std::string unit;       ///< unit kind
  std::string area_kind;  ///< of an area, where the standard names one
  std::string refines;    ///< the upper standard, `cn:enterprise`; may be empty
  citation authority;     ///< to relax and to drop; may be empty
  std::vector<dropped_part> drops;
  rule_node root;

  /// True if `given` is such a unit, a park where it is for parks. What a unit
  /// does not say of its kind is not held against it.
  [[nodiscard]] bool is_for(const norma::unit& given) const;
};

/// The node at `path` below `root`, or null.
[[nodiscard]] const rule_node* find_node(const rule_node& root, std::string_view path);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/standard.ipp>
#endif

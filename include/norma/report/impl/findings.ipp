// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader must know first: the nodes that make the unit fail, and those
// that keep the verdict open; members that do not bear on it are left out.

#include <algorithm>   // std::any_of
#include <functional>  // std::less
#include <map>         // std::map
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/assess/report.hpp>

namespace norma::report_detail {

/// A node that bears on the verdict. A group of which any would do, and a
/// standard inside another, stands first and its members follow one level deeper.
struct finding {
  const report_node* node = nullptr;
  bool in_none = false;
  int depth = 0;
  /// Parts of the same clause that are open for the same causes.
  std::vector<const report_node*> also = {};
};

[[nodiscard]] inline bool bears(const report_node& n) {
  return n.role != node_role::part || decides(n.strength);
}

/// A group or standard whose own guard or day keeps its members from being
/// looked at.
[[nodiscard]] inline bool is_closed(const report_node& n) {
  return std::any_of(n.members.begin(), n.members.end(), [](const report_node& m) {
    return m.reason && (m.reason->code == "above_unknown" || m.reason->code == "above");
  });
}

/// A standard inside another: what fails in it is listed below its name.
[[nodiscard]] inline bool is_embedded(const report_node& n) {
  return n.role == node_role::standard && n.path != ".";
}

/// True if mending one member (or some) of the group would mend the group.
[[nodiscard]] inline bool needs_one(const report_node& n, bool in_none) {
  if (n.combine == combine::at_least) return true;
  return n.combine == (in_none ? combine::all : combine::any);
}

/// Below an odd number of `none` groups (`in_none`) what passes is at fault.
inline void collect_failing(const report_node& n, bool in_none, int depth,
                            std::vector<finding>& out) {
  if (n.role == node_role::part) {
    out.push_back({&n, in_none, depth, {}});
    return;
  }
  const bool below_none = in_none != (n.combine == combine::none);
  const auto guilty = below_none ? verdict::pass : verdict::fail;
  const bool listed = needs_one(n, in_none) || is_embedded(n);
  if (listed) out.push_back({&n, in_none, depth, {}});
  for (const auto& member : n.members) {
    if (!bears(member) || member.verdict != guilty) continue;
    collect_failing(member, below_none, listed ? depth + 1 : depth, out);
  }
}

inline void collect_open(const report_node& n, bool in_none, int depth,
                         std::vector<finding>& out) {
  if (n.role == node_role::part || is_closed(n)) {
    if (n.verdict == verdict::undetermined) out.push_back({&n, in_none, depth, {}});
    return;
  }
  // Where every member must do, one that fails leaves the others open.
  const auto bad = in_none ? verdict::pass : verdict::fail;
  const bool needs = needs_one(n, in_none);
  if (n.verdict != verdict::undetermined && (needs || n.verdict != bad)) return;
  // A standard that fails is no heading of what is undetermined.
  const bool listed = needs || (is_embedded(n) && n.verdict == verdict::undetermined);
  if (listed) out.push_back({&n, in_none, depth, {}});
  for (const auto& member : n.members) {
    if (!bears(member)) continue;
    collect_open(member, in_none != (n.combine == combine::none),
                 listed ? depth + 1 : depth, out);
  }
}

[[nodiscard]] inline std::vector<finding> failing(const report& r) {
  std::vector<finding> out;
  if (r.tree.verdict == verdict::fail) collect_failing(r.tree, false, 0, out);
  return out;
}

[[nodiscard]] inline bool is_open_as(const report_node& a, const report_node& b) {
  return a.role == node_role::part && b.role == node_role::part && a.cite == b.cite &&
         a.causes == b.causes;
}

[[nodiscard]] inline std::vector<finding> open(const report& r) {
  std::vector<finding> out;
  std::vector<finding> all;
  collect_open(r.tree, false, 0, all);
  for (auto& one : all) {
    if (!out.empty() && is_open_as(*out.back().node, *one.node) &&
        out.back().depth == one.depth && out.back().in_none == one.in_none) {
      out.back().also.push_back(one.node);
    } else {
      out.push_back(std::move(one));
    }
  }
  return out;
}

/// The decisions that nodes rest on, by id.
inline void collect_decisions(const report_node& n,
                              std::map<std::string, text, std::less<>>& out) {
  for (const auto& one : n.decisions) out.emplace(one.id, one.wording);
  for (const auto& member : n.members) collect_decisions(member, out);
}

}  // namespace norma::report_detail

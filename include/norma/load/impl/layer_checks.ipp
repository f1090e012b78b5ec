// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of, std::find_if, std::includes
#include <cstdint>      // std::uint32_t
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/load/impl/layer_keys.ipp>
#include <norma/load/impl/pack_builder.ipp>

// What can be found out of a standard that refines another without comparing
// the two unit by unit: that nothing of the upper one is passed over, that
// nothing is both dropped and restated, and that the author says what he makes
// of a part where the facts alone do not.

namespace norma::load_detail {

/// Every node below `at` that stands for an upper one: by its path, or by what
/// it says that it refines. Standards inside go by themselves.
inline void match_nodes(const rule_node& at, const rule_node& upper,
                        std::vector<layer_match>& to) {
  for (const rule_node& member : at.members) {
    const rule_node* there =
        find_node(upper, member.refines.empty() ? member.path : member.refines);
    if (there != nullptr) to.push_back({&member, there});
    if (member.embeds.empty()) match_nodes(member, upper, to);
  }
}

/// Parts that decide and standards inside, at and below `at`.
inline void collect_requirements(const rule_node& at, std::vector<const rule_node*>& to) {
  if (at.role == node_role::part ? decides(at.strength) : !at.embeds.empty()) {
    to.push_back(&at);
    return;
  }
  for (const rule_node& member : at.members) collect_requirements(member, to);
}

/// The facts that decide at and below `at`.
inline void collect_deciding_facts(const rule_node& at, const vocabulary& words,
                                   std::set<std::uint32_t>& to) {
  const auto use = [&](std::uint32_t slot) {
    if (words.fact(slot) != nullptr) to.insert(slot);
  };
  if (at.fact) use(*at.fact);
  for (const auto* condition : {&at.when, &at.require}) {
    if (!*condition) continue;
    for (const std::uint32_t slot : (*condition)->slots) use(slot);
  }
  for (const rule_node& member : at.members) collect_deciding_facts(member, words, to);
}

[[nodiscard]] inline std::set<std::uint32_t> deciding_facts(const rule_node& at,
                                                            const vocabulary& words) {
  std::set<std::uint32_t> all;
  collect_deciding_facts(at, words, all);
  return all;
}

/// Whether `path` is `outer` or lies below it.
[[nodiscard]] inline bool is_within(std::string_view path, std::string_view outer) {
  return path.substr(0, outer.size()) == outer &&
         (path.size() == outer.size() || path[outer.size()] == '/');
}

inline void pack_builder::check_refinements() {
  if (names_missing_ || has_errors(findings_)) return;
  for (const auto& [id, where] : refining_) {
    const standard_definition* lower = find_standard(id);
    const standard_definition* upper =
        lower == nullptr ? nullptr : find_standard(lower->refines);
    if (upper != nullptr) check_refinement(*lower, *upper, where);
  }
}

inline void pack_builder::check_refinement(const standard_definition& lower,
                                           const standard_definition& upper,
                                           const source_span& where) {
  std::vector<layer_match> matches;
  match_nodes(lower.root, upper.root, matches);
  for (const dropped_part& gone : lower.drops) {
    const auto again = std::find_if(matches.begin(), matches.end(), [&](const layer_match& m) {
      return m.upper->path == gone.path && m.upper->role == node_role::part;
    });
    if (again == matches.end()) continue;
    detail::add_finding(
        findings_, {"N0561", {gone.path, again->lower->path}, again->lower->where, {}});
  }
  std::string passed_over;
  std::vector<const rule_node*> requirements;
  collect_requirements(upper.root, requirements);
  for (const rule_node* each : requirements) {
    if (is_restated(*each, lower, matches)) continue;
    passed_over += (passed_over.empty() ? "" : ", ") + each->path;
  }
  if (!passed_over.empty()) {
    detail::add_finding(findings_, {"N0560", {upper.id, passed_over}, where, {}});
  }
  const vocabulary& words = content_.vocabularies.at(lower.unit);
  for (const layer_match& m : matches) check_match(m, lower, words);
}

/// Whether the lower standard says what became of an upper requirement.
inline bool pack_builder::is_restated(const rule_node& upper, const standard_definition& lower,
                                      const std::vector<layer_match>& matches) {
  for (const dropped_part& gone : lower.drops) {
    if (is_within(upper.path, gone.path)) return true;
  }
  for (const layer_match& m : matches) {
    // A group at the path of a group leaves its members to themselves.
    const bool whole = m.lower->role == node_role::part || !m.lower->refines.empty() ||
                       m.upper->path == upper.path;
    if (whole && is_within(upper.path, m.upper->path)) return true;
  }
  return !upper.embeds.empty() && embeds_refined(lower.root, upper.embeds);
}

/// Whether a standard inside is the one named, or one that refines it.
inline bool pack_builder::embeds_refined(const rule_node& at, const std::string& wanted) {
  std::string id = at.embeds;
  while (!id.empty() && id != wanted) {
    const standard_definition* inner = find_standard(id);
    id = inner == nullptr ? std::string() : inner->refines;
  }
  if (!id.empty()) return true;
  return std::any_of(at.members.begin(), at.members.end(),
                     [&](const rule_node& member) { return embeds_refined(member, wanted); });
}

inline void pack_builder::check_match(const layer_match& m, const standard_definition& lower,
                                      const vocabulary& words) const {
  const bool group = m.lower->role != node_role::part;
  const bool both_groups = group && m.upper->role != node_role::part;
  if (both_groups && m.lower->refines.empty()) return;
  const bool decided = m.upper->role != node_role::part || decides(m.upper->strength);
  const bool decides_below = group || decides(m.lower->strength);
  if (decided && !decides_below && m.lower->authority.empty() && lower.authority.empty()) {
    detail::add_finding(findings_, {"N0556", {m.upper->path}, m.lower->where, {}});
  }
  if (!decided || !decides_below || m.lower->step) return;
  // Where one rests on no more than the other, the two can be compared.
  const auto below = deciding_facts(*m.lower, words);
  const auto above = deciding_facts(*m.upper, words);
  if (std::includes(below.begin(), below.end(), above.begin(), above.end()) ||
      std::includes(above.begin(), above.end(), below.begin(), below.end())) {
    return;
  }
  detail::add_finding(findings_,
                      {"N0562", {m.lower->path, m.upper->path}, m.lower->where, {}});
}

}  // namespace norma::load_detail

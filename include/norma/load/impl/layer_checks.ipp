// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find_if, std::includes
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <functional>   // std::less
#include <map>          // std::map
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/load/impl/layer_claims.ipp>
#include <norma/load/impl/standard_finder.ipp>

// What can be found out of a standard that refines another without comparing
// the two unit by unit: that nothing of the upper one is passed over, that
// nothing is both dropped and restated, and that the author says what he makes
// of a part where the facts alone do not.

namespace norma::load_detail {

/// A node of a lower standard and the one above that it stands for.
struct layer_match {
  const rule_node* lower = nullptr;
  const rule_node* upper = nullptr;
};

/// Nodes by their paths.
using nodes_by_path = std::map<std::string_view, const rule_node*>;

inline void index_nodes(const rule_node& at, nodes_by_path& to) {
  to.emplace(at.path, &at);
  for (const rule_node& member : at.members) index_nodes(member, to);
}

/// Every node below `at` that stands for an upper one: by its path, or by what
/// it says that it refines. Standards inside go by themselves.
inline void match_nodes(const rule_node& at, const nodes_by_path& upper,
                        std::vector<layer_match>& to) {
  for (const rule_node& member : at.members) {
    const auto there = upper.find(member.refines.empty() ? member.path : member.refines);
    if (there != upper.end()) to.push_back({&member, there->second});
    if (member.embeds.empty()) match_nodes(member, upper, to);
  }
}

/// A group at the path of a group: its members go by themselves.
[[nodiscard]] inline bool is_left_to_members(const layer_match& m) {
  return m.lower->role != node_role::part && m.upper->role != node_role::part &&
         m.lower->refines.empty();
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
  if (at.role == node_role::part && !decides(at.strength)) return;
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

/// Whether `path` or one around it is among `paths`.
[[nodiscard]] inline bool lies_in(std::string_view path,
                                  const std::set<std::string, std::less<>>& paths) {
  for (;;) {
    if (paths.count(path) > 0) return true;
    const std::size_t above = path.rfind('/');
    if (above == std::string_view::npos) return false;
    path = path.substr(0, above);
  }
}

/// To be asked when all standards are whole.
class layer_checker {
 public:
  layer_checker(const pack_draft& draft, const standard_finder& finder,
                const layer_claims& claims)
      : draft_(draft), finder_(finder), claims_(claims) {}

  void check_upper_paths() const;
  void check_refinements() const;
  void check_copied_names() const;

 private:
  void check_refinement(const standard_definition& lower,
                        const standard_definition& upper, const source_span& where) const;
  [[nodiscard]] std::vector<std::string_view> stands_for(
      const standard_definition& lower) const;
  void collect_embedded(const rule_node& at, std::set<std::string_view>& to) const;
  void check_match(const layer_match& m, const standard_definition& lower,
                   const vocabulary& words) const;

  const pack_draft& draft_;
  const standard_finder& finder_;
  const layer_claims& claims_;
};

/// Paths may lead into standards inside others.
inline void layer_checker::check_upper_paths() const {
  for (const upper_path& named : claims_.paths) {
    const auto* upper = finder_.find(named.standard);
    if (upper == nullptr || draft_.may_be_lost(named.where.file, lost_parts)) continue;
    if (named.path != "." && find_node(upper->root, named.path) != nullptr) continue;
    std::vector<std::string> known;
    if (draft_.findings.size() < most_hints) collect_paths(upper->root, known);
    draft_.add(
        {"N0555",
         {named.standard, named.path, near_word(draft_.findings, named.path, known)},
         named.where,
         {}});
  }
}

inline void layer_checker::check_refinements() const {
  if (draft_.names_missing || has_errors(draft_.findings)) return;
  for (const auto& [id, where] : claims_.refining) {
    const standard_definition* lower = finder_.find(id);
    const standard_definition* upper =
        lower == nullptr ? nullptr : finder_.find(lower->refines);
    if (upper != nullptr) check_refinement(*lower, *upper, where);
  }
}

inline void layer_checker::check_refinement(const standard_definition& lower,
                                            const standard_definition& upper,
                                            const source_span& where) const {
  nodes_by_path above;
  index_nodes(upper.root, above);
  // Compared are all the nodes of both.
  draft_.hold(above.size() * sizeof(nodes_by_path::value_type) * 2, where);
  std::vector<layer_match> matches;
  match_nodes(lower.root, above, matches);
  for (const dropped_part& gone : lower.drops) {
    const auto again =
        std::find_if(matches.begin(), matches.end(), [&](const layer_match& m) {
          return m.upper->path == gone.path && m.upper->role == node_role::part;
        });
    if (again == matches.end()) continue;
    draft_.add({"N0561", {gone.path, again->lower->path}, again->lower->where, {}});
  }
  std::set<std::string, std::less<>> restated;
  for (const dropped_part& gone : lower.drops) restated.insert(gone.path);
  for (const layer_match& m : matches) {
    if (!is_left_to_members(m)) restated.insert(m.upper->path);
  }
  std::set<std::string_view> embedded;
  collect_embedded(lower.root, embedded);
  constexpr std::size_t most_told = 20;
  std::size_t told = 0;
  std::string passed_over;
  std::vector<const rule_node*> requirements;
  collect_requirements(upper.root, requirements);
  for (const rule_node* each : requirements) {
    if (lies_in(each->path, restated)) continue;
    if (!each->embeds.empty() && embedded.count(each->embeds) > 0) continue;
    if (++told > most_told) {
      passed_over += ", …";
      break;
    }
    passed_over += (passed_over.empty() ? "" : ", ") + each->path;
  }
  if (!passed_over.empty()) {
    draft_.add({"N0560", {upper.id, passed_over}, where, {}});
  }
  const vocabulary& words = draft_.content.vocabularies.at(lower.unit);
  for (const layer_match& m : matches) check_match(m, lower, words);
}

/// A pack that restates an upper standard may mean its own where a copy of another
/// standard goes on with the upper one.
inline void layer_checker::check_copied_names() const {
  // By pack: its own standards by those that they stand for, and by their bare ids.
  using own_standards = std::map<std::string_view, const standard_definition*>;
  std::map<std::string, own_standards> all;
  const auto standards_of = [&](const pack_source& pack) -> const own_standards& {
    const auto [found, is_new] = all.try_emplace(pack.identity.id);
    if (!is_new) return found->second;
    for (const standard_definition& own : finder_.standards_of(pack)) {
      if (own.pack != pack.identity.id) continue;
      for (const std::string_view id : stands_for(own)) found->second.emplace(id, &own);
    }
    return found->second;
  };
  for (const copied_standard_name& claim : claims_.copied_names) {
    const pack_source& pack = *draft_.pack_named(claim.pack);
    const std::string bare = claim.named.substr(claim.named.find(':') + 1);
    const own_standards& own = standards_of(pack);
    const auto by_name = own.find(finder_.key_of(bare, pack));
    const auto by_refining = own.find(claim.named);
    // Of two the one that comes first is told.
    const standard_definition* found = nullptr;
    for (const auto& at : {by_name, by_refining}) {
      if (at != own.end() && (found == nullptr || at->second < found)) found = at->second;
    }
    if (found == nullptr) continue;
    const std::string shown = found->id.substr(found->id.find(':') + 1);
    draft_.add({"N0570", {claim.path, claim.named, shown}, claim.where, {}});
  }
}

/// Ids of the standard and of those that it refines by any steps.
inline std::vector<std::string_view> layer_checker::stands_for(
    const standard_definition& lower) const {
  std::vector<std::string_view> ids;
  const standard_definition* at = &lower;
  while (at != nullptr) {
    ids.push_back(at->id);
    at = at->refines.empty() ? nullptr : finder_.find(at->refines);
  }
  return ids;
}

/// Those that standards inside stand for.
inline void layer_checker::collect_embedded(const rule_node& at,
                                            std::set<std::string_view>& to) const {
  const standard_definition* inner =
      at.embeds.empty() ? nullptr : finder_.find(at.embeds);
  if (inner != nullptr) {
    for (const std::string_view id : stands_for(*inner)) to.insert(id);
  }
  for (const rule_node& member : at.members) collect_embedded(member, to);
}

inline void layer_checker::check_match(const layer_match& m,
                                       const standard_definition& lower,
                                       const vocabulary& words) const {
  if (is_left_to_members(m)) return;
  const bool group = m.lower->role != node_role::part;
  const bool decided = m.upper->role != node_role::part || decides(m.upper->strength);
  const bool decides_below = group || decides(m.lower->strength);
  if (decided && !decides_below && m.lower->authority.empty() &&
      lower.authority.empty()) {
    draft_.add({"N0556", {m.upper->path}, m.lower->where, {}});
  }
  if (!decided || !decides_below || m.lower->step) return;
  // Where one rests on no more than the other, the two can be compared.
  const auto below = deciding_facts(*m.lower, words);
  const auto above = deciding_facts(*m.upper, words);
  if (std::includes(below.begin(), below.end(), above.begin(), above.end()) ||
      std::includes(above.begin(), above.end(), below.begin(), below.end())) {
    return;
  }
  draft_.add({"N0562", {m.lower->path, m.upper->path}, m.lower->where, {}});
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of, std::find_if, std::includes
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <functional>   // std::less
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
  [[nodiscard]] bool stands_for(const standard_definition& lower,
                                const std::string& wanted) const;
  [[nodiscard]] bool embeds_refined(const rule_node& at, const std::string& wanted) const;
  void check_match(const layer_match& m, const standard_definition& lower,
                   const vocabulary& words) const;

  const pack_draft& draft_;
  const standard_finder& finder_;
  const layer_claims& claims_;
};

/// Paths may lead into standards inside others.
inline void layer_checker::check_upper_paths() const {
  for (const upper_path& named : claims_.paths) {
    const auto* upper = draft_.content.find_standard(named.standard);
    if (upper == nullptr || draft_.may_be_lost(named.where.file, lost_parts)) continue;
    if (named.path != "." && find_node(upper->root, named.path) != nullptr) continue;
    std::vector<std::string> known;
    collect_paths(upper->root, known);
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
  std::vector<layer_match> matches;
  match_nodes(lower.root, upper.root, matches);
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
  std::string passed_over;
  std::vector<const rule_node*> requirements;
  collect_requirements(upper.root, requirements);
  for (const rule_node* each : requirements) {
    if (lies_in(each->path, restated)) continue;
    if (!each->embeds.empty() && embeds_refined(lower.root, each->embeds)) continue;
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
  for (const copied_standard_name& claim : claims_.copied_names) {
    const pack_source& pack = *draft_.pack_named(claim.pack);
    const std::string bare = claim.named.substr(claim.named.find(':') + 1);
    for (const standard_definition& own : finder_.standards_of(pack)) {
      if (own.pack != claim.pack) continue;
      const std::string key = finder_.key_of(bare, pack);
      if (own.id != key && !stands_for(own, claim.named)) continue;
      const std::string shown = own.id.substr(own.id.find(':') + 1);
      draft_.add({"N0570", {claim.path, claim.named, shown}, claim.where, {}});
      break;
    }
  }
}

/// Whether the standard is the one named, or refines it by any steps.
inline bool layer_checker::stands_for(const standard_definition& lower,
                                      const std::string& wanted) const {
  const standard_definition* at = &lower;
  while (at != nullptr && at->id != wanted) {
    at = at->refines.empty() ? nullptr : finder_.find(at->refines);
  }
  return at != nullptr;
}

/// Whether a standard inside is the one named, or one that refines it.
inline bool layer_checker::embeds_refined(const rule_node& at,
                                          const std::string& wanted) const {
  const standard_definition* inner =
      at.embeds.empty() ? nullptr : finder_.find(at.embeds);
  if (inner != nullptr && stands_for(*inner, wanted)) return true;
  return std::any_of(at.members.begin(), at.members.end(), [&](const rule_node& member) {
    return embeds_refined(member, wanted);
  });
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts by which units in a list fail a standard that a condition asks of them.
// A bound member keeps its verdict only: it is bound again from what was supplied.

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <set>      // std::set
#include <string>   // std::string, std::to_string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/impl/find_supplied.ipp>
#include <norma/assess/impl/members.ipp>
#include <norma/assess/impl/stated.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

class unmet_parts {
 public:
  // The standards that `e` demands of elements; none: there is nothing to find.
  unmet_parts(const bound_facts& facts, const expr::expression& e)
      : facts_(facts), told_(facts.account) {
    if (facts.given) collect_demanded(e.tree);
  }

  void add_to(std::vector<deciding_elements>& all) const {
    if (asked_.empty()) return;
    for (auto& group : all) add_to(group);
  }

 private:
  // The units that were supplied, and the days of the list's evidence.
  struct supplied_list {
    const std::vector<unit>* members = nullptr;
    evidence_days from;
    value unsaid;
  };

  // Those below `not(…)` are not to be met.
  void collect_demanded(const expr::node& n) {
    if (n.kind == expr::node_kind::call && n.name == "not") return;
    const auto asked = expr::standard_asked(n);
    if (!asked.empty()) asked_.emplace(asked);
    for (const auto& child : n.children) collect_demanded(child);
  }

  void add_to(deciding_elements& group) const {
    if (group.first.empty() || !told_.has_room()) return;
    const auto slot = facts_.names->find_fact(group.list);
    const auto* f = slot ? facts_.names->fact(*slot) : nullptr;
    if (f == nullptr || !f->lists_units()) return;
    const auto view = facts_.words->member_views.find(f->element->type.record->id);
    if (view == facts_.words->member_views.end()) return;
    const auto& held = facts_.slots[*slot];
    const auto* open = open_list_of(held);
    const auto* bound = open != nullptr ? &open->items : held.list();
    const auto given = supplied(*f);
    if (given.members == nullptr || bound == nullptr) return;
    member_binder binder{facts_, view->second, given.from, given.unsaid};
    for (auto& element : group.first) {
      if (!told_.has_room()) return;
      const auto at = element.place - 1;
      if (element.place == 0 || at >= given.members->size() || at >= bound->size())
        continue;
      const auto& member = (*given.members)[at];
      const auto again =
          binder.bind(member, f->name + '[' + std::to_string(element.place) + "].");
      // What is tried out (`with`) is not what was supplied.
      if (!same_content(again, (*bound)[at])) continue;
      for (const auto& key : asked_) {
        if (told_.has_room()) add(key, binder.unmet(key, member), element);
      }
    }
  }

  [[nodiscard]] supplied_list supplied(const fact_definition& f) const {
    const auto found = find_supplied(*facts_.given, f);
    if (found.both() || found.any() == nullptr) return {};
    const auto chosen = choose_statement(*found.any(), f, f.name, facts_);
    if (chosen.holds == nullptr || !chosen.holds->members) return {};
    const auto& from = chosen.holds->from.get();
    const auto evidenced = day_of_evidence(f, from.day, f.name, facts_);
    return {
        chosen.holds->members.get(), {evidenced.day, from.recorded}, evidenced.unsaid};
  }

  void add(const std::string& key, const std::vector<const rule_node*>& parts,
           deciding_element& to) const {
    if (parts.empty()) return;
    const auto& root = facts_.words->find_standard(key)->root;
    for (const auto* part : parts) {
      const auto* item = find_node(root, part->path.substr(0, part->path.find('/')));
      const bool own = item != nullptr && item != part;
      const auto bytes = 250 + key.size() + part->path.size() +
                         telling::bytes_of(part->title) + telling::bytes_of(part->cite);
      if (!told_.takes(bytes + (own ? telling::bytes_of(item->title) : 0))) return;
      to.unmet.push_back(
          {key, part->path, own ? item->title : text{}, part->title, part->cite});
    }
  }

  const bound_facts& facts_;
  telling told_;
  std::set<std::string> asked_;
};

NORMA_INLINE void add_unmet_parts(const bound_facts& facts, const expr::expression& e,
                                  std::vector<deciding_elements>& to) {
  unmet_parts{facts, e}.add_to(to);
}

}  // namespace norma::detail

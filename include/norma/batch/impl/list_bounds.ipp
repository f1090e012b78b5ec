// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::max, std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <string>     // std::string
#include <vector>     // std::vector

#include <norma/batch/impl/condition_costs.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/row_room.ipp>
#include <norma/core/limits.hpp>
#include <norma/expr/ast.hpp>
#include <norma/expr/type.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/table.hpp>

// Columns count no steps. How long the lists of a row may be until the scalar engine,
// which counts them, may meet a limit: such a row is left to it.

namespace norma::batch::detail {

/// Steps to bind a fact of a unit in a list, unknown or not.
inline constexpr std::size_t steps_of_member_fact = 16;
/// Text counts as an element for each of so many bytes, an element that is blank as more.
inline constexpr std::size_t bytes_a_weight = 8;
inline constexpr std::size_t blank_weight = 7;
/// A list and the elements that it may have, those of lists in it among them; or a text,
/// by what it weighs.
struct weight_bound {
  const fact_definition* is = nullptr;
  std::size_t most = 0;
};

/// How steps grow with lists: each element of a list for each of another, and so on.
class list_degree {
 public:
  [[nodiscard]] std::size_t of(const node& n) {
    std::size_t below = 0;
    for (const node& child : n.children) below = std::max(below, of(child));
    switch (n.kind) {
      case node_kind::for_each:
      case node_kind::some:
      case node_kind::every: {
        const std::size_t domains = n.children.size() - 1;
        for (std::size_t i = 0; i < domains; ++i) {
          if (n.children[i].kind == node_kind::range) counts_up = true;
        }
        return below + domains;
      }
      case node_kind::filter: return below + 1;
      default: break;
    }
    const bool lists = std::any_of(n.children.begin(), n.children.end(), may_be_list);
    return std::max<std::size_t>(below, !lists ? 0 : compares_all(n) ? 2 : 1);
  }

  /// Something goes from one number to another, however many lie between.
  bool counts_up = false;
};

class list_bounds {
 public:
  /// Of all facts that the unit may have: whoever binds them derives and checks each.
  list_bounds(const standard& by, const limits& bounds)
      : by_(by), words_(by.words()), bounds_(bounds) {
    add_conditions(by.definition().root, costs_of(words_), nullptr);
    for (std::uint32_t slot = 0; slot < words_.slots.size(); ++slot) {
      if (const fact_definition* f = words_.fact(slot)) add_fact(*f, slot);
    }
  }

  /// Gives each list the elements that surely stay within the limits, those too that no
  /// condition reads: facts of the unit are derived from them. False if the conditions
  /// may not, whatever lists there are.
  [[nodiscard]] bool give(std::vector<weight_bound>& to) const {
    const std::size_t most = std::min(bounds_.evaluation_steps, bounds_.assessment_steps);
    if (degrees_.counts_up || are_unbounded() || steps_ >= most) return false;
    std::vector<std::uint32_t> lists;
    for (std::uint32_t slot = 0; slot < words_.slots.size(); ++slot) {
      const fact_definition* f = words_.fact(slot);
      if (f == nullptr) continue;
      if (holds_elements(*f)) lists.push_back(slot);
      if (f->declared == fact_type::text && grow_with_texts())
        to.push_back({f, most_text_bytes / bytes_a_weight});
    }
    const element_room room(by_.content());
    for (const std::uint32_t slot : lists) {
      const fact_definition& list = *words_.fact(slot);
      const auto found = of_lists_.find(slot);
      const use all = found == of_lists_.end() ? use{} : found->second;
      // What takes more memory is an error that the scalar engine tells.
      const std::size_t fits = most_row_bytes / lists.size() / room.bytes(list);
      const std::size_t share = (most - steps_) / lists.size();
      to.push_back({&list, std::min({longest(all, share), fits, bounds_.list_items})});
    }
    return true;
  }

 private:
  /// What is done with a list: so many steps for each element, or for each of as many
  /// elements each of as many, and so on.
  struct use {
    std::size_t steps = steps_of_node;
    std::size_t degree = 1;
  };

  /// The most elements whose steps are not more than `share`.
  [[nodiscard]] static std::size_t longest(const use& all, std::size_t share) {
    const auto stays = [&](std::size_t n) {
      std::size_t left = share / all.steps;
      for (std::size_t i = 0; i < all.degree; ++i) left /= n;
      return left > 0;
    };
    std::size_t low = 0, high = share / all.steps + 1;
    while (high - low > 1) {
      const std::size_t middle = low + (high - low) / 2;
      (stays(middle) ? low : high) = middle;
    }
    return low;
  }

  [[nodiscard]] static std::size_t steps_of(const fact_definition& f,
                                            condition_costs& costs) {
    std::size_t all = steps_of_member_fact;
    if (f.value) all = plus(all, costs.steps_of(f.value->tree));
    if (f.from_table) all = plus(all, costs.steps_of(*f.from_table));
    for (const auto& check : f.checks) all = plus(all, costs.steps_of(check.tree));
    for (const fact_definition& field : f.fields) all = plus(all, steps_of(field, costs));
    return all;
  }
  [[nodiscard]] std::size_t degree_of(const table& t) {
    std::size_t all = 0;
    for (const table_row& row : t.rows) {
      for (const auto& cell : row.cells) all = std::max(all, degrees_.of(cell.tree));
    }
    return all;
  }
  [[nodiscard]] std::size_t degree_of(const fact_definition& f) {
    std::size_t all = f.value ? degrees_.of(f.value->tree) : 0;
    if (f.from_table) all = std::max(all, degree_of(*f.from_table));
    for (const auto& check : f.checks) all = std::max(all, degrees_.of(check.tree));
    for (const fact_definition& field : f.fields) all = std::max(all, degree_of(field));
    return all;
  }

  static void add(std::size_t steps, std::size_t degree, use& to) {
    to.steps = plus(to.steps, steps);
    to.degree = std::max(to.degree, degree);
  }

  /// Of a condition: whatever it does it may do for each element of each list in it. Of
  /// one about members: for each of these.
  void add(const expr::expression& e, condition_costs& costs, use* members) {
    const std::size_t steps = costs.steps_of(e.tree), degree = degrees_.of(e.tree);
    if (members != nullptr) return add(steps, degree, *members);
    steps_ = plus(steps_, steps);
    for (const std::uint32_t slot : e.slots) add(steps, degree, of_lists_[slot]);
  }

  void add_conditions(const rule_node& at, condition_costs& costs, use* members) {
    if (members != nullptr) add(steps_of_node, 0, *members);
    if (at.when) add(*at.when, costs, members);
    if (at.require) add(*at.require, costs, members);
    for (const rule_node& member : at.members) add_conditions(member, costs, members);
  }

  void add_fact(const fact_definition& f, std::uint32_t slot) {
    condition_costs& costs = costs_of(words_);
    if (f.from_table) {
      for (const table_row& row : f.from_table->rows) {
        for (const auto& cell : row.cells) add(cell, costs, nullptr);
      }
    }
    if (f.value) add(*f.value, costs, nullptr);
    for (const auto& check : f.checks) add(check, costs, nullptr);
    if (!holds_elements(f) || !f.element) return;
    add(steps_of(*f.element, costs), degree_of(*f.element), of_lists_[slot]);
    if (!f.lists_units()) return;
    const use& members = of_members(f);
    add(members.steps, members.degree, of_lists_[slot]);
  }

  /// What is bound of each unit in the list, and by what it is judged: once for each
  /// kind.
  [[nodiscard]] const use& of_members(const fact_definition& listing) {
    const std::string& kind = listing.element->type.record->id;
    if (const auto known = of_kinds_.find(kind); known != of_kinds_.end())
      return known->second;
    const auto& pack = by_.content();
    use all;
    const auto view = pack.member_views.find(kind);
    if (view == pack.member_views.end()) return of_kinds_[kind] = all;
    const vocabulary& words = words_of_listed(listing, pack);
    condition_costs& costs = costs_of(words);
    for (const auto* slots : {&view->second.rests_on, &view->second.judged_on}) {
      for (const std::uint32_t each : *slots) {
        const fact_definition* f = words.fact(each);
        if (f == nullptr) continue;
        add(steps_of(*f, costs), degree_of(*f), all);
        if (!f->lists_units()) continue;
        const use& below = of_members(*f);
        add(below.steps, below.degree, all);
      }
    }
    for (const auto& asked : view->second.verdicts) {
      const auto* found = pack.find_standard(asked.standard);
      if (found != nullptr) add_conditions(found->root, costs, &all);
    }
    return of_kinds_[kind] = all;
  }

  /// Of the unit itself, or of one in its lists.
  [[nodiscard]] condition_costs& costs_of(const vocabulary& words) {
    return costs_.try_emplace(&words, words, bounds_.number_digits).first->second;
  }
  [[nodiscard]] bool are_unbounded() const {
    return std::any_of(costs_.begin(), costs_.end(),
                       [](const auto& each) { return each.second.unbounded(); });
  }

  [[nodiscard]] bool grow_with_texts() const {
    return std::any_of(costs_.begin(), costs_.end(),
                       [](const auto& each) { return each.second.grows_with_texts(); });
  }

  const standard& by_;
  const vocabulary& words_;
  const limits& bounds_;
  std::map<const vocabulary*, condition_costs> costs_;
  list_degree degrees_;
  std::size_t steps_ = 0;                  ///< of all conditions, lists left aside
  std::map<std::uint32_t, use> of_lists_;  ///< by slot
  std::map<std::string, use> of_kinds_;    ///< of units in lists
};

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::max, std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <set>        // std::set
#include <vector>     // std::vector

#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/reads.hpp>
#include <norma/batch/impl/row_room.ipp>
#include <norma/core/limits.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/table.hpp>

// Columns count no steps. How long the lists of a row may be until the scalar engine,
// which counts them, may meet a limit: such a row is left to it.

namespace norma::batch::detail {

/// Steps that a node of a condition takes at most for an element of a list: its own,
/// those of a guard or a comparison, and of what it gives.
inline constexpr std::size_t steps_of_node = 8;
/// The same to bind a fact of a unit in a list, unknown or not.
inline constexpr std::size_t steps_of_member_fact = 16;

class list_bounds {
 public:
  /// Of all facts that the unit may have: whoever binds them derives and checks each.
  explicit list_bounds(const standard& by) : by_(by), words_(by.words()) {
    add_conditions(by.definition().root);
    for (std::uint32_t slot = 0; slot < words_.slots.size(); ++slot) {
      if (const fact_definition* f = words_.fact(slot)) add_fact(*f, slot);
    }
  }

  /// Gives each list the elements that surely stay within the limits, those too that are
  /// not read, but that facts of the unit are derived from. False if the conditions may
  /// not, whatever lists there are.
  [[nodiscard]] bool give(const limits& bounds, read_scope& to,
                          std::vector<unread_list>& unread) const {
    const std::size_t most = std::min(bounds.evaluation_steps, bounds.assessment_steps);
    if (steps_ >= most) return false;
    unread = lists_besides(to);
    const std::size_t lists = lists_in(to) + unread.size();
    const std::size_t share = (most - steps_) / std::max<std::size_t>(lists, 1);
    const element_room room(by_.content());
    const auto elements_of = [&](const fact_definition& list) {
      const auto slot = words_.find_fact(list.name);
      const auto found = slot ? of_lists_.find(*slot) : of_lists_.end();
      const std::size_t each = found == of_lists_.end() ? steps_of_node : found->second;
      // What takes more memory is an error that the scalar engine tells.
      const std::size_t fits = most_list_bytes / room.bytes(list);
      return std::min({share / each, fits, bounds.list_items});
    };
    for (read_fact& f : to.facts) {
      if (is_list(f)) give(elements_of(*f.is), f);
    }
    for (unread_list& each : unread) each.most_elements = elements_of(*each.is);
    return true;
  }

 private:
  [[nodiscard]] static bool is_list(const read_fact& f) {
    return f.is != nullptr && f.is->declared == fact_type::list && !f.outer;
  }
  [[nodiscard]] std::vector<unread_list> lists_besides(const read_scope& read) const {
    std::vector<unread_list> result;
    for (std::uint32_t slot = 0; slot < words_.slots.size(); ++slot) {
      const fact_definition* f = words_.fact(slot);
      if (f == nullptr || f->declared != fact_type::list) continue;
      if (!takes_steps(*f) && rested_on_.count(slot) == 0) continue;
      const bool is_read = std::any_of(
          read.facts.begin(), read.facts.end(),
          [f](const read_fact& each) { return is_list(each) && each.is == f; });
      if (!is_read) result.push_back({f, 0});
    }
    return result;
  }
  /// True of a list whose elements take steps when it is bound.
  [[nodiscard]] static bool takes_steps(const fact_definition& list) {
    if (list.lists_units() || !list.element) return list.lists_units();
    const auto is_checked = [](const fact_definition& f) { return !f.checks.empty(); };
    return is_checked(*list.element) ||
           std::any_of(list.element->fields.begin(), list.element->fields.end(),
                       is_checked);
  }
  [[nodiscard]] static std::size_t lists_in(const read_scope& scope) {
    std::size_t all = 0;
    for (const read_fact& f : scope.facts) {
      if (is_list(f)) all += 1 + (f.elements ? lists_in(*f.elements) : 0);
    }
    return all;
  }
  /// Lists in the elements may be as long, all of a row together.
  static void give(std::size_t most, read_fact& to) {
    to.most_elements = most;
    if (!to.elements) return;
    for (read_fact& f : to.elements->facts) {
      if (is_list(f)) give(most, f);
    }
  }

  [[nodiscard]] static std::size_t steps_of(const node& n) {
    std::size_t all = steps_of_node;
    for (const node& child : n.children) all += steps_of(child);
    return all;
  }
  [[nodiscard]] static std::size_t steps_of(const table& t) {
    std::size_t all = 0;
    for (const table_row& row : t.rows) {
      for (const auto& cell : row.cells) all += steps_of(cell.tree);
    }
    return all;
  }
  [[nodiscard]] static std::size_t steps_of(const fact_definition& f) {
    std::size_t all = steps_of_member_fact;
    if (f.value) all += steps_of(f.value->tree);
    if (f.from_table) all += steps_of(*f.from_table);
    for (const auto& check : f.checks) all += steps_of(check.tree);
    for (const fact_definition& field : f.fields) all += steps_of(field);
    return all;
  }

  /// Of a condition: whatever it does it may do for each element of each list in it.
  void add(const expr::expression& e) {
    const std::size_t steps = steps_of(e.tree);
    steps_ += steps;
    for (const std::uint32_t slot : e.slots) {
      of_lists_[slot] += steps;
      rested_on_.insert(slot);
    }
  }

  void add_conditions(const rule_node& at) {
    if (at.when) add(*at.when);
    if (at.require) add(*at.require);
    for (const rule_node& member : at.members) add_conditions(member);
  }

  void add_fact(const fact_definition& f, std::uint32_t slot) {
    if (f.from_table) steps_ += steps_of(*f.from_table);
    if (f.value) add(*f.value);
    for (const auto& check : f.checks) add(check);
    if (f.declared != fact_type::list || !f.element) return;
    of_lists_[slot] += steps_of(*f.element);
    if (f.lists_units()) add_member(f, slot);
  }

  /// What is bound of each unit in the list.
  void add_member(const fact_definition& listing, std::uint32_t slot) {
    const auto& pack = by_.content();
    const auto view = pack.member_views.find(listing.element->type.record->id);
    if (view == pack.member_views.end()) return;
    const vocabulary& words = words_of_listed(listing, pack);
    for (const auto* slots : {&view->second.rests_on, &view->second.judged_on}) {
      for (const std::uint32_t each : *slots) {
        if (const fact_definition* f = words.fact(each)) of_lists_[slot] += steps_of(*f);
      }
    }
  }

  const standard& by_;
  const vocabulary& words_;
  std::size_t steps_ = 0;  ///< of all conditions, lists left aside
  std::map<std::uint32_t, std::size_t> of_lists_;  ///< for each element, by slot
  std::set<std::uint32_t> rested_on_;              ///< slots in conditions
};

}  // namespace norma::batch::detail

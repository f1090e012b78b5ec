// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/expr/check.hpp>
#include <norma/rule/content.hpp>

// What rules read: facts by slot, fields of elements by name.

namespace norma::detail {

/// Calls `visit` with every condition of the tree.
template <class Visit>
void visit_expressions(const rule_node& at, const Visit& visit) {
  if (at.when) visit(*at.when);
  if (at.require) visit(*at.require);
  for (const auto& member : at.members) visit_expressions(member, visit);
}

/// True if a value of the tree may be another one on another day.
[[nodiscard]] inline bool rests_on_the_day(const expr::node& n) {
  if (n.kind == expr::node_kind::as_of ||
      (n.kind == expr::node_kind::call && n.name == "last")) {
    return true;
  }
  return std::any_of(n.children.begin(), n.children.end(), rests_on_the_day);
}

/// Names that stand where a field of an element may be meant. A name too many
/// costs a field, no more.
inline void collect_field_names(const expr::node& n, std::set<std::string>& names) {
  using expr::binding;
  using expr::node_kind;
  const bool field = n.bound == binding::field || n.bound == binding::dynamic;
  if (n.kind == node_kind::path || (n.kind == node_kind::name && field)) {
    names.insert(n.name);
  }
  for (const auto& child : n.children) collect_field_names(child, names);
}

/// Standards by which `complies` and `verdict` judge elements.
inline void collect_standards(const expr::node& n, std::set<std::string>& asked) {
  if (const auto one = expr::standard_asked(n); !one.empty()) asked.emplace(one);
  for (const auto& child : n.children) collect_standards(child, asked);
}

/// The slots a derived fact is made of.
[[nodiscard]] inline const std::vector<std::uint32_t>& inputs_of(
    const fact_definition& f) {
  return f.value ? f.value->slots : f.table_inputs;
}

/// Adds the slots under derived facts that are among them.
inline void add_inputs(const vocabulary& words, std::set<std::uint32_t>& to) {
  // Derived facts rest on what stands before them.
  for (auto i = words.derived.rbegin(); i != words.derived.rend(); ++i) {
    if (to.count(*i) == 0) continue;
    const auto& inputs = inputs_of(*words.fact(*i));
    to.insert(inputs.begin(), inputs.end());
  }
}

/// Adds what facts among them rest on: what derives or dates them, how long a list of
/// them is when whole, and what a check or `must_agree` holds against one of them.
/// Parameters are left out.
inline void add_what_they_rest_on(const vocabulary& words, std::set<std::uint32_t>& to) {
  std::erase_if(to, [&](std::uint32_t slot) { return words.fact(slot) == nullptr; });
  const auto is_read = [&](std::uint32_t slot) { return to.count(slot) != 0; };
  const auto add = [&](const std::vector<std::uint32_t>& slots) {
    for (const auto slot : slots) {
      if (words.fact(slot) != nullptr) to.insert(slot);
    }
  };
  for (std::size_t before = 0; before != to.size();) {
    before = to.size();
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f == nullptr) continue;
      const auto& inputs = inputs_of(*f);
      if (f->derived() && f->supplied == if_supplied::must_agree &&
          std::any_of(inputs.begin(), inputs.end(), is_read)) {
        to.insert(slot);
      }
      for (const auto& check : f->checks) {
        if (std::any_of(check.slots.begin(), check.slots.end(), is_read))
          add(check.slots);
      }
      if (!is_read(slot)) continue;
      add(inputs);
      if (f->dated_by) to.insert(*f->dated_by);
      if (const auto length = words.find_fact(f->complete)) to.insert(*length);
    }
  }
}

/// Adds the slots that decide in the tree.
inline void add_slots(const rule_node& at, std::set<std::uint32_t>& to) {
  if (at.fact) to.insert(*at.fact);
  for (const auto* condition : {&at.when, &at.require}) {
    if (*condition) to.insert((*condition)->slots.begin(), (*condition)->slots.end());
  }
  for (const auto& member : at.members) add_slots(member, to);
}

}  // namespace norma::detail

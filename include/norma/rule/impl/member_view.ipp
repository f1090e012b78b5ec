// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <memory>   // std::make_shared
#include <set>      // std::set
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/facts_below.hpp>
#include <norma/rule/reads.hpp>
#include <norma/rule/scheme.hpp>

// What the expressions of a pack read of units that are elements of lists.

namespace norma::detail {

template <class Visit>
void visit_expressions(const scheme_definition& of, const Visit& visit) {
  visit_expressions(of.gates.root, visit);
  of.each_part([&visit](const scored_part& part) {
    visit_expressions(part.node, visit);
    if (part.of) visit(*part.of);
  });
}

/// Calls `visit` with every expression over the facts of a pack's units.
template <class Visit>
void visit_expressions(const pack_content& pack, const Visit& visit) {
  for (const auto& [kind, words] : pack.vocabularies) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f == nullptr) continue;
      for (const auto& check : f->checks) visit(check);
      if (f->value) visit(*f->value);
    }
  }
  for (const auto* all : {&pack.used_standards, &pack.upper_standards, &pack.standards}) {
    for (const auto& s : *all) visit_expressions(s.root, visit);
  }
  for (const auto& s : pack.schemes) visit_expressions(*s, visit);
}

/// Kinds of units that are elements of lists.
[[nodiscard]] inline std::set<std::string> member_kinds(const pack_content& pack) {
  std::set<std::string> kinds;
  for (const auto& [kind, words] : pack.vocabularies) {
    for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
      const auto* f = words.fact(slot);
      if (f != nullptr && f->lists_units()) kinds.insert(f->element->type.record->id);
    }
  }
  return kinds;
}

inline void find_check_bounds(const vocabulary& words, member_view& view) {
  using expr::node_kind;
  for (const auto declared : view.rests_on) {
    const auto& checks = words.fact(declared)->checks;
    for (std::size_t i = 0; i < checks.size(); ++i) {
      const auto& tree = checks[i].tree;
      if (tree.kind != node_kind::less_equal && tree.kind != node_kind::greater_equal &&
          tree.kind != node_kind::equal) {
        continue;
      }
      for (std::size_t side = 0; side < 2; ++side) {
        const auto& n = tree.children[side];
        const bool fact = n.kind == node_kind::name && n.bound == expr::binding::slot;
        if (fact && words.fact(n.index) != nullptr) {
          view.bounds.push_back({n.index, declared, i, side});
        }
      }
    }
  }
}

[[nodiscard]] inline member_view view_of_members(const pack_content& pack,
                                                 const std::string& kind,
                                                 const std::set<std::string>& names,
                                                 const std::set<std::string>& asked) {
  const auto& words = pack.vocabularies.at(kind);
  member_view view;
  view.unit = kind;
  // A fact of that name is meant where there is one.
  std::vector<std::string> fields;
  for (const char* own : {"id", "name"}) {
    if (!words.find_fact(own)) fields.emplace_back(own);
  }
  std::set<std::uint32_t> needed;
  std::set<std::uint32_t> judged;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* f = words.fact(slot);
    if (f == nullptr || names.count(f->name) == 0) continue;
    view.facts.push_back(slot);
    fields.push_back(f->name);
    needed.insert(slot);
  }
  for (const auto& key : asked) {
    const auto* standard = pack.find_standard(key);
    if (standard == nullptr || standard->unit != kind) continue;
    view.verdicts.push_back({key, expr::verdict_field(key)});
    fields.push_back(view.verdicts.back().field);
    const auto& when = standard->root.when;
    if (when) needed.insert(when->slots.begin(), when->slots.end());
    add_slots(standard->root, judged);
  }
  view.shape = std::make_shared<const record_shape>(std::move(fields));
  judged.insert(needed.begin(), needed.end());
  find_facts_below(needed, words, view.rests_on, view.derived);
  find_facts_below(judged, words, view.judged_on, view.judged_derived);
  find_check_bounds(words, view);
  return view;
}

inline void view_members(pack_content& pack) {
  const auto kinds = member_kinds(pack);
  if (kinds.empty()) return;
  std::set<std::string> names;
  std::set<std::string> asked;
  visit_expressions(pack, [&](const expr::expression& e) {
    collect_field_names(e.tree, names);
    collect_standards(e.tree, asked);
  });
  for (const auto& kind : kinds) {
    if (pack.vocabularies.count(kind) > 0) {
      pack.member_views.insert_or_assign(kind, view_of_members(pack, kind, names, asked));
    }
  }
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which facts of the units in a list a condition rests on, and whether those can
// change them.

#include <algorithm>  // std::any_of
#include <cstdint>    // std::uint32_t
#include <vector>     // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/reads.hpp>

namespace norma::detail {

// The words of the units that a fact lists; null if it lists none.
inline const vocabulary* words_of_members(std::uint32_t slot, const pack_content& pack,
                                          const vocabulary& names) {
  const auto* f = names.fact(slot);
  if (f == nullptr || !f->lists_units()) return nullptr;
  const auto found = pack.vocabularies.find(f->element->type.record->id);
  return found == pack.vocabularies.end() ? nullptr : &found->second;
}

// True if the fact, or one that it is derived from, can be changed.
inline bool is_changeable(std::uint32_t slot, const vocabulary& words) {
  std::vector<bool> seen(words.slots.size());
  std::vector<std::uint32_t> open{slot};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    const auto* f = words.fact(at);
    if (f == nullptr || seen[at]) continue;
    seen[at] = true;
    if (!f->derived() && f->change != changeable::no) return true;
    const auto& inputs = inputs_of(*f);
    open.insert(open.end(), inputs.begin(), inputs.end());
  }
  return false;
}

// True if the condition names such a fact of an element.
inline bool names_changeable(const expr::node& n, const vocabulary& words) {
  const bool field = n.kind == expr::node_kind::path ||
                     (n.kind == expr::node_kind::name && n.bound == expr::binding::field);
  if (field) {
    if (const auto slot = words.find_fact(n.name)) return is_changeable(*slot, words);
  }
  // A standard asks for facts that can be changed, or nothing could meet it.
  if (!expr::standard_asked(n).empty()) return true;
  return std::any_of(n.children.begin(), n.children.end(), [&](const expr::node& child) {
    return names_changeable(child, words);
  });
}

}  // namespace norma::detail

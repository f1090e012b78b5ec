// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/report.hpp>

#include <norma/assess/member_list.hpp>

namespace norma {

namespace detail {

NORMA_INLINE const report_node* find_below(const report_node& at, std::string_view path) {
  if (at.path == path) return &at;
  for (const auto& member : at.members) {
    if (const auto* found = find_below(member, path)) return found;
  }
  return nullptr;
}

}  // namespace detail

NORMA_INLINE const report_node* find_node(const report& r, std::string_view path) {
  return detail::find_below(r.tree, path);
}

NORMA_INLINE const member_list* find_members(const report& r, std::string_view fact) {
  for (const auto& list : r.members.get()) {
    if (list.fact == fact) return &list;
  }
  return nullptr;
}

NORMA_INLINE bool same_changes(const remedy& a, const remedy& b) {
  if (a.requirements != b.requirements || a.changes.size() != b.changes.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.changes.size(); ++i) {
    if (a.changes[i].fact != b.changes[i].fact ||
        !a.changes[i].to.same_as(b.changes[i].to)) {
      return false;
    }
  }
  return true;
}

}  // namespace norma

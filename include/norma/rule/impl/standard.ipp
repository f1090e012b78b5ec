// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/standard.hpp>

#include <norma/rule/unit.hpp>

namespace norma {

NORMA_INLINE bool standard_definition::is_for(const norma::unit& given) const {
  const auto same = [](const std::string& wanted, const std::string& said) {
    return wanted.empty() || said.empty() || wanted == said;
  };
  return same(unit, given.kind) && same(area_kind, given.area_kind);
}

NORMA_INLINE const rule_node* find_node(const rule_node& root, std::string_view path) {
  const rule_node* at = &root;
  if (path == ".") return at;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view id = path.substr(0, slash);
    const rule_node* next = nullptr;
    for (const rule_node& member : at->members) {
      if (member.id == id) {
        next = &member;
        break;
      }
    }
    if (next == nullptr || slash == std::string_view::npos) return next;
    at = next;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace norma

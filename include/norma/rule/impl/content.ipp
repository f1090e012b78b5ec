// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/content.hpp>

namespace norma {

NORMA_INLINE std::optional<std::uint32_t> vocabulary::find_fact(
    std::string_view name) const {
  const auto found = names.find(name);
  if (found == names.end() || fact(found->second.slot) == nullptr) return std::nullopt;
  return found->second.slot;
}

NORMA_INLINE std::optional<std::uint32_t> vocabulary::find_parameter(
    std::string_view name) const {
  const auto found = names.find(name);
  if (found != names.end()) {
    if (fact(found->second.slot) != nullptr) return std::nullopt;
    return found->second.slot;
  }
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  for (std::uint32_t slot = 0; slot < slots.size(); ++slot) {
    const auto* p = std::get_if<parameter>(&slots[slot]);
    if (p != nullptr && p->pack == name.substr(0, colon) &&
        p->name == name.substr(colon + 1))
      return slot;
  }
  return std::nullopt;
}

NORMA_INLINE const standard_definition* pack_content::find_standard(
    std::string_view id) const {
  for (const auto* all : {&standards, &upper_standards, &used_standards}) {
    for (const standard_definition& s : *all) {
      if (s.id == id) return &s;
    }
  }
  return nullptr;
}

}  // namespace norma

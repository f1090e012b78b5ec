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

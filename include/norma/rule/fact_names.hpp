// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/rule/content.hpp>

namespace norma {

/// Names and aliases of the facts of a unit kind, for "did you mean".
[[nodiscard]] inline std::vector<std::string> fact_names(const vocabulary& words) {
  std::vector<std::string> all;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const fact_definition* fact = words.fact(slot);
    if (fact == nullptr) continue;
    all.push_back(fact->name);
    if (!fact->alias.empty()) all.push_back(fact->alias);
  }
  return all;
}

}  // namespace norma

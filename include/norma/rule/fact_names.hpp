// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/rule/content.hpp>

namespace norma {

/// What the column with the days of a fact's evidence is called: `<fact>__date`.
inline constexpr std::string_view day_suffix = "__date";

/// The fact whose days of evidence such a column has; "" of a column that has none.
[[nodiscard]] inline std::string_view fact_of_days(std::string_view column) {
  if (!column.ends_with(day_suffix)) return {};
  return column.substr(0, column.size() - day_suffix.size());
}

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

/// The name of the fact that readers know by this label; "" if none or several are.
[[nodiscard]] inline std::string fact_labelled(const vocabulary& words,
                                               std::string_view label) {
  std::string found;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const fact_definition* fact = words.fact(slot);
    if (fact == nullptr || (fact->label.zh != label && fact->label.en != label)) continue;
    if (!found.empty()) return {};
    found = fact->name;
  }
  return found;
}

}  // namespace norma

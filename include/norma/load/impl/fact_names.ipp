// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/pack.hpp>

namespace norma::load_detail {

/// Names and aliases of the facts of a unit kind, for hints.
[[nodiscard]] inline std::vector<std::string> fact_names(const vocabulary& words) {
  std::vector<std::string> result;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const fact_definition* fact = words.fact(slot);
    if (fact == nullptr) continue;
    result.push_back(fact->name);
    if (!fact->alias.empty()) result.push_back(fact->alias);
  }
  return result;
}

/// What to say about a name that is no fact of the unit kind.
[[nodiscard]] inline diagnostic unknown_fact(const pack_content& pack,
                                             const vocabulary& words,
                                             std::string_view name,
                                             const source_span& where, bool hint) {
  const std::string written(name);
  const auto symbol = words.names.find(name);
  if (symbol != words.names.end() && words.fact(symbol->second.slot) == nullptr) {
    return {"N0604", {written}, where, {}};
  }
  std::string others;
  for (const auto& [kind, other] : pack.vocabularies) {
    if (kind == words.unit || !other.find_fact(name)) continue;
    others += (others.empty() ? "`" : ", `") + kind + '`';
  }
  if (!others.empty()) return {"N0603", {written, others, words.unit}, where, {}};
  return {"N0601",
          {written, hint ? did_you_mean(name, fact_names(words)) : std::string()},
          where,
          {}};
}

[[nodiscard]] inline std::vector<std::string> unit_kinds(const pack_content& pack) {
  std::vector<std::string> result;
  for (const auto& [id, kind] : pack.units) result.push_back(id);
  return result;
}

}  // namespace norma::load_detail

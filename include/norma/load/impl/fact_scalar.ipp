// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>       // std::optional
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map

#include <norma/core/limits.hpp>
#include <norma/core/name_map.hpp>
#include <norma/load/impl/finding_list.ipp>
#include <norma/load/impl/scalar.ipp>
#include <norma/rule/content.hpp>

// One value of a fact as files of facts write it, of which there are many.

namespace norma::load_detail {

/// The names of facts and the values of categories, one of each for all units that
/// are read together.
class word_pool {
 public:
  [[nodiscard]] const shared_name& name_of(const fact_definition& fact) {
    shared_name& name = names_[&fact];
    if (name->empty()) name = fact.name;
    return name;
  }
  /// The value of the fact's category that has this id; null if there is none.
  [[nodiscard]] const value* value_of(std::string_view id, const fact_definition& as) {
    if (as.declared != fact_type::category || !as.type.category) return nullptr;
    const auto [of, added] = values_.try_emplace(as.type.category.get());
    if (added) {
      for (const auto& each : as.type.category->values)
        of->second.try_emplace(each.first, value{each.first});
    }
    const auto found = of->second.find(id);
    return found == of->second.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<const fact_definition*, shared_name> names_;
  std::unordered_map<const expr::category_type*,
                     std::unordered_map<std::string_view, value>>
      values_;
};

/// `text`, which is not empty, as the type of `as`; nothing, and a finding about
/// `where()`, if it can not be read so.
template <class Where>
[[nodiscard]] std::optional<value> read_scalar_as(std::string_view text,
                                                  const fact_definition& as,
                                                  const limits& bounds, word_pool& pool,
                                                  finding_list& findings,
                                                  const Where& where) {
  if (const value* known = pool.value_of(text, as)) return *known;
  scalar_problem problem;
  if (const auto* category = category_of(as)) {
    // Each has an id and two labels.
    problem.compares = findings.compares(text, 3 * category->values.size());
  }
  auto read = scan_scalar(text, as, bounds, problem);
  if (!read) findings.add(problem.code, problem.arguments, where());
  return read;
}

}  // namespace norma::load_detail

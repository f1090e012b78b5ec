// SPDX-License-Identifier: Apache-2.0
#include "missing_facts.hpp"

#include <cstddef>  // std::size_t
#include <vector>   // std::vector

#include <norma/batch/scores.hpp>
#include <norma/core/message.hpp>

namespace norma::cli {

namespace {

/// So many are named, further ones counted.
constexpr std::size_t most_named = 10;

std::vector<diagnostic> look_at(const bulk_criterion& one, const batch::frame& columns,
                                const assess_options& options) {
  if (one.plan) return one.plan->check(columns);
  return batch::score_plan(*one.by.points, {.as_of = options.as_of, .bounds = {}})
      .check(columns);
}

}  // namespace

std::optional<diagnostic> missing_facts(const bulk_kinds& by,
                                        const std::set<std::string>& told) {
  std::vector<std::string> missing;
  std::set<std::string> seen;
  for (const auto& one : by.all()) {
    const auto& d = one.by.gates.definition();
    batch::frame columns(d.unit, 0);
    columns.area_kind = d.area_kind;
    for (const auto& fact : told) {
      if (one.by.gates.words().find_fact(fact)) columns.add(fact, {});
    }
    for (const auto& found : look_at(one, columns, by.options())) {
      if (found.code != "N0663" || !seen.insert(found.arguments.front()).second) continue;
      missing.push_back(found.arguments.front());
    }
  }
  if (missing.empty()) return std::nullopt;
  std::string names;
  for (std::size_t i = 0; i < missing.size() && i < most_named; ++i)
    names.append(i == 0 ? "" : ", ").append(missing[i]);
  if (missing.size() > most_named)
    names += " … (+" + std::to_string(missing.size() - most_named) + ")";
  // Names of the dictionary are shown whole.
  return diagnostic{
      "N0139", {std::to_string(missing.size()), text_argument({names, names})}, {}, {}};
}

}  // namespace norma::cli

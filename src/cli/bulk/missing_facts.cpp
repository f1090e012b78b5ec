// SPDX-License-Identifier: Apache-2.0
#include "missing_facts.hpp"

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/scores.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>

#include "../asked_facts.hpp"

namespace norma::cli {

namespace {

/// So many are named where not all are, further ones counted.
constexpr std::size_t most_named = 10;

std::vector<diagnostic> look_at(const bulk_criterion& one, const batch::frame& columns,
                                const assess_options& options) {
  if (one.plan) return one.plan->check(columns);
  return batch::score_plan(*one.by.points, {.as_of = options.as_of, .bounds = {}})
      .check(columns);
}

/// Facts that the standard or scheme reads and nothing is said of, as `norma template`
/// asks for them; behind them what it does not ask for.
std::vector<std::string> missing_of(const bulk_criterion& one,
                                    const std::set<std::string>& told,
                                    const assess_options& options) {
  const auto& d = one.by.gates.definition();
  batch::frame columns(d.unit, 0);
  columns.area_kind = d.area_kind;
  for (const auto& fact : told) {
    if (one.by.gates.words().find_fact(fact)) columns.add(fact, {});
  }
  std::set<std::string> open;
  for (const auto& found : look_at(one, columns, options)) {
    if (found.code == "N0663") open.insert(found.arguments.front());
  }
  std::vector<std::string> result;
  if (open.empty()) return result;
  for (const auto& asked : facts_asked(one.by).facts) {
    const auto* fact = one.by.gates.words().fact(asked.slot);
    if (fact != nullptr && open.erase(fact->name) > 0) result.push_back(fact->name);
  }
  result.insert(result.end(), open.begin(), open.end());
  return result;
}

std::string named(const std::vector<std::string>& facts, std::size_t most,
                  language lang) {
  std::string names;
  for (std::size_t i = 0; i < facts.size() && i < most; ++i)
    names.append(i == 0 ? std::string_view() : list_comma(lang)).append(facts[i]);
  if (facts.size() > most) names += " … (+" + std::to_string(facts.size() - most) + ")";
  return names;
}

}  // namespace

std::optional<diagnostic> missing_facts(const bulk_kinds& by,
                                        const std::set<std::string>& told) {
  std::vector<std::string> missing;
  std::set<std::string> seen;
  for (const auto& one : by.all()) {
    for (auto& fact : missing_of(one, told, by.options())) {
      if (seen.insert(fact).second) missing.push_back(std::move(fact));
    }
  }
  if (missing.empty()) return std::nullopt;
  const auto most = by.tells_all() ? missing.size() : most_named;
  // Names of the dictionary are shown whole.
  const text names{named(missing, most, language::zh),
                   named(missing, most, language::en)};
  return diagnostic{"N0139",
                    {std::to_string(missing.size()), text_argument(names),
                     missing.size() > most ? "--all-findings" : ""},
                    {},
                    {}};
}

}  // namespace norma::cli

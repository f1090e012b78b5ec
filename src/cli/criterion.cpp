// SPDX-License-Identifier: Apache-2.0
#include "criterion.hpp"

#include <set>      // std::set
#include <utility>  // std::move

#include <norma/assess/assess.hpp>
#include <norma/assess/assess_scheme.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>
#include <norma/rule/standard.hpp>

namespace norma::cli {

report criterion::judge(const bound_facts& facts, bool remedies,
                        steps_left* together) const {
  return points ? assess(*points, facts, together)
                : assess(gates, facts, {.remedies = remedies, .together = together});
}

std::optional<criterion> find_criterion(const pack& of, std::string_view id) {
  if (auto s = of.find_standard(id)) return criterion{*std::move(s)};
  if (const auto points = of.find_scheme(id)) return criterion{points->gates(), points};
  return std::nullopt;
}

std::vector<criterion> criteria_of(const pack& of) {
  std::vector<criterion> all;
  for (auto& s : of.standards()) all.push_back({std::move(s)});
  for (auto& s : of.schemes()) all.push_back({s.gates(), s});
  return all;
}

void collect_criteria(const pack& of, std::vector<std::string>& to) {
  for (const auto& one : criteria_of(of)) to.push_back(one.id());
}

std::string names_in(const std::vector<const pack*>& packs, bool tables) {
  std::vector<std::string> all;
  for (const auto* one : packs) {
    std::vector<std::string> own;
    collect_criteria(*one, own);
    if (tables) {
      for (const auto& [id, table] : one->content().tables) {
        if (table->pack == one->id()) own.push_back(id);
      }
    }
    for (const auto& id : own)
      all.push_back(packs.size() == 1 ? id : one->id() + ':' + id);
  }
  return list_argument(all);
}

std::string default_kind_of(const pack& by, const std::string& standard) {
  if (const auto wanted = find_criterion(by, standard)) {
    return wanted->gates.definition().unit;
  }
  std::set<std::string> kinds;
  for (const auto& s : by.standards()) kinds.insert(s.definition().unit);
  for (const auto& s : by.schemes()) kinds.insert(s.definition().gates.unit);
  return kinds.size() == 1 ? *kinds.begin() : std::string();
}

}  // namespace norma::cli

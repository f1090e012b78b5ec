// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/cause.hpp>

#include <algorithm>  // std::includes, std::set_union
#include <iterator>   // std::back_inserter
#include <tuple>      // std::tie
#include <utility>    // std::move

namespace norma {

NORMA_INLINE std::strong_ordering operator<=>(const cause& a, const cause& b) {
  const auto more = [](const cause& c) {
    return std::tie(c.detail.get(), c.code.get(), c.arguments);
  };
  if (const auto order = a.kind <=> b.kind; order != 0) return order;
  if (const auto order = a.fact <=> b.fact; order != 0) return order;
  return more(a) <=> more(b);
}

NORMA_INLINE cause_list one_cause(cause c) {
  std::vector<cause> causes;
  causes.push_back(std::move(c));
  return std::make_shared<const std::vector<cause>>(std::move(causes));
}

NORMA_INLINE cause_list merge(const cause_list& a, const cause_list& b) {
  if (!a || a == b) return b;
  if (!b) return a;
  if (std::includes(a->begin(), a->end(), b->begin(), b->end())) return a;
  if (std::includes(b->begin(), b->end(), a->begin(), a->end())) return b;
  std::vector<cause> both;
  both.reserve(a->size() + b->size());
  std::set_union(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(both));
  if (both.size() > most_causes) both.resize(most_causes);
  return std::make_shared<const std::vector<cause>>(std::move(both));
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/cause.hpp>

#include <algorithm>  // std::all_of, std::includes, std::lower_bound, std::set_union
#include <iterator>   // std::back_inserter
#include <utility>    // std::move

namespace norma {

NORMA_INLINE std::strong_ordering operator<=>(const cause& a, const cause& b) = default;

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

NORMA_INLINE cause_list cause_gatherer::all() const {
  if (more_.empty()) return first_;
  if (more_.size() == 1) return merge(first_, more_.front());
  // The first of all, in order; what comes after them is looked at once.
  std::vector<const cause*> first;
  const auto take = [&first](const cause& one) {
    if (first.size() == most_causes && !(one < *first.back())) return false;
    const auto place = std::lower_bound(first.begin(), first.end(), one,
                                        [](const cause* a, const cause& b) { return *a < b; });
    if (place != first.end() && **place == one) return true;
    first.insert(place, &one);
    if (first.size() > most_causes) first.pop_back();
    return true;
  };
  for (const auto& one : *first_) take(one);
  for (const auto& list : more_) {
    // A list is in order itself.
    static_cast<void>(std::all_of(list->begin(), list->end(), take));
  }
  std::vector<cause> merged;
  merged.reserve(first.size());
  for (const auto* one : first) merged.push_back(*one);
  return std::make_shared<const std::vector<cause>>(std::move(merged));
}

}  // namespace norma

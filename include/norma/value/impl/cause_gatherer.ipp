// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/cause_gatherer.hpp>

#include <algorithm>  // std::all_of, std::lower_bound
#include <memory>     // std::make_shared
#include <utility>    // std::move

namespace norma {

NORMA_INLINE cause_list cause_gatherer::all() const {
  if (more_.empty()) return first_;
  if (more_.size() == 1) return merge(first_, more_.front());
  // The first of all, in order; what comes after them is looked at once.
  std::vector<const cause*> first;
  const auto take = [&first](const cause& one) {
    if (first.size() == most_causes && !(one < *first.back())) return false;
    const auto place =
        std::lower_bound(first.begin(), first.end(), one,
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

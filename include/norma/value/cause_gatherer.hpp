// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>  // std::vector

#include <norma/config.hpp>
#include <norma/value/cause.hpp>

namespace norma {

/// Gathers the causes of many values, and merges them once.
class cause_gatherer {
 public:
  void add(const cause_list& causes) {
    if (!causes || causes == first_) return;
    if (!first_) {
      first_ = causes;
    } else if (more_.empty() || more_.back() != causes) {
      more_.push_back(causes);
    }
  }
  /// The causes of all.
  [[nodiscard]] cause_list all() const;

 private:
  cause_list first_;
  std::vector<cause_list> more_;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/cause_gatherer.ipp>
#endif

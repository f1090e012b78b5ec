// SPDX-License-Identifier: Apache-2.0
#pragma once

// The values of a unit on which changes are tried, one after the other.

#include <cstdint>  // std::uint32_t
#include <span>     // std::span
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>

namespace norma::detail {

class tried_values {
 public:
  explicit tried_values(const bound_facts& base)
      : base_(base), values_(values_with(base, {})) {}

  // The base with these changes and no others, until the next are tried.
  const bound_facts& with(std::span<const slot_change> changes) {
    take_back();
    for (const auto& [slot, to] : changes) stated_.push_back(slot);
    const auto touched = change_values(values_, changes);
    for (std::uint32_t slot = 0; slot < touched.size(); ++slot) {
      if (touched[slot]) changed_.push_back(slot);
    }
    return values_;
  }

  // The slots that may hold other values than in the base, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& changed() const { return changed_; }

 private:
  void take_back() {
    for (const auto slot : changed_) values_.slots[slot] = base_.slots[slot];
    for (const auto slot : stated_) values_.stated[slot] = base_.stated[slot];
    // What dates others takes them along.
    for (const auto& one : base_.dated) values_.stated[one.slot] = base_.stated[one.slot];
    values_.dated = base_.dated;
    values_.checks_hold = base_.checks_hold;
    changed_.clear();
    stated_.clear();
  }

  const bound_facts& base_;
  bound_facts values_;
  std::vector<std::uint32_t> changed_, stated_;
};

}  // namespace norma::detail

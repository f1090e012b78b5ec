// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/bind.hpp>
#include <norma/core/limits.hpp>

// The steps that are taken with the facts of a unit.

namespace norma::detail {

/// Gives the facts an account of `limits::assessment_steps` while it lives, unless they
/// have one, and adds what was taken from it to their `steps`.
class counting {
 public:
  explicit counting(bound_facts& facts)
      : account_{facts.bounds.assessment_steps},
        of_(facts.account == nullptr ? &facts : nullptr) {
    if (of_ != nullptr) of_->account = &account_;
  }
  ~counting() {
    if (of_ == nullptr) return;
    of_->account = nullptr;
    of_->steps += of_->bounds.assessment_steps - account_.left;
  }
  counting(const counting&) = delete;
  counting& operator=(const counting&) = delete;

 private:
  step_account account_;
  bound_facts* of_;
};

}  // namespace norma::detail

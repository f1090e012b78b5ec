// SPDX-License-Identifier: Apache-2.0
#pragma once

// The steps that binding facts takes.

#include <norma/assess/bind.hpp>
#include <norma/core/limits.hpp>

namespace norma::detail {

// Gives the facts an account while it lives, unless they have one.
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts with an account of the steps that whatever is evaluated over them takes.

#include <norma/assess/bind.hpp>
#include <norma/core/limits.hpp>

namespace norma::detail {

// A copy with an account of its own.
struct counted_facts {
  explicit counted_facts(const bound_facts& of)
      : account{of.bounds.assessment_steps}, facts(of) {
    facts.account = &account;
  }
  counted_facts(const counted_facts&) = delete;
  counted_facts& operator=(const counted_facts&) = delete;

  step_account account;
  bound_facts facts;
};

// Gives the facts an account while it lives, unless they have one.
class counting {
 public:
  explicit counting(bound_facts& facts)
      : account_{facts.bounds.assessment_steps},
        of_(facts.account == nullptr ? &facts : nullptr) {
    if (of_ != nullptr) of_->account = &account_;
  }
  ~counting() {
    if (of_ != nullptr) of_->account = nullptr;
  }
  counting(const counting&) = delete;
  counting& operator=(const counting&) = delete;

 private:
  step_account account_;
  bound_facts* of_;
};

}  // namespace norma::detail

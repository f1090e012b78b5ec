// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts with an account of the steps that whatever is evaluated over them takes.

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/take_steps.ipp>
#include <norma/assess/judge.hpp>
#include <norma/core/limits.hpp>

namespace norma::detail {

// A copy with an account of its own.
struct counted_facts {
  explicit counted_facts(const bound_facts& of, steps_left* together = nullptr)
      : account{of.bounds.assessment_steps}, facts(of), of_all(together) {
    if (of_all != nullptr) account.left = of_all->explaining.left;
    facts.account = &account;
  }
  // Leaves the next what was not taken.
  ~counted_facts() {
    if (of_all != nullptr) of_all->explaining.left = account.left + kept;
  }
  counted_facts(const counted_facts&) = delete;
  counted_facts& operator=(const counted_facts&) = delete;

  // What is searched for is bound and judged anew by whoever believes it: it may take
  // no more than that leaves, which binding and judging took before.
  void search_after(std::size_t judging) {
    const auto all = facts.bounds.assessment_steps;
    const auto left = std::min(account.left, all - std::min(all, facts.steps + judging));
    kept += account.left - left;
    account.left = left;
  }
  void search_after_judging(const standard& by) {
    const auto before = account.left;
    static_cast<void>(judge_all(by, facts));
    search_after(before - account.left);
  }
  [[nodiscard]] static bool stopped(const bound_facts& of) {
    return of.account->met != step_limit::none || of.account->left == 0;
  }
  // As `take_steps` does, of the facts' account.
  [[nodiscard]] static bool takes(const bound_facts& of, std::size_t steps) {
    return take_steps(*of.account, steps);
  }

  step_account account;
  bound_facts facts;
  steps_left* of_all;
  std::size_t kept = 0;  ///< that what is searched for may not take
};

}  // namespace norma::detail

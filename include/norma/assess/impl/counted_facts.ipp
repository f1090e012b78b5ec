// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts with an account of the steps that whatever is evaluated over them takes.

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t

#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
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

  // What is searched for is bound and judged anew by whoever believes it: it may take
  // no more than that leaves, which binding and judging took before.
  void search_after(std::size_t judging) {
    const auto all = facts.bounds.assessment_steps;
    account.left = std::min(account.left, all - std::min(all, facts.steps + judging));
  }
  void search_after_judging(const standard& by) {
    const auto before = account.left;
    static_cast<void>(judge_all(by, facts));
    search_after(before - account.left);
  }
  [[nodiscard]] static bool stopped(const bound_facts& of) {
    return of.account->met != step_limit::none || of.account->left == 0;
  }

  step_account account;
  bound_facts facts;
};

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/config.hpp>
#include <norma/core/limits.hpp>

// The steps that are taken with the facts of a unit.

namespace norma {

struct bound_facts;

namespace detail {

/// Gives the facts an account of `limits::assessment_steps` while it lives, unless they
/// have one, and adds what was taken from it to their `steps`.
class counting {
 public:
  explicit counting(bound_facts& facts);
  ~counting();
  counting(const counting&) = delete;
  counting& operator=(const counting&) = delete;

 private:
  step_account account_;
  bound_facts* of_;
};

}  // namespace detail

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/counting.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/counting.hpp>

#include <norma/assess/bind.hpp>

namespace norma::detail {

NORMA_INLINE counting::counting(bound_facts& facts)
    : account_{facts.bounds.assessment_steps},
      of_(facts.account == nullptr ? &facts : nullptr) {
  if (of_ != nullptr) of_->account = &account_;
}

NORMA_INLINE counting::~counting() {
  if (of_ == nullptr) return;
  of_->account = nullptr;
  of_->steps += of_->bounds.assessment_steps - account_.left;
}

}  // namespace norma::detail

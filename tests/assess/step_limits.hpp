// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/core/limits.hpp>

namespace norma_test {

/// All conditions of a unit together may take so many steps.
inline norma::limits together(std::size_t steps) {
  norma::limits bounds;
  bounds.assessment_steps = steps;
  return bounds;
}

}  // namespace norma_test

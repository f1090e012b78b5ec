// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/core/limits.hpp>

namespace norma::detail {

// Takes steps for what no condition counts. False if there are not so many: then none is
// left.
[[nodiscard]] inline bool take_steps(step_account& from, std::size_t steps) {
  if (from.left >= steps) {
    from.left -= steps;
    return true;
  }
  from.left = 0;
  from.stop(step_limit::of_all);
  return false;
}

}  // namespace norma::detail

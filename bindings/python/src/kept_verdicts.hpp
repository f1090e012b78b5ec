// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory of verdicts that is used again: fresh memory comes from the system page by page,
// each of them cleared, which takes as long as judging.

#include <cstddef>  // std::size_t
#include <memory>   // std::shared_ptr

#include <norma/batch/plan.hpp>

namespace norma_python {

/// Of so many rows, with columns of each sort.
struct verdicts_shape {
  std::size_t rows = 0, columns = 0, bits = 0, reasons = 0;
};

/// Verdicts to be filled in, in memory of such ones if there is any that has gone out of
/// use. When they go out of use themselves theirs is kept, by any thread; of all that is
/// kept `most_kept_bytes`.
[[nodiscard]] std::shared_ptr<norma::batch::verdicts> verdicts_like(
    const verdicts_shape& wanted);

inline constexpr std::size_t most_kept_bytes = std::size_t{64} << 20;

}  // namespace norma_python

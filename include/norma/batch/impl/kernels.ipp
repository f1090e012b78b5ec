// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels.hpp>

#include <vector>  // std::vector

#include <norma/batch/impl/kernels_avx2.ipp>
#include <norma/batch/impl/kernels_avx512.ipp>
#include <norma/batch/impl/kernels_plain.ipp>

namespace norma::batch::detail {

NORMA_INLINE std::vector<const kernels*> all_kernels() {
  std::vector<const kernels*> result{&plain::all};
#if defined(__x86_64__) && defined(__GNUC__)
  if (avx2::runs_here()) result.push_back(&avx2::all);
  if (avx512::runs_here()) result.push_back(&avx512::all);
#endif
  return result;
}

NORMA_INLINE const kernels& best_kernels() { return *all_kernels().back(); }

}  // namespace norma::batch::detail

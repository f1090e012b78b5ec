// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/column.hpp>
#include <norma/batch/impl/bits.hpp>

// The loops over whole columns, in one version for each instruction set, chosen when
// the process starts.

namespace norma::batch::detail {

/// `factor * value + …`: a column in a sum, as it lies.
struct term {
  const void* values = nullptr;  ///< the first of the block
  layout is = layout::int64;     ///< int8 … int64, uint8 … uint32, date32
  std::int64_t factor = 1;
};

/// All work on `rows` rows and write whole words; bits beyond the last row are of no
/// meaning.
struct kernels {
  std::string_view name;
  /// value >= bound.
  void (*at_least)(const void* values, layout is, std::size_t rows, std::int64_t bound,
                   word* out);
  /// value = wanted.
  void (*equal)(const void* values, layout is, std::size_t rows, std::int64_t wanted,
                word* out);
  /// a + b + constant >= 0, each product and the sum within 64 bits for values of at
  /// most the limits; others have their bit in `beyond`, which is added to.
  void (*sum_at_least)(const term& a, const term& b, std::int64_t constant,
                       std::size_t rows, std::int64_t limit_a, std::int64_t limit_b,
                       word* out, word* beyond);
  /// As `sum_at_least`, = 0.
  void (*sum_equal)(const term& a, const term& b, std::int64_t constant, std::size_t rows,
                    std::int64_t limit_a, std::int64_t limit_b, word* out, word* beyond);
  /// Lowest and highest of the values.
  void (*extent)(const void* values, layout is, std::size_t rows, std::int64_t& low,
                 std::int64_t& high);
  /// byte != 0.
  void (*bytes)(const std::uint8_t* values, std::size_t rows, word* out);
  /// A byte a row: `0` where a bit of `pass` is set, 1 of `fail`, 3 of `none`, else 2.
  void (*verdicts)(const word* pass, const word* fail, const word* none, std::size_t rows,
                   std::uint8_t* out);
  /// Writes `code` for each row whose bit is set; leaves the others as they are.
  void (*mark)(const word* bits, std::size_t rows, std::int16_t code, std::int16_t* out);
};

/// The fastest that this machine can run.
[[nodiscard]] const kernels& best_kernels();
/// All that this machine can run, the plainest first.
[[nodiscard]] std::vector<const kernels*> all_kernels();

}  // namespace norma::batch::detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/kernels.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <limits>       // std::numeric_limits
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/column.hpp>
#include <norma/batch/impl/bits.hpp>

// The loops over whole columns, in one version for each instruction set; a run takes the
// best that the machine has, or those that it is told to.

namespace norma::batch::detail {

/// The lowest and the highest of some values.
struct extent_of {
  std::int64_t low = 0, high = 0;

  /// None of the values is larger, whatever its sign.
  [[nodiscard]] std::int64_t largest() const {
    const auto size = [](std::int64_t n) { return n < 0 ? -(n + 1) : n; };
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t found = std::max(size(low), size(high));
    return found == most ? most : found + 1;
  }
};

/// `factor * value + …`: a column in a sum, as it lies.
struct term {
  const void* values = nullptr;  ///< the first of the block
  layout is = layout::int64;     ///< int8 … int64, uint8 … uint32, date32
  std::int64_t factor = 1;
  /// No value is larger, whatever its sign, as far as is known.
  std::int64_t largest = std::numeric_limits<std::int64_t>::max();

  /// The largest value whose product with the factor leaves room for another one.
  [[nodiscard]] std::int64_t limit() const {
    constexpr std::int64_t room = std::int64_t{1} << 61;
    const std::int64_t size = factor < 0 ? -factor : factor;
    return size <= 1 ? room : room / size;
  }
  /// The same of values that are known to lie so.
  [[nodiscard]] term within(const extent_of& extent) const {
    return {values, is, factor, std::min(largest, extent.largest())};
  }
};

/// Where the code of a reason comes from: of the rows `breaks` that fail and of the rows
/// `opens` that are undetermined, `inner` by row, or `code` where that is null.
struct reason_source {
  const word* breaks = nullptr;  ///< null: no rows
  const word* opens = nullptr;
  std::int16_t code = 0;
  const std::int16_t* inner = nullptr;
};

/// All work on `rows` rows, or on so many words, and write whole words; bits beyond the
/// last row are of no meaning. Loops over bitmaps write to memory that nothing else given
/// to them shares.
struct kernels {
  std::string_view name;
  /// value >= bound.
  void (*at_least)(const void* values, layout is, std::size_t rows, std::int64_t bound,
                   word* out);
  /// value = wanted.
  void (*equal)(const void* values, layout is, std::size_t rows, std::int64_t wanted,
                word* out);
  /// a + b + constant >= 0, the constant of at most 61 bits. True if some value may be
  /// beyond its term's limit: of such rows the bits are of no meaning.
  bool (*sum_at_least)(const term& a, const term& b, std::int64_t constant,
                       std::size_t rows, word* out);
  /// As `sum_at_least`, = 0.
  bool (*sum_equal)(const term& a, const term& b, std::int64_t constant, std::size_t rows,
                    word* out);
  extent_of (*extent)(const void* values, layout is, std::size_t rows);
  /// As `at_least`, and `extent`, in one look.
  extent_of (*look_at_least)(const void* values, layout is, std::size_t rows,
                             std::int64_t bound, word* out);
  /// As `sum_at_least` of values whose extents are not known yet, and tells those; null:
  /// not asked for.
  bool (*look_sum_at_least)(const term& a, const term& b, std::int64_t constant,
                            std::size_t rows, word* out, extent_of* of_a,
                            extent_of* of_b);
  /// Whether the bit is set in the word of each row.
  void (*has_bit)(const word* words, std::size_t rows, unsigned bit, word* out);
  /// Of each row whether one of its bits is set, or, turned, is not: those from
  /// `ends[row]` to before `ends[row + 1]`.
  void (*any_of)(const word* bits, bool turned, const std::uint32_t* ends,
                 std::size_t rows, word* out);
  /// Of each row the code of the entry that it names, -1 of those beyond the last.
  void (*codes)(const void* entries, layout is, std::size_t rows,
                const std::vector<std::int32_t>& of, std::int32_t* out);
  /// Of each row the bits of its codes, `ends[row]` to `ends[row + 1]` of them; a bit of
  /// `others` for rows that name a code twice, or one below zero: their bits are of no
  /// meaning. No code is above 31.
  void (*sum_codes)(const std::uint32_t* ends, const std::int32_t* codes,
                    std::size_t rows, word* ids, word* others);
  /// byte != 0.
  void (*bytes)(const std::uint8_t* values, std::size_t rows, word* out);
  /// A byte a row: `0` where a bit of `pass` is set, 1 of `fail`, 3 of `none`, else 2.
  void (*verdicts)(const word* pass, const word* fail, const word* none, std::size_t rows,
                   std::uint8_t* out);
  /// Two bits a row: `passes` where it passes or does not apply, `decided` where it
  /// passes or fails.
  void (*verdict_bits)(const word* pass, const word* fail, const word* none,
                       std::size_t words, word* passes, word* decided);
  /// Copies what will not be read again soon; other threads see it after `settle`.
  void (*stream)(const void* from, std::size_t bytes, void* to);
  void (*settle)();
  /// a and b.
  void (*both)(const word* a, const word* b, std::size_t words, word* out);
  /// What is known of a fact joins what is known of others: `all` keeps what is true,
  /// `any` gets what is false; the other way round if the bits are turned. The first
  /// joins nothing.
  void (*join_fact)(const word* bits, const word* known, std::size_t words, bool turned,
                    bool first, word* all, word* any);
  /// all and `also`, any or `other`; of the first, these as they are.
  void (*join)(const word* also, const word* other, std::size_t words, bool first,
               word* all, word* any);
  /// As `join` of a member that may not apply, which is no hindrance then; `none` keeps
  /// where no member applies. Null: always applies; not asked for.
  void (*join_member)(const word* also, const word* other, const word* member_none,
                      std::size_t words, bool first, word* all, word* any, word* none);
  /// The rows in which a member is the first that breaks, and the first that leaves open:
  /// after those in `broken` and `open`, to which its own are added.
  void (*first_of)(const word* breaks, const word* other, const word* none,
                   std::size_t words, word* broken, word* open, word* first_breaks,
                   word* first_opens);
  /// Of each row that fails or is undetermined the code of the last source that has it,
  /// `own` where none has; -1 of all others.
  void (*reasons)(const reason_source* from, std::size_t sources, const word* pass,
                  const word* fail, const word* none, std::int16_t own, std::size_t rows,
                  std::int16_t* out);
};

/// The fastest that this machine can run.
[[nodiscard]] const kernels& best_kernels();
/// All that this machine can run, the plainest first.
[[nodiscard]] std::vector<const kernels*> all_kernels();

}  // namespace norma::batch::detail

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/kernels.ipp>
#endif

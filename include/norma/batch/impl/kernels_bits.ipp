// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/batch/impl/bits.hpp>

// Loops over bitmaps that a compiler makes wide by itself: inlined into a function for
// each instruction set.

namespace norma::batch::detail::bits {

#if defined(__GNUC__) || defined(__clang__)
#define NORMA_BATCH_INLINE __attribute__((always_inline)) inline
#define NORMA_BATCH_ALONE __restrict__
#else
#define NORMA_BATCH_INLINE inline
#define NORMA_BATCH_ALONE
#endif

NORMA_BATCH_INLINE void verdict_bits(const word* NORMA_BATCH_ALONE pass,
                                     const word* NORMA_BATCH_ALONE fail,
                                     const word* NORMA_BATCH_ALONE none,
                                     std::size_t words, word* NORMA_BATCH_ALONE passes,
                                     word* NORMA_BATCH_ALONE decided) {
  for (std::size_t i = 0; i < words; ++i) decided[i] = pass[i] | fail[i];
  if (none == nullptr) {
    for (std::size_t i = 0; i < words; ++i) passes[i] = pass[i];
  } else {
    for (std::size_t i = 0; i < words; ++i) passes[i] = pass[i] | none[i];
  }
}

NORMA_BATCH_INLINE void both(const word* a, const word* b, std::size_t words,
                             word* NORMA_BATCH_ALONE out) {
  for (std::size_t i = 0; i < words; ++i) out[i] = a[i] & b[i];
}

NORMA_BATCH_INLINE void join_fact(const word* NORMA_BATCH_ALONE bits,
                                  const word* NORMA_BATCH_ALONE known, std::size_t words,
                                  bool turned, bool first, word* NORMA_BATCH_ALONE all,
                                  word* NORMA_BATCH_ALONE any) {
  const word turn = turned ? ~word{0} : 0;
  if (first) {
    for (std::size_t i = 0; i < words; ++i) {
      const word is = bits[i] ^ turn;
      all[i] = is & known[i];
      any[i] = ~is & known[i];
    }
    return;
  }
  for (std::size_t i = 0; i < words; ++i) {
    const word is = bits[i] ^ turn;
    all[i] &= is & known[i];
    any[i] |= ~is & known[i];
  }
}

NORMA_BATCH_INLINE void join(const word* NORMA_BATCH_ALONE also,
                             const word* NORMA_BATCH_ALONE other, std::size_t words,
                             bool first, word* NORMA_BATCH_ALONE all,
                             word* NORMA_BATCH_ALONE any) {
  if (first) {
    for (std::size_t i = 0; i < words; ++i) all[i] = also[i];
    for (std::size_t i = 0; i < words; ++i) any[i] = other[i];
    return;
  }
  for (std::size_t i = 0; i < words; ++i) {
    all[i] &= also[i];
    any[i] |= other[i];
  }
}

NORMA_BATCH_INLINE void join_member(const word* NORMA_BATCH_ALONE also,
                                    const word* NORMA_BATCH_ALONE other,
                                    const word* NORMA_BATCH_ALONE member_none,
                                    std::size_t words, bool first,
                                    word* NORMA_BATCH_ALONE all,
                                    word* NORMA_BATCH_ALONE any,
                                    word* NORMA_BATCH_ALONE none) {
  if (member_none == nullptr) {
    join(also, other, words, first, all, any);
    if (none != nullptr) fill(none, words, false);
    return;
  }
  if (first) {
    for (std::size_t i = 0; i < words; ++i) {
      all[i] = also[i] | member_none[i];
      any[i] = other[i];
    }
  } else {
    for (std::size_t i = 0; i < words; ++i) {
      all[i] &= also[i] | member_none[i];
      any[i] |= other[i];
    }
  }
  if (none == nullptr) return;
  if (first) fill(none, words, true);
  for (std::size_t i = 0; i < words; ++i) none[i] &= member_none[i];
}

NORMA_BATCH_INLINE void first_of(const word* NORMA_BATCH_ALONE breaks,
                                 const word* NORMA_BATCH_ALONE other,
                                 const word* NORMA_BATCH_ALONE none, std::size_t words,
                                 word* NORMA_BATCH_ALONE broken,
                                 word* NORMA_BATCH_ALONE open,
                                 word* NORMA_BATCH_ALONE first_breaks,
                                 word* NORMA_BATCH_ALONE first_opens) {
  for (std::size_t i = 0; i < words; ++i) {
    const word closed = breaks[i] | other[i] | (none == nullptr ? 0 : none[i]);
    first_breaks[i] = breaks[i] & ~broken[i];
    first_opens[i] = ~(closed | open[i]);
    broken[i] |= breaks[i];
    open[i] |= ~closed;
  }
}

}  // namespace norma::batch::detail::bits

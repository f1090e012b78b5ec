// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/batch/impl/bits.hpp>

// Loops over bitmaps that a compiler makes wide by itself: inlined into a function for
// each instruction set.

namespace norma::batch::detail::bits {

[[gnu::always_inline]] inline void verdict_bits(const word* __restrict__ pass,
                                                const word* __restrict__ fail,
                                                const word* __restrict__ none,
                                                std::size_t words,
                                                word* __restrict__ passes,
                                                word* __restrict__ decided) {
  for (std::size_t i = 0; i < words; ++i) decided[i] = pass[i] | fail[i];
  if (none == nullptr) {
    for (std::size_t i = 0; i < words; ++i) passes[i] = pass[i];
  } else {
    for (std::size_t i = 0; i < words; ++i) passes[i] = pass[i] | none[i];
  }
}

[[gnu::always_inline]] inline void both(const word* a, const word* b, std::size_t words,
                                        word* __restrict__ out) {
  for (std::size_t i = 0; i < words; ++i) out[i] = a[i] & b[i];
}

[[gnu::always_inline]] inline void join_fact(const word* __restrict__ bits,
                                             const word* __restrict__ known,
                                             std::size_t words, bool turned, bool first,
                                             word* __restrict__ all,
                                             word* __restrict__ any) {
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

[[gnu::always_inline]] inline void join(const word* __restrict__ also,
                                        const word* __restrict__ other, std::size_t words,
                                        bool first, word* __restrict__ all,
                                        word* __restrict__ any) {
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

[[gnu::always_inline]] inline void join_member(
    const word* __restrict__ also, const word* __restrict__ other,
    const word* __restrict__ member_none, std::size_t words, bool first,
    word* __restrict__ all, word* __restrict__ any, word* __restrict__ none) {
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

[[gnu::always_inline]] inline void first_of(const word* __restrict__ breaks,
                                            const word* __restrict__ other,
                                            const word* __restrict__ none,
                                            std::size_t words, word* __restrict__ broken,
                                            word* __restrict__ open,
                                            word* __restrict__ first_breaks,
                                            word* __restrict__ first_opens) {
  for (std::size_t i = 0; i < words; ++i) {
    const word closed = breaks[i] | other[i] | (none == nullptr ? 0 : none[i]);
    first_breaks[i] = breaks[i] & ~broken[i];
    first_opens[i] = ~(closed | open[i]);
    broken[i] |= breaks[i];
    open[i] |= ~closed;
  }
}

}  // namespace norma::batch::detail::bits

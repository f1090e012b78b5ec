// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_avx512_lanes.ipp>

#if defined(NORMA_BATCH_X86)

#include <immintrin.h>

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <limits>       // std::numeric_limits
#include <type_traits>  // std::remove_const_t …

// The loops over columns in AVX-512. Whole words here; the rows behind the last of them
// by the plain loops.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

namespace norma::batch::detail::avx512 {

inline void at_least(const void* values, layout is, std::size_t rows, std::int64_t bound,
                     word* out) {
  const std::size_t words = rows / 64;
  plain::with_type(is, [&](auto* as) {
    using T = std::remove_const_t<std::remove_pointer_t<decltype(as)>>;
    if (holds<T>(bound)) {
      at_least_as(static_cast<const T*>(values), words, bound, out);
    } else {
      fill(out, words, bound < 0);
    }
  });
  if (rows % 64 != 0) {
    plain::at_least(behind(values, is, words * 64), is, rows % 64, bound, out + words);
  }
}

inline void equal(const void* values, layout is, std::size_t rows, std::int64_t wanted,
                  word* out) {
  const std::size_t words = rows / 64;
  plain::with_type(is, [&](auto* as) {
    using T = std::remove_const_t<std::remove_pointer_t<decltype(as)>>;
    if (holds<T>(wanted)) {
      equal_as(static_cast<const T*>(values), words, wanted, out);
    } else {
      fill(out, words, false);
    }
  });
  if (rows % 64 != 0) {
    plain::equal(behind(values, is, words * 64), is, rows % 64, wanted, out + words);
  }
}

template <bool Equal, bool NarrowA, bool NarrowB, bool Limited, class A, class B>
NORMA_AVX512_LOOP void sums(const A* x, const B* y, std::int64_t factor_a,
                            std::int64_t factor_b, std::int64_t constant,
                            std::size_t words, std::int64_t limit_a, std::int64_t limit_b,
                            word* out, word* beyond) {
  const __m512i fa = _mm512_set1_epi64(factor_a);
  const __m512i fb = _mm512_set1_epi64(factor_b);
  const __m512i floor = _mm512_set1_epi64(-constant);
  const __m512i la = _mm512_set1_epi64(limit_a);
  const __m512i lb = _mm512_set1_epi64(limit_b);
  for (std::size_t i = 0; i < words; ++i) {
    word bits = 0;
    word over = 0;
    for (unsigned k = 0; k < 8; ++k) {
      const __m512i p = load_8(x + i * 64 + k * 8);
      const __m512i q = load_8(y + i * 64 + k * 8);
      const __m512i sum = _mm512_add_epi64(times<NarrowA>(p, fa), times<NarrowB>(q, fb));
      const __mmask8 holds_8 = Equal ? _mm512_cmpeq_epi64_mask(sum, floor)
                                     : _mm512_cmpge_epi64_mask(sum, floor);
      bits |= word{holds_8} << (8 * k);
      if constexpr (Limited) {
        const __mmask8 far = _mm512_cmpgt_epu64_mask(_mm512_abs_epi64(p), la) |
                             _mm512_cmpgt_epu64_mask(_mm512_abs_epi64(q), lb);
        over |= word{far} << (8 * k);
      }
    }
    if constexpr (Limited) {
      beyond[i] |= over;
      bits &= ~over;
    }
    out[i] = bits;
  }
}

template <bool Equal>
void any_sums(const term& a, const term& b, std::int64_t constant, std::size_t rows,
              std::int64_t limit_a, std::int64_t limit_b, word* out, word* beyond) {
  const std::size_t words = rows / 64;
  plain::with_type(a.is, [&](auto* as_a) {
    plain::with_type(b.is, [&](auto* as_b) {
      using A = std::remove_const_t<std::remove_pointer_t<decltype(as_a)>>;
      using B = std::remove_const_t<std::remove_pointer_t<decltype(as_b)>>;
      const auto* x = static_cast<const A*>(a.values);
      const auto* y = static_cast<const B*>(b.values);
      const bool may_exceed = limit_a < std::int64_t{std::numeric_limits<A>::max()} ||
                              limit_b < std::int64_t{std::numeric_limits<B>::max()} ||
                              sizeof(A) == 8 || sizeof(B) == 8;
      const bool narrow = is_narrow<A>(a.factor) && is_narrow<B>(b.factor);
      const auto run = [&](auto loop) {
        loop(x, y, a.factor, b.factor, constant, words, limit_a, limit_b, out, beyond);
      };
      if (narrow) {
        run(may_exceed ? sums<Equal, true, true, true, A, B>
                       : sums<Equal, true, true, false, A, B>);
      } else {
        run(may_exceed ? sums<Equal, false, false, true, A, B>
                       : sums<Equal, false, false, false, A, B>);
      }
    });
  });
  if (rows % 64 == 0) return;
  const term rest_a{behind(a.values, a.is, words * 64), a.is, a.factor};
  const term rest_b{behind(b.values, b.is, words * 64), b.is, b.factor};
  (Equal ? plain::sum_equal : plain::sum_at_least)(
      rest_a, rest_b, constant, rows % 64, limit_a, limit_b, out + words, beyond + words);
}

inline void sum_at_least(const term& a, const term& b, std::int64_t constant,
                         std::size_t rows, std::int64_t limit_a, std::int64_t limit_b,
                         word* out, word* beyond) {
  any_sums<false>(a, b, constant, rows, limit_a, limit_b, out, beyond);
}

inline void sum_equal(const term& a, const term& b, std::int64_t constant,
                      std::size_t rows, std::int64_t limit_a, std::int64_t limit_b,
                      word* out, word* beyond) {
  any_sums<true>(a, b, constant, rows, limit_a, limit_b, out, beyond);
}

NORMA_AVX512_LOOP inline void extent_32(const std::int32_t* x, std::size_t words,
                                        std::int64_t& low, std::int64_t& high) {
  __m512i least = _mm512_set1_epi32(x[0]);
  __m512i most = least;
  for (std::size_t i = 0; i < words * 4; ++i) {
    const __m512i v = _mm512_loadu_si512(x + i * 16);
    least = _mm512_min_epi32(least, v);
    most = _mm512_max_epi32(most, v);
  }
  low = _mm512_reduce_min_epi32(least);
  high = _mm512_reduce_max_epi32(most);
}

NORMA_AVX512_LOOP inline void extent_64(const std::int64_t* x, std::size_t words,
                                        std::int64_t& low, std::int64_t& high) {
  __m512i least = _mm512_set1_epi64(x[0]);
  __m512i most = least;
  for (std::size_t i = 0; i < words * 8; ++i) {
    const __m512i v = _mm512_loadu_si512(x + i * 8);
    least = _mm512_min_epi64(least, v);
    most = _mm512_max_epi64(most, v);
  }
  low = _mm512_reduce_min_epi64(least);
  high = _mm512_reduce_max_epi64(most);
}

inline void extent(const void* values, layout is, std::size_t rows, std::int64_t& low,
                   std::int64_t& high) {
  const std::size_t words = rows / 64;
  const bool wide = is == layout::int64;
  if (words == 0 || (!wide && is != layout::int32 && is != layout::date32)) {
    plain::extent(values, is, rows, low, high);
    return;
  }
  if (wide) {
    extent_64(static_cast<const std::int64_t*>(values), words, low, high);
  } else {
    extent_32(static_cast<const std::int32_t*>(values), words, low, high);
  }
  if (rows % 64 == 0) return;
  std::int64_t least = 0;
  std::int64_t most = 0;
  plain::extent(behind(values, is, words * 64), is, rows % 64, least, most);
  low = std::min(low, least);
  high = std::max(high, most);
}

NORMA_AVX512_LOOP inline void bytes(const std::uint8_t* values, std::size_t rows,
                                    word* out) {
  const std::size_t words = rows / 64;
  for (std::size_t i = 0; i < words; ++i) {
    const __m512i v = _mm512_loadu_si512(values + i * 64);
    out[i] = _mm512_test_epi8_mask(v, v);
  }
  if (rows % 64 != 0) plain::bytes(values + words * 64, rows % 64, out + words);
}

NORMA_AVX512_LOOP inline void verdicts(const word* pass, const word* fail,
                                       const word* none, std::size_t rows,
                                       std::uint8_t* out) {
  const std::size_t words = rows / 64;
  const __m512i undetermined = _mm512_set1_epi8(2);
  const __m512i failed = _mm512_set1_epi8(1);
  const __m512i not_applicable = _mm512_set1_epi8(3);
  for (std::size_t i = 0; i < words; ++i) {
    __m512i v = _mm512_mask_mov_epi8(undetermined, fail[i], failed);
    if (none != nullptr) v = _mm512_mask_mov_epi8(v, none[i], not_applicable);
    v = _mm512_mask_mov_epi8(v, pass[i], _mm512_setzero_si512());
    _mm512_storeu_si512(out + i * 64, v);
  }
  if (rows % 64 != 0) {
    plain::verdicts(pass + words, fail + words, none != nullptr ? none + words : nullptr,
                    rows % 64, out + words * 64);
  }
}

NORMA_AVX512_LOOP inline void mark(const word* bits, std::size_t rows, std::int16_t code,
                                   std::int16_t* out) {
  const std::size_t words = rows / 64;
  const __m512i codes = _mm512_set1_epi16(code);
  for (std::size_t i = 0; i < words; ++i) {
    if (bits[i] == 0) continue;
    _mm512_mask_storeu_epi16(out + i * 64, static_cast<__mmask32>(bits[i]), codes);
    _mm512_mask_storeu_epi16(out + i * 64 + 32, static_cast<__mmask32>(bits[i] >> 32U),
                             codes);
  }
  if (rows % 64 != 0) plain::mark(bits + words, rows % 64, code, out + words * 64);
}

inline constexpr kernels all{"avx512", at_least, equal,    sum_at_least, sum_equal,
                             extent,   bytes,    verdicts, mark};

[[nodiscard]] inline bool runs_here() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

#undef NORMA_AVX512
#undef NORMA_AVX512_LOOP

}  // namespace norma::batch::detail::avx512

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#endif

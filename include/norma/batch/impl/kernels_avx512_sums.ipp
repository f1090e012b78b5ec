// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_avx512_lanes.ipp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <limits>       // std::numeric_limits
#include <type_traits>  // std::remove_const_t …

// Two columns compared with each other, or as a sum with factors, in AVX-512: in 32 bits
// where no product needs more, else in 64.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

namespace norma::batch::detail::avx512 {

/// x >= y, or x = y, as they lie.
template <bool Equal>
NORMA_AVX512_LOOP void pairs(const std::int32_t* x, const std::int32_t* y,
                             std::size_t words, word* out) {
  for (std::size_t i = 0; i < words; ++i) {
    __mmask16 m[4];
    for (unsigned k = 0; k < 4; ++k) {
      const __m512i p = _mm512_loadu_si512(x + i * 64 + k * 16);
      const __m512i q = _mm512_loadu_si512(y + i * 64 + k * 16);
      m[k] = Equal ? _mm512_cmpeq_epi32_mask(p, q) : _mm512_cmpge_epi32_mask(p, q);
    }
    out[i] = joined(m);
  }
}
template <bool Equal>
NORMA_AVX512_LOOP void pairs(const std::int64_t* x, const std::int64_t* y,
                             std::size_t words, word* out) {
  for (std::size_t i = 0; i < words; ++i) {
    __mmask8 m[8];
    for (unsigned k = 0; k < 8; ++k) {
      const __m512i p = _mm512_loadu_si512(x + i * 64 + k * 8);
      const __m512i q = _mm512_loadu_si512(y + i * 64 + k * 8);
      m[k] = Equal ? _mm512_cmpeq_epi64_mask(p, q) : _mm512_cmpge_epi64_mask(p, q);
    }
    out[i] = joined(m);
  }
}

/// Sums that have 32 bits, whatever the values.
template <bool Equal>
NORMA_AVX512_LOOP void sums_32(const std::int32_t* x, const std::int32_t* y,
                               std::int64_t factor_a, std::int64_t factor_b,
                               std::int64_t constant, std::size_t words, word* out) {
  const __m512i fa = _mm512_set1_epi32(static_cast<int>(factor_a));
  const __m512i fb = _mm512_set1_epi32(static_cast<int>(factor_b));
  const __m512i floor = _mm512_set1_epi32(static_cast<int>(-constant));
  for (std::size_t i = 0; i < words; ++i) {
    __mmask16 m[4];
    for (unsigned k = 0; k < 4; ++k) {
      const __m512i p = _mm512_loadu_si512(x + i * 64 + k * 16);
      const __m512i q = _mm512_loadu_si512(y + i * 64 + k * 16);
      const __m512i sum =
          _mm512_add_epi32(_mm512_mullo_epi32(p, fa), _mm512_mullo_epi32(q, fb));
      m[k] = Equal ? _mm512_cmpeq_epi32_mask(sum, floor)
                   : _mm512_cmpge_epi32_mask(sum, floor);
    }
    out[i] = joined(m);
  }
}

template <bool Equal, bool Narrow, bool Limited, class A, class B>
NORMA_AVX512_LOOP bool sums(const A* x, const B* y, const term& a, const term& b,
                            std::int64_t constant, std::size_t words, word* out) {
  const __m512i fa = _mm512_set1_epi64(a.factor);
  const __m512i fb = _mm512_set1_epi64(b.factor);
  const __m512i floor = _mm512_set1_epi64(-constant);
  __m512i most_a = _mm512_setzero_si512();
  __m512i most_b = most_a;
  for (std::size_t i = 0; i < words; ++i) {
    __mmask8 m[8];
    for (unsigned k = 0; k < 8; ++k) {
      const __m512i p = load_8(x + i * 64 + k * 8);
      const __m512i q = load_8(y + i * 64 + k * 8);
      if constexpr (Limited) {
        most_a = _mm512_max_epu64(most_a, _mm512_abs_epi64(p));
        most_b = _mm512_max_epu64(most_b, _mm512_abs_epi64(q));
      }
      const __m512i sum = _mm512_add_epi64(times<Narrow>(p, fa), times<Narrow>(q, fb));
      m[k] = Equal ? _mm512_cmpeq_epi64_mask(sum, floor)
                   : _mm512_cmpge_epi64_mask(sum, floor);
    }
    out[i] = joined(m);
  }
  if constexpr (!Limited) return false;
  const auto limit = [](std::int64_t n) { return static_cast<std::uint64_t>(n); };
  return _mm512_reduce_max_epu64(most_a) > limit(a.limit()) ||
         _mm512_reduce_max_epu64(most_b) > limit(b.limit());
}

/// True if the sum needs no more than 32 bits.
[[nodiscard]] inline bool has_32_bits(const term& a, const term& b,
                                      std::int64_t constant) {
  constexpr std::int64_t most = std::int64_t{1} << 30;
  const auto size = [](std::int64_t n) { return n < 0 ? -n : n; };
  const auto fits = [&](const term& t) {
    return t.largest < most && size(t.factor) < most &&
           t.largest * size(t.factor) < most / 2;
  };
  return fits(a) && fits(b) && size(constant) < most;
}

/// True if values or products may be beyond what a sum in 64 bits has room for.
template <class T>
[[nodiscard]] bool may_exceed(const term& t) {
  return t.limit() < t.largest &&
         t.limit() <= std::int64_t{std::numeric_limits<T>::max()};
}

template <bool Equal, class A, class B>
bool sums_of(const A* x, const B* y, const term& a, const term& b, std::int64_t constant,
             std::size_t words, word* out) {
  if constexpr (std::is_same_v<A, B> &&
                (sizeof(A) == 8 || std::is_same_v<A, std::int32_t>)) {
    if (constant == 0 && a.factor != 0 && a.factor == -b.factor) {
      pairs<Equal>(a.factor > 0 ? x : y, a.factor > 0 ? y : x, words, out);
      return false;
    }
  }
  if constexpr (std::is_same_v<A, std::int32_t> && std::is_same_v<B, std::int32_t>) {
    if (has_32_bits(a, b, constant)) {
      sums_32<Equal>(x, y, a.factor, b.factor, constant, words, out);
      return false;
    }
  }
  const bool limited = may_exceed<A>(a) || may_exceed<B>(b);
  const bool narrow = is_narrow<A>(a.factor) && is_narrow<B>(b.factor);
  const auto loop =
      narrow    ? limited ? sums<Equal, true, true, A, B> : sums<Equal, true, false, A, B>
         : limited ? sums<Equal, false, true, A, B>
                : sums<Equal, false, false, A, B>;
  return loop(x, y, a, b, constant, words, out);
}

template <bool Equal>
bool any_sums(const term& a, const term& b, std::int64_t constant, std::size_t rows,
              word* out) {
  const std::size_t words = rows / 64;
  bool beyond = false;
  plain::with_type(a.is, [&](auto* as_a) {
    plain::with_type(b.is, [&](auto* as_b) {
      using A = std::remove_const_t<std::remove_pointer_t<decltype(as_a)>>;
      using B = std::remove_const_t<std::remove_pointer_t<decltype(as_b)>>;
      beyond =
          sums_of<Equal>(static_cast<const A*>(a.values), static_cast<const B*>(b.values),
                         a, b, constant, words, out);
    });
  });
  if (rows % 64 == 0) return beyond;
  const auto rest = Equal ? plain::sum_equal : plain::sum_at_least;
  return rest(behind(a, words * 64), behind(b, words * 64), constant, rows % 64,
              out + words) ||
         beyond;
}

inline bool sum_at_least(const term& a, const term& b, std::int64_t constant,
                         std::size_t rows, word* out) {
  return any_sums<false>(a, b, constant, rows, out);
}

inline bool sum_equal(const term& a, const term& b, std::int64_t constant,
                      std::size_t rows, word* out) {
  return any_sums<true>(a, b, constant, rows, out);
}

}  // namespace norma::batch::detail::avx512

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#endif

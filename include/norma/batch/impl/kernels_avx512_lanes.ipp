// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_plain.ipp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <limits>       // std::numeric_limits
#include <type_traits>  // std::is_same_v, std::make_signed_t …

// AVX-512 (F, BW, DQ, VL): 64 values of one type compared straight into a mask. The
// macros end in kernels_avx512.ipp.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

namespace norma::batch::detail::avx512 {

#define NORMA_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"), always_inline))
#define NORMA_AVX512_LOOP __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

using plain::behind;

/// Whether the type can hold `n` at all.
template <class T>
[[nodiscard]] constexpr bool holds(std::int64_t n) {
  return n >= std::int64_t{std::numeric_limits<T>::min()} &&
         n <= std::int64_t{std::numeric_limits<T>::max()};
}

/// Eight masks of eight rows as a word.
NORMA_AVX512 inline word joined(const __mmask8 (&m)[8]) {
  const __mmask16 a = _mm512_kunpackb(m[1], m[0]);
  const __mmask16 b = _mm512_kunpackb(m[3], m[2]);
  const __mmask16 c = _mm512_kunpackb(m[5], m[4]);
  const __mmask16 d = _mm512_kunpackb(m[7], m[6]);
  return _mm512_kunpackd(_mm512_kunpackw(d, c), _mm512_kunpackw(b, a));
}
NORMA_AVX512 inline word joined(const __mmask16 (&m)[4]) {
  return _mm512_kunpackd(_mm512_kunpackw(m[3], m[2]), _mm512_kunpackw(m[1], m[0]));
}

// 64 comparisons of values of one type with one value of it.
NORMA_AVX512 inline word at_least_64(const std::int8_t* x, __m512i bound) {
  return _mm512_cmpge_epi8_mask(_mm512_loadu_si512(x), bound);
}
NORMA_AVX512 inline word at_least_64(const std::uint8_t* x, __m512i bound) {
  return _mm512_cmpge_epu8_mask(_mm512_loadu_si512(x), bound);
}
NORMA_AVX512 inline word at_least_64(const std::int16_t* x, __m512i bound) {
  const word low = _mm512_cmpge_epi16_mask(_mm512_loadu_si512(x), bound);
  const word high = _mm512_cmpge_epi16_mask(_mm512_loadu_si512(x + 32), bound);
  return low | (high << 32U);
}
NORMA_AVX512 inline word at_least_64(const std::uint16_t* x, __m512i bound) {
  const word low = _mm512_cmpge_epu16_mask(_mm512_loadu_si512(x), bound);
  const word high = _mm512_cmpge_epu16_mask(_mm512_loadu_si512(x + 32), bound);
  return low | (high << 32U);
}
NORMA_AVX512 inline word at_least_64(const std::int32_t* x, __m512i bound) {
  __mmask16 m[4];
  for (unsigned k = 0; k < 4; ++k) {
    m[k] = _mm512_cmpge_epi32_mask(_mm512_loadu_si512(x + 16 * k), bound);
  }
  return joined(m);
}
NORMA_AVX512 inline word at_least_64(const std::uint32_t* x, __m512i bound) {
  __mmask16 m[4];
  for (unsigned k = 0; k < 4; ++k) {
    m[k] = _mm512_cmpge_epu32_mask(_mm512_loadu_si512(x + 16 * k), bound);
  }
  return joined(m);
}
NORMA_AVX512 inline word at_least_64(const std::int64_t* x, __m512i bound) {
  __mmask8 m[8];
  for (unsigned k = 0; k < 8; ++k) {
    m[k] = _mm512_cmpge_epi64_mask(_mm512_loadu_si512(x + 8 * k), bound);
  }
  return joined(m);
}
NORMA_AVX512 inline word equal_64(const std::int32_t* x, __m512i wanted) {
  __mmask16 m[4];
  for (unsigned k = 0; k < 4; ++k) {
    m[k] = _mm512_cmpeq_epi32_mask(_mm512_loadu_si512(x + 16 * k), wanted);
  }
  return joined(m);
}
NORMA_AVX512 inline word equal_64(const std::int64_t* x, __m512i wanted) {
  __mmask8 m[8];
  for (unsigned k = 0; k < 8; ++k) {
    m[k] = _mm512_cmpeq_epi64_mask(_mm512_loadu_si512(x + 8 * k), wanted);
  }
  return joined(m);
}
NORMA_AVX512 inline word equal_64(const std::int8_t* x, __m512i wanted) {
  return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(x), wanted);
}
NORMA_AVX512 inline word equal_64(const std::int16_t* x, __m512i wanted) {
  const word low = _mm512_cmpeq_epi16_mask(_mm512_loadu_si512(x), wanted);
  const word high = _mm512_cmpeq_epi16_mask(_mm512_loadu_si512(x + 32), wanted);
  return low | (high << 32U);
}

template <class T>
NORMA_AVX512 inline __m512i all_lanes(std::int64_t n) {
  if constexpr (sizeof(T) == 1) return _mm512_set1_epi8(static_cast<char>(n));
  if constexpr (sizeof(T) == 2) return _mm512_set1_epi16(static_cast<short>(n));
  if constexpr (sizeof(T) == 4) return _mm512_set1_epi32(static_cast<int>(n));
  if constexpr (sizeof(T) == 8) return _mm512_set1_epi64(n);
}

template <class T>
NORMA_AVX512_LOOP void at_least_as(const T* x, std::size_t words, std::int64_t bound,
                                   word* out) {
  const __m512i lanes = all_lanes<T>(bound);
  for (std::size_t i = 0; i < words; ++i) {
    out[i] = at_least_64(x + i * 64, lanes);
  }
}

template <class T>
NORMA_AVX512_LOOP void equal_as(const T* x, std::size_t words, std::int64_t wanted,
                                word* out) {
  const __m512i lanes = all_lanes<T>(wanted);
  using lane = std::make_signed_t<T>;
  for (std::size_t i = 0; i < words; ++i) {
    out[i] = equal_64(reinterpret_cast<const lane*>(x + i * 64), lanes);
  }
}

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

// Eight values as integers of 64 bits.
NORMA_AVX512 inline __m512i load_8(const std::int8_t* x) {
  return _mm512_cvtepi8_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::uint8_t* x) {
  return _mm512_cvtepu8_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::int16_t* x) {
  return _mm512_cvtepi16_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::uint16_t* x) {
  return _mm512_cvtepu16_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::int32_t* x) {
  return _mm512_cvtepi32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::uint32_t* x) {
  return _mm512_cvtepu32_epi64(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(x)));
}
NORMA_AVX512 inline __m512i load_8(const std::int64_t* x) {
  return _mm512_loadu_si512(x);
}

/// True if products of such values and factors need the low half of each lane only.
template <class T>
[[nodiscard]] constexpr bool is_narrow(std::int64_t factor) {
  return sizeof(T) <= 4 && !std::is_same_v<T, std::uint32_t> &&
         holds<std::int32_t>(factor);
}

template <bool Narrow>
NORMA_AVX512 inline __m512i times(__m512i x, __m512i factor) {
  if constexpr (Narrow) return _mm512_mul_epi32(x, factor);
  return _mm512_mullo_epi64(x, factor);
}

}  // namespace norma::batch::detail::avx512

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#endif

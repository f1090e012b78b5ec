// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_plain.ipp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <limits>       // std::numeric_limits
#include <type_traits>  // std::is_same_v …

// AVX2, for machines without AVX-512: the same loops on 32 bytes, for the widths that
// facts have; others by the plain ones.

namespace norma::batch::detail::avx2 {

#define NORMA_AVX2 __attribute__((target("avx2"), always_inline))
#define NORMA_AVX2_LOOP __attribute__((target("avx2")))

NORMA_AVX2 inline __m256i load_32(const void* x) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(x));
}

/// Bits of 64 values of 32 bits that exceed `floor`.
NORMA_AVX2 inline word more_64(const std::int32_t* x, __m256i floor) {
  word bits = 0;
  for (unsigned k = 0; k < 8; ++k) {
    const __m256i more = _mm256_cmpgt_epi32(load_32(x + 8 * k), floor);
    bits |= word{static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(more)))}
            << (8 * k);
  }
  return bits;
}
NORMA_AVX2 inline word more_64(const std::int64_t* x, __m256i floor) {
  word bits = 0;
  for (unsigned k = 0; k < 16; ++k) {
    const __m256i more = _mm256_cmpgt_epi64(load_32(x + 4 * k), floor);
    bits |= word{static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(more)))}
            << (4 * k);
  }
  return bits;
}
NORMA_AVX2 inline word equal_64(const std::int32_t* x, __m256i wanted) {
  word bits = 0;
  for (unsigned k = 0; k < 8; ++k) {
    const __m256i same = _mm256_cmpeq_epi32(load_32(x + 8 * k), wanted);
    bits |= word{static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(same)))}
            << (8 * k);
  }
  return bits;
}
NORMA_AVX2 inline word equal_64(const std::int64_t* x, __m256i wanted) {
  word bits = 0;
  for (unsigned k = 0; k < 16; ++k) {
    const __m256i same = _mm256_cmpeq_epi64(load_32(x + 4 * k), wanted);
    bits |= word{static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(same)))}
            << (4 * k);
  }
  return bits;
}
NORMA_AVX2 inline word equal_64(const std::int8_t* x, __m256i wanted) {
  const auto low =
      static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(load_32(x), wanted)));
  const auto high = static_cast<unsigned>(
      _mm256_movemask_epi8(_mm256_cmpeq_epi8(load_32(x + 32), wanted)));
  return word{low} | (word{high} << 32U);
}

NORMA_AVX2_LOOP inline void more_32(const std::int32_t* x, std::size_t words,
                                    std::int64_t floor, word* out) {
  const __m256i lanes = _mm256_set1_epi32(static_cast<int>(floor));
  for (std::size_t i = 0; i < words; ++i) out[i] = more_64(x + i * 64, lanes);
}
NORMA_AVX2_LOOP inline void more_wide(const std::int64_t* x, std::size_t words,
                                      std::int64_t floor, word* out) {
  const __m256i lanes = _mm256_set1_epi64x(floor);
  for (std::size_t i = 0; i < words; ++i) out[i] = more_64(x + i * 64, lanes);
}
NORMA_AVX2_LOOP inline void equal_8(const std::int8_t* x, std::size_t words,
                                    std::int64_t wanted, word* out) {
  const __m256i lanes = _mm256_set1_epi8(static_cast<char>(wanted));
  for (std::size_t i = 0; i < words; ++i) out[i] = equal_64(x + i * 64, lanes);
}
NORMA_AVX2_LOOP inline void equal_32(const std::int32_t* x, std::size_t words,
                                     std::int64_t wanted, word* out) {
  const __m256i lanes = _mm256_set1_epi32(static_cast<int>(wanted));
  for (std::size_t i = 0; i < words; ++i) out[i] = equal_64(x + i * 64, lanes);
}
NORMA_AVX2_LOOP inline void equal_wide(const std::int64_t* x, std::size_t words,
                                       std::int64_t wanted, word* out) {
  const __m256i lanes = _mm256_set1_epi64x(wanted);
  for (std::size_t i = 0; i < words; ++i) out[i] = equal_64(x + i * 64, lanes);
}

inline void at_least(const void* values, layout is, std::size_t rows, std::int64_t bound,
                     word* out) {
  constexpr std::int64_t low = std::numeric_limits<std::int32_t>::min();
  constexpr std::int64_t high = std::numeric_limits<std::int32_t>::max();
  const std::size_t words = rows / 64;
  const bool narrow = is == layout::int32 || is == layout::date32;
  if (narrow && bound > low && bound <= high) {
    more_32(static_cast<const std::int32_t*>(values), words, bound - 1, out);
  } else if (narrow) {
    fill(out, words, bound <= low);
  } else if (is == layout::int64 && bound > std::numeric_limits<std::int64_t>::min()) {
    more_wide(static_cast<const std::int64_t*>(values), words, bound - 1, out);
  } else {
    plain::at_least(values, is, rows, bound, out);
    return;
  }
  plain::tail(values, is, rows, [&](const void* rest, std::size_t left) {
    plain::at_least(rest, is, left, bound, out + words);
  });
}

inline void equal(const void* values, layout is, std::size_t rows, std::int64_t wanted,
                  word* out) {
  const std::size_t words = rows / 64;
  const bool narrow = is == layout::int32 || is == layout::date32;
  if (narrow && wanted == static_cast<std::int32_t>(wanted)) {
    equal_32(static_cast<const std::int32_t*>(values), words, wanted, out);
  } else if (is == layout::int64) {
    equal_wide(static_cast<const std::int64_t*>(values), words, wanted, out);
  } else if (is == layout::int8 && wanted == static_cast<std::int8_t>(wanted)) {
    equal_8(static_cast<const std::int8_t*>(values), words, wanted, out);
  } else {
    plain::equal(values, is, rows, wanted, out);
    return;
  }
  plain::tail(values, is, rows, [&](const void* rest, std::size_t left) {
    plain::equal(rest, is, left, wanted, out + words);
  });
}

NORMA_AVX2_LOOP inline void bytes(const std::uint8_t* values, std::size_t rows,
                                  word* out) {
  const std::size_t words = rows / 64;
  const __m256i zero = _mm256_setzero_si256();
  for (std::size_t i = 0; i < words; ++i) {
    const auto low = static_cast<unsigned>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(load_32(values + i * 64), zero)));
    const auto high = static_cast<unsigned>(
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(load_32(values + i * 64 + 32), zero)));
    out[i] = ~(word{low} | (word{high} << 32U));
  }
  if (rows % 64 != 0) plain::bytes(values + words * 64, rows % 64, out + words);
}

// Sums of values of 32 bits with factors of as many: products have 64.
template <bool Equal>
NORMA_AVX2_LOOP void sums_32(const std::int32_t* x, const std::int32_t* y, std::int64_t a,
                             std::int64_t b, std::int64_t constant, std::size_t words,
                             word* out) {
  const __m256i fa = _mm256_set1_epi64x(a);
  const __m256i fb = _mm256_set1_epi64x(b);
  const __m256i floor = _mm256_set1_epi64x(Equal ? -constant : -constant - 1);
  for (std::size_t i = 0; i < words; ++i) {
    word bits = 0;
    for (unsigned k = 0; k < 16; ++k) {
      const auto* px = reinterpret_cast<const __m128i*>(x + i * 64 + 4 * k);
      const auto* py = reinterpret_cast<const __m128i*>(y + i * 64 + 4 * k);
      const __m256i p = _mm256_mul_epi32(_mm256_cvtepi32_epi64(_mm_loadu_si128(px)), fa);
      const __m256i q = _mm256_mul_epi32(_mm256_cvtepi32_epi64(_mm_loadu_si128(py)), fb);
      const __m256i sum = _mm256_add_epi64(p, q);
      const __m256i met =
          Equal ? _mm256_cmpeq_epi64(sum, floor) : _mm256_cmpgt_epi64(sum, floor);
      bits |= word{static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(met)))}
              << (4 * k);
    }
    out[i] = bits;
  }
}

[[nodiscard]] inline bool is_narrow(const term& t) {
  return (t.is == layout::int32 || t.is == layout::date32) &&
         t.factor == static_cast<std::int32_t>(t.factor) &&
         t.limit() >= std::int64_t{1} << 31;
}

template <bool Equal>
bool any_sums(const term& a, const term& b, std::int64_t constant, std::size_t rows,
              word* out) {
  const auto plainly = Equal ? plain::sum_equal : plain::sum_at_least;
  if (!is_narrow(a) || !is_narrow(b)) return plainly(a, b, constant, rows, out);
  const std::size_t words = rows / 64;
  sums_32<Equal>(static_cast<const std::int32_t*>(a.values),
                 static_cast<const std::int32_t*>(b.values), a.factor, b.factor, constant,
                 words, out);
  if (rows % 64 == 0) return false;
  return plainly(plain::behind(a, words * 64), plain::behind(b, words * 64), constant,
                 rows % 64, out + words);
}

inline bool sum_at_least(const term& a, const term& b, std::int64_t constant,
                         std::size_t rows, word* out) {
  return any_sums<false>(a, b, constant, rows, out);
}
inline bool sum_equal(const term& a, const term& b, std::int64_t constant,
                      std::size_t rows, word* out) {
  return any_sums<true>(a, b, constant, rows, out);
}

inline extent_of look_at_least(const void* values, layout is, std::size_t rows,
                               std::int64_t bound, word* out) {
  at_least(values, is, rows, bound, out);
  return plain::extent(values, is, rows);
}
inline bool look_sum_at_least(const term& a, const term& b, std::int64_t constant,
                              std::size_t rows, word* out, extent_of* of_a,
                              extent_of* of_b) {
  plain::look_at(a, rows, of_a);
  plain::look_at(b, rows, of_b);
  return sum_at_least(a, b, constant, rows, out);
}

NORMA_AVX2_LOOP inline void verdict_bits(const word* pass, const word* fail,
                                         const word* none, std::size_t words,
                                         word* passes, word* decided) {
  bits::verdict_bits(pass, fail, none, words, passes, decided);
}
NORMA_AVX2_LOOP inline void both(const word* a, const word* b, std::size_t words,
                                 word* out) {
  bits::both(a, b, words, out);
}
NORMA_AVX2_LOOP inline void join_fact(const word* bits, const word* known,
                                      std::size_t words, bool turned, bool first,
                                      word* all, word* any) {
  bits::join_fact(bits, known, words, turned, first, all, any);
}
NORMA_AVX2_LOOP inline void join(const word* also, const word* other, std::size_t words,
                                 bool first, word* all, word* any) {
  bits::join(also, other, words, first, all, any);
}
NORMA_AVX2_LOOP inline void join_member(const word* also, const word* other,
                                        const word* member_none, std::size_t words,
                                        bool first, word* all, word* any, word* none) {
  bits::join_member(also, other, member_none, words, first, all, any, none);
}
NORMA_AVX2_LOOP inline void first_of(const word* breaks, const word* other,
                                     const word* none, std::size_t words, word* broken,
                                     word* open, word* first_breaks, word* first_opens) {
  bits::first_of(breaks, other, none, words, broken, open, first_breaks, first_opens);
}

inline constexpr kernels all{
    .name = "avx2",
    .at_least = at_least,
    .equal = equal,
    .sum_at_least = sum_at_least,
    .sum_equal = sum_equal,
    .extent = plain::extent,
    .look_at_least = look_at_least,
    .look_sum_at_least = look_sum_at_least,
    .has_bit = plain::has_bit,
    .any_of = plain::any_of,
    .codes = plain::codes,
    .sum_codes = plain::sum_codes,
    .bytes = bytes,
    .verdicts = plain::verdicts,
    .verdict_bits = verdict_bits,
    .stream = plain::stream,
    .settle = plain::settle,
    .both = both,
    .join_fact = join_fact,
    .join = join,
    .join_member = join_member,
    .first_of = first_of,
    .reasons = plain::reasons,
};

[[nodiscard]] inline bool runs_here() { return __builtin_cpu_supports("avx2"); }

#undef NORMA_AVX2
#undef NORMA_AVX2_LOOP

}  // namespace norma::batch::detail::avx2

#endif

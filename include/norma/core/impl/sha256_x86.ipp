// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint8_t

#include <norma/core/impl/sha256_block.ipp>

// SHA-256 by the instructions that processors of the x86 family have for it.

#if defined(__x86_64__) && defined(__GNUC__)

// Not <immintrin.h>, which takes ten times as long to read; what only that one has are
// the names of the three instructions, which compilers know without it.
#include <cpuid.h>
#include <smmintrin.h>

namespace norma::detail {

/// True if the processor has them (and SSSE3 and SSE4.1, which go with them).
[[nodiscard]] inline bool has_sha256_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0) return false;
  const bool sse = (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  return sse && (b & bit_SHA) != 0;
}

[[gnu::target("sha")]] inline __m128i sha256_schedule_1(__m128i a, __m128i b) {
  return __m128i(__builtin_ia32_sha256msg1(__v4si(a), __v4si(b)));
}
[[gnu::target("sha")]] inline __m128i sha256_schedule_2(__m128i a, __m128i b) {
  return __m128i(__builtin_ia32_sha256msg2(__v4si(a), __v4si(b)));
}
[[gnu::target("sha")]] inline __m128i sha256_two_rounds(__m128i cdgh, __m128i abef,
                                                        __m128i w) {
  return __m128i(__builtin_ia32_sha256rnds2(__v4si(cdgh), __v4si(abef), __v4si(w)));
}

/// The same as `sha256_block`. The instructions do two rounds each, on the state as
/// the words a b e f and c d g h.
[[gnu::target("sha,ssse3,sse4.1")]] inline void sha256_block_x86(
    sha256_state& state, const std::uint8_t* bytes) {
  const auto* words = reinterpret_cast<const __m128i*>(bytes);
  const auto* constants = reinterpret_cast<const __m128i*>(sha256_constants.data());
  auto* held = reinterpret_cast<__m128i*>(state.data());
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);

  const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(held), 0xb1);
  const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(held + 1), 0x1b);
  const __m128i abef_before = _mm_alignr_epi8(cdab, efgh, 8);
  const __m128i cdgh_before = _mm_blend_epi16(efgh, cdab, 0xf0);
  __m128i abef = abef_before;
  __m128i cdgh = cdgh_before;

  __m128i w[4];  // the last 16 words of the message schedule
  for (std::size_t i = 0; i < 16; ++i) {
    __m128i& next = w[i % 4];
    if (i < 4) {
      next = _mm_shuffle_epi8(_mm_loadu_si128(words + i), big_endian);
    } else {
      const __m128i last = w[(i + 3) % 4];
      const __m128i early = sha256_schedule_1(next, w[(i + 1) % 4]);
      const __m128i middle = _mm_alignr_epi8(last, w[(i + 2) % 4], 4);
      next = sha256_schedule_2(_mm_add_epi32(early, middle), last);
    }
    const __m128i sum = _mm_add_epi32(next, _mm_loadu_si128(constants + i));
    cdgh = sha256_two_rounds(cdgh, abef, sum);
    abef = sha256_two_rounds(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
  }

  const __m128i feba = _mm_shuffle_epi32(_mm_add_epi32(abef, abef_before), 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(_mm_add_epi32(cdgh, cdgh_before), 0xb1);
  _mm_storeu_si128(held, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(held + 1, _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace norma::detail

#else

namespace norma::detail {

[[nodiscard]] constexpr bool has_sha256_instructions() { return false; }
inline void sha256_block_x86(sha256_state& state, const std::uint8_t* bytes) {
  sha256_block(state, bytes);
}

}  // namespace norma::detail

#endif

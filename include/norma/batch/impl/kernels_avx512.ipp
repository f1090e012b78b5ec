// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_avx512_looks.ipp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <cstring>      // std::memcpy
#include <limits>       // std::numeric_limits
#include <type_traits>  // std::remove_const_t …
#include <vector>       // std::vector

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

NORMA_AVX512_LOOP inline void has_bit(const word* words, std::size_t rows, unsigned bit,
                                      word* out) {
  const __m512i wanted = _mm512_set1_epi64(static_cast<std::int64_t>(word{1} << bit));
  for (std::size_t i = 0; i < rows / 64; ++i) {
    __mmask8 m[8];
    for (unsigned k = 0; k < 8; ++k) {
      m[k] = _mm512_test_epi64_mask(_mm512_loadu_si512(words + i * 64 + k * 8), wanted);
    }
    out[i] = joined(m);
  }
  if (rows % 64 == 0) return;
  plain::has_bit(words + rows / 64 * 64, rows % 64, bit, out + rows / 64);
}

/// Each row's bits as eight bytes from the one in which they begin: none is longer, and
/// none lies so far behind that more would be read than there is.
NORMA_AVX512_LOOP inline void any_of(const word* bits, bool turned,
                                     const std::uint32_t* ends, std::size_t rows,
                                     word* out) {
  const __m512i one = _mm512_set1_epi64(1);
  const __m512i longest = _mm512_set1_epi64(57);
  const std::size_t held = words_for(ends[rows]) * 64;
  const __m512i last = _mm512_set1_epi64(static_cast<std::int64_t>(held) - 64);
  const __m512i flip = _mm512_set1_epi64(turned ? -1 : 0);
  for (std::size_t i = 0; i < rows / 64; ++i) {
    __mmask8 m[8];
    for (unsigned k = 0; k < 8; ++k) {
      const std::size_t row = i * 64 + k * 8;
      const __m512i from = load_8(ends + row);
      const __m512i size = _mm512_sub_epi64(load_8(ends + row + 1), from);
      if ((_mm512_cmpgt_epi64_mask(size, longest) |
           _mm512_cmpgt_epi64_mask(from, last)) != 0) {
        unsigned each = 0;
        for (std::size_t j = 0; j < 8; ++j) {
          const bool any = plain::any_in(bits, turned, ends[row + j], ends[row + j + 1]);
          each |= (any ? 1U : 0U) << j;
        }
        m[k] = static_cast<__mmask8>(each);
        continue;
      }
      const __m512i eight = _mm512_i64gather_epi64(_mm512_srli_epi64(from, 3), bits, 1);
      const __m512i own = _mm512_xor_si512(
          _mm512_srlv_epi64(eight, _mm512_and_si512(from, _mm512_set1_epi64(7))), flip);
      const __m512i low = _mm512_sub_epi64(_mm512_sllv_epi64(one, size), one);
      m[k] = _mm512_test_epi64_mask(own, low);
    }
    out[i] = joined(m);
  }
  const std::size_t whole = rows / 64 * 64;
  if (whole == rows) return;
  plain::any_of(bits, turned, ends + whole, rows - whole, out + whole / 64);
}

template <class T>
NORMA_AVX512_LOOP void codes_as(const T* x, std::size_t rows, const std::int32_t* of,
                                std::size_t entries, std::int32_t* out) {
  const __m512i last = _mm512_set1_epi64(static_cast<std::int64_t>(entries));
  for (std::size_t row = 0; row < rows; row += 8) {
    const __m512i entry = load_8(x + row);
    const __mmask8 there = _mm512_cmplt_epu64_mask(entry, last);
    _mm256_storeu_si256(
        reinterpret_cast<__m256i*>(out + row),
        _mm512_mask_i64gather_epi32(_mm256_set1_epi32(-1), there, entry, of, 4));
  }
}
inline void codes(const void* entries, layout is, std::size_t rows,
                  const std::vector<std::int32_t>& of, std::int32_t* out) {
  const std::size_t whole = rows / 8 * 8;
  plain::with_type(is, [&](auto* as) {
    codes_as(static_cast<decltype(as)>(entries), whole, of.data(), of.size(), out);
  });
  if (whole == rows) return;
  plain::codes(behind(entries, is, whole), is, rows - whole, of, out + whole);
}

NORMA_AVX512_LOOP inline void sum_codes(const std::uint32_t* ends,
                                        const std::int32_t* codes, std::size_t rows,
                                        word* ids, word* others) {
  const __m512i one = _mm512_set1_epi64(1);
  for (std::size_t i = 0; i < rows / 64; ++i) {
    __mmask8 m[8];
    for (unsigned k = 0; k < 8; ++k) {
      const std::size_t row = i * 64 + k * 8;
      __m512i at = load_8(ends + row);
      const __m512i to = load_8(ends + row + 1);
      __m512i has = _mm512_setzero_si512(), sum = has, below = has;
      for (__mmask8 more = _mm512_cmplt_epi64_mask(at, to); more != 0;
           more = _mm512_cmplt_epi64_mask(at, to)) {
        const __m512i code = _mm512_cvtepi32_epi64(
            _mm512_mask_i64gather_epi32(_mm256_setzero_si256(), more, at, codes, 4));
        const __m512i bit = _mm512_maskz_sllv_epi64(more, one, code);
        below = _mm512_or_si512(below, code);
        has = _mm512_or_si512(has, bit);
        sum = _mm512_add_epi64(sum, bit);
        at = _mm512_add_epi64(at, one);
      }
      _mm512_storeu_si512(ids + row, has);
      m[k] = static_cast<__mmask8>(_mm512_movepi64_mask(below) |
                                   _mm512_cmpneq_epi64_mask(has, sum));
    }
    others[i] = joined(m);
  }
  const std::size_t whole = rows / 64 * 64;
  if (whole == rows) return;
  plain::sum_codes(ends + whole, codes, rows - whole, ids + whole, others + whole / 64);
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

NORMA_AVX512_LOOP inline void verdict_bits(const word* pass, const word* fail,
                                           const word* none, std::size_t words,
                                           word* passes, word* decided) {
  bits::verdict_bits(pass, fail, none, words, passes, decided);
}

/// Whole cache lines go past the cache: none is read to be written.
NORMA_AVX512_LOOP inline void stream(const void* from, std::size_t bytes, void* to) {
  const auto* in = static_cast<const char*>(from);
  auto* out = static_cast<char*>(to);
  const std::size_t before = (64 - reinterpret_cast<std::uintptr_t>(to) % 64) % 64;
  if (bytes < before + 64) {
    std::memcpy(out, in, bytes);
    return;
  }
  std::memcpy(out, in, before);
  std::size_t at = before;
  for (; at + 64 <= bytes; at += 64) {
    _mm512_stream_si512(reinterpret_cast<__m512i*>(out + at),
                        _mm512_loadu_si512(in + at));
  }
  std::memcpy(out + at, in + at, bytes - at);
}
inline void settle() { _mm_sfence(); }
NORMA_AVX512_LOOP inline void both(const word* a, const word* b, std::size_t words,
                                   word* out) {
  bits::both(a, b, words, out);
}
NORMA_AVX512_LOOP inline void join_fact(const word* bits, const word* known,
                                        std::size_t words, bool turned, bool first,
                                        word* all, word* any) {
  bits::join_fact(bits, known, words, turned, first, all, any);
}
NORMA_AVX512_LOOP inline void join(const word* also, const word* other, std::size_t words,
                                   bool first, word* all, word* any) {
  bits::join(also, other, words, first, all, any);
}
NORMA_AVX512_LOOP inline void join_member(const word* also, const word* other,
                                          const word* member_none, std::size_t words,
                                          bool first, word* all, word* any, word* none) {
  bits::join_member(also, other, member_none, words, first, all, any, none);
}
NORMA_AVX512_LOOP inline void first_of(const word* breaks, const word* other,
                                       const word* none, std::size_t words, word* broken,
                                       word* open, word* first_breaks,
                                       word* first_opens) {
  bits::first_of(breaks, other, none, words, broken, open, first_breaks, first_opens);
}

NORMA_AVX512_LOOP inline void reasons(const reason_source* from, std::size_t sources,
                                      const word* pass, const word* fail,
                                      const word* none, std::int16_t own,
                                      std::size_t rows, std::int16_t* out) {
  const std::size_t words = rows / 64;
  const __m512i owns = _mm512_set1_epi16(own);
  const __m512i nothing = _mm512_set1_epi16(-1);
  for (std::size_t i = 0; i < words; ++i) {
    const word failed = fail[i];
    const word open = ~(pass[i] | failed | (none == nullptr ? 0 : none[i]));
    const word either = failed | open;
    __m512i low = _mm512_mask_mov_epi16(nothing, static_cast<__mmask32>(either), owns);
    __m512i high =
        _mm512_mask_mov_epi16(nothing, static_cast<__mmask32>(either >> 32U), owns);
    for (const reason_source* s = from; s != from + sources; ++s) {
      const word which = ((s->breaks == nullptr ? 0 : s->breaks[i]) & failed) |
                         ((s->opens == nullptr ? 0 : s->opens[i]) & open);
      const auto in_low = static_cast<__mmask32>(which);
      const auto in_high = static_cast<__mmask32>(which >> 32U);
      if (s->inner == nullptr) {
        const __m512i code = _mm512_set1_epi16(s->code);
        low = _mm512_mask_mov_epi16(low, in_low, code);
        high = _mm512_mask_mov_epi16(high, in_high, code);
      } else {
        low = _mm512_mask_loadu_epi16(low, in_low, s->inner + i * 64);
        high = _mm512_mask_loadu_epi16(high, in_high, s->inner + i * 64 + 32);
      }
    }
    _mm512_storeu_si512(out + i * 64, low);
    _mm512_storeu_si512(out + i * 64 + 32, high);
  }
  if (rows % 64 == 0) return;
  std::vector<reason_source> rest(from, from + sources);
  for (reason_source& s : rest) {
    if (s.breaks != nullptr) s.breaks += words;
    if (s.opens != nullptr) s.opens += words;
    if (s.inner != nullptr) s.inner += words * 64;
  }
  plain::reasons(rest.data(), sources, pass + words, fail + words,
                 none == nullptr ? nullptr : none + words, own, rows % 64,
                 out + words * 64);
}

inline constexpr kernels all{
    .name = "avx512",
    .at_least = at_least,
    .equal = equal,
    .sum_at_least = sum_at_least,
    .sum_equal = sum_equal,
    .extent = extent,
    .look_at_least = look_at_least,
    .look_sum_at_least = look_sum_at_least,
    .has_bit = has_bit,
    .any_of = any_of,
    .codes = codes,
    .sum_codes = sum_codes,
    .bytes = bytes,
    .verdicts = verdicts,
    .verdict_bits = verdict_bits,
    .stream = stream,
    .settle = settle,
    .both = both,
    .join_fact = join_fact,
    .join = join,
    .join_member = join_member,
    .first_of = first_of,
    .reasons = reasons,
};

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/kernels_avx512_sums.ipp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t …
#include <type_traits>  // std::is_same_v …

// The extent of a column's values, in AVX-512: by itself, or while they are compared, so
// that memory is read once.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes what its own headers leave undefined on purpose for a mistake (GCC bug
// 105593).
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

namespace norma::batch::detail::avx512 {

/// True for the types of which extents are told here.
template <class T>
inline constexpr bool has_extent =
    std::is_same_v<T, std::int32_t> || std::is_same_v<T, std::int64_t>;

/// Lanes of least and greatest values.
template <class T>
struct extent_lanes {
  __m512i least, most;

  NORMA_AVX512 static extent_lanes of(const T* x) {
    const __m512i first = all_lanes<T>(*x);
    return {first, first};
  }
  NORMA_AVX512 void add(__m512i v) {
    if constexpr (sizeof(T) == 4) {
      least = _mm512_min_epi32(least, v);
      most = _mm512_max_epi32(most, v);
    } else {
      least = _mm512_min_epi64(least, v);
      most = _mm512_max_epi64(most, v);
    }
  }
  NORMA_AVX512 extent_of all() const {
    if constexpr (sizeof(T) == 4) {
      return {_mm512_reduce_min_epi32(least), _mm512_reduce_max_epi32(most)};
    } else {
      return {_mm512_reduce_min_epi64(least), _mm512_reduce_max_epi64(most)};
    }
  }
};

/// With the values behind the whole words, if there are any.
[[nodiscard]] inline extent_of with_rest(extent_of found, const void* values, layout is,
                                         std::size_t rows) {
  plain::tail(values, is, rows, [&](const void* rest, std::size_t left) {
    const extent_of more = plain::extent(rest, is, left);
    found = {std::min(found.low, more.low), std::max(found.high, more.high)};
  });
  return found;
}

/// How many values make a register full.
template <class T>
inline constexpr std::size_t lanes_of = 64 / sizeof(T);

template <class T>
NORMA_AVX512_LOOP extent_of extent_as(const T* x, std::size_t words) {
  auto seen = extent_lanes<T>::of(x);
  for (std::size_t i = 0; i < words * 64; i += lanes_of<T>) {
    seen.add(_mm512_loadu_si512(x + i));
  }
  return seen.all();
}

template <class T>
NORMA_AVX512_LOOP extent_of look_at_least_as(const T* x, std::size_t words,
                                             std::int64_t bound, word* out) {
  const __m512i lanes = all_lanes<T>(bound);
  auto seen = extent_lanes<T>::of(x);
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t k = 0; k < 64; k += lanes_of<T>) {
      seen.add(_mm512_loadu_si512(x + i * 64 + k));
    }
    out[i] = at_least_64(x + i * 64, lanes);
  }
  return seen.all();
}

/// Calls `use` with the values as what they are, if extents are told of such here and
/// there is a whole word of them.
template <class Use>
[[nodiscard]] bool with_extent(layout is, std::size_t rows, const Use& use) {
  if (rows < 64) return false;
  return plain::with_type(is, [&](auto* as) {
    using T = std::remove_const_t<std::remove_pointer_t<decltype(as)>>;
    if constexpr (has_extent<T>) use(as);
    return has_extent<T>;
  });
}

inline extent_of extent(const void* values, layout is, std::size_t rows) {
  extent_of found;
  const bool told = with_extent(is, rows, [&](auto* as) {
    found = extent_as(static_cast<decltype(as)>(values), rows / 64);
  });
  return told ? with_rest(found, values, is, rows) : plain::extent(values, is, rows);
}

inline extent_of look_at_least(const void* values, layout is, std::size_t rows,
                               std::int64_t bound, word* out) {
  extent_of found;
  bool fits = true;
  const bool told = with_extent(is, rows, [&](auto* as) {
    using T = std::remove_const_t<std::remove_pointer_t<decltype(as)>>;
    fits = holds<T>(bound);
    if (!fits) return;
    found = look_at_least_as(static_cast<const T*>(values), rows / 64, bound, out);
  });
  if (!told || !fits) {
    at_least(values, is, rows, bound, out);
    return extent(values, is, rows);
  }
  plain::tail(values, is, rows, [&](const void* rest, std::size_t left) {
    plain::at_least(rest, is, left, bound, out + rows / 64);
  });
  return with_rest(found, values, is, rows);
}

/// x >= y as they lie, and both extents.
template <class T>
NORMA_AVX512_LOOP void look_pairs(const T* x, const T* y, std::size_t words, word* out,
                                  extent_of& of_x, extent_of& of_y) {
  auto seen_x = extent_lanes<T>::of(x);
  auto seen_y = extent_lanes<T>::of(y);
  constexpr std::size_t n = lanes_of<T>;
  for (std::size_t i = 0; i < words; ++i) {
    std::conditional_t<sizeof(T) == 4, __mmask16, __mmask8> m[64 / n];
    for (std::size_t k = 0; k < 64 / n; ++k) {
      const std::size_t at = i * 64 + k * n;
      const __m512i p = _mm512_loadu_si512(x + at);
      const __m512i q = _mm512_loadu_si512(y + at);
      seen_x.add(p);
      seen_y.add(q);
      if constexpr (sizeof(T) == 4) {
        m[k] = _mm512_cmpge_epi32_mask(p, q);
      } else {
        m[k] = _mm512_cmpge_epi64_mask(p, q);
      }
    }
    out[i] = joined(m);
  }
  of_x = seen_x.all();
  of_y = seen_y.all();
}

/// A sum of as many bits as its values have, which is right if these are small enough.
NORMA_AVX512_LOOP inline void look_sums_32(const std::int32_t* x, const std::int32_t* y,
                                           const term& a, const term& b,
                                           std::int64_t constant, std::size_t words,
                                           word* out, extent_of& of_x, extent_of& of_y) {
  const __m512i fa = _mm512_set1_epi32(static_cast<int>(a.factor));
  const __m512i fb = _mm512_set1_epi32(static_cast<int>(b.factor));
  const __m512i floor = _mm512_set1_epi32(static_cast<int>(-constant));
  auto seen_x = extent_lanes<std::int32_t>::of(x);
  auto seen_y = extent_lanes<std::int32_t>::of(y);
  for (std::size_t i = 0; i < words; ++i) {
    __mmask16 m[4];
    for (std::size_t k = 0; k < 4; ++k) {
      const std::size_t at = i * 64 + k * 16;
      const __m512i p = _mm512_loadu_si512(x + at);
      const __m512i q = _mm512_loadu_si512(y + at);
      seen_x.add(p);
      seen_y.add(q);
      m[k] = _mm512_cmpge_epi32_mask(
          _mm512_add_epi32(_mm512_mullo_epi32(p, fa), _mm512_mullo_epi32(q, fb)), floor);
    }
    out[i] = joined(m);
  }
  of_x = seen_x.all();
  of_y = seen_y.all();
}

/// False where there is no way to look and compare at once, or a product needs more bits
/// than such a way has; the extents are told all the same.
[[nodiscard]] inline bool compared_while_looking(const term& a, const term& b,
                                                 std::int64_t constant, std::size_t words,
                                                 word* out, extent_of& of_a,
                                                 extent_of& of_b) {
  const bool pairs = constant == 0 && a.factor != 0 && a.factor == -b.factor;
  const auto compare = [&](auto* as) {
    const auto* x = static_cast<decltype(as)>(a.values);
    const auto* y = static_cast<decltype(as)>(b.values);
    if (a.factor > 0) {
      look_pairs(x, y, words, out, of_a, of_b);
    } else {
      look_pairs(y, x, words, out, of_b, of_a);
    }
  };
  if (a.is == layout::int64 && b.is == layout::int64 && pairs) {
    compare(static_cast<const std::int64_t*>(nullptr));
    return true;
  }
  const auto narrow = [](layout is) {
    return is == layout::int32 || is == layout::date32;
  };
  const auto of_32_bits = [](std::int64_t n) {
    return n == static_cast<std::int32_t>(n);
  };
  if (narrow(a.is) && narrow(b.is) && pairs) {
    compare(static_cast<const std::int32_t*>(nullptr));
    return true;
  }
  if (narrow(a.is) && narrow(b.is) && of_32_bits(a.factor) && of_32_bits(b.factor) &&
      of_32_bits(-constant)) {
    look_sums_32(static_cast<const std::int32_t*>(a.values),
                 static_cast<const std::int32_t*>(b.values), a, b, constant, words, out,
                 of_a, of_b);
    return has_32_bits(a.within(of_a), b.within(of_b), constant);
  }
  of_a = extent(a.values, a.is, words * 64);
  of_b = extent(b.values, b.is, words * 64);
  return false;
}

inline bool look_sum_at_least(const term& a, const term& b, std::int64_t constant,
                              std::size_t rows, word* out, extent_of* of_a,
                              extent_of* of_b) {
  const std::size_t words = rows / 64;
  extent_of in_a;
  extent_of in_b;
  const bool done =
      words > 0 && compared_while_looking(a, b, constant, words, out, in_a, in_b);
  if (words == 0) return plain::look_sum_at_least(a, b, constant, rows, out, of_a, of_b);
  in_a = with_rest(in_a, a.values, a.is, rows);
  in_b = with_rest(in_b, b.values, b.is, rows);
  if (of_a != nullptr) *of_a = in_a;
  if (of_b != nullptr) *of_b = in_b;
  if (!done) {
    return sum_at_least(a.within(in_a), b.within(in_b), constant, rows, out);
  }
  if (rows % 64 == 0) return false;
  return plain::sum_at_least(plain::behind(a, words * 64), plain::behind(b, words * 64),
                             constant, rows % 64, out + words);
}

}  // namespace norma::batch::detail::avx512

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#endif

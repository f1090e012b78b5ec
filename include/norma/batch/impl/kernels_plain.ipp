// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max, std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t …
#include <cstring>    // std::memcpy
#include <limits>     // std::numeric_limits
#include <utility>    // std::forward
#include <vector>     // std::vector

#include <norma/batch/impl/kernels.hpp>
#include <norma/batch/impl/kernels_bits.ipp>

// The loops in plain C++: for every machine, and for the rows that the others leave.

namespace norma::batch::detail::plain {

/// Calls `use` with a null pointer of the type that the layout has.
template <class Use>
decltype(auto) with_type(layout is, const Use& use) {
  switch (is) {
    case layout::int8: return use(static_cast<const std::int8_t*>(nullptr));
    case layout::int16: return use(static_cast<const std::int16_t*>(nullptr));
    case layout::uint8: return use(static_cast<const std::uint8_t*>(nullptr));
    case layout::uint16: return use(static_cast<const std::uint16_t*>(nullptr));
    case layout::uint32: return use(static_cast<const std::uint32_t*>(nullptr));
    case layout::int32:
    case layout::date32: return use(static_cast<const std::int32_t*>(nullptr));
    default: return use(static_cast<const std::int64_t*>(nullptr));
  }
}

/// The values from `rows` on.
[[nodiscard]] inline const void* behind(const void* values, layout is, std::size_t rows) {
  return static_cast<const char*>(values) + rows * width_of(is);
}

[[nodiscard]] inline term behind(const term& t, std::size_t rows) {
  return {behind(t.values, t.is, rows), t.is, t.factor, t.largest};
}

/// Calls `use` with the values behind the last whole word and how many there are.
template <class Use>
void tail(const void* values, layout is, std::size_t rows, const Use& use) {
  if (rows % 64 != 0) use(behind(values, is, rows / 64 * 64), rows % 64);
}

inline void at_least(const void* values, layout is, std::size_t rows, std::int64_t bound,
                     word* out) {
  with_type(is, [&](auto* as) {
    const auto* x = static_cast<decltype(as)>(values);
    write_bits(rows, out, [&](std::size_t i) { return std::int64_t{x[i]} >= bound; });
  });
}

inline void equal(const void* values, layout is, std::size_t rows, std::int64_t wanted,
                  word* out) {
  with_type(is, [&](auto* as) {
    const auto* x = static_cast<decltype(as)>(values);
    write_bits(rows, out, [&](std::size_t i) { return std::int64_t{x[i]} == wanted; });
  });
}

/// Beyond the limit, whatever the sign.
[[nodiscard]] inline bool exceeds(std::int64_t x, std::int64_t limit) {
  return x > limit || x < -limit;
}

template <class Holds>
bool each_sum(const term& a, const term& b, std::int64_t constant, std::size_t rows,
              word* out, const Holds& holds) {
  bool beyond = false;
  const std::int64_t limit_a = a.limit();
  const std::int64_t limit_b = b.limit();
  with_type(a.is, [&](auto* as_a) {
    with_type(b.is, [&](auto* as_b) {
      const auto* x = static_cast<decltype(as_a)>(a.values);
      const auto* y = static_cast<decltype(as_b)>(b.values);
      write_bits(rows, out, [&](std::size_t i) {
        const std::int64_t p = x[i];
        const std::int64_t q = y[i];
        if (exceeds(p, limit_a) || exceeds(q, limit_b)) {
          beyond = true;
          return false;
        }
        return holds(p * a.factor + q * b.factor + constant);
      });
    });
  });
  return beyond;
}

inline bool sum_at_least(const term& a, const term& b, std::int64_t constant,
                         std::size_t rows, word* out) {
  return each_sum(a, b, constant, rows, out, [](std::int64_t sum) { return sum >= 0; });
}

inline bool sum_equal(const term& a, const term& b, std::int64_t constant,
                      std::size_t rows, word* out) {
  return each_sum(a, b, constant, rows, out, [](std::int64_t sum) { return sum == 0; });
}

inline extent_of extent(const void* values, layout is, std::size_t rows) {
  extent_of result;
  with_type(is, [&](auto* as) {
    const auto* x = static_cast<decltype(as)>(values);
    auto least = x[0];
    auto most = x[0];
    for (std::size_t i = 1; i < rows; ++i) {
      least = std::min(least, x[i]);
      most = std::max(most, x[i]);
    }
    result = {least, most};
  });
  return result;
}

inline extent_of look_at_least(const void* values, layout is, std::size_t rows,
                               std::int64_t bound, word* out) {
  at_least(values, is, rows, bound, out);
  return extent(values, is, rows);
}

inline void look_at(const term& t, std::size_t rows, extent_of* to) {
  if (to != nullptr) *to = extent(t.values, t.is, rows);
}

inline bool look_sum_at_least(const term& a, const term& b, std::int64_t constant,
                              std::size_t rows, word* out, extent_of* of_a,
                              extent_of* of_b) {
  look_at(a, rows, of_a);
  look_at(b, rows, of_b);
  return sum_at_least(a, b, constant, rows, out);
}

inline void has_bit(const word* words, std::size_t rows, unsigned bit, word* out) {
  write_bits(rows, out, [&](std::size_t i) { return ((words[i] >> bit) & 1U) != 0; });
}

[[nodiscard]] inline bool any_in(const word* bits, bool turned, std::size_t begin,
                                 std::size_t end) {
  const std::size_t size = end - begin;
  if (size <= 64) return bits_from(bits, begin, size) != (turned ? low_bits(size) : 0);
  return count_bits(bits, begin, end) != (turned ? size : 0);
}
inline void any_of(const word* bits, bool turned, const std::uint32_t* ends,
                   std::size_t rows, word* out) {
  write_bits(rows, out, [&](std::size_t row) {
    return any_in(bits, turned, ends[row], ends[row + 1]);
  });
}

inline void codes(const void* entries, layout is, std::size_t rows,
                  const std::vector<std::int32_t>& of, std::int32_t* out) {
  with_type(is, [&](auto* as) {
    const auto* x = static_cast<decltype(as)>(entries);
    for (std::size_t i = 0; i < rows; ++i) {
      const auto entry = static_cast<std::uint64_t>(std::int64_t{x[i]});
      out[i] = entry < of.size() ? of[entry] : -1;
    }
  });
}

/// Powers of two whose sum is what they are together are there once each.
inline void sum_codes(const std::uint32_t* ends, const std::int32_t* codes,
                      std::size_t rows, word* ids, word* others) {
  write_bits(rows, others, [&](std::size_t row) {
    word has = 0, sum = 0;
    std::int32_t below = 0;
    for (std::uint32_t i = ends[row]; i < ends[row + 1]; ++i) {
      const word one = word{1} << (static_cast<unsigned>(codes[i]) % 64);
      below |= codes[i];
      has |= one;
      sum += one;
    }
    ids[row] = has;
    return below < 0 || has != sum;
  });
}

inline void bytes(const std::uint8_t* values, std::size_t rows, word* out) {
  write_bits(rows, out, [&](std::size_t i) { return values[i] != 0; });
}

inline void verdicts(const word* pass, const word* fail, const word* none,
                     std::size_t rows, std::uint8_t* out) {
  for (std::size_t i = 0; i < rows; ++i) {
    out[i] = bit_at(pass, i)                      ? 0
             : bit_at(fail, i)                    ? 1
             : none != nullptr && bit_at(none, i) ? 3
                                                  : 2;
  }
}

inline void verdict_bits(const word* pass, const word* fail, const word* none,
                         std::size_t words, word* passes, word* decided) {
  bits::verdict_bits(pass, fail, none, words, passes, decided);
}
inline void stream(const void* from, std::size_t bytes, void* to) {
  std::memcpy(to, from, bytes);
}
inline void settle() {}
inline void both(const word* a, const word* b, std::size_t words, word* out) {
  bits::both(a, b, words, out);
}
inline void join_fact(const word* bits, const word* known, std::size_t words, bool turned,
                      bool first, word* all, word* any) {
  bits::join_fact(bits, known, words, turned, first, all, any);
}
inline void join(const word* also, const word* other, std::size_t words, bool first,
                 word* all, word* any) {
  bits::join(also, other, words, first, all, any);
}
inline void join_member(const word* also, const word* other, const word* member_none,
                        std::size_t words, bool first, word* all, word* any, word* none) {
  bits::join_member(also, other, member_none, words, first, all, any, none);
}
inline void first_of(const word* breaks, const word* other, const word* none,
                     std::size_t words, word* broken, word* open, word* first_breaks,
                     word* first_opens) {
  bits::first_of(breaks, other, none, words, broken, open, first_breaks, first_opens);
}

inline void reasons(const reason_source* from, std::size_t sources, const word* pass,
                    const word* fail, const word* none, std::int16_t own,
                    std::size_t rows, std::int16_t* out) {
  std::fill_n(out, rows, std::int16_t{-1});
  for (std::size_t i = 0; i < words_for(rows); ++i) {
    const word open = ~(pass[i] | fail[i] | (none == nullptr ? 0 : none[i]));
    const auto rows_here = std::min<std::size_t>(64, rows - i * 64);
    std::int16_t* here = out + i * 64;
    const word either = fail[i] | open;
    for_each_bit(&either, rows_here, [&](std::size_t row) { here[row] = own; });
    for (const reason_source* s = from; s != from + sources; ++s) {
      const word which = ((s->breaks == nullptr ? 0 : s->breaks[i]) & fail[i]) |
                         ((s->opens == nullptr ? 0 : s->opens[i]) & open);
      for_each_bit(&which, rows_here, [&](std::size_t row) {
        here[row] = s->inner == nullptr ? s->code : s->inner[i * 64 + row];
      });
    }
  }
}

inline constexpr kernels all{
    .name = "plain",
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

}  // namespace norma::batch::detail::plain

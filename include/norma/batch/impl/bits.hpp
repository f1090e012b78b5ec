// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::fill_n, std::max, std::min
#include <bit>          // std::bit_ceil
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint64_t
#include <cstring>      // std::memcpy
#include <memory>       // std::unique_ptr
#include <type_traits>  // std::is_trivially_destructible_v
#include <utility>      // std::exchange
#include <vector>       // std::vector

// Bitmaps of a block: a bit a row, the lowest first, 64 to a word. Bits beyond the
// last row are not looked at.

namespace norma::batch::detail {

using word = std::uint64_t;

[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) {
  return rows / 64 + (rows % 64 == 0 ? 0 : 1);
}

/// Words that are handed out and taken back in order, as a stack: one of them a thread,
/// so that blocks allocate nothing.
class scratch {
 public:
  [[nodiscard]] word* take(std::size_t words) {
    const std::size_t wanted = (words + 7) / 8 * 8;  // whole cache lines
    if (page_ < pages_.size() && used_ + wanted > pages_[page_].size) next_page(wanted);
    if (page_ == pages_.size()) add_page(wanted);
    word* result = pages_[page_].begin() + used_;
    used_ += wanted;
    return result;
  }

  /// Room for so many of a type that needs no destructor.
  template <class T>
  [[nodiscard]] T* take_as(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 64);
    return reinterpret_cast<T*>(
        take((count * sizeof(T) + sizeof(word) - 1) / sizeof(word)));
  }

  struct mark {
    std::size_t page = 0, used = 0;
  };
  [[nodiscard]] mark here() const { return {page_, used_}; }
  void back_to(mark m) {
    page_ = m.page;
    used_ = m.used;
  }

 private:
  /// The first page is small: a few rows need no more. Each is twice as large as the one
  /// before, up to the greatest.
  static constexpr std::size_t first_page = std::size_t{1} << 12;
  static constexpr std::size_t greatest_page = std::size_t{1} << 16;
  struct page {
    std::unique_ptr<word[]> held;
    std::size_t size = 0;
    [[nodiscard]] word* begin() const {
      const auto address = reinterpret_cast<std::uintptr_t>(held.get());
      return held.get() + ((64 - address % 64) % 64) / sizeof(word);
    }
  };

  void next_page(std::size_t wanted) {
    do ++page_;
    while (page_ < pages_.size() && pages_[page_].size < wanted);
    used_ = 0;
  }
  void add_page(std::size_t wanted) {
    const std::size_t usual =
        pages_.empty() ? first_page : std::min(greatest_page, 2 * pages_.back().size);
    const std::size_t size = std::max(usual, std::bit_ceil(wanted));
    page made{std::unique_ptr<word[]>(new word[size + 8]), size};
    pages_.push_back(std::move(made));
    used_ = 0;
  }

  std::vector<page> pages_;
  std::size_t page_ = 0;
  std::size_t used_ = 0;
};

/// Takes back what was taken while it lived.
class scratch_scope {
 public:
  explicit scratch_scope(scratch& of) : of_(of), from_(of.here()) {}
  scratch_scope(const scratch_scope&) = delete;
  scratch_scope& operator=(const scratch_scope&) = delete;
  ~scratch_scope() { of_.back_to(from_); }

 private:
  scratch& of_;
  scratch::mark from_;
};

inline void fill(word* to, std::size_t words, bool ones) {
  std::fill_n(to, words, ones ? ~word{0} : word{0});
}

/// `rows` bits that begin at bit `from` of `bits`, where they are whole words as they
/// lie; else null.
[[nodiscard]] inline const word* words_at(const std::uint8_t* bits, std::size_t from,
                                          std::size_t rows) {
  const std::uint8_t* begin = bits + from / 8;
  const bool whole = from % 8 == 0 && rows % 64 == 0 &&
                     reinterpret_cast<std::uintptr_t>(begin) % alignof(word) == 0;
  return whole ? reinterpret_cast<const word*>(begin) : nullptr;
}

/// Brings near as many bits as these behind them: what the next block begins with.
inline void fetch_next(const std::uint8_t* bits, std::size_t rows) {
  const std::size_t bytes = rows / 8;
  for (std::size_t i = 0; i < bytes; i += 64) {
    __builtin_prefetch(bits + bytes + i, 0, 2);
  }
}

/// `rows` bits that begin at bit `from` of `bits`; what follows them is 0.
inline void copy_bits(const std::uint8_t* bits, std::size_t from, std::size_t rows,
                      word* to) {
  const std::size_t words = words_for(rows);
  const std::uint8_t* begin = bits + from / 8;
  const unsigned shift = from % 8;
  const std::size_t bytes = (rows + shift + 7) / 8;  // that may be read
  if (shift == 0) {
    if (words > 0) to[words - 1] = 0;
    std::memcpy(to, begin, bytes);
  } else {
    for (std::size_t i = 0; i < words; ++i) {
      word low = 0;
      const std::size_t at = i * 8;
      const std::size_t whole = bytes - at < 8 ? bytes - at : 8;
      std::memcpy(&low, begin + at, whole);
      low >>= shift;
      if (at + 8 < bytes) low |= word{begin[at + 8]} << (64 - shift);
      to[i] = low;
    }
  }
  if (rows % 64 != 0) to[words - 1] &= (word{1} << (rows % 64)) - 1;
}

[[nodiscard]] inline bool bit_at(const word* bits, std::size_t row) {
  return ((bits[row / 64] >> (row % 64)) & 1U) != 0;
}
inline void set_bit(word* bits, std::size_t row) {
  bits[row / 64] |= word{1} << (row % 64);
}
inline void clear_bit(word* bits, std::size_t row) {
  bits[row / 64] &= ~(word{1} << (row % 64));
}

/// Calls `use` with each row among `rows` whose bit is set.
template <class Use>
void for_each_bit(const word* bits, std::size_t rows, const Use& use) {
  for (std::size_t i = 0; i < words_for(rows); ++i) {
    for (word left = bits[i]; left != 0; left &= left - 1) {
      const std::size_t row = i * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
      if (row >= rows) return;
      use(row);
    }
  }
}

[[nodiscard]] inline bool any_bit(const word* bits, std::size_t rows) {
  const std::size_t whole = rows / 64;
  word seen = 0;
  for (std::size_t i = 0; i < whole; ++i) seen |= bits[i];
  if (rows % 64 != 0) seen |= bits[whole] & ((word{1} << (rows % 64)) - 1);
  return seen != 0;
}

/// The lowest `count` bits, at most 64.
[[nodiscard]] constexpr word low_bits(std::size_t count) {
  return count == 0 ? 0 : ~word{0} >> (64 - count);
}

/// `count` bits, at most 64, from `first` on, the rest 0.
[[nodiscard]] inline word bits_from(const word* bits, std::size_t first,
                                    std::size_t count) {
  if (count == 0) return 0;
  const std::size_t shift = first % 64;
  word result = bits[first / 64] >> shift;
  if (shift + count > 64) result |= bits[first / 64 + 1] << (64 - shift);
  return result & low_bits(count);
}

/// True if at least `n` of the bits are set.
[[nodiscard]] inline bool has_bits(word bits, std::int64_t n) {
  for (; n > 1 && bits != 0; --n) bits &= bits - 1;
  return n <= 0 || bits != 0;
}

/// A bit for each of `rows` for which `holds`.
template <class Holds>
void write_bits(std::size_t rows, word* out, const Holds& holds) {
  for (std::size_t i = 0; i < words_for(rows); ++i) {
    const std::size_t end = std::min<std::size_t>(64, rows - i * 64);
    word bits = 0;
    for (std::size_t k = 0; k < end; ++k) bits |= word{holds(i * 64 + k)} << k;
    out[i] = bits;
  }
}

/// Bits from `first` to before `end`; no words are looked at where there are none.
[[nodiscard]] inline std::size_t count_bits(const word* bits, std::size_t first,
                                            std::size_t end) {
  std::size_t count = 0;
  for (std::size_t i = first; i < end;) {
    const std::size_t shift = i % 64;
    const std::size_t take = std::min<std::size_t>(64 - shift, end - i);
    word part = bits[i / 64] >> shift;
    if (take < 64) part &= (word{1} << take) - 1;
    count += static_cast<std::size_t>(__builtin_popcountll(part));
    i += take;
  }
  return count;
}

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Workload W judged by loops written for it alone, in blocks that stay in the cache:
// what a patient programmer gets out of the machine. Three-valued, 12 verdicts a unit.

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint64_t …
#include <vector>     // std::vector

#include <immintrin.h>

#include "bench/workload.hpp"

namespace norma_bench {

/// Pass and known, of each of 12 verdicts; as bits or as bytes.
struct yardstick_result {
  std::vector<std::uint64_t> pass[12], known[12];
  std::vector<std::uint8_t> pass_bytes[12], known_bytes[12];
  void resize(std::size_t units, bool bytes) {
    for (int i = 0; i < 12; ++i) {
      pass[i].assign(units / 64 + 2, 0);
      known[i].assign(units / 64 + 2, 0);
      if (!bytes) continue;
      pass_bytes[i].assign(units + 64, 0);
      known_bytes[i].assign(units + 64, 0);
    }
  }
};

#define NORMA_WIDE __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl")))

/// One block: `words` words from unit `first` on.
template <bool Bytes, std::size_t most_words>
class yardstick_block {
 public:
  NORMA_WIDE void judge(const workload& w, std::size_t first, std::size_t words,
                        yardstick_result& to) {
    w_ = &w;
    first_ = first;
    words_ = words;
    start();
    attested(0);
    attested(12);
    finish(0, to);
    start();
    attested(1);
    attested(2);
    at_least(wage_rounds, 1);
    finish(1, to);
    start();
    attested(3);
    at_least(congress_meetings, 1);
    finish(2, to);
    start();
    attested(4);
    at_least(coordinators, 2);
    share(disputes_handled, dispute_cases, 1, 1);
    finish(3, to);
    start();
    attested(5);
    amounts(wage_now, wage_before, 1, 1);
    no_amount(arrears);
    finish(4, to);
    start();
    attested(6);
    share(contract_signed, contract_due, 1, 1);
    share(insured, contract_due, 1, 1);
    none(incidents);
    finish(5, to);
    start();
    attested(7);
    attested(8);
    amounts(fund_frontline, fund_provided, 100, 60);
    finish(6, to);
    for (std::size_t i = 0; i < 3; ++i) {
      start();
      attested(9 + i);
      finish(7 + i, to);
    }
    start();
    at_least(surveyed, 1);
    share(satisfied, surveyed, 100, 90);
    finish(10, to);
    write(11, all_yes_, all_no_, to);
  }

  void begin_block() {
    std::fill_n(all_yes_, most_words, ~std::uint64_t{0});
    std::fill_n(all_no_, most_words, std::uint64_t{0});
  }

 private:
  void start() {
    std::fill_n(yes_, words_, ~std::uint64_t{0});
    std::fill_n(no_, words_, std::uint64_t{0});
  }

  NORMA_WIDE std::uint64_t valid(std::size_t fact, std::size_t i) const {
    if constexpr (Bytes) {
      const __m512i v = _mm512_loadu_si512(w_->valid_bytes[fact].data + first_ + i * 64);
      return _mm512_test_epi8_mask(v, v);
    } else {
      std::uint64_t bits = 0;
      __builtin_memcpy(&bits, w_->valid_bits[fact].data + first_ / 8 + i * 8, 8);
      return bits;
    }
  }
  NORMA_WIDE void attested(std::size_t fact) {
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      if constexpr (Bytes) {
        const __m512i v =
            _mm512_loadu_si512(w_->boolean_bytes[fact].data + first_ + i * 64);
        bits = _mm512_test_epi8_mask(v, v);
      } else {
        __builtin_memcpy(&bits, w_->boolean_bits[fact].data + first_ / 8 + i * 8, 8);
      }
      const std::uint64_t known = valid(fact, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }
  NORMA_WIDE void at_least(std::size_t count, int n) {
    const __m512i bound = _mm512_set1_epi32(n);
    const std::int32_t* x = w_->counts[count].data + first_;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      for (unsigned k = 0; k < 4; ++k) {
        bits |= std::uint64_t{_mm512_cmpge_epi32_mask(
                    _mm512_loadu_si512(x + i * 64 + k * 16), bound)}
                << (16 * k);
      }
      const std::uint64_t known = valid(13 + count, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }
  NORMA_WIDE void none(std::size_t count) {
    const __m512i zero = _mm512_setzero_si512();
    const std::int32_t* x = w_->counts[count].data + first_;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      for (unsigned k = 0; k < 4; ++k) {
        bits |= std::uint64_t{_mm512_cmple_epi32_mask(
                    _mm512_loadu_si512(x + i * 64 + k * 16), zero)}
                << (16 * k);
      }
      const std::uint64_t known = valid(13 + count, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }
  NORMA_WIDE void share(std::size_t part, std::size_t whole, int a, int b) {
    const __m512i fa = _mm512_set1_epi64(a);
    const __m512i fb = _mm512_set1_epi64(b);
    const std::int32_t* x = w_->counts[part].data + first_;
    const std::int32_t* y = w_->counts[whole].data + first_;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      for (unsigned k = 0; k < 8; ++k) {
        const auto* xs = reinterpret_cast<const __m256i*>(x + i * 64 + k * 8);
        const auto* ys = reinterpret_cast<const __m256i*>(y + i * 64 + k * 8);
        const __m512i p =
            _mm512_mul_epi32(_mm512_cvtepi32_epi64(_mm256_loadu_si256(xs)), fa);
        const __m512i q =
            _mm512_mul_epi32(_mm512_cvtepi32_epi64(_mm256_loadu_si256(ys)), fb);
        bits |= std::uint64_t{_mm512_cmpge_epi64_mask(p, q)} << (8 * k);
      }
      const std::uint64_t known = valid(13 + part, i) & valid(13 + whole, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }
  NORMA_WIDE void amounts(std::size_t part, std::size_t whole, int a, int b) {
    const __m512i fa = _mm512_set1_epi64(a);
    const __m512i fb = _mm512_set1_epi64(b);
    const std::int64_t* x = w_->amounts[part].data + first_;
    const std::int64_t* y = w_->amounts[whole].data + first_;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      for (unsigned k = 0; k < 8; ++k) {
        const __m512i p = _mm512_mullo_epi64(_mm512_loadu_si512(x + i * 64 + k * 8), fa);
        const __m512i q = _mm512_mullo_epi64(_mm512_loadu_si512(y + i * 64 + k * 8), fb);
        bits |= std::uint64_t{_mm512_cmpge_epi64_mask(p, q)} << (8 * k);
      }
      const std::uint64_t known = valid(24 + part, i) & valid(24 + whole, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }
  NORMA_WIDE void no_amount(std::size_t amount) {
    const __m512i zero = _mm512_setzero_si512();
    const std::int64_t* x = w_->amounts[amount].data + first_;
    for (std::size_t i = 0; i < words_; ++i) {
      std::uint64_t bits = 0;
      for (unsigned k = 0; k < 8; ++k) {
        bits |= std::uint64_t{_mm512_cmple_epi64_mask(
                    _mm512_loadu_si512(x + i * 64 + k * 8), zero)}
                << (8 * k);
      }
      const std::uint64_t known = valid(24 + amount, i);
      yes_[i] &= bits & known;
      no_[i] |= ~bits & known;
    }
  }

  NORMA_WIDE void finish(std::size_t item, yardstick_result& to) {
    for (std::size_t i = 0; i < words_; ++i) {
      all_yes_[i] &= yes_[i];
      all_no_[i] |= no_[i];
    }
    write(item, yes_, no_, to);
  }
  NORMA_WIDE void write(std::size_t item, const std::uint64_t* yes,
                        const std::uint64_t* no, yardstick_result& to) {
    if constexpr (Bytes) {
      const __m512i one = _mm512_set1_epi8(1);
      for (std::size_t i = 0; i < words_; ++i) {
        _mm512_storeu_si512(to.pass_bytes[item].data() + first_ + i * 64,
                            _mm512_maskz_mov_epi8(yes[i], one));
        _mm512_storeu_si512(to.known_bytes[item].data() + first_ + i * 64,
                            _mm512_maskz_mov_epi8(yes[i] | no[i], one));
      }
    } else {
      for (std::size_t i = 0; i < words_; ++i) {
        to.pass[item][first_ / 64 + i] = yes[i];
        to.known[item][first_ / 64 + i] = yes[i] | no[i];
      }
    }
  }

  const workload* w_ = nullptr;
  std::size_t first_ = 0, words_ = 0;
  alignas(64) std::uint64_t yes_[most_words];
  alignas(64) std::uint64_t no_[most_words];
  alignas(64) std::uint64_t all_yes_[most_words];
  alignas(64) std::uint64_t all_no_[most_words];
};

/// Units from `first` to before `end`, both whole words, in blocks of `most_words`.
template <bool Bytes, std::size_t most_words = 64>
void judge_by_hand(const workload& w, std::size_t first, std::size_t end,
                   yardstick_result& to) {
  yardstick_block<Bytes, most_words> block;
  constexpr std::size_t size = most_words * 64;
  for (std::size_t at = first; at < end; at += size) {
    block.begin_block();
    block.judge(w, at, (std::min(size, end - at) + 63) / 64, to);
  }
}

}  // namespace norma_bench

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::clamp, std::max, std::min
#include <atomic>        // std::atomic
#include <cstddef>       // std::size_t
#include <exception>     // std::exception_ptr
#include <mutex>         // std::mutex
#include <optional>      // std::optional
#include <system_error>  // std::system_error
#include <thread>        // std::jthread
#include <vector>        // std::vector

// How the rows of a frame are shared between threads.

namespace norma::batch::detail {

/// Rows that are judged together.
struct block_of_rows {
  std::size_t first = 0, rows = 0;
};

/// A stretch of rows for each thread, handed out in blocks: what a processor fetches
/// ahead of a block it needs for the next one. Who is done with its own stretch goes on
/// with those of others. Safe to share between threads.
class stretches_of_rows {
 public:
  class stretch {
   public:
    /// The next block; nothing when all are taken.
    [[nodiscard]] std::optional<block_of_rows> next() {
      const std::size_t first = next_.fetch_add(block_);
      if (first >= end_) return std::nullopt;
      return block_of_rows{first, std::min(block_, end_ - first)};
    }

   private:
    friend stretches_of_rows;
    alignas(64) std::atomic<std::size_t> next_{0};  // in a cache line of its own
    std::size_t end_ = 0, block_ = 0;
  };

  /// For as many threads at most as there are blocks. `block`: rows that are judged
  /// together.
  stretches_of_rows(std::size_t rows, std::size_t block, std::size_t threads)
      : all_(std::clamp<std::size_t>(threads, 1, blocks_of(rows, block))) {
    const std::size_t blocks = blocks_of(rows, block);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      all_[i].next_ = blocks * i / all_.size() * block;
      all_[i].end_ = std::min(rows, blocks * (i + 1) / all_.size() * block);
      all_[i].block_ = block;
    }
  }

  [[nodiscard]] std::size_t count() const { return all_.size(); }
  /// The own stretch of a thread, and those after it, in a circle.
  [[nodiscard]] stretch& after(std::size_t own, std::size_t steps) {
    return all_[(own + steps) % all_.size()];
  }
  /// No more blocks are handed out.
  void close() {
    for (stretch& each : all_) each.next_ = each.end_;
  }

 private:
  [[nodiscard]] static std::size_t blocks_of(std::size_t rows, std::size_t block) {
    return std::max<std::size_t>(rows / block + (rows % block == 0 ? 0 : 1), 1);
  }

  std::vector<stretch> all_;
};

/// Calls `work` on a thread for each stretch, with its number. Where a thread can not be
/// had the others do its share. Where one fails no more blocks are handed out; what the
/// first threw is thrown again when all have ended.
template <class Work>
void share_out(stretches_of_rows& rows, const Work& work) {
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&](std::size_t own) {
    try {
      work(own);
    } catch (...) {
      const std::lock_guard<std::mutex> one(failing);
      if (!failure) failure = std::current_exception();
      rows.close();
    }
  };
  {
    std::vector<std::jthread> others;  // which join, whatever happens
    others.reserve(rows.count() - 1);
    try {
      for (std::size_t i = 1; i < rows.count(); ++i) others.emplace_back(run, i);
    } catch (const std::system_error&) {
      // The system has no more of them: who is there does the work.
    }
    run(0);
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace norma::batch::detail

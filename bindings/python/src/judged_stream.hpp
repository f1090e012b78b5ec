// SPDX-License-Identifier: Apache-2.0
#pragma once

// Streams that are judged as they are read.

#include <cstddef>  // std::size_t
#include <memory>   // std::shared_ptr
#include <mutex>    // std::mutex
#include <string>   // std::string
#include <vector>   // std::vector

#include "frame_judge.hpp"
#include "verdict_counts.hpp"

namespace norma_python {

/// What was counted so far of a stream that is judged as it is read.
struct stream_counts {
  std::vector<std::string> columns;
  std::vector<verdict_counts> counts;
  std::vector<norma::diagnostic> warnings;
  std::vector<norma::diagnostic> errors;  ///< in the facts of the first rows with some
  std::size_t told = 0;                   ///< the rows that those are of
  verdict_counts erring{};                ///< rows with some, by their verdict
  std::size_t rows = 0;
};

/// The same, asked for on one thread while another reads on.
class running_counts {
 public:
  /// What `work` gives of the counts, which stand still meanwhile.
  template <class Work>
  auto with(const Work& work) {
    const std::lock_guard<std::mutex> one(lock_);
    return work(counts_);
  }

 private:
  std::mutex lock_;
  stream_counts counts_;
};

/// A stream that reads `from` batch by batch, judges each and lets it go.
[[nodiscard]] ArrowArrayStream judged_as_read(
    const criterion& by, frame_options options,
    std::unique_ptr<owned<ArrowArrayStream>> from,
    std::shared_ptr<running_counts> counts);

}  // namespace norma_python

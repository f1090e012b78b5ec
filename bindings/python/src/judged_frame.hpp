// SPDX-License-Identifier: Apache-2.0
#pragma once

// Frames that were judged, and streams that are judged as they are read.

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <memory>   // std::shared_ptr
#include <string>   // std::string
#include <vector>   // std::vector

#include "frame_judge.hpp"

namespace norma_python {

/// How many units have which verdict, in the order of the enumeration.
using verdict_counts = std::array<std::size_t, 4>;

/// A frame with its verdicts; what it was judged from is kept, for explanations.
class judged_frame {
 public:
  /// Reads the stream to its end.
  judged_frame(const criterion& by, frame_options options, owned<ArrowArrayStream>& from);

  [[nodiscard]] const frame_judge& judge() const { return *judge_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// What is odd about its columns, short of an error.
  [[nodiscard]] std::vector<norma::diagnostic> warnings() const;
  [[nodiscard]] const std::vector<judged_batch>& batches() const { return batches_; }
  [[nodiscard]] std::vector<verdict_counts> counts() const;
  /// Throws `std::out_of_range`.
  [[nodiscard]] norma::report explain(std::size_t row, bool remedies) const;

 private:
  std::shared_ptr<const frame_judge> judge_;
  std::vector<judged_batch> batches_;
  std::size_t rows_ = 0;
};

/// A stream over the verdicts of a frame, which it keeps alive.
[[nodiscard]] ArrowArrayStream stream_of(std::shared_ptr<const judged_frame> frame);

/// What was counted so far of a stream that is judged as it is read.
struct running_counts {
  std::vector<std::string> columns;
  std::vector<verdict_counts> counts;
  std::vector<norma::diagnostic> warnings;
  std::size_t rows = 0;
};

/// A stream that reads `from` batch by batch, judges each and lets it go.
[[nodiscard]] ArrowArrayStream judged_as_read(
    const criterion& by, frame_options options,
    std::unique_ptr<owned<ArrowArrayStream>> from,
    std::shared_ptr<running_counts> counts);

}  // namespace norma_python

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Frames that were judged.

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int32_t
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include "frame_judge.hpp"
#include "verdict_counts.hpp"

namespace norma_python {

/// How far each unit is from the threshold of a part, for plots: NaN where there is no
/// distance; and of which fact, by its place in `names`.
struct measured_part {
  std::vector<double> by;
  std::vector<std::int32_t> facts;
};
struct measured_frame {
  std::vector<std::string> names;
  std::vector<measured_part> parts;
};

/// A frame with its verdicts; what it was judged from is kept, for explanations.
class judged_frame {
 public:
  /// Reads the stream to its end.
  judged_frame(const criterion& by, frame_options options, owned<ArrowArrayStream>& from);

  /// The rows of another one judged by `by`, a standard of the same facts, without
  /// distances and errors.
  judged_frame(const criterion& by, const judged_frame& rows);

  [[nodiscard]] const frame_judge& judge() const { return *judge_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// What is odd about its columns, short of an error.
  [[nodiscard]] std::vector<norma::diagnostic> warnings() const;
  /// Rows with facts in error: how many have which verdict, and the first of them.
  [[nodiscard]] verdict_counts erring_counts() const;
  [[nodiscard]] std::vector<std::size_t> erring() const;
  /// What is wrong in the row, which messages name by `label`. Throws
  /// `std::out_of_range`.
  [[nodiscard]] std::vector<norma::diagnostic> data_errors(
      std::size_t row, const std::string& label) const;
  [[nodiscard]] const std::vector<judged_batch>& batches() const { return batches_; }
  [[nodiscard]] std::vector<verdict_counts> counts() const;
  /// By column, how the verdicts of `before`, of the same rows, have turned.
  [[nodiscard]] std::vector<verdict_turns> turns_since(const judged_frame& before) const;
  /// Throws `norma::error` for a path of no node.
  [[nodiscard]] measured_frame measure(const std::vector<std::string>& paths) const;
  /// Throws `std::out_of_range`.
  [[nodiscard]] held_report explain(std::size_t row, bool remedies) const;

 private:
  /// The batch that has the row, which is then one of it.
  [[nodiscard]] const judged_batch& batch_of(std::size_t& row) const;

  std::shared_ptr<const frame_judge> judge_;
  std::vector<judged_batch> batches_;
  /// Of a frame of which no batch came, one without rows: it shows what its columns are.
  std::optional<judged_batch> empty_;
  std::size_t rows_ = 0;
};

/// A stream over the verdicts of a frame, which it keeps alive.
[[nodiscard]] ArrowArrayStream stream_of(std::shared_ptr<const judged_frame> frame);

}  // namespace norma_python

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A frame judged by several standards, each of the units that it is for.

#include <memory>  // std::shared_ptr
#include <string>  // std::string
#include <vector>  // std::vector

#include "judged_frame.hpp"

namespace norma_python {

/// The verdicts of each standard side by side, and which of them stands for the unit: one
/// that fails, else one that is undetermined, else one that passes, the first of these.
class judged_pack {
 public:
  /// All of the same frame, read once, verdicts in words. Throws `std::invalid_argument`
  /// where they have other batches.
  judged_pack(std::vector<std::shared_ptr<const judged_frame>> by,
              std::vector<std::string> ids);

  [[nodiscard]] std::size_t rows() const { return by_.front()->rows(); }
  [[nodiscard]] std::vector<std::string> columns() const;
  [[nodiscard]] std::vector<verdict_counts> counts() const;
  /// Rows with facts in error by any of the standards: how many have which verdict.
  [[nodiscard]] verdict_counts erring_counts() const;
  /// By column, how the verdicts of `before`, of the same rows, have turned.
  [[nodiscard]] std::vector<verdict_turns> turns_since(const judged_pack& before) const;
  /// Place of the standard that stands for the unit, any that knows why it is open which
  /// does; none: no standard is for it.
  [[nodiscard]] std::optional<std::size_t> standard_of(std::size_t row) const;

  [[nodiscard]] ArrowSchema result_schema() const;
  [[nodiscard]] ArrowArray result_batch(std::size_t place) const;
  [[nodiscard]] std::size_t batches() const { return found_.size(); }
  [[nodiscard]] norma::language lang() const { return by_.front()->judge().lang(); }

 private:
  /// It is not known of which kind the unit is: no standard is known to be for it.
  [[nodiscard]] bool is_open(std::size_t batch, std::size_t row) const;
  [[nodiscard]] std::int16_t stands_for(std::size_t batch, std::size_t row) const;
  [[nodiscard]] bool tells_errors() const {
    return by_.front()->judge().options().errors;
  }
  /// What any of the standards finds wrong in rows of the batch, each once.
  [[nodiscard]] row_errors errors_in(std::size_t batch) const;

  std::vector<std::shared_ptr<const judged_frame>> by_;
  std::vector<std::string> ids_;
  std::vector<std::shared_ptr<const norma::batch::verdicts>> verdicts_;
  std::vector<array_ptr> found_;
  schema_ptr described_;
};

/// A stream over the verdicts, which it keeps alive.
[[nodiscard]] ArrowArrayStream stream_of(std::shared_ptr<const judged_pack> pack);

}  // namespace norma_python

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/steps.hpp>

// Conditions over one row, which cost no more than looking at what they read. They are
// made from the steps over blocks, and leave to those what they have no way for.

namespace norma::batch::detail {

/// One row of a frame, and whether it is doubted.
class row_view {
 public:
  row_view(const read_scope& reads, const bound_scope& lies, run_state& run,
           std::size_t row)
      : row_(row), reads_(reads), lies_(lies), run_(run) {}

  [[nodiscard]] std::size_t row() const { return row_; }
  /// The scalar engine has to judge the row.
  void doubt() { doubted_ = true; }
  [[nodiscard]] bool doubted() const { return doubted_; }

  /// What the step says of a block that has this row alone.
  [[nodiscard]] truths by_block(const truth_step& step) {
    if (!block_) block_.emplace(reads_, lies_, run_, row_, 1);
    const scratch_scope hold(run_.step_memory);
    const kleene is = block_->take_kleene();
    step.run(*block_, is);
    doubted_ = doubted_ || bit_at(block_->doubted(), 0);
    return {bit_at(is.yes, 0), bit_at(is.no, 0)};
  }

 private:
  std::size_t row_;
  const read_scope& reads_;
  const bound_scope& lies_;
  run_state& run_;
  std::optional<block> block_;  ///< made for the first step that needs it
  bool doubted_ = false;
};

/// Which rows of a column are known.
struct row_marks {
  const std::uint8_t* bytes = nullptr;  ///< of the first row; null: bits, or all are
  const std::uint8_t* bits = nullptr;
  std::size_t offset = 0;  ///< of the first row's bit

  [[nodiscard]] static row_marks of(const column& c) {
    if (c.valid_bits != nullptr) return {nullptr, c.valid_bits, c.offset};
    return {c.valid_bytes == nullptr ? nullptr : c.valid_bytes + c.offset, nullptr, 0};
  }
  [[nodiscard]] bool at(std::size_t row) const {
    if (bytes != nullptr) return bytes[row] != 0;
    if (bits == nullptr) return true;
    return ((bits[(offset + row) / 8] >> ((offset + row) % 8)) & 1U) != 0;
  }
};

/// The days of the evidence of a fact, where that holds for a time only.
struct row_evidence {
  layout is = layout::date32;
  const void* days = nullptr;  ///< of the first row; null: none has its own
  row_marks marks;
  std::int64_t from = 0, to = 0;  ///< the days whose evidence holds
  bool undated_holds = true;      ///< evidence without a day of its own

  [[nodiscard]] bool holds(std::size_t row) const {
    if (days == nullptr || !marks.at(row)) return undated_holds;
    const std::int64_t day = signed_at(is, days, row);
    return day >= from && day <= to;
  }
};

/// A fact that is supplied, is no list, and lies as it is computed with.
struct row_fact {
  const void* values = nullptr;  ///< of the first row; null: nothing is known
  layout is = layout::none;
  std::size_t offset = 0;  ///< of the first row, where values are bits
  row_marks marks;
  integer_range range;  ///< of its numbers
  int scale = 0;
  std::optional<row_evidence> evidence;
  std::vector<row_step_ptr> checks;  ///< that name it

  [[nodiscard]] bool blank(std::size_t row) const {
    return values == nullptr || !marks.at(row);
  }
  /// Supplied, on evidence that holds, in no violated check.
  [[nodiscard]] bool known(row_view& in) const {
    if (blank(in.row())) return false;
    if (evidence && !evidence->holds(in.row())) return false;
    return in_order(in);
  }
  /// No check that names the fact is violated.
  [[nodiscard]] bool in_order(row_view& in) const {
    for (const row_step_ptr& check : checks) {
      if (check->at(in).no) return false;
    }
    return true;
  }
  /// The number on its scale, if it is known and within its range.
  [[nodiscard]] bool number_of(row_view& in, std::int64_t& to) const {
    if (values == nullptr) return false;
    to = signed_at(is, values, in.row());
    return to >= range.first && to <= range.last && known(in);
  }
  [[nodiscard]] bool is_true(std::size_t row) const {
    const auto* bytes = static_cast<const std::uint8_t*>(values);
    if (is == layout::boolean_byte) return bytes[row] != 0;
    return ((bytes[(offset + row) / 8] >> ((offset + row) % 8)) & 1U) != 0;
  }
};

/// Where the facts of the units lie, for making steps over one row.
struct row_binding {
  const read_scope& reads;
  const bound_scope& lies;
  date as_of;
  bool before_checks = false;  ///< facts as they are known before them

  /// Nothing where the fact is derived, or lies otherwise.
  [[nodiscard]] std::optional<row_fact> plain(std::size_t fact) const;
  /// The fact as it is supplied, even if it is derived where it is not.
  [[nodiscard]] std::optional<row_fact> supplied(std::size_t fact) const;
  [[nodiscard]] row_evidence evidence_of(const column* days, std::int64_t from) const;
  /// As `plain`, of a fact whose numbers are computed with as they lie.
  [[nodiscard]] std::optional<row_fact> plain_number(std::size_t fact) const;
  /// The step over one row, or a block of one; null before checks if it would be that.
  [[nodiscard]] row_step_ptr step(const truth_step& of) const;
};

}  // namespace norma::batch::detail

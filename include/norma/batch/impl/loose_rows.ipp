// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::int64_t
#include <optional>  // std::optional

#include <norma/batch/impl/block.hpp>

// Rows of a block whose number is not known, but lies between bounds.

namespace norma::batch::detail {

/// Writes them, in memory that the block keeps.
class loose_rows {
 public:
  explicit loose_rows(block& in) : in_(in) {
    scratch& kept = in.run().block_memory;
    low_ = kept.take_as<std::int64_t>(in.rows());
    high_ = kept.take_as<std::int64_t>(in.rows());
    has_low_ = kept.take(in.words());
    has_high_ = kept.take(in.words());
    rows_ = kept.take(in.words());
    fill(has_low_, in.words(), false);
    fill(has_high_, in.words(), false);
  }

  /// The ends of a row; an absent one is infinite. If one has no 64 bits the row is left
  /// to the scalar engine.
  void put(std::size_t row, const std::optional<wide_integer>& low,
           const std::optional<wide_integer>& high) {
    if ((low && !has_64_bits(*low)) || (high && !has_64_bits(*high))) {
      return in_.doubt(row);
    }
    low_[row] = static_cast<std::int64_t>(low.value_or(0));
    high_[row] = static_cast<std::int64_t>(high.value_or(0));
    if (low) set_bit(has_low_, row);
    if (high) set_bit(has_high_, row);
  }

  /// Those that were put and are not known.
  [[nodiscard]] loose_lanes lanes(const word* known) const {
    for (std::size_t i = 0; i < in_.words(); ++i) {
      rows_[i] = (has_low_[i] | has_high_[i]) & ~known[i];
    }
    if (!any_bit(rows_, in_.rows())) return {};
    return {rows_, has_low_, has_high_, low_, high_};
  }

 private:
  block& in_;
  word* rows_ = nullptr;
  word* has_low_ = nullptr;
  word* has_high_ = nullptr;
  std::int64_t* low_ = nullptr;
  std::int64_t* high_ = nullptr;
};

}  // namespace norma::batch::detail

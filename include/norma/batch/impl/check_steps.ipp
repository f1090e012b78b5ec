// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int64_t

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/block_tables.ipp>
#include <norma/batch/impl/lists.ipp>
#include <norma/batch/impl/steps.hpp>

// Steps of checks. A check is violated where it is known not to hold.

namespace norma::batch::detail {

/// No list has more elements than a number says.
class length_step final : public truth_step {
 public:
  length_step(std::size_t list, std::size_t length) : list_(list), length_(length) {}
  void run(block& in, kleene out) const override {
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    if (in.lies().facts[list_].values == nullptr) return;
    const list_lanes lists = in.lists(list_);
    const number_lanes lengths = in.numbers(length_);
    if (lengths.values == nullptr) return;
    for_each_bit(lists.known, in.rows(), [&](std::size_t row) {
      if (!bit_at(lengths.known, row)) return;
      const std::size_t elements = lists.begin[row + 1] - lists.begin[row];
      const number most =
          scaled(number{signed_at(lengths.is, lengths.values, row)}, lengths.scale);
      const bool within = number{static_cast<std::int64_t>(elements)} <= most;
      set_bit(within ? out.yes : out.no, row);
    });
  }

 private:
  std::size_t list_, length_;
};

/// Leaves the rows in which a fact is supplied to the scalar engine; all of them where
/// columns can not tell whether its evidence holds.
class supplied_step final : public truth_step {
 public:
  supplied_step(std::size_t fact, bool tells) : fact_(fact), tells_(tells) {}
  void run(block& in, kleene out) const override {
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    if (in.lies().facts[fact_].values == nullptr) return;
    if (!tells_) in.doubt_all();
    for_each_bit(in.known(fact_), in.rows(), [&](std::size_t row) { in.doubt(row); });
  }

 private:
  std::size_t fact_;
  bool tells_;
};

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::int64_t
#include <new>      // placement new

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/steps.hpp>
#include <norma/batch/impl/whole_numbers.ipp>

// A sum over the columns of one block.

namespace norma::batch::detail {

/// A linear form, its numbers whole, over the integers that lie in the columns of one
/// block: in words of a `scratch_scope` around it.
struct integer_form {
  number_lanes* lanes = nullptr;
  std::int64_t* factors = nullptr;
  std::size_t parts = 0;
  std::int64_t constant = 0;
  bool fits = true;      ///< factors and constant have 64 bits, with room
  bool nothing = false;  ///< of some fact nothing is known
};

/// Sums of more parts than these might exceed 128 bits.
inline constexpr std::size_t most_in_128_bits = 4;

/// `unseen`: facts at which nothing has looked yet are left so, and not known.
[[nodiscard]] inline integer_form over_columns(const linear_form& sum,
                                               const whole_form& whole, block& in,
                                               bool unseen) {
  integer_form result;
  result.parts = sum.parts.size();
  scratch& memory = in.run().step_memory;
  result.lanes = memory.take_as<number_lanes>(result.parts);
  result.factors = memory.take_as<std::int64_t>(result.parts);
  for (std::size_t i = 0; i < result.parts; ++i) {
    const std::size_t fact = sum.parts[i].fact;
    const number_lanes* as_it_lies = unseen ? in.unseen(fact) : nullptr;
    new (result.lanes + i) number_lanes(as_it_lies ? *as_it_lies : in.numbers(fact));
    if (result.lanes[i].values == nullptr) result.nothing = true;
  }
  result.fits = on_one_scale(
      whole, result.parts, [&](std::size_t i) { return result.lanes[i].scale; },
      result.factors, result.constant);
  return result;
}

[[nodiscard]] inline bool holds(sign_test test, int sign) {
  return test == sign_test::equal  ? sign == 0
         : test == sign_test::more ? sign > 0
                                   : sign >= 0;
}

[[nodiscard]] inline number number_at(const number_lanes& lanes, std::size_t row) {
  return scaled(number{signed_at(lanes.is, lanes.values, row)}, lanes.scale);
}

/// One row by numbers of any size.
[[nodiscard]] inline number total_at(const linear_form& sum, const integer_form& over,
                                     std::size_t row) {
  number total = sum.constant;
  for (std::size_t i = 0; i < over.parts; ++i) {
    total = total + sum.parts[i].factor * number_at(over.lanes[i], row);
  }
  return total;
}

/// One row in 128 bits.
[[nodiscard]] inline wide_integer wide_total_at(const integer_form& over,
                                                std::size_t row) {
  wide_integer total = over.constant;
  for (std::size_t i = 0; i < over.parts; ++i) {
    const number_lanes& lanes = over.lanes[i];
    total += wide_integer{over.factors[i]} *
             wide_integer{signed_at(lanes.is, lanes.values, row)};
  }
  return total;
}

[[nodiscard]] inline bool row_holds(const integer_form& over, std::size_t row,
                                    sign_test test) {
  const wide_integer total = wide_total_at(over, row);
  return holds(test, total > 0 ? 1 : total < 0 ? -1 : 0);
}

}  // namespace norma::batch::detail

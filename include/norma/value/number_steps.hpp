// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t

#include <norma/value/number.hpp>

// What numbers of many digits take, in steps of the limits; of 64 bits nothing.

namespace norma::detail {

/// What a number adds to the operation that it takes part in; and to the list that holds
/// it, in elements.
[[nodiscard]] inline std::size_t cost_of(const number& n) {
  return n.is_small() ? 0 : n.digits() / 8;
}

/// What an operation on two numbers takes beyond its own step. A product, and more so
/// what is brought to lowest terms, takes time by the digits of the one times those of
/// the other.
[[nodiscard]] inline std::size_t work_of(const number& a, const number& b,
                                         bool divided = false) {
  if (a.is_small() && b.is_small()) return 0;
  const auto x = a.digits();
  const auto y = b.digits();
  if (!a.is_integer() || !b.is_integer()) return 12 + (x + y) * (x + y) / 10'000;
  return 12 + x * y / (divided ? 2'500 : 16'000);
}

/// What rounding it to so many decimals, or tens, takes: what is left of a fraction is
/// brought to lowest terms.
[[nodiscard]] inline std::size_t rounding_cost(const number& n, std::size_t decimals) {
  const auto all = n.digits() + decimals;
  return n.is_integer() ? work_of(n, number{1}, true) + decimals * decimals / 16'000
                        : all * all / 5'000;
}

/// What adding it to the bounds of a sum takes, and seeing whether it is the least.
[[nodiscard]] inline std::size_t bound_cost(const number& n) {
  return n.is_small() ? 0 : n.digits() * n.digits() / 10'000;
}

/// What finding out takes which of two is the greater: of fractions two products.
[[nodiscard]] inline std::size_t order_cost(const number& a, const number& b) {
  return cost_of(a) + cost_of(b);
}

/// What finding out takes whether two are the same, which needs no product.
[[nodiscard]] inline std::size_t sameness_cost(const number& a, const number& b) {
  return a.is_small() || b.is_small() ? 0 : std::min(a.digits(), b.digits()) / 512;
}

/// What writing it in decimal digits takes.
[[nodiscard]] inline std::size_t writing_of(const number& n) {
  return n.is_small() ? 0 : n.digits() * n.digits() / 4'000;
}

}  // namespace norma::detail

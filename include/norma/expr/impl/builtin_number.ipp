// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::sort
#include <bit>        // std::bit_width
#include <optional>   // std::optional
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/compare.ipp>
#include <norma/expr/impl/real_math.ipp>

// Functions of numbers and of lists of numbers (DMN 1.5, 10.3.4.4 and 10.3.4.5).

namespace norma::expr::detail {

/// Scales that DMN allows a number to be rounded to.
inline constexpr int least_scale = -6111, greatest_scale = 6176;

/// The scale in `args[1]`, 0 where it is left out; cut to a whole number.
[[nodiscard]] inline std::optional<int> scale_of(std::span<const value> args) {
  if (args.size() < 2) return 0;
  const auto whole = args[1].num()->rounded(0, rounding::down).to_int64();
  if (!whole || *whole < least_scale || *whole > greatest_scale) return std::nullopt;
  return static_cast<int>(*whole);
}

template <rounding Mode>
[[nodiscard]] value round_number(std::span<const value> args, call_frame& frame) {
  const auto scale = scale_of(args);
  if (!scale) return frame.fail("N0714", {frame.name, args[1]});
  const auto& n = *args[0].num();
  const auto decimals = static_cast<std::size_t>(*scale < 0 ? -*scale : *scale);
  if (!frame.spend(rounding_cost(n, decimals))) return {};
  return n.rounded(*scale, Mode);
}

[[nodiscard]] inline value absolute(std::span<const value> args, call_frame& frame) {
  if (const auto* n = args[0].num()) return n->sign() < 0 ? -*n : *n;
  if (const auto* m = args[0].months()) {
    if (m->months >= 0) return *m;
    const auto size = m->negated();
    return size ? value{*size} : frame.fail("N0711", {});
  }
  const auto& seconds = args[0].days()->seconds;
  return days_duration{seconds.sign() < 0 ? -seconds : seconds};
}

/// The rest has the divisor's sign.
[[nodiscard]] inline value modulo(std::span<const value> args, call_frame& frame) {
  const auto& divisor = *args[1].num();
  if (!frame.spend(work_of(*args[0].num(), divisor, true))) return {};
  const auto quotient = divide(*args[0].num(), divisor);
  if (!quotient) return frame.fail("N0701", {});
  return *args[0].num() - quotient->rounded(0, rounding::floor) * divisor;
}

template <bool Odd>
[[nodiscard]] value parity(std::span<const value> args, call_frame& frame) {
  const auto half = divide(*args[0].num(), number{2});
  if (!args[0].num()->is_integer()) return frame.fail("N0714", {frame.name, args[0]});
  return half->is_integer() != Odd;
}

[[nodiscard]] inline value square_root(std::span<const value> args, call_frame& frame) {
  if (args[0].num()->sign() < 0) return frame.fail("N0714", {frame.name, args[0]});
  if (!frame.spend(root_cost(*args[0].num()))) return {};
  return real_sqrt(*args[0].num());
}

[[nodiscard]] inline value exponential(std::span<const value> args, call_frame& frame) {
  if (!frame.spend(exp_cost(*args[0].num()))) return {};
  const auto result = real_exp(*args[0].num(), frame.bounds().number_digits);
  return result ? value{*result} : frame.fail("N0708", {frame.bounds().number_digits});
}

[[nodiscard]] inline value logarithm(std::span<const value> args, call_frame& frame) {
  if (args[0].num()->sign() <= 0) return frame.fail("N0714", {frame.name, args[0]});
  if (!frame.spend(log_cost(*args[0].num()))) return {};
  return real_log(*args[0].num());
}

/// The sum of a list of numbers; nothing if it gets too long or takes too much.
[[nodiscard]] inline std::optional<number> add_up(const list_value& list,
                                                  call_frame& frame) {
  number sum;
  for (const auto& element : list) {
    if (!frame.spend(work_of(sum, *element.num()) + cost_of(sum))) return std::nullopt;
    sum = sum + *element.num();
    if (sum.digits() > frame.bounds().number_digits) return std::nullopt;
  }
  return sum;
}

[[nodiscard]] inline value total_of(std::span<const value> args, call_frame& frame) {
  const auto sum = add_up(*args[0].list(), frame);
  return sum ? value{*sum} : frame.fail("N0708", {frame.bounds().number_digits});
}

[[nodiscard]] inline value sum_of(std::span<const value> args, call_frame& frame) {
  return args[0].list()->empty() ? value{} : total_of(args, frame);
}

[[nodiscard]] inline value mean_of(std::span<const value> args, call_frame& frame) {
  const auto& list = *args[0].list();
  if (list.empty()) return {};
  const auto sum = add_up(list, frame);
  if (!sum) return frame.fail("N0708", {frame.bounds().number_digits});
  return *divide(*sum, number{static_cast<std::int64_t>(list.size())});
}

[[nodiscard]] inline value product_of(std::span<const value> args, call_frame& frame) {
  const auto& list = *args[0].list();
  if (list.empty()) return frame.fail("N0716", {frame.name});
  number product{1};
  for (const auto& element : list) {
    if (!frame.spend(work_of(product, *element.num()) + cost_of(product))) return {};
    product = product * *element.num();
    if (product.digits() > frame.bounds().number_digits)
      return frame.fail("N0708", {frame.bounds().number_digits});
  }
  return product;
}

/// A list of numbers in ascending order; nothing if it takes too much.
[[nodiscard]] inline std::optional<std::vector<number>> sorted_numbers(
    const list_value& list, call_frame& frame) {
  // Each is put beside about so many others.
  const auto rounds = static_cast<std::size_t>(std::bit_width(list.size()));
  std::vector<number> result;
  result.reserve(list.size());
  for (const auto& element : list) {
    if (!frame.spend(rounds * order_cost(*element.num(), *element.num())))
      return std::nullopt;
    result.push_back(*element.num());
  }
  std::sort(result.begin(), result.end());
  return result;
}

[[nodiscard]] inline value median_of(std::span<const value> args, call_frame& frame) {
  const auto sorted = sorted_numbers(*args[0].list(), frame);
  if (!sorted || sorted->empty()) return {};
  const auto middle = sorted->size() / 2;
  const auto& above = (*sorted)[middle];
  if (sorted->size() % 2 == 1) return above;
  const auto& below = (*sorted)[middle - 1];
  if (!frame.spend(work_of(below, above))) return {};
  return *divide(below + above, number{2});
}

/// The most frequent numbers, in ascending order.
[[nodiscard]] inline value mode_of(std::span<const value> args, call_frame& frame) {
  const auto all = sorted_numbers(*args[0].list(), frame);
  if (!all) return {};
  const auto& sorted = *all;
  list_value result;
  std::size_t most = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
    if (end - i > most) result.clear();
    if (end - i >= most) {
      most = end - i;
      result.push_back(sorted[i]);
    }
    i = end;
  }
  return result;
}

/// Of a sample: the squares are divided by one less than their number.
[[nodiscard]] inline value deviation_of(std::span<const value> args, call_frame& frame) {
  const auto& list = *args[0].list();
  if (list.size() < 2) return frame.fail("N0716", {frame.name});
  const auto sum = add_up(list, frame);
  if (!sum) return frame.fail("N0708", {frame.bounds().number_digits});
  const auto size = static_cast<std::int64_t>(list.size());
  const auto mean = *divide(*sum, number{size});
  number squares;
  for (const auto& element : list) {
    const auto gap = *element.num() - mean;
    if (!frame.spend(work_of(gap, gap) + work_of(squares, gap) + cost_of(squares)))
      return {};
    squares = squares + gap * gap;
    if (squares.digits() > 4 * frame.bounds().number_digits)
      return frame.fail("N0708", {frame.bounds().number_digits});
  }
  if (!frame.spend(root_cost(squares))) return {};
  return real_sqrt(*divide(squares, number{size - 1}));
}

/// The least (or greatest) of elements that have an order.
template <bool Greatest>
[[nodiscard]] value extreme_of(std::span<const value> args, call_frame& frame) {
  const auto& list = *args[0].list();
  if (list.empty()) return {};
  const auto* best = &list.front();
  for (const auto& element : list) {
    if (!frame.spend(numbers_cost(element, *best))) return {};
    const auto c = order(element, *best, frame.category);
    if (c == ordering::none)
      return frame.fail("N0702", {kind_of(*best), kind_of(element)});
    if (c == (Greatest ? ordering::greater : ordering::less)) best = &element;
  }
  return *best;
}

[[nodiscard]] inline value count_of(std::span<const value> args, call_frame&) {
  return static_cast<std::int64_t>(args[0].list()->size());
}

/// `and` (or `or`) of a list: what decides, else null where one is null.
template <bool Decisive>
[[nodiscard]] value connective_of(std::span<const value> args, call_frame&) {
  bool some_null = false;
  for (const auto& element : *args[0].list()) {
    if (element.is_null())
      some_null = true;
    else if (*element.boolean() == Decisive)
      return Decisive;
  }
  return some_null ? value{} : value{!Decisive};
}

}  // namespace norma::expr::detail

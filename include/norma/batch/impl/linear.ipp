// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::copy_n, std::max
#include <cstdint>    // std::int64_t
#include <limits>     // std::numeric_limits
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/steps.hpp>

// Sums of facts compared with 0, exactly: in 64 bits where no product can exceed them,
// in 128 for the rows where one might, and with numbers of any size beyond.

namespace norma::batch::detail {

/// The form times what makes its numbers whole: of the same sign.
[[nodiscard]] inline linear_form in_integers(linear_form of) {
  number whole{1};
  const auto make_whole = [&](const number& n) {
    const auto down = number::parse_exact(n.denominator());
    if (down && !(n * whole).is_integer()) whole = whole * *down;
  };
  for (const auto& part : of.parts) make_whole(part.factor);
  make_whole(of.constant);
  for (auto& part : of.parts) part.factor = part.factor * whole;
  of.constant = of.constant * whole;
  return of;
}

inline linear_step::linear_step(linear_form sum, sign_test test)
    : sum_(in_integers(std::move(sum))), test_(test) {}

/// A linear form, its numbers whole, over the integers that lie in the columns of one
/// block.
struct integer_form {
  std::vector<number_lanes> lanes;
  std::vector<std::int64_t> factors;
  std::int64_t constant = 0;
  bool fits = true;  ///< factors and constant have 64 bits, with room
};

[[nodiscard]] inline integer_form over_columns(const linear_form& sum, block& in) {
  integer_form result;
  int scale = 0;
  for (const auto& part : sum.parts) {
    result.lanes.push_back(in.numbers(part.fact));
    scale = std::max(scale, result.lanes.back().scale);
  }
  // value = integer / 10^scale: all is multiplied by 10^scale.
  const auto as_integer = [&](const number& n, int power) {
    const auto fits = (n * number{power_of_10(power)}).to_int64();
    constexpr std::int64_t most = std::int64_t{1} << 60;
    if (!fits || *fits > most || *fits < -most) result.fits = false;
    return fits.value_or(0);
  };
  for (std::size_t i = 0; i < sum.parts.size(); ++i) {
    result.factors.push_back(
        as_integer(sum.parts[i].factor, scale - result.lanes[i].scale));
  }
  result.constant = as_integer(sum.constant, scale);
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
  for (std::size_t i = 0; i < sum.parts.size(); ++i) {
    total = total + sum.parts[i].factor * number_at(over.lanes[i], row);
  }
  return total;
}

/// One row in 128 bits.
[[nodiscard]] inline bool row_holds(const integer_form& over, std::size_t row,
                                    sign_test test) {
  __extension__ using wide = __int128;
  wide total = over.constant;
  for (std::size_t i = 0; i < over.lanes.size(); ++i) {
    const number_lanes& lanes = over.lanes[i];
    total += wide{over.factors[i]} * wide{signed_at(lanes.is, lanes.values, row)};
  }
  return holds(test, total > 0 ? 1 : total < 0 ? -1 : 0);
}

/// The largest value whose product with the factor leaves room for the others.
[[nodiscard]] inline std::int64_t limit_of(std::int64_t factor) {
  constexpr std::int64_t room = std::int64_t{1} << 61;
  const std::int64_t size = factor < 0 ? -factor : factor;
  return size <= 1 ? room : room / size;
}

/// One fact: value >= bound, or not (value >= bound).
inline void one_part(const integer_form& over, sign_test test, block& in, word* out) {
  const number_lanes& lanes = over.lanes.front();
  const std::int64_t factor = over.factors.front();
  const std::int64_t wanted = -over.constant;  // factor × value >= wanted
  const auto floor_div = [](std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
  };
  if (test == sign_test::equal) {
    if (wanted % factor != 0) {
      fill(out, in.words(), false);
    } else {
      in.loops().equal(lanes.values, lanes.is, in.rows(), wanted / factor, out);
    }
    return;
  }
  const std::int64_t least = test == sign_test::more ? wanted + 1 : wanted;
  if (factor > 0) {  // value >= ceil(least / factor)
    in.loops().at_least(lanes.values, lanes.is, in.rows(), -floor_div(-least, factor),
                        out);
    return;
  }
  // value <= floor(least / factor)
  in.loops().at_least(lanes.values, lanes.is, in.rows(), floor_div(least, factor) + 1,
                      out);
  for (std::size_t i = 0; i < in.words(); ++i) out[i] = ~out[i];
}

/// A number where it was left blank, by the sum that derives it; a row where that has
/// not 64 bits, or more decimals than its facts, is doubted.
inline void block::add_up(std::size_t fact, word* bits, const word* blank) {
  const linear_form& sum = *reads_.facts[fact].sum;
  const integer_form over = over_columns(sum, *this);
  const number_lanes given = state_of(fact).numbers;
  int scale = given.values == nullptr ? 0 : given.scale;
  for (const number_lanes& lanes : over.lanes) scale = std::max(scale, lanes.scale);
  auto* out = reinterpret_cast<std::int64_t*>(run_.kept.take(rows_));
  const scratch_scope hold(run_.memory);
  word* known = take();
  std::copy_n(blank, words(), known);
  for (const number_lanes& lanes : over.lanes) {
    for (std::size_t i = 0; i < words(); ++i) {
      known[i] &= lanes.values == nullptr ? 0 : lanes.known[i];
    }
  }
  std::fill_n(out, rows_, std::int64_t{0});
  const auto keep_number = [&](std::size_t row, const number& n) {
    const auto fits = (n * number{power_of_10(scale)}).to_int64();
    if (fits) {
      out[row] = *fits;
    } else {
      doubt(row);
    }
  };
  for_each_bit(known, rows_,
               [&](std::size_t row) { keep_number(row, total_at(sum, over, row)); });
  if (given.values != nullptr) {
    for_each_bit(bits, rows_,
                 [&](std::size_t row) { keep_number(row, number_at(given, row)); });
  }
  state_of(fact).numbers = {out, layout::int64, scale, nullptr};
  keep_in_range(fact, known);
  for (std::size_t i = 0; i < words(); ++i) bits[i] |= known[i];
}

inline void linear_step::run(block& in, kleene out) const {
  const std::size_t n = in.words();
  const integer_form over = over_columns(sum_, in);
  fill(out.no, n, true);  // known of all
  for (const number_lanes& lanes : over.lanes) {
    if (lanes.values == nullptr) {
      fill(out.yes, n, false);
      fill(out.no, n, false);
      return;
    }
    for (std::size_t i = 0; i < n; ++i) out.no[i] &= lanes.known[i];
  }
  const scratch_scope hold(in.run().memory);
  word* beyond = in.take();
  fill(beyond, n, false);
  if (!over.fits || over.lanes.size() > 2) {
    std::copy_n(out.no, n, beyond);
    fill(out.yes, n, false);
  } else if (over.lanes.size() == 1) {
    one_part(over, test_, in, out.yes);
  } else {
    const term a{over.lanes[0].values, over.lanes[0].is, over.factors[0]};
    const term b{over.lanes[1].values, over.lanes[1].is, over.factors[1]};
    const std::int64_t constant = over.constant - (test_ == sign_test::more ? 1 : 0);
    const auto loop =
        test_ == sign_test::equal ? in.loops().sum_equal : in.loops().sum_at_least;
    loop(a, b, constant, in.rows(), limit_of(a.factor), limit_of(b.factor), out.yes,
         beyond);
    for (std::size_t i = 0; i < n; ++i) beyond[i] &= out.no[i];
  }
  for_each_bit(beyond, in.rows(), [&](std::size_t row) {
    const bool wide = over.fits && over.lanes.size() <= 4;
    const bool met = wide ? row_holds(over, row, test_)
                          : holds(test_, total_at(sum_, over, row).sign());
    if (met) {
      set_bit(out.yes, row);
    } else {
      clear_bit(out.yes, row);
    }
  });
  for (std::size_t i = 0; i < n; ++i) {
    const word known = out.no[i];
    out.no[i] = known & ~out.yes[i];
    out.yes[i] &= known;
  }
}

inline void ratio_step::run(block& in, kleene out) const {
  positive_.run(in, out);
  const number_lanes whole = in.numbers(whole_);
  if (whole.values == nullptr) return;
  const scratch_scope hold(in.run().memory);
  word* positive = in.take();
  word* not_negative = in.take();
  in.loops().at_least(whole.values, whole.is, in.rows(), 1, positive);
  in.loops().at_least(whole.values, whole.is, in.rows(), 0, not_negative);
  for (std::size_t i = 0; i < in.words(); ++i) {
    const word below = whole.known[i] & ~not_negative[i];
    for (word left = below; left != 0; left &= left - 1) {
      const std::size_t row = i * 64 + static_cast<std::size_t>(__builtin_ctzll(left));
      if (row < in.rows()) in.doubt(row);
    }
    const word yes = out.yes[i] & positive[i];
    const word no = out.no[i] & positive[i];
    out.yes[i] = negated_ ? no : yes;
    out.no[i] = negated_ ? yes : no;
  }
}

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::copy_n …
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional
#include <utility>    // std::move

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/derived_sums.ipp>
#include <norma/batch/impl/integer_form.ipp>
#include <norma/batch/impl/loose_sum.ipp>
#include <norma/batch/impl/steps.hpp>
#include <norma/batch/impl/whole_numbers.ipp>

// Sums of facts compared with 0, exactly: in 64 bits where no product can exceed them,
// in 128 for the rows where one might, and with numbers of any size beyond.

namespace norma::batch::detail {

inline linear_step::linear_step(linear_form sum, sign_test test)
    : sum_(in_integers(std::move(sum))), whole_(as_integers(sum_)), test_(test) {}

/// One fact: value >= bound, or not (value >= bound); of a comparison that is not `=`
/// the values' extent, if it is asked for.
inline extent_of one_part(const integer_form& over, sign_test test, block& in, word* out,
                          bool extent_asked) {
  const number_lanes& lanes = over.lanes[0];
  const kernels& loops = in.loops();
  const auto at_least = [&](std::int64_t bound) {
    if (extent_asked) {
      return loops.look_at_least(lanes.values, lanes.is, in.rows(), bound, out);
    }
    loops.at_least(lanes.values, lanes.is, in.rows(), bound, out);
    return extent_of{};
  };
  const std::int64_t factor = over.factors[0];
  const std::int64_t wanted = -over.constant;  // factor × value >= wanted
  const auto floor_div = [](std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
  };
  if (test == sign_test::equal) {
    if (wanted % factor != 0) {
      fill(out, in.words(), false);
    } else {
      loops.equal(lanes.values, lanes.is, in.rows(), wanted / factor, out);
    }
    return {};
  }
  const std::int64_t least = test == sign_test::more ? wanted + 1 : wanted;
  // value >= ceil(least / factor)
  if (factor > 0) return at_least(-floor_div(-least, factor));
  // value <= floor(least / factor)
  const extent_of seen = at_least(floor_div(least, factor) + 1);
  for (std::size_t i = 0; i < in.words(); ++i) out[i] = ~out[i];
  return seen;
}

/// Rows with a value that is beyond its term's limit.
inline void mark_beyond(const term& t, block& in, word* out) {
  const scratch_scope hold(in.run().step_memory);
  word* above = in.take();
  word* not_below = in.take();
  in.loops().at_least(t.values, t.is, in.rows(), t.limit() + 1, above);
  in.loops().at_least(t.values, t.is, in.rows(), -t.limit(), not_below);
  for (std::size_t i = 0; i < in.words(); ++i) out[i] |= above[i] | ~not_below[i];
}

[[nodiscard]] inline term term_of(const integer_form& over, std::size_t i) {
  return {over.lanes[i].values, over.lanes[i].is, over.factors[i], over.lanes[i].largest};
}

/// a + b + constant >= 0 for what the test asks.
[[nodiscard]] inline std::int64_t constant_of(const integer_form& over, sign_test test) {
  return over.constant - (test == sign_test::more ? 1 : 0);
}

inline std::optional<bool> linear_step::compare_unseen(integer_form& over, block& in,
                                                       word* out) const {
  std::optional<extent_of> seen[2];
  std::optional<bool> beyond;
  if (over.fits && over.parts == 1 && test_ != sign_test::equal) {
    seen[0] = one_part(over, test_, in, out, true);
    beyond = false;
  } else if (over.fits && over.parts == 2 && test_ != sign_test::equal) {
    const auto asked = [&](std::size_t i) {
      return over.lanes[i].known == nullptr ? &seen[i].emplace() : nullptr;
    };
    beyond = in.loops().look_sum_at_least(term_of(over, 0), term_of(over, 1),
                                          constant_of(over, test_), in.rows(), out,
                                          asked(0), asked(1));
  }
  for (std::size_t i = 0; i < over.parts; ++i) {
    const std::size_t fact = sum_.parts[i].fact;
    if (i < 2 && seen[i]) in.saw(fact, *seen[i]);
    over.lanes[i] = in.numbers(fact);
  }
  return beyond;
}

/// The bits, and whether those of some row may be of no meaning.
[[nodiscard]] inline bool compare_seen(const integer_form& over, sign_test test,
                                       block& in, word* out) {
  if (over.parts == 1) {
    one_part(over, test, in, out, false);
    return false;
  }
  const auto loop =
      test == sign_test::equal ? in.loops().sum_equal : in.loops().sum_at_least;
  return loop(term_of(over, 0), term_of(over, 1), constant_of(over, test), in.rows(),
              out);
}

inline answer linear_step::compare(block& in) const {
  integer_form over = over_columns(sum_, whole_, in, true);
  const answer is = compare_known(over, in);
  return over.nothing ? is : weigh_loose(sum_, over, test_, in, is);
}

inline answer linear_step::compare_known(integer_form& over, block& in) const {
  const std::size_t n = in.words();
  word* yes = in.take();
  if (over.nothing) {
    // The others are looked at all the same: a value may be in error.
    for (const auto& part : sum_.parts) static_cast<void>(in.known(part.fact));
    fill(yes, n, false);
    return {yes, yes};
  }
  const bool by_columns = over.fits && over.parts <= 2;
  std::optional<bool> wide_rows;
  const auto unseen = [](const number_lanes& each) { return each.known == nullptr; };
  if (std::any_of(over.lanes, over.lanes + over.parts, unseen)) {
    wide_rows = compare_unseen(over, in, yes);
  }
  if (by_columns && !wide_rows) wide_rows = compare_seen(over, test_, in, yes);
  const word* known = over.lanes[0].known;
  if (over.parts > 1) {
    word* all = in.take();
    in.loops().both(known, over.lanes[1].known, n, all);
    for (std::size_t part = 2; part < over.parts; ++part) {
      for (std::size_t i = 0; i < n; ++i) all[i] &= over.lanes[part].known[i];
    }
    known = all;
  }
  if (by_columns && !*wide_rows) return {yes, known};
  word* beyond = in.take();
  if (by_columns) {
    fill(beyond, n, false);
    mark_beyond(term_of(over, 0), in, beyond);
    mark_beyond(term_of(over, 1), in, beyond);
    for (std::size_t i = 0; i < n; ++i) beyond[i] &= known[i];
  } else {
    fill(yes, n, false);
    std::copy_n(known, n, beyond);
  }
  for_each_bit(beyond, in.rows(), [&](std::size_t row) {
    const bool wide = over.fits && over.parts <= most_in_128_bits;
    const bool met = wide ? row_holds(over, row, test_)
                          : holds(test_, total_at(sum_, over, row).sign());
    if (met) {
      set_bit(yes, row);
    } else {
      clear_bit(yes, row);
    }
  });
  return {yes, known};
}

inline void linear_step::run(block& in, kleene out) const {
  gather(in, {out.yes, out.no, false, true});
}

inline void linear_step::gather(block& in, const gathering& to) const {
  const scratch_scope hold(in.run().step_memory);
  const answer is = compare(in);
  in.loops().join_fact(is.bits, is.known, in.words(), to.turned, to.first, to.all,
                       to.any);
}

inline void ratio_step::run(block& in, kleene out) const {
  positive_.run(in, out);
  const number_lanes whole = in.numbers(whole_);
  if (whole.values == nullptr) {  // of what is not known no share is
    fill(out.yes, in.words(), false);
    fill(out.no, in.words(), false);
    return;
  }
  const scratch_scope hold(in.run().step_memory);
  word* positive = in.take();
  word* not_negative = in.take();
  in.loops().at_least(whole.values, whole.is, in.rows(), 1, positive);
  in.loops().at_least(whole.values, whole.is, in.rows(), 0, not_negative);
  for (std::size_t i = 0; i < in.words(); ++i) positive[i] &= whole.known[i];
  const loose_lanes ends = loose_ ? in.loose(whole_) : loose_lanes{};
  if (ends.rows != nullptr) {
    for_each_bit(ends.rows, in.rows(), [&](std::size_t row) {
      if (bit_at(ends.has_low, row) && ends.low[row] > 0) set_bit(positive, row);
      if (bit_at(ends.has_high, row) && ends.high[row] < 0) in.doubt(row);
    });
  }
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min, std::max
#include <cstdint>      // std::int64_t
#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/expr/impl/compare_bounds.ipp>
#include <norma/expr/impl/evaluator.ipp>

// Bounds of unknown numbers (design section 4): where an aggregate's list is not
// wholly known, and through + - * / up to the comparison that consumes them. An
// end that is absent is infinite; every end counts as reached.

namespace norma::expr::detail {

using bound_end = std::optional<number>;

[[nodiscard]] inline bound_end sum_of_ends(const bound_end& a, const bound_end& b) {
  if (!a || !b) return std::nullopt;
  return *a + *b;
}

[[nodiscard]] inline number_bounds negated(const number_bounds& b) {
  number_bounds result;
  if (b.high) result.low = -*b.high;
  if (b.low) result.high = -*b.low;
  return result;
}

/// Times a number that is not negative.
[[nodiscard]] inline number_bounds scaled_by(const number_bounds& b,
                                             const number& factor) {
  number_bounds result;
  if (factor.sign() == 0) return {number{0}, number{0}};
  if (b.low) result.low = *b.low * factor;
  if (b.high) result.high = *b.high * factor;
  return result;
}

/// The hull of the products of the ends; 0 times infinity is 0.
[[nodiscard]] inline number_bounds product_of_bounds(const number_bounds& a,
                                                     const number_bounds& b) {
  struct end {
    int infinite;  // -1, 0, 1
    number n;
  };
  const auto low_of = [](const number_bounds& x) {
    return x.low ? end{0, *x.low} : end{-1, {}};
  };
  const auto high_of = [](const number_bounds& x) {
    return x.high ? end{0, *x.high} : end{1, {}};
  };
  const auto times = [](const end& x, const end& y) {
    if (x.infinite == 0 && y.infinite == 0) return end{0, x.n * y.n};
    const int sign_x = x.infinite != 0 ? x.infinite : x.n.sign();
    const int sign_y = y.infinite != 0 ? y.infinite : y.n.sign();
    return end{sign_x * sign_y, {}};
  };
  const auto less = [](const end& x, const end& y) {
    if (x.infinite != y.infinite) return x.infinite < y.infinite;
    return x.infinite == 0 && x.n < y.n;
  };
  const end corners[] = {times(low_of(a), low_of(b)), times(low_of(a), high_of(b)),
                         times(high_of(a), low_of(b)), times(high_of(a), high_of(b))};
  const auto [least, most] =
      std::minmax_element(std::begin(corners), std::end(corners), less);
  number_bounds result;
  if (least->infinite == 0) result.low = least->n;
  if (most->infinite == 0) result.high = most->n;
  return result;
}

/// 1 / b for bounds on one side of 0; nothing for others.
[[nodiscard]] inline std::optional<number_bounds> inverse_of(const number_bounds& b) {
  const bool positive = b.low && b.low->sign() > 0;
  const bool negative = b.high && b.high->sign() < 0;
  if (!positive && !negative) return std::nullopt;
  const auto inverse = [](const bound_end& end) {
    return end ? *divide(number{1}, *end) : number{0};
  };
  return number_bounds{inverse(b.high), inverse(b.low)};
}

/// What an operation comes to between the bounds of both sides; nothing where
/// one of them has none, or a divisor may be 0.
[[nodiscard]] inline std::optional<number_bounds> combine_bounds(node_kind op,
                                                                 const value& left,
                                                                 const value& right) {
  if (bounds_of(left) == nullptr && bounds_of(right) == nullptr) return std::nullopt;
  const auto a = bounds_at(left);
  const auto b = bounds_at(right);
  if (!a || !b) return std::nullopt;
  switch (op) {
    case node_kind::add:
      return number_bounds{sum_of_ends(a->low, b->low), sum_of_ends(a->high, b->high)};
    case node_kind::subtract: {
      const auto minus = negated(*b);
      return number_bounds{sum_of_ends(a->low, minus.low),
                           sum_of_ends(a->high, minus.high)};
    }
    case node_kind::multiply: return product_of_bounds(*a, *b);
    case node_kind::divide: {
      const auto inverse = inverse_of(*b);
      if (!inverse) return std::nullopt;
      return product_of_bounds(*a, *inverse);
    }
    default: return std::nullopt;
  }
}

/// An element's bounds: itself, or its own; nothing if it is no number, or may turn
/// out to be none.
[[nodiscard]] inline std::optional<number_bounds> element_bounds(const value& v) {
  if (const auto* n = v.num()) return number_bounds{*n, *n};
  if (!v.is_unknown()) return std::nullopt;
  const auto* known = bounds_of_element(v);
  if (known == nullptr) return std::nullopt;
  return *known;
}

/// With what does not belong counted as 0.
[[nodiscard]] inline number_bounds or_zero(number_bounds b) {
  if (b.low && b.low->sign() > 0) b.low = number{0};
  if (b.high && b.high->sign() < 0) b.high = number{0};
  return b;
}

/// Adds up or compares the elements of a sequence that is not wholly known. A sum
/// of more than `most_digits` is no bound.
class aggregate_bounds {
 public:
  explicit aggregate_bounds(std::size_t most_digits) : most_digits_(most_digits) {}

  /// False if one of them is no number.
  [[nodiscard]] bool take_all(const sequence& elements) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      value scratch;
      const auto b = element_bounds(elements.at(i, scratch));
      if (!b) return false;
      take(*b, elements.is_maybe(i), number{1});
    }
    const auto* rest = elements.rest();
    if (rest == nullptr) return true;
    const auto b = element_bounds(rest->element);
    if (!b) return false;
    if (rest->count) {
      take(*b, rest->maybe, number{static_cast<std::int64_t>(*rest->count)});
    } else {
      take_any_number(*b);
    }
    return true;
  }

  [[nodiscard]] number_bounds total() const { return total_; }
  /// How many surely belong; nothing where not all that may belong do.
  [[nodiscard]] std::optional<number> sure_count() const {
    return some_maybe_ ? std::nullopt : std::optional{sure_};
  }
  [[nodiscard]] std::optional<number_bounds> least() const { return extreme(least_); }
  [[nodiscard]] std::optional<number_bounds> greatest() const {
    const auto found = extreme(greatest_);
    return found ? std::optional{negated(*found)} : std::nullopt;
  }

 private:
  /// The least of all: of those that may belong the low ends, of those that
  /// surely do the high ones as well.
  struct extreme_state {
    bool any = false, any_sure = false;
    bound_end low, high;
  };

  void take(const number_bounds& b, bool maybe, const number& times) {
    if (times.sign() == 0) return;
    const auto share = scaled_by(maybe ? or_zero(b) : b, times);
    total_ = {sum_of_ends(total_.low, share.low), sum_of_ends(total_.high, share.high)};
    for (auto* end : {&total_.low, &total_.high})
      if (*end && (*end)->digits() > most_digits_) end->reset();
    if (!maybe) sure_ = sure_ + times;
    some_maybe_ = some_maybe_ || maybe;
    weigh(least_, b, maybe);
    weigh(greatest_, negated(b), maybe);
  }
  void take_any_number(const number_bounds& b) {
    if (!b.low || b.low->sign() < 0) total_.low.reset();
    if (!b.high || b.high->sign() > 0) total_.high.reset();
    some_maybe_ = true;
    weigh(least_, b, true);
    weigh(greatest_, negated(b), true);
  }
  static void weigh(extreme_state& to, const number_bounds& b, bool maybe) {
    if (!to.any) {
      to.low = b.low;
    } else if (to.low && b.low) {
      to.low = std::min(*to.low, *b.low);
    } else {
      to.low.reset();
    }
    to.any = true;
    if (maybe) return;
    if (b.high && (!to.any_sure || !to.high || *b.high < *to.high)) to.high = b.high;
    to.any_sure = true;
  }
  [[nodiscard]] static std::optional<number_bounds> extreme(const extreme_state& of) {
    if (!of.any_sure) return std::nullopt;
    return number_bounds{of.low, of.high};
  }

  std::size_t most_digits_;
  number_bounds total_{number{0}, number{0}};
  number sure_;
  bool some_maybe_ = false;
  extreme_state least_, greatest_;
};

[[nodiscard]] inline number_bounds bounds_of_count(const sequence& elements) {
  std::int64_t sure = 0;
  std::int64_t maybe = 0;
  for (std::size_t i = 0; i < elements.size(); ++i)
    ++(elements.is_maybe(i) ? maybe : sure);
  number_bounds result{number{sure}, number{sure + maybe}};
  const auto* rest = elements.rest();
  if (rest == nullptr) return result;
  if (!rest->count) {
    result.high.reset();
    return result;
  }
  const number others{static_cast<std::int64_t>(*rest->count)};
  result.high = *result.high + others;
  if (!rest->maybe) result.low = *result.low + others;
  return result;
}

/// The bounds of `count`, `total`, `sum`, `min`, `max` or `mean`; nothing where
/// there are none.
[[nodiscard]] inline std::optional<number_bounds> bounds_of_aggregate(
    std::string_view name, const sequence& elements, std::size_t most_digits) {
  if (name == "count") return bounds_of_count(elements);
  aggregate_bounds all(most_digits);
  if (!all.take_all(elements)) return std::nullopt;
  if (name == "total") return all.total();
  if (name == "min") return all.least();
  if (name == "max") return all.greatest();
  // Of none there is no sum and no mean.
  const auto count = all.sure_count();
  if (!count || count->sign() == 0) return std::nullopt;
  if (name == "sum") return all.total();
  return scaled_by(all.total(), *divide(number{1}, *count));
}

}  // namespace norma::expr::detail

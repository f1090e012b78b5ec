// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional
#include <utility>    // std::pair, std::swap

#include <norma/batch/impl/block_numbers.ipp>
#include <norma/rule/fact.hpp>

// Between what an aggregate lies of which some element is not known, or not known to
// belong: the rules of the evaluator (design section 4) on integers of one scale.

namespace norma::batch::detail {

/// Between what a number lies that is not known; an absent end is infinite.
struct declared_ends {
  bool number = false;  ///< it may be none: then nothing is known of what it is part of
  bool fits = true;     ///< the ends are integers of 64 bits
  std::optional<std::int64_t> low = {}, high = {};
};

[[nodiscard]] inline declared_ends exactly(std::int64_t n) { return {true, true, n, n}; }

/// The ends that a number has by its declaration where it was not given, on a scale.
[[nodiscard]] inline declared_ends ends_of(const fact_definition& f, int scale) {
  declared_ends result;
  if (!is_numeric(f.declared) || f.optional) return result;
  result.number = true;
  if (scale > 18) result.fits = false;
  if (!result.fits) return result;
  const auto end = [&](const std::optional<value>& of) -> std::optional<std::int64_t> {
    const number* n = of ? of->num() : nullptr;
    if (n == nullptr) return std::nullopt;
    const auto whole = (*n * number{power_of_10(scale)}).to_int64();
    if (!whole) result.fits = false;
    return whole;
  };
  if (f.range) {
    result.low = end(f.range->low);
    result.high = end(f.range->high);
  } else if (f.declared == fact_type::count) {
    result.low = 0;
  }
  return result;
}

/// Gathers the elements of one list.
class pool_bounds {
 public:
  explicit pool_bounds(pool_kind how) : how_(how) {}

  /// An element; `maybe`: it is not known whether it belongs.
  void take(declared_ends e, bool maybe) {
    if (!e.number) spoiled_ = true;
    if (!e.fits) doubtful_ = true;
    some_maybe_ = some_maybe_ || maybe;
    if (how_ == pool_kind::least || how_ == pool_kind::greatest) {
      weigh(e, maybe);
    } else {
      add(e, maybe);
    }
  }
  /// Any number of elements more, or none.
  void take_any_number(const declared_ends& e) {
    if (!e.number) spoiled_ = true;
    if (!e.fits) doubtful_ = true;
    some_maybe_ = true;
    if (!e.low || *e.low < 0) low_.reset();
    if (!e.high || *e.high > 0) high_.reset();
  }

  /// The ends; an absent one is infinite.
  [[nodiscard]] std::pair<std::optional<wide_integer>, std::optional<wide_integer>> ends()
      const {
    if (spoiled_) return {};
    switch (how_) {
      case pool_kind::sum:
        if (some_maybe_ || !any_) return {};
        break;
      case pool_kind::least:
      case pool_kind::greatest:
        if (!any_sure_) return {};
        break;
      default: break;
    }
    if (how_ != pool_kind::greatest) return {low_, high_};
    return {minus(high_), minus(low_)};
  }
  /// The ends can not be told on the scale.
  [[nodiscard]] bool doubtful() const { return doubtful_; }

 private:
  using end = std::optional<wide_integer>;

  [[nodiscard]] static end minus(const end& of) { return of ? end{-*of} : of; }

  /// What does not belong counts as 0.
  void add(const declared_ends& e, bool maybe) {
    any_ = true;
    const auto to = [&](end& total, const std::optional<std::int64_t>& by, bool below) {
      if (!by) {
        total.reset();
      } else if (total && !(maybe && (below ? *by > 0 : *by < 0))) {
        *total += *by;
      }
    };
    to(low_, e.low, true);
    to(high_, e.high, false);
  }

  /// Of those that may belong the low ends, of those that surely do the high ones as
  /// well; of the greatest everything with its sign turned.
  void weigh(const declared_ends& e, bool maybe) {
    end low = e.low ? end{*e.low} : std::nullopt;
    end high = e.high ? end{*e.high} : std::nullopt;
    if (how_ == pool_kind::greatest) {
      low = minus(low);
      high = minus(high);
      std::swap(low, high);
    }
    if (!any_) {
      low_ = low;
    } else if (low_ && low) {
      low_ = std::min(*low_, *low);
    } else {
      low_.reset();
    }
    any_ = true;
    if (maybe) return;
    if (!any_sure_) high_.reset();
    if (high && (!high_ || *high < *high_)) high_ = high;
    any_sure_ = true;
  }

  pool_kind how_;
  end low_ = 0, high_ = 0;
  bool any_ = false, any_sure_ = false, some_maybe_ = false;
  bool spoiled_ = false, doubtful_ = false;
};

}  // namespace norma::batch::detail

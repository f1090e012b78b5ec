// SPDX-License-Identifier: Apache-2.0
#pragma once

// Arithmetic of points. Numbers beyond 64 bits take steps as in a condition, and none
// grows longer than one there: what would is left open, between what it can be at most.

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <string>    // std::string, std::to_string
#include <utility>   // std::exchange, std::move
#include <vector>    // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/take_steps.ipp>
#include <norma/assess/score.hpp>
#include <norma/core/limits.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/number.hpp>
#include <norma/value/number_steps.hpp>

namespace norma::detail {

class point_sums {
 public:
  explicit point_sums(const bound_facts& facts)
      : bounds_(facts.bounds), account_(*facts.account) {}

  // What has the points that are counted from here on: a part, a block, `total`.
  void count_for(const std::string& whose) { whose_ = whose; }

  [[nodiscard]] std::optional<number> sum(const number& a, const number& b) {
    if (!takes(work_of(a, b))) return std::nullopt;
    return kept(a + b);
  }
  [[nodiscard]] std::optional<number> difference(const number& a, const number& b) {
    return sum(a, -b);
  }
  [[nodiscard]] std::optional<number> product(const number& a, const number& b) {
    if (!takes(work_of(a, b))) return std::nullopt;
    return kept(a * b);
  }
  // Of a divisor that is not 0.
  [[nodiscard]] std::optional<number> quotient(const number& a, const number& b) {
    if (!takes(work_of(a, b, true))) return std::nullopt;
    return kept(divide(a, b).value_or(number{}));
  }
  // Of ranges, each end by itself.
  [[nodiscard]] std::optional<score_range> sum(const score_range& a,
                                               const score_range& b) {
    auto low = sum(a.low, b.low);
    if (!low) return std::nullopt;
    if (a.decided() && b.decided()) return score_range{*low, *low};
    auto high = sum(a.high, b.high);
    if (!high) return std::nullopt;
    return score_range{*std::move(low), *std::move(high)};
  }

  // False once too few are left.
  [[nodiscard]] bool takes(std::size_t steps) {
    if (steps == 0) return true;
    if (take_steps(account_, steps)) return true;
    auto stopped = expr::error_of(step_limit::of_all, bounds_);
    because(std::move(stopped.code), std::move(stopped.arguments));
    return false;
  }

  // Why anything was left open, since it was asked last; null if nothing was.
  [[nodiscard]] cause_list why() { return std::exchange(why_, nullptr); }

 private:
  [[nodiscard]] std::optional<number> kept(number n) {
    if (n.digits() > bounds_.number_digits) {
      because("N0186", {std::to_string(bounds_.number_digits), whose_});
      return std::nullopt;
    }
    if (!takes(cost_of(n))) return std::nullopt;
    return n;
  }

  void because(std::string code, std::vector<std::string> words) {
    why_ = merge(
        why_,
        one_cause({cause_kind::data_error, {}, {}, std::move(code), std::move(words)}));
  }

  const limits& bounds_;
  step_account& account_;
  std::string whose_;
  cause_list why_;
};

}  // namespace norma::detail

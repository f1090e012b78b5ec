// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/compile.hpp>

// Comparisons of sums, shares and categories.

namespace norma::batch::detail {

/// The sum with each of its facts once; not so aggregates: between bounds an operation
/// is done after the other.
inline linear_form condition_compiler::gathered(const linear_form& of) const {
  linear_form sum{{}, of.constant};
  for (const auto& part : of.parts) {
    const auto same = std::find_if(sum.parts.begin(), sum.parts.end(),
                                   [&](const auto& p) { return p.fact == part.fact; });
    if (same == sum.parts.end() || scope().facts[part.fact].pool) {
      sum.parts.push_back(part);
    } else {
      same->factor = same->factor + part.factor;
    }
  }
  return sum;
}

/// left - right, compared with 0.
inline step_ptr condition_compiler::compare_forms(node_kind kind, linear_form left,
                                                  const linear_form& right) {
  for (const auto& part : right.parts) left.parts.push_back({part.fact, -part.factor});
  left.constant = left.constant - right.constant;
  linear_form sum = gathered(left);
  // A fact that falls out is still asked for: it may be unknown.
  for (const auto& part : sum.parts) {
    if (part.factor.sign() == 0) return nullptr;
  }
  if (sum.parts.empty()) return nullptr;
  const bool turn = kind == node_kind::less || kind == node_kind::less_equal;
  if (turn) {
    for (auto& part : sum.parts) part.factor = -part.factor;
    sum.constant = -sum.constant;
    kind = turned(kind);
  }
  const bool equality = kind == node_kind::equal || kind == node_kind::not_equal;
  const sign_test test = equality                     ? sign_test::equal
                         : kind == node_kind::greater ? sign_test::more
                                                      : sign_test::at_least;
  step_ptr step = std::make_unique<linear_step>(std::move(sum), test);
  return kind == node_kind::not_equal ? negate(std::move(step)) : std::move(step);
}

inline std::optional<linear_form> condition_compiler::linear(const node& n) {
  if (is_closed(n)) {
    const auto constant = closed_number(n);
    if (!constant) return std::nullopt;
    return linear_form{{}, *constant};
  }
  switch (n.kind) {
    case node_kind::input:
    case node_kind::name:
    case node_kind::path: {
      const auto place = named(n);
      if (!place) return std::nullopt;
      const fact_type type = definition(*place)->declared;
      const bool number_like = type == fact_type::count || type == fact_type::amount ||
                               type == fact_type::number || type == fact_type::date;
      if (!number_like) return std::nullopt;
      return linear_form{{{*place, number{1}}}, number{}};
    }
    case node_kind::call: {
      const auto place = pooled(n);
      if (!place) return std::nullopt;
      return linear_form{{{*place, number{1}}}, number{}};
    }
    case node_kind::negate: {
      auto of = linear(n.children[0]);
      if (!of) return std::nullopt;
      for (auto& part : of->parts) part.factor = -part.factor;
      of->constant = -of->constant;
      return of;
    }
    case node_kind::add:
    case node_kind::subtract: {
      // Days are no numbers: what is added to one is a duration, what is between two
      // is one.
      if (n.checked_type.kind == expr::type_kind::date) {
        const auto place = moved(n);
        if (!place) return std::nullopt;
        return linear_form{{{*place, number{1}}}, number{}};
      }
      const bool between = n.kind == node_kind::subtract &&
                           n.checked_type.kind == expr::type_kind::days_duration &&
                           n.children[0].checked_type.kind == expr::type_kind::date &&
                           n.children[1].checked_type.kind == expr::type_kind::date;
      if (!between && n.checked_type.kind != expr::type_kind::number) {
        return std::nullopt;
      }
      auto left = linear(n.children[0]);
      auto right = left ? linear(n.children[1]) : std::nullopt;
      if (!right) return std::nullopt;
      const bool minus = n.kind == node_kind::subtract;
      for (const auto& part : right->parts) {
        left->parts.push_back({part.fact, minus ? -part.factor : part.factor});
      }
      left->constant =
          minus ? left->constant - right->constant : left->constant + right->constant;
      return left;
    }
    case node_kind::multiply:
    case node_kind::divide: {
      const bool division = n.kind == node_kind::divide;
      const bool closed_left = is_closed(n.children[0]);
      if (n.checked_type.kind != expr::type_kind::number || (division && closed_left)) {
        return std::nullopt;
      }
      auto factor = closed_number(n.children[closed_left ? 0 : 1]);
      auto of = factor ? linear(n.children[closed_left ? 1 : 0]) : std::nullopt;
      if (!of || factor->sign() == 0) return std::nullopt;
      if (division) factor = divide(number{1}, *factor);
      for (auto& part : of->parts) part.factor = part.factor * *factor;
      of->constant = of->constant * *factor;
      return of;
    }
    default: return std::nullopt;
  }
}

/// `part / whole` or `rate(part, whole)`, and a number.
inline step_ptr condition_compiler::compare_ratio(node_kind kind, const node& n,
                                                  const node& right) {
  const auto limit = closed_number(right);
  const auto whole = named(n.children[1]);
  auto part = limit && whole ? linear(n.children[0]) : std::nullopt;
  if (!part) return nullptr;
  const fact_type type = definition(*whole)->declared;
  if (type != fact_type::count && type != fact_type::amount &&
      type != fact_type::number) {
    return nullptr;
  }
  part->parts.push_back({*whole, -*limit});
  linear_form sum = gathered(*part);
  for (const auto& p : sum.parts) {
    if (p.factor.sign() == 0 && p.fact != *whole) return nullptr;
  }
  std::erase_if(sum.parts, [](const auto& p) { return p.factor.sign() == 0; });
  if (sum.parts.empty()) return nullptr;
  const bool negated = kind == node_kind::less || kind == node_kind::less_equal ||
                       kind == node_kind::not_equal;
  const sign_test test =
      kind == node_kind::equal || kind == node_kind::not_equal      ? sign_test::equal
      : kind == node_kind::greater || kind == node_kind::less_equal ? sign_test::more
                                                                    : sign_test::at_least;
  return std::make_unique<ratio_step>(*whole, std::move(sum), test, negated);
}

inline step_ptr condition_compiler::compile_rate(const node& rate) {
  start();
  null_matters_ = true;
  const bool pools = rate.children[0].kind == node_kind::call;
  const auto part = pools ? pooled(rate.children[0]) : named(rate.children[0]);
  null_matters_ = false;
  const auto whole = named(rate.children[1]);
  if (!part || !whole) return refuse("a rate of what is no fact");
  return std::make_unique<rate_step>(*part, *whole);
}

/// The codes of the category that compare so with the one at `rank`.
inline step_ptr condition_compiler::compare_category(node_kind kind, std::size_t fact,
                                                     const expr::category_type& of,
                                                     const node& right) {
  if (!is_closed(right)) return nullptr;
  const value v = closed_value(right);
  const std::string* id = v.string();
  const auto rank = id == nullptr ? std::nullopt : of.rank(*id);
  const bool equality = kind == node_kind::equal || kind == node_kind::not_equal;
  if (!rank || (!equality && !of.ordered) || of.values.size() > 100) return nullptr;
  std::vector<std::int32_t> codes;
  for (std::size_t code = 0; code < of.values.size(); ++code) {
    const bool fits = kind == node_kind::equal        ? code == *rank
                      : kind == node_kind::not_equal  ? code != *rank
                      : kind == node_kind::less       ? code < *rank
                      : kind == node_kind::less_equal ? code <= *rank
                      : kind == node_kind::greater    ? code > *rank
                                                      : code >= *rank;
    if (fits) codes.push_back(static_cast<std::int32_t>(code));
  }
  return std::make_unique<category_step>(fact, std::move(codes));
}

}  // namespace norma::batch::detail

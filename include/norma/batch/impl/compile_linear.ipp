// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/compile.hpp>

// Comparisons of sums, shares and categories.

namespace norma::batch::detail {

/// The sum with each of its facts once; not so what may lie between bounds: there an
/// operation is done after the other.
inline linear_form condition_compiler::gathered(const linear_form& of) const {
  linear_form sum{{}, of.constant};
  for (const auto& part : of.parts) {
    const auto same = std::find_if(sum.parts.begin(), sum.parts.end(),
                                   [&](const auto& p) { return p.fact == part.fact; });
    if (same == sum.parts.end() || scope().facts[part.fact].loose) {
      sum.parts.push_back(part);
    } else {
      same->factor = same->factor + part.factor;
    }
  }
  return sum;
}

[[nodiscard]] inline linear_form times(linear_form of, const number& factor) {
  for (auto& part : of.parts) part.factor = part.factor * factor;
  of.constant = of.constant * factor;
  return of;
}

/// Times a count; false where a part may lie between bounds: so would the product.
inline bool condition_compiler::multiply(linear_form& of, std::size_t count) {
  read_scope& in = scope();
  for (auto& part : of.parts) {
    if (in.facts[part.fact].loose) return false;
    const read_product wanted{part.fact, count};
    const auto same = std::find_if(in.facts.begin(), in.facts.end(),
                                   [&](const auto& f) { return f.product == wanted; });
    const auto place = static_cast<std::size_t>(same - in.facts.begin());
    if (same == in.facts.end()) {
      read_fact made;
      made.is = in.facts[part.fact].is;
      made.product = wanted;
      in.facts.push_back(std::move(made));
    }
    part.fact = place;
  }
  if (of.constant.sign() != 0) of.parts.push_back({count, of.constant});
  of.constant = number{};
  return true;
}

/// a + b; nothing where that has no way: of means of different lists.
inline std::optional<linear_form> condition_compiler::added(linear_form a,
                                                            linear_form b) {
  if (a.over != b.over) {
    if (a.over && b.over) return std::nullopt;
    const std::size_t count = a.over ? *a.over : *b.over;
    if (!multiply(a.over ? b : a, count)) return std::nullopt;
    a.over = count;
  }
  a.parts.insert(a.parts.end(), b.parts.begin(), b.parts.end());
  a.constant = a.constant + b.constant;
  return a;
}

/// left - right, compared with 0: of what is divided by a count its sign is the same.
inline step_ptr condition_compiler::compare_forms(node_kind kind, linear_form left,
                                                  const linear_form& right) {
  const auto both = added(std::move(left), times(right, number{-1}));
  if (!both) return nullptr;
  linear_form sum = gathered(*both);
  // A fact that falls out is still asked for: it may be unknown.
  for (const auto& part : sum.parts) {
    if (part.factor.sign() == 0) return nullptr;
  }
  if (sum.parts.empty()) return nullptr;
  const bool turn = kind == node_kind::less || kind == node_kind::less_equal;
  if (turn) {
    sum = times(std::move(sum), number{-1});
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
      linear_form of{{{*place, number{1}}}, number{}};
      if (n.name == "mean") of.over = elements_of(*place);
      return of;
    }
    case node_kind::negate: {
      auto of = linear(n.children[0]);
      if (!of) return std::nullopt;
      return times(*std::move(of), number{-1});
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
      if (minus) right = times(*std::move(right), number{-1});
      return added(*std::move(left), *std::move(right));
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
      return times(*std::move(of), *factor);
    }
    default: return std::nullopt;
  }
}

/// A fact, or an aggregate that is no mean.
inline std::optional<std::size_t> condition_compiler::quantity(const node& n) {
  if (n.kind != node_kind::call) return named(n);
  return n.name == "mean" ? std::nullopt : pooled(n);
}

/// `part / whole` or `rate(part, whole)`, and a number.
inline step_ptr condition_compiler::compare_ratio(node_kind kind, const node& n,
                                                  const node& right) {
  const auto limit = closed_number(right);
  const auto whole = limit ? quantity(n.children[1]) : std::nullopt;
  auto part = whole ? linear(n.children[0]) : std::nullopt;
  if (!part || part->over) return nullptr;
  const fact_definition* of = number_of(*whole);
  if (of != nullptr && !is_numeric(of->declared)) return nullptr;
  // A rate takes no whole that is not known; a share does where that lies between bounds,
  // and more than nothing is asked for.
  const bool loose = n.kind == node_kind::divide && scope().facts[*whole].loose;
  if (loose && limit->sign() <= 0) return nullptr;
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
  return std::make_unique<ratio_step>(*whole, std::move(sum), test, negated, loose);
}

inline step_ptr condition_compiler::compile_rate(const node& rate) {
  start();
  const for_now matters(null_matters_, true);
  const auto part = quantity(rate.children[0]);
  const auto whole = quantity(rate.children[1]);
  if (!part || !whole) return refuse(rate);
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
  if (!rank || (!equality && !of.ordered) || of.values.size() > most_words)
    return nullptr;
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

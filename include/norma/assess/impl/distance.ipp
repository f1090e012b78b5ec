// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/distance.hpp>

#include <algorithm>  // std::find_if
#include <utility>    // std::move

#include <norma/assess/judge.hpp>
#include <norma/expr/evaluate.hpp>

namespace norma {

NORMA_INLINE std::optional<number> step_of(const fact_definition& f) {
  if (f.declared == fact_type::count || f.declared == fact_type::list ||
      f.declared == fact_type::set) {
    return number{1};
  }
  if (f.scaled || f.declared == fact_type::amount) {
    const auto step = number{10}.power(-f.scale, 64);
    return step ? std::optional{*step} : std::nullopt;
  }
  return std::nullopt;
}

namespace detail {

// constant + factor × the fact
struct linear_form {
  number constant;
  number factor;
};

// The fact that a comparison may be linear in: a number, or a list's length.
struct lever {
  std::uint32_t slot;
  bool counts_list;
};

[[nodiscard]] NORMA_INLINE bool is_count_of_fact(const expr::node& n) {
  return n.kind == expr::node_kind::call && n.name == "count" &&
         n.children.size() == 1 &&
         n.children[0].kind == expr::node_kind::name &&
         n.children[0].bound == expr::binding::slot;
}

NORMA_INLINE void collect_levers(const expr::node& n, const vocabulary& names,
                                 std::vector<lever>& out) {
  const auto add = [&out](lever found) {
    const auto same = [&found](const lever& l) { return l.slot == found.slot; };
    if (std::find_if(out.begin(), out.end(), same) == out.end()) out.push_back(found);
  };
  if (is_count_of_fact(n)) {
    if (names.fact(n.children[0].index) != nullptr) add({n.children[0].index, true});
    return;
  }
  if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot &&
      n.checked_type.kind == expr::type_kind::number &&
      names.fact(n.index) != nullptr) {
    add({n.index, false});
  }
  for (const auto& child : n.children) collect_levers(child, names, out);
}

class linear_reader {
 public:
  linear_reader(const expr::expression& e, const expr::environment& env, lever in)
      : e_(e), env_(env), in_(in) {}

  // The node as a linear form in the lever, or nothing.
  [[nodiscard]] std::optional<linear_form> read(const expr::node& n) const {
    using k = expr::node_kind;
    if (is_lever(n)) return linear_form{number{0}, number{1}};
    switch (n.kind) {
      case k::negate: return times(read(n.children[0]), number{-1});
      case k::add: return sum(n, number{1});
      case k::subtract: return sum(n, number{-1});
      case k::multiply: return product(n);
      case k::divide: return quotient(n);
      case k::call:
        if (n.name == "rate") return quotient(n);
        break;
      default: break;
    }
    if (mentions(n)) return std::nullopt;
    const auto v = expr::evaluate(e_, n, env_);
    if (v.num() == nullptr) return std::nullopt;
    return linear_form{*v.num(), number{0}};
  }

 private:
  [[nodiscard]] bool is_lever(const expr::node& n) const {
    if (in_.counts_list) {
      return is_count_of_fact(n) && n.children[0].index == in_.slot;
    }
    return n.kind == expr::node_kind::name && n.bound == expr::binding::slot &&
           n.index == in_.slot;
  }
  [[nodiscard]] bool mentions(const expr::node& n) const {
    if (n.kind == expr::node_kind::name && n.bound != expr::binding::slot) return true;
    if (n.kind == expr::node_kind::name && n.index == in_.slot) return true;
    return std::any_of(n.children.begin(), n.children.end(),
                       [this](const expr::node& c) { return mentions(c); });
  }
  [[nodiscard]] static std::optional<linear_form> times(std::optional<linear_form> a,
                                                        const number& k) {
    if (a) a = linear_form{a->constant * k, a->factor * k};
    return a;
  }
  [[nodiscard]] std::optional<linear_form> sum(const expr::node& n,
                                               const number& sign) const {
    const auto a = read(n.children[0]);
    const auto b = times(read(n.children[1]), sign);
    if (!a || !b) return std::nullopt;
    return linear_form{a->constant + b->constant, a->factor + b->factor};
  }
  [[nodiscard]] std::optional<linear_form> product(const expr::node& n) const {
    const auto a = read(n.children[0]);
    const auto b = read(n.children[1]);
    if (!a || !b) return std::nullopt;
    if (b->factor.sign() == 0) return times(a, b->constant);
    if (a->factor.sign() == 0) return times(b, a->constant);
    return std::nullopt;
  }
  [[nodiscard]] std::optional<linear_form> quotient(const expr::node& n) const {
    const auto a = read(n.children[0]);
    const auto b = read(n.children[1]);
    if (!a || !b || b->factor.sign() != 0) return std::nullopt;
    const auto inverse = divide(number{1}, b->constant);
    return inverse ? times(a, *inverse) : std::nullopt;
  }

  const expr::expression& e_;
  const expr::environment& env_;
  lever in_;
};

NORMA_INLINE number on_step(const number& n, const number& step, rounding mode) {
  const auto steps = divide(n, step);
  return (steps ? steps->rounded(0, mode) : number{0}) * step;
}

// The value nearest to the bound at which `x op bound` holds, on the step.
NORMA_INLINE std::optional<number> nearest_holding(expr::node_kind op,
                                                   const number& bound,
                                                   const std::optional<number>& step) {
  using k = expr::node_kind;
  if (!step) {
    const bool closed =
        op == k::greater_equal || op == k::less_equal || op == k::equal;
    return closed ? std::optional{bound} : std::nullopt;
  }
  switch (op) {
    case k::greater_equal: return on_step(bound, *step, rounding::ceiling);
    case k::less_equal: return on_step(bound, *step, rounding::floor);
    case k::greater: return on_step(bound, *step, rounding::floor) + *step;
    case k::less: return on_step(bound, *step, rounding::ceiling) - *step;
    case k::equal: {
      const auto at = on_step(bound, *step, rounding::floor);
      return at == bound ? std::optional{at} : std::nullopt;
    }
    default: return std::nullopt;
  }
}

// The same relation read from the other side, as a negative factor turns it.
NORMA_INLINE expr::node_kind mirrored(expr::node_kind op) {
  using k = expr::node_kind;
  switch (op) {
    case k::greater_equal: return k::less_equal;
    case k::less_equal: return k::greater_equal;
    case k::greater: return k::less;
    case k::less: return k::greater;
    default: return op;
  }
}

NORMA_INLINE bool holds_between(const number& x, expr::node_kind op, const number& y) {
  using k = expr::node_kind;
  switch (op) {
    case k::greater_equal: return x >= y;
    case k::less_equal: return x <= y;
    case k::greater: return x > y;
    case k::less: return x < y;
    default: return x == y;
  }
}

NORMA_INLINE std::optional<number> current_of(const lever& l, const bound_facts& facts) {
  const auto& v = facts.slots[l.slot];
  if (!l.counts_list) return v.num() != nullptr ? std::optional{*v.num()} : std::nullopt;
  if (v.list() == nullptr) return std::nullopt;
  return number{static_cast<std::int64_t>(v.list()->size())};
}

NORMA_INLINE std::optional<threshold> threshold_in(const expr::expression& e,
                                                   const expr::node& at,
                                                   const bound_facts& facts,
                                                   const expr::environment& env,
                                                   const lever& in) {
  const auto current = current_of(in, facts);
  if (!current) return std::nullopt;
  const linear_reader reader{e, env, in};
  const auto left = reader.read(at.children[0]);
  const auto right = reader.read(at.children[1]);
  if (!left || !right) return std::nullopt;
  const auto factor = left->factor - right->factor;
  const auto bound = divide(right->constant - left->constant, factor);
  if (!bound) return std::nullopt;
  const auto op = factor.sign() < 0 ? mirrored(at.kind) : at.kind;
  const auto nearest = nearest_holding(op, *bound, step_of(*facts.names->fact(in.slot)));
  if (!nearest) return std::nullopt;
  auto gap = *current - *nearest;
  const bool holds = holds_between(*current, op, *bound);
  if ((gap.sign() < 0) == holds) gap = -gap;
  return threshold{in.slot, in.counts_list, *current, *nearest, gap};
}

NORMA_INLINE bool is_comparison(expr::node_kind kind) {
  using k = expr::node_kind;
  return kind == k::equal || kind == k::less || kind == k::less_equal ||
         kind == k::greater || kind == k::greater_equal;
}

}  // namespace detail

NORMA_INLINE std::vector<threshold> thresholds_of(const expr::expression& e,
                                                  const expr::node& at,
                                                  const bound_facts& facts) {
  std::vector<threshold> found;
  if (!detail::is_comparison(at.kind)) return found;
  std::vector<detail::lever> levers;
  detail::collect_levers(at, *facts.names, levers);
  const auto env = environment_of(facts, false);
  for (const auto& one : levers) {
    if (auto t = detail::threshold_in(e, at, facts, env, one)) {
      found.push_back(std::move(*t));
    }
  }
  return found;
}

NORMA_INLINE std::optional<threshold> shown_threshold(const expr::expression& e,
                                                      const bound_facts& facts) {
  const auto all = thresholds_of(e, e.tree, facts);
  for (const auto& one : all) {
    if (facts.names->fact(one.slot)->change != changeable::no) return one;
  }
  return all.empty() ? std::nullopt : std::optional{all.front()};
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/distance.hpp>

#include <algorithm>  // std::any_of
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/impl/comparison.ipp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/linear_form.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

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
    const bool closed = op == k::greater_equal || op == k::less_equal || op == k::equal;
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

NORMA_INLINE bool holds_between(const number& x, expr::node_kind op, const number& y) {
  using k = expr::node_kind;
  switch (op) {
    case k::greater_equal: return x >= y;
    case k::less_equal: return x <= y;
    case k::greater: return x > y;
    case k::less: return x < y;
    case k::not_equal: return x != y;
    default: return x == y;
  }
}

// What has to hold between two sides, and the conditions of the `if`s that
// lead there.
struct demanded_comparison {
  expr::node_kind op;
  const expr::node* left;
  const expr::node* right;
  std::vector<const expr::node*> through;
};

// The comparison that decides `n`, or the two of a range: both have to hold, or
// (`either`) one of them.
struct demand {
  std::vector<demanded_comparison> comparisons;
  bool either = false;
};

// Turned round if it must not hold.
NORMA_INLINE demand demanded_by(const expr::expression& e, const expr::node& at,
                                bool wanted, const expr::environment& env) {
  using k = expr::node_kind;
  std::vector<const expr::node*> through;
  const auto* n = &at;
  for (;;) {
    if (n->kind == k::call && n->name == "not") {
      wanted = !wanted;
      n = &n->children[0];
    } else if (n->kind == k::conditional) {
      const auto* taken = branch_taken(e, *n, env);
      if (taken == nullptr) return {};
      through.push_back(&n->children[0]);
      n = taken;
    } else {
      break;
    }
  }
  demand out;
  const auto add = [&](k op, const expr::node& right) {
    out.comparisons.push_back(
        {wanted ? op : opposite(op), &n->children[0], &right, through});
  };
  const bool one_test = n->kind == k::in && n->children.size() == 2;
  const auto* test = one_test ? &n->children[1] : nullptr;
  if (is_comparison(n->kind)) {
    add(n->kind, n->children[1]);
  } else if (n->kind == k::between) {
    add(k::greater_equal, n->children[1]);
    add(k::less_equal, n->children[2]);
  } else if (test != nullptr && test->kind == k::comparison_range) {
    add(test->comparison, test->children[0]);
  } else if (test != nullptr && test->kind == k::range) {
    add(test->low_included ? k::greater_equal : k::greater, test->children[0]);
    add(test->high_included ? k::less_equal : k::less, test->children[1]);
  }
  out.either = out.comparisons.size() > 1 && !wanted;
  return out;
}

// The values nearest to `bound` other than it, where the fact may go.
NORMA_INLINE std::vector<number> nearest_other(const number& current, const number& bound,
                                               const fact_definition& f) {
  const auto step = step_of(f);
  if (!step) return {};
  const auto above = on_step(bound, *step, rounding::floor) + *step;
  const auto below = on_step(bound, *step, rounding::ceiling) - *step;
  if (current > bound) return {above};
  if (current < bound) return {below};
  std::vector<number> found;
  if (f.change != changeable::down) found.push_back(above);
  const bool downwards = f.change == changeable::down || f.change == changeable::either;
  const bool counts = f.declared == fact_type::count || f.declared == fact_type::list ||
                      f.declared == fact_type::set;
  if (downwards && !(counts && below.sign() < 0)) found.push_back(below);
  return found;
}

// Finds where the comparison turns, as a function of one fact.
NORMA_INLINE void add_thresholds(const expr::expression& e, const demanded_comparison& at,
                                 const bound_facts& facts, const expr::environment& env,
                                 const lever& in, const lever_list& all,
                                 std::vector<threshold>& out) {
  const auto now =
      in.counted != nullptr ? expr::evaluate(e, *in.counted, env) : facts.slots[in.slot];
  if (now.num() == nullptr) return;
  // What rests on the fact, and where it stands, is found anew for each.
  const auto looked_at =
      1 + facts.names->derived.size() / 4 + all.computed.size() + all.levers.size();
  if (facts.account != nullptr && !counted_facts::takes(facts, looked_at)) return;
  const auto& current = *now.num();
  const linear_reader reader{facts, env, in, all.computed};
  const auto left = reader.read(e, *at.left);
  const auto right = reader.read(e, *at.right);
  if (!left || !right) return;
  // The fact must not lead to another branch.
  if (std::any_of(at.through.begin(), at.through.end(),
                  [&](const expr::node* n) { return reader.mentions(*n); })) {
    return;
  }
  const auto factor = left->factor - right->factor;
  const auto bound = divide(right->constant - left->constant, factor);
  if (!bound) return;
  const auto op = factor.sign() < 0 ? mirrored(at.op) : at.op;
  const auto& f = *facts.names->fact(in.slot);
  const bool holds = holds_between(current, op, *bound);
  const auto add = [&](const number& nearest) {
    auto gap = current - nearest;
    if ((gap.sign() < 0) == holds) gap = -gap;
    out.push_back({in.slot, in.counted != nullptr, in.counted, current, nearest, gap});
  };
  if (op == expr::node_kind::not_equal) {
    for (const auto& nearest : nearest_other(current, *bound, f)) add(nearest);
  } else if (const auto nearest = nearest_holding(op, *bound, step_of(f))) {
    add(*nearest);
  }
}

NORMA_INLINE std::vector<threshold> thresholds_of(const expr::expression& e,
                                                  const demanded_comparison& at,
                                                  const bound_facts& facts,
                                                  const expr::environment& env) {
  std::vector<threshold> found;
  const auto in = collect_levers(*at.left, *at.right, facts);
  for (const auto& one : in.levers) {
    const bool fixed = facts.names->fact(one.slot)->change == changeable::no;
    if (fixed && !found.empty()) continue;
    add_thresholds(e, at, facts, env, one, in, found);
  }
  return found;
}

}  // namespace detail

namespace detail {

// Whether a fact that breaks it may be changed until it holds.
NORMA_INLINE bool is_in_reach(const std::vector<threshold>& broken,
                              const bound_facts& facts) {
  return std::any_of(broken.begin(), broken.end(), [&](const threshold& t) {
    return may_go(*facts.names->fact(t.slot), t.nearest > t.current);
  });
}

// Of the two ends that a value has to lie beyond: the one that can be reached, else the
// nearer.
NORMA_INLINE bool is_easier(const std::vector<threshold>& one,
                            const std::vector<threshold>& other,
                            const bound_facts& facts) {
  const bool both_broken = one.front().by.sign() < 0 && other.front().by.sign() < 0;
  const bool reached = both_broken && is_in_reach(one, facts);
  if (both_broken && reached != is_in_reach(other, facts)) return reached;
  return other.front().by < one.front().by;
}

// A comparison that has no nearest value that passes may be what is broken.
NORMA_INLINE bool is_broken(const expr::expression& e, const demanded_comparison& at,
                            const expr::environment& env) {
  const auto left = expr::evaluate(e, *at.left, env);
  const auto right = expr::evaluate(e, *at.right, env);
  return left.num() != nullptr && right.num() != nullptr &&
         !holds_between(*left.num(), at.op, *right.num());
}

}  // namespace detail

// Of the two ends of a range the one that is broken, or nearer, counts; outside
// of it the one that is easier to keep to.
NORMA_INLINE std::vector<threshold> thresholds_of(const expr::expression& e,
                                                  const expr::node& at,
                                                  const bound_facts& facts, bool wanted) {
  const auto env = environment_of(facts, false);
  const auto demand = detail::demanded_by(e, at, wanted, env);
  std::vector<threshold> found;
  for (const auto& one : demand.comparisons) {
    auto other = detail::thresholds_of(e, one, facts, env);
    if (other.empty() && !demand.either && detail::is_broken(e, one, env)) return {};
    if (other.empty()) continue;
    const bool takes =
        found.empty() || (demand.either ? detail::is_easier(other, found, facts)
                                        : other.front().by < found.front().by);
    if (takes) found = std::move(other);
  }
  return found;
}

NORMA_INLINE std::optional<threshold> shown_threshold(const expr::expression& e,
                                                      const bound_facts& facts,
                                                      bool wanted) {
  const auto all = thresholds_of(e, e.tree, facts, wanted);
  for (const auto& one : all) {
    if (facts.names->fact(one.slot)->change != changeable::no) return one;
  }
  return all.empty() ? std::nullopt : std::optional{all.front()};
}

}  // namespace norma

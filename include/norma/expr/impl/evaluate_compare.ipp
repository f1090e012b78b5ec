// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/bounds.ipp>
#include <norma/expr/impl/evaluator.ipp>

// Comparison, `between` and `in`, which are the `and` and `or` they abbreviate.

namespace norma::expr::detail {

[[nodiscard]] inline bool holds(node_kind op, ordering c) {
  switch (op) {
    case node_kind::less: return c == ordering::less;
    case node_kind::less_equal: return c != ordering::greater;
    case node_kind::greater: return c == ordering::greater;
    default: return c != ordering::less;
  }
}

inline value evaluator::negation(value v) const {
  if (const auto* b = v.boolean()) return !*b;
  return v;
}

inline value evaluator::equal(const node& n, const value& a, const value& b,
                              bool strict) {
  cause_gatherer causes;
  equality same(env_.with_causes ? &causes : nullptr,
                most_steps_ - std::min(steps_, most_steps_));
  const auto result = same(a, b);
  if (!spend(same.steps())) return {};
  switch (result) {
    case sameness::no: return false;
    case sameness::yes: return true;
    case sameness::unknown: return value::unknown(causes.all());
    case sameness::mismatch: break;
  }
  if (!strict) return false;
  return fail_at(n, "N0702", {kind_of(a), kind_of(b)});
}

inline value evaluator::compare(const node& n, node_kind op, const value& a,
                                const value& b, const category_type* by, bool strict) {
  const auto* x = a.num();
  const auto* y = b.num();
  if (x != nullptr && y != nullptr) {
    if (op == node_kind::equal) return *x == *y;
    if (op == node_kind::not_equal) return !(*x == *y);
    if (!spend(order_cost(*x, *y))) return {};
    return holds(op, ordering_of(*x, *y));
  }
  if (a.is_unknown() || b.is_unknown())
    if (const auto decided = compare_bounds(op, a, b)) return *decided;
  if (op == node_kind::equal) return equal(n, a, b, strict);
  if (op == node_kind::not_equal) return negation(equal(n, a, b, strict));
  if (a.is_unknown() || b.is_unknown()) return unknown_of(a, b);
  if (!spend(texts_cost(a, b) + numbers_cost(a, b))) return {};
  const auto c = order(a, b, by);
  if (c != ordering::none) return holds(op, c);
  if (!strict) return false;
  return fail_at(n, "N0702", {kind_of(a), kind_of(b)});
}

inline value evaluator::comparison(const node& n) {
  value left_scratch, right_scratch;
  const value& left = ref(n.children[0], left_scratch);
  const value& right = ref(n.children[1], right_scratch);
  return compare(n, n.kind, left, right, n.checked_type.category.get());
}

inline value evaluator::between(const node& n) {
  const auto* by = n.checked_type.category.get();
  value scratch, low_scratch, high_scratch;
  const value& v = ref(n.children[0], scratch);
  const value& low = ref(n.children[1], low_scratch);
  const value& high = ref(n.children[2], high_scratch);
  logic both(false, env_.with_causes);
  both.add(compare(n, node_kind::greater_equal, v, low, by));
  both.add(compare(n, node_kind::less_equal, v, high, by));
  return both.result();
}

inline value evaluator::membership(const node& n) {
  value scratch;
  const value& subject = ref(n.children[0], scratch);
  if (n.index == tests_input) return input_tests(n, subject);
  if (n.children.size() == 2) return test(n, subject, n.children[1], false);
  logic any(true, env_.with_causes);
  for (std::size_t i = 1; i < n.children.size(); ++i)
    any.add(test(n, subject, n.children[i], false));
  return any.result();
}

/// Those that look at `?` are conditions, the others tests as ever.
inline value evaluator::input_tests(const node& n, const value& subject) {
  const auto* outer = subject_;
  logic any(true, env_.with_causes);
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    const auto& one = n.children[i];
    const bool condition = looks_at_input(one);
    subject_ = condition ? &subject : outer;
    any.add(condition ? eval(one) : test(n, subject, one, false));
  }
  subject_ = outer;
  return any.result();
}

/// A test as it is written: ranges and lists are gone through without being
/// made into values.
inline value evaluator::test(const node& at, const value& subject, const node& t,
                             bool in_list) {
  value scratch, high_scratch;
  switch (t.kind) {
    case node_kind::range: {
      const value& low = ref(t.children[0], scratch);
      const value& high = ref(t.children[1], high_scratch);
      return test_ends(at, subject, &low, t.low_included, &high, t.high_included,
                       in_list);
    }
    case node_kind::comparison_range: {
      const value& end = ref(t.children[0], scratch);
      if (t.comparison == node_kind::equal) return equal(at, subject, end, false);
      if (t.comparison == node_kind::not_equal)
        return negation(equal(at, subject, end, false));
      return test_order(at, t.comparison, subject, end, in_list);
    }
    case node_kind::list: {
      if (subject.list() != nullptr) break;  // may be equal as a whole, too
      logic any(true, env_.with_causes);
      for (const auto& element : t.children) any.add(test(at, subject, element, true));
      return any.result();
    }
    case node_kind::call:
      // The commonest test of a date needs no range.
      if (subject.day() != nullptr && t.name == "last" && t.children.size() == 1) {
        const auto within =
            is_within(*subject.day(), ref(t.children[0], scratch), env_.as_of);
        if (within) return *within;
      }
      break;
    default: break;
  }
  return test_value(at, subject, ref(t, scratch), in_list);
}

inline value evaluator::test_value(const node& at, const value& subject, const value& t,
                                   bool in_list) {
  if (const auto* r = t.range()) {
    const auto* low = r->low ? &*r->low : nullptr;
    const auto* high = r->high ? &*r->high : nullptr;
    if (r->negated) return negation(equal(at, subject, *low, false));
    // `(= x)` as a value: x may be of a kind without order.
    if (r->equal && (kind_of(*low) & k_ordered) == 0 && !low->is_null())
      return equal(at, subject, *low, false);
    return test_ends(at, subject, low, r->low_included, high, r->high_included, in_list);
  }
  const auto* list = t.list();
  if (list == nullptr) return equal(at, subject, t, false);
  logic any(true, env_.with_causes);
  if (subject.list() != nullptr) any.add(equal(at, subject, t, false));
  for (const auto& element : *list) {
    if (any.decided() || !spend(1)) break;
    any.add(test_value(at, subject, element, true));
  }
  return any.result();
}

inline value evaluator::test_order(const node& at, node_kind op, const value& a,
                                   const value& b, bool in_list) {
  // Within a list a value of another kind is just none of it.
  return compare(at, op, a, b, at.checked_type.category.get(), !in_list);
}

inline value evaluator::test_ends(const node& at, const value& subject, const value* low,
                                  bool low_included, const value* high,
                                  bool high_included, bool in_list) {
  logic both(false, env_.with_causes);
  if (low != nullptr)
    both.add(test_order(at, low_included ? node_kind::greater_equal : node_kind::greater,
                        subject, *low, in_list));
  if (high != nullptr)
    both.add(test_order(at, high_included ? node_kind::less_equal : node_kind::less,
                        subject, *high, in_list));
  return both.result();
}

}  // namespace norma::expr::detail

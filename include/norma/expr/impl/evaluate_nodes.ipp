// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/expr/impl/evaluator.ipp>
#include <norma/expr/impl/instance_type.ipp>

// Connectives, conditionals and the making of values.

namespace norma::expr::detail {

inline value evaluator::fail(std::string_view code,
                             std::initializer_list<error_word> words) {
  // Numbers that it names count whether they are written or not.
  for (const auto& word : words)
    if (const auto* n = word.shown != nullptr ? amount_in(*word.shown) : nullptr)
      static_cast<void>(spend(writing_of(*n)));
  if (exhausted_) return {};  // follows from not having looked; finish() says so
  std::vector<std::string> arguments;
  if (env_.through == door::feel ? env_.diagnostics != nullptr : env_.with_causes)
    for (const auto& word : words) arguments.push_back(word.text());
  return error(code, std::move(arguments));
}

inline value evaluator::error(std::string_view code, std::vector<std::string> arguments) {
  if (env_.through == door::feel) {
    if (env_.diagnostics != nullptr)
      tell_once({std::string(code),
                 std::move(arguments),
                 expression_.where.span(expression_.text, at_->begin, at_->end),
                 {}});
    return {};
  }
  if (!env_.with_causes) return value::unknown();
  cause why;
  why.kind = cause_kind::data_error;
  why.code = code;
  why.arguments = std::move(arguments);
  return value::unknown(one_cause(std::move(why)));
}

/// The same words of the same place are told once, however often they are met.
inline void evaluator::tell_once(diagnostic d) {
  auto& told = *env_.diagnostics;
  if (told.size() >= env_.bounds.diagnostics_per_file) return;
  const bool known = std::any_of(told.begin(), told.end(), [&](const diagnostic& other) {
    return other.where.begin == d.where.begin && other.where.end == d.where.end &&
           other.code == d.code && other.arguments == d.arguments;
  });
  if (!known) told.push_back(std::move(d));
}

inline value evaluator::bounded(const node& n, value v) {
  weight cost;
  // The list itself is no element of it.
  const auto most = env_.bounds.list_items + 1;
  weigh(v, most, env_.bounds.expression_depth, cost);
  if (!spend(cost.items + cost.held)) return {};
  if (cost.too_deep) return fail_at(n, "N0723", {env_.bounds.expression_depth});
  if (cost.items > most) return fail_at(n, "N0709", {env_.bounds.list_items});
  return v;
}

inline value evaluator::compute(const node& n) {
  if (!spend(1)) return {};
  switch (n.kind) {
    case node_kind::as_of: return env_.as_of;
    case node_kind::call: return call(n);
    case node_kind::negate: return negate(n);
    case node_kind::add:
    case node_kind::subtract:
    case node_kind::multiply:
    case node_kind::divide:
    case node_kind::power: return arithmetic(n);
    case node_kind::conjunction: return connective(n, false);
    case node_kind::disjunction: return connective(n, true);
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal: return comparison(n);
    case node_kind::between: return between(n);
    case node_kind::in: return membership(n);
    case node_kind::range: return make_range(n);
    case node_kind::comparison_range: return make_comparison_range(n);
    case node_kind::list: return make_list(n);
    case node_kind::filter: return filter(n);
    case node_kind::conditional: return conditional(n);
    case node_kind::for_each: return for_each(n);
    case node_kind::some:
    case node_kind::every: return quantified(n, 0);
    case node_kind::instance_of: return instance_of(n);
    case node_kind::any_test: return true;
    case node_kind::unary_tests:
    case node_kind::input: return fail_at(n, "N0707", {"?"});
    case node_kind::literal:
    case node_kind::name:
    case node_kind::path: break;
  }
  return eval(n);
}

inline value evaluator::connective(const node& n, bool decisive) {
  logic both(decisive, env_.with_causes);
  for (const auto& child : n.children) {
    value scratch;
    both.add(ref(child, scratch));
  }
  return both.result();
}

inline value evaluator::conditional(const node& n) {
  value scratch;
  const value& condition = ref(n.children[0], scratch);
  if (condition.is_unknown()) return unknown_of(condition, condition);
  const auto* known = condition.boolean();
  return eval(n.children[known != nullptr && *known ? 1 : 2]);
}

inline value evaluator::make_range(const node& n) {
  range_value result;
  result.low = eval(n.children[0]);
  result.high = eval(n.children[1]);
  if (result.low->is_unknown() || result.high->is_unknown())
    return unknown_of(*result.low, *result.high);
  const auto* by = n.checked_type.category.get();
  if (!spend(numbers_cost(*result.low, *result.high))) return {};
  if (!result.low->is_null() && !result.high->is_null() &&
      order(*result.low, *result.high, by) == ordering::none)
    return fail_at(n, "N0702", {kind_of(*result.low), kind_of(*result.high)});
  result.low_included = n.low_included;
  result.high_included = n.high_included;
  return result;
}

inline value evaluator::make_comparison_range(const node& n) {
  auto end = eval(n.children[0]);
  if (end.is_unknown()) return unknown_of(end, end);
  range_value result;
  switch (n.comparison) {
    case node_kind::less:
    case node_kind::less_equal:
      result.high = std::move(end);
      result.high_included = n.comparison == node_kind::less_equal;
      return result;
    case node_kind::greater:
    case node_kind::greater_equal:
      result.low = std::move(end);
      result.low_included = n.comparison == node_kind::greater_equal;
      return result;
    default:
      result.low = end;
      result.high = std::move(end);
      result.negated = n.comparison == node_kind::not_equal;
      result.equal = !result.negated;
      result.low_included = result.high_included = result.equal;
      return result;
  }
}

inline value evaluator::make_list(const node& n) {
  list_value list;
  list.reserve(n.children.size());
  for (const auto& child : n.children) list.push_back(eval(child));
  return bounded(n, std::move(list));
}

inline value evaluator::instance_of(const node& n) {
  value scratch;
  const value& v = ref(n.children[0], scratch);
  if (v.is_unknown()) return unknown_of(v, v);
  const auto wanted = read_type(n.name);
  if (!wanted) return fail_at(n, "N0714", {"instance of", n.name});
  // `list<number>` asks what the elements are.
  bool some_unknown = false;
  cause_gatherer causes;
  if (!wanted->of.empty()) gather_unknown(v, true, some_unknown, causes);
  return some_unknown ? value::unknown(causes.all()) : value{is_instance(v, *wanted)};
}

}  // namespace norma::expr::detail

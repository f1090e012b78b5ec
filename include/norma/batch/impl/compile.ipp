// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/compile_checks.ipp>
#include <norma/batch/impl/compile_dates.ipp>
#include <norma/batch/impl/compile_derived.ipp>
#include <norma/batch/impl/compile_facts.ipp>
#include <norma/batch/impl/compile_linear.ipp>
#include <norma/batch/impl/compile_pools.ipp>
#include <norma/batch/impl/compile_words.ipp>

// Conditions that are true or false: connectives and comparisons.

namespace norma::batch::detail {

inline step_ptr condition_compiler::join(bool conjunction, step_ptr a, step_ptr b) {
  if (!a || !b) return nullptr;
  std::vector<step_ptr> both;
  both.push_back(std::move(a));
  both.push_back(std::move(b));
  return std::make_unique<join_step>(conjunction, std::move(both));
}

inline step_ptr condition_compiler::negate(step_ptr a) {
  if (!a) return nullptr;
  return std::make_unique<not_step>(std::move(a));
}

inline step_ptr condition_compiler::fact(std::uint32_t slot) {
  start();
  const auto place = read_slot(slot);
  if (!place) return nullptr;
  return std::make_unique<boolean_step>(*place);
}

inline step_ptr condition_compiler::step_for(const node& n) {
  if (is_closed(n)) {
    const value v = closed_value(n);
    const bool* b = v.boolean();
    return std::make_unique<constant_step>(b != nullptr && *b, b != nullptr && !*b);
  }
  switch (n.kind) {
    case node_kind::name:
    case node_kind::path: {
      const auto place = named(n);
      if (!place || definition(*place)->declared != fact_type::boolean) return nullptr;
      return std::make_unique<boolean_step>(*place);
    }
    case node_kind::conjunction:
    case node_kind::disjunction: {
      step_ptr left = truth(n.children[0]);
      if (!left) return nullptr;
      return join(n.kind == node_kind::conjunction, std::move(left),
                  truth(n.children[1]));
    }
    case node_kind::call:
      if (n.name == "not" && n.children.size() == 1) return negate(truth(n.children[0]));
      return nullptr;
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal: return compare(n.kind, n.children[0], n.children[1]);
    case node_kind::between: {
      step_ptr low = compare(node_kind::greater_equal, n.children[0], n.children[1]);
      if (!low) return nullptr;
      return join(true, std::move(low),
                  compare(node_kind::less_equal, n.children[0], n.children[2]));
    }
    case node_kind::in: return is_in(n);
    case node_kind::conditional: {
      step_ptr condition = truth(n.children[0]);
      step_ptr then = condition ? truth(n.children[1]) : nullptr;
      step_ptr otherwise = then ? truth(n.children[2]) : nullptr;
      if (!otherwise) return nullptr;
      return std::make_unique<choice_step>(std::move(condition), std::move(then),
                                           std::move(otherwise));
    }
    case node_kind::some:
    case node_kind::every: return quantifier(n);
    default: return nullptr;
  }
}

inline step_ptr condition_compiler::compare(node_kind kind, const node& left,
                                            const node& right) {
  if (is_closed(left) && !is_closed(right)) return compare(turned(kind), right, left);
  const bool equality = kind == node_kind::equal || kind == node_kind::not_equal;
  const for_now matters(null_matters_, null_matters_ || equality);
  return compare_sides(kind, left, right);
}

inline step_ptr condition_compiler::compare_sides(node_kind kind, const node& left,
                                                  const node& right) {
  if (is_closed(right) && closed_value(right).is_null()) {
    return compare_null(kind, left);
  }
  const bool shares = left.kind == node_kind::divide && !is_closed(left.children[1]);
  if (shares || (left.kind == node_kind::call && left.name == "rate")) {
    return compare_ratio(kind, left, right);
  }
  if (left.kind == node_kind::call && left.name == "count") {
    const text before = why_;
    if (step_ptr step = compare_count(kind, left, right)) return step;
    why_ = before;
  }
  if (const auto place = named(left)) {
    const fact_definition& f = *definition(*place);
    if (f.declared == fact_type::category && is_closed(right)) {
      return compare_category(kind, *place, *f.type.category, right);
    }
    if (f.declared == fact_type::category || f.declared == fact_type::text) {
      return compare_words(kind, *place, right);
    }
    if (f.declared == fact_type::boolean) return compare_booleans(kind, *place, right);
  }
  auto a = linear(left);
  auto b = a ? linear(right) : std::nullopt;
  return b ? compare_forms(kind, *std::move(a), *b) : nullptr;
}

}  // namespace norma::batch::detail

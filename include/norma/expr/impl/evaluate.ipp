// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/evaluate.hpp>

#include <algorithm>  // std::all_of, std::max, std::min
#include <string>     // std::string, std::to_string
#include <utility>    // std::move

#include <norma/core/message.hpp>
#include <norma/expr/impl/evaluate_arithmetic.ipp>
#include <norma/expr/impl/evaluate_calls.ipp>
#include <norma/expr/impl/evaluate_compare.ipp>
#include <norma/expr/impl/evaluate_elements.ipp>
#include <norma/expr/impl/evaluate_lists.ipp>
#include <norma/expr/impl/evaluate_nodes.ipp>
#include <norma/expr/impl/evaluate_paths.ipp>
#include <norma/expr/impl/evaluate_property.ipp>

namespace norma::expr::detail {

/// The file and line of an expression of a file, behind what is said of it.
[[nodiscard]] inline std::string place_behind(const expression& e) {
  if (!e.where.file || e.where.file->name().empty()) return {};
  // Without folders: a report is the same wherever the pack lies.
  const std::string& path = e.where.file->name();
  const auto place = path.substr(path.find_last_of('/') + 1) + ':' +
                     std::to_string(e.where.file->position(e.where.offset).line);
  return text_argument({"（" + place + "）", " (" + place + ')'});
}

inline value evaluator::finish(value v) {
  if (exhausted_) {
    // Whatever came out, it was not all looked at.
    exhausted_ = false;
    const auto met =
        steps_ > env_.bounds.evaluation_steps ? step_limit::of_one : step_limit::of_all;
    if (env_.account != nullptr) env_.account->stop(met);
    auto why = error_of(met, env_.bounds, place_behind(expression_));
    at_ = &expression_.tree;
    v = error(why.code, std::move(why.arguments));
  }
  if (!env_.with_causes && v.is_unknown())
    return value{unknown_value{nullptr, v.partial()}};
  return v;
}

inline value evaluator::run_tests(const node& tests, const value& subject) {
  if (tests.kind == node_kind::any_test) return true;
  subject_ = &subject;
  logic any(true, env_.with_causes);
  for (const auto& one : tests.children) {
    if (tests.index == tests_input && looks_at_input(one))
      any.add(eval(one));
    else
      any.add(test(tests, subject, one, false));
  }
  return finish(tests.negated ? negation(any.result()) : any.result());
}

/// True if of a subject of which nothing is known nothing follows: each test compares
/// it with what is written there. The cells of tables are most often such.
[[nodiscard]] inline bool leave_open(const node& tests) {
  const auto plain = [](const node& n) { return n.kind == node_kind::literal; };
  return tests.kind == node_kind::unary_tests && tests.index != tests_input &&
         !tests.children.empty() &&
         std::all_of(tests.children.begin(), tests.children.end(), [&](const node& one) {
           const bool range =
               one.kind == node_kind::range || one.kind == node_kind::comparison_range;
           return plain(one) ||
                  (range && std::all_of(one.children.begin(), one.children.end(), plain));
         });
}

[[nodiscard]] inline const node* find_rate_below(const node& n) {
  if (n.kind == node_kind::call && n.index == call_rate && n.children.size() == 2)
    return &n;
  for (const auto& child : n.children)
    if (const auto* found = find_rate_below(child)) return found;
  return nullptr;
}

}  // namespace norma::expr::detail

namespace norma::expr {

NORMA_INLINE value evaluate(const expression& e, const environment& env) {
  return detail::evaluator(e, env).run(e.tree);
}

NORMA_INLINE value evaluate(const expression& e, const node& at, const environment& env) {
  return detail::evaluator(e, env).run(at);
}

NORMA_INLINE value evaluate_tests(const expression& tests, const value& subject,
                                  const environment& env) {
  if (subject.is_unknown() && bounds_of(subject) == nullptr &&
      detail::leave_open(tests.tree))
    return value::unknown(env.with_causes ? subject.causes() : nullptr);
  return detail::evaluator(tests, env).run_tests(tests.tree, subject);
}

NORMA_INLINE std::optional<elements_seen> elements_of(const expression& e, const node& at,
                                                      const environment& env) {
  return detail::evaluator(e, env).elements(at);
}

NORMA_INLINE step_error error_of(step_limit met, const limits& bounds,
                                 std::string place) {
  if (met == step_limit::of_one)
    return {"N0710", {std::to_string(bounds.evaluation_steps), std::move(place)}};
  return {"N0725", {std::to_string(bounds.assessment_steps)}};
}

NORMA_INLINE truth to_truth(const value& v) {
  const auto* known = v.boolean();
  return known != nullptr ? truth_of(*known) : truth::unknown;
}

NORMA_INLINE const node* find_rate(const expression& e) {
  return detail::find_rate_below(e.tree);
}

NORMA_INLINE rate_guard guard_of_rate(const expression& e, const environment& env) {
  const auto* rate = find_rate(e);
  if (rate == nullptr) return {};
  // Evaluating the comparison reports the same errors.
  auto silent = env;
  silent.diagnostics = nullptr;
  return detail::evaluator(e, silent).guard(*rate);
}

NORMA_INLINE truth equals(const value& a, const value& b) {
  switch (detail::equality()(a, b)) {
    case detail::sameness::no: return truth::no;
    case detail::sameness::yes: return truth::yes;
    default: return truth::unknown;
  }
}

}  // namespace norma::expr

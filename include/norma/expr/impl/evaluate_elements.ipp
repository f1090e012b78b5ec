// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/evaluator.ipp>

// What a quantifier or a filter looks at, element by element.

namespace norma::expr::detail {

inline std::optional<std::vector<element_truth>> evaluator::elements(const node& n) {
  const bool quantifies = n.kind == node_kind::some || n.kind == node_kind::every;
  if (!quantifies && n.kind != node_kind::filter) return std::nullopt;
  if (n.children.size() != 2) return std::nullopt;
  const auto& condition = n.children[1];
  if (!quantifies && condition.checked_type.kind != type_kind::boolean)
    return std::nullopt;
  const auto domain = go_through(n.children[0]);
  if (domain.stopped) return std::nullopt;
  std::vector<element_truth> found;
  for (std::size_t i = 0; i < domain.size() && spend(1); ++i) {
    value scratch;
    const value& element = domain.at(i, scratch);
    // Fields are found where the filter's element stands, iterators by place.
    auto& frame = quantifies ? locals_ : elements_;
    frame.push_back(&element);
    const auto holds = to_truth(eval(condition));
    frame.pop_back();
    // Of one that may not belong, only what leaves the whole as it is counts.
    const auto leaves = truth_of(n.kind == node_kind::every);
    const bool open = domain.is_maybe(i) && holds != leaves;
    found.push_back({element, open ? truth::unknown : holds});
  }
  return found;
}

}  // namespace norma::expr::detail

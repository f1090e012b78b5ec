// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/evaluator.ipp>
#include <norma/expr/impl/records_ahead.ipp>

// What a quantifier or a filter looks at, element by element.

namespace norma::expr::detail {

inline std::optional<elements_seen> evaluator::elements(const node& n) {
  const bool quantifies = n.kind == node_kind::some || n.kind == node_kind::every;
  if (!quantifies && n.kind != node_kind::filter) return std::nullopt;
  if (n.children.size() != 2) return std::nullopt;
  const auto& condition = n.children[1];
  if (!quantifies && condition.checked_type.kind != type_kind::boolean)
    return std::nullopt;
  const auto domain = go_through(n.children[0]);
  if (domain.stopped) return std::nullopt;
  elements_seen seen;
  auto& found = seen.elements;
  // Of one that may not belong, only what leaves the whole as it is counts.
  const auto leaves = truth_of(n.kind == node_kind::every);
  const auto look_at = [&](const value& element, bool maybe) {
    // Fields are found where the filter's element stands, iterators by place.
    auto& frame = quantifies ? locals_ : elements_;
    frame.push_back(&element);
    const auto holds = to_truth(eval(condition));
    frame.pop_back();
    if (exhausted_) return;  // not looked at to its end
    found.push_back({element, maybe && holds != leaves ? truth::unknown : holds, false});
  };
  const records_ahead ahead(domain.items(), condition);
  for (std::size_t i = 0; i < domain.size() && spend(1); ++i) {
    ahead.reach(i);
    value scratch;
    look_at(domain.at(i, scratch), domain.is_maybe(i));
  }
  if (const auto* rest = exhausted_ ? nullptr : domain.rest()) {
    look_at(rest->element, rest->maybe || !rest->count);
    if (!exhausted_) found.back().unreported = true;
  }
  seen.all = !exhausted_;
  return seen;
}

}  // namespace norma::expr::detail

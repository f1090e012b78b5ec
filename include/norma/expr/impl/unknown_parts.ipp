// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/value/number_steps.hpp>
#include <norma/value/value.hpp>

// What is unknown in a value that is looked at as a whole.

namespace norma::expr::detail {

using norma::detail::bound_cost;
using norma::detail::cost_of;
using norma::detail::order_cost;
using norma::detail::rounding_cost;
using norma::detail::sameness_cost;
using norma::detail::work_of;
using norma::detail::writing_of;

/// Bytes of a text that are looked at in one step.
inline constexpr std::size_t text_bytes_a_step = 128;

/// The number that is reckoned with, or null.
[[nodiscard]] inline const number* amount_in(const value& v) {
  const auto* d = v.days();
  return d != nullptr ? &d->seconds : v.num();
}

/// Visits the unknown values in `v`: itself, elements of a list all through, and where
/// `deep` ends of ranges and fields of records. `spend` is told the steps that it takes
/// and is false once they are too many.
template <class Spend, class Visit>
void visit_unknown(const value& v, bool deep, const Spend& spend, const Visit& visit) {
  const auto look = [&](const value& part) { visit_unknown(part, deep, spend, visit); };
  if (v.is_unknown()) {
    visit(v);
  } else if (const auto* list = v.list()) {
    if (!spend(list->size())) return;
    for (const auto& element : *list) look(element);
  } else if (const auto* n = amount_in(v)) {
    static_cast<void>(spend(cost_of(*n)));
  } else if (const auto* s = v.string()) {
    static_cast<void>(spend(s->size() / text_bytes_a_step));
  } else if (const auto* range = deep ? v.range() : nullptr) {
    if (range->low) look(*range->low);
    if (range->high) look(*range->high);
  } else if (const auto* record = deep ? v.record() : nullptr) {
    for (const auto& field : record->fields) look(field);
  }
}

}  // namespace norma::expr::detail

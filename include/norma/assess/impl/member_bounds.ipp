// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is known of an unknown number of a unit that is an element of a list: by its
// declaration, by what it is computed from, and by checks.

#include <cstdint>   // std::uint32_t
#include <memory>    // std::shared_ptr
#include <optional>  // std::nullopt
#include <utility>   // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/examine.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

// What a check says of one side where the other is known.
[[nodiscard]] inline number_bounds bounds_by(const check_bound& by,
                                             const bound_facts& own) {
  using expr::node_kind;
  const auto& check = own.names->fact(by.declared)->checks[by.check];
  const auto other =
      expr::evaluate(check, check.tree.children[1 - by.side], environment_of(own, false));
  const auto* n = other.num();
  if (n == nullptr) return {};
  if (check.tree.kind == node_kind::equal) return {*n, *n};
  const bool at_most = (check.tree.kind == node_kind::less_equal) == (by.side == 0);
  if (at_most) return {std::nullopt, *n};
  return {*n, std::nullopt};
}

// The value of a fact, with bounds where it is an unknown number.
[[nodiscard]] inline value bounded_field(
    const bound_facts& own, const member_view& view, std::uint32_t slot,
    const std::shared_ptr<const partial_value>& declared) {
  const auto& f = *own.names->fact(slot);
  const auto& v = own.slots[slot];
  if (!v.is_unknown() || !surely_number(f) || in_error(v)) return v;
  auto bounds = declared ? *declared->bounds : number_bounds{};
  const auto before = bounds;
  const auto narrow = [&bounds](const number_bounds& by) {
    if (by.low && (!bounds.low || *bounds.low < *by.low)) bounds.low = by.low;
    if (by.high && (!bounds.high || *by.high < *bounds.high)) bounds.high = by.high;
  };
  const auto* computed = bounds_of(v);
  if (computed != nullptr) narrow(*computed);
  for (const auto& one : view.bounds) {
    if (one.fact == slot) narrow(bounds_by(one, own));
  }
  if (bounds.low && bounds.high && *bounds.high < *bounds.low) {
    const auto path = own.place + f.name;
    return data_error(path, "N0750",
                      {path, bounds.low->to_string(), bounds.high->to_string()});
  }
  if (computed != nullptr && bounds == *computed) return v;  // they hold anywhere
  if (bounds == before) {
    return declared ? value{unknown_value{v.causes(), declared}} : v;
  }
  partial_value narrowed;
  narrowed.bounds = std::move(bounds);
  narrowed.in_aggregate_only = true;
  return value::unknown(v.causes(), std::move(narrowed));
}

}  // namespace norma::detail

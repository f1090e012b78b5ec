// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::nullopt

#include <norma/load/impl/ratio_checks.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/table.hpp>

// The column of a table that bands are read as.

namespace norma::load_detail {

/// What the value of bands can be at all: a count is whole and not negative, a
/// fact what its range says, a rate of such numbers not negative and at most 1
/// where a check says that its parts are of its whole.
[[nodiscard]] inline table_input scored_input(const expr::expression& of,
                                              const vocabulary& words) {
  table_input input{of.text, "", of.result, false, std::nullopt};
  const auto at_least_0 = [&](const expr::node& n) {
    if (n.kind == expr::node_kind::call) return n.name == "count";
    if (n.kind != expr::node_kind::name || n.bound != expr::binding::slot) return false;
    const fact_definition* f = words.fact(n.index);
    if (f == nullptr) return false;
    if (!f->range) return f->declared == fact_type::count;
    const auto* low = f->range->low ? f->range->low->num() : nullptr;
    return low != nullptr && low->sign() >= 0;
  };
  const expr::node& top = of.tree;
  range_value range;
  range.low = value{number{}};
  range.low_included = true;
  if (top.kind == expr::node_kind::name && top.bound == expr::binding::slot) {
    const fact_definition* f = words.fact(top.index);
    input.whole = f != nullptr && f->declared == fact_type::count;
    if (f != nullptr && f->range)
      input.range = f->range;
    else if (input.whole)
      input.range = range;
  } else if (top.kind == expr::node_kind::call && top.name == "count") {
    input.whole = true;
    input.range = range;
  } else if (is_share(top, words)) {
    const expr::node& part = top.children[0];
    const expr::node& whole = top.children[1];
    if (!at_least_0(part) || !at_least_0(whole)) return input;
    const bool slots =
        part.kind == expr::node_kind::name && whole.kind == expr::node_kind::name;
    if (slots && is_part_of(part.index, whole.index, words)) {
      range.high = value{number{1}};
      range.high_included = true;
    }
    input.range = range;
  }
  return input;
}

}  // namespace norma::load_detail

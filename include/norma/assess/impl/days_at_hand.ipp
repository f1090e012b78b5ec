// SPDX-License-Identifier: Apache-2.0
#pragma once

// The days and spans that conditions look at, in their text and in facts.

#include <algorithm>  // std::all_of
#include <optional>   // std::optional
#include <set>        // std::set
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/examine.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/value/duration.hpp>

namespace norma::detail {

struct days_at_hand {
  std::set<date> dates;
  std::vector<duration> spans;

  void add(const value& v) {
    if (const auto* d = v.day()) dates.insert(*d);
    if (const auto* m = v.months()) spans.emplace_back(*m);
    if (const auto* d = v.days()) spans.emplace_back(*d);
    if (const auto* r = v.range()) {
      if (r->low) add(*r->low);
      if (r->high) add(*r->high);
    }
    if (const auto* items = v.list()) {
      for (const auto& item : *items) add(item);
    }
    if (const auto* r = v.record()) {
      for (const auto& field : r->fields) add(field);
    }
  }

  // What the text of the condition says.
  void add(const expr::expression& e, const bound_facts& facts) {
    add_literals(e.tree, facts);
  }

 private:
  void add_literals(const expr::node& n, const bound_facts& facts) {
    if (n.kind == expr::node_kind::literal) {
      add(n.literal);
    } else if (n.kind == expr::node_kind::call && n.bound == expr::binding::unresolved) {
      add_constant(n, facts);
    }
    for (const auto& child : n.children) add_literals(child, facts);
  }

  // `duration("P1Y")`, `date("2023-06-30")`
  void add_constant(const expr::node& n, const bound_facts& facts) {
    using t = expr::type_kind;
    const auto kind = n.checked_type.kind;
    const bool dated = kind == t::date || kind == t::months_duration ||
                       kind == t::days_duration || kind == t::duration;
    if (!dated || !is_constant(n)) return;
    expr::expression alone;
    alone.tree = n;
    add(expr::evaluate(alone, environment_of(facts, false)));
  }
  [[nodiscard]] static bool is_constant(const expr::node& n) {
    using k = expr::node_kind;
    return n.kind != k::name && n.kind != k::as_of && n.kind != k::input &&
           std::all_of(n.children.begin(), n.children.end(), is_constant);
  }
};

// The day one span later, or earlier; nothing where the span counts no whole days.
[[nodiscard]] inline std::optional<date> moved(date from, const duration& span,
                                               bool later) {
  if (const auto* m = std::get_if<months_duration>(&span)) {
    const auto by = later ? std::optional{*m} : m->negated();
    return by ? from.plus_months(by->months) : std::nullopt;
  }
  const auto& seconds = std::get<days_duration>(span).seconds;
  const auto by = days_duration{later ? seconds : -seconds}.whole_days();
  return by ? from.plus_days(*by) : std::nullopt;
}

}  // namespace norma::detail

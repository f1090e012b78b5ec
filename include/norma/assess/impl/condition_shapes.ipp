// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tree of a condition is, before anything is told of it.

#include <algorithm>    // std::any_of
#include <string_view>  // std::string_view

#include <norma/expr/ast.hpp>
#include <norma/expr/type.hpp>

namespace norma::detail {

// A day, a time or a duration.
inline bool is_moment(expr::type_kind kind) {
  using t = expr::type_kind;
  return kind == t::date || kind == t::time || kind == t::date_time ||
         kind == t::months_duration || kind == t::days_duration || kind == t::duration;
}

// Inside an iterator or a filter a name has no value of its own.
inline bool has_local(const expr::node& n) {
  if (n.kind == expr::node_kind::name && n.bound != expr::binding::slot) return true;
  return std::any_of(n.children.begin(), n.children.end(), has_local);
}

inline bool has_slot(const expr::node& n) {
  if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot) return true;
  return std::any_of(n.children.begin(), n.children.end(), has_slot);
}

inline bool mentions(const expr::node& n, std::string_view name) {
  if (n.kind == expr::node_kind::name && n.name == name) return true;
  return std::any_of(n.children.begin(), n.children.end(),
                     [name](const expr::node& child) { return mentions(child, name); });
}

// A year is no amount: 2024, not 2,024.
inline bool is_year(const expr::node& n) {
  using k = expr::node_kind;
  if (n.kind == k::path) {
    const auto of = n.children[0].checked_type.kind;
    return n.name == "year" &&
           (of == expr::type_kind::date || of == expr::type_kind::date_time);
  }
  if (n.kind == k::conditional) return is_year(n.children[1]) || is_year(n.children[2]);
  if (n.kind == k::add) return is_year(n.children[0]) || is_year(n.children[1]);
  return n.kind == k::subtract && is_year(n.children[0]) && !is_year(n.children[1]);
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of

#include <norma/expr/ast.hpp>

// Where a printed tree needs brackets.

namespace norma::expr::detail {

/// How tightly a construct binds; an operand that binds less than its place
/// demands stands in brackets.
enum class tightness : unsigned char {
  statement,  ///< if, for, some, every: as far to the right as possible
  disjunction,
  conjunction,
  comparison,
  sum,
  product,
  power,
  sign,
  postfix,
  primary,
  bracket,  ///< demanded where nothing but brackets will do
};

[[nodiscard]] constexpr tightness tighter(tightness s) {
  return static_cast<tightness>(static_cast<unsigned char>(s) + 1);
}

/// True if the literal is written with its digits, so that a `-` before it
/// would become part of it.
[[nodiscard]] inline bool begins_with_digit(const node& n) {
  return n.kind == node_kind::literal && (n.literal.num() != nullptr || !n.name.empty());
}

[[nodiscard]] inline tightness tightness_of(const node& n) {
  switch (n.kind) {
    case node_kind::conditional:
    case node_kind::for_each:
    case node_kind::some:
    case node_kind::every: return tightness::statement;
    case node_kind::disjunction: return tightness::disjunction;
    case node_kind::conjunction: return tightness::conjunction;
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal:
    case node_kind::between:
    case node_kind::in:
    case node_kind::instance_of: return tightness::comparison;
    case node_kind::add:
    case node_kind::subtract: return tightness::sum;
    case node_kind::multiply:
    case node_kind::divide: return tightness::product;
    case node_kind::power: return tightness::power;
    case node_kind::negate: return tightness::sign;
    case node_kind::literal: {
      const number* value = n.literal.num();
      if (value != nullptr && !value->terminates()) return tightness::product;
      const bool negative =
          n.name.empty() ? value != nullptr && value->sign() < 0 : n.name[0] == '-';
      return negative ? tightness::sign : tightness::primary;
    }
    case node_kind::path:
    case node_kind::filter: return tightness::postfix;
    default: return tightness::primary;
  }
}

[[nodiscard]] inline bool holds_filter(const node& n) {
  return n.kind == node_kind::filter ||
         std::any_of(n.children.begin(), n.children.end(), holds_filter);
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <norma/expr/parse.hpp>

#include "catch.hpp"

// Trees as text that shows every bracket, for tests.

namespace norma::expr {

/// The word that stands for a kind of node, an operator's sign among them.
inline std::string word_of(node_kind kind) {
  switch (kind) {
    case node_kind::as_of: return "as_of";
    case node_kind::input: return "?";
    case node_kind::path: return "path";
    case node_kind::call: return "call";
    case node_kind::negate: return "neg";
    case node_kind::between: return "between";
    case node_kind::in: return "in";
    case node_kind::range: return "range";
    case node_kind::comparison_range: return "test";
    case node_kind::list: return "list";
    case node_kind::filter: return "filter";
    case node_kind::conditional: return "if";
    case node_kind::for_each: return "for";
    case node_kind::some: return "some";
    case node_kind::every: return "every";
    case node_kind::instance_of: return "instance";
    case node_kind::unary_tests: return "tests";
    case node_kind::any_test: return "any";
    default: break;
  }
  const auto sign = sign_of(kind);
  return sign.empty() ? "leaf" : std::string(sign);
}

/// `(+ a (* b c))`: kinds in front, brackets around everything.
inline std::string shape(const node& n) {
  if (n.kind == node_kind::literal) return n.literal.to_string();
  if (n.kind == node_kind::name) return n.name;
  std::string result = '(' + word_of(n.kind);
  if (n.kind == node_kind::comparison_range) result += word_of(n.comparison);
  if (n.kind == node_kind::range)
    result += std::string(n.low_included ? "[" : "(") + (n.high_included ? "]" : ")");
  if (n.negated) result += " not";
  if (!n.name.empty()) result += " '" + n.name + "'";
  for (const auto& name : n.names) result += ' ' + name + ':';
  for (const node& child : n.children) result += ' ' + shape(child);
  return result + ')';
}

inline std::string shape_of(const parsed& p) {
  return p.tree
             ? shape(*p.tree)
             : p.diagnostics.at(0).code + " " + p.diagnostics.at(0).message(language::en);
}

/// The shape of the expression `text`, or the code and message of its error.
inline std::string shape_of(std::string_view text) { return shape_of(parse(text)); }
inline std::string tests_shape(std::string_view text) {
  return shape_of(parse_tests(text));
}

/// `N0301 5..7`: the code and the bytes of the one finding about `text`.
inline std::string finding(const parsed& p) {
  if (p.tree) return "no error";
  if (p.diagnostics.size() != 1) return std::to_string(p.diagnostics.size()) + " errors";
  const diagnostic& d = p.diagnostics[0];
  return d.code + ' ' + std::to_string(d.where.begin) + ".." +
         std::to_string(d.where.end);
}
inline std::string finding(std::string_view text) { return finding(parse(text)); }

}  // namespace norma::expr

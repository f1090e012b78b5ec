// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parsed conditions as JSON: all that the oracle takes over from the engine.

#include <string>  // std::string

#include <nlohmann/json.hpp>

#include <norma/expr/ast.hpp>

namespace norma_oracle {

using nlohmann::json;

/// The word for a kind of node, first in its array.
inline const char* word(norma::expr::node_kind kind) {
  static const char* const words[] = {
      "lit", "name", "as_of",   "?",   "path",  "call", "neg",  "add",    "sub",
      "mul", "div",  "pow",     "and", "or",    "=",    "!=",   "<",      "<=",
      ">",   ">=",   "between", "in",  "range", "cmp",  "list", "filter", "if",
      "for", "some", "every",   "is",  "tests", "any"};
  return words[static_cast<std::size_t>(kind)];
}

/// A value of the language; unknown ones do not stand in trees.
inline json written(const norma::value& v) {
  if (const auto* b = v.boolean()) return *b;
  if (const auto* n = v.num()) return {{"n", n->to_string()}};
  if (const auto* s = v.string()) return {{"s", *s}};
  if (const auto* d = v.day()) return {{"d", d->to_string()}};
  if (const auto* m = v.months()) return {{"dur", m->to_string()}};
  if (const auto* d = v.days()) return {{"dur", d->to_string()}};
  if (v.is_null()) return nullptr;
  return {{"other", v.to_string()}};
}

/// [word, children …]: names, flags and literals before the children they are of.
inline json written(const norma::expr::node& n) {
  using norma::expr::node_kind;
  json all = json::array({word(n.kind)});
  switch (n.kind) {
    case node_kind::literal: all.push_back(written(n.literal)); return all;
    case node_kind::name: all.push_back(n.name); return all;
    case node_kind::path:
    case node_kind::instance_of: all.push_back(n.name); break;
    case node_kind::call:
    case node_kind::for_each:
    case node_kind::some:
    case node_kind::every:
      if (n.kind == node_kind::call) all.push_back(n.name);
      all.push_back(n.names);
      break;
    case node_kind::range:
      all.push_back(n.name);
      all.push_back(n.low_included);
      all.push_back(n.high_included);
      break;
    case node_kind::comparison_range: all.push_back(word(n.comparison)); break;
    case node_kind::unary_tests: all.push_back(n.negated); break;
    default: break;
  }
  for (const auto& child : n.children) all.push_back(written(child));
  return all;
}

}  // namespace norma_oracle

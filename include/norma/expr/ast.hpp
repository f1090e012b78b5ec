// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/expr/type.hpp>
#include <norma/value/value.hpp>

namespace norma::expr {

/// What a node is; in brackets its children, in order.
enum class node_kind : unsigned char {
  literal,  ///< number, text, boolean, null, @"…", `30天`: `literal`;
            ///< `name` is the spelling if it has a suffix (`90%`)
  name,     ///< `name`
  as_of,    ///< the reserved word
  input,    ///< `?`: what a unary test tests
  path,     ///< [object] `name`: field, property, or projection
  call,     ///< [arguments] `name` is the whole phrase (`list contains`);
            ///< `names` those of named arguments, else empty;
            ///< `@` [text] is an @"…" that has no value; without a
            ///< `name` what is called is no name: [callee, argument…]
  negate,   ///< [operand]
  add,      ///< [left, right], as the next ones up to `greater_equal`
  subtract,
  multiply,
  divide,
  power,
  conjunction,
  disjunction,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  between,           ///< [subject, low, high]
  in,                ///< [subject, test…]; several tests are alternatives
  range,             ///< [low, high] with low_included, high_included; `name`
                     ///< is `..` for a bare `4..2` that iterates, down as well
  comparison_range,  ///< [end] `(< 10)`; `comparison` is the operator's kind
  list,              ///< [element…]
  filter,            ///< [list, predicate or index]
  conditional,       ///< [condition, then, otherwise]
  for_each,          ///< [domain…, body] `names` are the iterators
  some,              ///< [domain…, condition]
  every,             ///< [domain…, condition]
  instance_of,       ///< [subject] `name` is the type as written, blanks folded
  unary_tests,       ///< [test…] root of a cell; `negated` for not(…)
  any_test,          ///< `-`, root of a cell that holds for everything
};

/// The sign of an operator as the language writes it: `+`, `and`, `<=`; "" for any
/// other kind.
[[nodiscard]] constexpr std::string_view sign_of(node_kind kind) {
  switch (kind) {
    case node_kind::add: return "+";
    case node_kind::negate:
    case node_kind::subtract: return "-";
    case node_kind::multiply: return "*";
    case node_kind::divide: return "/";
    case node_kind::power: return "**";
    case node_kind::conjunction: return "and";
    case node_kind::disjunction: return "or";
    case node_kind::equal: return "=";
    case node_kind::not_equal: return "!=";
    case node_kind::less: return "<";
    case node_kind::less_equal: return "<=";
    case node_kind::greater: return ">";
    case node_kind::greater_equal: return ">=";
    default: return {};
  }
}

/// How a name was resolved by the type checker.
enum class binding : unsigned char {
  unresolved,  ///< not (yet) checked; at the FEEL door: nothing has that name
  slot,        ///< a fact, derived fact or parameter: `index` in the environment
  local,       ///< an iterator: `index` from the outermost, 0 the first
  field,       ///< a field of the element that the `index`-th enclosing filter,
               ///< counted from the outermost, looks at
  element,     ///< `item`, that element itself
  dynamic,     ///< element type unknown: the field if the element has one, else
               ///< what `index` says as a slot (npos: nothing)
};

/// A node of a parsed expression: a plain tree, one type for all nodes.
/// `begin`, `end` are byte offsets into the expression's text.
struct node {
  node_kind kind = node_kind::literal;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string name;
  std::vector<std::string> names;
  value literal;
  std::vector<node> children;
  node_kind comparison = node_kind::equal;
  bool low_included = false;
  bool high_included = false;
  bool negated = false;

  // Filled in by the type checker.
  type checked_type;
  binding bound = binding::unresolved;
  std::uint32_t index = 0;
};

inline constexpr std::uint32_t no_index = 0xffffffffU;

/// Same shape and content, places and the checker's results left aside.
[[nodiscard]] bool same_tree(const node& a, const node& b);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/ast.ipp>
#endif

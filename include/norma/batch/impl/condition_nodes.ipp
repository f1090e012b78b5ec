// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::min
#include <cstddef>    // std::size_t

#include <norma/expr/ast.hpp>
#include <norma/expr/type.hpp>

// What a node of a condition is, and what it takes at most by itself.

namespace norma::batch::detail {

/// Steps that a node of a condition takes at most for an element of a list: its own,
/// those of a guard or a comparison, and of what it gives; of one that makes a list, of
/// elements that are not known, too.
inline constexpr std::size_t steps_of_node = 8;
inline constexpr std::size_t steps_of_made_list = 96;
/// A text by itself may be so long: what two of them take to be compared is among the
/// steps of a node.
inline constexpr std::size_t most_text_bytes = 1024;
/// What a function takes for such a text, and what a list that holds it does.
inline constexpr std::size_t steps_of_text = 2 * most_text_bytes + 40;
inline constexpr std::size_t steps_of_held_text = most_text_bytes / 4 + 8;
/// A number that is given has no more: rows with others go by themselves.
inline constexpr std::size_t digits_given = 38;
/// As many may meet in one operation within the steps of its nodes.
inline constexpr std::size_t digits_free = 2 * digits_given;
/// What roots, powers and logarithms take at most for such a number.
inline constexpr std::size_t steps_of_real = 250'000;
/// Decimals, or tens, that numbers are rounded to at most.
inline constexpr std::size_t most_rounded_places = 6'200;
/// More steps than any limit has.
inline constexpr std::size_t most_steps = std::size_t{1} << 50U;

[[nodiscard]] inline std::size_t times(std::size_t a, std::size_t b) {
  return a != 0 && b > most_steps / a ? most_steps : a * b;
}
[[nodiscard]] inline std::size_t plus(std::size_t a, std::size_t b) {
  return std::min(a + b, most_steps);
}

[[nodiscard]] inline bool may_be_list(const expr::node& n) {
  const auto kind = n.checked_type.kind;
  return kind == expr::type_kind::list || kind == expr::type_kind::any;
}
[[nodiscard]] inline bool may_be_text(const expr::type& t) {
  return t.kind == expr::type_kind::text || t.kind == expr::type_kind::any;
}

/// What it gives may have parts, each of which is written with it.
[[nodiscard]] inline bool has_parts(const expr::node& n) {
  const auto kind = n.checked_type.kind;
  return may_be_list(n) || kind == expr::type_kind::record ||
         kind == expr::type_kind::range;
}

/// How many others a number in it is put beside to find its place among them: as many
/// as its list, which fits into memory, can be cut in half.
[[nodiscard]] inline std::size_t others_beside(const expr::node& n) {
  if (n.kind != expr::node_kind::call) return 0;
  if (n.name == "median" || n.name == "mode") return 32;
  return n.name == "min" || n.name == "max" ? 1 : 0;
}

/// Looks at each element with each other.
[[nodiscard]] inline bool compares_all(const expr::node& n) {
  return n.kind == expr::node_kind::call &&
         (n.name == "distinct values" || n.name == "union" || n.name == "mode" ||
          n.name == "sort");
}
/// Rounds to 34 digits what it gives.
[[nodiscard]] inline bool gives_real(const expr::node& n) {
  return n.name == "sqrt" || n.name == "exp" || n.name == "log" || n.name == "stddev";
}
[[nodiscard]] inline bool takes_scale(const expr::node& n) {
  return n.name == "decimal" || n.name == "floor" || n.name == "ceiling" ||
         n.name.starts_with("round");
}
/// Puts texts together, multiplies a whole list: what it gives may be of any length.
[[nodiscard]] inline bool gives_any_length(const expr::node& n) {
  return n.name == "string join" || n.name == "product" ||
         (n.name == "string" && !n.children.empty() && has_parts(n.children[0]));
}
/// The results before, `partial`, are looked at.
[[nodiscard]] inline bool rests_on_before(const expr::node& n) {
  return (n.kind == expr::node_kind::name && n.name == "partial") ||
         std::any_of(n.children.begin(), n.children.end(), rests_on_before);
}

/// Texts in a condition that are not written there.
[[nodiscard]] inline std::size_t given_texts_in(const expr::node& n) {
  const bool written = n.kind == expr::node_kind::literal;
  std::size_t all = !written && may_be_text(n.checked_type) ? 1 : 0;
  for (const expr::node& child : n.children) all += given_texts_in(child);
  return all;
}
/// It goes through a text that is given, whatever it is compared with: two that are
/// compared go as far as the shorter, one with a word as far as that.
[[nodiscard]] inline bool grows_with_texts(const expr::node& n) {
  using expr::node_kind;
  switch (n.kind) {
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal:
    case node_kind::between:
    case node_kind::in: return given_texts_in(n) > 1;
    case node_kind::list:
    case node_kind::for_each:
    case node_kind::filter:
    case node_kind::call:
    case node_kind::range:
    case node_kind::comparison_range:
    case node_kind::unary_tests: return given_texts_in(n) > 0;
    default: return false;
  }
}

}  // namespace norma::batch::detail

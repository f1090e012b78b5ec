// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tuple>    // std::tie
#include <variant>  // std::get_if

#include <norma/load/impl/pack_draft.ipp>
#include <norma/rule/content.hpp>

// A share compared with a number beyond 0 and 1: most likely a percent sign
// was forgotten. A ratio that may exceed 1 can be meant, so this only warns,
// and not where the number is written as a percentage.

namespace norma::load_detail {

[[nodiscard]] inline bool is_slot(const expr::node& n, std::uint32_t slot) {
  return n.kind == expr::node_kind::name && n.bound == expr::binding::slot &&
         n.index == slot;
}

/// True if a check of the dictionary says that `part` is at most `whole`.
[[nodiscard]] inline bool is_part_of(std::uint32_t part, std::uint32_t whole,
                                     const vocabulary& words) {
  for (const std::uint32_t slot : {part, whole}) {
    const fact_definition* f = words.fact(slot);
    if (f == nullptr) continue;
    for (const expr::expression& check : f->checks) {
      const expr::node& tree = check.tree;
      const bool at_most = tree.kind == expr::node_kind::less_equal;
      if (!at_most && tree.kind != expr::node_kind::greater_equal) continue;
      const auto& [low, high] =
          std::tie(tree.children[at_most ? 0 : 1], tree.children[at_most ? 1 : 0]);
      if (is_slot(low, part) && is_slot(high, whole)) return true;
    }
  }
  return false;
}

/// `rate(n, d)`, or `n / d` where n is checked to be at most d.
[[nodiscard]] inline bool is_share(const expr::node& n, const vocabulary& words) {
  if (n.kind == expr::node_kind::call) return n.name == "rate";
  if (n.kind != expr::node_kind::divide) return false;
  const expr::node& over = n.children[0];
  const expr::node& under = n.children[1];
  return over.bound == expr::binding::slot && under.bound == expr::binding::slot &&
         over.kind == expr::node_kind::name && under.kind == expr::node_kind::name &&
         is_part_of(over.index, under.index, words);
}

/// Calls `each` with the numbers in a bound that no sign of a share follows: written out
/// or of a parameter, alone, the ends of a range, the tests of a list.
template <class F>
inline void for_each_bound(const expr::node& n, const vocabulary& words, const F& each) {
  switch (n.kind) {
    case expr::node_kind::literal:
      if (n.literal.num() != nullptr && n.name.empty()) each(n, *n.literal.num());
      break;
    case expr::node_kind::name: {
      const auto* p = n.bound == expr::binding::slot
                          ? std::get_if<parameter>(&words.slots[n.index])
                          : nullptr;
      if (p == nullptr || p->share != share_sign::none) break;
      for (const dated_value& one : p->values) {
        if (one.content.num() != nullptr) each(n, *one.content.num());
      }
      break;
    }
    case expr::node_kind::range:
    case expr::node_kind::comparison_range:
    case expr::node_kind::list:
      for (const expr::node& child : n.children) for_each_bound(child, words, each);
      break;
    default: break;
  }
}

inline void check_ratios(const pack_draft& draft, const expr::expression& condition,
                         const expr::node& at, const vocabulary& words) {
  using expr::node_kind;
  const bool comparison =
      (at.kind >= node_kind::equal && at.kind <= node_kind::between) ||
      at.kind == node_kind::in;
  if (comparison) {
    const bool turned = at.kind < node_kind::between && is_share(at.children[1], words);
    if (turned || is_share(at.children[0], words)) {
      for (std::size_t i = turned ? 0 : 1; i < (turned ? 1 : at.children.size()); ++i) {
        for_each_bound(
            at.children[i], words, [&](const expr::node& bound, const number& n) {
              if (n <= number(1)) return;
              draft.add({"N0445",
                         {n.to_string(), n.to_string() + '%',
                          (n * number(100)).to_string() + '%'},
                         condition.where.span(condition.text, bound.begin, bound.end),
                         {}});
            });
      }
    }
  }
  for (const expr::node& child : at.children)
    check_ratios(draft, condition, child, words);
}

inline void check_ratios(const pack_draft& draft, const rule_node& at,
                         const vocabulary& words) {
  for (const auto* condition : {&at.when, &at.require}) {
    if (*condition) check_ratios(draft, **condition, (*condition)->tree, words);
  }
  for (const rule_node& member : at.members) check_ratios(draft, member, words);
}

}  // namespace norma::load_detail

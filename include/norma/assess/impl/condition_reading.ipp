// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find
#include <cstdint>      // std::uint32_t
#include <set>          // std::set
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/expr/ast.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/value/truth.hpp>

namespace norma::detail {

// What a condition reads.
class reading {
 public:
  reading(const expr::expression& e, const expr::environment& env) : e_(e), env_(env) {
    note(e.tree, false);
  }

  std::vector<std::uint32_t> slots;   // in the order of the text
  std::set<std::string_view> fields;  // of elements of lists
  bool whole_units = false;  // a standard is asked of members: whatever that reads
  bool lazily = false;       // what is unknown now may lead to looking elsewhere …
  bool passes_over = false;  // … in the same list

 private:
  void note(const expr::node& n, bool inside) {
    using kind = expr::node_kind;
    switch (n.kind) {
      case kind::name:
        fields.insert(n.name);
        if (n.bound == expr::binding::slot &&
            std::find(slots.begin(), slots.end(), n.index) == slots.end()) {
          slots.push_back(n.index);
        }
        break;
      case kind::path:
        fields.insert(n.name);
        if (n.children[0].kind == kind::filter) passes_over = true;
        break;
      case kind::filter:
      case kind::some:
      case kind::every:
        lazily = true;
        if (inside) passes_over = true;
        inside = true;
        break;
      case kind::list:
        lazily = true;  // of elements that are not known an operator need not tell
        break;
      case kind::for_each: lazily = passes_over = inside = true; break;
      case kind::conjunction:
      case kind::disjunction:
        // What is decided already stays so.
        for (const auto& child : n.children) {
          if (inside || !is_decided(child)) note(child, inside);
        }
        return;
      case kind::conditional:
        if (!inside && taken(n)) return;
        lazily = passes_over = true;
        break;
      case kind::call:
        if (!expr::standard_asked(n).empty()) {
          whole_units = true;
        } else if (n.name != "count" && !n.children.empty() &&
                   n.children[0].kind == kind::filter) {
          passes_over = true;  // fields of elements that may not belong
        }
        break;
      default: break;
    }
    for (const auto& child : n.children) note(child, inside);
  }

  [[nodiscard]] bool is_decided(const expr::node& n) const {
    return expr::to_truth(expr::evaluate(e_, n, env_)) != truth::unknown;
  }

  // Of an `if` whose condition is known only one branch is looked at.
  bool taken(const expr::node& n) {
    const auto condition = expr::evaluate(e_, n.children[0], env_);
    if (condition.is_unknown()) return false;
    note(n.children[0], false);
    note(n.children[expr::to_truth(condition) == truth::yes ? 1 : 2], false);
    return true;
  }

  const expr::expression& e_;
  const expr::environment& env_;
};

}  // namespace norma::detail

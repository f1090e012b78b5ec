// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/checker.ipp>

// Which types go together: comparison, categories, units of measure.

namespace norma::expr::detail {

inline bool checker::units_agree(const node& at, const type& a, const type& b) {
  if (a.unit.empty() || b.unit.empty() || a.unit == b.unit) return true;
  report(at, "N0413", {to_string(a.unit), to_string(b.unit)});
  return false;
}

inline void checker::check_category_value(node& literal, const category_type& category) {
  const auto& id = *literal.literal.string();
  if (category.rank(id)) return;
  if (const auto* labelled = value_labelled(id, category)) {
    report(literal, "N0416", {id, category.id, *labelled});
    return;
  }
  std::string meant, all;
  if (compares(category.values.size())) {
    std::vector<std::string> ids;
    for (const auto& [known, label] : category.values) ids.push_back(known);
    meant = near(id, ids);
    all = list_argument(category.values);
  }
  report(literal, "N0415", {id, category.id, std::move(meant), std::move(all)});
}

inline const std::string* checker::value_labelled(std::string_view word,
                                                  const category_type& category) const {
  if (!compares(category.values.size())) return nullptr;
  for (const auto& [id, label] : category.values)
    if (word == label.zh || word == label.en) return &id;
  return nullptr;
}

inline void checker::push_category(node& n, const category_ptr& category) {
  switch (n.kind) {
    case node_kind::literal:
      if (n.literal.string() == nullptr || n.checked_type.category) return;
      check_category_value(n, *category);
      n.checked_type.category = category;
      return;
    case node_kind::list:
    case node_kind::range:
    case node_kind::comparison_range:
      for (auto& child : n.children) push_category(child, category);
      return;
    case node_kind::conditional:
      push_category(n.children[1], category);
      push_category(n.children[2], category);
      return;
    default: return;
  }
}

/// True if every text in `n` is written out, so that it was checked against
/// the category.
[[nodiscard]] inline bool is_written_out(const node* n) {
  if (n == nullptr) return false;
  switch (n->kind) {
    case node_kind::literal: return true;
    case node_kind::conditional:
      return is_written_out(&n->children[1]) && is_written_out(&n->children[2]);
    case node_kind::list:
    case node_kind::range:
    case node_kind::comparison_range:
      return std::all_of(n->children.begin(), n->children.end(),
                         [](const node& child) { return is_written_out(&child); });
    default: return false;
  }
}

inline category_ptr checker::compare_categories(const node& at, const type& a,
                                                const type& b, bool ordered, node* a_node,
                                                node* b_node) {
  const auto category = a.category ? a.category : b.category;
  if (!category) return nullptr;
  if (a.category && b.category && a.category->id != b.category->id) {
    report(at, "N0417", {a.category->id, b.category->id});
    return nullptr;
  }
  auto* other = a.category ? b_node : a_node;
  const bool both = a.category && b.category;
  if (!both && other != nullptr) push_category(*other, category);
  if (!ordered) return nullptr;
  if (!category->ordered) {
    report(at, "N0418", {category->id});
    return nullptr;
  }
  // A text that is no literal may be no value of the category.
  if (!both && !is_written_out(other)) {
    report(at, "N0441", {category->id});
    return nullptr;
  }
  return category;
}

inline category_ptr checker::compare_types(const node& at, const type& a, const type& b,
                                           bool ordered, node* a_node, node* b_node) {
  if (a.kind == type_kind::any || b.kind == type_kind::any) return nullptr;
  if (a.kind == type_kind::null || b.kind == type_kind::null) {
    if (ordered) report(at, "N0439");
    return nullptr;
  }
  const auto ka = kinds_of(a);
  const auto kb = kinds_of(b);
  if ((ka & kb) == 0) {
    report(at, "N0410", {word(a), word(b)});
    return nullptr;
  }
  if (ordered && (ka & k_ordered) == 0) {
    report(at, "N0440", {word(a)});
    return nullptr;
  }
  if (ka == k_number && !units_agree(at, a, b)) return nullptr;
  if (ka == k_text) return compare_categories(at, a, b, ordered, a_node, b_node);
  if (!ordered && (ka & (k_list | k_range)) != 0 && a.element && b.element) {
    const bool empty =
        a.element->kind == type_kind::any || b.element->kind == type_kind::any;
    if ((a.set || b.set) && !empty) report(at, "N0449");
    // Literals lie in the nodes: categories of elements reach them there.
    const auto& x = *a.element;
    const auto& y = *b.element;
    return compare_types(at, x, y, false, a_node, b_node);
  }
  return nullptr;
}

inline std::optional<type> checker::unify(const node& at, const type& a, const type& b) {
  if (a.kind == type_kind::any || b.kind == type_kind::any) return type{};
  if (a.kind == type_kind::null || b.kind == type_kind::null) {
    auto result = a.kind == type_kind::null ? b : a;
    result.optional = true;
    return result;
  }
  constexpr kinds spans = k_duration;
  const auto ka = kinds_of(a);
  const auto kb = kinds_of(b);
  if (ka != kb) {
    if ((ka & spans) != 0 && (kb & spans) != 0) return make(type_kind::duration);
    return std::nullopt;
  }
  auto result = a;
  result.optional = a.optional || b.optional;
  result.inexact = a.inexact || b.inexact;
  result.may_be_empty = a.may_be_empty || b.may_be_empty;
  result.set = a.set || b.set;
  if (ka == k_number) {
    if (!units_agree(at, a, b)) return type{};
    if (a.unit.empty()) result.unit = b.unit;
  }
  if (a.category && b.category && a.category->id != b.category->id) {
    report(at, "N0417", {a.category->id, b.category->id});
    return type{};
  }
  if (!a.category || !b.category) result.category = nullptr;
  if (a.record && b.record && a.record->id != b.record->id) return std::nullopt;
  if (a.element && b.element) {
    const auto element = unify(at, *a.element, *b.element);
    result.element = std::make_shared<const type>(element.value_or(type{}));
  }
  return result;
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Elements by the iterator that they are looked at by, where the list alone does not
// tell them apart.

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <vector>     // std::vector

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

// Whether elements of both read the same: of one list, or “it” of any.
inline bool reads_alike(const expr::node& list, const expr::node& other) {
  const auto bare = [](const expr::node& of) {
    const auto& type = of.checked_type;
    return type.element && !type.element->record;
  };
  return expr::same_tree(list, other) || (bare(list) && bare(other));
}

inline bool goes_through_alike(const expr::node& n, const expr::node& list) {
  using k = expr::node_kind;
  if (n.kind == k::filter && reads_alike(n.children[0], list)) return true;
  const bool iterates = n.kind == k::some || n.kind == k::every || n.kind == k::for_each;
  for (std::size_t i = 0; iterates && i + 1 < n.children.size(); ++i) {
    if (reads_alike(n.children[i], list)) return true;
  }
  return std::any_of(n.children.begin(), n.children.end(), [&](const expr::node& child) {
    return goes_through_alike(child, list);
  });
}

// A filter has none.
inline std::vector<condition_words::iterator> condition_words::iterators_of(
    const expr::node& of) const {
  std::vector<iterator> own;
  if (of.kind == expr::node_kind::filter) return own;
  constexpr std::size_t most_compared = 10;  // each with each; more are all named
  const bool many = of.children.size() > most_compared;
  for (std::size_t i = 0; i + 1 < of.children.size(); ++i) {
    const auto& list = of.children[i];
    bool alike = many || goes_through_alike(of.children.back(), list);
    for (std::size_t k = 0; !alike && k < iterators_.size(); ++k)
      alike = reads_alike(*iterators_[k].list, list);
    for (std::size_t k = 0; !alike && k + 1 < of.children.size(); ++k)
      alike = k != i && reads_alike(of.children[k], list);
    own.push_back({&list, of.names[i], alike});
  }
  return own;
}

inline void condition_words::lists_of(const expr::node& of) {
  const auto own = iterators_of(of);
  for (std::size_t i = 0; i < own.size();) {
    if (i > 0) out_ += comma();
    const auto& first = own[i];
    label_only(*first.list);
    if (first.named) out_.append(chinese() ? "（" : " (").append(first.name);
    for (++i; i < own.size() && expr::same_tree(*own[i].list, *first.list); ++i)
      out_.append(comma()).append(own[i].name);
    if (first.named) out_ += chinese() ? "）" : ")";
  }
}

inline const condition_words::iterator* condition_words::iterator_at(
    const expr::node& n) const {
  const bool local = n.kind == expr::node_kind::name && n.bound == expr::binding::local;
  return local && n.index < iterators_.size() ? &iterators_[n.index] : nullptr;
}

// Whose element it is a field of.
inline const condition_words::iterator* condition_words::iterator_of(
    const expr::node& field) const {
  return field.kind == expr::node_kind::path ? iterator_at(field.children[0]) : nullptr;
}

inline bool condition_words::is_field_of_two(const expr::node& a,
                                             const expr::node& b) const {
  const auto* one = iterator_of(a);
  const auto* other = iterator_of(b);
  return one != nullptr && other != nullptr && a.name == b.name &&
         !expr::same_tree(*one->list, *other->list);
}

inline void condition_words::field_of_list(const expr::node& field) {
  const auto& by = *iterator_of(field);
  if (!by.named) {
    label_only(*by.list);
    of_what();
  }
  term(field);
}

}  // namespace norma::detail

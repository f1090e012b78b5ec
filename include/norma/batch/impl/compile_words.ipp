// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>    // std::make_unique
#include <optional>  // std::optional

#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/text_steps.ipp>

// Texts, categories and booleans that are compared with another fact; texts with words.

namespace norma::batch::detail {

/// A text and a word, or two facts that are both texts, or ids of one category.
inline step_ptr condition_compiler::compare_words(node_kind kind, std::size_t fact,
                                                  const node& right) {
  const bool equality = kind == node_kind::equal || kind == node_kind::not_equal;
  const fact_type declared = definition(fact)->declared;
  step_ptr step;
  if (declared == fact_type::text && is_closed(right)) {
    const value v = closed_value(right);
    if (!equality || v.string() == nullptr) return nullptr;
    step = std::make_unique<word_step>(fact, *v.string());
  } else {
    const auto other = named(right);
    if (!other || definition(*other)->declared != declared) return nullptr;
    if (declared == fact_type::text) {
      if (!equality) return nullptr;
      step = std::make_unique<same_text_step>(fact, *other);
    } else {
      const auto& of = definition(fact)->type.category;
      if (of != definition(*other)->type.category || of->values.size() > most_words ||
          (!equality && !of->ordered)) {
        return nullptr;
      }
      return std::make_unique<codes_step>(kind, fact, *other);
    }
  }
  return kind == node_kind::not_equal ? negate(std::move(step)) : std::move(step);
}

inline step_ptr condition_compiler::compare_booleans(node_kind kind, std::size_t fact,
                                                     const node& right) {
  if (kind != node_kind::equal && kind != node_kind::not_equal) return nullptr;
  const auto is = [&](std::size_t place) {
    return step_ptr(std::make_unique<boolean_step>(place));
  };
  step_ptr same;
  if (is_closed(right)) {
    const value v = closed_value(right);
    if (v.boolean() == nullptr) return nullptr;
    same = *v.boolean() ? is(fact) : negate(is(fact));
  } else {
    const auto other = named(right);
    if (!other || definition(*other)->declared != fact_type::boolean) return nullptr;
    same = join(false, join(true, is(fact), is(*other)),
                join(true, negate(is(fact)), negate(is(*other))));
  }
  return kind == node_kind::not_equal ? negate(std::move(same)) : std::move(same);
}

}  // namespace norma::batch::detail

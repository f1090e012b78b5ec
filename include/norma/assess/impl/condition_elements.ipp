// SPDX-License-Identifier: Apache-2.0
#pragma once

// Conditions on elements of lists in words, and the elements that decide them.

#include <cstddef>  // std::size_t
#include <string>   // std::to_string
#include <utility>  // std::move

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline void condition_words::inside(const expr::node& of) {
  const auto outer = mood_;
  const auto outer_fields = fields_;
  const bool outer_followed = followed_;
  mood_ = mood::element;
  followed_ = false;
  const auto& list = of.children.front().checked_type;
  fields_ = list.element ? list.element->record : nullptr;
  const auto outer_iterators = iterators_;
  const auto own = iterators_of(of);
  iterators_.insert(iterators_.end(), own.begin(), own.end());
  state(of.children.back(), true);
  iterators_ = outer_iterators;
  mood_ = outer;
  fields_ = outer_fields;
  followed_ = outer_followed;
}

inline void condition_words::quantified(const expr::node& n, bool wanted,
                                        const sentences& as) {
  say(
      as, wanted, [&] { lists_of(n); }, [&] { inside(n); });
  deciding_elements(n);
}

inline condition_words::seen_list condition_words::elements_at(
    const expr::node& n) const {
  seen_elements alone;
  return (seen_ != nullptr ? *seen_ : alone).of(e_, n, env_);
}

inline bool condition_words::looks_at_some(const expr::node& n) const {
  if (mood_ == mood::element) return true;
  const auto all = elements_at(n);
  return !*all || !(*all)->elements.empty();
}

inline void condition_words::deciding_elements(const expr::node& n) {
  if (mood_ == mood::element) return;
  const element_decision by(words_, env_, n, elements_at(n));
  if (!by.seen() || (by.empty() && (by.lacks_some() || !by.saw_all()))) return;
  const auto count = [this](std::size_t many) {
    return [this, many] { out_ += std::to_string(many); };
  };
  if (by.empty()) {
    out_ += semicolon();
    say(by.holds() == truth::no ? "R0516" : "R0523", count(by.looked_at()));
    // That none does is seen by looking at each.
    if (by.holds() == truth::no && by.looked_at() > 0 && apart_ != nullptr) {
      apart_->push_back(by.found());
    }
    return;
  }
  auto found = by.found();
  if (apart_ != nullptr) return apart_->push_back(std::move(found));
  out_ += semicolon();
  say("R0515", [&] {
    const auto& first = found.shown.first;
    for (const auto& one : first) {
      if (&one != &first.front()) out_ += semicolon();
      out_ += make_visible(
          words_.joined(one.name.in(words_.lang()), one.shown.in(words_.lang())));
    }
    if (found.shown.count > first.size()) {
      out_ += semicolon();
      say("R0517", count(found.shown.count - first.size()));
    }
    if (found.shown.whole) return;
    out_ += semicolon();
    say("R0556");
  });
}

}  // namespace norma::detail

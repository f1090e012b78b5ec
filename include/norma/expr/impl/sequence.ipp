// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t
#include <optional>  // std::optional
#include <utility>   // std::move

#include <norma/expr/impl/builtin.hpp>
#include <norma/value/cause_gatherer.hpp>
#include <norma/value/partial.hpp>

// What is gone through element by element, and how truths found on the way join.

namespace norma::expr::detail {

/// Kleene's `or` (or `and`) of any number of values, in any order: what
/// decides, else unknown, else null, else the other one.
class logic {
 public:
  logic(bool decisive, bool with_causes)
      : decisive_(decisive), with_causes_(with_causes) {}

  void add(const value& v) {
    if (const auto* b = v.boolean()) {
      if (*b == decisive_) decided_ = true;
    } else if (v.is_unknown()) {
      unknown_ = true;
      if (with_causes_) causes_.add(v.causes());
    } else {
      null_ = true;
    }
  }
  void add_unknown(const cause_list& causes) {
    unknown_ = true;
    if (with_causes_) causes_.add(causes);
  }

  [[nodiscard]] bool decided() const { return decided_; }
  [[nodiscard]] value result() const {
    if (decided_) return decisive_;
    if (unknown_) return value::unknown(causes_.all());
    return null_ ? value{} : value{!decisive_};
  }

 private:
  bool decisive_;
  bool with_causes_;
  bool decided_ = false;
  bool unknown_ = false;
  bool null_ = false;
  cause_gatherer causes_;
};

/// What `for`, `some`, `every`, filters and aggregates go through: a list as it
/// lies in its value, one made on the way, or the members of a range. An element
/// may be a *maybe* one: a filter did not know whether to keep it; and the list
/// may be open: there are, or may be, elements that were not given.
class sequence {
 public:
  /// No sequence: unknown or null, the result of whatever goes through it.
  [[nodiscard]] static sequence stop(value v) {
    sequence s;
    s.stopped = std::move(v);
    return s;
  }
  /// What a filter by a position gives: no sequence, but an element.
  [[nodiscard]] static sequence one(value v) {
    sequence s;
    s.element = std::move(v);
    return s;
  }
  [[nodiscard]] static sequence of(value list) {
    sequence s;
    s.holder_ = std::move(list);
    s.items_ = s.holder_.list();
    return s;
  }
  /// Of an open list.
  [[nodiscard]] static sequence of_open(value list) {
    sequence s;
    s.holder_ = std::move(list);
    s.open_ = open_list_of(s.holder_);
    s.items_ = &s.open_->items;
    return s;
  }
  [[nodiscard]] static sequence made(list_value items) {
    sequence s;
    s.owned_.items = std::move(items);
    return s;
  }
  [[nodiscard]] static sequence counting(value first, std::int64_t step, std::size_t n) {
    sequence s;
    s.holder_ = std::move(first);
    s.step_ = step;
    s.count_ = n;
    return s;
  }

  [[nodiscard]] std::size_t size() const {
    if (step_ != 0) return count_;
    return items_ != nullptr ? items_->size() : owned_.items.size();
  }
  /// The elements, where they lie in a list; else null.
  [[nodiscard]] const list_value* items() const {
    if (step_ != 0) return nullptr;
    return items_ != nullptr ? items_ : &owned_.items;
  }
  /// The element; `scratch` holds one that is made on the way.
  [[nodiscard]] const value& at(std::size_t i, value& scratch) const {
    if (step_ == 0) return items_ != nullptr ? (*items_)[i] : owned_.items[i];
    const auto distance = step_ * static_cast<std::int64_t>(i);
    if (const auto* n = holder_.num()) {
      scratch = *n + number{distance};
    } else {
      const auto day = holder_.day()->plus_days(distance);
      scratch = day ? value{*day} : value{};
    }
    return scratch;
  }

  [[nodiscard]] bool is_maybe(std::size_t i) const { return list().is_maybe(i); }
  /// Some element may not belong, or there may be others.
  [[nodiscard]] bool any_maybe() const { return !list().maybe.empty(); }
  /// Why it is not known whether element `i` belongs.
  [[nodiscard]] const cause_list& doubt(std::size_t i) const { return list().doubts[i]; }
  /// The elements that were not given, or null.
  [[nodiscard]] const list_rest* rest() const {
    return list().rest ? &*list().rest : nullptr;
  }
  [[nodiscard]] bool is_open() const { return any_maybe() || rest() != nullptr; }
  /// Why it is not known what the sequence holds.
  [[nodiscard]] cause_list doubts() const {
    cause_gatherer all;
    for (std::size_t i = 0; i < list().doubts.size(); ++i) all.add(list().doubts[i]);
    if (rest() != nullptr) all.add(rest()->doubt);
    return all.all();
  }

  void add(value element) { owned_.items.push_back(std::move(element)); }
  /// Marks the element added last.
  void mark_maybe(cause_list why) {
    owned_.maybe.resize(owned_.items.size());
    owned_.doubts.resize(owned_.items.size());
    owned_.maybe.back() = true;
    owned_.doubts.back() = std::move(why);
  }
  void set_rest(list_rest rest) { owned_.rest = std::move(rest); }
  [[nodiscard]] list_value take() {
    return items_ != nullptr ? *items_ : std::move(owned_.items);
  }
  [[nodiscard]] open_list take_open() {
    return open_ != nullptr ? *open_ : std::move(owned_);
  }

  std::optional<value> stopped;
  std::optional<value> element;

 private:
  value holder_;
  [[nodiscard]] const open_list& list() const {
    return open_ != nullptr ? *open_ : owned_;
  }

  const list_value* items_ = nullptr;
  const open_list* open_ = nullptr;
  open_list owned_;
  std::int64_t step_ = 0;
  std::size_t count_ = 0;
};

}  // namespace norma::expr::detail

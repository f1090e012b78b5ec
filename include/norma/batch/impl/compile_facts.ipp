// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::all_of, std::find
#include <cstdint>      // std::int64_t
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/impl/compile.hpp>
#include <norma/value/duration.hpp>

// What the names in conditions stand for: facts of the units and of their elements.

namespace norma::batch::detail {

/// The first day on which a thing may begin that holds for `lasting`, so that it holds on
/// `day`; nothing where it never does. It may begin on every day between the two.
[[nodiscard]] inline std::optional<date> first_day_held(const duration& lasting,
                                                        date day) {
  const auto holds = [&](std::int64_t from) {
    const auto begin = date::from_days(from);
    return begin && holds_on(*begin, lasting, day);
  };
  std::int64_t first = day.days();
  if (!holds(first)) return std::nullopt;
  std::int64_t reach = 1;
  while (reach < (std::int64_t{1} << 40) && holds(first - reach)) reach *= 2;
  std::int64_t outside = first - reach;
  while (first - outside > 1) {
    const std::int64_t middle = outside + (first - outside) / 2;
    (holds(middle) ? first : outside) = middle;
  }
  return date::from_days(first);
}

/// The iterator over the elements of a list: lists inside lists have no steps.
[[nodiscard]] inline bool is_iterator(const node& n) {
  return n.kind == node_kind::name && n.bound == expr::binding::local && n.index == 0;
}

[[nodiscard]] inline std::optional<duration> duration_of(const value& v) {
  if (v.months() != nullptr) return *v.months();
  if (v.days() != nullptr) return *v.days();
  return std::nullopt;
}

inline bool condition_compiler::is_closed(const node& n) const {
  if (n.kind == node_kind::input) return false;
  if (n.kind == node_kind::name) {
    return n.bound == expr::binding::slot && words_.fact(n.index) == nullptr;
  }
  return std::all_of(n.children.begin(), n.children.end(),
                     [this](const node& child) { return is_closed(child); });
}

inline value condition_compiler::closed_value(const node& n) const {
  expr::environment env;
  env.slots = values_;
  env.as_of = as_of_;
  env.with_causes = false;
  env.bounds = bounds_;
  return expr::evaluate(*at_, n, env);
}

inline std::optional<number> condition_compiler::closed_number(const node& n) const {
  if (!is_closed(n)) return std::nullopt;
  const value v = closed_value(n);
  if (const number* found = v.num()) return *found;
  if (const date* day = v.day()) return number{day->days()};
  if (const auto* lasting = v.days()) return divide(lasting->seconds, number{86400});
  return std::nullopt;
}

inline std::optional<std::size_t> condition_compiler::field(read_scope& of,
                                                            const fact_definition& f) {
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    if (of.facts[i].is == &f && !of.facts[i].made()) return i;
  }
  read_fact made;
  made.is = &f;
  of.facts.push_back(std::move(made));
  return of.facts.size() - 1;
}

inline std::optional<std::size_t> condition_compiler::field_named(
    read_scope& of, const fact_definition& element, const std::string& name) {
  for (const fact_definition& f : element.fields) {
    if (f.name == name || (!f.alias.empty() && f.alias == name)) return field(of, f);
  }
  return std::nullopt;
}

inline std::optional<std::size_t> condition_compiler::named(const node& n) {
  if (n.kind == node_kind::input) return subject_;
  if (n.kind == node_kind::name && n.bound == expr::binding::slot) {
    if (words_.fact(n.index) == nullptr) return std::nullopt;
    return elements_.empty() ? read_slot(n.index) : read_outer(n.index);
  }
  if (elements_.empty()) return std::nullopt;
  const element_scope& in = elements_.back();
  const auto by_name = [&](const std::string& name) {
    return field_named(*in.reads, *in.element, name);
  };
  if (n.kind == node_kind::path && n.children.size() == 1) {
    const node& object = n.children.front();
    const bool itself = object.kind == node_kind::name &&
                        (is_iterator(object) || object.bound == expr::binding::element);
    return itself ? by_name(n.name) : std::nullopt;
  }
  if (n.kind != node_kind::name) return std::nullopt;
  if (n.bound == expr::binding::field) return by_name(n.name);
  const bool itself = is_iterator(n) || n.bound == expr::binding::element;
  if (itself && in.element->fields.empty()) return field(*in.reads, *in.element);
  return std::nullopt;
}

/// A fact of the unit in a condition about elements.
inline std::optional<std::size_t> condition_compiler::read_outer(std::uint32_t slot) {
  std::vector<element_scope> inner;
  inner.swap(elements_);
  const auto place = read_slot(slot);
  inner.swap(elements_);
  if (!place) return std::nullopt;
  const read_fact& outer = to_.units.facts[*place];
  const fact_type type = outer.is->declared;
  // What is added up has its scale only while it runs.
  const bool given_number = (is_numeric(type) || type == fact_type::date) && !outer.sum;
  if (type != fact_type::boolean && type != fact_type::category && !given_number) {
    return std::nullopt;
  }
  std::vector<std::size_t>& around = elements_.back().around;
  if (std::find(around.begin(), around.end(), *place) == around.end()) {
    around.push_back(*place);
  }
  read_scope& of = *elements_.back().reads;
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    if (of.facts[i].outer == place) return i;
  }
  read_fact made;
  made.is = outer.is;
  made.outer = place;
  of.facts.push_back(std::move(made));
  return of.facts.size() - 1;
}

/// The fact as it is supplied, and how long its evidence holds; its day of evidence is
/// missing where that can not be read in columns.
inline read_fact condition_compiler::given(const fact_definition& f) {
  read_fact made;
  made.is = &f;
  std::optional<duration> lasting;
  if (const auto* fixed = std::get_if<duration>(&f.valid_for)) lasting = *fixed;
  if (const auto* by = std::get_if<std::uint32_t>(&f.valid_for)) {
    lasting = duration_of(values_[*by]);
  }
  if (lasting) {
    const auto first = first_day_held(*lasting, as_of_);
    made.held_from = first ? first->days() : as_of_.days() + 1;
  }
  if (f.dated_by) made.dated_by = read_slot(*f.dated_by);
  return made;
}

inline std::optional<std::size_t> condition_compiler::read_slot(std::uint32_t slot) {
  const auto known = places_.find(slot);
  if (known != places_.end()) {
    note_of(slot);
    const auto why = refused_.find(slot);
    if (why != refused_.end()) static_cast<void>(refuse(why->second));
    return known->second;
  }
  places_[slot] = std::nullopt;  // a circle has none
  const for_now reading(reading_, reading_ + 1);
  const for_now matters(null_matters_, false);  // to what names the fact, not here
  const fact_definition& f = *words_.fact(slot);
  const auto no_way = [&](std::string_view label) -> std::optional<std::size_t> {
    refused_[slot] = no_form(f.name, label);
    static_cast<void>(refuse(refused_[slot]));
    return std::nullopt;
  };
  if (f.lists_units()) return no_way("R1030");
  if (!f.complete.empty()) return no_way("R1075");
  if (f.from_table && f.declared != fact_type::category) return no_way("R0157");
  read_fact made = given(f);
  if (f.dated_by && !made.dated_by) return no_way("R1081");
  const std::size_t place = to_.units.facts.size();
  to_.units.facts.push_back(std::move(made));
  places_[slot] = place;
  if (f.value && !read_value_of(f, place)) {
    places_[slot] = std::nullopt;
    return no_way("R1062");
  }
  if (f.from_table && !read_table_of(f, place)) {
    places_[slot] = std::nullopt;
    return no_way("R0157");
  }
  if (!read_checks(slot, place)) {
    places_[slot] = std::nullopt;
    return no_way("R1056");
  }
  read_lengths(slot, place);
  read_agreements(slot, place);
  return place;
}

}  // namespace norma::batch::detail

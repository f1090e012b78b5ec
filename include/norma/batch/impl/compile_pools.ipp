// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find_if
#include <iterator>     // std::begin, std::end
#include <string_view>  // std::string_view
#include <utility>      // std::exchange, std::move

#include <norma/batch/impl/compile.hpp>
#include <norma/expr/print.hpp>

// Aggregates over the elements of a list, as numbers of the unit.

namespace norma::batch::detail {

struct pool_name {
  std::string_view name;
  pool_kind how;
  bool of_none;  ///< there is a number of no elements
};
/// A mean is a sum that is divided by the number of its elements.
inline constexpr pool_name pool_names[] = {
    {"count", pool_kind::count, true},   {"total", pool_kind::total, true},
    {"sum", pool_kind::sum, false},      {"min", pool_kind::least, false},
    {"max", pool_kind::greatest, false}, {"mean", pool_kind::sum, false},
};

/// The place of what is compared: the field at the end of the path, the elements
/// themselves where there is none; nothing where that is no number and no day.
inline std::optional<std::size_t> condition_compiler::pooled_field(std::size_t list,
                                                                   const node* path) {
  const read_fact& of = to_.units.facts[list];
  const fact_definition& element = *of.is->element;
  std::optional<std::size_t> place;
  if (path != nullptr) {
    place = field_named(*of.elements, element, path->name);
  } else if (element.fields.empty()) {
    place = field(*of.elements, element);
  }
  if (!place) return std::nullopt;
  const fact_type is = of.elements->facts[*place].is->declared;
  if (!is_numeric(is) && is != fact_type::date) return std::nullopt;
  return place;
}

/// `total(list)`, `total(list.field)`, `total(list[condition].field)` and their like.
inline std::optional<read_pool> condition_compiler::read_pool_of(const node& n) {
  const auto found = std::find_if(std::begin(pool_names), std::end(pool_names),
                                  [&](const pool_name& p) { return p.name == n.name; });
  if (found == std::end(pool_names)) return std::nullopt;
  const node* of = &n.children.front();
  const node* path = nullptr;
  if (found->how != pool_kind::count && of->kind == node_kind::path) {
    path = of;
    of = &of->children.front();
  }
  const node* condition = of->kind == node_kind::filter ? &of->children[1] : nullptr;
  if (condition != nullptr) of = &of->children[0];
  const auto list = named(*of);
  if (!list) return std::nullopt;
  const fact_type declared = definition(*list)->declared;
  const bool counts = found->how == pool_kind::count;
  if (declared != fact_type::list && !(counts && declared == fact_type::set)) {
    return std::nullopt;
  }
  read_fact& fact = to_.units.facts[*list];
  if (!fact.is->element) return std::nullopt;
  if (!fact.elements && declared == fact_type::list) {
    fact.elements = std::make_unique<read_scope>();
  }
  read_pool result;
  result.how = found->how;
  result.list = *list;
  result.null_matters = null_matters_ && !found->of_none;
  if (condition != nullptr) {
    if (condition->checked_type.kind != expr::type_kind::boolean) return std::nullopt;
    element_step_ptr kept = in_elements(*list, *condition);
    if (!kept) return std::nullopt;
    result.kept = kept.get();
    to_.owned.push_back(std::move(kept));
  }
  if (counts) return result;
  const auto place = pooled_field(*list, path);
  if (!place) return std::nullopt;
  const fact_definition& pooled = *to_.units.facts[*list].elements->facts[*place].is;
  if (n.name == "mean" && !is_numeric(pooled.declared)) return std::nullopt;
  result.field = *place;
  return result;
}

/// The place of an aggregate among what is read of units: of equal ones the same.
inline std::optional<std::size_t> condition_compiler::pooled(const node& n) {
  if (!elements_.empty() || n.children.size() != 1 || !n.names.empty()) {
    return std::nullopt;
  }
  const bool of_none = n.name == "count" || n.name == "total";
  const std::string name = expr::print(n) + (null_matters_ && !of_none ? " =" : "");
  const auto known = pools_.find(name);
  if (known != pools_.end()) {
    if (!known->second.note.empty()) note_ = known->second.note;
    return known->second.place;
  }
  const text before = std::exchange(note_, {});
  auto pool = read_pool_of(n);
  text note = note_;
  if (note_.empty()) note_ = before;
  if (!pool) return std::nullopt;
  read_fact made;
  made.is = to_.units.facts[pool->list].is;
  made.pool = *pool;
  made.loose = true;
  const std::size_t place = to_.units.facts.size();
  to_.units.facts.push_back(std::move(made));
  // What is read on the way to a fact may still be refused.
  if (reading_ == 0) pools_.emplace(name, known_pool{place, std::move(note)});
  return place;
}

/// The place of the number of elements that an aggregate looks at.
inline std::size_t condition_compiler::elements_of(std::size_t pool) {
  read_pool of = *to_.units.facts[pool].pool;
  of.how = pool_kind::count;
  of.null_matters = false;
  std::vector<read_fact>& facts = to_.units.facts;
  const auto same = std::find_if(facts.begin(), facts.end(), [&](const read_fact& f) {
    return f.pool && f.pool->how == of.how && f.pool->list == of.list &&
           f.pool->kept == of.kept;
  });
  if (same != facts.end()) return static_cast<std::size_t>(same - facts.begin());
  read_fact made;
  made.is = facts[of.list].is;
  made.pool = of;
  made.loose = true;
  facts.push_back(std::move(made));
  return facts.size() - 1;
}

/// What kind of number a fact or an aggregate is: that of what is added up or compared.
inline const fact_definition* condition_compiler::number_of(std::size_t place) const {
  const read_fact& f = scope().facts[place];
  if (!f.pool) return f.is;
  if (f.pool->how == pool_kind::count) return nullptr;
  return to_.units.facts[f.pool->list].elements->facts[f.pool->field].is;
}

}  // namespace norma::batch::detail

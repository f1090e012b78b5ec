// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a supplied value is what the dictionary says it is: type, scale,
// range. What is not becomes unknown by data error, element by element.

#include <algorithm>    // std::all_of, std::any_of, std::is_sorted, std::sort
#include <cstddef>      // std::size_t
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/statement.ipp>
#include <norma/core/text.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/print.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

NORMA_INLINE value admit(const fact_definition& as, const value& given,
                         const std::string& path);

NORMA_INLINE value wrong_type(const fact_definition& as, const value& given,
                              const std::string& path) {
  return data_error(path, "N0740",
                    {path, expr::kind_argument(as.type), expr::kind_argument(given),
                     given.to_string()});
}

// What is no number; of a count that `count_of_double` refused, why. A text that is not
// what it writes is somebody else's.
NORMA_INLINE value no_number(const fact_definition& as, const value& given,
                             const std::string& path) {
  const auto* text = given.string();
  if (text == nullptr || as.declared != fact_type::count)
    return wrong_type(as, given, path);
  for (const int bits : {64, 32, 16}) {
    const auto type = "float" + std::to_string(bits);
    const auto end = text->find(" (" + type);
    if (end == std::string::npos) continue;
    const auto n = number::parse_exact(std::string_view(*text).substr(0, end));
    if (n && count_of_double(*n, bits).same_as(given))
      return data_error(path, "N0727", {path, n->to_string(), type});
  }
  return wrong_type(as, given, path);
}

NORMA_INLINE bool in_range(const range_value& range, const value& v) {
  const auto below = [](const value& a, const value& b, bool equal_allowed) {
    if (const auto* x = a.num()) {
      if (const auto* y = b.num()) return equal_allowed ? *x <= *y : *x < *y;
    }
    if (const auto* x = a.day()) {
      if (const auto* y = b.day()) return equal_allowed ? *x <= *y : *x < *y;
    }
    return true;  // ends of another kind are refused when the pack is loaded
  };
  return (!range.low || below(*range.low, v, range.low_included)) &&
         (!range.high || below(v, *range.high, range.high_included));
}

NORMA_INLINE value admit_number(const fact_definition& as, const value& given,
                                const std::string& path) {
  const auto* n = given.num();
  if (n == nullptr) return no_number(as, given, path);
  if (as.declared == fact_type::count && !n->is_integer()) {
    return data_error(path, "N0754", {path, n->to_string()});
  }
  if (as.scaled && n->rounded(as.scale, rounding::floor) != *n) {
    return data_error(path, "N0741", {path, n->to_string(), std::to_string(as.scale)});
  }
  if (as.declared == fact_type::count && !as.range && n->sign() < 0) {
    return data_error(path, "N0742", {path, n->to_string(), ">= 0"});
  }
  return given;
}

// A text that is one: what bytes that are no UTF-8 were to say is not known.
NORMA_INLINE value admit_text(const fact_definition& as, const value& given,
                              const std::string& path) {
  const auto* text = given.string();
  if (text == nullptr) return wrong_type(as, given, path);
  const auto wrong = find_invalid_utf8(*text);
  if (wrong == std::string::npos) return given;
  return data_error(path, "N0755", {path, std::to_string(wrong + 1)});
}

NORMA_INLINE value admit_category(const fact_definition& as, const value& given,
                                  const std::string& path) {
  const value text = admit_text(as, given, path);
  const auto* id = text.string();
  if (id == nullptr) return text;
  if (as.type.category && !as.type.category->rank(*id)) {
    return data_error(path, "N0743", {path, *id, as.type.category->id});
  }
  return given;
}

// True if the fact is a number whenever it is known, never absent.
NORMA_INLINE bool surely_number(const fact_definition& as) {
  return is_numeric(as.declared) && !as.optional;
}

// Known of an unknown number that has no bounds: that it is one.
NORMA_INLINE const std::shared_ptr<const partial_value>& unbounded_number() {
  static const auto some = std::make_shared<const partial_value>(
      partial_value{number_bounds{}, true, std::nullopt});
  return some;
}

// The bounds that an unknown number has by its declaration; null if it may be none.
NORMA_INLINE std::shared_ptr<const partial_value> declared_bounds(
    const fact_definition& as) {
  if (!surely_number(as)) return nullptr;
  number_bounds bounds;
  if (as.range) {
    if (as.range->low && as.range->low->num() != nullptr)
      bounds.low = *as.range->low->num();
    if (as.range->high && as.range->high->num() != nullptr) {
      bounds.high = *as.range->high->num();
    }
  } else if (as.declared == fact_type::count) {
    bounds.low = number{0};
  }
  if (!bounds.low && !bounds.high) return unbounded_number();
  partial_value known;
  known.bounds = std::move(bounds);
  known.in_aggregate_only = true;
  return std::make_shared<const partial_value>(std::move(known));
}

// True if a value was refused: what it will be corrected to is not known.
NORMA_INLINE bool in_error(const value& v) {
  const auto causes = v.causes();
  return causes && std::any_of(causes->begin(), causes->end(), [](const cause& c) {
           return c.kind == cause_kind::data_error;
         });
}

// An element or field that is unknown, with its declared bounds.
NORMA_INLINE value with_declared_bounds(const fact_definition& as, value v) {
  if (!v.is_unknown() || v.partial() || in_error(v)) return v;
  auto known = declared_bounds(as);
  return known ? value{unknown_value{v.causes(), std::move(known)}} : v;
}

// Admitted as an element of a list or a field of a record.
NORMA_INLINE value admit_part(const fact_definition& as, const value& given,
                              const std::string& path) {
  return with_declared_bounds(as, admit(as, given, path));
}

NORMA_INLINE bool unchanged(const value& before, const value& after) {
  return before.is_unknown() ? before.partial() == after.partial()
                             : after.same_as(before);
}

NORMA_INLINE value admit_list(const fact_definition& as, const value& given,
                              const std::string& path) {
  const auto* items = given.list();
  if (items == nullptr) return wrong_type(as, given, path);
  if (!as.element) return given;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto place = path + '[' + std::to_string(i + 1) + ']';
    const auto admitted = admit_part(*as.element, (*items)[i], place);
    if (unchanged((*items)[i], admitted)) continue;
    list_value changed(*items);
    for (std::size_t k = i; k < changed.size(); ++k) {
      changed[k] =
          admit_part(*as.element, changed[k], path + '[' + std::to_string(k + 1) + ']');
    }
    return value{std::move(changed)};
  }
  return given;
}

// Words that are all known in the order of their category: a set has none of its own.
NORMA_INLINE value in_category_order(const fact_definition& as, const value& given) {
  const auto category = as.type.element ? as.type.element->category : nullptr;
  const auto* items = given.list();
  if (!category || items == nullptr) return given;
  std::vector<std::pair<std::size_t, std::size_t>> order;  // of the category, of the set
  for (const value& each : *items) {
    const auto* word = each.string();
    const auto rank = word == nullptr ? std::nullopt : category->rank(*word);
    if (!rank) return given;
    order.emplace_back(*rank, order.size());
  }
  if (std::is_sorted(order.begin(), order.end())) return given;
  std::sort(order.begin(), order.end());
  list_value sorted;
  for (const auto& [rank, place] : order) sorted.push_back((*items)[place]);
  return value{std::move(sorted)};
}

// A set has each word once, whoever made it.
NORMA_INLINE value admit_set(const fact_definition& as, const value& given,
                             const std::string& path) {
  const auto* items = given.list();
  if (items == nullptr || items->size() < 2) return admit_list(as, given, path);
  std::set<std::string_view> words;
  const auto is_new = [&](const value& each) {
    const auto* word = each.string();
    return word == nullptr || words.insert(*word).second;
  };
  if (std::all_of(items->begin(), items->end(), is_new)) {
    return admit_list(as, in_category_order(as, given), path);
  }
  words.clear();
  list_value once;
  for (const value& each : *items) {
    if (is_new(each)) once.push_back(each);
  }
  return admit_list(as, in_category_order(as, value{std::move(once)}), path);
}

// A record in the declared shape: fields that were not given are unknown, and
// what the dictionary does not name is left out.
NORMA_INLINE value admit_record(const fact_definition& as, const value& given,
                                const std::string& path) {
  const auto* record = given.record();
  const bool whole = record != nullptr && record->shape &&
                     record->shape->names().size() == record->fields.size();
  if (!whole) return wrong_type(as, given, path);
  if (as.fields.empty()) return given;
  record_value changed;
  changed.fields.reserve(as.fields.size());
  const auto& names = record->shape->names();
  bool same_names = names.size() == as.fields.size();
  bool differs = false;
  for (std::size_t i = 0; i < as.fields.size(); ++i) {
    const auto& field = as.fields[i];
    const auto place = path + '.' + field.name;
    same_names = same_names && names[i] == field.name;
    const auto* found = record->find(field.name);
    changed.fields.push_back(admit_part(
        field, found != nullptr ? *found : unknown_because(cause_kind::missing, place),
        place));
    differs = differs || found == nullptr || !unchanged(*found, changed.fields.back());
  }
  if (same_names && !differs) return given;
  if (same_names) {
    changed.shape = record->shape;
  } else {
    std::vector<std::string> declared;
    for (const auto& field : as.fields) declared.push_back(field.name);
    changed.shape = std::make_shared<const record_shape>(std::move(declared));
  }
  return value{std::move(changed)};
}

// Both ends are days, the first not after the last; an end may be open, or
// unknown.
NORMA_INLINE bool is_period(const value& v) {
  const auto* r = v.range();
  if (r == nullptr || r->negated) return false;
  const auto end = [](const std::optional<value>& e, bool included) {
    return !e || e->is_null() || ((e->day() != nullptr || e->is_unknown()) && included);
  };
  if (!end(r->low, r->low_included) || !end(r->high, r->high_included)) return false;
  const auto* first = r->low ? r->low->day() : nullptr;
  const auto* last = r->high ? r->high->day() : nullptr;
  return first == nullptr || last == nullptr || *first <= *last;
}

NORMA_INLINE bool of_declared_kind(const fact_definition& as, const value& v) {
  switch (as.declared) {
    case fact_type::boolean: return v.boolean() != nullptr;
    case fact_type::date: return v.day() != nullptr;
    case fact_type::duration: return v.months() != nullptr || v.days() != nullptr;
    case fact_type::period: return is_period(v);
    default: return true;
  }
}

// By its kind, whatever its range.
NORMA_INLINE value admit_kind(const fact_definition& as, const value& given,
                              const std::string& path) {
  const bool record = as.type.kind == expr::type_kind::record;
  switch (as.declared) {
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return admit_number(as, given, path);
    case fact_type::text: return admit_text(as, given, path);
    case fact_type::category: return admit_category(as, given, path);
    case fact_type::set: return admit_set(as, given, path);
    case fact_type::list:
      return record ? admit_record(as, given, path) : admit_list(as, given, path);
    default:
      if (record) return admit_record(as, given, path);
      return of_declared_kind(as, given) ? given : wrong_type(as, given, path);
  }
}

NORMA_INLINE value admit(const fact_definition& as, const value& given,
                         const std::string& path) {
  if (given.is_unknown()) return given;
  if (given.is_null()) {
    return as.optional ? given : data_error(path, "N0745", {path});
  }
  value admitted = admit_kind(as, given, path);
  if (as.range && !admitted.is_unknown() && !in_range(*as.range, admitted)) {
    return data_error(path, "N0742",
                      {path, admitted.to_string(), value{*as.range}.to_string()});
  }
  return admitted;
}

}  // namespace norma::detail

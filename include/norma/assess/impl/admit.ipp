// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a supplied value is what the dictionary says it is: type, scale,
// range. What is not becomes unknown by data error, element by element.

#include <string>   // std::string
#include <utility>  // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/statement.ipp>
#include <norma/expr/evaluate.hpp>

namespace norma::detail {

NORMA_INLINE value admit(const fact_definition& as, const value& given,
                         const std::string& path);

NORMA_INLINE value wrong_type(const fact_definition& as, const value& given,
                              const std::string& path) {
  return data_error(path, "N0740",
                    {path, expr::to_string(as.type), std::string(given.kind_name()),
                     given.to_string()});
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
  if (n == nullptr) return wrong_type(as, given, path);
  if (as.declared == fact_type::count && !n->is_integer()) {
    return data_error(path, "N0741", {path, n->to_string(), "0"});
  }
  if (as.scaled && n->rounded(as.scale, rounding::floor) != *n) {
    return data_error(path, "N0741", {path, n->to_string(), std::to_string(as.scale)});
  }
  if (as.declared == fact_type::count && !as.range && n->sign() < 0) {
    return data_error(path, "N0742", {path, n->to_string(), ">= 0"});
  }
  return given;
}

NORMA_INLINE value admit_category(const fact_definition& as, const value& given,
                                  const std::string& path) {
  const auto* id = given.string();
  if (id == nullptr) return wrong_type(as, given, path);
  if (as.type.category && !as.type.category->rank(*id)) {
    return data_error(path, "N0743", {path, *id, as.type.category->id});
  }
  return given;
}

NORMA_INLINE value admit_list(const fact_definition& as, const value& given,
                              const std::string& path) {
  const auto* items = given.list();
  if (items == nullptr) return wrong_type(as, given, path);
  if (!as.element) return given;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const auto place = path + '[' + std::to_string(i + 1) + ']';
    auto admitted = admit(*as.element, (*items)[i], place);
    if (admitted.same_as((*items)[i]) || (*items)[i].is_unknown()) continue;
    list_value changed(*items);
    for (std::size_t k = i; k < changed.size(); ++k) {
      changed[k] = admit(*as.element, changed[k], path + '[' + std::to_string(k + 1) + ']');
    }
    return value{std::move(changed)};
  }
  return given;
}

NORMA_INLINE value admit_record(const fact_definition& as, const value& given,
                                const std::string& path) {
  const auto* record = given.record();
  if (record == nullptr) return wrong_type(as, given, path);
  record_value changed;
  bool differs = false;
  changed.shape = record->shape;
  changed.fields.reserve(record->fields.size());
  const auto& names = record->shape->names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto& field = record->fields[i];
    const fact_definition* definition = nullptr;
    for (const auto& one : as.fields) {
      if (one.name == names[i]) definition = &one;
    }
    if (definition == nullptr || field.is_unknown()) {
      changed.fields.push_back(field);
      continue;
    }
    changed.fields.push_back(admit(*definition, field, path + '.' + names[i]));
    differs = differs || !changed.fields.back().same_as(field);
  }
  return differs ? value{std::move(changed)} : given;
}

NORMA_INLINE bool of_declared_kind(const fact_definition& as, const value& v) {
  switch (as.declared) {
    case fact_type::boolean: return v.boolean() != nullptr;
    case fact_type::text: return v.string() != nullptr;
    case fact_type::date: return v.day() != nullptr;
    case fact_type::duration: return v.months() != nullptr || v.days() != nullptr;
    case fact_type::period: return v.range() != nullptr;
    default: return true;
  }
}

NORMA_INLINE value admit(const fact_definition& as, const value& given,
                         const std::string& path) {
  if (given.is_unknown()) return given;
  if (given.is_null()) {
    return as.optional ? given : data_error(path, "N0745", {path});
  }
  value admitted = given;
  switch (as.declared) {
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: admitted = admit_number(as, given, path); break;
    case fact_type::category: admitted = admit_category(as, given, path); break;
    case fact_type::set: admitted = admit_list(as, given, path); break;
    case fact_type::list:
      if (as.type.kind == expr::type_kind::record) {
        admitted = admit_record(as, given, path);
      } else {
        admitted = admit_list(as, given, path);
      }
      break;
    default:
      if (as.type.kind == expr::type_kind::record) {
        admitted = admit_record(as, given, path);
      } else if (!of_declared_kind(as, given)) {
        admitted = wrong_type(as, given, path);
      }
  }
  if (!admitted.is_unknown() && as.range && !in_range(*as.range, admitted)) {
    return data_error(path, "N0742",
                      {path, admitted.to_string(), value{*as.range}.to_string()});
  }
  return admitted;
}

}  // namespace norma::detail

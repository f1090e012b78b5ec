// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/type.hpp>

#include <algorithm>    // std::lower_bound, std::stable_sort
#include <numeric>      // std::iota
#include <string_view>  // std::string_view
#include <utility>      // std::move

namespace norma::expr {

NORMA_INLINE measure multiply(const measure& a, const measure& b, int sign) {
  measure result = a;
  for (const auto& [unit, power] : b) {
    const auto place = result.try_emplace(unit, 0).first;
    place->second += sign * power;
    if (place->second == 0) result.erase(place);
  }
  return result;
}

NORMA_INLINE std::string to_string(const measure& m) {
  const auto product = [&](int sign) {
    std::string result;
    for (const auto& [unit, power] : m) {
      if (power * sign <= 0) continue;
      if (!result.empty()) result += '*';
      result += unit;
      if (power * sign > 1) result += "**" + std::to_string(power * sign);
    }
    return result;
  };
  const auto above = product(1);
  const auto below = product(-1);
  if (below.empty()) return above.empty() ? "1" : above;
  const bool several = below.find('*') != std::string::npos;
  return (above.empty() ? "1" : above) + '/' + (several ? '(' + below + ')' : below);
}

NORMA_INLINE void category_type::sort_ids() {
  std::vector<std::size_t> places(values.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [this](std::size_t a, std::size_t b) {
    return values[a].first < values[b].first;
  });
  by_id = std::make_shared<const std::vector<std::size_t>>(std::move(places));
}

NORMA_INLINE std::optional<std::size_t> category_type::rank(
    std::string_view value_id) const {
  // Not where values came or went since. What is not there costs no look at all of them:
  // names beside a category are most often none of its values.
  if (by_id && by_id->size() == values.size()) {
    const auto before = [this](std::size_t place, std::string_view id) {
      return values[place].first < id;
    };
    const auto found = std::lower_bound(by_id->begin(), by_id->end(), value_id, before);
    const bool there = found != by_id->end() && values[*found].first == value_id;
    return there ? std::optional{*found} : std::nullopt;
  }
  for (std::size_t i = 0; i < values.size(); ++i)
    if (values[i].first == value_id) return i;
  return std::nullopt;
}

NORMA_INLINE const record_field* record_type::find(std::string_view name_or_alias) const {
  for (const auto& field : fields)
    if (field.name == name_or_alias) return &field;
  for (const auto& field : fields)
    if (!field.alias.empty() && field.alias == name_or_alias) return &field;
  return nullptr;
}

NORMA_INLINE type make(type_kind kind) {
  type result;
  result.kind = kind;
  return result;
}

NORMA_INLINE type make_number(measure unit) {
  auto result = make(type_kind::number);
  result.unit = std::move(unit);
  return result;
}

NORMA_INLINE type make_list(type element) {
  auto result = make(type_kind::list);
  result.element = std::make_shared<const type>(std::move(element));
  return result;
}

NORMA_INLINE type make_range(type element) {
  auto result = make(type_kind::range);
  result.element = std::make_shared<const type>(std::move(element));
  return result;
}

NORMA_INLINE std::string to_string(const type& t) {
  switch (t.kind) {
    case type_kind::any: return "any";
    case type_kind::null: return "null";
    case type_kind::boolean: return "boolean";
    case type_kind::number:
      return t.unit.empty() ? "number" : "number of " + to_string(t.unit);
    case type_kind::text: return t.category ? "category " + t.category->id : "text";
    case type_kind::date: return "date";
    case type_kind::time: return "time";
    case type_kind::date_time: return "date and time";
    case type_kind::months_duration: return "years and months duration";
    case type_kind::days_duration: return "days and time duration";
    case type_kind::duration: return "duration";
    case type_kind::range:
      return t.element ? "range of " + to_string(*t.element) : "range";
    case type_kind::list: return t.element ? "list of " + to_string(*t.element) : "list";
    case type_kind::record: return t.record ? "record " + t.record->id : "record";
  }
  return "any";
}

}  // namespace norma::expr

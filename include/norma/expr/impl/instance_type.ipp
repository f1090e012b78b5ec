// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::all_of
#include <array>        // std::array
#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <utility>      // std::pair

#include <norma/core/text.hpp>
#include <norma/expr/impl/builtin.hpp>

// The types that may stand after `instance of` (DMN 1.5, 10.3.2.9): simple
// ones, `list<T>`, `range<T>`; `context<…>` and `function<…>` have no values here.

namespace norma::expr::detail {

struct instance_type {
  kinds kind = k_all;   ///< 0: nothing is of this type
  std::string_view of;  ///< in `list<…>` and `range<…>`; empty: anything
};

inline constexpr std::array<std::pair<std::string_view, kinds>, 12> type_names{{
    {"Any", k_all},
    {"Null", k_null},
    {"number", k_number},
    {"string", k_text},
    {"boolean", k_boolean},
    {"date", k_date},
    {"time", k_time},
    {"date and time", k_moment},
    {"years and months duration", k_months},
    {"days and time duration", k_days},
    {"list", k_list},
    {"range", k_range},
}};

/// Nothing if `text` names no type.
[[nodiscard]] inline std::optional<instance_type> read_type(std::string_view text) {
  text = trimmed(text);
  for (const auto& [name, kind] : type_names)
    if (text == name) return instance_type{kind, {}};
  const auto open = text.find('<');
  if (open == std::string_view::npos) return std::nullopt;
  const auto outer = trimmed(text.substr(0, open));
  if (outer == "context" || outer == "function") return instance_type{0, {}};
  if (text.back() != '>' || (outer != "list" && outer != "range")) return std::nullopt;
  const auto inner = trimmed(text.substr(open + 1, text.size() - open - 2));
  if (!read_type(inner)) return std::nullopt;
  return instance_type{outer == "list" ? k_list : k_range, inner};
}

[[nodiscard]] inline bool is_instance(const value& v, const instance_type& wanted) {
  if (v.is_null()) return wanted.kind == k_null;
  if ((kind_of(v) & wanted.kind) == 0) return false;
  if (wanted.of.empty()) return true;
  const auto inner = *read_type(wanted.of);
  if (const auto* list = v.list())
    return std::all_of(list->begin(), list->end(), [&](const value& element) {
      return inner.kind == k_all || is_instance(element, inner);
    });
  const auto& r = *v.range();
  const auto fits = [&](const std::optional<value>& end) {
    return !end || inner.kind == k_all || is_instance(*end, inner);
  };
  return fits(r.low) && fits(r.high);
}

}  // namespace norma::expr::detail

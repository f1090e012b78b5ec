// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/fact.hpp>

// Which kinds of values a column can hold, and a fact can have.

namespace norma::batch::detail {

[[nodiscard]] inline bool is_text(const column& c) {
  return c.is == layout::text || c.is == layout::large_text || c.is == layout::dictionary;
}

/// True if the column can hold values of the fact at all, whatever it is made of.
[[nodiscard]] inline bool can_hold(const column& c, const fact_definition& f) {
  if (c.is == layout::none) return true;
  if (!f.fields.empty()) return c.is == layout::structure;
  switch (f.declared) {
    case fact_type::boolean:
      return c.is == layout::boolean || c.is == layout::boolean_byte;
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number:
      return is_integer(c.is) || c.is == layout::float64 || c.is == layout::decimal128;
    case fact_type::date: return c.is == layout::date32;
    case fact_type::text:
    case fact_type::category: return is_text(c);
    case fact_type::set:
      return is_list(c) && can_hold(c.children.front().content, *f.element);
    case fact_type::list: return is_list(c);
    case fact_type::period: return c.is == layout::structure;
    default: return false;
  }
}

/// The kind of values that a fact, or a column, has: a code of the catalogue.
[[nodiscard]] inline std::string_view kind_of_fact(const fact_definition& f) {
  if (!f.fields.empty()) return "R0912";
  switch (f.declared) {
    case fact_type::boolean: return "R0902";
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return "R0903";
    case fact_type::date: return "R0905";
    case fact_type::text:
    case fact_type::category: return "R0904";
    case fact_type::duration: return "R0914";
    case fact_type::period: return "R0912";
    default: return "R0911";
  }
}
[[nodiscard]] inline std::string_view kind_of_column(const column& c) {
  if (c.is == layout::boolean || c.is == layout::boolean_byte) return "R0902";
  if (c.is == layout::date32) return "R0905";
  if (is_text(c)) return "R0904";
  if (is_list(c)) return "R0911";
  return c.is == layout::structure ? "R0912" : "R0903";
}

/// Told of the column `name` where it can not hold the fact; with a code of its own
/// where nothing reads it.
[[nodiscard]] inline diagnostic wrong_kind(std::string name, const column& c,
                                           const fact_definition& f,
                                           const char* code = "N0662") {
  if (f.declared == fact_type::set && is_list(c)) {  // of other elements
    return wrong_kind(name + "[]", c.children.front().content, *f.element, code);
  }
  return {
      code,
      {std::move(name), word_argument(kind_of_fact(f)), word_argument(kind_of_column(c))},
      {},
      {}};
}

}  // namespace norma::batch::detail

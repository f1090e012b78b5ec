// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/text.hpp>

namespace norma::expr {

/// Kinds of static types. `any` agrees with everything (the FEEL door, an
/// empty list's elements); `duration` is either kind of duration.
enum class type_kind {
  any,
  null,
  boolean,
  number,
  text,
  date,
  time,
  date_time,
  months_duration,
  days_duration,
  duration,
  range,
  list,
  record,
};

/// A product of named units with integer powers (`persons`, `CNY/persons`).
/// Empty: a bare number, which agrees with any unit in + - = < (design 4).
using measure = std::map<std::string, int>;

[[nodiscard]] measure multiply(const measure& a, const measure& b, int sign = 1);
/// `CNY/persons`, `1` for a bare number.
[[nodiscard]] std::string to_string(const measure& m);

/// A closed list of ids with labels; `ordered` ones compare by their place.
struct category_type {
  std::string id;
  text label;
  bool ordered = false;
  std::vector<std::pair<std::string, text>> values;  ///< id, label; in order
  /// The places of `values` by their ids, which `rank` searches; null: it looks at all.
  std::shared_ptr<const std::vector<std::size_t>> by_id;

  /// Makes `by_id`, which copies share: to be called again once `values` changed.
  void sort_ids();
  /// The place of value `id`, or nothing.
  [[nodiscard]] std::optional<std::size_t> rank(std::string_view value_id) const;
};

struct record_type;

/// The static type of an expression.
struct type {
  type_kind kind = type_kind::any;
  measure unit;                                   ///< of a number
  std::shared_ptr<const type> element;            ///< of a list or a range
  std::shared_ptr<const record_type> record;      ///< of a record
  std::shared_ptr<const category_type> category;  ///< of a text that is an id
  bool inexact = false;      ///< number rounded by sqrt, exp, log …
  bool optional = false;     ///< may be FEEL's null
  bool may_be_empty = true;  ///< of a list
  bool set = false;          ///< a list of words that have no order
};

struct record_field {
  std::string name;
  std::string alias;  ///< may be empty
  text label;
  type of;
  bool optional = false;  ///< `{none: …}` is allowed
};

/// The fields of an element of a list of events or members.
struct record_type {
  std::string id;
  std::vector<record_field> fields;
  [[nodiscard]] const record_field* find(std::string_view name_or_alias) const;
};

[[nodiscard]] type make(type_kind kind);
[[nodiscard]] type make_number(measure unit = {});
[[nodiscard]] type make_list(type element);
[[nodiscard]] type make_range(type element);

/// For messages: `number of persons`, `list of date`, `category size`.
[[nodiscard]] std::string to_string(const type& t);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/type.ipp>
#endif

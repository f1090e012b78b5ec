// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/number.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// Between what a number lies that is not known; both ends count as reached,
/// an absent one is infinite.
struct number_bounds {
  std::optional<number> low = {}, high = {};
  friend bool operator==(const number_bounds&, const number_bounds&) = default;
};

/// The elements of a list that were not given, all alike.
struct list_rest {
  value element;  ///< what is known of each: most often fields that are unknown
  std::optional<std::size_t> count = {};  ///< nothing: any number, or none
  bool maybe = false;                     ///< it is not known whether they belong
  cause_list doubt = nullptr;             ///< why it is not known how many belong
};

/// A list of which it is not known what it holds: elements that surely or maybe
/// belong, and those that were not given.
struct open_list {
  list_value items;
  std::vector<bool> maybe = {};         ///< by item; shorter: the others are sure
  std::vector<cause_list> doubts = {};  ///< of the *maybe* ones, by item
  std::optional<list_rest> rest = {};

  [[nodiscard]] bool is_maybe(std::size_t i) const {
    return i < maybe.size() && maybe[i];
  }
};

/// What is known of an unknown value: the bounds of a number (design section 4),
/// or of a list.
struct partial_value {
  std::optional<number_bounds> bounds = {};  ///< without ends: it is a number
  bool in_aggregate_only = false;  ///< bounds of a field: they count as an element's
  std::optional<open_list> list = {};
};

/// The bounds of an unknown number wherever it stands; null if it has none.
[[nodiscard]] inline const number_bounds* bounds_of(const value& v) {
  const auto& known = v.partial();
  return known && known->bounds && !known->in_aggregate_only ? &*known->bounds : nullptr;
}

/// The bounds of an unknown number as an element of an aggregate.
[[nodiscard]] inline const number_bounds* bounds_of_element(const value& v) {
  const auto& known = v.partial();
  return known && known->bounds ? &*known->bounds : nullptr;
}

/// The open list that a value is; null if it is anything else.
[[nodiscard]] inline const open_list* open_list_of(const value& v) {
  const auto& known = v.partial();
  return known && known->list ? &*known->list : nullptr;
}

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/partial.ipp>
#endif

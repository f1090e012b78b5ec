// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <variant>      // std::variant
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/date.hpp>
#include <norma/value/duration.hpp>
#include <norma/value/number.hpp>
#include <norma/value/time.hpp>

namespace norma {

class value;

/// FEEL's null: known to be absent. Not the same as unknown.
struct null_value {
  friend bool operator==(null_value, null_value) = default;
};

/// A value that is not known, and why.
struct unknown_value {
  cause_list causes;
};

/// The names of a record's fields, shared by all records of one type.
class record_shape {
 public:
  explicit record_shape(std::vector<std::string> names);
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The place of field `name`, or nothing.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::size_t> sorted_;
};

/// Named fields in order: an element of a list of events, a member unit.
struct record_value {
  std::shared_ptr<const record_shape> shape;
  std::vector<value> fields;  ///< one a name of the shape
  /// The field's value, or null if the record has no such field.
  [[nodiscard]] const value* find(std::string_view name) const;
};

using list_value = std::vector<value>;

/// FEEL's range, unary comparisons included: `[1..5)`, `(< 10)`, `(!=3)`.
struct range_value;

/// Any value of the rule language; immutable, cheap to copy.
class value {
 public:
  value() = default;                               ///< null
  // NOLINTBEGIN(google-explicit-constructor): each of them is a value
  value(null_value) noexcept {}
  value(bool b) noexcept : data_(b) {}
  value(int i) noexcept : data_(number{i}) {}
  value(std::int64_t i) noexcept : data_(number{i}) {}
  value(number n) noexcept : data_(std::move(n)) {}
  value(date d) noexcept : data_(d) {}
  value(time_of_day t) noexcept : data_(t) {}
  value(date_time t) noexcept : data_(t) {}
  value(months_duration m) noexcept : data_(m) {}
  value(days_duration d) noexcept : data_(std::move(d)) {}
  value(duration d);
  value(std::string s);
  value(std::string_view s);
  value(const char* s);
  value(list_value list);
  value(record_value record);
  value(range_value range);
  value(unknown_value u) noexcept : data_(std::move(u)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] static value unknown(cause_list causes = nullptr) {
    return value{unknown_value{std::move(causes)}};
  }

  [[nodiscard]] bool is_null() const { return holds<null_value>(); }
  [[nodiscard]] bool is_unknown() const { return holds<unknown_value>(); }
  /// The causes of an unknown value; null for any other.
  [[nodiscard]] cause_list causes() const;

  // The content, or null if the value is of another kind.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
  [[nodiscard]] const number* num() const { return std::get_if<number>(&data_); }
  [[nodiscard]] const date* day() const { return std::get_if<date>(&data_); }
  [[nodiscard]] const time_of_day* time() const {
    return std::get_if<time_of_day>(&data_);
  }
  [[nodiscard]] const date_time* moment() const { return std::get_if<date_time>(&data_); }
  [[nodiscard]] const months_duration* months() const {
    return std::get_if<months_duration>(&data_);
  }
  [[nodiscard]] const days_duration* days() const {
    return std::get_if<days_duration>(&data_);
  }
  [[nodiscard]] const std::string* string() const { return pointed<std::string>(); }
  [[nodiscard]] const list_value* list() const { return pointed<list_value>(); }
  [[nodiscard]] const record_value* record() const { return pointed<record_value>(); }
  [[nodiscard]] const range_value* range() const { return pointed<range_value>(); }

  /// The same kind and the same content all through (numbers by value; two
  /// unknowns are never the same). For tests and caches, not FEEL's `=`.
  [[nodiscard]] bool same_as(const value& other) const;

  /// As a FEEL literal would write it (`"text"`, `[1, 2]`, `@"2023-06-30"`);
  /// an unknown prints as `unknown`.
  [[nodiscard]] std::string to_string() const;

  /// The word for its kind in messages: `number`, `list`, `unknown` …
  [[nodiscard]] std::string_view kind_name() const;

 private:
  template <class T>
  [[nodiscard]] bool holds() const {
    return std::holds_alternative<T>(data_);
  }
  template <class T>
  [[nodiscard]] const T* pointed() const {
    const auto* shared = std::get_if<std::shared_ptr<const T>>(&data_);
    return shared == nullptr ? nullptr : shared->get();
  }

  std::variant<null_value, bool, number, date, time_of_day, date_time, months_duration,
               days_duration, std::shared_ptr<const std::string>,
               std::shared_ptr<const list_value>, std::shared_ptr<const record_value>,
               std::shared_ptr<const range_value>, unknown_value>
      data_;
};

/// FEEL's range, unary comparisons included. An end that is absent is open
/// to infinity: `(< 10)` has no `low`. `negated`: `(!= 3)`, both ends 3.
struct range_value {
  std::optional<value> low, high;
  bool low_included = false;
  bool high_included = false;
  bool negated = false;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/value.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>     // std::same_as
#include <cstddef>      // std::size_t
#include <memory>       // std::shared_ptr
#include <new>          // placement new
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
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

/// What is known of a value that is not (see partial.hpp).
struct partial_value;

/// A value that is not known, why, and what is known of it nevertheless.
struct unknown_value {
  cause_list causes;
  std::shared_ptr<const partial_value> known = nullptr;
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
  /// The name of field `i`; "" if the shape, which may be null, has none.
  [[nodiscard]] std::string_view name(std::size_t i) const;
};

using list_value = std::vector<value>;

/// FEEL's range, unary comparisons included: `[1..5)`, `(< 10)`, `(!=3)`.
struct range_value;

/// Any value of the rule language; immutable, cheap to copy.
class value {
 public:
  value() noexcept {}  ///< null
  value(const value& other) noexcept : kind_(other.kind_) { copy(other); }
  value(value&& other) noexcept : kind_(other.kind_) { move(other); }
  value& operator=(const value& other) noexcept { return *this = value(other); }
  value& operator=(value&& other) noexcept {
    if (this == &other) return *this;
    destroy();
    kind_ = other.kind_;
    move(other);
    return *this;
  }
  ~value() { destroy(); }

  // NOLINTBEGIN(google-explicit-constructor): each of them is a value
  value(null_value) noexcept {}
  value(bool b) noexcept : kind_(kind::boolean) { new (&held_.boolean) bool(b); }
  value(int i) noexcept : value(number{i}) {}
  value(std::int64_t i) noexcept : value(number{i}) {}
  value(number n) noexcept : kind_(kind::number) {
    new (&held_.num) number(std::move(n));
  }
  value(date d) noexcept : kind_(kind::day) { new (&held_.day) date(d); }
  value(time_of_day t) noexcept : kind_(kind::time) { new (&held_.time) time_of_day(t); }
  value(date_time t) noexcept : kind_(kind::moment) { new (&held_.moment) date_time(t); }
  value(months_duration m) noexcept : kind_(kind::months) {
    new (&held_.months) months_duration(m);
  }
  value(days_duration d) noexcept : kind_(kind::days) {
    new (&held_.days) days_duration(std::move(d));
  }
  // A template, as every other conversion would else try the variant as well.
  template <std::same_as<duration> D>
  value(const D& d) : value(of(d)) {}
  value(std::string s);
  value(std::string_view s);
  value(const char* s);
  value(list_value list);
  value(record_value record);
  value(range_value range);
  value(unknown_value u) {
    if (u.known) {
      keep(std::move(u));
    } else {
      new (&held_.shared) shared(std::move(u.causes));
      kind_ = kind::unknown;
    }
  }
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] static value unknown(cause_list causes = nullptr) {
    return value{unknown_value{std::move(causes), nullptr}};
  }
  [[nodiscard]] static value unknown(cause_list causes, partial_value known);

  [[nodiscard]] bool is_null() const { return kind_ == kind::null; }
  [[nodiscard]] bool is_unknown() const { return kind_ >= kind::unknown; }
  /// The causes of an unknown value; null for any other.
  [[nodiscard]] cause_list causes() const;
  /// What is known of an unknown value; null where nothing is.
  [[nodiscard]] const std::shared_ptr<const partial_value>& partial() const;

  // The content, or null if the value is of another kind.
  [[nodiscard]] const bool* boolean() const {
    return kind_ == kind::boolean ? &held_.boolean : nullptr;
  }
  [[nodiscard]] const number* num() const {
    return kind_ == kind::number ? &held_.num : nullptr;
  }
  [[nodiscard]] const date* day() const {
    return kind_ == kind::day ? &held_.day : nullptr;
  }
  [[nodiscard]] const time_of_day* time() const {
    return kind_ == kind::time ? &held_.time : nullptr;
  }
  [[nodiscard]] const date_time* moment() const {
    return kind_ == kind::moment ? &held_.moment : nullptr;
  }
  [[nodiscard]] const months_duration* months() const {
    return kind_ == kind::months ? &held_.months : nullptr;
  }
  [[nodiscard]] const days_duration* days() const {
    return kind_ == kind::days ? &held_.days : nullptr;
  }
  [[nodiscard]] const std::string* string() const {
    return static_cast<const std::string*>(pointed(kind::string));
  }
  [[nodiscard]] const list_value* list() const {
    return static_cast<const list_value*>(pointed(kind::list));
  }
  [[nodiscard]] const record_value* record() const {
    return static_cast<const record_value*>(pointed(kind::record));
  }
  [[nodiscard]] const range_value* range() const {
    return static_cast<const range_value*>(pointed(kind::range));
  }

  /// The same kind and the same content all through (numbers by value; two
  /// unknowns are never the same). For tests and caches, not FEEL's `=`.
  [[nodiscard]] bool same_as(const value& other) const;

  /// As a FEEL literal would write it (`"text"`, `[1, 2]`, `@"2023-06-30"`);
  /// an unknown prints as `unknown`.
  [[nodiscard]] std::string to_string() const;

 private:
  enum class kind : unsigned char {
    null,
    boolean,
    number,
    day,
    time,
    moment,
    months,
    days,
    string,
    list,
    record,
    range,
    unknown,
    partly_known,  ///< unknown, too: an `unknown_value` with what is known of it
  };
  using shared = std::shared_ptr<const void>;

  // A union by hand: a std::variant of as many kinds costs everybody who
  // includes this file a seventh of the standard headers. What is large is
  // shared; `kind_` says as what. A list of causes may be null.
  union holder {
    holder() noexcept {}
    ~holder() {}
    bool boolean;
    norma::number num;
    date day;
    time_of_day time;
    date_time moment;
    months_duration months;
    days_duration days;
    value::shared shared;
  };

  [[nodiscard]] static value of(const duration& d);
  void keep(unknown_value u);
  [[nodiscard]] const void* pointed(kind wanted) const {
    return kind_ == wanted ? held_.shared.get() : nullptr;
  }

  // `kind_` is set already and nothing is held yet.
  void copy(const value& other) noexcept {
    switch (kind_) {
      case kind::null: break;
      case kind::boolean: new (&held_.boolean) bool(other.held_.boolean); break;
      case kind::number: new (&held_.num) norma::number(other.held_.num); break;
      case kind::day: new (&held_.day) date(other.held_.day); break;
      case kind::time: new (&held_.time) time_of_day(other.held_.time); break;
      case kind::moment: new (&held_.moment) date_time(other.held_.moment); break;
      case kind::months: new (&held_.months) months_duration(other.held_.months); break;
      case kind::days: new (&held_.days) days_duration(other.held_.days); break;
      default: new (&held_.shared) shared(other.held_.shared);
    }
  }
  void move(value& other) noexcept {
    switch (kind_) {
      case kind::number:
        new (&held_.num) norma::number(std::move(other.held_.num));
        break;
      case kind::days:
        new (&held_.days) days_duration(std::move(other.held_.days));
        break;
      case kind::string:
      case kind::list:
      case kind::record:
      case kind::range:
      case kind::unknown:
      case kind::partly_known:
        new (&held_.shared) shared(std::move(other.held_.shared));
        break;
      default: copy(other);
    }
  }
  void destroy() noexcept {
    switch (kind_) {
      case kind::number: held_.num.~number(); break;
      case kind::days: held_.days.~days_duration(); break;
      case kind::string:
      case kind::list:
      case kind::record:
      case kind::range:
      case kind::unknown:
      case kind::partly_known: held_.shared.~shared_ptr(); break;
      default: break;
    }
  }

  kind kind_ = kind::null;
  holder held_;
};

/// FEEL's range, unary comparisons included. An end that is absent is open
/// to infinity: `(< 10)` has no `low`. Of `(= 3)` and `(!= 3)` both ends are 3;
/// the former holds for what `[3..3]` holds for, and is another value.
struct range_value {
  std::optional<value> low, high;
  bool low_included = false;
  bool high_included = false;
  bool negated = false;  ///< `(!= 3)`
  bool equal = false;    ///< `(= 3)`
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/value.ipp>
#endif

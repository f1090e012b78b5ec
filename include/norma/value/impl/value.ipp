// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/value.hpp>

#include <algorithm>  // std::sort, std::lower_bound
#include <array>      // std::array
#include <numeric>    // std::iota
#include <variant>    // std::visit

namespace norma::value_detail {

/// `"text"` with the escapes of a FEEL string literal.
[[nodiscard]] inline std::string quoted(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"': result += "\\\""; break;
      case '\\': result += "\\\\"; break;
      case '\n': result += "\\n"; break;
      case '\r': result += "\\r"; break;
      case '\t': result += "\\t"; break;
      default:
        if (byte < 0x20 || byte == 0x7f) {
          result += "\\u00";
          result += hex[byte >> 4U];
          result += hex[byte & 0xfU];
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

[[nodiscard]] inline std::string at_literal(const std::string& text) {
  return "@\"" + text + '"';
}

[[nodiscard]] inline std::string write_list(const list_value& list) {
  std::string result = "[";
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) result += ", ";
    result += list[i].to_string();
  }
  return result + ']';
}

[[nodiscard]] inline std::string write_record(const record_value& record) {
  std::string result = "{";
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    if (i > 0) result += ", ";
    result.append(record.name(i)).append(": ").append(record.fields[i].to_string());
  }
  return result + '}';
}

[[nodiscard]] inline std::string write_range(const range_value& range) {
  if ((range.negated || range.equal) && range.low)
    return (range.negated ? "(!= " : "(= ") + range.low->to_string() + ')';
  if (range.low && !range.high)
    return (range.low_included ? "(>= " : "(> ") + range.low->to_string() + ')';
  if (range.high && !range.low)
    return (range.high_included ? "(<= " : "(< ") + range.high->to_string() + ')';
  const auto end = [](const std::optional<value>& v) {
    return v ? v->to_string() : std::string("null");
  };
  return (range.low_included ? '[' : '(') + end(range.low) + ".." + end(range.high) +
         (range.high_included ? ']' : ')');
}

[[nodiscard]] inline bool same_end(const std::optional<value>& a,
                                   const std::optional<value>& b) {
  return a.has_value() == b.has_value() && (!a || a->same_as(*b));
}

[[nodiscard]] inline bool same_values(const std::vector<value>& a,
                                      const std::vector<value>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!a[i].same_as(b[i])) return false;
  return true;
}

}  // namespace norma::value_detail

namespace norma {

NORMA_INLINE record_shape::record_shape(std::vector<std::string> names)
    : names_(std::move(names)), sorted_(names_.size()) {
  std::iota(sorted_.begin(), sorted_.end(), std::size_t{0});
  std::stable_sort(sorted_.begin(), sorted_.end(),
                   [&](std::size_t a, std::size_t b) { return names_[a] < names_[b]; });
}

NORMA_INLINE std::optional<std::size_t> record_shape::find(std::string_view name) const {
  const auto place = std::lower_bound(
      sorted_.begin(), sorted_.end(), name,
      [&](std::size_t index, std::string_view wanted) { return names_[index] < wanted; });
  if (place == sorted_.end() || names_[*place] != name) return std::nullopt;
  return *place;
}

NORMA_INLINE const value* record_value::find(std::string_view name) const {
  const auto place = shape ? shape->find(name) : std::nullopt;
  return place && *place < fields.size() ? &fields[*place] : nullptr;
}

NORMA_INLINE std::string_view record_value::name(std::size_t i) const {
  return shape && i < shape->names().size() ? std::string_view(shape->names()[i])
                                            : std::string_view();
}

NORMA_INLINE value value::of(const duration& d) {
  return std::visit([](const auto& either) { return value{either}; }, d);
}

// Out of line, as the shared pointers they make cost whoever includes them.
NORMA_INLINE value::value(std::string s) : kind_(kind::string) {
  new (&held_.shared) shared(std::make_shared<const std::string>(std::move(s)));
}

NORMA_INLINE value::value(std::string_view s) : value(std::string(s)) {}

NORMA_INLINE value::value(const char* s) : value(std::string(s)) {}

NORMA_INLINE value::value(list_value list) : kind_(kind::list) {
  new (&held_.shared) shared(std::make_shared<const list_value>(std::move(list)));
}

NORMA_INLINE value::value(record_value record) : kind_(kind::record) {
  new (&held_.shared) shared(std::make_shared<const record_value>(std::move(record)));
}

NORMA_INLINE value::value(range_value range) : kind_(kind::range) {
  new (&held_.shared) shared(std::make_shared<const range_value>(std::move(range)));
}

NORMA_INLINE cause_list value::causes() const {
  const auto* partly = static_cast<const unknown_value*>(pointed(kind::partly_known));
  if (partly != nullptr) return partly->causes;
  if (kind_ != kind::unknown) return nullptr;
  return std::static_pointer_cast<const std::vector<cause>>(held_.shared);
}

// What can throw comes first: nothing is held until it is whole.
NORMA_INLINE void value::keep(unknown_value u) {
  auto whole = std::make_shared<const unknown_value>(std::move(u));
  new (&held_.shared) shared(std::move(whole));
  kind_ = kind::partly_known;
}

NORMA_INLINE const std::shared_ptr<const partial_value>& value::partial() const {
  static const std::shared_ptr<const partial_value> nothing;
  const auto* partly = static_cast<const unknown_value*>(pointed(kind::partly_known));
  return partly == nullptr ? nothing : partly->known;
}

NORMA_INLINE bool value::same_as(const value& other) const {
  if (kind_ != other.kind_ || is_unknown()) return false;
  if (const auto* a = list()) return value_detail::same_values(*a, *other.list());
  if (const auto* a = string()) return *a == *other.string();
  if (const auto* a = record()) {
    const auto& b = *other.record();
    return (a->shape == b.shape ||
            (a->shape && b.shape && a->shape->names() == b.shape->names())) &&
           value_detail::same_values(a->fields, b.fields);
  }
  if (const auto* a = range()) {
    const auto& b = *other.range();
    return a->low_included == b.low_included && a->high_included == b.high_included &&
           a->negated == b.negated && a->equal == b.equal &&
           value_detail::same_end(a->low, b.low) &&
           value_detail::same_end(a->high, b.high);
  }
  if (const auto* a = boolean()) return *a == *other.boolean();
  if (const auto* a = num()) return *a == *other.num();
  if (const auto* a = day()) return *a == *other.day();
  if (const auto* a = time()) return *a == *other.time();
  if (const auto* a = moment()) return *a == *other.moment();
  if (const auto* a = months()) return *a == *other.months();
  if (const auto* a = days()) return *a == *other.days();
  return is_null();
}

NORMA_INLINE std::string value::to_string() const {
  if (const auto* b = boolean()) return *b ? "true" : "false";
  if (const auto* n = num()) return n->to_string();
  if (const auto* d = day()) return value_detail::at_literal(d->to_string());
  if (const auto* t = time()) return value_detail::at_literal(t->to_string());
  if (const auto* m = moment()) return value_detail::at_literal(m->to_string());
  if (const auto* m = months()) return value_detail::at_literal(m->to_string());
  if (const auto* d = days()) return value_detail::at_literal(d->to_string());
  if (const auto* s = string()) return value_detail::quoted(*s);
  if (const auto* l = list()) return value_detail::write_list(*l);
  if (const auto* r = record()) return value_detail::write_record(*r);
  if (const auto* r = range()) return value_detail::write_range(*r);
  return is_null() ? "null" : "unknown";
}

}  // namespace norma

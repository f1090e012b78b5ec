// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::int32_t …
#include <cstring>      // std::memcpy
#include <memory>       // std::make_shared
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/column.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/fact.hpp>
#include <norma/value/value.hpp>

// One cell of a column, as a value of the rule language: what the row by row path
// and explanations read.

namespace norma::batch::detail {

/// The `row`-th of values that lie one after the other; of any alignment.
template <class T>
[[nodiscard]] T at(const void* values, std::size_t row) {
  T result;
  std::memcpy(&result, static_cast<const char*>(values) + row * sizeof(T), sizeof(T));
  return result;
}

[[nodiscard]] inline std::int64_t signed_at(layout l, const void* values,
                                            std::size_t row) {
  switch (l) {
    case layout::int8: return at<std::int8_t>(values, row);
    case layout::int16: return at<std::int16_t>(values, row);
    case layout::int32:
    case layout::date32: return at<std::int32_t>(values, row);
    case layout::uint8: return at<std::uint8_t>(values, row);
    case layout::uint16: return at<std::uint16_t>(values, row);
    case layout::uint32: return at<std::uint32_t>(values, row);
    default: return at<std::int64_t>(values, row);
  }
}

/// `n` with `scale` of its digits behind the point.
[[nodiscard]] inline number scaled(const number& n, int scale) {
  if (scale == 0) return n;
  const number power = *number{10}.power(scale < 0 ? -scale : scale, 400);
  return scale < 0 ? n * power : *divide(n, power);
}

[[nodiscard]] inline number unsigned_number(std::uint64_t n) {
  const auto half = static_cast<std::int64_t>(n >> 1U);
  return number{half} + number{half} + number{static_cast<std::int64_t>(n & 1U)};
}

[[nodiscard]] inline number decimal_at(const column& c, std::size_t row) {
  const auto low = at<std::uint64_t>(c.values, 2 * row);
  const auto high = at<std::int64_t>(c.values, 2 * row + 1);
  const number two_32{std::int64_t{1} << 32};
  return scaled(number{high} * two_32 * two_32 + unsigned_number(low), c.scale);
}

/// The bounds of a text or list in what it points to.
struct stretch {
  std::size_t begin = 0, end = 0;
};
[[nodiscard]] inline stretch stretch_at(const column& c, std::size_t row) {
  const std::size_t i = c.offset + row;
  if (c.is == layout::large_text || c.is == layout::large_list) {
    return {static_cast<std::size_t>(at<std::int64_t>(c.offsets, i)),
            static_cast<std::size_t>(at<std::int64_t>(c.offsets, i + 1))};
  }
  return {static_cast<std::size_t>(at<std::int32_t>(c.offsets, i)),
          static_cast<std::size_t>(at<std::int32_t>(c.offsets, i + 1))};
}

[[nodiscard]] inline std::string_view text_at(const column& c, std::size_t row) {
  const stretch bytes = stretch_at(c, row);
  return {static_cast<const char*>(c.values) + bytes.begin, bytes.end - bytes.begin};
}

/// Its name or its alias.
[[nodiscard]] inline bool is_called(const fact_definition& fact, std::string_view name) {
  return name == fact.name || (!fact.alias.empty() && name == fact.alias);
}

/// A field of a structure, by the field's name or alias; null if there is none.
[[nodiscard]] inline const column* field_of(const column& c,
                                            const fact_definition& field) {
  for (const auto& [name, child] : c.children) {
    if (is_called(field, name)) return &child;
  }
  return nullptr;
}
[[nodiscard]] inline const column* field_of(const column& c, std::string_view wanted) {
  for (const auto& [name, child] : c.children) {
    if (name == wanted) return &child;
  }
  return nullptr;
}

/// In place of the code of a category's word, or of a text: what is none, and what is
/// blank.
inline constexpr std::int32_t no_word = -1;
inline constexpr std::int32_t blank_word = -2;

/// The category's code of a dictionary's entry.
[[nodiscard]] inline std::int32_t code_at(const std::vector<std::int32_t>& codes,
                                          std::int64_t entry) {
  const bool there = entry >= 0 && static_cast<std::size_t>(entry) < codes.size();
  return there ? codes[static_cast<std::size_t>(entry)] : no_word;
}

/// The code of a word of the category; an empty text is blank, as in files.
[[nodiscard]] inline std::int32_t code_of(const expr::category_type& category,
                                          std::string_view word) {
  if (word.empty()) return blank_word;
  const auto rank = category.rank(word);
  return rank ? static_cast<std::int32_t>(*rank) : no_word;
}

/// In place of a code, 0 of a text that is one.
[[nodiscard]] inline std::int32_t code_of(std::string_view text) {
  if (text.empty()) return blank_word;
  return find_invalid_utf8(text) == std::string_view::npos ? 0 : no_word;
}

[[nodiscard]] inline value missing(std::string path) {
  return value::unknown(one_cause({cause_kind::missing, std::move(path), {}, {}, {}}));
}

/// True of columns that have blanks without a mark: NaN, as pandas writes what is not
/// known, and empty texts.
[[nodiscard]] inline bool has_blanks_unmarked(const column& c) {
  return c.is == layout::float64 || c.is == layout::text || c.is == layout::large_text ||
         c.is == layout::dictionary;
}

/// True of a cell that says nothing, marked or not.
[[nodiscard]] inline bool is_blank(const column& c, std::size_t row) {
  if (!c.is_valid(row)) return true;
  const std::size_t i = c.offset + row;
  if (c.is == layout::float64) {
    const auto d = at<double>(c.values, i);
    return d != d;
  }
  if (c.is == layout::text || c.is == layout::large_text) return text_at(c, row).empty();
  if (c.is != layout::dictionary) return false;
  const auto code = signed_at(c.codes, c.values, i);
  const column& entries = c.children.front().content;
  const bool there = code >= 0 && static_cast<std::size_t>(code) < entries.length;
  return there && is_blank(entries, static_cast<std::size_t>(code));
}

/// The cell as it is, whatever the fact is declared to be; a null where it is blank.
[[nodiscard]] inline value plain_cell(const column& c, std::size_t row) {
  if (is_blank(c, row)) return {};
  const std::size_t i = c.offset + row;
  switch (c.is) {
    case layout::boolean:
      return ((static_cast<const std::uint8_t*>(c.values)[i / 8] >> (i % 8)) & 1U) != 0;
    case layout::boolean_byte: return static_cast<const std::uint8_t*>(c.values)[i] != 0;
    case layout::uint64:
      return scaled(unsigned_number(at<std::uint64_t>(c.values, i)), c.scale);
    case layout::float64: {
      const auto d = at<double>(c.values, i);
      const auto n = number::from_double(d);
      return n ? value{*n} : value{d < 0 ? "-inf" : "inf"};
    }
    case layout::decimal128: return decimal_at(c, i);
    case layout::date32: {
      const auto day = date::from_days(at<std::int32_t>(c.values, i));
      return day ? value{*day} : value{};
    }
    case layout::text:
    case layout::large_text: return value{text_at(c, row)};
    case layout::dictionary: {
      const auto code = signed_at(c.codes, c.values, i);
      const column& entries = c.children.front().content;
      const bool there = code >= 0 && static_cast<std::size_t>(code) < entries.length;
      // A number where a word should be: an error in the data of the row.
      return there ? plain_cell(entries, static_cast<std::size_t>(code))
                   : value{number{code}};
    }
    default: break;
  }
  return is_integer(c.is) ? value{scaled(number{signed_at(c.is, c.values, i)}, c.scale)}
                          : value{};
}

[[nodiscard]] inline value cell_at(const column& c, std::size_t row,
                                   const fact_definition& as, const std::string& path);

/// The text of a row that has one.
[[nodiscard]] inline std::string_view decoded_text_at(const column& c, std::size_t row) {
  if (c.is != layout::dictionary) return text_at(c, row);
  const auto code = signed_at(c.codes, c.values, c.offset + row);
  return text_at(c.children.front().content, static_cast<std::size_t>(code));
}

/// An element of a list or a field of a record: blank, it is an unknown with a cause.
[[nodiscard]] inline value part_at(const column& c, std::size_t row,
                                   const fact_definition& as, const std::string& path) {
  value v = cell_at(c, row, as, path);
  return v.is_null() ? missing(path) : v;
}

[[nodiscard]] inline value record_at(const column& c, std::size_t row,
                                     const fact_definition& as, const std::string& path) {
  record_value record;
  std::vector<std::string> names;
  record.fields.reserve(as.fields.size());
  for (const fact_definition& field : as.fields) {
    const std::string place = path + '.' + field.name;
    const column* child = field_of(c, field);
    names.push_back(field.name);
    record.fields.push_back(child == nullptr
                                ? missing(place)
                                : part_at(*child, c.offset + row, field, place));
  }
  record.shape = std::make_shared<const record_shape>(std::move(names));
  return value{std::move(record)};
}

/// `{from, to}`, both days in it.
[[nodiscard]] inline value period_at(const column& c, std::size_t row,
                                     const std::string& path) {
  range_value period{std::nullopt, std::nullopt, true, true, false};
  for (const char* name : {"from", "to"}) {
    const column* child = field_of(c, name);
    value end = child == nullptr ? value{} : plain_cell(*child, c.offset + row);
    if (end.is_null()) end = missing(path + '.' + name);
    (name[0] == 'f' ? period.low : period.high) = std::move(end);
  }
  return value{std::move(period)};
}

[[nodiscard]] inline value list_at(const column& c, std::size_t row,
                                   const fact_definition& as, const std::string& path) {
  const stretch items = stretch_at(c, row);
  list_value list;
  list.reserve(items.end - items.begin);
  for (std::size_t i = items.begin; i < items.end; ++i) {
    const std::string place = path + '[' + std::to_string(list.size() + 1) + ']';
    list.push_back(as.element ? part_at(c.children.front().content, i, *as.element, place)
                              : plain_cell(c.children.front().content, i));
  }
  return value{std::move(list)};
}

/// The cell as a value of the fact; a null where it is blank. What is of another shape
/// is given as it is, for whoever admits it.
inline value cell_at(const column& c, std::size_t row, const fact_definition& as,
                     const std::string& path) {
  if (!c.is_valid(row)) return {};
  if (c.is == layout::list || c.is == layout::large_list)
    return list_at(c, row, as, path);
  if (c.is != layout::structure) {
    value cell = plain_cell(c, row);
    const bool counts = c.is == layout::float64 && as.declared == fact_type::count;
    if (!counts || cell.num() == nullptr) return cell;
    return count_of_double(*cell.num(), c.was_float32 ? 32 : 64);
  }
  return as.fields.empty() ? period_at(c, row, path) : record_at(c, row, as, path);
}

}  // namespace norma::batch::detail

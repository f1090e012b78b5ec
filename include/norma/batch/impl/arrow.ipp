// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/arrow.hpp>

#include <array>         // std::array
#include <charconv>      // std::from_chars
#include <cstdint>       // std::int64_t
#include <memory>        // std::unique_ptr
#include <string_view>   // std::string_view
#include <system_error>  // std::errc
#include <utility>       // std::move
#include <vector>        // std::vector

#include <norma/batch/impl/arrow_convert.ipp>
#include <norma/batch/impl/arrow_names.ipp>
#include <norma/batch/impl/arrow_out.ipp>
#include <norma/batch/impl/arrow_views.ipp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/core/error.hpp>

namespace norma::batch {

namespace detail {

struct arrow_format {
  std::string_view format;
  layout is;
};
inline constexpr arrow_format arrow_formats[] = {
    {"b", layout::boolean},    {"c", layout::int8},     {"C", layout::uint8},
    {"s", layout::int16},      {"S", layout::uint16},   {"i", layout::int32},
    {"I", layout::uint32},     {"l", layout::int64},    {"L", layout::uint64},
    {"g", layout::float64},    {"tdD", layout::date32}, {"u", layout::text},
    {"U", layout::large_text}, {"+l", layout::list},    {"+L", layout::large_list},
    {"+s", layout::structure}, {"n", layout::none},
};

/// True if a structure has rows that are null; Arrow need not have counted them.
[[nodiscard]] inline bool has_nulls(const ArrowArray& batch) {
  if (batch.null_count >= 0) return batch.null_count > 0;
  const auto* valid = static_cast<const std::uint8_t*>(batch.buffers[0]);
  if (valid == nullptr) return false;
  for (std::int64_t i = batch.offset; i < batch.offset + batch.length; ++i) {
    if (((valid[i / 8] >> (i % 8)) & 1) == 0) return true;
  }
  return false;
}

[[noreturn]] inline void refuse_column(const ArrowSchema& schema, std::string_view code) {
  const char* name = schema.name == nullptr ? "" : schema.name;
  throw rule_error({{std::string(code), {name, name_of_type(schema)}, {}, {}}});
}

[[noreturn]] inline void refuse_row(const ArrowSchema& schema, std::string_view code,
                                    std::size_t row) {
  const char* name = schema.name == nullptr ? "" : schema.name;
  throw rule_error({{std::string(code), {name, std::to_string(row + 1)}, {}, {}}});
}

[[noreturn]] inline void refuse_views(const ArrowSchema& schema,
                                      const wrong_views& wrong) {
  if (wrong.row) refuse_row(schema, "N0695", *wrong.row);
  const char* name = schema.name == nullptr ? "" : schema.name;
  throw rule_error({{"N0687",
                     {name, std::to_string(wrong.texts), std::to_string(wrong.held)},
                     {},
                     {}}});
}

/// `d:19,2`: decimals of 128 bits, two of the digits behind the point.
[[nodiscard]] inline int decimal_scale(const ArrowSchema& schema,
                                       std::string_view format) {
  const std::size_t comma = format.find(',');
  if (comma == std::string_view::npos) refuse_column(schema, "N0666");
  const std::string_view rest = format.substr(comma + 1);
  int scale = -1;
  const auto [end, wrong] =
      std::from_chars(rest.data(), rest.data() + rest.size(), scale);
  const std::string_view width = rest.substr(static_cast<std::size_t>(end - rest.data()));
  const bool read = wrong == std::errc{} && (width.empty() || width == ",128");
  if (!read || scale < 0 || scale > 38) refuse_column(schema, "N0666");
  return scale;
}

[[nodiscard]] inline layout layout_of(const ArrowSchema& schema) {
  const std::string_view format = schema.format == nullptr ? "" : schema.format;
  for (const arrow_format& known : arrow_formats) {
    if (known.format == format) return known.is;
  }
  if (format.substr(0, 2) == "d:") return layout::decimal128;
  // Copied into such a column.
  if (format == "f") return layout::float64;
  if (format == "vu") return layout::large_text;
  if (units_a_day(format) != 0) return layout::date32;
  refuse_column(schema, "N0666");
}

/// So many buffers an array of the layout has, the marks of what is valid included.
[[nodiscard]] inline std::int64_t buffers_of(layout l) {
  switch (l) {
    case layout::none: return 0;
    case layout::structure: return 1;
    case layout::text:
    case layout::large_text: return 3;
    default: return 2;
  }
}

/// More values than any memory has: what is counted from there on would run over.
inline constexpr std::int64_t most_values = std::int64_t{1} << 48;
/// Columns below columns; no fact has as many.
inline constexpr int most_levels = 32;

[[nodiscard]] inline bool is_nested(layout is) {
  return is == layout::structure || is == layout::list || is == layout::large_list;
}

/// True if there are so many children, each of them.
template <class Structure>
[[nodiscard]] bool has_children(const Structure& of, std::int64_t wanted) {
  if (of.n_children != wanted || (wanted > 0 && of.children == nullptr)) return false;
  for (std::int64_t i = 0; i < wanted; ++i) {
    if (of.children[i] == nullptr) return false;
  }
  return true;
}

/// Refuses what the array has not of what its type and its own numbers promise. How large
/// its buffers are it does not tell.
inline void check_shape(const ArrowSchema& schema, const ArrowArray& array, layout is) {
  const auto expect = [&](bool holds) {
    if (!holds) refuse_column(schema, "N0667");
  };
  expect(array.length >= 0 && array.length <= most_values);
  expect(array.offset >= 0 && array.offset <= most_values);
  expect(array.n_buffers >= buffers_of(is));
  expect(array.n_buffers <= 0 || array.buffers != nullptr);
  expect((schema.dictionary != nullptr) == (array.dictionary != nullptr));
  if (is_nested(is)) {
    expect(is == layout::structure ? schema.n_children >= 0 : schema.n_children == 1);
    expect(has_children(schema, schema.n_children));
    expect(has_children(array, schema.n_children));
  }
  if (is == layout::none) return;
  expect(array.null_count <= 0 || array.buffers[0] != nullptr);
  expect(array.length == 0 || array.n_buffers < 2 || array.buffers[1] != nullptr);
}

/// Rows of an array that are looked at.
struct slice_of_rows {
  std::size_t first = 0, rows = 0;
};

/// What is read of a column: some of its rows, or the words of a dictionary.
struct read_as {
  const slice_of_rows* only = nullptr;  ///< null: all rows
  bool words = false;
};

/// True if the column lies in no layout of ours, and was copied into one.
[[nodiscard]] inline bool copied(const ArrowSchema& schema, const ArrowArray& array,
                                 bool words, column& to) {
  const std::string_view format = schema.format;
  if (format == "f") {
    copy_floats(array, to);
  } else if (format == "vu") {
    const auto wrong = views_of_array(array, to).copy(to, words);
    if (wrong) refuse_views(schema, *wrong);
  } else if (const auto a_day = units_a_day(format); a_day != 0) {
    const auto wrong = copy_days(array, a_day, to);
    if (wrong) refuse_row(schema, wrong->code, wrong->row);
  } else {
    return false;
  }
  return true;
}

/// The array as a column; `above`: so many columns.
[[nodiscard]] inline column read_array(const ArrowSchema& schema, const ArrowArray& array,
                                       int above, const read_as& as = {}) {
  column result;
  result.is = layout_of(schema);
  if (above > most_levels) refuse_column(schema, "N0667");
  check_shape(schema, array, result.is);
  if (schema.dictionary != nullptr && !is_integer(result.is)) {
    refuse_column(schema, "N0666");
  }
  result.length = static_cast<std::size_t>(array.length);
  result.offset = static_cast<std::size_t>(array.offset);
  if (as.only != nullptr) {
    if (as.only->first + as.only->rows > result.length) refuse_column(schema, "N0667");
    result.offset += as.only->first;
    result.length = as.only->rows;
  }
  if (result.is == layout::none) return result;
  if (array.null_count != 0) {
    result.valid_bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  }
  if (copied(schema, array, as.words, result)) return result;
  switch (result.is) {
    case layout::structure: break;
    case layout::list:
    case layout::large_list: result.offsets = array.buffers[1]; break;
    case layout::text:
    case layout::large_text:
      result.offsets = array.buffers[1];
      result.values = array.buffers[2];
      break;
    default: result.values = array.buffers[1];
  }
  if (schema.dictionary == nullptr && !lies_aligned(result)) copy_values(result);
  if (result.is == layout::decimal128) {
    result.scale = decimal_scale(schema, schema.format);
  }
  for (std::int64_t i = 0; is_nested(result.is) && i < schema.n_children; ++i) {
    const ArrowSchema& child = *schema.children[i];
    const std::string name = child.name == nullptr ? "" : child.name;
    const auto place = place_below(schema, result.is == layout::structure ? name : "");
    result.children.push_back(
        {name, read_array(named(child, place), *array.children[i], above + 1)});
  }
  if (schema.dictionary == nullptr) return result;
  result.codes = result.is;
  result.is = layout::dictionary;
  const std::string name = schema.name == nullptr ? "" : schema.name;
  result.children.push_back(
      {"", read_array(named(*schema.dictionary, name), *array.dictionary, above + 1,
                      {nullptr, true})});
  const layout entries = result.children.back().content.is;
  if (entries != layout::text && entries != layout::large_text &&
      entries != layout::none) {
    refuse_column(schema, "N0666");
  }
  return result;
}

/// An array or schema that is released at the end of its life.
template <class Structure>
struct released_later {
  Structure content{};
  released_later() = default;
  released_later(const released_later&) = delete;
  released_later& operator=(const released_later&) = delete;
  ~released_later() {
    if (content.release != nullptr) content.release(&content);
  }
};

inline void expect_no_error(ArrowArrayStream& from, int code) {
  if (code == 0) return;
  const char* words = from.get_last_error(&from);
  throw error(words == nullptr ? "the Arrow stream failed" : words);
}

}  // namespace detail

NORMA_INLINE column column_from_arrow(const ArrowSchema& schema,
                                      const ArrowArray& array) {
  return detail::read_array(schema, array, 0);
}

NORMA_INLINE std::size_t read_stream(const std::string& unit_kind, ArrowArrayStream& from,
                                     const std::function<void(const frame&)>& use,
                                     const column_filter& wanted) {
  detail::released_later<ArrowSchema> schema;
  detail::expect_no_error(from, from.get_schema(&from, &schema.content));
  std::size_t units = 0;
  for (;;) {
    detail::released_later<ArrowArray> batch;
    detail::expect_no_error(from, from.get_next(&from, &batch.content));
    if (batch.content.release == nullptr) return units;  // the end
    const frame rows = from_arrow(unit_kind, schema.content, batch.content, wanted);
    units += rows.rows;
    use(rows);
  }
}

NORMA_INLINE frame from_arrow(std::string unit_kind, const ArrowSchema& schema,
                              const ArrowArray& batch, const column_filter& wanted) {
  if (detail::layout_of(schema) != layout::structure) {
    detail::refuse_column(schema, "N0666");
  }
  detail::check_shape(schema, batch, layout::structure);
  if (detail::has_nulls(batch)) detail::refuse_column(schema, "N0667");
  frame result(std::move(unit_kind), static_cast<std::size_t>(batch.length));
  const detail::slice_of_rows rows{static_cast<std::size_t>(batch.offset), result.rows};
  for (std::int64_t i = 0; i < batch.n_children; ++i) {
    const ArrowSchema& child = *schema.children[i];
    std::string name = child.name == nullptr ? "" : child.name;
    if (wanted && !wanted(name)) continue;
    result.add(std::move(name),
               detail::read_array(child, *batch.children[i], 1, {&rows}));
  }
  return result;
}

}  // namespace norma::batch

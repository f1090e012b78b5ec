// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/arrow.hpp>

#include <array>        // std::array
#include <cstdint>      // std::int64_t
#include <cstdlib>      // std::atoi
#include <memory>       // std::unique_ptr
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/impl/arrow_convert.ipp>
#include <norma/batch/impl/arrow_out.ipp>
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
  const auto text = [](const char* s) { return std::string(s == nullptr ? "" : s); };
  throw rule_error(
      {{std::string(code), {text(schema.name), text(schema.format)}, {}, {}}});
}

/// `d:19,2`: decimals of 128 bits, two of the digits behind the point.
[[nodiscard]] inline int decimal_scale(const ArrowSchema& schema,
                                       std::string_view format) {
  const std::size_t comma = format.find(',');
  if (comma == std::string_view::npos) refuse_column(schema, "N0666");
  const std::string rest(format.substr(comma + 1));
  if (rest.find(',') != std::string::npos && rest.substr(rest.find(',') + 1) != "128") {
    refuse_column(schema, "N0666");
  }
  const int scale = std::atoi(rest.c_str());
  if (scale < 0 || scale > 38) refuse_column(schema, "N0666");
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

inline void check_shape(const ArrowSchema& schema, const ArrowArray& array, layout is) {
  const bool nested =
      is == layout::structure || is == layout::list || is == layout::large_list;
  if (array.length < 0 || array.offset < 0 || array.n_buffers < buffers_of(is) ||
      (nested && array.n_children != schema.n_children) ||
      ((is == layout::list || is == layout::large_list) && array.n_children != 1) ||
      (schema.dictionary != nullptr) != (array.dictionary != nullptr)) {
    refuse_column(schema, "N0667");
  }
  if (array.length > 0 && array.n_buffers > 1 && array.buffers[1] == nullptr) {
    refuse_column(schema, "N0667");
  }
}

/// Rows of an array that are looked at.
struct slice_of_rows {
  std::size_t first = 0, rows = 0;
};

/// True if the column lies in no layout of ours, and was copied into one.
[[nodiscard]] inline bool copied(const ArrowSchema& schema, const ArrowArray& array,
                                 column& to) {
  const std::string_view format = schema.format;
  if (format == "f") {
    copy_floats(array, to);
  } else if (format == "vu") {
    copy_views(array, to);
  } else if (const auto a_day = units_a_day(format); a_day != 0) {
    const auto row = copy_days(array, a_day, to);
    if (row) {
      throw rule_error(
          {{"N0670",
            {schema.name == nullptr ? "" : schema.name, std::to_string(*row + 1)},
            {},
            {}}});
    }
  } else {
    return false;
  }
  return true;
}

/// The array from a row on, that many rows of it; null: all.
[[nodiscard]] inline column read_array(const ArrowSchema& schema, const ArrowArray& array,
                                       const slice_of_rows* only = nullptr) {
  column result;
  result.is = layout_of(schema);
  check_shape(schema, array, result.is);
  result.length = static_cast<std::size_t>(array.length);
  result.offset = static_cast<std::size_t>(array.offset);
  if (only != nullptr) {
    if (only->first + only->rows > result.length) refuse_column(schema, "N0667");
    result.offset += only->first;
    result.length = only->rows;
  }
  if (result.is == layout::none) return result;
  if (array.null_count != 0) {
    result.valid_bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  }
  if (copied(schema, array, result)) return result;
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
  for (std::int64_t i = 0; i < array.n_children; ++i) {
    const ArrowSchema& child = *schema.children[i];
    result.children.push_back(
        {child.name == nullptr ? "" : child.name, read_array(child, *array.children[i])});
  }
  if (schema.dictionary == nullptr) return result;
  if (!is_integer(result.is)) refuse_column(schema, "N0666");
  result.codes = result.is;
  result.is = layout::dictionary;
  result.children.push_back({"", read_array(*schema.dictionary, *array.dictionary)});
  const layout entries = result.children.back().content.is;
  if (entries != layout::text && entries != layout::large_text) {
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
  return detail::read_array(schema, array);
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
    result.add(std::move(name), detail::read_array(child, *batch.children[i], &rows));
  }
  return result;
}

}  // namespace norma::batch

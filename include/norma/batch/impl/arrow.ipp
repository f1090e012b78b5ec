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

[[noreturn]] inline void refuse_column(const ArrowSchema& schema,
                                       const std::string& why) {
  throw error("the column `" + std::string(schema.name == nullptr ? "" : schema.name) +
              "` " + why);
}

/// `d:19,2`: decimals of 128 bits, two of the digits behind the point.
[[nodiscard]] inline int decimal_scale(const ArrowSchema& schema,
                                       std::string_view format) {
  const std::size_t comma = format.find(',');
  if (comma == std::string_view::npos) refuse_column(schema, "has a wrong decimal type");
  const std::string rest(format.substr(comma + 1));
  if (rest.find(',') != std::string::npos && rest.substr(rest.find(',') + 1) != "128") {
    refuse_column(schema, "has decimals that are not of 128 bits");
  }
  const int scale = std::atoi(rest.c_str());
  if (scale < 0 || scale > 38)
    refuse_column(schema, "has decimals of a scale beyond 0 … 38");
  return scale;
}

[[nodiscard]] inline layout layout_of(const ArrowSchema& schema) {
  const std::string_view format = schema.format == nullptr ? "" : schema.format;
  for (const arrow_format& known : arrow_formats) {
    if (known.format == format) return known.is;
  }
  if (format.substr(0, 2) == "d:") return layout::decimal128;
  refuse_column(schema, "is of Arrow type `" + std::string(format) +
                            "`, which no fact can be read from");
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
    refuse_column(schema, "has an array that does not fit its type");
  }
  if (array.length > 0 && array.n_buffers > 1 && array.buffers[1] == nullptr) {
    refuse_column(schema, "has no values");
  }
}

}  // namespace detail

NORMA_INLINE column column_from_arrow(const ArrowSchema& schema,
                                      const ArrowArray& array) {
  column result;
  result.is = detail::layout_of(schema);
  detail::check_shape(schema, array, result.is);
  result.length = static_cast<std::size_t>(array.length);
  result.offset = static_cast<std::size_t>(array.offset);
  if (result.is == layout::none) return result;
  if (array.null_count != 0) {
    result.valid_bits = static_cast<const std::uint8_t*>(array.buffers[0]);
  }
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
  if (result.is == layout::decimal128) {
    result.scale = detail::decimal_scale(schema, schema.format);
  }
  for (std::int64_t i = 0; i < array.n_children; ++i) {
    const ArrowSchema& child = *schema.children[i];
    result.children.push_back({child.name == nullptr ? "" : child.name,
                               column_from_arrow(child, *array.children[i])});
  }
  if (schema.dictionary == nullptr) return result;
  if (!is_integer(result.is))
    detail::refuse_column(schema, "has codes that are no integers");
  result.codes = result.is;
  result.is = layout::dictionary;
  result.children.push_back(
      {"", column_from_arrow(*schema.dictionary, *array.dictionary)});
  const layout entries = result.children.back().content.is;
  if (entries != layout::text && entries != layout::large_text) {
    detail::refuse_column(schema, "has a dictionary of what is no text");
  }
  return result;
}

NORMA_INLINE frame from_arrow(std::string unit_kind, const ArrowSchema& schema,
                              const ArrowArray& batch) {
  const column all = column_from_arrow(schema, batch);
  if (all.is != layout::structure) throw error("units are handed over as a record batch");
  if (batch.null_count > 0) throw error("a record batch has no rows that are not valid");
  frame result(std::move(unit_kind), all.length);
  for (const auto& [name, child] : all.children) {
    column view = child;
    view.offset += all.offset;
    view.length = all.length;
    if (all.length + all.offset > child.length) {
      throw error("the column `" + name + "` is shorter than the record batch");
    }
    result.add(name, std::move(view));
  }
  return result;
}

namespace detail {

/// What was handed over: kept by each array and schema that points into it, as a
/// consumer may take a child away and release the others.
struct handed_over {
  verdicts found;
  std::vector<std::array<const void*, 3>> buffers;
  std::vector<ArrowArray> arrays;
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray*> array_children;
  std::vector<ArrowSchema*> schema_children;
};
using kept = std::shared_ptr<handed_over>;

inline constexpr char verdict_words[] = "passfailundeterminednot_applicable";
inline constexpr std::int32_t verdict_ends[] = {0, 4, 8, 20, 34};

/// Releases what is below, then lets go of what was handed over.
template <class Structure>
void release(Structure* of) {
  for (std::int64_t i = 0; i < of->n_children; ++i) {
    if (of->children[i]->release != nullptr) of->children[i]->release(of->children[i]);
  }
  if (of->dictionary != nullptr && of->dictionary->release != nullptr) {
    of->dictionary->release(of->dictionary);
  }
  of->release = nullptr;
  delete static_cast<kept*>(of->private_data);
}

[[nodiscard]] inline ArrowArray array_over(const kept& all, std::int64_t length,
                                           std::int64_t buffers, std::size_t first) {
  return {length,  0,       0,       buffers,      0, all->buffers[first].data(),
          nullptr, nullptr, release, new kept(all)};
}
[[nodiscard]] inline ArrowSchema schema_over(const kept& all, const char* format,
                                             const char* name) {
  return {format, name, nullptr, 0, 0, nullptr, nullptr, release, new kept(all)};
}

}  // namespace detail

NORMA_INLINE void to_arrow(verdicts found, ArrowSchema& schema, ArrowArray& batch) {
  const auto all = std::make_shared<detail::handed_over>();
  all->found = std::move(found);
  const std::size_t columns = all->found.columns.size();
  const auto rows =
      static_cast<std::int64_t>(columns == 0 ? 0 : all->found.columns[0].size());
  // Nothing of these moves once it is pointed to.
  all->buffers.assign(columns + 2, {nullptr, nullptr, nullptr});
  all->arrays.resize(2 * columns);
  all->schemas.resize(2 * columns);
  all->buffers[columns] = {nullptr, detail::verdict_ends, detail::verdict_words};
  for (std::size_t i = 0; i < columns; ++i) {
    all->buffers[i] = {nullptr, all->found.columns[i].data(), nullptr};
    all->arrays[2 * i] = detail::array_over(all, rows, 2, i);
    all->arrays[2 * i + 1] = detail::array_over(all, 4, 3, columns);
    all->arrays[2 * i].dictionary = &all->arrays[2 * i + 1];
    all->array_children.push_back(&all->arrays[2 * i]);
    all->schemas[2 * i] = detail::schema_over(all, "c", all->found.paths[i].c_str());
    all->schemas[2 * i + 1] = detail::schema_over(all, "u", "");
    all->schemas[2 * i].dictionary = &all->schemas[2 * i + 1];
    all->schema_children.push_back(&all->schemas[2 * i]);
  }
  batch = detail::array_over(all, rows, 1, columns + 1);
  batch.n_children = static_cast<std::int64_t>(columns);
  batch.children = all->array_children.data();
  schema = detail::schema_over(all, "+s", "");
  schema.n_children = static_cast<std::int64_t>(columns);
  schema.children = all->schema_children.data();
}

}  // namespace norma::batch

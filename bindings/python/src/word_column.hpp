// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words in a column: the kind of each unit.

#include <cstddef>      // std::size_t
#include <cstdint>      // std::int64_t
#include <cstring>      // std::memcpy
#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/batch/column.hpp>

namespace norma_python {

/// The `place`-th of signed integers that lie one after the other.
[[nodiscard]] inline std::int64_t integer_at(const void* values, std::size_t width,
                                             std::size_t place) {
  const char* from = static_cast<const char*>(values) + place * width;
  const auto read = [from](auto zero) -> std::int64_t {
    std::memcpy(&zero, from, sizeof zero);
    return static_cast<std::int64_t>(zero);
  };
  switch (width) {
    case 1: return read(std::int8_t{});
    case 2: return read(std::int16_t{});
    case 4: return read(std::int32_t{});
    default: return read(std::int64_t{});
  }
}

/// The word in the row of a column of texts or of a dictionary; nothing if it is blank.
[[nodiscard]] inline std::optional<std::string_view> word_at(
    const norma::batch::column& c, std::size_t row) {
  using norma::batch::layout;
  if (!c.is_valid(row)) return std::nullopt;
  if (c.is == layout::dictionary) {
    const auto code = static_cast<std::size_t>(
        integer_at(c.values, norma::batch::width_of(c.codes), c.offset + row));
    const auto& words = c.children.front().content;
    return code < words.length ? word_at(words, code) : std::nullopt;
  }
  const std::size_t width = c.is == layout::large_text ? 8 : 4;
  const auto begin = integer_at(c.offsets, width, c.offset + row);
  const auto end = integer_at(c.offsets, width, c.offset + row + 1);
  if (begin == end) return std::nullopt;
  return std::string_view(static_cast<const char*>(c.values) + begin,
                          static_cast<std::size_t>(end - begin));
}

}  // namespace norma_python

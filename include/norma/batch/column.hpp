// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int32_t …
#include <memory>   // std::shared_ptr
#include <span>     // std::span
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>

namespace norma::batch {

/// How the values of a column lie in memory: as in Arrow's columnar format; and,
/// for systems without it, a byte a boolean.
enum class layout : unsigned char {
  none,          ///< nothing is known of any row
  boolean,       ///< a bit each, the lowest first
  boolean_byte,  ///< a byte each: 0 is false
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  float64,     ///< taken as the shortest decimal that reads back as it
  decimal128,  ///< two's complement, 16 bytes
  date32,      ///< days since 1970-01-01
  text,        ///< UTF-8, `offsets` of 32 bits
  large_text,  ///< UTF-8, `offsets` of 64 bits
  dictionary,  ///< `codes` into the one child
  list,        ///< `offsets` of 32 bits into the one child
  large_list,  ///< `offsets` of 64 bits into the one child
  structure,   ///< a child a field
};

struct named_column;

/// A column of `length` values: a view of memory that outlives it. A
/// value that is not valid is unknown, never zero or false. Integers and days lie at
/// whole multiples of their width: `plan::check` tells those that do not.
struct column {
  layout is = layout::none;
  std::size_t length = 0;
  std::size_t offset = 0;  ///< values before the first; bits, bytes and offsets, too
  const void* values = nullptr;               ///< the values; of texts their bytes
  const void* offsets = nullptr;              ///< of texts and lists
  const std::uint8_t* valid_bits = nullptr;   ///< null: all are valid
  const std::uint8_t* valid_bytes = nullptr;  ///< the same, a byte each; beside bits none
  /// Of integers and decimals: so many of their digits are decimals; -38 to 38.
  int scale = 0;
  layout codes = layout::int32;  ///< how a dictionary's codes lie
  /// Of doubles: that they were floats of 32 bits, in which counts are exact below 2^24.
  bool was_float32 = false;
  std::vector<named_column> children;
  std::shared_ptr<const void> held = {};  ///< memory of its own, if it has any

  /// Whether it is known what is in the row, counted from `offset`; of a list or a
  /// structure, whether there is one.
  [[nodiscard]] bool is_valid(std::size_t row) const;
};

/// A column of a frame, a field of a structure (elements and entries: no name).
struct named_column {
  std::string name;
  column content;
};

/// True if the values of the column are integers of their own width.
[[nodiscard]] bool is_integer(layout l);
/// Bytes of one value; 0 where values have no width of their own.
[[nodiscard]] std::size_t width_of(layout l);

// Columns of plain memory, which has to outlive them. `valid` has a byte a value, 0
// where it is not known; empty: all are known. Throws `norma::rule_error` (N0668)
// if there are fewer or more of them than values.

/// Booleans, a byte each.
[[nodiscard]] column booleans(std::span<const std::uint8_t> values,
                              std::span<const std::uint8_t> valid = {});
[[nodiscard]] column integers(std::span<const std::int32_t> values,
                              std::span<const std::uint8_t> valid = {}, int scale = 0);
/// Amounts in fen have `scale` 2.
[[nodiscard]] column integers(std::span<const std::int64_t> values,
                              std::span<const std::uint8_t> valid = {}, int scale = 0);
[[nodiscard]] column doubles(std::span<const double> values,
                             std::span<const std::uint8_t> valid = {});
/// Days since 1970-01-01.
[[nodiscard]] column days(std::span<const std::int32_t> values,
                          std::span<const std::uint8_t> valid = {});
/// Texts, copied into memory of the column's own.
[[nodiscard]] column texts(std::span<const std::string> values,
                           std::span<const std::uint8_t> valid = {});
/// Of each row one of the words, by its place among them: ids of a category. The words
/// are copied, the codes are not.
[[nodiscard]] column words(std::span<const std::string> all,
                           std::span<const std::uint8_t> codes,
                           std::span<const std::uint8_t> valid = {});

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/column.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string, std::to_string

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/error.hpp>

namespace norma::batch::detail {

/// Throws for a row that the frame has not (N0697).
inline void expect_row(const frame& units, std::size_t row) {
  if (row < units.rows) return;
  throw rule_error(
      {{"N0697", {std::to_string(row), std::to_string(units.rows)}, {}, {}}});
}

/// Throws for a row that the frame, or a column of it, has not (N0697, N0660), or a
/// column that lacks memory (N0690).
inline void expect_cells(const frame& units, std::size_t row) {
  expect_row(units, row);
  for (const auto& [name, content] : units.columns) {
    if (!is_whole(content)) throw rule_error({{"N0690", {name}, {}, {}}});
    if (content.is == layout::none || content.length == units.rows) continue;
    throw rule_error({{"N0660",
                       {name, std::to_string(content.length), std::to_string(units.rows)},
                       {},
                       {}}});
  }
}

}  // namespace norma::batch::detail

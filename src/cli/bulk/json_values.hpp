// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view

#include <simdjson.h>

#include "fact_column.hpp"
#include "input.hpp"

namespace norma::cli {

/// What stands in a row of a block, behind which there is room to read.
[[nodiscard]] inline simdjson::padded_string_view padded(std::string_view row) {
  return simdjson::padded_string_view(row.data(), row.size(),
                                      row.size() + row_block::padding);
}

/// Adds the value to the column, if it is one of the plain ways to write it; else false,
/// and what was added before of it is to be cut.
[[nodiscard]] bool add_value(simdjson::ondemand::value from, fact_column& to);

/// True if all of the value, which nothing is read from, is JSON, and no deeper than a
/// file may be.
[[nodiscard]] bool is_whole(simdjson::ondemand::value from, std::size_t depth = 0);

}  // namespace norma::cli

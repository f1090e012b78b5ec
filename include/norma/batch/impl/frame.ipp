// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/frame.hpp>

#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/impl/expect_row.ipp>
#include <norma/batch/impl/unit_rows.ipp>

namespace norma::batch {

NORMA_INLINE void frame::add(std::string name, column content) {
  columns.push_back({std::move(name), std::move(content)});
}

NORMA_INLINE const column* frame::find(std::string_view name) const {
  return detail::column_named(columns, name);
}

NORMA_INLINE unit unit_of(const frame& of, std::size_t row, const standard& by) {
  detail::expect_cells(of, row);
  return detail::frame_units(of, by).at(row);
}

}  // namespace norma::batch

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/frame.hpp>

#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/batch/impl/unit_rows.ipp>

namespace norma::batch {

NORMA_INLINE void frame::add(std::string name, column content) {
  columns.push_back({std::move(name), std::move(content)});
}

NORMA_INLINE const column* frame::find(std::string_view name) const {
  for (const auto& each : columns) {
    if (each.name == name) return &each.content;
  }
  return nullptr;
}

NORMA_INLINE unit unit_of(const frame& of, std::size_t row, const vocabulary& words) {
  return detail::unit_rows(of, words).at(row);
}

}  // namespace norma::batch

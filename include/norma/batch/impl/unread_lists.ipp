// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <vector>     // std::vector

#include <norma/batch/frame.hpp>
#include <norma/batch/impl/column_shape.ipp>
#include <norma/batch/impl/frame_columns.ipp>
#include <norma/batch/impl/reads.hpp>

// Columns of lists that no condition reads: the scalar engine derives facts from them,
// too.

namespace norma::batch::detail {

class unread_lists {
 public:
  unread_lists(const std::vector<unread_list>& lists, const frame& units) {
    for (const unread_list& each : lists) {
      const column* c = column_of(units.columns, *each.is);
      if (c != nullptr && is_list(*c)) columns_.push_back({c, each.most_elements});
    }
  }

  /// True if a list is so long in these rows that a limit may be met in one of them.
  [[nodiscard]] bool are_long(std::size_t first, std::size_t rows) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const bound_list& each) {
      return most_elements(*each.values, first, first + rows) > each.most;
    });
  }

 private:
  struct bound_list {
    const column* values;
    std::size_t most;
  };
  std::vector<bound_list> columns_;
};

}  // namespace norma::batch::detail

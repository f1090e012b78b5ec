// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/core/shared.hpp>
#include <norma/core/text.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// What a report shows of the units that a fact lists: those of their facts
/// that the standard reads, and which of them decide what.
struct member_list {
  struct column {
    std::string fact;  ///< of the units in the list; or a verdict about them
    shared_text label;
    std::string unit;  ///< of measure
    text unit_label;
  };
  struct cell {
    value content;
    text shown;  ///< as readers see it, without unit
  };
  struct row {
    std::size_t place = 0;  ///< in the list, from 1
    std::string id, name;
    std::vector<cell> cells;           ///< one a column
    std::vector<std::string> decides;  ///< paths of parts that fail or are open by it
  };

  /// Of a longer list there are rows only of units that decide something.
  static constexpr std::size_t most_rows = 1000;

  std::string fact;
  shared_text label;
  std::size_t count = 0;                    ///< of the units that were given
  bool whole = true;                        ///< false: not all were given
  std::optional<std::size_t> lacking = {};  ///< how many were not, where it is known
  std::vector<column> columns = {};
  std::vector<row> rows = {};
};

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int32_t …
#include <limits>    // std::numeric_limits
#include <memory>    // std::unique_ptr
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/batch/column.hpp>
#include <norma/value/date.hpp>

// Where what a plan reads lies in the columns of a frame.

namespace norma::batch::detail {

/// The integers, on the scale of a column, that a fact may have.
struct integer_range {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
};

/// Where the facts of a scope lie in a frame; null: nowhere.
struct bound_fact {
  const column* values = nullptr;
  const column* days = nullptr;
  std::vector<std::int32_t> codes;     ///< of a dictionary: of the category's words
  bool ready = false;                  ///< its numbers are computed with as they lie
  int scale = 0;                       ///< that its numbers are computed with on
  std::optional<integer_range> range;  ///< of its numbers; nothing: any
  std::unique_ptr<struct bound_scope> elements;
  std::unique_ptr<struct bound_scope> unreported;  ///< elements that were not given
};
struct bound_scope {
  std::vector<bound_fact> facts;
  std::vector<std::unique_ptr<column>> own_views;  ///< views that the facts lie in
  const column* whole = nullptr;  ///< of elements: the structures their fields are of
  std::optional<date> day;        ///< of all evidence that has none of its own
};

}  // namespace norma::batch::detail

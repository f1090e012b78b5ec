// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <span>     // std::span
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/citation.hpp>

namespace norma {

enum class hit_policy { first, unique };

/// An input column: its name in the head, and the fact that fills it.
struct table_input {
  std::string column;
  std::string fact;
  expr::type type;
  bool whole = false;                     ///< takes whole numbers only
  std::optional<range_value> range = {};  ///< what the fact can be at all
};

struct table_row {
  std::vector<expr::expression> cells;  ///< unary tests, one an input
  value gives;
  source_span where;
};

/// A decision table (design section 5).
struct table {
  std::string id;
  text title;
  citation cite;
  std::vector<table_input> inputs;
  expr::type gives;
  hit_policy hit = hit_policy::first;
  std::vector<table_row> rows;
  std::string pack;
  source_span where;
};

/// The table's value for `inputs` (one a column). With unknown inputs the
/// result is known if every row that can still be hit gives the same; a row
/// is possible unless a cell is false or an earlier row is sure (`first`).
/// No row hit, or two under `unique`, is a data error (N0720, N0721) and
/// counts as one more possible outcome. A cell that is null or in error is
/// neither sure nor false.
[[nodiscard]] value look_up(const table& t, std::span<const value> inputs,
                            const expr::environment& env);

/// A point where a table has no row, or two; a row that is never reached; or, last of
/// all, that not everything was looked at, that more was found than is told, or, alone,
/// that cells can not be cut into ranges.
struct table_finding {
  enum class kind { gap, overlap, unreachable_row, unexamined, untold, uncut };
  kind what = kind::gap;
  /// A literal an input, `-` where any will do; of the inputs looked at where it ended,
  /// none where nothing was compared.
  std::vector<std::string> witness;
  std::vector<std::size_t> rows;  ///< places of the rows concerned
  std::size_t column = 0;         ///< of what can not be cut
  std::string by = {};  ///< what in the cell can not: `?`, `null`; "" of a whole column
};

/// Gaps, overlaps (`unique`) and rows never reached (`first`), found by the
/// cut points of every column; at most `most` of each kind. Time is bounded: where
/// `most_examined_cells` were tried, what was found so far is all, and `unexamined` is
/// added; `uncut` alone of a table with cells that can not be cut into ranges (`?`,
/// `null`, `as_of`).
[[nodiscard]] std::vector<table_finding> examine(const table& t, std::size_t most = 20);

/// Cells that are tried at most; one of several tests counts as so many, one of long
/// numbers by their digits.
inline constexpr std::size_t most_examined_cells = 4'000'000;

/// The same for one of several tables that share `steps`: the cells that may still be
/// tried. What it takes is subtracted; at 0 nothing is looked at any more.
[[nodiscard]] std::vector<table_finding> examine(const table& t, std::size_t most,
                                                 std::size_t& steps);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/table.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/batch/column.hpp>
#include <norma/config.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>
#include <norma/value/date.hpp>

namespace norma::batch {

/// The facts of many units of one kind: a column a fact, a row a unit.
///
///     norma::batch::frame county("enterprise", names.size());
///     county.add("coordinator_count", norma::batch::integers(coordinators));
///     county.add("satisfaction_valid_count__date", norma::batch::days(surveyed));
struct frame {
  frame() = default;
  frame(std::string unit_kind, std::size_t unit_count)
      : kind(std::move(unit_kind)), rows(unit_count) {}

  std::string kind;       ///< enterprise, site …
  std::string area_kind;  ///< park or township, of areas
  std::size_t rows = 0;
  /// The day of evidence of all that has no column of days of its own.
  std::optional<date> day;

  std::vector<named_column> columns;

  /// A fact by its name or alias; `<fact>__date`: the days of its evidence; `id`,
  /// `name`: of the units. A list of units is a list of structures, whose fields are
  /// named in the same way; their `kind` is that of areas (park or township). What is
  /// wrong with a column is told by `plan::check`.
  void add(std::string name, column content);
  /// Null if there is none.
  [[nodiscard]] const column* find(std::string_view name) const;
};

/// The unit in `row`, as `assess` takes it: what the columns hold of the facts that `by`
/// can name. A cell that can not be one of the fact's values is supplied as it is, so
/// that assessing it finds the data error. Throws `norma::rule_error` for a row that the
/// frame or a column has not, and a column without memory (N0697, N0660, N0690); else the
/// frame is to be one in which `plan::check` finds no error.
[[nodiscard]] unit unit_of(const frame& of, std::size_t row, const standard& by);

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/frame.ipp>
#endif

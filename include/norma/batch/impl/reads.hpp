// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int32_t …
#include <memory>    // std::unique_ptr
#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/rule/fact.hpp>
#include <norma/value/number.hpp>

// What a plan reads of its units, and of the elements of their lists.

namespace norma::batch::detail {

class truth_step;
class element_step;

/// factor × fact + … + constant.
struct linear_form {
  struct part {
    std::size_t fact = 0;
    number factor;
  };
  std::vector<part> parts;
  number constant;
  /// Of a mean: place of the count that all of it is divided by. Where the parts are
  /// known that is not 0.
  std::optional<std::size_t> over = {};
};

/// What the elements of a list come to, as a number of the unit.
enum class pool_kind : unsigned char { count, total, sum, least, greatest };

/// An aggregate in a condition: `total(list[kept].field)`.
struct read_pool {
  pool_kind how = pool_kind::total;
  std::size_t list = 0;                ///< place of the list
  std::size_t field = 0;               ///< among what is read of its elements
  const element_step* kept = nullptr;  ///< of the elements; null: all of them
  /// Nothing to compare is null, which is equal to no number: such rows are left to the
  /// scalar engine. Else they are merely not known.
  bool null_matters = false;
};

/// A day that is moved: by months, or by days.
struct read_move {
  std::size_t fact = 0;
  std::optional<std::int64_t> months;
  std::int64_t days = 0;
  friend bool operator==(const read_move&, const read_move&) = default;
};

/// One number times another, none of which lies between bounds.
struct read_product {
  std::size_t one = 0, other = 0;
  friend bool operator==(const read_product&, const read_product&) = default;
};

/// A fact as a plan reads it: of the units, or of the elements of a list.
struct read_fact {
  const fact_definition* is = nullptr;
  /// The first day whose evidence holds on the as-of day; the day after that where none
  /// does; nothing: evidence holds for good.
  std::optional<std::int64_t> held_from;
  std::optional<std::size_t> dated_by;  ///< place of the fact that is its day of evidence
  std::vector<std::size_t> checks;      ///< places of the checks that name it
  std::optional<std::size_t> table;     ///< place of the table that derives it
  const truth_step* computed = nullptr;         ///< what derives a boolean
  std::optional<linear_form> sum;               ///< what derives a number
  std::optional<read_pool> pool;                ///< no fact: an aggregate
  std::optional<read_move> move;                ///< no fact: a day that is moved
  std::optional<read_product> product;          ///< no fact: one times another
  std::unique_ptr<struct read_scope> elements;  ///< of a list of records
  /// In conditions about elements, a fact of the unit around them: its place there.
  std::optional<std::size_t> outer;
  /// Where it is not known it may lie between bounds: an aggregate, and what is derived
  /// from one.
  bool loose = false;

  [[nodiscard]] bool derived() const {
    return table || computed != nullptr || sum || made();
  }
  /// It lies in no column.
  [[nodiscard]] bool made() const { return pool || move || product; }
};

/// A decision table that derives a category: of each row its cells' truth.
struct read_table {
  struct row {
    std::vector<const truth_step*> cells;  ///< those that do not take everything
    std::int32_t gives = 0;                ///< code of the category
  };
  std::vector<row> rows;
  bool first = true;  ///< hit policy
  std::size_t outcomes = 0;
};

/// All that a plan reads of one kind of thing.
struct read_scope {
  std::vector<read_fact> facts;
  std::vector<const truth_step*> checks;  ///< no: violated
  std::vector<read_table> tables;
};

}  // namespace norma::batch::detail

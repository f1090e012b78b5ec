// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::uint32_t
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <variant>   // std::variant
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/value/duration.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// The type a fact is declared with (design section 5); the expression type
/// follows from it, the way a file's scalar is read as well.
enum class fact_type {
  boolean,
  count,   ///< whole number, not negative unless its range says so
  amount,  ///< number with the scale of its unit (CNY: 2)
  number,
  text,
  date,
  duration,
  period,  ///< [from..to], both days; an end may be {none}
  category,
  set,   ///< of a category
  list,  ///< of a type, a record or a unit kind
};

/// A fact's own type is that of numbers: count, amount or number.
[[nodiscard]] constexpr bool is_numeric(fact_type t) {
  return t == fact_type::count || t == fact_type::amount || t == fact_type::number;
}

/// Which way a unit can change a fact by its own doing.
enum class changeable { no, up, down, either };

/// What happens to a derived fact that is supplied as well.
enum class if_supplied { wins, must_agree };

struct table;

/// A fact, derived fact or field as the dictionary declares it.
struct fact_definition {
  std::string name;
  std::string alias;  ///< may be empty
  text label;
  text note;  ///< why the fact is there, where no clause names it; may be empty
  std::vector<std::string> of;  ///< unit kinds; empty for a record's field
  fact_type declared = fact_type::boolean;
  expr::type type;                           ///< as expressions see it
  std::shared_ptr<fact_definition> element;  ///< of a list or set
  std::vector<fact_definition> fields;       ///< of a record
  std::string unit;                          ///< unit of measure; may be empty
  int scale = 0;                             ///< decimals of an amount or number
  bool scaled = false;                       ///< the scale is declared and checked
  std::optional<range_value> range;
  std::vector<expr::expression> checks;
  std::vector<std::string> sources;
  /// How long evidence holds: a duration, or the slot of a parameter.
  std::variant<std::monostate, duration, std::uint32_t> valid_for;
  /// Slot of the fact that is the day of its evidence (a survey's date); the
  /// unit's default day does not count then.
  std::optional<std::uint32_t> dated_by;
  bool optional = false;
  changeable change = changeable::no;
  std::string complete;  ///< fact that tells a list's full length; may be empty
  std::string pack;      ///< the pack that declares it
  source_span where;

  // Derived facts: exactly one of the two is set.
  std::optional<expr::expression> value;
  std::shared_ptr<const table> from_table;
  /// The slots that feed the table's inputs, in the order of its columns.
  std::vector<std::uint32_t> table_inputs;
  if_supplied supplied = if_supplied::wins;

  [[nodiscard]] bool derived() const { return value.has_value() || from_table; }
  /// True if the fact is a list of units, whose fields are their own facts.
  [[nodiscard]] bool lists_units() const {
    return declared == fact_type::list && element && element->fields.empty() &&
           element->type.record;
  }
};

/// A count that came as a float of so many bits: 64, 32 or 16. From 10^15 on, from 2^24
/// or from 2^11, its last digit may be that of a neighbour, which may be the count that
/// was meant: then it is a text that says so (N0727), and no number.
[[nodiscard]] inline value count_of_double(number n, int bits = 64) {
  const number beyond{bits == 64 ? 1'000'000'000'000'000
                                 : std::int64_t{1} << (bits == 32 ? 24 : 11)};
  if (n < beyond && -n < beyond) return value{std::move(n)};
  return value{n.to_string() + " (float" + std::to_string(bits) + ')'};
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

#include <norma/rule/fact.hpp>

namespace norma {

/// What a cell of a table says of a fact of that type, as units' files write it: `True`
/// and `False`, as Python's libraries write them, are `true` and `false`, a day at
/// midnight (`2023-09-30 00:00:00`) is the day. Anything else is as it is.
[[nodiscard]] constexpr std::string_view cell_text(std::string_view cell, fact_type of) {
  if (of == fact_type::boolean) {
    return cell == "True" ? "true" : cell == "False" ? "false" : cell;
  }
  constexpr std::string_view midnight = "00:00:00";
  if (of != fact_type::date || cell.size() < 19) return cell;
  const bool apart = cell[10] == ' ' || cell[10] == 'T';
  const auto rest = cell.substr(19);
  const bool whole =
      rest.empty() || (rest.size() > 1 && rest[0] == '.' &&
                       rest.find_first_not_of('0', 1) == std::string_view::npos);
  return apart && whole && cell.substr(11, 8) == midnight ? cell.substr(0, 10) : cell;
}

}  // namespace norma

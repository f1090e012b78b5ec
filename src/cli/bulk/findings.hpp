// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <set>      // std::set
#include <string>   // std::string
#include <utility>  // std::pair

#include <norma/core/diagnostic.hpp>

#include "input.hpp"

namespace norma::cli {

/// Something found in a row of the input.
struct row_finding {
  std::size_t line = 0;
  std::size_t column = 0;  ///< 0: none
  diagnostic what;
  std::string in = {};  ///< the column or key that it stands in; "": none
};

/// True of what `--strict` ends at: a row that can not be read, or has facts in error.
[[nodiscard]] inline bool is_bad(const diagnostic& found) {
  return found.level() == severity::error || found.code == "N0676";
}

/// Told of an input without a unit.
[[nodiscard]] inline diagnostic no_unit(row_form form) {
  return {form == row_form::lines ? "N0699" : "N0637", {}, {}, {}};
}

/// Remembers what is told once for a file, however many rows have it: a column that is
/// nothing, or has no name, bytes that are no UTF-8; of a table a fact in two columns,
/// which each line of JSON has by itself.
class told_once {
 public:
  /// Names beyond so many, or longer ones, are not remembered.
  static constexpr std::size_t most_names = 10'000;
  static constexpr std::size_t longest_name = 1'000;

  explicit told_once(row_form form) : form_(form) {}

  /// False if the like was told before.
  [[nodiscard]] bool is_new(const diagnostic& found) {
    const auto& code = found.code;
    const bool of_bytes = code == "N0103" || code == "N0140";
    if (of_bytes) return told_.emplace("N0103", "").second;
    const bool of_columns = code == "N0602" && form_ == row_form::csv;
    const bool unknown = code == "N0158" || code == "N0630" || code == "N0696";
    if (!unknown && !of_columns) return true;
    const std::pair one(code, found.arguments.front());
    if (told_.contains(one)) return false;
    if (told_.size() < most_names && one.second.size() <= longest_name) told_.insert(one);
    return true;
  }

 private:
  row_form form_;
  std::set<std::pair<std::string, std::string>> told_;
};

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>

#include "input.hpp"
#include "unit_keys.hpp"
#include "units.hpp"

namespace norma::cli {

/// Reads units that are JSON objects, one a line: the keys are those of the columns of a
/// table, the values are written as in a unit's file. A line with `facts` is a unit's
/// file. Safe to share between threads.
class json_units {
 public:
  /// `name` is that of the input.
  json_units(std::string name, const pack& by, std::string default_kind,
             const limits& bounds);

  /// Puts the units of the block into `to`.
  void read(const row_block& rows, unit_store& to) const;
  /// Puts one of them there as a unit by itself, which has its name.
  void read_alone(const row_block& rows, const row_place& at, unit_store& to) const;

 private:
  [[nodiscard]] text_place place_of(const row_block& rows, std::size_t line,
                                    const std::string& fact) const;

  std::string name_;
  const pack& by_;
  fact_labels labels_;
  std::string default_kind_;
  limits bounds_;
};

}  // namespace norma::cli

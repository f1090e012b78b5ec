// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/type.hpp>
#include <norma/rule/citation.hpp>
#include <norma/rule/fact.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// How a share is written: `0.9` where there is no sign, `90%`, `900‰`.
enum class share_sign { none, percent, per_mille };

/// The sign that `written` ends with.
[[nodiscard]] share_sign share_sign_of(std::string_view written);

/// A value of a parameter from a day on, with its source or as the pack's own
/// choice.
struct dated_value {
  date from;
  value content;
  citation cite;
  bool own_choice = false;
};

/// A named number, duration or word that rules use, with its values by date.
struct parameter {
  std::string name;
  text label;
  fact_type declared = fact_type::number;
  expr::type type;
  std::string unit;
  int scale = 0;                        ///< decimals of an amount or number
  bool scaled = false;                  ///< the scale is declared and checked
  share_sign share = share_sign::none;  ///< as its values are written
  std::vector<dated_value> values;      ///< in order of `from`, each day once
  std::string decision;
  std::string pack;
  /// It holds in place of the upper pack's in its own pack's rules; where it
  /// has no value yet, its values are the upper one's.
  bool overrides = false;
  source_span where;
  /// In place of all its values, to see what would be (<norma/rule/suppose.hpp>): no
  /// source stands behind it.
  std::optional<value> supposed;

  /// The value in force on `day`, or null before the first; what is supposed does not
  /// count.
  [[nodiscard]] const dated_value* on(date day) const;
  /// The value that rules are judged with on `day`: what is supposed, else the one in
  /// force; null if there is neither.
  [[nodiscard]] const value* value_on(date day) const;
};

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/parameter.ipp>
#endif

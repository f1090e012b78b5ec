// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

namespace norma {

/// Bounds that keep untrusted input from exhausting the machine. Each has a
/// diagnostic of its own when it is reached.
struct limits {
  std::size_t expression_bytes = 64 * 1024;   ///< length of one expression
  std::size_t expression_depth = 200;         ///< nesting of one expression
  std::size_t number_digits = 4096;           ///< digits of any number
  std::size_t list_items = 5'000'000;         ///< elements of any list
  std::size_t evaluation_steps = 20'000'000;  ///< operations of one expression
  /// Operations of all expressions of one assessment: to bind the facts, again to judge
  /// them, and again to explain it, where two bytes of the report (JSON) count as one.
  std::size_t assessment_steps = 20'000'000;
  std::size_t file_bytes = 64 * 1024 * 1024;      ///< size of one input file
  std::size_t rule_file_bytes = 4 * 1024 * 1024;  ///< size of one file of a pack
  std::size_t pack_bytes = 5 * 1024 * 1024;       ///< of a pack and all it builds on
  std::size_t yaml_bytes = 24 * 1024 * 1024;      ///< of one in YAML
  std::size_t yaml_depth = 64;                    ///< nesting of a YAML file
  std::size_t yaml_line_bytes = 1024 * 1024;      ///< one line of a YAML file
  std::size_t yaml_idle_lines = 500'000;          ///< of YAML: blank, or comments
  std::size_t yaml_bracket_bytes = 1536 * 1024;   ///< [ … ] that may be a key
  std::size_t diagnostics_per_file = 100;         ///< then a count
  std::size_t errors_per_file = 10'000;           ///< in facts: then nothing more is read
  std::size_t units_per_table = 100'000;          ///< read as a whole: none of more
};

/// Which limit of steps ended an expression.
enum class step_limit {
  none,    ///< it went to its end
  of_one,  ///< `limits::evaluation_steps`
  of_all,  ///< `limits::assessment_steps`
};

/// Operations that expressions may still take, together: the first that finds too few
/// left stops, and so do all after it.
struct step_account {
  std::size_t left;
  step_limit met = step_limit::none;  ///< by the first that stopped

  /// One was stopped by this limit.
  void stop(step_limit by) {
    if (met == step_limit::none) met = by;
  }
};

/// Words that may still be looked at, about, to tell which of them an unknown one in a
/// file of facts means: readings that share it look at so many together, and none where
/// nothing is left.
struct hint_account {
  std::size_t left = 500'000;
};

}  // namespace norma

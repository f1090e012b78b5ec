// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>       // std::array
#include <filesystem>  // std::filesystem::path
#include <map>         // std::map
#include <ostream>     // std::ostream
#include <string>      // std::string
#include <vector>      // std::vector

#include "feel_case.hpp"
#include "judge.hpp"

namespace norma_feel {

/// How many of some cases passed.
struct figure {
  int passed = 0;
  int cases = 0;
  int unasked = 0;  ///< of those that passed: with an error that was not asked for
};

/// One figure for each expectation, in its order. Never one total: an engine that
/// always answers null passes nearly half of the public cases.
using figures = std::array<figure, 4>;
inline constexpr std::array<const char*, 4> figure_names{"value", "error", "null",
                                                         "unknown"};

/// The figures by subset.
using figure_table = std::map<std::string, figures>;

[[nodiscard]] figure_table count(const std::vector<feel_case>& cases,
                                 const std::vector<outcome>& outcomes);

/// A line for each subset; no column where there is no case at all. Below them, how
/// many passed with an error that they do not ask for.
void print(const figure_table& table, std::ostream& out);

/// What is worse than what `file` records under `name`: a subset or a figure that
/// is gone, fewer cases, a smaller share of them passed, more with an unasked error
/// (`[passed, cases, unasked]`; without the third, none). Empty: nothing fell. Throws
/// std::runtime_error where the file has nothing under that name.
[[nodiscard]] std::vector<std::string> fallen(const figure_table& table,
                                              const std::filesystem::path& file,
                                              const std::string& name);

/// Writes figures and cases as JSON. Throws std::runtime_error where it can not.
void write_json(const std::filesystem::path& file, const figure_table& table,
                const std::vector<feel_case>& cases,
                const std::vector<outcome>& outcomes);

}  // namespace norma_feel

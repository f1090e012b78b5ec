// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>     // std::set
#include <string>  // std::string

#include "feel_case.hpp"

namespace norma_feel {

/// The smallest of three nested subsets that has the case:
///
/// - CORE: numbers, strings, booleans, dates, durations, their arithmetic,
///   comparison, logic, `in`, ranges, unary tests, `if`, quantifiers, lists,
///   count, sum, min, max, mean, all, any, not, date, duration.
/// - PLUS: times and date-times without zones, all other built-ins, filters,
///   paths, `for`, `instance of`, named parameters.
/// - FULL: contexts, function values, regular expressions, zones, the clock,
///   names, types and functions that only a model can define.
///
/// `constrained`: a type of the case has allowed values. `types`: those that
/// the model defines.
[[nodiscard]] std::string subset_of(const feel_case& c, bool constrained,
                                    const std::set<std::string>& types);

}  // namespace norma_feel

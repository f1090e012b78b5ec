// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reports made by hand, with everything that a report can hold.

#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/assess/report.hpp>
#include <norma/value/number.hpp>

namespace norma_test {

/// The number as it is written.
[[nodiscard]] inline norma::number exact(std::string_view text) {
  return norma::number::parse(text).value();
}

/// An enterprise that fails on two parts and is open on one.
[[nodiscard]] norma::report failing_report();

/// The same, with two parameters that were supposed: one in place of nothing.
[[nodiscard]] norma::report supposed_report();

/// All parts pass; no known-as-of day.
[[nodiscard]] norma::report passing_report();

/// Groups of every kind, an embedded standard, every kind of cause and value.
[[nodiscard]] norma::report intricate_report();

/// Of a scoring scheme: points open, left out, added and taken away.
[[nodiscard]] norma::report scored_report();

/// The same, all known: below a floor and below the mark to pass.
[[nodiscard]] norma::report short_of_points_report();
/// The first item is of another document than the standard, its second part of
/// the standard's own (浙人社发〔2023〕17号 三（一）1末段) again.
[[nodiscard]] norma::report two_documents_report();

/// Of a park: one of its firms breaks a condition, one is not known.
[[nodiscard]] norma::report members_report();

/// The failing report of a unit whose name and evidence are `words`.
[[nodiscard]] norma::report hostile_report(const std::string& words);

/// The same of a scoring scheme, and of units in a list.
[[nodiscard]] norma::report hostile_score(const std::string& words);
[[nodiscard]] norma::report hostile_members(const std::string& words);

}  // namespace norma_test

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>     // std::size_t
#include <functional>  // std::function
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>
#include <norma/load/test_file.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

/// An expectation of a case that did not come true.
struct unmet_expectation {
  diagnostic finding;           ///< N0801 to N0809, at the expectation's place
  std::string path;             ///< the node or table concerned; `.` the standard
  std::string expected, found;  ///< as test files write them
  std::vector<text> values;     ///< the condition and the facts it rests on
};

/// What came of one case.
struct case_result {
  std::string name;
  source_span where;
  std::vector<unmet_expectation> unmet;
  [[nodiscard]] bool passed() const { return unmet.empty(); }
};

/// What came of the cases of one file, in their order.
struct test_results {
  std::vector<case_result> cases;
  [[nodiscard]] std::size_t failed() const;
};

/// Steps that the cases of a pack may take together: four times those of one assessment.
/// What comes after is not run, and has failed (N0159).
[[nodiscard]] constexpr std::size_t test_steps(const limits& bounds) {
  return 4 * bounds.assessment_steps;
}

struct test_run_options {
  /// Called after each case.
  std::function<void(const case_result&)> progress = {};
  limits bounds = {};
  /// What the cases of several files may still take together; null: each file by itself.
  std::size_t* steps_left = nullptr;
};

/// Runs the cases of `file` against `of` (design section 5). Besides what a
/// case expects, every remedy that its report lists is applied to the unit's
/// facts and judged anew: it must give what it promises, and each of its
/// entries must be needed (else R1003, R1004: an error of the engine). Of the unmet
/// expectations after the first `bounds.diagnostics_per_file` no values are kept. Never
/// throws for bad facts.
///
///     auto read = norma::try_read_tests("rules/cn-zj/tests/training.yaml", pack);
///     auto results = norma::run_tests(*read.file, pack);
[[nodiscard]] test_results run_tests(const test_file& file, const pack& of,
                                     const test_run_options& options = {});

/// The finding as `render` writes it, and the values below it. Ends with a
/// line break; no colour.
[[nodiscard]] std::string render(const unmet_expectation& unmet, language lang);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/analysis/impl/rule_test.ipp>
#endif

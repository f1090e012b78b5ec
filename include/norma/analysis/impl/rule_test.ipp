// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/analysis/rule_test.hpp>

#include <algorithm>  // std::count_if
#include <memory>     // std::make_shared

#include <norma/analysis/impl/rule_test_case.ipp>

namespace norma {

NORMA_INLINE std::size_t test_results::failed() const {
  return static_cast<std::size_t>(std::count_if(
      cases.begin(), cases.end(), [](const case_result& c) { return !c.passed(); }));
}

NORMA_INLINE test_results run_tests(const test_file& file, const pack& of,
                                    const test_run_options& options) {
  test_results results;
  std::size_t own = test_steps(options.bounds);
  std::size_t& left = options.steps_left != nullptr ? *options.steps_left : own;
  std::size_t told = 0;
  for (const auto& one : file.cases) {
    analysis_detail::case_runner runner(file, one, of, options.bounds, left);
    results.cases.push_back({one.name, one.where, runner.run()});
    for (auto& unmet : results.cases.back().unmet) {
      if (++told > options.bounds.diagnostics_per_file) unmet.values = {};
    }
    if (options.progress) options.progress(results.cases.back());
  }
  return results;
}

NORMA_INLINE std::string render(const unmet_expectation& unmet, language lang) {
  std::string out = norma::render(unmet.finding, lang);
  const auto& where = unmet.finding.where;
  const std::size_t gutter =
      where ? std::to_string(where.file->position(where.begin).line).size() : 1;
  for (const auto& value : unmet.values) {
    out += std::string(gutter + 1, ' ') + "= " + make_visible(value.in(lang)) + '\n';
  }
  return out;
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/frame.hpp>
#include <norma/config.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>

namespace norma::batch {

namespace detail {
struct compiled_plan;
}

struct plan_options {
  date as_of;  ///< required, as everywhere
  limits bounds = {};
};

struct run_options {
  unsigned threads = 1;
  std::size_t rows_a_block = 0;        ///< 0: what fits the cache
  const char* instructions = nullptr;  ///< "plain", "avx512"; null: the best there is
};

/// The verdicts of all units: a column for the standard and one for each of its items.
struct verdicts {
  std::vector<std::string> paths;             ///< `.`, then the items in their order
  std::vector<std::vector<verdict>> columns;  ///< by path: a verdict a row
  std::size_t row_by_row = 0;                 ///< rows that the scalar engine judged
};

/// A condition that is not looked at in columns, and why.
struct row_by_row {
  std::string path;
  std::string why;
};

/// A standard made ready to judge many units on one day: built once, safe to share
/// between threads. The same verdicts as `assess`, always.
///
///     norma::batch::plan plan(zj.standard("enterprise.large_medium"), {.as_of = day});
///     auto found = plan.judge(county, {.threads = 8});
class plan {
 public:
  plan(const standard& by, const plan_options& options);

  /// Throws `norma::error` if a column can not hold its fact at all, or the units are
  /// of another kind.
  [[nodiscard]] verdicts judge(const frame& units, const run_options& options = {}) const;
  /// The same into what was made before, whose memory is used again.
  void judge(const frame& units, const run_options& options, verdicts& to) const;
  /// What `assess` reports of the unit in `row`.
  [[nodiscard]] report explain(const frame& units, std::size_t row) const;
  /// Conditions that go row by row through the scalar engine; none: all is columns.
  [[nodiscard]] const std::vector<row_by_row>& exceptions() const;

 private:
  std::shared_ptr<const detail::compiled_plan> plan_;
};

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/plan.ipp>
#endif

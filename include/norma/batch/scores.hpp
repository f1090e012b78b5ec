// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int16_t, std::uint8_t …
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/score.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/frame.hpp>
#include <norma/batch/plan.hpp>
#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/cause.hpp>

namespace norma::batch {

/// What units score under a scheme: a value a row, as the reports of the units tell it.
struct scores {
  std::vector<verdict> verdicts;
  /// 0 of a unit that the scheme is not for, or may not be for: it has no points.
  std::vector<std::uint8_t> counted;
  std::vector<score_range> totals;  ///< exact; both ends are the same if decided
  std::vector<std::string> blocks;  ///< ids, in the order of the scheme
  std::vector<std::vector<score_range>> earned;  ///< by block
  std::vector<std::string> tiers;                ///< ids, best first
  std::vector<std::int16_t> tier;                ///< place in `tiers`; -1: none, or open
  /// Rows that the scheme is for in which a fact that points or gates rest on is in
  /// error, all of them; `score_plan::data_errors` tells what is wrong.
  std::vector<std::size_t> erring;
};

/// A scoring scheme made ready to score many units on one day; the same points as
/// `assess`, always. Points are counted row by row through the scalar engine, on as many
/// threads as are asked for.
///
///     norma::batch::score_plan plan(*pack.find_scheme("enterprise_score"), {.as_of =
///     day}); auto found = plan.score(county, 8);
class score_plan {
 public:
  score_plan(scheme by, const plan_options& options);

  /// As `plan::check`, of what the scheme reads.
  [[nodiscard]] std::vector<diagnostic> check(const frame& units) const;
  /// Throws `norma::rule_error` with what `check` finds, if it finds an error.
  [[nodiscard]] scores score(const frame& units, unsigned threads = 1) const;
  /// As `plan::data_errors`, of what the scheme rests on.
  [[nodiscard]] std::vector<cause> data_errors(const frame& units, std::size_t row) const;
  /// What `assess` reports of the unit in `row`. Throws `norma::rule_error` (N0697) for a
  /// row that the frame has not.
  [[nodiscard]] report explain(const frame& units, std::size_t row) const;
  /// What goes row by row through the scalar engine: all of it.
  [[nodiscard]] std::vector<row_by_row> explain() const;

 private:
  scheme by_;
  plan_options options_;
  std::vector<std::uint32_t> read_;  ///< slots
};

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/scores.ipp>
#endif

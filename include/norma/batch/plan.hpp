// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int16_t …
#include <memory>    // std::shared_ptr
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/batch/frame.hpp>
#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/number.hpp>

namespace norma {
struct bound_facts;
}

namespace norma::batch {

namespace detail {
struct compiled_plan;
struct bound_units;
}  // namespace detail

struct plan_options {
  date as_of;  ///< required, as everywhere
  limits bounds = {};
};

struct run_options {
  unsigned threads = 1;  ///< 0 is 1; no more than there are blocks
  bool reasons = false;  ///< fill `verdicts::reasons`
  bool as_bits = false;  ///< fill `verdicts::bits`, not `verdicts::columns`
  /// Paths of parts with a condition: fill `verdicts::distances`; there are none where
  /// the condition is no comparison. Of each row the scalar engine binds what those parts
  /// rest on, and evaluates them once more.
  std::vector<std::string> distances = {};
  std::size_t most_erring = 100;  ///< rows in `verdicts::erring`
  std::size_t rows_a_block = 0;   ///< 0: what fits the cache
  /// "plain", "avx2", "avx512"; empty: the best that the machine has.
  std::string instructions = {};
};

/// How far a part is from its threshold, a row a unit, as the unit's report tells it:
/// exactly, in the unit of measure of the fact that is named.
struct distance_column {
  std::string path;
  std::vector<std::int32_t> facts;  ///< place in `fact_names`; -1: no distance
  std::vector<number> by;           ///< 0 just passes, negative is shortfall
};

/// Verdicts in two bits a unit, the lowest first, 64 to a word; as Arrow lays a column of
/// booleans with their validity: true is a pass, false a fail, null neither.
struct verdict_bits {
  std::vector<std::uint64_t> passes;   ///< set: a pass; where undecided: not applicable
  std::vector<std::uint64_t> decided;  ///< set: a pass or a fail

  [[nodiscard]] verdict at(std::size_t row) const;
};

/// The verdicts of all units: a column for the standard and one for each of its items.
struct verdicts {
  std::vector<std::string> paths;             ///< `.`, then the items in their order
  std::size_t rows = 0;                       ///< of each column
  std::vector<std::vector<verdict>> columns;  ///< by path: a verdict a row
  std::vector<verdict_bits> bits;             ///< the same, if asked for
  /// By path, if asked for: of a row that fails or is undetermined, which node decides:
  /// the place in `nodes` of the first part, in the order of the text, that does not
  /// pass; of a veto (`none`) the member that passes; of a group whose guard is not
  /// known, or too few of whose members apply, the group. -1 of a row that passes or does
  /// not apply.
  std::vector<std::vector<std::int16_t>> reasons;
  std::vector<std::string> nodes;  ///< paths of all nodes, from the root downwards
  std::vector<distance_column> distances;  ///< of the parts that were asked for
  std::vector<std::string> fact_names;     ///< by slot, each once: what distances are in
  std::size_t row_by_row = 0;              ///< rows that the scalar engine judged
  /// Rows that the standard is for in which a fact that verdicts rest on is in error:
  /// one that conditions name, what derives or dates it, what a check, `must_agree` or a
  /// full length holds against it; of lists any part of an element. How many there are,
  /// and the first of them, as many as were asked for. `plan::data_errors` tells what is
  /// wrong.
  std::size_t erring_rows = 0;
  std::vector<std::size_t> erring;
  std::vector<diagnostic> warnings;  ///< what `plan::check` finds, short of an error

  /// Of the unit in `row` by the path at `path`, in whatever form it was asked for.
  [[nodiscard]] verdict at(std::size_t path, std::size_t row) const;
};

/// The instruction sets that this machine has and norma has loops for, the plainest
/// first.
[[nodiscard]] std::vector<std::string> instruction_sets();

/// A condition that is not looked at in columns, and why.
struct row_by_row {
  std::string path;
  text why;  ///< N0698 in both languages
};

/// A standard made ready to judge many units on one day: built once, safe to share
/// between threads. The same verdicts as `assess`, always. A row of which that might meet
/// a limit on steps, by its conditions and the length of its lists, is judged by it.
///
///     norma::batch::plan plan(zj.standard("enterprise.large_medium"), {.as_of = day});
///     auto found = plan.judge(county, {.threads = 8});
class plan {
 public:
  /// Throws `norma::rule_error` (N0680) for a standard of more than 32,767 parts and
  /// groups.
  plan(const standard& by, const plan_options& options);

  /// What is wrong with the columns of a frame as a whole: lengths that differ, values of
  /// a kind that the fact can not have, two columns for one fact, units of another kind
  /// (errors); a fact that the standard reads without a column, a column that is no fact
  /// (warnings). What is wrong with one value is an error in the data of its row: the
  /// fact is unknown there, and `explain` says why.
  [[nodiscard]] std::vector<diagnostic> check(const frame& units) const;

  /// Throws `norma::rule_error` with what `check` finds, if it finds an error, and for
  /// paths of `options.distances` that are of no part with a condition, and for
  /// instructions that the machine has not.
  [[nodiscard]] verdicts judge(const frame& units, const run_options& options = {}) const;
  /// The same into what was made before, whose memory is used again. What is wrong with
  /// columns and options is told before anything of it changes; where a run ends for want
  /// of memory, or its lists are too large for its blocks, it holds no result.
  void judge(const frame& units, const run_options& options, verdicts& to) const;
  /// What is wrong with the values of the unit in `row`, of the facts that verdicts rest
  /// on: not of their type, range or scale, no word of their category, against a check.
  /// Throws `norma::rule_error` (N0697) for a row that the frame has not.
  [[nodiscard]] std::vector<cause> data_errors(const frame& units, std::size_t row) const;
  /// The same of a unit that was bound.
  [[nodiscard]] std::vector<cause> data_errors(const bound_facts& facts) const;
  /// What `assess` reports of the unit in `row`. Throws `norma::rule_error` (N0697) for a
  /// row that the frame has not.
  [[nodiscard]] report explain(const frame& units, std::size_t row) const;
  /// Which conditions go row by row through the scalar engine, and why; none: all of
  /// them run in columns.
  [[nodiscard]] const std::vector<row_by_row>& explain() const;

 private:
  friend struct detail::bound_units;
  std::shared_ptr<const detail::compiled_plan> plan_;
};

}  // namespace norma::batch

#if defined(NORMA_HEADER_ONLY)
#include <norma/batch/impl/plan.ipp>
#endif

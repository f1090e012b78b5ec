// SPDX-License-Identifier: Apache-2.0
#pragma once

// Record batches judged by a standard.

#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/batch/arrow.hpp>
#include <norma/batch/plan.hpp>
#include <norma/batch/scores.hpp>

#include "arrow_memory.hpp"
#include "python.hpp"
#include "row_kinds.hpp"
#include "text_column.hpp"

namespace norma_python {

struct frame_options {
  norma::date as_of;
  std::optional<norma::date> day = {};  ///< of all evidence without a column of its own
  unsigned threads = 1;
  bool reasons = false;
  bool distances = false;
  bool errors = false;    ///< a column of what is wrong with facts
  bool booleans = false;  ///< verdicts in two bits
  /// Units of other kinds are passed over, not refused, nor is a frame without a fact of
  /// this one's.
  bool others = false;
  std::string usual_unit = {};  ///< with `others`: the kind of those that do not say it
  std::size_t first_row = 0;    ///< what messages call the first row
  std::vector<std::string> carry = {};         ///< columns that the result has, too
  norma::language lang = norma::language::en;  ///< of messages from inside a stream
};

/// As the columns of a frame are called: `verdict`, `training`, `training__reason`.
[[nodiscard]] std::string name_of_result(std::string_view path);

/// A standard compiled for frames, whatever their columns; or a scheme, of which the
/// columns have the gates.
struct frame_plan {
  norma::date as_of;
  bool reasons, distances, booleans;  ///< as they were asked for
  norma::batch::plan by;
  std::optional<norma::batch::score_plan> points;
  std::vector<norma::batch::row_by_row> by_rows;  ///< what goes row by row, and why
  std::vector<std::string> parts;                 ///< whose distances are asked for
  std::vector<std::string> columns;               ///< names of those of verdicts
  schema_ptr described;  ///< what `norma::batch::to_arrow` hands over
};

/// The plan of the last call, if that asked for the same; safe to call from any thread.
[[nodiscard]] std::shared_ptr<const frame_plan> plan_for(const criterion& by,
                                                         const frame_options& options);

/// The columns of the points of a scheme.
inline constexpr std::array<const char*, 4> score_columns{"score__total", "score__least",
                                                          "score__most", "score__tier"};

/// Puts verdicts by a scheme and its findings in the place of those by its gates.
void put_overall(const norma::batch::scores& scored, norma::batch::verdicts& found);
/// The points of each row as exact texts, a column each of `score_columns`.
[[nodiscard]] std::vector<row_texts> score_texts(const norma::batch::scores& scored);

/// So many rows with facts in error are told of a frame.
inline constexpr std::size_t most_erring_told = 100;

/// What is wrong with the facts of some rows, the rows ascending: a text for each fact.
using row_errors = std::vector<std::pair<std::size_t, std::vector<std::string>>>;

/// The errors of a column of a result, the texts of a row joined.
[[nodiscard]] row_texts joined(const row_errors& all, norma::language lang);
/// What that column is called.
inline constexpr const char* errors_column = "verdict__errors";

/// A record batch with what was found about its rows.
struct judged_batch {
  array_ptr rows;                  ///< what was handed in; the frame looks into it
  norma::batch::frame units;       ///< with the columns that are read
  std::optional<row_kinds> kinds;  ///< where units of other kinds are passed over
  std::shared_ptr<const norma::batch::verdicts> verdicts;
  std::shared_ptr<const norma::batch::scores> scores;  ///< of a scheme
  array_ptr found;    ///< the verdicts as `norma::batch::to_arrow` hands them over
  row_errors errors;  ///< where they are asked for

  /// It is not known whether the standard is for the unit.
  [[nodiscard]] bool is_open(std::size_t row) const {
    return kinds && kinds->of(row) == belongs::unknown;
  }
  [[nodiscard]] std::size_t size() const { return units.rows; }
};

/// A standard made ready for frames of one schema; safe to share between threads.
class frame_judge {
 public:
  /// Throws `fact_error` where no column is one that the standard reads, but with
  /// `others`.
  frame_judge(const criterion& by, frame_options options, schema_ptr schema);

  /// Throws `fact_error` with all that is wrong with the columns. `before`: rows of the
  /// frame that stand before the batch.
  [[nodiscard]] judged_batch judge(array_ptr batch, std::size_t before) const;
  /// The same of a batch without rows, which shows what is wrong with the columns.
  [[nodiscard]] judged_batch judge_without_rows() const;
  /// The report of a row of the batch, which messages name by `label`. Throws
  /// `fact_error` for a row of which it is not known whether the standard is for it.
  [[nodiscard]] held_report explain(const judged_batch& in, std::size_t row,
                                    const std::string& label, bool remedies) const;

  /// What is wrong with the facts of a row of the batch, which messages name by `label`.
  [[nodiscard]] std::vector<norma::diagnostic> data_errors(
      const judged_batch& in, std::size_t row, const std::string& label) const;

  /// The same in a text for each fact, in the language of the options, without the row.
  [[nodiscard]] std::vector<std::string> error_texts(const judged_batch& in,
                                                     std::size_t row) const;

  /// The distances of the parts at the paths.
  [[nodiscard]] norma::batch::verdicts measure(
      const judged_batch& in, const std::vector<std::string>& paths) const;

  [[nodiscard]] const criterion& by() const { return by_; }
  [[nodiscard]] const frame_options& options() const { return options_; }
  [[nodiscard]] const schema_ptr& schema() const { return schema_; }
  [[nodiscard]] norma::language lang() const { return options_.lang; }
  /// What is odd about the columns of a batch, short of an error.
  [[nodiscard]] std::vector<norma::diagnostic> warnings(const judged_batch& of) const;
  /// Names of the columns of verdicts: `verdict`, then items.
  [[nodiscard]] const std::vector<std::string>& columns() const { return plan_->columns; }
  /// Conditions that go row by row, and why.
  [[nodiscard]] const std::vector<norma::batch::row_by_row>& by_rows() const {
    return plan_->by_rows;
  }

  /// The schema and the batches of the result, shared with whoever reads them.
  [[nodiscard]] ArrowSchema result_schema() const;
  [[nodiscard]] ArrowArray result_batch(const judged_batch& of) const;
  /// What of these is carried.
  [[nodiscard]] std::vector<ArrowSchema> carried_fields() const;
  [[nodiscard]] std::vector<ArrowArray> carried_columns(const judged_batch& of) const;

 private:
  struct erring_fact {
    std::string column, fact;
    norma::text wrong;
  };
  [[nodiscard]] std::vector<erring_fact> errors_of(const judged_batch& in,
                                                   std::size_t row) const;
  void look_at_names();
  /// The gates' verdicts, and by a scheme what it makes of them and of the points.
  void judge_units(judged_batch& of, norma::batch::verdicts& found) const;
  /// Refuses to carry a column that the result has of its own.
  void refuse_to_carry_over(const std::string& name) const;
  [[nodiscard]] norma::batch::run_options how(const ArrowArray& batch) const;
  [[nodiscard]] norma::batch::frame frame_of(const ArrowArray& batch) const;
  /// Refuses a batch with units that the standard does not judge.
  void refuse_others(const ArrowArray& batch, std::size_t before) const;
  [[nodiscard]] std::optional<norma::batch::column> words_column(
      const ArrowArray& batch, const std::string& name) const;

  criterion by_;
  frame_options options_;
  schema_ptr schema_;
  std::shared_ptr<const frame_plan> plan_;
  std::set<std::string> wanted_;  ///< columns that are read
  std::vector<std::size_t> carried_;
  std::vector<norma::diagnostic> strangers_;  ///< columns that may be meant for facts
};

}  // namespace norma_python

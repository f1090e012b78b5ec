// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::lower_bound, std::max, std::min, std::sort
#include <array>      // std::array
#include <cstddef>    // std::size_t
#include <limits>     // std::numeric_limits
#include <optional>   // std::optional
#include <set>        // std::set
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::exchange, std::move
#include <vector>     // std::vector

#include <norma/rule/impl/table_samples.ipp>
#include <norma/rule/table.hpp>

// A table is looked at column by column. The cells of a column cut its values
// into stretches within which every cell answers alike; one sample a stretch
// stands for all its values. Between its own cuts a cell answers alike, too: it
// is tried there once, and the samples are swept over, row by row coming and
// going. Stretches that leave the same rows are looked at once, and only cells of
// rows that are left cut further: a table of n rows with a column of keys costs n
// small tables, not their product.

namespace norma::detail {

/// From the sample at `place` on the cell of the row holds, or does no longer.
struct row_event {
  std::size_t place, row;
  bool holds;
};

/// A cell, and the weight of its cuts.
struct weighed_cell {
  std::size_t row, column, weight;
};

class table_examiner {
 public:
  /// `steps`: tests of cells that may be tried; what is left of them stays there.
  table_examiner(const table& t, std::size_t most, std::size_t& steps)
      : table_(t), most_(most), steps_(steps) {}

  [[nodiscard]] std::vector<table_finding> examine() {
    std::vector<std::size_t> all(table_.rows.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (finished()) stop();
    look(0, all);
    // Rows are known to be out of reach only where everything was looked at.
    if (table_.hit == hit_policy::first && !stopped_) {
      for (std::size_t i = 0; i < table_.rows.size(); ++i) {
        if (reached_.count(i) == 0) add({table_finding::kind::unreachable_row, {}, {i}});
      }
    }
    if (uncut_) return {std::move(*uncut_)};
    if (stopped_) {
      findings_.push_back({table_finding::kind::unexamined, std::move(*stopped_), {}});
    }
    if (untold(table_finding::kind::gap) || too_many_overlap() ||
        untold(table_finding::kind::unreachable_row)) {
      findings_.push_back({table_finding::kind::untold, {}, {}});
    }
    return std::move(findings_);
  }

 private:
  /// Gaps are warnings: however many there are, two rows that fit are looked for.
  [[nodiscard]] bool finished() const {
    return uncut_ || steps_ == 0 || too_many_overlap();
  }
  [[nodiscard]] bool untold(table_finding::kind what) const {
    return found_[static_cast<std::size_t>(what)] > most_;
  }
  [[nodiscard]] bool too_many_overlap() const {
    return untold(table_finding::kind::overlap);
  }

  /// Here it was that no more could be looked at: nowhere, before the first sample.
  void stop() {
    if (stopped_) return;
    stopped_.emplace();
    if (compared_) stopped_ = written_witness();
  }
  void give_up(std::size_t column, std::vector<std::size_t> rows, std::string by) {
    uncut_ = {table_finding::kind::uncut, {}, std::move(rows), column, std::move(by)};
  }

  void spend(std::size_t steps) {
    steps_ -= std::min(steps_, steps);
    if (steps_ == 0) stop();
  }
  /// What `evaluated` does with the cell counts: a cell of many tests is as dear as many
  /// cells, and one that reckons, or of large values (`weight`), by its steps.
  template <class Evaluated>
  auto spending(const expr::expression& cell, std::size_t weight, Evaluated evaluated) {
    step_account account{std::min(steps_, most_account / steps_each) * steps_each};
    const std::size_t before = account.left;
    expr::environment env;
    env.with_causes = false;
    env.bounds.evaluation_steps = before;  // the account alone holds
    env.account = &account;
    auto result = evaluated(env);
    spend(std::max(cell.tree.children.size(),
                   1 + (before - account.left + weight) / steps_each));
    return result;
  }

  /// The first of each kind are told.
  void add(table_finding found) {
    ++found_[static_cast<std::size_t>(found.what)];
    if (!untold(found.what)) findings_.push_back(std::move(found));
  }

  void find(table_finding::kind what, std::vector<std::size_t> rows) {
    std::vector<std::string> witness;
    if (found_[static_cast<std::size_t>(what)] < most_) witness = written_witness();
    witness.resize(table_.inputs.size(), "-");
    add({what, std::move(witness), std::move(rows)});
  }
  [[nodiscard]] std::vector<std::string> written_witness() const {
    std::vector<std::string> all;
    for (const value* each : witness_)
      all.push_back(each == nullptr ? "-" : each->to_string());
    return all;
  }

  [[nodiscard]] const expr::expression& cell_of(std::size_t row,
                                                std::size_t column) const {
    return table_.rows[row].cells[column];
  }

  void look(std::size_t column, const std::vector<std::size_t>& rows) {
    if (finished()) return;
    if (rows.empty()) {
      find(table_finding::kind::gap, {});
      return;
    }
    if (column == table_.inputs.size()) {
      reached_.insert(rows.front());
      if (table_.hit == hit_policy::unique && rows.size() > 1 &&
          overlaps_.insert(rows).second) {
        find(table_finding::kind::overlap, rows);
      }
      return;
    }
    std::vector<value> cuts;
    std::vector<std::size_t> first_cut;  // of each row, and behind the last
    std::vector<std::size_t> weights;    // of the cuts of each row
    bool any = true;
    for (const std::size_t row : rows) {
      const expr::expression& cell = cell_of(row, column);
      any = any && cell.tree.kind == expr::node_kind::any_test;
      first_cut.push_back(cuts.size());
      auto by = spending(cell, 0, [&](const expr::environment& env) {
        return add_cuts(cell, env, cuts);
      });
      weights.push_back(0);
      for (std::size_t i = first_cut.back(); i < cuts.size(); ++i)
        weights.back() += weight_of(cuts[i]);
      spend(weights.back() / steps_each);
      if (finished()) return;
      if (!by.empty()) return give_up(column, {row}, std::move(by));
    }
    first_cut.push_back(cuts.size());
    if (any) {
      witness_.push_back(nullptr);
      look(column + 1, rows);
      witness_.pop_back();
      return;
    }
    const auto samples = samples_of(table_.inputs[column], cuts);
    if (!samples) return give_up(column, {}, {});
    const sample_places places(table_.inputs[column], *samples);
    std::vector<row_event> events;
    for (std::size_t i = 0; i < rows.size() && !finished(); ++i) {
      const std::span<const value> all(cuts);
      const auto own = all.subspan(first_cut[i], first_cut[i + 1] - first_cut[i]);
      try_cell({rows[i], column, weights[i]}, *samples, places.turns(own), events);
    }
    sweep(column, *samples, std::move(events));
  }

  /// Adds from where on the cell holds, and from where on it does not.
  void try_cell(const weighed_cell& tried, const std::vector<value>& samples,
                const std::vector<std::size_t>& turns, std::vector<row_event>& to) {
    const expr::expression& cell = cell_of(tried.row, tried.column);
    bool held = false;
    for (const std::size_t at : turns) {
      const value answer =
          spending(cell, tried.weight, [&](const expr::environment& env) {
            return expr::evaluate_tests(cell, samples[at], env);
          });
      if (finished()) return;
      const bool* b = answer.boolean();
      if (held == (b != nullptr && *b)) continue;
      held = !held;
      to.push_back({at, tried.row, held});
    }
  }

  /// Looks at the next column wherever other rows are left. Of the last column only gaps
  /// are asked for once: rows that are left need not be kept.
  void sweep(std::size_t column, const std::vector<value>& samples,
             std::vector<row_event> events) {
    std::sort(events.begin(), events.end(), [](const row_event& a, const row_event& b) {
      return a.place != b.place ? a.place < b.place : a.row < b.row;
    });
    const bool last = column + 1 == table_.inputs.size();
    bool gap = false;
    std::set<std::vector<std::size_t>> seen;
    std::vector<std::size_t> left;
    auto event = events.begin();
    for (std::size_t at = 0; at < samples.size() && !finished();
         at = event == events.end() ? samples.size() : event->place) {
      for (; event != events.end() && event->place == at; ++event) {
        const auto place = std::lower_bound(left.begin(), left.end(), event->row);
        if (event->holds) {
          left.insert(place, event->row);
        } else {
          left.erase(place);
        }
      }
      if (last && left.empty() && std::exchange(gap, true)) {
        spend(1);
        continue;
      }
      compared_ = true;
      witness_.push_back(&samples[at]);
      spend(left.size() / (last ? rows_moved : rows_kept) + 1);
      if (last || seen.insert(left).second) look(column + 1, left);
      witness_.pop_back();
    }
  }

  /// Rows that are moved, and that are kept and compared, in the time that a test of a
  /// cell takes; with those kept the memory is bounded, too.
  static constexpr std::size_t rows_moved = 16, rows_kept = 2;

  /// Steps of evaluation in that time; as few as that are not counted.
  static constexpr std::size_t steps_each = 16;
  static constexpr std::size_t most_account = std::numeric_limits<std::size_t>::max();

  const table& table_;
  std::size_t most_;
  std::size_t& steps_;
  bool compared_ = false;                            ///< rows at one sample at least
  std::vector<const value*> witness_;                ///< null where any will do
  std::optional<std::vector<std::string>> stopped_;  ///< the witness at which it ended
  std::optional<table_finding> uncut_;               ///< what can not be cut
  std::set<std::size_t> reached_;
  std::set<std::vector<std::size_t>> overlaps_;
  std::vector<table_finding> findings_;
  std::array<std::size_t, 3> found_{};  ///< gaps, overlaps, rows never reached
};

}  // namespace norma::detail

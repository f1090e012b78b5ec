// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::max, std::min, std::sort, std::unique
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <optional>     // std::optional
#include <set>          // std::set
#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <vector>       // std::vector

#include <norma/rule/table.hpp>

// A table is looked at column by column. The cells of a column cut its values
// into stretches within which every cell answers alike; one sample a stretch
// stands for all its values. Between its own cuts a cell answers alike, too: it
// is tried there once, and the samples are swept over, row by row coming and
// going. Stretches that leave the same rows are looked at once, and only cells of
// rows that are left cut further: a table of n rows with a column of keys costs n
// small tables, not their product.

namespace norma::detail {

[[nodiscard]] inline int rank_of_kind(const value& v) {
  if (v.num() != nullptr) return 0;
  if (v.day() != nullptr) return 1;
  if (v.months() != nullptr) return 2;
  if (v.days() != nullptr) return 3;
  return v.string() != nullptr ? 4 : 5;
}

/// Order of the literals that cut a column: by kind first, as months and days of
/// one column have no other.
[[nodiscard]] inline bool value_before(const value& a, const value& b) {
  const int kind = rank_of_kind(a);
  if (kind != rank_of_kind(b)) return kind < rank_of_kind(b);
  switch (kind) {
    case 0: return *a.num() < *b.num();
    case 1: return *a.day() < *b.day();
    case 2: return *a.months() < *b.months();
    case 3: return *a.days() < *b.days();
    case 4: return *a.string() < *b.string();
    default: return false;
  }
}

/// Adds the literals that cut the column to `cuts`; false if a test can not
/// be cut.
[[nodiscard]] inline bool add_cuts_of(const value& v, std::vector<value>& cuts) {
  if (const list_value* list = v.list()) {
    for (const value& element : *list) {
      if (!add_cuts_of(element, cuts)) return false;
    }
    return true;
  }
  if (const range_value* range = v.range()) {
    if (range->low) cuts.push_back(*range->low);
    if (range->high) cuts.push_back(*range->high);
    return true;
  }
  if (v.is_unknown() || v.is_null()) return false;
  cuts.push_back(v);
  return true;
}

[[nodiscard]] inline bool names_anything(const expr::node& at) {
  if (at.kind == expr::node_kind::input || at.kind == expr::node_kind::name ||
      at.kind == expr::node_kind::as_of) {
    return true;
  }
  return std::any_of(at.children.begin(), at.children.end(), names_anything);
}

[[nodiscard]] inline bool add_cuts(const expr::expression& cell,
                                   std::vector<value>& cuts) {
  if (cell.tree.kind == expr::node_kind::any_test) return true;
  if (names_anything(cell.tree)) return false;
  for (const expr::node& test : cell.tree.children) {
    // `>= 1000` cuts at its end, everything else where its value says.
    const bool comparison = test.kind == expr::node_kind::comparison_range;
    const expr::node& literal = comparison ? test.children.front() : test;
    if (!add_cuts_of(expr::evaluate(cell, literal, {}), cuts)) return false;
  }
  return true;
}

/// Values around `cut` on a scale of steps of 1, or halfway to the next cut.
inline void add_number_samples(const std::vector<value>& cuts, bool whole,
                               std::vector<value>& samples) {
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const number& cut = *cuts[i].num();
    if (whole) {
      const number low = cut.rounded(0, rounding::floor);
      samples.emplace_back(low - number{1});
      samples.emplace_back(low);
      samples.emplace_back(low + number{1});
      continue;
    }
    if (i == 0) samples.emplace_back(cut - number{1});
    samples.push_back(cuts[i]);
    samples.emplace_back(i + 1 == cuts.size()
                             ? cut + number{1}
                             : *divide(cut + *cuts[i + 1].num(), number{2}));
  }
  if (cuts.empty()) samples.emplace_back(number{0});
}

inline void add_discrete_samples(const std::vector<value>& cuts,
                                 std::vector<value>& samples) {
  for (const value& cut : cuts) {
    for (const int step : {-1, 0, 1}) {
      if (const date* day = cut.day()) {
        if (const auto near = day->plus_days(step)) samples.emplace_back(*near);
      } else if (const months_duration* d = cut.months()) {
        if (const auto near = d->plus_months(step)) samples.emplace_back(*near);
      } else if (const days_duration* d = cut.days()) {
        samples.emplace_back(days_duration{d->seconds + number{step}});
      }
    }
  }
}

inline void add_word_samples(const table_input& input, const std::vector<value>& cuts,
                             std::vector<value>& samples) {
  if (input.type.category) {
    for (const auto& [id, label] : input.type.category->values) samples.emplace_back(id);
    return;
  }
  samples = cuts;
  std::string other = "x";  // a word that no cell names
  while (std::any_of(cuts.begin(), cuts.end(),
                     [&](const value& c) { return *c.string() == other; })) {
    other += 'x';
  }
  samples.emplace_back(other);
}

[[nodiscard]] inline bool within(const value& v,
                                 const std::optional<range_value>& range) {
  if (!range) return true;
  if (range->low && (value_before(v, *range->low) ||
                     (!range->low_included && !value_before(*range->low, v)))) {
    return false;
  }
  return !range->high || (!value_before(*range->high, v) &&
                          (range->high_included || value_before(v, *range->high)));
}

/// One sample for each stretch of the column's values, in order; nothing for a type
/// that has no order or too many values.
[[nodiscard]] inline std::optional<std::vector<value>> samples_of(
    const table_input& input, std::vector<value> cuts) {
  using expr::type_kind;
  const auto same = [](const value& a, const value& b) { return a.same_as(b); };
  std::sort(cuts.begin(), cuts.end(), value_before);
  cuts.erase(std::unique(cuts.begin(), cuts.end(), same), cuts.end());
  std::vector<value> samples;
  switch (input.type.kind) {
    case type_kind::boolean: samples = {value(false), value(true)}; break;
    case type_kind::number:
      for (const value& cut : cuts) {
        if (cut.num() == nullptr) return std::nullopt;
      }
      add_number_samples(cuts, input.whole, samples);
      break;
    case type_kind::text:
      for (const value& cut : cuts) {
        if (cut.string() == nullptr) return std::nullopt;
      }
      add_word_samples(input, cuts, samples);
      break;
    case type_kind::date:
    case type_kind::months_duration:
    case type_kind::days_duration:
    case type_kind::duration: add_discrete_samples(cuts, samples); break;
    default: return std::nullopt;
  }
  std::vector<value> possible;
  for (value& sample : samples) {
    if (within(sample, input.range)) possible.push_back(std::move(sample));
  }
  if (input.type.kind == type_kind::boolean || input.type.category) return possible;
  std::sort(possible.begin(), possible.end(), value_before);
  possible.erase(std::unique(possible.begin(), possible.end(), same), possible.end());
  return possible;
}

/// Where the literals of cells stand among the samples of a column.
class sample_places {
 public:
  sample_places(const table_input& input, const std::vector<value>& samples)
      : samples_(samples), in_order_(input.type.kind != expr::type_kind::boolean) {
    // What a test of months says of days it says of no months.
    for (std::size_t i = 1; i < samples.size(); ++i) {
      if (rank_of_kind(samples[i - 1]) != rank_of_kind(samples[i])) kinds_.push_back(i);
    }
    if (!input.type.category) return;
    in_order_ = false;
    for (std::size_t i = 0; i < samples.size(); ++i) of_word_[*samples[i].string()] = i;
  }

  /// Where the answer of a cell with these cuts may change: the first samples of the
  /// stretches in which it does not, in order.
  [[nodiscard]] std::vector<std::size_t> turns(std::span<const value> cuts) const {
    std::vector<std::size_t> all(kinds_);
    all.push_back(0);
    for (const value& cut : cuts) {
      const auto [from, to] = place_of(cut);
      all.push_back(from);
      all.push_back(to);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    while (!all.empty() && all.back() >= samples_.size()) all.pop_back();
    return all;
  }

 private:
  /// The samples that are the cut: one, or none.
  [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(const value& cut) const {
    if (in_order_) {
      const auto at =
          std::lower_bound(samples_.begin(), samples_.end(), cut, value_before);
      const auto from = static_cast<std::size_t>(at - samples_.begin());
      const bool met = at != samples_.end() && !value_before(cut, *at);
      return {from, met ? from + 1 : from};
    }
    if (const bool* flag = cut.boolean()) return {*flag ? 1 : 0, *flag ? 2 : 1};
    const auto found = of_word_.find(*cut.string());
    if (found == of_word_.end()) return {0, 0};
    return {found->second, found->second + 1};
  }

  const std::vector<value>& samples_;
  bool in_order_;
  std::vector<std::size_t> kinds_;  ///< where another kind of values begins
  std::map<std::string_view, std::size_t> of_word_;
};

/// From the sample at `place` on the cell of the row holds, or does no longer.
struct row_event {
  std::size_t place, row;
  bool holds;
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
    if (!cuttable_) findings_.clear();
    if (stopped_) {
      findings_.push_back({table_finding::kind::unexamined, std::move(*stopped_),
                           std::move(stopped_by_)});
    }
    if (cuttable_ && (untold(table_finding::kind::gap) || too_many_overlap() ||
                      untold(table_finding::kind::unreachable_row))) {
      findings_.push_back({table_finding::kind::untold, {}, {}});
    }
    return std::move(findings_);
  }

 private:
  /// Gaps are warnings: however many there are, two rows that fit are looked for.
  [[nodiscard]] bool finished() const {
    return !cuttable_ || steps_ == 0 || too_many_overlap();
  }
  [[nodiscard]] bool untold(table_finding::kind what) const {
    return found_[static_cast<std::size_t>(what)] > most_;
  }
  [[nodiscard]] bool too_many_overlap() const {
    return untold(table_finding::kind::overlap);
  }

  /// Here it was that no more could be looked at.
  void stop() {
    if (!stopped_) stopped_ = witness_;
  }
  void give_up(const std::vector<std::size_t>& rows) {
    cuttable_ = false;
    stopped_.emplace();
    stopped_by_ = rows;
  }

  void spend(std::size_t steps) {
    steps_ -= std::min(steps_, steps);
    if (steps_ == 0) stop();
  }
  /// A cell of many tests is as dear as many cells.
  void spend(const expr::expression& cell) {
    spend(std::max<std::size_t>(cell.tree.children.size(), 1));
  }

  /// The first of each kind are told.
  void add(table_finding found) {
    ++found_[static_cast<std::size_t>(found.what)];
    if (!untold(found.what)) findings_.push_back(std::move(found));
  }

  void find(table_finding::kind what, std::vector<std::size_t> rows) {
    std::vector<std::string> witness = witness_;
    witness.resize(table_.inputs.size(), "-");
    add({what, std::move(witness), std::move(rows)});
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
    bool any = true;
    for (const std::size_t row : rows) {
      const expr::expression& cell = cell_of(row, column);
      spend(cell);
      any = any && cell.tree.kind == expr::node_kind::any_test;
      first_cut.push_back(cuts.size());
      if (!add_cuts(cell, cuts)) return give_up({row});
    }
    first_cut.push_back(cuts.size());
    if (any) {
      witness_.push_back("-");
      look(column + 1, rows);
      witness_.pop_back();
      return;
    }
    const auto samples = samples_of(table_.inputs[column], cuts);
    if (!samples) return give_up(rows);
    const sample_places places(table_.inputs[column], *samples);
    std::vector<row_event> events;
    for (std::size_t i = 0; i < rows.size() && !finished(); ++i) {
      const std::span<const value> all(cuts);
      const auto own = all.subspan(first_cut[i], first_cut[i + 1] - first_cut[i]);
      try_cell(rows[i], column, *samples, places.turns(own), events);
    }
    sweep(column, *samples, std::move(events));
  }

  /// Adds from where on the cell holds, and from where on it does not.
  void try_cell(std::size_t row, std::size_t column, const std::vector<value>& samples,
                const std::vector<std::size_t>& turns, std::vector<row_event>& to) {
    const expr::expression& cell = cell_of(row, column);
    bool held = false;
    for (const std::size_t at : turns) {
      spend(cell);
      const value answer = expr::evaluate_tests(cell, samples[at], {});
      const bool* b = answer.boolean();
      if (held == (b != nullptr && *b)) continue;
      held = !held;
      to.push_back({at, row, held});
    }
  }

  /// Looks at the next column wherever other rows are left.
  void sweep(std::size_t column, const std::vector<value>& samples,
             std::vector<row_event> events) {
    std::sort(events.begin(), events.end(), [](const row_event& a, const row_event& b) {
      return a.place != b.place ? a.place < b.place : a.row < b.row;
    });
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
      spend(left.size() / rows_a_test + 1);
      if (!seen.insert(left).second) continue;
      witness_.push_back(samples[at].to_string());
      look(column + 1, left);
      witness_.pop_back();
    }
  }

  /// Rows that are copied in the time that a test of a cell takes.
  static constexpr std::size_t rows_a_test = 16;

  const table& table_;
  std::size_t most_;
  std::size_t& steps_;
  bool cuttable_ = true;
  std::vector<std::string> witness_;
  std::optional<std::vector<std::string>> stopped_;  ///< the witness at which it ended
  std::vector<std::size_t> stopped_by_;              ///< rows whose cells can not be cut
  std::set<std::size_t> reached_;
  std::set<std::vector<std::size_t>> overlaps_;
  std::vector<table_finding> findings_;
  std::array<std::size_t, 3> found_{};  ///< gaps, overlaps, rows never reached
};

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max, std::min, std::sort, std::unique
#include <cstddef>    // std::size_t
#include <map>        // std::map
#include <optional>   // std::optional
#include <set>        // std::set
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

#include <norma/rule/table.hpp>

// A table is looked at column by column. The cells of a column cut its values
// into stretches within which every cell answers alike; one sample a stretch
// stands for all its values. Stretches that leave the same rows are looked at
// once, and only cells of rows that are left cut further: a table of n rows
// with a column of keys costs n small tables, not their product.

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

/// One sample for each stretch of the column's values; nothing for a type
/// that has no order or too many values.
[[nodiscard]] inline std::optional<std::vector<value>> samples_of(
    const table_input& input, std::vector<value> cuts) {
  using expr::type_kind;
  std::sort(cuts.begin(), cuts.end(), value_before);
  cuts.erase(std::unique(cuts.begin(), cuts.end(),
                         [](const value& a, const value& b) { return a.same_as(b); }),
             cuts.end());
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
  return possible;
}

class table_examiner {
 public:
  /// `steps`: tests of cells that may be tried; what is left of them stays there.
  table_examiner(const table& t, std::size_t most, std::size_t& steps)
      : table_(t), most_(most), steps_(steps) {}

  [[nodiscard]] std::vector<table_finding> examine() {
    std::vector<std::size_t> all(table_.rows.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    look(0, all);
    if (!cuttable_) return {};
    // Rows are known to be out of reach only where everything was looked at.
    if (table_.hit == hit_policy::first && steps_ > 0 && findings_.size() < most_) {
      for (std::size_t i = 0; i < table_.rows.size() && findings_.size() < most_; ++i) {
        if (reached_.count(i) != 0) continue;
        findings_.push_back({table_finding::kind::unreachable_row, {}, {i}});
      }
    }
    return std::move(findings_);
  }

 private:
  [[nodiscard]] bool finished() const {
    return !cuttable_ || steps_ == 0 || findings_.size() >= most_;
  }

  /// A cell of many tests is as dear as many cells.
  void spend(const expr::expression& cell) {
    const std::size_t tests = std::max<std::size_t>(cell.tree.children.size(), 1);
    steps_ -= std::min(steps_, tests);
  }

  void find(table_finding::kind what, std::vector<std::size_t> rows) {
    std::vector<std::string> witness = witness_;
    witness.resize(table_.inputs.size(), "-");
    findings_.push_back({what, std::move(witness), std::move(rows)});
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
    bool any = true;
    for (const std::size_t row : rows) {
      const expr::expression& cell = table_.rows[row].cells[column];
      spend(cell);
      any = any && cell.tree.kind == expr::node_kind::any_test;
      if (!add_cuts(cell, cuts)) cuttable_ = false;
    }
    if (any) {
      witness_.push_back("-");
      look(column + 1, rows);
      witness_.pop_back();
      return;
    }
    const auto samples = samples_of(table_.inputs[column], std::move(cuts));
    if (!samples) cuttable_ = false;
    if (!cuttable_) return;
    std::set<std::vector<std::size_t>> seen;
    for (const value& sample : *samples) {
      std::vector<std::size_t> left;
      for (const std::size_t row : rows) {
        const expr::expression& cell = table_.rows[row].cells[column];
        spend(cell);
        const value held = expr::evaluate_tests(cell, sample, {});
        if (const bool* b = held.boolean(); b != nullptr && *b) left.push_back(row);
      }
      if (!seen.insert(left).second) continue;
      witness_.push_back(sample.to_string());
      look(column + 1, left);
      witness_.pop_back();
      if (finished()) return;
    }
  }

  const table& table_;
  std::size_t most_;
  std::size_t& steps_;
  bool cuttable_ = true;
  std::vector<std::string> witness_;
  std::set<std::size_t> reached_;
  std::set<std::vector<std::size_t>> overlaps_;
  std::vector<table_finding> findings_;
};

}  // namespace norma::detail

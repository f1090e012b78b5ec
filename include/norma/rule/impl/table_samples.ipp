// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of, std::lower_bound, std::sort, std::unique
#include <cstddef>      // std::size_t
#include <map>          // std::map
#include <optional>     // std::optional
#include <span>         // std::span
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <vector>       // std::vector

#include <norma/rule/table.hpp>
#include <norma/value/number_steps.hpp>

// Where the cells of a column cut its values, and one sample for each stretch between.

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

/// The first in `at` that only a unit gives a value: `?`, `as_of` or a name; else "".
[[nodiscard]] inline std::string named_in(const expr::node& at) {
  if (at.kind == expr::node_kind::input) return "?";
  if (at.kind == expr::node_kind::as_of) return "as_of";
  if (at.kind == expr::node_kind::name) return at.name;
  for (const expr::node& child : at.children) {
    if (auto found = named_in(child); !found.empty()) return found;
  }
  return {};
}

/// What it takes to keep a cut and what lies around it, and to compare them, beyond the
/// test of a cell; in steps of evaluation.
[[nodiscard]] inline std::size_t weight_of(const value& cut) {
  if (const std::string* s = cut.string()) return s->size() / 2;
  const number* n = cut.num();
  if (n == nullptr || n->is_small()) return 0;
  return 4 * cost_of(*n) + (n->is_integer() ? 0 : 16 * work_of(*n, *n));
}

/// Adds the cuts of `cell`; what in it can not be cut, or "" if all can.
[[nodiscard]] inline std::string add_cuts(const expr::expression& cell,
                                          const expr::environment& env,
                                          std::vector<value>& cuts) {
  if (cell.tree.kind == expr::node_kind::any_test) return {};
  if (auto named = named_in(cell.tree); !named.empty()) return named;
  for (const expr::node& test : cell.tree.children) {
    // `>= 1000` cuts at its end, everything else where its value says.
    const bool comparison = test.kind == expr::node_kind::comparison_range;
    const expr::node& literal = comparison ? test.children.front() : test;
    if (!add_cuts_of(expr::evaluate(cell, literal, env), cuts)) return "null";
  }
  return {};
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
  // Where the declared range ends its stretches end, too: else the sample of a stretch
  // might lie beyond.
  if (input.range && input.range->low) cuts.push_back(*input.range->low);
  if (input.range && input.range->high) cuts.push_back(*input.range->high);
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

}  // namespace norma::detail

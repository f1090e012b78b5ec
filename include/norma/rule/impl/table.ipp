// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/table.hpp>

#include <algorithm>  // std::fill
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/rule/impl/table_findings.ipp>
#include <norma/value/cause_gatherer.hpp>

namespace norma::detail {

/// Whether a row can be hit, as far as the inputs are known.
enum class row_state { out, open, sure };

/// Why rows are open, input by input: from row to row it is mostly the same.
class open_cells {
 public:
  explicit open_cells(std::size_t inputs) : of_row_(inputs), told_(inputs) {}

  void begin_row() { std::fill(of_row_.begin(), of_row_.end(), nullptr); }
  void add(std::size_t input, cause_list causes) { of_row_[input] = std::move(causes); }
  /// What was added since `begin_row` counts.
  void keep_row() {
    for (std::size_t i = 0; i < of_row_.size(); ++i) {
      if (!of_row_[i] || of_row_[i] == told_[i]) continue;
      all_.add(of_row_[i]);
      told_[i] = of_row_[i];
    }
  }
  [[nodiscard]] cause_list all() const { return all_.all(); }

 private:
  std::vector<cause_list> of_row_, told_;
  cause_gatherer all_;
};

/// The state of `row`; the causes of its undecided cells are added to
/// `causes` if they are asked for.
[[nodiscard]] inline row_state try_row(const table_row& row,
                                       std::span<const value> inputs,
                                       const expr::environment& env, open_cells& causes) {
  row_state state = row_state::sure;
  causes.begin_row();
  for (std::size_t i = 0; i < row.cells.size() && i < inputs.size(); ++i) {
    const value held = expr::evaluate_tests(row.cells[i], inputs[i], env);
    if (const bool* b = held.boolean()) {
      if (!*b) return row_state::out;
    } else {
      state = row_state::open;
      if (env.with_causes) causes.add(i, held.causes());
    }
  }
  if (state == row_state::open) causes.keep_row();
  return state;
}

[[nodiscard]] inline value table_error(const table& t, std::string_view code,
                                       std::span<const value> inputs,
                                       const expr::environment& env) {
  if (!env.with_causes) return value::unknown();
  std::string shown;
  for (std::size_t i = 0; i < t.inputs.size() && i < inputs.size(); ++i) {
    if (!shown.empty()) shown += ", ";
    shown += t.inputs[i].column + " = " + inputs[i].to_string();
  }
  return value::unknown(
      one_cause({cause_kind::data_error, "", "", std::string(code), {t.id, shown}}));
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE value look_up(const table& t, std::span<const value> inputs,
                           const expr::environment& env) {
  using detail::row_state;
  detail::open_cells open_for(inputs.size());
  const value* hit = nullptr;   // the sure row's value
  const value* open = nullptr;  // that of the first row that can still be hit
  bool differ = false;          // rows that can still be hit give different values
  for (const table_row& row : t.rows) {
    const row_state state = detail::try_row(row, inputs, env, open_for);
    if (state == row_state::out) continue;
    if (t.hit == hit_policy::unique && state == row_state::sure && hit != nullptr) {
      return detail::table_error(t, "N0721", inputs, env);
    }
    const value*& seen = state == row_state::sure ? hit : open;
    if (seen == nullptr) seen = &row.gives;
    const value* other = hit != nullptr ? hit : open;
    differ = differ || !other->same_as(row.gives) ||
             (open != nullptr && !open->same_as(row.gives));
    if (state == row_state::sure && t.hit == hit_policy::first) break;
  }
  if (hit == nullptr && open == nullptr)
    return detail::table_error(t, "N0720", inputs, env);
  // Without a sure row "no row" is an outcome, too; under `unique` a second
  // row that may be hit is one.
  const bool decided =
      open == nullptr || (t.hit == hit_policy::first && hit != nullptr && !differ);
  if (decided) return *hit;
  if (!env.with_causes) return value::unknown();
  auto causes = open_for.all();
  // Cells that are null have no causes: then the table is at fault.
  if (!causes || causes->empty()) return detail::table_error(t, "N0720", inputs, env);
  return value::unknown(std::move(causes));
}

NORMA_INLINE std::vector<table_finding> examine(const table& t, std::size_t most) {
  std::size_t steps = most_examined_cells;
  return examine(t, most, steps);
}

NORMA_INLINE std::vector<table_finding> examine(const table& t, std::size_t most,
                                                std::size_t& steps) {
  return detail::table_examiner(t, most, steps).examine();
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/plan.hpp>

#include <algorithm>    // std::inplace_merge, std::max, std::min
#include <atomic>       // std::atomic
#include <mutex>        // std::mutex
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <variant>      // std::visit

#include <norma/assess/assess.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/batch/impl/bind_columns.ipp>
#include <norma/batch/impl/check_columns.ipp>
#include <norma/batch/impl/row_categories.ipp>  // what steps have for rows
#include <norma/batch/impl/run_plan.ipp>
#include <norma/batch/impl/stretches.hpp>
#include <norma/core/error.hpp>

namespace norma::batch {

namespace detail {

[[nodiscard]] inline const kernels& kernels_named(std::string_view name) {
  if (name.empty()) return best_kernels();
  for (const kernels* each : all_kernels()) {
    if (each->name == name) return *each;
  }
  std::string known;
  for (const kernels* each : all_kernels()) {
    known.append(known.empty() ? "" : ", ").append(each->name);
  }
  throw rule_error({{"N0115", {"instructions", std::string(name), known}, {}, {}}});
}

inline constexpr std::size_t usual_block = 16384;

/// Columns of distances without any, for the parts at the paths.
inline void prepare_distances(const compiled_plan& plan,
                              const std::vector<std::string>& paths, std::size_t rows,
                              verdicts& to) {
  to.distances.clear();
  to.fact_names.clear();
  if (paths.empty()) return;
  const vocabulary& words = plan.by.words();
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    to.fact_names.push_back(
        std::visit([](const auto& named) { return named.name; }, words.slots[slot]));
  }
  for (const std::string& path : paths) {
    to.distances.push_back(
        {path, std::vector<std::int32_t>(rows, -1), std::vector<number>(rows)});
  }
}

/// The errors that one thread has found, in order, among those of all: the first of them.
inline void join_errors(const erring_rows& found, verdicts& to) {
  to.erring_rows += found.all;
  auto& rows = to.erring;
  const auto here = static_cast<std::ptrdiff_t>(rows.size());
  rows.insert(rows.end(), found.rows.begin(), found.rows.end());
  std::inplace_merge(rows.begin(), rows.begin() + here, rows.end());
  if (rows.size() > found.most) rows.resize(found.most);
}

/// Makes room for what was asked for.
inline void prepare(const compiled_plan& plan, std::size_t rows,
                    const run_options& options, verdicts& result) {
  result.paths = plan.paths;
  result.rows = rows;
  result.columns.resize(options.as_bits ? 0 : result.paths.size());
  for (auto& column : result.columns) column.resize(rows, verdict::undetermined);
  result.bits.resize(options.as_bits ? result.paths.size() : 0);
  for (verdict_bits& each : result.bits) {
    each.passes.resize(words_for(rows));
    each.decided.resize(words_for(rows));
  }
  result.nodes = plan.nodes;
  result.reasons.resize(options.reasons ? result.paths.size() : 0);
  for (auto& column : result.reasons) column.resize(rows, no_reason);
  prepare_distances(plan, options.distances, rows, result);
  result.erring.clear();
  result.erring_rows = 0;
}

/// The verdicts of all rows into columns that have their places for them.
inline void judge_rows(const compiled_plan& plan, const frame& units,
                       const run_options& options, const kernels& loops,
                       verdicts& result) {
  const bound_scope lies = frame_binder::bind(plan.reads.units, units);
  const plan_run run(plan, units, lies, result);
  const std::size_t most = options.rows_a_block == 0
                               ? usual_block
                               : std::min(options.rows_a_block, units.rows);
  const std::size_t size = std::max<std::size_t>(words_for(most), 1) * 64;
  stretches_of_rows stretches(units.rows, size, options.threads);
  std::atomic<std::size_t> by_rows{0};
  std::mutex joining;
  share_out(stretches, [&](std::size_t own) {
    run_state state;
    state.loops = &loops;
    state.as_of = plan.options.as_of;
    for (std::size_t i = 0; i < stretches.count(); ++i) {
      state.erring = {{}, 0, options.most_erring};
      auto& stretch = stretches.after(own, i);
      while (const auto block = stretch.next()) {
        by_rows += run.judge_block(state, block->first, block->rows);
      }
      const std::lock_guard<std::mutex> one(joining);
      join_errors(state.erring, result);
    }
  });
  result.row_by_row = by_rows;
}

}  // namespace detail

NORMA_INLINE std::vector<std::string> instruction_sets() {
  std::vector<std::string> names;
  for (const detail::kernels* each : detail::all_kernels())
    names.emplace_back(each->name);
  return names;
}

NORMA_INLINE verdict verdict_bits::at(std::size_t row) const {
  const bool first = detail::bit_at(passes.data(), row);
  if (detail::bit_at(decided.data(), row)) return first ? verdict::pass : verdict::fail;
  return first ? verdict::not_applicable : verdict::undetermined;
}

NORMA_INLINE verdict verdicts::at(std::size_t path, std::size_t row) const {
  return bits.empty() ? columns[path][row] : bits[path].at(row);
}

NORMA_INLINE plan::plan(const standard& by, const plan_options& options) {
  auto made = std::make_shared<detail::compiled_plan>(
      detail::compiled_plan{.by = by, .options = options});
  detail::plan_compiler(*made).compile();
  plan_ = std::move(made);
}

NORMA_INLINE const std::vector<row_by_row>& plan::explain() const {
  return plan_->exceptions;
}

NORMA_INLINE std::vector<diagnostic> plan::check(const frame& units) const {
  return detail::column_check(units, plan_->by, plan_->looked_at).findings();
}

NORMA_INLINE verdicts plan::judge(const frame& units, const run_options& options) const {
  verdicts result;
  judge(units, options, result);
  return result;
}

NORMA_INLINE void plan::judge(const frame& units, const run_options& options,
                              verdicts& result) const {
  auto findings = check(units);
  auto wrong = detail::wrong_paths(plan_->by.definition().root, options.distances);
  findings.insert(findings.end(), wrong.begin(), wrong.end());
  if (has_errors(findings)) throw rule_error(std::move(findings));
  const detail::kernels& loops = detail::kernels_named(options.instructions);
  try {
    detail::prepare(*plan_, units.rows, options, result);
    detail::judge_rows(*plan_, units, options, loops, result);
    result.warnings = std::move(findings);
  } catch (...) {
    result = {};
    throw;
  }
}

NORMA_INLINE std::vector<cause> plan::data_errors(const bound_facts& facts) const {
  return norma::data_errors(facts, plan_->read);
}

NORMA_INLINE std::vector<cause> plan::data_errors(const frame& units,
                                                  std::size_t row) const {
  return data_errors(bind(plan_->by, unit_of(units, row, plan_->by),
                          {plan_->options.as_of, std::nullopt}, plan_->options.bounds));
}

NORMA_INLINE report plan::explain(const frame& units, std::size_t row) const {
  assess_options options;
  options.as_of = plan_->options.as_of;
  options.bounds = plan_->options.bounds;
  return assess(plan_->by, unit_of(units, row, plan_->by), options);
}

}  // namespace norma::batch

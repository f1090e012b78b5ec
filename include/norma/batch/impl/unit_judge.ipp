// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/unit_judge.hpp>

#include <algorithm>  // std::fill
#include <utility>    // std::move

#include <norma/assess/judge.hpp>
#include <norma/batch/impl/bind_columns.ipp>
#include <norma/batch/impl/check_columns.ipp>
#include <norma/batch/impl/compile_plan.ipp>
#include <norma/batch/impl/expect_row.ipp>
#include <norma/batch/impl/long_rows.ipp>
#include <norma/batch/impl/row_nodes.ipp>
#include <norma/batch/impl/unit_rows.ipp>
#include <norma/core/error.hpp>

namespace norma::batch {

namespace detail {

/// A plan over a frame whose values change.
struct bound_units {
  bound_units(const plan& by, const frame& of)
      : compiled(by.plan_),
        units(of),
        as_units(units, compiled->by),
        overlong(compiled->weight_bounds, units) {
    auto findings = column_check(units, compiled->by, compiled->looked_at).findings();
    if (has_errors(findings)) throw rule_error(std::move(findings));
    lies = frame_binder::bind(compiled->reads.units, units);
    run.loops = &best_kernels();
    run.as_of = compiled->options.as_of;
    const row_binding to{compiled->reads.units, lies, run.as_of};
    root = row_node::of(compiled->root, to);
    if (compiled->gate) gate = to.step(*compiled->gate);
    found.resize(compiled->paths.size(), verdict::undetermined);
  }

  void judge(std::size_t row) {
    row_view in(compiled->reads.units, lies, run, row);
    const truths open = !compiled->in_force ? truths{false, true}
                        : gate              ? gate->at(in)
                                            : truths{true, false};
    if (open.yes) {
      found.front() = root.judge(in, found);
    } else {
      close(open.no ? verdict::not_applicable : verdict::undetermined);
    }
    if (in.doubted() || compiled->counts_steps || overlong.are_in(row, 1)) {
      judge_by_itself(row);
    }
  }

  std::shared_ptr<const compiled_plan> compiled;
  frame units;
  std::vector<verdict> found;  ///< by path
  std::size_t by_itself = 0;   ///< units that the scalar engine judged

 private:
  /// Behind the gate of the standard.
  void close(verdict with) {
    found.front() = with;
    for (std::size_t path = 1; path < found.size(); ++path) {
      const bool in_force = compiled->root.members[path - 1].in_force;
      found[path] = in_force ? with : verdict::not_applicable;
    }
  }

  void judge_by_itself(std::size_t row) {
    const unit of = as_units.at(row);
    const auto all =
        judge_all(compiled->by,
                  norma::bind(compiled->by, of, {compiled->options.as_of, std::nullopt},
                              compiled->options.bounds));
    for (std::size_t path = 0; path < found.size(); ++path) {
      found[path] = all[compiled->places[path]];
    }
    ++by_itself;
  }

  frame_units as_units;  ///< for the scalar engine
  long_rows overlong;
  bound_scope lies;
  run_state run;
  row_node root;
  row_step_ptr gate;  ///< of the standard; null: none
};

}  // namespace detail

NORMA_INLINE unit_judge::unit_judge(const plan& by, const frame& units)
    : bound_(std::make_unique<detail::bound_units>(by, units)) {}
NORMA_INLINE unit_judge::unit_judge(unit_judge&&) noexcept = default;
NORMA_INLINE unit_judge& unit_judge::operator=(unit_judge&&) noexcept = default;
NORMA_INLINE unit_judge::~unit_judge() = default;

NORMA_INLINE verdict unit_judge::judge(std::size_t row) {
  detail::expect_row(bound_->units, row);
  bound_->judge(row);
  return bound_->found.front();
}

NORMA_INLINE const std::vector<verdict>& unit_judge::verdicts() const {
  return bound_->found;
}

NORMA_INLINE const std::vector<std::string>& unit_judge::paths() const {
  return bound_->compiled->paths;
}

NORMA_INLINE std::size_t unit_judge::row_by_row() const { return bound_->by_itself; }

}  // namespace norma::batch

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/plan.hpp>

#include <algorithm>    // std::min
#include <atomic>       // std::atomic
#include <exception>    // std::exception_ptr
#include <mutex>        // std::mutex
#include <string_view>  // std::string_view
#include <thread>       // std::thread
#include <utility>      // std::move

#include <norma/assess/assess.hpp>
#include <norma/assess/examine.hpp>
#include <norma/batch/impl/bind_columns.ipp>
#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/compile_lists.ipp>
#include <norma/batch/impl/linear.ipp>
#include <norma/batch/impl/node_reasons.ipp>
#include <norma/batch/impl/nodes.ipp>
#include <norma/batch/impl/steps.ipp>
#include <norma/core/error.hpp>

namespace norma::batch {

namespace detail {

struct compiled_plan {
  standard by;
  plan_options options;
  plan_reads reads;
  plan_node root;
  step_ptr gate;  ///< of the standard; null: none
  bool in_force = true;
  std::vector<std::string> paths;
  std::vector<std::size_t> places;  ///< of the paths, in a walk from the root
  std::vector<std::string> nodes;   ///< paths of all nodes of that walk
  std::vector<row_by_row> exceptions;
};

/// Reasons are places of 16 bits.
inline constexpr std::size_t most_nodes = 32767;

class plan_compiler {
 public:
  explicit plan_compiler(compiled_plan& to)
      : to_(to),
        conditions_(to.by.words(), to.options.as_of, to.options.bounds, to.reads) {}

  void compile() {
    const rule_node& root = to_.by.definition().root;
    to_.in_force = root.in_force.contains(to_.options.as_of);
    to_.root = node_of(root);
    to_.gate = std::move(to_.root.when);
    to_.paths.insert(to_.paths.begin(), ".");
    to_.places.insert(to_.places.begin(), 0);
    std::size_t output = 1;
    for (plan_node& member : to_.root.members) member.output = static_cast<int>(output++);
  }

 private:
  [[nodiscard]] step_ptr condition(const rule_node& at, const expr::expression& e) {
    step_ptr step = conditions_.compile(e);
    return step ? std::move(step) : by_rows(at);
  }
  [[nodiscard]] step_ptr by_rows(const rule_node& at) {
    to_.exceptions.push_back({at.path, conditions_.why()});
    return std::make_unique<scalar_step>();
  }

  [[nodiscard]] plan_node node_of(const rule_node& at) {
    plan_node result;
    result.place = to_.nodes.size();
    to_.nodes.push_back(depth_ == 0 ? "." : at.path);
    if (to_.nodes.size() > most_nodes) throw error("a standard of more than 32767 nodes");
    result.in_force = at.in_force.contains(to_.options.as_of);
    result.part = at.role == node_role::part;
    result.conditional = result.part && at.strength == strength::conditional;
    result.decides = !result.part || deciding(at);
    if (depth_ == 1) {
      to_.paths.push_back(at.path);
      to_.places.push_back(result.place);
    }
    const bool looked_at = result.in_force && result.decides;
    if (looked_at && at.when) result.when = condition(at, *at.when);
    if (result.part) {
      if (looked_at) read_part(at, result);
      return result;
    }
    result.how = at.combine;
    result.at_least = at.at_least;
    ++depth_;
    for (const rule_node& member : at.members) result.members.push_back(node_of(member));
    --depth_;
    return result;
  }

  void read_part(const rule_node& at, plan_node& to) {
    if (at.require) {
      to.requirement = condition(at, *at.require);
      if (const expr::node* rate = expr::find_rate(*at.require)) {
        to.rate = conditions_.compile_rate(*rate);
        if (!to.rate) to.rate = by_rows(at);
      }
    } else if (at.fact) {
      to.requirement = conditions_.fact(*at.fact);
      if (!to.requirement) to.requirement = by_rows(at);
    }
  }

  compiled_plan& to_;
  condition_compiler conditions_;
  int depth_ = 0;
};

class plan_run {
 public:
  plan_run(const compiled_plan& plan, const frame& units, const bound_scope& lies,
           verdicts& to)
      : plan_(plan), units_(units), lies_(lies), to_(to) {}

  /// The verdicts of `rows` rows from `first` on; how many of them the scalar engine
  /// judged.
  std::size_t judge_block(run_state& run, std::size_t first, std::size_t rows) const {
    block in(plan_.reads.units, lies_, run, first, rows);
    const scratch_scope hold(run.memory);
    const std::size_t n = in.words();
    std::vector<verdict_lanes> lanes;
    for (std::size_t i = 0; i < plan_.paths.size(); ++i) {
      lanes.push_back({in.take(), in.take(), in.take()});
    }
    const kleene gate = in.take_kleene();
    fill(gate.yes, n, plan_.in_force);
    fill(gate.no, n, !plan_.in_force);
    if (plan_.in_force && plan_.gate) plan_.gate->run(in, gate);
    word* relevant = in.take();
    for (std::size_t i = 0; i < n; ++i) relevant[i] = ~gate.no[i];
    in.set_relevant(relevant);
    std::vector<std::int16_t*> reasons;
    for (auto& column : to_.reasons) reasons.push_back(column.data() + first);
    if (any_bit(relevant, rows)) {
      plan_.root.run(in, lanes.front(),
                     {lanes.data(), reasons.empty() ? nullptr : reasons.data()},
                     reasons.empty() ? nullptr : reasons.front());
    } else {
      for (const verdict_lanes& each : lanes) {
        for (word* bits : {each.pass, each.fail, each.none}) fill(bits, n, false);
      }
    }
    for (std::size_t path = 0; path < lanes.size(); ++path) {
      const verdict_lanes& each = lanes[path];
      const bool here = path == 0 || plan_.root.members[path - 1].in_force;
      for (std::size_t i = 0; i < n; ++i) {
        each.pass[i] &= gate.yes[i];
        each.fail[i] &= gate.yes[i];
        each.none[i] = (each.none[i] & gate.yes[i]) | gate.no[i];
      }
      if (!here) fill(each.none, n, true);
      run.loops->verdicts(
          each.pass, each.fail, each.none, rows,
          reinterpret_cast<std::uint8_t*>(to_.columns[path].data() + first));
      if (!reasons.empty()) close_reasons(in, gate, here, reasons[path]);
    }
    std::size_t doubted = 0;
    for_each_bit(in.doubted(), rows, [&](std::size_t row) {
      ++doubted;
      judge_row(first + row);
    });
    return doubted;
  }

 private:
  /// Behind the gate of the standard there is no reason, or it is the gate.
  void close_reasons(block& in, const kleene& gate, bool in_force,
                     std::int16_t* to) const {
    if (!in_force) return;
    const scratch_scope hold(in.run().memory);
    word* open = in.take();
    for (std::size_t i = 0; i < in.words(); ++i) open[i] = ~(gate.yes[i] | gate.no[i]);
    in.loops().mark(open, in.rows(), 0, to);
    in.loops().mark(gate.no, in.rows(), no_reason, to);
  }

  void judge_row(std::size_t row) const {
    const unit given = unit_of(units_, row, plan_.by.words());
    const bound_facts facts = norma::bind(
        plan_.by, given, {plan_.options.as_of, std::nullopt}, plan_.options.bounds);
    const auto all = judge_all(plan_.by, facts);
    for (std::size_t path = 0; path < plan_.paths.size(); ++path) {
      to_.columns[path][row] = all[plan_.places[path]];
    }
    if (to_.reasons.empty()) return;
    const expr::environment env = environment_of(facts, false);
    const scalar_reasons reasons(all, env);
    const rule_node& root = plan_.by.definition().root;
    const bool open = reasons.left_open(root, all.front());
    to_.reasons[0][row] = reasons.of(root, 0);
    for (std::size_t path = 1; path < plan_.paths.size(); ++path) {
      const bool here = plan_.root.members[path - 1].in_force;
      to_.reasons[path][row] =
          open ? (here ? std::int16_t{0} : no_reason)
               : reasons.of(root.members[path - 1], plan_.places[path]);
    }
  }

  const compiled_plan& plan_;
  const frame& units_;
  const bound_scope& lies_;
  verdicts& to_;
};

[[nodiscard]] inline const kernels& kernels_named(std::string_view name) {
  if (name.empty()) return best_kernels();
  for (const kernels* each : all_kernels()) {
    if (each->name == name) return *each;
  }
  throw error("this machine has no instructions `" + std::string(name) + "`");
}

inline constexpr std::size_t usual_block = 8192;

}  // namespace detail

NORMA_INLINE std::vector<std::string> instruction_sets() {
  std::vector<std::string> names;
  for (const detail::kernels* each : detail::all_kernels())
    names.emplace_back(each->name);
  return names;
}

NORMA_INLINE plan::plan(const standard& by, const plan_options& options) {
  auto made = std::make_shared<detail::compiled_plan>(
      detail::compiled_plan{by, options, {}, {}, nullptr, true, {}, {}, {}, {}});
  detail::plan_compiler(*made).compile();
  plan_ = std::move(made);
}

NORMA_INLINE const std::vector<row_by_row>& plan::explain() const {
  return plan_->exceptions;
}

NORMA_INLINE std::vector<diagnostic> plan::check(const frame& units) const {
  return detail::column_check(units, plan_->by).findings();
}

NORMA_INLINE verdicts plan::judge(const frame& units, const run_options& options) const {
  verdicts result;
  judge(units, options, result);
  return result;
}

NORMA_INLINE void plan::judge(const frame& units, const run_options& options,
                              verdicts& result) const {
  auto findings = check(units);
  if (has_errors(findings)) throw rule_error(std::move(findings));
  result.paths = plan_->paths;
  result.columns.resize(result.paths.size());
  for (auto& column : result.columns) column.resize(units.rows, verdict::undetermined);
  result.nodes = plan_->nodes;
  result.reasons.resize(options.reasons ? result.paths.size() : 0);
  for (auto& column : result.reasons) column.resize(units.rows, detail::no_reason);
  const detail::bound_scope lies = detail::frame_binder::bind(plan_->reads.units, units);
  const detail::plan_run run(*plan_, units, lies, result);
  const std::size_t size = options.rows_a_block == 0
                               ? detail::usual_block
                               : (options.rows_a_block + 63) / 64 * 64;
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> by_rows{0};
  std::exception_ptr failure;
  std::mutex failing;
  const auto work = [&] {
    try {
      detail::run_state state;
      state.loops = &detail::kernels_named(options.instructions);
      state.as_of = plan_->options.as_of;
      for (;;) {
        const std::size_t first = next.fetch_add(size);
        if (first >= units.rows) return;
        by_rows += run.judge_block(state, first, std::min(size, units.rows - first));
      }
    } catch (...) {
      const std::lock_guard<std::mutex> one(failing);
      failure = std::current_exception();
      next = units.rows;
    }
  };
  std::vector<std::thread> others;
  for (unsigned i = 1; i < options.threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& each : others) each.join();
  if (failure) std::rethrow_exception(failure);
  result.row_by_row = by_rows;
}

NORMA_INLINE report plan::explain(const frame& units, std::size_t row) const {
  assess_options options;
  options.as_of = plan_->options.as_of;
  options.bounds = plan_->options.bounds;
  return assess(plan_->by, unit_of(units, row, plan_->by.words()), options);
}

}  // namespace norma::batch

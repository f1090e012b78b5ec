// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int16_t …
#include <optional>   // std::optional
#include <vector>     // std::vector

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/by_rows.ipp>
#include <norma/batch/impl/compile_plan.ipp>
#include <norma/batch/impl/linear.ipp>
#include <norma/batch/impl/long_rows.ipp>
#include <norma/batch/impl/nodes.ipp>
#include <norma/batch/impl/row_distances.ipp>
#include <norma/batch/impl/steps.ipp>

// A plan over one block of a frame.

namespace norma::batch::detail {

/// So many verdicts, and what they are made from, are more than a cache keeps.
inline constexpr std::size_t past_caches_from = std::size_t{1} << 22;

// The bytes that `kernels::verdicts` writes.
static_assert(sizeof(verdict) == 1);
static_assert(static_cast<int>(verdict::pass) == 0 &&
              static_cast<int>(verdict::fail) == 1);
static_assert(static_cast<int>(verdict::undetermined) == 2 &&
              static_cast<int>(verdict::not_applicable) == 3);

class plan_run {
 public:
  plan_run(const compiled_plan& plan, const frame& units, const bound_scope& lies,
           verdicts& to)
      : plan_(plan),
        units_(units),
        lies_(lies),
        to_(to),
        overlong_(plan.weight_bounds, units),
        past_caches_(plan.paths.size() * units.rows >= past_caches_from) {
    if (!to.distances.empty()) far_.emplace(plan, units, to);
  }

  /// The verdicts of `rows` rows from `first` on; how many of them the scalar engine
  /// judged.
  std::size_t judge_block(run_state& run, std::size_t first, std::size_t rows) const {
    block in(plan_.reads.units, lies_, run, first, rows);
    const scratch_scope hold(run.step_memory);
    std::vector<verdict_lanes> lanes;
    for (std::size_t path = 0; path < plan_.paths.size(); ++path) {
      const bool applies = node_of(path).always_applies;
      lanes.push_back({in.take(), in.take(), applies ? nullptr : in.take()});
    }
    std::vector<std::int16_t*> reasons;
    for (auto& column : to_.reasons) {
      reasons.push_back(past_caches_ ? run.step_memory.take_as<std::int16_t>(rows)
                                     : column.data() + first);
    }
    const node_outputs outputs{lanes.data(), reasons.empty() ? nullptr : reasons.data()};
    std::int16_t* why = reasons.empty() ? nullptr : reasons.front();
    if (plan_.in_force && !plan_.gate) {
      plan_.root.run(in, lanes.front(), outputs, why);
    } else {
      run_gated(in, outputs, lanes, why);
    }
    if (in.relevant() == nullptr || any_bit(in.relevant(), rows)) {
      look_at_facts(in);
      look_at_rest(in);
    }
    for (std::size_t path = 0; path < lanes.size(); ++path) {
      write_verdicts(in, lanes[path], path, first);
      if (past_caches_ && !reasons.empty()) {
        run.loops->stream(reasons[path], rows * sizeof(std::int16_t),
                          to_.reasons[path].data() + first);
      }
    }
    if (past_caches_) run.loops->settle();
    doubt_long(in, first);
    const std::size_t doubted = count_bits(in.doubted(), 0, rows);
    if (doubted > 0) {
      const row_judge one(plan_, units_, to_);
      for_each_bit(in.doubted(), rows, [&](std::size_t row) {
        (one.judge(first + row) ? set_bit : clear_bit)(in.erring(), row);
      });
    }
    note_errors(in, first);
    if (far_) {
      for (std::size_t row = 0; row < rows; ++row) {
        far_->measure(first + row, bit_at(in.doubted(), row));
      }
    }
    return doubted;
  }

 private:
  [[nodiscard]] const plan_node& node_of(std::size_t path) const {
    return path == 0 ? plan_.root : plan_.root.members[path - 1];
  }

  /// Looks at all facts that verdicts rest on, those too that a check alone names: they
  /// may be in error all the same.
  static void look_at_facts(block& in) {
    const std::vector<read_fact>& facts = in.reads().facts;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (!facts[i].made()) static_cast<void>(in.known(i));
    }
  }

  /// Rows that may meet a limit on steps, whatever conditions look at, are doubted.
  void doubt_long(block& in, std::size_t first) const {
    if (!plan_.counts_steps && !overlong_.are_in(first, in.rows())) return;
    for (std::size_t row = 0; row < in.rows(); ++row) {
      if (plan_.counts_steps || overlong_.are_in(first + row, 1)) in.doubt(row);
    }
  }

  /// Of rows that the standard is for; those judged by themselves know whether it is.
  static void note_errors(block& in, std::size_t first) {
    word* erring = in.erring();
    if (!any_bit(erring, in.rows())) return;
    if (const word* relevant = in.relevant()) {
      for (std::size_t i = 0; i < in.words(); ++i)
        erring[i] &= relevant[i] | in.doubted()[i];
    }
    erring_rows& to = in.run().erring;
    for_each_bit(erring, in.rows(), [&](std::size_t row) {
      if (to.rows.size() < to.most) to.rows.push_back(first + row);
      ++to.all;
    });
  }

  void write_verdicts(block& in, const verdict_lanes& is, std::size_t path,
                      std::size_t first) const {
    const kernels& loops = in.loops();
    if (!to_.bits.empty()) {
      loops.verdict_bits(is.pass, is.fail, is.none, in.words(),
                         to_.bits[path].passes.data() + first / 64,
                         to_.bits[path].decided.data() + first / 64);
      return;
    }
    auto* to = reinterpret_cast<std::uint8_t*>(to_.columns[path].data() + first);
    if (!past_caches_) {
      loops.verdicts(is.pass, is.fail, is.none, in.rows(), to);
      return;
    }
    const scratch_scope hold(in.run().step_memory);
    auto* near = in.run().step_memory.take_as<std::uint8_t>(in.rows());
    loops.verdicts(is.pass, is.fail, is.none, in.rows(), near);
    loops.stream(near, in.rows(), to);
  }

  /// Behind the gate of the standard: where it is closed nothing applies, where it is not
  /// known nothing is.
  void run_gated(block& in, const node_outputs& outputs,
                 std::vector<verdict_lanes>& lanes, std::int16_t* why) const {
    const std::size_t n = in.words();
    const kleene gate = in.take_kleene();
    fill(gate.yes, n, plan_.in_force);
    fill(gate.no, n, !plan_.in_force);
    if (plan_.in_force && plan_.gate) plan_.gate->run(in, gate);
    word* relevant = in.take();
    for (std::size_t i = 0; i < n; ++i) relevant[i] = ~gate.no[i];
    in.set_relevant(relevant);
    if (any_bit(relevant, in.rows())) {
      plan_.root.run(in, lanes.front(), outputs, why);
    } else {
      for (const verdict_lanes& each : lanes) {
        fill(each.pass, n, false);
        fill(each.fail, n, false);
        if (each.none != nullptr) fill(each.none, n, false);
      }
    }
    for (std::size_t path = 0; path < lanes.size(); ++path) {
      verdict_lanes& each = lanes[path];
      const bool in_force = node_of(path).in_force;
      if (each.none == nullptr) fill(each.none = in.take(), n, false);
      if (!in_force) fill(each.none, n, true);
      for (std::size_t i = 0; in_force && i < n; ++i) {
        each.pass[i] &= gate.yes[i];
        each.fail[i] &= gate.yes[i];
        each.none[i] = (each.none[i] & gate.yes[i]) | gate.no[i];
      }
      if (outputs.reasons == nullptr) continue;
      if (in_force) {
        close_reasons(in, gate, outputs.reasons[path]);
      } else {
        std::fill_n(outputs.reasons[path], in.rows(), no_reason);
      }
    }
  }

  /// Behind the gate there is no reason, or it is the gate.
  static void close_reasons(block& in, const kleene& gate, std::int16_t* to) {
    for (std::size_t row = 0; row < in.rows(); ++row) {
      if (bit_at(gate.no, row)) {
        to[row] = no_reason;
      } else if (!bit_at(gate.yes, row)) {
        to[row] = 0;
      }
    }
  }

  const compiled_plan& plan_;
  const frame& units_;
  const bound_scope& lies_;
  verdicts& to_;
  std::optional<row_distances> far_;  ///< if they are asked for
  long_rows overlong_;
  bool past_caches_;  ///< what is written is too much to be found in a cache later
};

}  // namespace norma::batch::detail

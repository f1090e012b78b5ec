// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int16_t …
#include <vector>   // std::vector

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/by_rows.ipp>
#include <norma/batch/impl/compile_plan.ipp>
#include <norma/batch/impl/linear.ipp>
#include <norma/batch/impl/nodes.ipp>
#include <norma/batch/impl/steps.ipp>

// A plan over one block of a frame.

namespace norma::batch::detail {

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
    const std::size_t doubted = count_bits(in.doubted(), 0, rows);
    if (doubted == 0 && to_.distances.empty()) return 0;
    const row_judge one(plan_, units_, to_);
    for_each_bit(in.doubted(), rows, [&](std::size_t row) { one.judge(first + row); });
    if (!to_.distances.empty()) {
      for (std::size_t row = first; row < first + rows; ++row) one.measure(row);
    }
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

  const compiled_plan& plan_;
  const frame& units_;
  const bound_scope& lies_;
  verdicts& to_;
};

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int16_t

#include <norma/assess/counting.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/batch/impl/compile_plan.ipp>
#include <norma/batch/impl/node_reasons.ipp>
#include <norma/batch/impl/unit_rows.ipp>
#include <norma/batch/plan.hpp>

// Single rows by the scalar engine.

namespace norma::batch::detail {

class row_judge {
 public:
  row_judge(const compiled_plan& plan, const frame& units, verdicts& to)
      : plan_(plan), units_(units, plan.by), to_(to) {}

  /// Verdicts and reasons of a row that the columns can not do; true if the standard is
  /// for it and a fact that is read is in error.
  bool judge(std::size_t row) const {
    bound_facts facts = bound(row);
    const bool erring = concerns(facts) && has_data_error(facts, plan_.read);
    const auto all = judge_all(plan_.by, facts);
    for (std::size_t path = 0; path < plan_.paths.size(); ++path) {
      put(path, row, all[plan_.places[path]]);
    }
    if (to_.reasons.empty()) return erring;
    const norma::detail::counting steps{facts};
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
    return erring;
  }

 private:
  [[nodiscard]] bool concerns(const bound_facts& facts) const {
    const auto& root = plan_.by.definition().root;
    const auto entry = examine_gate(root, environment_of(facts, false)).is;
    return entry != gate::guard_false && entry != gate::not_in_force;
  }

  void put(std::size_t path, std::size_t row, verdict is) const {
    if (to_.bits.empty()) {
      to_.columns[path][row] = is;
      return;
    }
    verdict_bits& bits = to_.bits[path];
    const bool decided = is == verdict::pass || is == verdict::fail;
    const bool first = is == verdict::pass || is == verdict::not_applicable;
    (decided ? set_bit : clear_bit)(bits.decided.data(), row);
    (first ? set_bit : clear_bit)(bits.passes.data(), row);
  }

  [[nodiscard]] bound_facts bound(std::size_t row) const {
    return norma::bind(plan_.by, units_.at(row), {plan_.options.as_of, std::nullopt},
                       plan_.options.bounds);
  }

  const compiled_plan& plan_;
  frame_units units_;
  verdicts& to_;
};

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int16_t
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/distance.hpp>
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
      : plan_(plan), units_(units, plan.by), to_(to) {
    for (const distance_column& each : to.distances) {
      measured_.emplace_back();
      static_cast<void>(
          find_way(plan.by.definition().root, each.path, true, measured_.back()));
    }
  }

  /// Verdicts and reasons of a row that the columns can not do.
  void judge(std::size_t row) const {
    const bound_facts facts = bound(row);
    const auto all = judge_all(plan_.by, facts);
    for (std::size_t path = 0; path < plan_.paths.size(); ++path) {
      put(path, row, all[plan_.places[path]]);
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

  /// The distances that were asked for, as the row's report tells them.
  void measure(std::size_t row) const {
    const bound_facts facts = bound(row);
    const expr::environment env = environment_of(facts, false);
    for (std::size_t i = 0; i < measured_.size(); ++i) {
      const auto& [nodes, wanted] = measured_[i];
      if (nodes.empty() || !nodes.back()->require) continue;
      const bool closed =
          std::any_of(nodes.begin(), nodes.end(), [&](const rule_node* at) {
            return verdict_behind(examine_gate(*at, env).is).has_value();
          });
      const rule_node& part = *nodes.back();
      if (closed || examine_part(part, env).requirement == truth::unknown) continue;
      auto found = shown_threshold(*part.require, facts, wanted);
      if (!found) continue;
      to_.distances[i].facts[row] = static_cast<std::int32_t>(found->slot);
      to_.distances[i].by[row] = std::move(found->by);
    }
  }

 private:
  /// A part, behind the nodes above it; below vetoes it is not wanted.
  struct way {
    std::vector<const rule_node*> nodes;
    bool wanted = true;
  };
  static bool find_way(const rule_node& at, std::string_view path, bool wanted, way& to) {
    to.nodes.push_back(&at);
    if (at.path == path) {
      to.wanted = wanted;
      return true;
    }
    for (const auto& member : at.members) {
      if (find_way(member, path, wanted != (at.combine == combine::none), to))
        return true;
    }
    to.nodes.pop_back();
    return false;
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
  std::vector<way> measured_;
};

}  // namespace norma::batch::detail

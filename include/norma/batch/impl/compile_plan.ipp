// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <memory>     // std::make_unique
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::exchange, std::move
#include <vector>     // std::vector

#include <norma/assess/examine.hpp>
#include <norma/batch/impl/check_columns.ipp>
#include <norma/batch/impl/compile_lists.ipp>
#include <norma/batch/impl/list_bounds.ipp>
#include <norma/batch/impl/nodes.hpp>
#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>

// A standard's tree as nodes over columns.

namespace norma::batch::detail {

struct compiled_plan {
  standard by;
  plan_options options;
  plan_reads reads = {};
  plan_node root = {};
  step_ptr gate = nullptr;  ///< of the standard; null: none
  bool in_force = true;
  bool counts_steps = false;  ///< of each row, as only the scalar engine does
  std::vector<weight_bound> weight_bounds = {};  ///< of lists and texts of a row
  std::vector<std::string> paths = {};
  std::vector<std::size_t> places = {};  ///< of the paths, in a walk from the root
  std::vector<std::string> nodes = {};   ///< paths of all nodes of that walk
  std::vector<row_by_row> exceptions = {};
  /// Slots of facts that verdicts rest on, in order.
  std::vector<std::uint32_t> read = {};
  checked_slots looked_at{by};
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
    to_.root.always_applies = applies(to_.root);
    to_.paths.insert(to_.paths.begin(), ".");
    to_.places.insert(to_.places.begin(), 0);
    std::size_t output = 1;
    for (plan_node& member : to_.root.members) member.output = static_cast<int>(output++);
    conditions_.read_elements_whole();
    norma::detail::add_what_they_rest_on(to_.by.words(), read_);
    to_.read.assign(read_.begin(), read_.end());
    const list_bounds bounds(to_.by, to_.options.bounds);
    to_.counts_steps = !bounds.give(to_.weight_bounds);
  }

 private:
  [[nodiscard]] step_ptr condition(const rule_node& at, const expr::expression& e) {
    read_.insert(e.slots.begin(), e.slots.end());
    return or_by_rows(at, conditions_.compile(e));
  }
  /// The step; where there is none, or not for all rows, it is told.
  [[nodiscard]] step_ptr or_by_rows(const rule_node& at, step_ptr step) {
    if (!step) return by_rows(at);
    if (!conditions_.note().empty()) {
      to_.exceptions.push_back({at.path, conditions_.note()});
    }
    return step;
  }
  [[nodiscard]] step_ptr by_rows(const rule_node& at) {
    to_.exceptions.push_back({at.path, conditions_.why()});
    return std::make_unique<scalar_step>();
  }

  [[nodiscard]] plan_node node_of(const rule_node& at) {
    plan_node result;
    result.place = to_.nodes.size();
    to_.nodes.push_back(depth_ == 0 ? "." : at.path);
    if (to_.nodes.size() > most_nodes) {
      throw rule_error({{"N0680", {to_.by.id(), std::to_string(most_nodes)}, {}, {}}});
    }
    result.in_force = at.in_force.contains(to_.options.as_of);
    result.part = at.role == node_role::part;
    result.conditional = result.part && at.strength == strength::conditional;
    result.decides = !result.part || deciding(at);
    if (depth_ == 1) {
      to_.paths.push_back(at.path);
      to_.places.push_back(result.place);
    }
    const bool item = depth_ == 1;  // it has a verdict even if that decides nothing
    const bool looked_at = !closed_ && result.in_force && (result.decides || item);
    if (looked_at && at.when) result.when = condition(at, *at.when);
    if (result.part) {
      if (looked_at) read_part(at, result);
      result.always_applies = applies(result);
      return result;
    }
    result.how = at.combine;
    result.at_least = at.at_least;
    ++depth_;
    const bool around = std::exchange(closed_, closed_ || !result.in_force);
    for (const rule_node& member : at.members) result.members.push_back(node_of(member));
    closed_ = around;
    --depth_;
    result.always_applies = applies(result);
    return result;
  }

  /// True if it applies whatever the facts.
  [[nodiscard]] static bool applies(const plan_node& of) {
    if (!of.in_force || of.when) return false;
    if (of.part) return of.requirement && !of.rate;
    return std::any_of(of.members.begin(), of.members.end(), [](const plan_node& each) {
      return each.decides && each.always_applies;
    });
  }

  void read_part(const rule_node& at, plan_node& to) {
    if (at.require) {
      to.requirement = condition(at, *at.require);
      if (const expr::node* rate = expr::find_rate(*at.require)) {
        to.rate = or_by_rows(at, conditions_.compile_rate(*rate));
      }
    } else if (at.fact) {
      read_.insert(*at.fact);
      to.requirement = or_by_rows(at, conditions_.fact(*at.fact));
    }
  }

  compiled_plan& to_;
  condition_compiler conditions_;
  std::set<std::uint32_t> read_;
  bool closed_ = false;  ///< what is around is not in force
  int depth_ = 0;
};

}  // namespace norma::batch::detail

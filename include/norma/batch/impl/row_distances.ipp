// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of, std::find
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <cstdint>      // std::int32_t, std::uint32_t
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/counting.hpp>
#include <norma/assess/distance.hpp>
#include <norma/assess/examine.hpp>
#include <norma/batch/impl/compile_plan.ipp>
#include <norma/batch/impl/unit_rows.ipp>
#include <norma/batch/plan.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/facts_below.hpp>
#include <norma/rule/standard.hpp>

// How far single rows are from thresholds: of each no more is bound than that rests on,
// unless all of it may be too much.

namespace norma::batch::detail {

/// True if a comparison may decide the condition: others have no distance.
inline bool compares(const expr::node& n) {
  using k = expr::node_kind;
  if (n.kind == k::call && n.name == "not") return compares(n.children[0]);
  if (n.kind == k::conditional) {
    return compares(n.children[1]) || compares(n.children[2]);
  }
  constexpr std::array comparing{k::equal,   k::not_equal,     k::less, k::less_equal,
                                 k::greater, k::greater_equal, k::in,   k::between};
  return std::find(comparing.begin(), comparing.end(), n.kind) != comparing.end();
}

/// The paths of the parts that have a condition.
inline void add_conditions(const rule_node& at, std::vector<std::string>& to) {
  if (at.role == node_role::part && at.require) to.push_back(at.path);
  for (const rule_node& member : at.members) add_conditions(member, to);
}

/// What is wrong with paths whose distances are asked for: each is one of a part that has
/// a condition.
[[nodiscard]] inline std::vector<diagnostic> wrong_paths(
    const rule_node& root, const std::vector<std::string>& paths) {
  std::vector<diagnostic> found;
  for (const std::string& path : paths) {
    const rule_node* at = find_node(root, path);
    std::vector<std::string> fit;
    add_conditions(at == nullptr ? root : *at, fit);
    if (at == nullptr) {
      found.push_back({"N0691", {path, did_you_mean(path, fit)}, {}, {}});
    } else if (at->role != node_role::part || !at->require) {
      constexpr std::size_t most = 3;
      std::string some;
      for (std::size_t i = 0; i < fit.size() && i < most; ++i) {
        some += (i == 0 ? "`" : ", `") + fit[i] + '`';
      }
      found.push_back({"N0692", {path, some + (fit.size() > most ? " …" : "")}, {}, {}});
    }
  }
  return found;
}

class row_distances {
 public:
  row_distances(const compiled_plan& plan, const frame& units, verdicts& to)
      : plan_(plan),
        read_(find_ways(plan, to.distances, ways_)),
        units_(units, plan.by, &read_.rests_on),
        whole_units_(units, plan.by),
        to_(to) {}

  /// The distances that were asked for, as the row's report tells them. `doubted`: the
  /// row may meet a limit on steps with what else is bound of it.
  void measure(std::size_t row, bool doubted) const {
    if (ways_.empty()) return;
    const norma::days on{plan_.options.as_of, std::nullopt};
    const limits& bounds = plan_.options.bounds;
    bound_facts facts = doubted ? norma::bind(plan_.by, whole_units_.at(row), on, bounds)
                                : bind_read(plan_.by, units_.at(row), on, read_, bounds);
    const norma::detail::counting steps{facts};
    const expr::environment env = environment_of(facts, false);
    for (const auto& [nodes, wanted, column] : ways_) {
      const bool closed =
          std::any_of(nodes.begin(), nodes.end(), [&](const rule_node* at) {
            return verdict_behind(examine_gate(*at, env).is).has_value();
          });
      const rule_node& part = *nodes.back();
      if (closed || examine_part(part, env).requirement == truth::unknown) continue;
      auto found = shown_threshold(*part.require, facts, wanted);
      if (!found) continue;
      to_.distances[column].facts[row] = static_cast<std::int32_t>(found->slot);
      to_.distances[column].by[row] = std::move(found->by);
    }
  }

 private:
  /// A part, behind the nodes above it; below vetoes it is not wanted.
  struct way {
    std::vector<const rule_node*> nodes;
    bool wanted = true;
    std::size_t column = 0;
  };

  /// What the parts that have distances rest on, and the nodes above them.
  static member_view find_ways(const compiled_plan& plan,
                               const std::vector<distance_column>& columns,
                               std::vector<way>& ways) {
    std::set<std::uint32_t> slots;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      way to;
      to.column = i;
      find_way(plan.by.definition().root, columns[i].path, true, to);
      const auto& condition = to.nodes.back()->require;
      if (!condition || !compares(condition->tree)) continue;
      slots.insert(condition->slots.begin(), condition->slots.end());
      for (const rule_node* at : to.nodes) {
        if (at->when) slots.insert(at->when->slots.begin(), at->when->slots.end());
      }
      ways.push_back(std::move(to));
    }
    member_view read;
    norma::detail::find_facts_below(slots, plan.by.words(), read.rests_on, read.derived);
    return read;
  }

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

  const compiled_plan& plan_;
  std::vector<way> ways_;
  member_view read_;
  frame_units units_, whole_units_;
  verdicts& to_;
};

}  // namespace norma::batch::detail

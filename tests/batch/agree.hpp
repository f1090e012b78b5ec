// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether columns say what judging each unit says.

#include <algorithm>  // std::find
#include <cstddef>    // std::size_t
#include <string>     // std::string
#include <vector>     // std::vector

#include <rapidcheck.h>

#include <norma/assess/assess.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/batch/unit_judge.hpp>
#include <norma/rule/content.hpp>

#include "assess/random_pack.hpp"
#include "batch/columns.hpp"

namespace norma_test {

/// Verdicts of every row, and reasons of each `explained`-th, against the scalar engine.
inline void agree(const norma::standard& by, const std::vector<norma::unit>& units,
                  const norma::batch::verdicts& found, norma::date day,
                  std::size_t explained) {
  const rule_node& root = by.definition().root;
  const auto places = places_of_items(root);
  for (std::size_t row = 0; row < units.size(); ++row) {
    const auto& given = units[row];
    const auto facts = bind(by, given, {day});
    const auto all = judge_all(by, facts);
    std::vector<std::string> reasons;
    if (row % explained == 0) {
      reasons = reasons_of(assess(by, facts, {.remedies = false, .missing = false}));
    }
    for (std::size_t path = 0; path < places.size(); ++path) {
      const auto is = found.at(path, row);
      const auto code = found.reasons[path][row];
      const auto reason =
          code < 0 ? std::string() : found.nodes[static_cast<std::size_t>(code)];
      const bool same =
          is == all[places[path]] && (reasons.empty() || reasons[path] == reason);
      if (!same) {
        RC_LOG() << by.id() << ' ' << written(root) << '\n'
                 << canonical_json(given) << '\n'
                 << found.paths[path] << " row " << row << ": " << to_string(is)
                 << " by `" << reason << "`, not " << to_string(all[places[path]])
                 << " by `" << (reasons.empty() ? "?" : reasons[path]) << '`';
      }
      RC_ASSERT(same);
    }
  }
}

/// The overall verdict of each row, judged by itself.
[[nodiscard]] inline std::vector<norma::verdict> judged_singly(
    const norma::standard& by, const norma::batch::frame& units, norma::date day) {
  std::vector<norma::verdict> all;
  for (std::size_t row = 0; row < units.rows; ++row) {
    const auto given = norma::batch::unit_of(units, row, by);
    all.push_back(judge(by, bind(by, given, {day})));
  }
  return all;
}

/// `agree`, of units that are read from the frame.
inline void agree(const norma::standard& by, const norma::batch::frame& units,
                  const norma::batch::verdicts& found, norma::date day,
                  std::size_t explained) {
  std::vector<norma::unit> all;
  for (std::size_t row = 0; row < units.rows; ++row) {
    all.push_back(norma::batch::unit_of(units, row, by));
  }
  agree(by, all, found, day, explained);
}

/// The same, one unit at a time out of the frame; as many of them by the scalar engine.
inline void agree_one_by_one(const norma::batch::plan& plan,
                             const norma::batch::frame& units,
                             const norma::batch::verdicts& found) {
  norma::batch::unit_judge one(plan, units);
  RC_ASSERT(one.paths() == found.paths);
  for (std::size_t row = 0; row < units.rows; ++row) {
    RC_ASSERT(one.judge(row) == found.at(0, row));
    for (std::size_t path = 0; path < found.paths.size(); ++path) {
      const auto is = one.verdicts()[path];
      if (is != found.at(path, row)) {
        RC_LOG() << found.paths[path] << " row " << row << ": " << to_string(is)
                 << ", not " << to_string(found.at(path, row));
      }
      RC_ASSERT(is == found.at(path, row));
    }
  }
  RC_ASSERT(one.row_by_row() <= found.row_by_row);
}

/// Rows told to have facts in error are those in which the scalar engine finds one, where
/// the standard is for the unit.
inline void agree_on_errors(const norma::batch::plan& plan, const norma::standard& by,
                            const norma::batch::frame& units,
                            const norma::batch::verdicts& found, norma::date day) {
  std::vector<std::size_t> wanted;
  for (std::size_t row = 0; row < units.rows; ++row) {
    const auto facts = bind(by, norma::batch::unit_of(units, row, by), {day});
    const auto gate =
        examine_gate(by.definition().root, norma::environment_of(facts, false)).is;
    const bool passed_by =
        gate == norma::gate::guard_false || gate == norma::gate::not_in_force;
    const bool wrong = !passed_by && !plan.data_errors(facts).empty();
    if (wrong) wanted.push_back(row);
    const auto& told = found.erring;
    if (wrong == (std::find(told.begin(), told.end(), row) != told.end())) continue;
    RC_LOG() << written(by.definition().root) << '\n'
             << canonical_json(norma::batch::unit_of(units, row, by)) << "\nrow " << row
             << (wrong ? " is not told" : " is told") << '\n';
    for (const auto& each : plan.data_errors(facts))
      RC_LOG() << each.fact << ' ' << each.code.get() << '\n';
  }
  RC_ASSERT(found.erring_rows == wanted.size());
  RC_ASSERT(found.erring == wanted);
}

/// Pairs of a unit and a node that were compared.
[[nodiscard]] inline std::size_t pairs_of(const norma::batch::verdicts& found,
                                          std::size_t rows) {
  return rows * found.nodes.size();
}

}  // namespace norma_test

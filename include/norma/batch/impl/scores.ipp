// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/scores.hpp>

#include <algorithm>  // std::find
#include <optional>   // std::nullopt
#include <set>        // std::set
#include <utility>    // std::move

#include <norma/assess/assess_scheme.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/data_errors.hpp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/batch/impl/check_columns.ipp>
#include <norma/batch/impl/no_form.hpp>
#include <norma/batch/impl/stretches.hpp>
#include <norma/batch/impl/unit_rows.ipp>
#include <norma/core/error.hpp>
#include <norma/rule/reads.hpp>
#include <norma/rule/scheme.hpp>

namespace norma::batch {

namespace detail {

/// The slots that the scored parts of a scheme read.
[[nodiscard]] inline std::set<std::uint32_t> slots_scored(const scheme_definition& by) {
  std::set<std::uint32_t> all;
  by.each_part([&](const scored_part& part) {
    norma::detail::add_slots(part.node, all);
    if (part.of) all.insert(part.of->slots.begin(), part.of->slots.end());
    for (const score_band& band : part.bands) {
      all.insert(band.test.slots.begin(), band.test.slots.end());
    }
  });
  return all;
}

/// The slots of all that points and gates rest on.
[[nodiscard]] inline std::vector<std::uint32_t> slots_read(const scheme& by) {
  const standard gates = by.gates();
  std::set<std::uint32_t> all = slots_scored(by.definition());
  norma::detail::add_slots(gates.definition().root, all);
  norma::detail::add_what_they_rest_on(gates.words(), all);
  return {all.begin(), all.end()};
}

/// Scores rows of a frame, each by itself.
class row_scorer {
 public:
  row_scorer(const scheme& by, const plan_options& options,
             const std::vector<std::uint32_t>& read, const frame& units, scores& to)
      : by_(by),
        gates_(by.gates()),
        options_(options),
        read_(read),
        units_(units, gates_),
        to_(to) {}

  /// True if the scheme is for the unit and a fact that is read is in error.
  bool score(std::size_t row) const {
    const bound_facts facts =
        bind(gates_, units_.at(row), {options_.as_of, std::nullopt}, options_.bounds);
    const verdict gates = judge(gates_, facts);
    to_.verdicts[row] = gates;
    const auto env = environment_of(facts, false);
    const gate entry = examine_gate(gates_.definition().root, env).is;
    const bool erring = entry != gate::guard_false && entry != gate::not_in_force &&
                        has_data_error(facts, read_);
    if (verdict_behind(entry)) return erring;
    const scored found = norma::score(by_, facts, gates);
    to_.verdicts[row] = found.overall;
    to_.counted[row] = 1;
    to_.totals[row] = found.score.total;
    const auto blocks = found.score.all_blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      to_.earned[i][row] = blocks[i]->earned;
    }
    const auto tier = std::find(to_.tiers.begin(), to_.tiers.end(), found.score.tier);
    if (tier != to_.tiers.end()) {
      to_.tier[row] = static_cast<std::int16_t>(tier - to_.tiers.begin());
    }
    return erring;
  }

 private:
  const scheme& by_;
  standard gates_;
  const plan_options& options_;
  const std::vector<std::uint32_t>& read_;
  frame_units units_;
  scores& to_;
};

}  // namespace detail

NORMA_INLINE score_plan::score_plan(scheme by, const plan_options& options)
    : by_(std::move(by)), options_(options), read_(detail::slots_read(by_)) {}

NORMA_INLINE std::vector<diagnostic> score_plan::check(const frame& units) const {
  const standard gates = by_.gates();
  const detail::checked_slots slots(gates, detail::slots_scored(by_.definition()));
  return detail::column_check(units, gates, slots).findings();
}

NORMA_INLINE scores score_plan::score(const frame& units, unsigned threads) const {
  auto findings = check(units);
  if (has_errors(findings)) throw rule_error(std::move(findings));
  const scheme_definition& by = by_.definition();
  scores result;
  result.verdicts.resize(units.rows, verdict::undetermined);
  result.counted.resize(units.rows);
  result.totals.resize(units.rows);
  for (const score_block& block : by.blocks) result.blocks.push_back(block.id);
  if (by.bonus) result.blocks.emplace_back("bonus");
  if (by.deductions) result.blocks.emplace_back("deductions");
  result.earned.resize(result.blocks.size());
  for (auto& each : result.earned) each.resize(units.rows);
  for (const score_tier& tier : by.tiers) result.tiers.push_back(tier.id);
  result.tier.resize(units.rows, -1);
  const detail::row_scorer one(by_, options_, read_, units, result);
  std::vector<std::uint8_t> erring(units.rows);
  detail::stretches_of_rows stretches(units.rows, 64, threads);
  detail::share_out(stretches, [&](std::size_t own) {
    for (std::size_t i = 0; i < stretches.count(); ++i) {
      auto& stretch = stretches.after(own, i);
      while (const auto block = stretch.next()) {
        const std::size_t end = block->first + block->rows;
        for (std::size_t row = block->first; row < end; ++row)
          erring[row] = one.score(row) ? 1 : 0;
      }
    }
  });
  for (std::size_t row = 0; row < units.rows; ++row) {
    if (erring[row] != 0) result.erring.push_back(row);
  }
  return result;
}

NORMA_INLINE std::vector<cause> score_plan::data_errors(const frame& units,
                                                        std::size_t row) const {
  const standard gates = by_.gates();
  return norma::data_errors(bind(gates, unit_of(units, row, gates),
                                 {options_.as_of, std::nullopt}, options_.bounds),
                            read_);
}

NORMA_INLINE report score_plan::explain(const frame& units, std::size_t row) const {
  assess_options options;
  options.as_of = options_.as_of;
  options.bounds = options_.bounds;
  return assess(by_, unit_of(units, row, by_.gates()), options);
}

NORMA_INLINE std::vector<row_by_row> score_plan::explain() const {
  return {{".", detail::no_form(by_.id())}};
}

}  // namespace norma::batch

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <span>     // std::span
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

struct rule_node;

/// Steps that judgements of a unit by several standards, and what explains them, may
/// take together, as those by one may by `limits::assessment_steps`: each leaves the
/// next what it did not take. What finds none left is undetermined (N0725), and is told
/// in short.
///
///     norma::steps_left together{bounds};
///     for (const auto& by : pack.standards())
///       reports.push_back(assess(by, facts, {.together = &together}));
struct steps_left {
  explicit steps_left(const limits& bounds)
      : judging{bounds.assessment_steps}, explaining{bounds.assessment_steps} {}
  step_account judging;
  step_account explaining;
};

/// Only the overall verdict: no causes, no explanation, nothing allocated for
/// them. The same verdict as `assess`.
[[nodiscard]] verdict judge(const standard& by, const bound_facts& facts);

/// Verdicts of every node in the order of a walk from the root downwards (a
/// node, then its members); the first is the standard's.
[[nodiscard]] std::vector<verdict> judge_all(const standard& by,
                                             const bound_facts& facts);
/// The same, with the steps that those before `left`.
[[nodiscard]] std::vector<verdict> judge_all(const standard& by, const bound_facts& facts,
                                             steps_left& left);

/// As `judge_all`, given the verdicts `before` of facts that differ in the
/// slots `changed` (sorted) only: nodes that read none of them keep theirs.
/// The parts `assumed` count as mended wherever their gate is open: they pass,
/// or fail where they passed.
[[nodiscard]] std::vector<verdict> judge_again(
    const standard& by, const bound_facts& facts, std::span<const verdict> before,
    std::span<const std::uint32_t> changed,
    std::span<const rule_node* const> assumed = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/bind.ipp>
#include <norma/assess/impl/judge.ipp>
#include <norma/assess/wording.hpp>
#endif

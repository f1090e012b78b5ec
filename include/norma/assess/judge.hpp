// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <span>     // std::span
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

struct rule_node;

/// Only the overall verdict: no causes, no explanation, nothing allocated for
/// them. The same verdict as `assess`.
[[nodiscard]] verdict judge(const standard& by, const bound_facts& facts);

/// Verdicts of every node in the order of a walk from the root downwards (a
/// node, then its members); the first is the standard's.
[[nodiscard]] std::vector<verdict> judge_all(const standard& by,
                                             const bound_facts& facts);

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

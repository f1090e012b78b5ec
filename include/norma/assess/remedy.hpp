// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>    // std::span
#include <vector>  // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

/// What would mend a failing unit, and why nothing is listed where nothing is.
struct remedies_found {
  remedy_state state = remedy_state::not_needed;
  std::vector<remedy> remedies;  ///< fewest changes first, at most five
};

/// The least changes of changeable facts after which the standard no longer
/// fails (design section 7): found part by part, joined over `all` and `none`,
/// the cheapest over `any` and `at_least`, assessed as changed, and shrunk
/// until no entry can be left out or made smaller. `verdicts` are those of
/// `judge_all` on the same facts.
[[nodiscard]] remedies_found find_remedies(const standard& by, const bound_facts& facts,
                                           std::span<const verdict> verdicts);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/remedy.ipp>
#endif

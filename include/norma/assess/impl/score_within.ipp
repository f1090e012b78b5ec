// SPDX-License-Identifier: Apache-2.0
#pragma once

// Points of a scheme that take their steps from what is left: `score.ipp` defines them.

#include <norma/assess/score.hpp>
#include <norma/core/limits.hpp>

namespace norma {
struct bound_facts;
}

namespace norma::detail {

// What is told of it takes steps of `telling`, which decides nothing; what is judged of
// `judging`, else of an account of its own.
[[nodiscard]] scored score_within(const scheme& by, const bound_facts& facts,
                                  verdict gates, step_account* telling,
                                  step_account* judging = nullptr);

}  // namespace norma::detail

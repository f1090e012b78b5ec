// SPDX-License-Identifier: Apache-2.0
#pragma once

// Points of a scheme that take their steps from what is left: `score.ipp` defines them.

#include <norma/assess/score.hpp>
#include <norma/core/limits.hpp>

namespace norma {
struct bound_facts;
}

namespace norma::detail {

// What is told of it takes steps of `telling`, which decides nothing.
[[nodiscard]] scored score_within(const scheme& by, const bound_facts& facts,
                                  verdict gates, step_account* telling);

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many units have which verdict.

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <vector>   // std::vector

#include <norma/batch/plan.hpp>

namespace norma_python {

/// How many units have which verdict, in the order of the enumeration.
using verdict_counts = std::array<std::size_t, 4>;
/// How many units went from which verdict to which: by the former, then the latter.
using verdict_turns = std::array<verdict_counts, 4>;

/// Adds the verdicts of each column to its counts.
void count(const norma::batch::verdicts& in, std::vector<verdict_counts>& to);

/// Adds the overall verdicts of the rows with facts in error.
void count_erring(const norma::batch::verdicts& in, verdict_counts& to);

/// Adds how the verdicts of a column have turned.
void count_turns(const norma::batch::verdicts& before, const norma::batch::verdicts& now,
                 std::size_t column, verdict_turns& to);

}  // namespace norma_python

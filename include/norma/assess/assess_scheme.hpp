// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/config.hpp>
#include <norma/assess/assess.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/score.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

/// Judges `facts` by a scoring scheme (design section 5.1): admission and veto
/// as the report's tree, the points as its `score`. Never throws for bad facts.
/// A scheme lists no remedies: what the next tier would take stands in the
/// score.
///
///     auto report = norma::assess(*pack.find_scheme("enterprise_score"), facts,
///                                 {.as_of = day});
///     if (report.score->tier == "AAA") …
[[nodiscard]] report assess(const scheme& by, const unit& facts,
                            const assess_options& options);

/// The same over facts already bound to the scheme's `gates()`.
[[nodiscard]] report assess(const scheme& by, const bound_facts& facts,
                            steps_left* together = nullptr);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/assess_scheme.ipp>
#endif

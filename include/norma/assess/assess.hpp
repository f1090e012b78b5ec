// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <vector>    // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

/// What an assessment is asked for.
struct assess_options {
  date as_of;  ///< required: the library never asks a clock
  std::optional<date> known_as_of = {};
  bool remedies = true;
  limits bounds = {};  ///< of each expression that is evaluated
};

/// Judges `facts` by `by` and explains it. Never throws for bad facts: they
/// are data errors in the report.
///
///     auto report = norma::assess(pack.standard("enterprise.large_medium"),
///                                 facts, {.as_of = day});
[[nodiscard]] report assess(const standard& by, const unit& facts,
                            const assess_options& options);

/// What an explanation of facts already bound is asked for; their days and
/// limits are those they were bound with.
struct explain_options {
  bool remedies = true;
  bool missing = true;  ///< sets of facts that would decide it
  /// What assessments by several standards take together; null: each for itself.
  steps_left* together = nullptr;
};

/// The same over facts already bound, for a standard of units of that kind.
[[nodiscard]] report assess(const standard& by, const bound_facts& facts,
                            const explain_options& options = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/assess.ipp>
#endif

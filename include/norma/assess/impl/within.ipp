// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reports of a standard, and points of a scheme, that take their steps from what is left:
// `assess.ipp` and `score.ipp` define them.

#include <norma/assess/assess.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/report.hpp>
#include <norma/assess/score.hpp>

namespace norma::detail {

// All but the remark on what was left out, and the labels.
[[nodiscard]] report assess_within(const standard& by, counted_facts& explained,
                                   const explain_options& options);

// Remarks that something may be lacking, if the steps ran out.
void say_if_stopped(report& out, const bound_facts& explained);

// Adds the labels of the facts that are only named in the report.
void collect_labels(report& out, const pack_content& pack, const bound_facts& facts);

// What is told of it takes steps of `telling`, which decides nothing.
[[nodiscard]] scored score_within(const scheme& by, const bound_facts& facts,
                                  verdict gates, step_account* telling);

}  // namespace norma::detail

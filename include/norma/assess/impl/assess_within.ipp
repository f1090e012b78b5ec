// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report of a standard that takes its steps from what is left: `assess.ipp` defines it.

#include <norma/assess/assess.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/report.hpp>

namespace norma::detail {

// All but the remark on what was left out, and the labels.
[[nodiscard]] report assess_within(const standard& by, counted_facts& explained,
                                   const explain_options& options);

// Remarks that something may be lacking, if the steps ran out.
void say_if_stopped(report& out, const bound_facts& explained);

// Adds the labels of the facts that are only named in the report.
void collect_labels(report& out, const pack_content& pack, const bound_facts& facts);

}  // namespace norma::detail

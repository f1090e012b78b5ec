// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/expr/check.hpp>

namespace norma {

/// The facts of the unit as they hold on the days, to evaluate `asked` over them: of
/// units in lists they have what it reads, whatever the rules of the pack read. `asked`
/// is compiled against the vocabulary of the unit's kind (`facts.kind`, one of the
/// pack's). Copies the pack's content, as `bind` keeps no more of a unit in a list than
/// is read.
///
///     auto bound = norma::bind_for(*checked.result, pack, unit, {.as_of = day});
///     auto v = norma::expr::evaluate(*checked.result, norma::environment_of(bound,
///     true));
[[nodiscard]] bound_facts bind_for(const expr::expression& asked, const pack& of,
                                   const unit& facts, const days& on,
                                   const limits& bounds = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/bind_for.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>  // std::span

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/rule/unit.hpp>

namespace norma {

/// Facts without evidence, for their verdict alone: as `bind` of a unit that sets
/// `values`, each slot once. `blank` is a unit without facts, bound for the same
/// standard and days; one serves for any number of units. Of digest, remarks and
/// what was given there is nothing: a report is made of `bind`.
///
///     const auto blank = norma::bind(standard, {.kind = "enterprise"}, {.as_of = day});
///     auto v = norma::judge(standard, norma::bind_values(blank, values));
[[nodiscard]] bound_facts bind_values(const bound_facts& blank,
                                      std::span<const slot_change> values);

/// As `bind`, of the facts that are `read` alone, and without digest, remarks and what
/// was given: for conditions that rest on no others. `read` is kept by reference.
[[nodiscard]] bound_facts bind_read(const standard& of, unit facts, const days& on,
                                    const member_view& read, const limits& bounds = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/judge.hpp>  // it brings bind.ipp in
#endif

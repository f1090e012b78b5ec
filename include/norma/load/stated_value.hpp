// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/value/value.hpp>

namespace norma {

struct fact_definition;  // rule/fact.hpp
struct parameter;        // rule/parameter.hpp

/// Reads a value as rule files state it: as unit files write it, numbers with `%` and
/// suffixes (`90%`, `2000万`) as well. Nothing and a diagnostic (N0515 of a number, else
/// one of `read_scalar`) if it can not be read so.
[[nodiscard]] std::optional<value> read_stated(std::string_view text,
                                               const fact_definition& as,
                                               const source_span& where,
                                               std::vector<diagnostic>& findings,
                                               const limits& bounds = {});
/// The same of a value of the parameter.
[[nodiscard]] std::optional<value> read_stated(std::string_view text, const parameter& as,
                                               const source_span& where,
                                               std::vector<diagnostic>& findings,
                                               const limits& bounds = {});

/// A fact that takes the values which the parameter takes.
[[nodiscard]] fact_definition fact_like(const parameter& p);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/load/impl/stated_value.ipp>
#endif

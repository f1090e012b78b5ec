// SPDX-License-Identifier: Apache-2.0
#pragma once

// How long evidence of a fact holds.

#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <variant>   // std::get_if

#include <norma/assess/bind.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/duration.hpp>

namespace norma::detail {

// Nothing where it does not expire.
inline std::optional<duration> validity_of(const fact_definition& f,
                                           const bound_facts& in) {
  if (const auto* fixed = std::get_if<duration>(&f.valid_for)) return *fixed;
  if (const auto* slot = std::get_if<std::uint32_t>(&f.valid_for)) {
    const auto& v = in.stated[*slot];
    if (const auto* m = v.months()) return duration{*m};
    if (const auto* d = v.days()) return duration{*d};
  }
  return std::nullopt;
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>   // std::uint32_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <vector>    // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>

namespace norma::cli {

/// Where `other` has what stands at `slot` of `words`: a fact may be one of
/// several kinds of units, a parameter is one of all.
[[nodiscard]] std::optional<std::uint32_t> slot_of_same(const vocabulary& words,
                                                        std::uint32_t slot,
                                                        const vocabulary& other);

/// The rules (`standard/path`) and derived facts that read what stands at `slot` of
/// `words`, those of `of`; with their pack those of `others` that build on it.
[[nodiscard]] std::vector<std::string> uses_of(const pack& of, const vocabulary& words,
                                               std::uint32_t slot,
                                               const std::vector<const pack*>& others);

}  // namespace norma::cli

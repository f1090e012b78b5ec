// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>  // std::optional
#include <set>       // std::set
#include <string>    // std::string

#include <norma/core/diagnostic.hpp>

#include "kinds.hpp"

namespace norma::cli {

/// A note that names facts that are read, and of which the input says nothing at all;
/// nothing if it says something of each. `told`: the facts that it says something of, by
/// name.
[[nodiscard]] std::optional<diagnostic> missing_facts(const bulk_kinds& by,
                                                      const std::set<std::string>& told);

}  // namespace norma::cli

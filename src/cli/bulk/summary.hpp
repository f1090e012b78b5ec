// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include "judge.hpp"
#include "kinds.hpp"
#include "../console.hpp"

namespace norma::cli {

/// How many units have which verdict, by standard and item.
[[nodiscard]] std::string render_tallies(const bulk_outcome& all, const bulk_kinds& by,
                                         const console& to, std::size_t width);

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/rule/pack.hpp>

#include "console.hpp"

namespace norma::cli {

/// Blocks, bonus and deductions of a scheme with the points of their parts, and
/// what the points lead to.
[[nodiscard]] std::string show_points(const scheme& of, const console& to);

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

// Codes N07: data errors, found while an expression is evaluated.
// In order of code, which the compiler checks.

namespace norma::detail {

inline constexpr message values_messages[] = {
    {"N0701", severity::error,
     "除数为零",
     "division by zero",
     "", ""},
};

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include "feel_case.hpp"

namespace norma_feel {

/// What became of a case.
struct outcome {
  bool passed = false;
  std::string expected;  ///< as FEEL writes it: `[1, 2]`, `null with an error`
  std::string found;     ///< likewise; errors by their codes
};

/// Evaluates the case through the FEEL door and compares as the published
/// runners do: numbers within 10^-8, all else by value; where an error is
/// expected, null with a diagnostic. What the case expects as null is null.
[[nodiscard]] outcome judge(const feel_case& c);

}  // namespace norma_feel

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
  /// It passed, but with an error reported that the case does not ask for: the suite's
  /// runners let that pass, and so it is counted beside.
  bool unasked_error = false;
  /// What the pack door makes of an expression that it takes and that has no error at
  /// the FEEL door, where the two differ; else "".
  std::string at_pack_door = {};
};

/// Evaluates the case through the FEEL door and compares as the published
/// runners do: numbers within 10^-8, all else by value; where an error is
/// expected, null with a diagnostic. What the case expects as null is null, with an
/// error or without: the suite marks `10 * null` as an error in 0100-arithmetic and not
/// in 0105-feel-math, so that no engine could do without in both. Nothing but errors
/// tells the doors apart (design section 4), so without one both must give the same.
[[nodiscard]] outcome judge(const feel_case& c);

}  // namespace norma_feel

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/shared.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// A value of one fact at which the verdict is another one, all others as they are.
struct turning_point {
  std::string fact;
  shared_text label;
  value from, to;
  verdict gives = verdict::undetermined;
  text from_shown, to_shown;  ///< as readers see them, with unit
};

/// All that was found, and what was not looked for.
struct turning_points {
  std::vector<turning_point> all;
  /// Facts that the standard reads, whose other values are not tried: texts, durations,
  /// sets, lists, and periods of which nothing is known.
  std::vector<std::string> untried;
};

/// The single facts that turn the verdict of `facts`, in the order in which the
/// standard reads them: of a number the nearest value below and above on its step,
/// of a day, and of each end of a period, the nearest before and after, of a boolean or
/// category every other one; of a number or day that is not known one for each verdict.
/// Inputs of computed facts and what dates others are tried, too.
/// A day is exact where conditions compare it with other days, spans before and after
/// them and spans of evidence; where they read it otherwise (its month, say) it is one at
/// which the verdict turns, not always the nearest.
/// Whether the unit can change a fact does not count, and values that break a range
/// or a check are none. Days of evidence that are no facts are not tried.
[[nodiscard]] turning_points find_turning_points(const standard& by,
                                                 const bound_facts& facts);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/sensitivity.ipp>
#endif

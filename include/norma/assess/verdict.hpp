// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view

#include <norma/config.hpp>
#include <norma/rule/structure.hpp>
#include <norma/value/truth.hpp>

namespace norma {

/// The four verdicts (design section 3).
enum class verdict : unsigned char { pass, fail, undetermined, not_applicable };

/// `pass`, `fail`, `undetermined`, `not_applicable`.
[[nodiscard]] std::string_view to_string(verdict v);

/// How many members of a group have which verdict; members of a strength that
/// does not decide are not counted at all.
struct tally {
  std::size_t pass = 0, fail = 0, undetermined = 0, not_applicable = 0;
  void add(verdict v);
};

/// The verdict of a group from its members' (design section 3). `n` counts
/// for `at_least` only.
[[nodiscard]] verdict conclude(combine how, const tally& members, std::size_t n = 0);

/// The verdict of a part from its guard and its requirement (design section
/// 3): `when` absent is truth::yes.
[[nodiscard]] verdict decide_part(strength s, truth when, truth requirement);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/verdict.ipp>
#endif

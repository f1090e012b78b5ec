// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace norma {

/// Kleene's three truth values.
enum class truth : unsigned char { no, yes, unknown };

[[nodiscard]] constexpr truth truth_of(bool b) { return b ? truth::yes : truth::no; }

/// false if either is false, else unknown if either is, else true.
[[nodiscard]] constexpr truth operator&(truth a, truth b) {
  if (a == truth::no || b == truth::no) return truth::no;
  return a == truth::yes && b == truth::yes ? truth::yes : truth::unknown;
}

/// true if either is true, else unknown if either is, else false.
[[nodiscard]] constexpr truth operator|(truth a, truth b) {
  if (a == truth::yes || b == truth::yes) return truth::yes;
  return a == truth::no && b == truth::no ? truth::no : truth::unknown;
}

[[nodiscard]] constexpr truth operator!(truth a) {
  if (a == truth::unknown) return a;
  return a == truth::yes ? truth::no : truth::yes;
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::max
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <limits>     // std::numeric_limits
#include <numeric>    // std::gcd

#include <norma/batch/impl/steps.hpp>

// The numbers of a sum as integers, for values that are integers on some scale.

namespace norma::batch::detail {

/// The form times what makes its numbers whole: of the same sign.
[[nodiscard]] inline linear_form in_integers(linear_form of) {
  number whole{1};
  const auto make_whole = [&](const number& n) {
    const auto down = number::parse_exact(n.denominator());
    if (down && !(n * whole).is_integer()) whole = whole * *down;
  };
  for (const auto& part : of.parts) make_whole(part.factor);
  make_whole(of.constant);
  for (auto& part : of.parts) part.factor = part.factor * whole;
  of.constant = of.constant * whole;
  return of;
}

/// The numbers of a sum as they are, where all of them are whole.
[[nodiscard]] inline whole_form as_they_are(const linear_form& of) {
  whole_form result;
  const auto whole = [&](const number& n) {
    const auto fits = n.to_int64();
    if (!fits || *fits == std::numeric_limits<std::int64_t>::min()) result.fits = false;
    return result.fits ? *fits : 0;
  };
  result.constant = whole(of.constant);
  for (const auto& part : of.parts) result.factors.push_back(whole(part.factor));
  return result;
}

/// The numbers of a form, divided by what all of them have in common.
[[nodiscard]] inline whole_form as_integers(const linear_form& of) {
  whole_form result = as_they_are(of);
  std::int64_t common = result.constant;
  for (const std::int64_t factor : result.factors) common = std::gcd(common, factor);
  if (!result.fits || common == 0) return result;
  result.constant /= common;
  for (std::int64_t& factor : result.factors) factor /= common;
  return result;
}

/// The numbers of a sum over integers with the scales `scale_of` each part: value =
/// integer / 10^scale, so all is multiplied by 10 to the highest. False if one of them
/// has not 64 bits, with room.
template <class ScaleOf>
[[nodiscard]] bool on_one_scale(const whole_form& whole, std::size_t parts,
                                const ScaleOf& scale_of, std::int64_t* factors,
                                std::int64_t& constant) {
  int scale = 0;
  for (std::size_t i = 0; i < parts; ++i) scale = std::max(scale, scale_of(i));
  bool fits = whole.fits && scale <= 18;
  const auto as_integer = [&](std::int64_t n, int power) {
    constexpr std::int64_t most = std::int64_t{1} << 60;
    for (; power > 0 && n <= most && n >= -most; --power) {
      if (n > most / 10 || n < -most / 10) fits = false;
      n = fits ? n * 10 : 0;
    }
    if (n > most || n < -most) fits = false;
    return n;
  };
  for (std::size_t i = 0; fits && i < parts; ++i) {
    factors[i] = as_integer(whole.factors[i], scale - scale_of(i));
  }
  if (fits) constant = as_integer(whole.constant, scale);
  return fits;
}

}  // namespace norma::batch::detail

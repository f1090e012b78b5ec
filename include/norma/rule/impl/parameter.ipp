// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/parameter.hpp>

#include <algorithm>  // std::upper_bound

namespace norma {

NORMA_INLINE share_sign share_sign_of(std::string_view written) {
  if (written.ends_with("‰")) return share_sign::per_mille;
  return written.ends_with('%') ? share_sign::percent : share_sign::none;
}

NORMA_INLINE const dated_value* parameter::on(date day) const {
  const auto next =
      std::upper_bound(values.begin(), values.end(), day,
                       [](date wanted, const dated_value& v) { return wanted < v.from; });
  return next == values.begin() ? nullptr : &*(next - 1);
}

NORMA_INLINE const value* parameter::value_on(date day) const {
  if (supposed) return &*supposed;
  const auto* dated = on(day);
  return dated == nullptr ? nullptr : &dated->content;
}

}  // namespace norma

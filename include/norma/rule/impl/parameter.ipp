// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/parameter.hpp>

#include <algorithm>  // std::upper_bound

namespace norma {

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

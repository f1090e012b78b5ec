// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/value/partial.hpp>

#include <memory>   // std::make_shared
#include <utility>  // std::move

namespace norma {

NORMA_INLINE value value::unknown(cause_list causes, partial_value known) {
  return value{unknown_value{std::move(causes),
                             std::make_shared<const partial_value>(std::move(known))}};
}

}  // namespace norma

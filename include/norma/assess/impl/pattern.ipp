// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

#include <norma/core/message.hpp>

namespace norma::detail {

// The catalogue's wording of `code`, placeholders and all.
inline std::string_view pattern_of(std::string_view code, language lang) {
  const auto* found = find_message(code);
  if (found == nullptr) return code;
  return lang == language::zh ? found->zh : found->en;
}

}  // namespace norma::detail

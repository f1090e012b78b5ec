// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

namespace norma::detail {

// Codes of what is wrong with the facts of a unit (message catalogue); a new one is the
// last.
[[nodiscard]] inline bool is_of_facts(std::string_view code) {
  return code == "N0727" || (code >= "N0740" && code <= "N0756");
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>

namespace norma::expr {

/// A built-in function as readers see it: its phrase, and each way to call it
/// (`substring(string, start position, length?)`; `?` marks what may be left
/// out, `...` what may be repeated).
struct builtin_summary {
  std::string_view name;
  std::vector<std::string> forms;
};

/// Every built-in, in order of name.
[[nodiscard]] std::vector<builtin_summary> all_builtins();

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/builtin.ipp>
#endif

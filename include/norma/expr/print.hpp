// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/config.hpp>
#include <norma/expr/ast.hpp>

namespace norma::expr {

/// Writes the tree as text that parses to the same tree: one blank around
/// binary operators, brackets only where precedence needs them.
[[nodiscard]] std::string print(const node& tree);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/print.ipp>
#endif

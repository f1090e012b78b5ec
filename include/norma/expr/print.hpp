// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/config.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/ast.hpp>
#include <norma/expr/type.hpp>
#include <norma/value/value.hpp>

namespace norma::expr {

/// Writes the tree as text that parses to the same tree: one blank around
/// binary operators, brackets only where precedence needs them.
[[nodiscard]] std::string print(const node& tree);

/// A type in words: `number of persons`, `list of text`.
[[nodiscard]] text describe(const type& t);

/// What kind of value it is, as an argument of a message: "a number".
[[nodiscard]] std::string kind_argument(const type& t);
[[nodiscard]] std::string kind_argument(const value& v);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/print.ipp>
#endif

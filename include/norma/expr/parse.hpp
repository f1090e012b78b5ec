// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/expr/ast.hpp>

namespace norma::expr {

/// What parsing gave: a tree, or nothing and at least one error.
struct parsed {
  std::optional<node> tree;
  std::vector<diagnostic> diagnostics;
};

/// Parses `text` as one expression of the profile (design section 4).
/// `where` tells how the text lies in its file, for the places of
/// diagnostics; without a file they point into the text itself.
/// Fails with codes N0301 … of the message catalogue; never throws for bad
/// input; depth and length are bounded by `bounds`.
///
///     auto p = norma::expr::parse("coordinator_count >= 2");
[[nodiscard]] parsed parse(std::string_view text, const embedded_source& where = {},
                           const limits& bounds = {});

/// Parses `text` as the unary tests of a cell (`-`, `>= 1000`, `[1..5)`,
/// `"a","b"`, `not(…)`; DMN 1.5, grammar rule 15): the root is `unary_tests`
/// or `any_test`.
[[nodiscard]] parsed parse_tests(std::string_view text, const embedded_source& where = {},
                                 const limits& bounds = {});

/// True if `word` is a name of the language: a letter of any script or `_`,
/// then letters, digits, `_`; and not a reserved word.
[[nodiscard]] bool is_name(std::string_view word);

/// True for words that can not be names (`and`, `if`, `as_of` …).
[[nodiscard]] bool is_reserved(std::string_view word);

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/parse.ipp>
#endif

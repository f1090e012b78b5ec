// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <functional>   // std::less
#include <map>          // std::map
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/source.hpp>
#include <norma/expr/ast.hpp>

namespace norma::expr {

/// The two ways into the one evaluator (design section 4): the pack door
/// refuses what the checker objects to, and a runtime error is unknown by
/// data error; the FEEL door refuses nothing, and a runtime error is null
/// plus a diagnostic.
enum class door { pack, feel };

/// A name that expressions may use: its type and place in the environment; of
/// an alias the fact's own name, by which causes name it.
struct symbol {
  type of;
  std::uint32_t slot = 0;
  std::string own = {};
};

/// Every name, aliases included, that the expressions of a unit kind see.
using scope = std::map<std::string, symbol, std::less<>>;

/// An expression that was parsed and checked, ready to evaluate. Immutable.
struct expression {
  std::string text;
  embedded_source where;
  node tree;
  type result;
  std::vector<std::uint32_t> slots;  ///< those it reads: sorted, each once
};

/// A standard that an expression names: as the pack finds it, and the kind of
/// units that it is for.
struct named_standard {
  std::string key;
  std::string unit;
};

/// The standards that `complies` and `verdict` may name, by what is written.
using standard_scope = std::map<std::string, named_standard, std::less<>>;

struct check_options {
  door through = door::pack;
  /// What the place demands; `any` demands nothing. A null or unknown
  /// category/unit in the demand agrees with all.
  type wanted;
  /// True where `rate` may stand: one side of a part's comparison
  /// (`rate_anywhere`: within the value of bands and lose, too).
  bool rate_allowed = false;
  bool rate_anywhere = false;
  /// What `complies` and `verdict` may name; null where there is neither.
  const standard_scope* standards = nullptr;
  /// True where an inexact number is refused, as anywhere a verdict follows.
  bool exact = true;
  /// With so many words, together, those that are not known are compared for a hint of
  /// what is meant.
  std::size_t compared = 50'000;
  embedded_source where;
  limits bounds;
};

/// What checking gave: an expression, or nothing and at least one error
/// (at the FEEL door always an expression unless parsing failed).
struct checked {
  std::optional<expression> result;
  std::vector<diagnostic> diagnostics;
};

/// The field of a member's record with its verdict by a standard: what `complies`
/// and `verdict` read.
[[nodiscard]] std::string verdict_field(std::string_view standard);
/// The standard by which the node, a `complies` or `verdict`, judges a member;
/// empty for any other node.
[[nodiscard]] std::string_view standard_asked(const node& n);

/// Parses and checks `text`. Codes N03xx (syntax), N04xx (types).
[[nodiscard]] checked compile(std::string_view text, const scope& names,
                              const check_options& options = {});

/// Parses and checks the unary tests of a cell whose subject has type
/// `subject`; `?` is the subject.
[[nodiscard]] checked compile_tests(std::string_view text, const type& subject,
                                    const scope& names,
                                    const check_options& options = {});

}  // namespace norma::expr

#if defined(NORMA_HEADER_ONLY)
#include <norma/expr/impl/check.ipp>
#endif

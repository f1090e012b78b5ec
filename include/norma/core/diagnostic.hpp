// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/core/severity.hpp>
#include <norma/core/source.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// A second place that belongs to a diagnostic, with what it is ("first
/// defined here"). `code` names a label of the message catalogue.
struct diagnostic_label {
  std::string code;
  std::vector<std::string> arguments;
  source_span where;
};

/// One finding about an input: a code of the message catalogue, the words put
/// into its message, and the place. Owns all it shows.
struct diagnostic {
  std::string code;                    ///< `N0301`
  std::vector<std::string> arguments;  ///< put for {0}, {1} … of the message
  source_span where;                   ///< no file: about the input as a whole
  std::vector<diagnostic_label> labels;

  /// Severity that the catalogue gives the code (unknown codes: error).
  [[nodiscard]] severity level() const;
  /// The message, one line, without a final period.
  [[nodiscard]] std::string message(language lang) const;
  /// What to do about it; "" where the catalogue has no help, or the help
  /// rests on an argument that is empty ("did you mean `{1}`?").
  [[nodiscard]] std::string help(language lang) const;
};

/// Renders as rustc does: `error[N0301]: …`, ` --> file:line:column`, the
/// source line, a caret under the span (wide characters count two columns),
/// labels, `help: …`. Ends with a line break; no colour.
[[nodiscard]] std::string render(const diagnostic& d, language lang);

/// True if any is an error.
[[nodiscard]] bool has_errors(const std::vector<diagnostic>& all);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/core/impl/diagnostic.ipp>
#endif

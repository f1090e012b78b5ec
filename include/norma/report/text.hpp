// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string

#include <norma/config.hpp>
#include <norma/assess/report.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// How a report is written for a terminal.
struct text_options {
  language lang = language::zh;
  std::size_t width = 80;  ///< columns, East Asian characters two; 0: no limit
  bool colour = false;     ///< with ANSI colours
};

/// The report as plain text (design section 7): the verdict, what fails and
/// by how much, what is undetermined and why, what would mend it, then every
/// clause, remarks, versions. Text from facts carries no terminal escapes:
/// control characters are shown as `\u{1b}`.
[[nodiscard]] std::string render_text(const report& r, const text_options& options = {});

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/text.ipp>
#endif

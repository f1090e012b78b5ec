// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>    // std::span
#include <string>  // std::string

#include <norma/config.hpp>
#include <norma/assess/report.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// The report as one HTML page that needs nothing else: no network, no
/// script; for screens, phones and A4 paper. Every node is an anchor: `#at-`
/// and its path. All text is escaped.
[[nodiscard]] std::string render_html(const report& r, language lang = language::zh);

/// Several reports on one page, one sheet each; the anchors of the second
/// begin with `r2-`, and so on.
[[nodiscard]] std::string render_html(std::span<const report> all,
                                      language lang = language::zh);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/html.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/config.hpp>
#include <norma/assess/report.hpp>
#include <norma/core/text.hpp>

namespace norma {

/// The report as Markdown (CommonMark with tables): the same content in the
/// same order as the HTML page. Text from facts is inert: no markup, no HTML,
/// no link comes out of it.
[[nodiscard]] std::string render_markdown(const report& r, language lang = language::zh);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/markdown.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>    // std::span
#include <string>  // std::string

#include <norma/config.hpp>
#include <norma/assess/report.hpp>

namespace norma {

/// The report as one JSON object, as `report_schema()` describes it (design
/// section 7): numbers with all their digits (`"1/3"` where no decimal ends),
/// texts as `{zh, en}`, the same bytes for the same report. Valid UTF-8
/// whatever the facts hold: bytes that are none become U+FFFD.
[[nodiscard]] std::string to_json(const report& r);

/// One report as an object, several (or none) as an array.
[[nodiscard]] std::string to_json(std::span<const report> all);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/json.ipp>
#endif

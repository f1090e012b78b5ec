// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

#include <norma/config.hpp>

namespace norma {

/// The JSON Schema (draft 2020-12) of what `to_json` writes: one report or an
/// array of them. Also at docs/report.schema.json.
[[nodiscard]] std::string_view report_schema();

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/schema.ipp>
#endif

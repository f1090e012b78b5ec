// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/config.hpp>
#include <norma/assess/report.hpp>

namespace norma {

/// Reads one report as `to_json` writes it; nothing for any other text, for
/// an array, or for more than 512 levels. What is read renders and writes the
/// same as what was written, but days, times and durations in facts are texts
/// again, and of a list longer than JSON shows only its head is left.
[[nodiscard]] std::optional<report> from_json(std::string_view json);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/report/impl/json_read.ipp>
#endif

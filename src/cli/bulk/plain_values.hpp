// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>      // std::int32_t …
#include <optional>     // std::optional
#include <string_view>  // std::string_view

namespace norma::cli {

// Values as nearly all are written; nothing of any other, which the reader of single
// units may know. None is empty.

/// `-1234.50`: digits with at most one point and no zero before them, times ten to the
/// power of `scale`.
[[nodiscard]] std::optional<std::int64_t> read_digits(std::string_view text, int scale);

/// The days since 1970-01-01 of `2024-03-31`.
[[nodiscard]] std::optional<std::int32_t> read_days(std::string_view text);

[[nodiscard]] std::optional<bool> read_flag(std::string_view text);

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string_view>  // std::string_view

namespace norma::cli {

/// A number of bytes as it is written for a command: `1048576`, `64KiB`, `200MiB`,
/// `2GiB`. Nothing if it is none, 0 or more than can be counted.
[[nodiscard]] std::optional<std::size_t> parse_byte_size(std::string_view text);

}  // namespace norma::cli

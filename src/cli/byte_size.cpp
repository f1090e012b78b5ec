// SPDX-License-Identifier: Apache-2.0
#include "byte_size.hpp"

#include <charconv>      // std::from_chars
#include <limits>        // std::numeric_limits
#include <system_error>  // std::errc

namespace norma::cli {

std::optional<std::size_t> parse_byte_size(std::string_view text) {
  std::size_t count = 0;
  const char* const end = text.data() + text.size();
  const auto [at, failure] = std::from_chars(text.data(), end, count);
  if (failure != std::errc() || count == 0) return std::nullopt;
  std::size_t factor = 1;
  for (const std::string_view unit : {"", "KiB", "MiB", "GiB"}) {
    if (std::string_view(at, static_cast<std::size_t>(end - at)) == unit) {
      const bool fits = count <= std::numeric_limits<std::size_t>::max() / factor;
      return fits ? std::optional(count * factor) : std::nullopt;
    }
    factor *= 1024;
  }
  return std::nullopt;
}

}  // namespace norma::cli

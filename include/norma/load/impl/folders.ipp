// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>    // std::filesystem::path
#include <system_error>  // std::error_code

#include <norma/core/paths.hpp>

namespace norma::load_detail {

/// The nearest folder around the file that is a pack's; without one, its own.
[[nodiscard]] inline std::filesystem::path pack_around(
    const std::filesystem::path& file) {
  std::error_code failure;
  const auto own = std::filesystem::absolute(file, failure).parent_path();
  for (auto folder = own; !failure; folder = folder.parent_path()) {
    std::error_code none;
    if (std::filesystem::is_regular_file(folder / "pack.yaml", none)) return folder;
    if (folder == folder.root_path() || folder.empty()) break;
  }
  return own;
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::mismatch
#include <filesystem>    // std::filesystem::path
#include <string>        // std::string
#include <system_error>  // std::error_code

// Where files lie, symbolic links counting as what they lead to.

namespace norma::load_detail {

/// True if the file, which need not be there, is in the folder or below it.
[[nodiscard]] inline bool lies_below(const std::filesystem::path& folder,
                                     const std::filesystem::path& file) {
  std::error_code failure;
  const auto top = std::filesystem::weakly_canonical(folder, failure);
  if (failure) return false;
  const auto where = std::filesystem::weakly_canonical(file, failure);
  if (failure) return false;
  return std::mismatch(top.begin(), top.end(), where.begin(), where.end()).first ==
         top.end();
}

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

/// How the name ends, in small letters: `.json` of `Unit.JSON`.
[[nodiscard]] inline std::string ending_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

}  // namespace norma::load_detail

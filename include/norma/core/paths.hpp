// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::mismatch
#include <filesystem>    // std::filesystem::path
#include <string>        // std::string
#include <system_error>  // std::error_code

namespace norma {

/// How the name of a file ends, in small letters.
///
///     norma::ending_of("County.CSV")  // ".csv"
[[nodiscard]] inline std::string ending_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

/// True if the file, which need not be there, is in the folder or below it, symbolic
/// links counting as what they lead to; false if that can not be told.
///
///     norma::lies_below("rules", "rules/cn-zj/pack.yaml")  // true
[[nodiscard]] inline bool lies_below(const std::filesystem::path& folder,
                                     const std::filesystem::path& file) {
  std::error_code failure;
  const auto top = std::filesystem::weakly_canonical(folder, failure);
  if (failure || top.empty()) return false;
  const auto where = std::filesystem::weakly_canonical(file, failure);
  if (failure) return false;
  return std::mismatch(top.begin(), top.end(), where.begin(), where.end()).first ==
         top.end();
}

}  // namespace norma

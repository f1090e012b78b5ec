// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <vector>      // std::vector

#include "command_line.hpp"
#include "console.hpp"
#include "packs.hpp"

namespace norma::cli {

/// True, and said (N0137), if the results would take the place of a file that is read;
/// `-` is the standard input.
[[nodiscard]] bool writes_over(const std::filesystem::path& read,
                               const command_line& command, console& to);
[[nodiscard]] bool writes_over(const std::vector<std::filesystem::path>& read,
                               const command_line& command, console& to);

/// The same of the files of the packs that were loaded; and, said by N0179, of what lies
/// or would lie in their folders `tests`, and of a new file that they would read.
[[nodiscard]] bool writes_over(const pack_store& packs, const command_line& command,
                               console& to);

}  // namespace norma::cli

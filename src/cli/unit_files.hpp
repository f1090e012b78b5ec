// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <optional>    // std::optional
#include <set>         // std::set
#include <string>      // std::string
#include <vector>      // std::vector

#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>

#include "command_line.hpp"
#include "console.hpp"

namespace norma::cli {

/// What lies in a folder of units, looks as if it told of some, and is not read.
struct passed_by {
  std::filesystem::path folder;
  std::vector<std::filesystem::path> names;
};

/// The files that units are read from.
struct unit_files {
  std::vector<std::filesystem::path> files;
  bool several = false;  ///< more than one, or such as may hold more
  std::vector<passed_by> others;
  int code = exit_pass;  ///< how to end if they can not be told, which was said
};

/// The files that `inputs` name: folders stand for the unit files in them.
[[nodiscard]] unit_files list_files(const std::vector<std::string>& inputs, console& to);

/// True of a folder with the head of a pack: a file of a unit may be called `pack.yaml`.
[[nodiscard]] bool is_pack(const std::filesystem::path& folder);

/// What is said of a file that is none of units, by its name and how it begins;
/// `read_here` are the forms that fit. Nothing of any other.
[[nodiscard]] std::optional<diagnostic> no_unit_file(const std::string& name,
                                                     const text& read_here);

/// Says what of the folder was passed by (N0157), unless it was read as the `members` of
/// units, or holds nothing else.
void tell_passed_by(const passed_by& others,
                    const std::set<std::filesystem::path>& members, console& to);

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>    // std::filesystem::path
#include <functional>    // std::function
#include <map>           // std::map
#include <optional>      // std::optional
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <vector>        // std::vector

#include <norma/load/load.hpp>
#include <norma/rule/pack.hpp>

#include "console.hpp"

namespace norma::cli {

/// True if the folder is a pack's.
[[nodiscard]] bool holds_pack(const std::filesystem::path& folder);

/// The nearest folder that holds a pack above a file or folder; "" if there is none.
[[nodiscard]] std::filesystem::path pack_around(const std::filesystem::path& inside);

/// The folder, if it is a pack's, else those of the packs below it, in order of
/// path, eight levels deep; hidden folders and those named `build` are passed
/// over. `unreadable` is told of a folder that can not be looked into.
[[nodiscard]] std::vector<std::filesystem::path> packs_in(
    const std::filesystem::path& folder,
    const std::function<void(const std::filesystem::path&, std::error_code)>& unreadable);

/// The packs to look in, and what for: a name without the pack's own.
struct search_places {
  std::vector<const pack*> packs;
  std::string name;
};

/// Finds and loads packs, each once, and says what is wrong with them.
///
/// A pack given by `--pack` is a folder or a name. A name is looked for in the
/// folders of NORMA_PACKS (separated by `:`), then among the built-in packs; a
/// name that a unit's file gives, beside that file first.
class pack_store {
 public:
  /// Nothing larger than `bounds` is read.
  pack_store(const limits& bounds, console& to);

  /// The pack, or null and `code()` tells how to end.
  [[nodiscard]] const pack* open(const std::string& folder_or_name);
  [[nodiscard]] const pack* open_beside(const std::string& name,
                                        const std::filesystem::path& file);
  [[nodiscard]] const pack* open_folder(const std::filesystem::path& folder);
  /// Where what is named `name` may stand: in the pack given (if not ""), in
  /// the one that `name` begins with (`cn-zj:enterprise.large_medium`), else in
  /// every pack that a name finds. No place where those wanted can not be
  /// opened, and `code()` tells how to end.
  [[nodiscard]] search_places places_for(const std::string& name,
                                         const std::string& given);
  [[nodiscard]] int code() const { return code_; }

  /// Folders of every pack that a name finds, in order of search, each name
  /// once.
  [[nodiscard]] std::vector<std::filesystem::path> folders() const;
  /// Their names, and the folder at hand if it is a pack, as a message lists them.
  [[nodiscard]] std::string names() const;
  /// What was read of the packs opened and of those they build on.
  [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  [[nodiscard]] const pack* not_found(const std::string& name);

  console& console_;
  load_options options_;
  std::map<std::filesystem::path, std::optional<pack>> loaded_;
  std::vector<std::filesystem::path> files_;
  int code_ = 0;
};

}  // namespace norma::cli

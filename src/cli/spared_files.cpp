// SPDX-License-Identifier: Apache-2.0
#include "spared_files.hpp"

#include <sys/stat.h>  // fstat, stat
#include <unistd.h>    // STDIN_FILENO, STDOUT_FILENO

#include <algorithm>     // std::any_of
#include <optional>      // std::optional
#include <system_error>  // std::error_code
#include <utility>       // std::pair

#include <norma/core/paths.hpp>

namespace norma::cli {

namespace fs = std::filesystem;

namespace {

using file_id = std::pair<dev_t, ino_t>;

/// Which file it is; nothing of a device, a pipe, or what is not there.
std::optional<file_id> id_of(int failed, const struct stat& about) {
  if (failed != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  return file_id{about.st_dev, about.st_ino};
}

std::optional<file_id> id_of(int descriptor) {
  struct stat about {};
  return id_of(::fstat(descriptor, &about), about);
}

std::optional<file_id> id_of(const fs::path& file) {
  struct stat about {};
  return id_of(::stat(file.c_str(), &about), about);
}

/// What the results take the place of, or go behind.
std::optional<file_id> target_of(const command_line& command) {
  return command.output.empty() ? id_of(STDOUT_FILENO) : id_of(fs::path(command.output));
}

/// True of what is below the folder's `tests`, where files of units may lie as well, and
/// of `.yaml` in the folder or its `schemes`, which the pack would read.
bool would_join(const fs::path& folder, const fs::path& file) {
  if (lies_below(folder / "tests", file)) return true;
  if (file.extension() != ".yaml") return false;
  std::error_code failure;
  const auto place = fs::weakly_canonical(fs::absolute(file, failure), failure);
  const auto holds = [&](const fs::path& each) {
    const auto own = fs::weakly_canonical(fs::absolute(each, failure), failure);
    return !failure && place.parent_path() == own;
  };
  return holds(folder) || holds(folder / "schemes");
}

}  // namespace

bool writes_over(const fs::path& read, const command_line& command, console& to) {
  const auto target = target_of(command);
  const bool from_stream = read == "-";
  if (!target || target != (from_stream ? id_of(STDIN_FILENO) : id_of(read)))
    return false;
  to.complain("N0137", {from_stream && !command.output.empty() ? command.output
                        : from_stream                          ? "stdin"
                                                               : read.string()});
  return true;
}

bool writes_over(const std::vector<fs::path>& read, const command_line& command,
                 console& to) {
  return std::any_of(read.begin(), read.end(), [&](const fs::path& each) {
    return writes_over(each, command, to);
  });
}

bool writes_over(const pack_store& packs, const command_line& command, console& to) {
  const auto& files = packs.files();
  for (const auto& file : files) {
    if (writes_over(file, command, to)) return true;
  }
  if (command.output.empty()) return false;
  for (const auto& file : files) {
    if (file.filename() != "pack.yaml") continue;
    if (!would_join(file.parent_path(), command.output)) continue;
    to.complain("N0179", {command.output});
    return true;
  }
  return false;
}

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::max
#include <cstddef>       // std::size_t
#include <cstdint>       // std::uintmax_t
#include <filesystem>    // std::filesystem::path
#include <optional>      // std::optional
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <utility>       // std::exchange, std::move
#include <vector>        // std::vector

#include <norma/core/message.hpp>
#include <norma/core/paths.hpp>
#include <norma/load/impl/fact_room.ipp>
#include <norma/load/impl/test_reader.ipp>

// The unit that a case begins with.

namespace norma::load_detail {

/// True if what lies outside the pack may be read as a unit: by name, whatever links
/// lead to.
[[nodiscard]] inline bool is_unit_file(bool absolute, const std::filesystem::path& path) {
  std::error_code failure;
  const auto ending = ending_of(std::filesystem::weakly_canonical(path, failure));
  return !failure && !absolute &&
         (ending == ".yaml" || ending == ".yml" || ending == ".json");
}

/// A pack may come from anybody: what stands in files outside it is not shown, not even
/// the name of a table of members.
inline void test_reader::tell_unquoted(const unit_result& read,
                                       const std::filesystem::path& path,
                                       const yaml_node& node) {
  const auto told = [&](const diagnostic& each) {
    const bool own = each.where.file->name() == shown_path(path);
    const auto line = each.where.file->position(each.where.begin).line;
    return std::vector<std::string>{
        node.text, each.code, std::to_string(line),
        text_argument(own ? text{} : text{"成员表的", " of a table of its members"})};
  };
  for (const diagnostic& each : read.diagnostics) {
    if (!each.where) {
      of_units_.push_back(each);
    } else if (each.level() != severity::error) {
      yaml_.report("N0170", told(each), node);
    }
  }
  if (read.unit) return;
  for (const diagnostic& each : read.diagnostics) {
    if (each.level() == severity::error && each.where)
      return yaml_.report("N0162", told(each), node);
  }
  yaml_.report("N0814", {node.text}, node);
}

/// The folder of a file, which is resolved once for all files in it.
inline const test_reader::given_folder& test_reader::folder_of(
    const std::filesystem::path& path) {
  const auto [known, added] = folders_.try_emplace(path.parent_path());
  given_folder& folder = known->second;
  if (added) {
    std::error_code failure;
    folder.resolved = std::filesystem::weakly_canonical(
        std::filesystem::absolute(path, failure).parent_path(), failure);
    if (failure) folder.resolved = known->first;
    folder.inside = lies_below(folder_, folder.resolved);
  }
  return folder;
}

/// One file however it is spelled. Links to folders count as what they lead to; one to a
/// file does not, whose name says how it is read, and whose folder what is beside it.
inline test_reader::given_file test_reader::file_of(const std::filesystem::path& path,
                                                    bool absolute) {
  return {folder_of(path).resolved / path.filename(), absolute};
}

/// Whether it lies in the pack's folder; a link as what it leads to.
inline bool test_reader::is_inside(const std::filesystem::path& path) {
  std::error_code failure;
  const auto name = path.filename();
  const bool named = !name.empty() && name != "." && name != "..";
  return named && !std::filesystem::is_symlink(path, failure) ? folder_of(path).inside
                                                              : lies_below(folder_, path);
}

/// False, and said once, if the tests of the pack are given more than they may be: then
/// none is given any more.
inline bool test_reader::take_given(std::uintmax_t bytes, const yaml_node& node) {
  if (full_) return false;
  if (bytes <= may_be_given_.left) {
    may_be_given_.left -= static_cast<std::size_t>(bytes);
    return true;
  }
  may_be_given_.left = 0;
  full_ = true;
  yaml_.report("N0187", {node.text, std::to_string(may_be_given_.most)}, node);
  return false;
}

/// Zero of what can not be read, or not by itself: it is told as that.
[[nodiscard]] inline std::uintmax_t bytes_to_read(const std::filesystem::path& path,
                                                  const limits& bounds) {
  std::error_code failure;
  const std::uintmax_t size = std::filesystem::file_size(path, failure);
  return failure || size > bounds.file_bytes ? 0 : size;
}

/// Facts in memory as bytes of files: one unit may have all that there is of both.
[[nodiscard]] inline std::uintmax_t as_file_bytes(std::size_t fact_bytes,
                                                  const limits& bounds) {
  const std::size_t files = std::max<std::size_t>(given_bytes(bounds), 1);
  // Rounded up: the facts of one unit that has all its memory are as much as all files.
  const std::size_t most = most_fact_bytes(bounds);
  const std::size_t ratio = most / files + (most % files == 0 ? 0 : 1);
  return fact_bytes / ratio;
}

/// What a unit takes beyond the bytes of its own file: those of the tables of its
/// members, or its facts, where they are large.
[[nodiscard]] inline std::uintmax_t more_bytes(const unit_result& read,
                                               std::uintmax_t own, const limits& bounds) {
  std::uintmax_t files = own;
  for (const auto& members : read.member_files) files += bytes_to_read(members, bounds);
  return std::max(files, as_file_bytes(read.fact_bytes, bounds)) - own;
}

inline test_reader::given_unit_file test_reader::read_given(
    const std::filesystem::path& path, bool absolute, const yaml_node& node) {
  const bool inside = is_inside(path);
  if (!inside && !is_unit_file(absolute, path)) {
    yaml_.report("N0161", {node.text}, node);
    return {};
  }
  const std::uintmax_t size = bytes_to_read(path, bounds_);
  if (!take_given(size, node)) return {};
  unit_result read = try_read_unit(path, pack_, bounds_);
  if (!take_given(more_bytes(read, size, bounds_), node)) return {};
  // What can not be opened has one finding, and no other place than where it is named.
  if (!read.unit && read.diagnostics.size() == 1 && !read.diagnostics[0].where) {
    diagnostic& unopened = read.diagnostics[0];
    yaml_.report(std::move(unopened.code), std::move(unopened.arguments), node);
    return {};
  }
  if (inside) {
    of_units_.insert(of_units_.end(), read.diagnostics.begin(), read.diagnostics.end());
  } else {
    tell_unquoted(read, path, node);
    if (!read.unit) return {};
  }
  if (!read.unit) {
    yaml_.report("N0814", {node.text}, node);
  } else if (read.unit->kind != words_->unit) {
    yaml_.report("N0815", {read.unit->kind, words_->unit, result_.target}, node);
  } else if (standard_ != nullptr && !standard_->is_for(*read.unit)) {
    yaml_.report("N0815", {read.unit->area_kind, standard_->area_kind, result_.target},
                 node);
  } else {
    return {std::move(read.unit), read.fact_bytes};
  }
  return {};
}

inline std::optional<norma::unit> test_reader::given_unit(const yaml_node* node,
                                                          const yaml_node& of_case) {
  if (node == nullptr) {
    if (table_ == nullptr) {
      yaml_.report("N0817", {},
                   of_case.entries.empty() ? of_case : of_case.entries[0].key);
      return std::nullopt;
    }
    norma::unit empty;
    empty.kind = words_->unit;
    return empty;
  }
  const auto [known, added] = given_.try_emplace(node, nullptr);
  if (added) {
    const std::optional<std::string> name = yaml_.scalar(node);
    if (!name) return std::nullopt;
    const std::filesystem::path written(std::u8string(name->begin(), name->end()));
    const auto path = (where_.parent_path() / written).lexically_normal();
    const auto [unit, unread] = units_.try_emplace(file_of(path, written.is_absolute()));
    if (unread) unit->second = read_given(path, written.is_absolute(), *node);
    known->second = &unit->second;
  }
  given_unit_file* const file = known->second;
  if (file == nullptr || !file->unit) return std::nullopt;
  // Each case has facts of its own; those of the first were counted with the file.
  const bool again = std::exchange(file->is_given, true);
  if (again && !take_given(as_file_bytes(file->fact_bytes, bounds_), *node))
    return std::nullopt;
  return file->unit;
}

}  // namespace norma::load_detail

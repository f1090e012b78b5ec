// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/core/paths.hpp>
#include <norma/load/impl/unit_cells.ipp>

// Members of a list in a CSV file beside the unit's.

namespace norma::load_detail {

/// The file that `written` names beside `file`, or below its folder; nothing
/// else is opened. Symbolic links count as what they lead to.
[[nodiscard]] inline std::filesystem::path file_below(const source_ptr& file,
                                                      const std::string& written) {
  const auto path_of = [](const std::string& name) {
    return std::filesystem::path(std::u8string(name.begin(), name.end()));
  };
  const std::filesystem::path named = path_of(written);
  std::filesystem::path folder = path_of(file->name()).parent_path();
  if (folder.empty()) folder = ".";
  if (named.empty() || named.is_absolute()) return {};
  return lies_below(folder, folder / named) ? folder / named : std::filesystem::path{};
}

/// Reads `{file: members.csv}` of the unit file `file`, and adds its path to `files`.
[[nodiscard]] inline std::vector<norma::unit> read_member_file(
    const tape_node& node, const vocabulary& words, const source_ptr& file,
    const pack_content& pack, const limits& bounds, finding_list& findings,
    fact_room& room, std::vector<std::filesystem::path>& files) {
  if (!node.scalar()) {
    findings.add(wrong_kind("R0113", node));
    return {};
  }
  const std::string written(node.text());
  const auto where = file_below(file, written);
  if (where.empty()) {
    findings.add("N0635", {written}, node.span());
    return {};
  }
  files.push_back(where);
  std::vector<diagnostic> unread;
  source_ptr table = read_source(where, bounds, unread);
  for (diagnostic& each : unread) {
    if (!each.where) each.where = node.span();
    findings.add(std::move(each));
  }
  if (!table) return {};
  return unit_table(pack, words.unit, bounds, std::move(table))
      .read_members(findings, room);
}

}  // namespace norma::load_detail

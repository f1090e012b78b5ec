// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>   // std::filesystem
#include <map>          // std::map
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/load/impl/lost_names.ipp>
#include <norma/load/impl/yaml_reader.hpp>
#include <norma/rule/content.hpp>

// The files of a pack, read and told apart; what they say is told by build_pack.ipp.

namespace norma::load_detail {

namespace fs = std::filesystem;

/// A file of a pack with its tree.
struct rule_file {
  std::string name;  ///< relative to the pack's folder
  source_ptr file;
  yaml_node root;
};

/// The files of one pack.
struct pack_source {
  fs::path folder;  ///< as it was asked for: so messages name files
  fs::path place;   ///< the same without links and `..`
  pack_identity identity;
  text title;
  std::optional<rule_file> head, facts, parameters;
  std::vector<rule_file> tables, standards, schemes;  ///< in order of file names
  std::map<std::string, source_ptr> rows;             ///< CSV files by name
  std::vector<const pack_source*> uses;
  const pack_source* extends = nullptr;  ///< the upper pack, as a layer
  unsigned lost = 0;  ///< `lost_names` of its files and of the packs it builds on

  /// Calls `use` with each of its YAML files.
  template <class Use>
  void each_file(const Use& use) const {
    for (const auto* file : {&head, &facts, &parameters}) {
      if (*file) use(**file);
    }
    for (const auto* files : {&tables, &standards, &schemes}) {
      for (const rule_file& file : *files) use(file);
    }
  }
};

/// True if `wanted` (`2017.1`) is `version` or its first numbers.
[[nodiscard]] inline bool version_fits(std::string_view version,
                                       std::string_view wanted) {
  if (version.substr(0, wanted.size()) != wanted) return false;
  return version.size() == wanted.size() || version[wanted.size()] == '.';
}

/// Dotted numbers: `2017.1.0`.
[[nodiscard]] inline bool is_version(std::string_view s) {
  bool digit = false;
  for (const char c : s) {
    if (c == '.' ? !digit : (c < '0' || c > '9')) return false;
    digit = c != '.';
  }
  return digit && s.size() <= 64;
}

/// Ids of packs, documents, decisions, standards and tables: letters and
/// digits of ASCII, `_`, `-`, and `.` inside.
[[nodiscard]] inline bool is_id(std::string_view s) {
  if (s.empty() || s.size() > 100 || s.front() == '.' || s.back() == '.') return false;
  return s.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
         std::string_view::npos;
}

}  // namespace norma::load_detail

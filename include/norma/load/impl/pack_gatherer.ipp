// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::find, std::min, std::sort
#include <filesystem>    // std::filesystem
#include <map>           // std::map
#include <memory>        // std::unique_ptr
#include <optional>      // std::optional
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <utility>       // std::move
#include <vector>        // std::vector

#include <norma/core/message.hpp>
#include <norma/core/sha256.hpp>
#include <norma/load/impl/findings.ipp>
#include <norma/core/paths.hpp>
#include <norma/load/impl/pack_source.ipp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/impl/standard_shapes.ipp>
#include <norma/load/impl/yaml_document.hpp>
#include <norma/load/impl/yaml_reader.hpp>
#include <norma/load/load.hpp>

// The first step of loading: the files of a pack and of those it builds on are
// gathered.

namespace norma::load_detail {

/// The first folder that holds a pack of this name.
[[nodiscard]] inline fs::path folder_of_pack(const std::string& name,
                                             const std::vector<fs::path>& search,
                                             const fs::path& builtin) {
  const auto holds_pack = [](const fs::path& folder) {
    std::error_code failure;
    return fs::is_regular_file(folder / "pack.yaml", failure);
  };
  for (const fs::path& place : search) {
    if (holds_pack(place / name)) return place / name;
  }
  return !builtin.empty() && holds_pack(builtin / name) ? builtin / name : fs::path();
}

class pack_gatherer {
 public:
  pack_gatherer(const load_options& options, std::vector<diagnostic>& findings)
      : options_(options),
        bounds_(options.bounds),
        findings_(findings),
        left_(bounds_.pack_bytes) {
    bounds_.file_bytes = std::min(bounds_.file_bytes, bounds_.rule_file_bytes);
  }

  /// Reads the pack in `folder` and those it builds on; null if there is no
  /// pack to speak of. Findings are added.
  const pack_source* gather(const fs::path& folder);

  /// All packs read, each after those it builds on.
  [[nodiscard]] const std::vector<std::unique_ptr<pack_source>>& packs() const {
    return packs_;
  }
  /// The files that were read.
  [[nodiscard]] const std::vector<fs::path>& files() const { return files_; }

 private:
  static constexpr std::size_t most_levels = 16;
  static constexpr std::size_t most_packs = 100;
  static constexpr std::size_t most_files = 2000;

  [[nodiscard]] source_ptr read_text(const fs::path& where);
  [[nodiscard]] std::optional<rule_file> read(const fs::path& folder, std::string name);
  [[nodiscard]] std::optional<std::vector<std::string>> yaml_files(
      const fs::path& folder);
  void read_schemes(pack_source& pack);
  void read_head(pack_source& pack);
  [[nodiscard]] const pack_source* read_base(const pack_source& pack,
                                             const yaml_node& base);
  void sort_file(pack_source& pack, rule_file file);
  void read_rows(pack_source& pack, const rule_file& table);
  void compute_hash(pack_source& pack);

  const load_options& options_;
  limits bounds_;
  std::vector<diagnostic>& findings_;
  std::vector<std::unique_ptr<pack_source>> packs_;
  std::vector<fs::path> open_;  ///< folders of the packs being read
  std::vector<fs::path> files_;
  std::size_t left_;   ///< bytes that may still be read
  bool full_ = false;  ///< and a file was larger
};

/// A file of the packs, read as it stands; none after the first that is too much.
inline source_ptr pack_gatherer::read_text(const fs::path& where) {
  if (full_) return nullptr;
  files_.push_back(where);
  auto file = read_source(where, bounds_, findings_);
  if (!file) return nullptr;
  full_ = file->content().size() > left_;
  if (full_) {
    findings_.push_back(
        {"N0575", {shown_path(where), std::to_string(bounds_.pack_bytes)}, {}, {}});
    return nullptr;
  }
  left_ -= file->content().size();
  return file;
}

/// What follows on `norma: 1` in the file of this name, as messages show it.
[[nodiscard]] inline std::string_view key_that_tells(std::string_view name) {
  if (name == "pack.yaml") return "pack: …";
  if (name == "facts.yaml") return "facts: …";
  if (name == "parameters.yaml") return "parameters: …";
  return name.starts_with("schemes/") ? "scheme: …"
                                      : "standard: …` / `scheme: …` / `table: …";
}

inline std::optional<rule_file> pack_gatherer::read(const fs::path& folder,
                                                    std::string name) {
  rule_file result;
  result.file = read_text(folder / name);
  if (!result.file) return std::nullopt;
  auto root = parse_yaml(result.file, bounds_, findings_);
  if (!root) return std::nullopt;
  result.root = *std::move(root);
  result.name = std::move(name);
  const yaml_reader in(result.file, findings_);
  if (!in.expect_format(result.root, key_that_tells(result.name))) return std::nullopt;
  return result;
}

/// True for endings that stand for YAML elsewhere: `.yml`, `.YAML`.
[[nodiscard]] inline bool ends_nearly_in_yaml(const fs::path& file) {
  const std::string ending = ending_of(file);
  return ending == ".yml" || ending == ".yaml";
}

/// The names of the YAML files in `folder`, sorted; nothing, and a finding, if
/// they can not all be told.
inline std::optional<std::vector<std::string>> pack_gatherer::yaml_files(
    const fs::path& folder) {
  std::vector<std::string> names, unread;
  std::error_code failure;
  fs::directory_iterator entry(folder, failure);
  for (; !failure && entry != fs::directory_iterator(); entry.increment(failure)) {
    const fs::path& file = entry->path();
    if (file.extension() == ".yaml") {
      names.push_back(shown_path(file.filename()));
    } else if (ends_nearly_in_yaml(file)) {
      unread.push_back(shown_path(file));
    }
    if (names.size() <= most_files) continue;
    findings_.push_back(
        {"N0564", {shown_path(folder), std::to_string(most_files)}, {}, {}});
    return std::nullopt;
  }
  if (failure) {
    findings_.push_back({"N0101", {shown_path(folder), failure_words(failure)}, {}, {}});
    return std::nullopt;
  }
  std::sort(names.begin(), names.end());
  std::sort(unread.begin(), unread.end());
  for (std::string& name : unread) {
    add_finding(findings_, {"N0565", {std::move(name)}, {}, {}});
  }
  return names;
}

inline const pack_source* pack_gatherer::gather(const fs::path& folder) {
  std::error_code failure;
  fs::path place = fs::weakly_canonical(folder, failure);
  if (failure) place = folder;
  for (const auto& known : packs_) {
    if (known->place == place) return known.get();
  }
  auto names = yaml_files(folder);
  if (!names) return nullptr;
  if (std::find(names->begin(), names->end(), "pack.yaml") == names->end()) {
    findings_.push_back({"N0544", {shown_path(folder)}, {}, {}});
    return nullptr;
  }

  auto pack = std::make_unique<pack_source>();
  pack->folder = folder;
  pack->place = place;
  open_.push_back(place);
  for (std::string& name : *names) {
    auto file = read(folder, name);
    pack->lost |= names_lost(name, file ? &file->root : nullptr);
    if (file) sort_file(*pack, *std::move(file));
  }
  read_schemes(*pack);
  if (pack->head) read_head(*pack);
  compute_hash(*pack);
  open_.pop_back();
  packs_.push_back(std::move(pack));
  return packs_.back().get();
}

inline void pack_gatherer::read_schemes(pack_source& pack) {
  const fs::path folder = pack.folder / "schemes";
  std::error_code none;
  if (!fs::exists(fs::symlink_status(folder, none))) return;
  for (const std::string& name :
       yaml_files(folder).value_or(std::vector<std::string>())) {
    auto file = read(pack.folder, "schemes/" + name);
    if (file) sort_file(pack, *std::move(file));
  }
}

inline void pack_gatherer::sort_file(pack_source& pack, rule_file file) {
  if (file.name == "pack.yaml") {
    pack.head = std::move(file);
  } else if (file.name == "facts.yaml") {
    pack.facts = std::move(file);
  } else if (file.name == "parameters.yaml") {
    pack.parameters = std::move(file);
  } else if (file.root.find("scheme") != nullptr) {
    pack.schemes.push_back(std::move(file));
  } else if (file.root.find("standard") != nullptr) {
    pack.standards.push_back(std::move(file));
  } else if (file.root.find("table") != nullptr) {
    read_rows(pack, file);
    pack.tables.push_back(std::move(file));
  } else if (!file.root.cut) {
    const yaml_node& shown = file.root.entries[0].key;
    const bool of_unit =
        file.root.find("unit") != nullptr && file.root.find("facts") != nullptr;
    yaml_reader(file.file, findings_).report(of_unit ? "N0236" : "N0545", {}, shown);
  }
}

inline void pack_gatherer::read_rows(pack_source& pack, const rule_file& table) {
  const yaml_node* rows = table.root.find("rows");
  if (rows == nullptr || rows->kind != yaml_kind::mapping) return;
  const yaml_reader in(table.file, findings_);
  in.only_keys(*rows, shapes::row_file.names());
  const yaml_node* name = in.require_key(*rows, "file");
  const auto written = in.scalar(name);
  if (!written) return;
  // Nothing outside the pack's folder is read.
  if (!is_id(*written)) {
    in.report("N0547", {*written}, *name);
    return;
  }
  // Tables may share their rows, which are read once.
  if (pack.rows.contains(*written)) return;
  const std::size_t before = findings_.size();
  source_ptr file = read_text(pack.folder / *written);
  for (std::size_t i = before; i < findings_.size(); ++i) {
    if (!findings_[i].where) findings_[i].where = in.span(*name);
  }
  if (file) pack.rows.emplace(*written, std::move(file));
}

inline void pack_gatherer::compute_hash(pack_source& pack) {
  std::map<std::string, source_ptr> files = pack.rows;
  pack.each_file([&](const rule_file& file) { files.emplace(file.name, file.file); });
  sha256 hash;
  for (const auto& [name, file] : files) {
    // Names and sizes keep bytes from moving from one file to the next unseen.
    hash.update(name + '\n' + std::to_string(file->content().size()) + '\n');
    hash.update(file->content());
  }
  pack.identity.hash = hash.finish();
}

}  // namespace norma::load_detail

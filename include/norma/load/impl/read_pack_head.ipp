// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>     // std::find
#include <cstddef>       // std::ptrdiff_t
#include <string>        // std::string
#include <system_error>  // std::error_code
#include <vector>        // std::vector

#include <norma/load/impl/pack_gatherer.ipp>

// pack.yaml: who the pack is, and the packs that it builds on.

namespace norma::load_detail {

inline void pack_gatherer::read_head(pack_source& pack) {
  const rule_file& head = *pack.head;
  const yaml_reader in(head.file, findings_);
  in.only_keys(head.root, shapes::pack.names());
  if (const auto id = in.scalar(in.require_key(head.root, "pack"))) {
    if (is_id(*id)) {
      pack.identity.id = *id;
    } else {
      in.report("N0504", {*id}, *head.root.find("pack"));
    }
  }
  if (const auto version = in.scalar(in.require_key(head.root, "version"))) {
    if (is_version(*version)) {
      pack.identity.version = *version;
    } else {
      in.report("N0546", {*version}, *head.root.find("version"));
    }
  }
  if (auto title = in.read_text(in.require_key(head.root, "title"))) pack.title = *title;
  if (const yaml_node* upper = head.root.find("extends")) {
    pack.extends = read_base(pack, *upper);
    pack.lost |= pack.extends == nullptr ? lost_all : pack.extends->lost;
  }
  const yaml_node* uses = head.root.find("uses");
  if (!in.expect_sequence(uses)) {
    pack.lost |= uses == nullptr ? 0U : lost_all;
    return;
  }
  for (const yaml_node& use : uses->items) {
    // That of what is not found is looked for, too.
    if (&use - uses->items.data() >= static_cast<std::ptrdiff_t>(most_packs)) {
      in.report("N0548", {std::to_string(most_packs)}, use);
      pack.lost = lost_all;
      return;
    }
    const pack_source* found = read_base(pack, use);
    pack.lost |= found == nullptr ? lost_all : found->lost;
    if (found != nullptr) pack.uses.push_back(found);
  }
}

/// The pack of `{pack, version}`, read with those it builds on; null if there
/// is none or it builds on the one that names it.
inline const pack_source* pack_gatherer::read_base(const pack_source& pack,
                                                   const yaml_node& base) {
  const yaml_reader in(pack.head->file, findings_);
  if (!in.expect_mapping(&base)) return nullptr;
  in.only_keys(base, shapes::base.names());
  const yaml_node* named = in.require_key(base, "pack");
  const auto id = in.scalar(named);
  const auto version = in.scalar(in.require_key(base, "version"));
  if (!id || !version) return nullptr;
  if (!is_id(*id)) {
    in.report("N0504", {*id}, *named);
    return nullptr;
  }
  if (!is_version(*version)) {
    in.report("N0546", {*version}, *base.find("version"));
    return nullptr;
  }
  std::vector<fs::path> search = options_.search;
  // Beside the pack as it was named, and as it lies on the disk.
  const fs::path named_folder = (pack.folder / "").parent_path().lexically_normal();
  if (named_folder.has_parent_path() && named_folder.filename() != "..") {
    search.insert(search.begin(), named_folder.parent_path());
  }
  search.insert(search.begin() + (search.size() > options_.search.size() ? 1 : 0),
                pack.place.parent_path());
  const fs::path folder = folder_of_pack(*id, search, options_.builtin);
  if (folder.empty()) {
    in.report("N0541", {*id}, *named);
    return nullptr;
  }
  std::error_code failure;
  const fs::path place = fs::weakly_canonical(folder, failure);
  if (std::find(open_.begin(), open_.end(), place) != open_.end()) {
    in.report("N0543", {*id}, *named);
    return nullptr;
  }
  if (open_.size() >= most_levels) {
    in.report("N0576", {std::to_string(most_levels)}, *named);
    return nullptr;
  }
  if (packs_.size() + open_.size() >= most_packs) {
    in.report("N0548", {std::to_string(most_packs)}, *named);
    return nullptr;
  }
  const pack_source* found = gather(folder);
  if (found == nullptr || found->identity.id.empty()) return nullptr;
  if (found->identity.id != *id) {
    in.report("N0566", {*id, shown_path(folder), found->identity.id}, *named);
    return nullptr;
  }
  const std::string& has = found->identity.version;
  if (!has.empty() && !version_fits(has, *version)) {
    in.report("N0542", {*id, *version, has}, *base.find("version"));
  }
  return found;
}

}  // namespace norma::load_detail

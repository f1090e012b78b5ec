// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find
#include <array>        // std::array
#include <cstddef>      // std::size_t
#include <functional>   // std::less
#include <map>          // std::map
#include <memory>       // std::make_shared
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/load/impl/draft_words.ipp>

// Standards of this pack and of those above it, by the names that files use.

namespace norma::load_detail {

/// `area park`: the units that a standard is for.
[[nodiscard]] inline std::string kind_of(const standard_definition& s) {
  return s.area_kind.empty() ? s.unit : s.unit + ' ' + s.area_kind;
}

class standard_finder {
 public:
  explicit standard_finder(pack_draft& draft) : draft_(draft) {}

  [[nodiscard]] std::string key_of(std::string_view written,
                                   const pack_source& from) const;
  /// Null where there is none.
  [[nodiscard]] standard_definition* find(std::string_view key) const;
  [[nodiscard]] standard_definition* find(std::string_view key,
                                          const pack_source& from) const;
  void report_none(std::string_view key, const source_span& where) const;
  /// Where the pack's standards are kept.
  [[nodiscard]] std::vector<standard_definition>& standards_of(
      const pack_source& pack) const;
  void name_standards();

 private:
  /// The files of standards by pack and id, as their heads say.
  using files_by_id =
      std::map<std::pair<const pack_source*, std::string>, const rule_file*>;
  [[nodiscard]] static std::string unit_in_head(const rule_file& file,
                                                const pack_source& pack,
                                                const files_by_id& files);

  pack_draft& draft_;
  /// Those found so far, in each of the lists that they are kept in.
  struct place {
    std::size_t list = 0;
    std::size_t at = 0;
  };
  mutable std::map<std::string, place, std::less<>> places_;
  mutable std::array<std::size_t, 3> found_{};  ///< how many of each list
};

/// How this pack finds the standard that a file of `from` calls `written`:
/// `enterprise`, or `cn:enterprise` for one of an upper pack.
inline std::string standard_finder::key_of(std::string_view written,
                                           const pack_source& from) const {
  const std::size_t colon = written.find(':');
  const std::string_view pack = colon == std::string_view::npos
                                    ? std::string_view(from.identity.id)
                                    : written.substr(0, colon);
  const std::string_view id =
      colon == std::string_view::npos ? written : written.substr(colon + 1);
  if (pack == draft_.layers.front()->identity.id) return std::string(id);
  return std::string(pack) + ':' + std::string(id);
}

/// The text of a key at the head of a file; empty where there is none.
[[nodiscard]] inline std::string head_text(const yaml_node& root, std::string_view key) {
  const yaml_node* node = root.find(key);
  return node != nullptr && node->kind == yaml_kind::scalar ? node->text : std::string();
}

/// The kind of units that a standard of `pack` is for, as the heads of files say:
/// a copy's is that of the standard that it copies, which stands in a pack above.
inline std::string standard_finder::unit_in_head(const rule_file& file,
                                                 const pack_source& pack,
                                                 const files_by_id& files) {
  const std::string copied = head_text(file.root, "copy");
  const std::size_t colon = copied.find(':');
  if (colon == std::string::npos) return head_text(file.root, "unit");
  for (const pack_source* at = pack.extends; at != nullptr; at = at->extends) {
    if (copied.compare(0, colon, at->identity.id) != 0) continue;
    const auto upper = files.find({at, copied.substr(colon + 1)});
    if (upper != files.end()) return unit_in_head(*upper->second, *at, files);
  }
  return {};
}

/// The standards that the expressions of each pack's files may name: its own by
/// their ids, those of the packs above it by `<pack>:<id>`. Only heads are read.
inline void standard_finder::name_standards() {
  files_by_id files;
  std::map<const rule_file*, std::string> units;
  for (const auto& pack : draft_.packs) {
    for (const rule_file& file : pack->standards) {
      files.emplace(std::pair{pack.get(), head_text(file.root, "standard")}, &file);
      units.emplace(&file, unit_in_head(file, *pack, files));  // those above stand before
    }
  }
  constexpr std::size_t each_name = 2 * sizeof(expr::standard_scope::value_type);
  for (const auto& each : draft_.packs) {
    const pack_source& pack = *each;
    auto seen = std::make_shared<expr::standard_scope>();
    for (const pack_source* at = &pack; at != nullptr; at = at->extends) {
      for (const rule_file& file : at->standards) {
        const std::string id = head_text(file.root, "standard");
        draft_.hold(each_name + 4 * id.size(), {file.file, 0, 0});
        const expr::named_standard named{key_of(id, *at), units.at(&file)};
        seen->insert_or_assign(at->identity.id + ':' + id, named);
        if (at == &pack) seen->insert_or_assign(id, named);
      }
    }
    const auto add = [&](const rule_file& file) {
      draft_.scopes[file.file.get()] = seen;
    };
    if (pack.facts) add(*pack.facts);
    for (const rule_file& file : pack.standards) add(file);
    for (const rule_file& file : pack.schemes) add(file);
  }
}

inline std::vector<standard_definition>& standard_finder::standards_of(
    const pack_source& pack) const {
  if (&pack == draft_.layers.front()) return draft_.content.standards;
  const bool upper =
      std::find(draft_.layers.begin(), draft_.layers.end(), &pack) != draft_.layers.end();
  return upper ? draft_.content.upper_standards : draft_.content.used_standards;
}

inline standard_definition* standard_finder::find(std::string_view key) const {
  const std::array all{&draft_.content.standards, &draft_.content.upper_standards,
                       &draft_.content.used_standards};
  for (std::size_t list = 0; list < all.size(); ++list) {
    for (std::size_t& at = found_[list]; at < all[list]->size(); ++at) {
      // Of two by one name, which has a finding, the pack's own and the first is meant.
      const auto [known, is_new] =
          places_.try_emplace((*all[list])[at].id, place{list, at});
      if (!is_new && list < known->second.list) known->second = {list, at};
    }
  }
  const auto found = places_.find(key);
  if (found == places_.end()) return nullptr;
  return &(*all[found->second.list])[found->second.at];
}

/// That of `key` which a standard of `from` can name: of its own pack or of one
/// above it.
inline standard_definition* standard_finder::find(std::string_view key,
                                                  const pack_source& from) const {
  standard_definition* found = find(key);
  if (found == nullptr) return nullptr;
  for (const pack_source* at = &from; at != nullptr; at = at->extends) {
    if (at->identity.id == found->pack) return found;
  }
  return nullptr;
}

inline void standard_finder::report_none(std::string_view key,
                                         const source_span& where) const {
  if (draft_.may_be_lost(where.file, lost_standards)) return;
  // A pack that is only used gives words, no standards.
  const std::size_t colon = key.find(':');
  const pack_source* of =
      colon == std::string_view::npos ? nullptr : draft_.pack_named(key.substr(0, colon));
  const bool above =
      std::find(draft_.layers.begin(), draft_.layers.end(), of) != draft_.layers.end();
  if (of != nullptr && !above) {
    draft_.add(
        {"N0572", {std::string(key), of->identity.id, of->identity.version}, where, {}});
    return;
  }
  std::vector<std::string> known;
  for (const auto* all : {&draft_.content.standards, &draft_.content.upper_standards}) {
    if (draft_.findings.size() >= most_hints) break;
    for (const standard_definition& s : *all) known.push_back(s.id);
  }
  draft_.add({"N0502",
              {draft_.layers.front()->identity.id, std::string(key),
               near_word(draft_.findings, key, known)},
              where,
              {}});
}

}  // namespace norma::load_detail

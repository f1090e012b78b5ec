// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find
#include <memory>       // std::make_shared
#include <string>       // std::string
#include <string_view>  // std::string_view
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
  pack_draft& draft_;
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
[[nodiscard]] inline std::string unit_in_head(const rule_file& file,
                                              const pack_source& pack) {
  const std::string copied = head_text(file.root, "copy");
  const std::size_t colon = copied.find(':');
  if (colon == std::string::npos) return head_text(file.root, "unit");
  for (const pack_source* at = pack.extends; at != nullptr; at = at->extends) {
    if (copied.compare(0, colon, at->identity.id) != 0) continue;
    for (const rule_file& upper : at->standards) {
      if (head_text(upper.root, "standard") == copied.substr(colon + 1))
        return unit_in_head(upper, *at);
    }
  }
  return {};
}

/// The standards that the expressions of each pack's files may name: its own by
/// their ids, those of the packs above it by `<pack>:<id>`. Only heads are read.
inline void standard_finder::name_standards() {
  for (const auto& each : draft_.packs) {
    const pack_source& pack = *each;
    auto seen = std::make_shared<expr::standard_scope>();
    for (const pack_source* at = &pack; at != nullptr; at = at->extends) {
      for (const rule_file& file : at->standards) {
        const std::string id = head_text(file.root, "standard");
        const expr::named_standard named{key_of(id, *at), unit_in_head(file, *at)};
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
  for (auto* all : {&draft_.content.standards, &draft_.content.upper_standards,
                    &draft_.content.used_standards}) {
    for (standard_definition& s : *all) {
      if (s.id == key) return &s;
    }
  }
  return nullptr;
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
    for (const standard_definition& s : *all) known.push_back(s.id);
  }
  draft_.add({"N0502",
              {draft_.layers.front()->identity.id, std::string(key),
               near_word(draft_.findings, key, known)},
              where,
              {}});
}

}  // namespace norma::load_detail

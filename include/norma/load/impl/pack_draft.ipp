// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::max, std::min
#include <cstddef>      // std::size_t
#include <functional>   // std::less
#include <limits>       // std::numeric_limits
#include <map>          // std::map
#include <memory>       // std::unique_ptr
#include <optional>     // std::optional
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/expr/check.hpp>
#include <norma/load/impl/findings.ipp>
#include <norma/load/impl/pack_source.ipp>
#include <norma/load/impl/standard_shapes.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/table.hpp>

// What the steps of building a pack share: the files that were gathered, what is
// found in them, and what of the pack is made so far. Words that any file uses
// (ids, citations, conditions) are read here; what stands in one kind of file by
// the reader of its name.

namespace norma::load_detail {

/// Bounds of a pack: copies of words stand in each kind of unit.
inline constexpr std::size_t most_unit_kinds = 32;
inline constexpr std::size_t most_words = 5000;
inline constexpr std::size_t most_fields = 100;

/// Thrown where a pack holds too much, when the finding is there.
struct load_stopped {};

class pack_draft {
 public:
  /// `gathered`: the pack that is built comes last, after all that it builds on.
  pack_draft(const std::vector<std::unique_ptr<pack_source>>& gathered,
             const limits& within, std::vector<diagnostic>& found);

  const std::vector<std::unique_ptr<pack_source>>& packs;
  const limits& bounds;
  std::vector<diagnostic>& findings;
  std::vector<const pack_source*> layers;  ///< this pack, its upper pack, that one's …
  pack_content content;
  /// More was declared than can be held: unknown names are not objected to.
  bool names_missing = false;
  /// Names whose declarations have a finding and count for nothing, or not for all that
  /// was meant: nor are these objected to where they are used.
  std::set<std::string, std::less<>> doubted;
  /// All tables together: a pack may hold very many.
  mutable std::size_t tests_to_try = 5'000'000;
  bool reading_cut = false;  ///< the file being read was not read to its end
  std::map<std::string, source_span> places;  ///< `category size` → first place
  /// By unit kind and pack, where they differ from this pack's.
  std::map<std::pair<std::string, std::string>, expr::scope> other_names;
  /// What `complies` may name in each file.
  std::map<const source_file*, std::shared_ptr<const expr::standard_scope>> scopes;

  void add(diagnostic found) const { add_finding(findings, std::move(found)); }
  /// Of a thing that stands twice: both places.
  void add_second(std::string code, const std::string& name, const source_span& where,
                  const source_span& first) const {
    add({std::move(code), {name}, where, {{"R0101", {}, first}}});
  }
  /// Counts what the pack holds: more than its files say, since clauses, labels and
  /// whole standards are taken over, and a condition of a few letters is a tree. Where
  /// there is no room N0575 is found at `where`, and nothing more is read.
  void hold(std::size_t bytes, const source_span& where) const {
    if (bytes <= room_) {
      room_ -= bytes;
      return;
    }
    const std::string file = where.file ? where.file->name() : std::string();
    add({"N0575", {file, std::to_string(most_held(bounds))}, where, {}});
    throw load_stopped{};
  }
  [[nodiscard]] yaml_reader reader(const rule_file& file) const {
    return {file.file, findings};
  }
  [[nodiscard]] const pack_source* pack_named(std::string_view id) const;
  /// The names that rules and facts of a pack use: an upper pack does not see
  /// what a lower one overrides.
  [[nodiscard]] const expr::scope& names_for(const vocabulary& words,
                                             const std::string& pack) const;

  // draft_words.ipp
  /// True if one of these `lost_names` may explain a finding about the file.
  [[nodiscard]] bool may_be_lost(const source_ptr& file, unsigned names) const;
  /// Objects to a word that is not among `known`: the keys of a map, a list. `meant`: by
  /// another of its names, if that is known.
  template <class Known>
  void unknown(const yaml_reader& in, const yaml_node& node, std::string_view what,
               std::string_view name, const Known& known, std::string meant = {}) const;
  /// True for a name of a fact, a record, a part …, of which a mapping is the value; else
  /// a finding.
  [[nodiscard]] bool declares(const yaml_reader& in, const yaml_entry& entry);
  [[nodiscard]] citation read_citation(const yaml_reader& in, const yaml_node* node,
                                       const citation& outer) const;
  [[nodiscard]] std::vector<std::string> read_decision(const yaml_reader& in,
                                                       const yaml_node* node) const;

  // conditions.ipp
  /// With its findings; nothing where there is an error.
  [[nodiscard]] std::optional<expr::expression> compile(
      std::string_view text, const expr::scope& names,
      const expr::check_options& options) const;
  void add_findings(std::vector<diagnostic> found) const;
  [[nodiscard]] expr::check_options condition_options(embedded_source where) const;
  [[nodiscard]] std::optional<embedded_source> place_condition(
      const yaml_reader& in, const yaml_node* node) const;
  [[nodiscard]] std::optional<expr::expression> read_condition(
      const yaml_reader& in, const yaml_node* node, const expr::scope& names,
      const expr::type& wanted, bool rate_allowed = false) const;
  [[nodiscard]] std::optional<value> read_literal(const yaml_reader& in,
                                                  const yaml_node* node,
                                                  const fact_definition& as) const;

 private:
  /// So many bytes in memory for each byte of the files, and for 1 MiB of them in any
  /// case.
  [[nodiscard]] static std::size_t most_held(const limits& bounds) {
    constexpr std::size_t each = 32, least = 1024 * 1024;
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / each;
    return each * std::min(std::max(bounds.pack_bytes, least), most);
  }

  mutable std::size_t room_;  ///< bytes that the pack may still hold
  /// By file: the `lost_names` that it might have used.
  std::map<const source_file*, unsigned> lost_;
};

inline pack_draft::pack_draft(const std::vector<std::unique_ptr<pack_source>>& gathered,
                              const limits& within, std::vector<diagnostic>& found)
    : packs(gathered), bounds(within), findings(found), room_(most_held(within)) {
  const pack_source& own = *packs.back();
  content.identity = own.identity;
  content.title = own.title;
  if (own.extends != nullptr) content.extends = own.extends->identity.id;
  for (const pack_source* at = &own; at != nullptr; at = at->extends)
    layers.push_back(at);
  for (const auto& pack : packs) {
    if (pack.get() != &own) content.uses.push_back(pack->identity);
    // Paths lead into standards of the packs above; a part may rest on a fact.
    const unsigned above = pack->extends == nullptr ? 0U : pack->extends->lost;
    const bool parts = (above & (lost_parts | lost_standards | lost_facts)) != 0;
    const unsigned lost = (pack->lost & ~lost_parts) | (parts ? lost_parts : 0U);
    pack->each_file([&](const rule_file& file) { lost_[file.file.get()] = lost; });
  }
}

inline const pack_source* pack_draft::pack_named(std::string_view id) const {
  for (const auto& pack : packs) {
    if (pack->identity.id == id) return pack.get();
  }
  return nullptr;
}

inline const expr::scope& pack_draft::names_for(const vocabulary& words,
                                                const std::string& pack) const {
  const auto other = other_names.find({words.unit, pack});
  return other == other_names.end() ? words.names : other->second;
}

}  // namespace norma::load_detail

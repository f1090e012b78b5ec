// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>
#include <norma/rule/content.hpp>

// Standards of upper packs, and standards as members of groups: when all are
// read, a member gets a copy of the tree of the standard that it names.

namespace norma::load_detail {

/// How this pack finds the standard that a file of `from` calls `written`:
/// `enterprise`, or `cn:enterprise` for one of an upper pack.
inline std::string pack_builder::standard_key(std::string_view written,
                                              const pack_source& from) const {
  const std::size_t colon = written.find(':');
  const std::string_view pack =
      colon == std::string_view::npos ? std::string_view(from.identity.id)
                                      : written.substr(0, colon);
  const std::string_view id =
      colon == std::string_view::npos ? written : written.substr(colon + 1);
  if (pack == layers_.front()->identity.id) return std::string(id);
  return std::string(pack) + ':' + std::string(id);
}

/// The standards that the expressions of each pack's files may name: its own by
/// their ids, those of the packs above it by `<pack>:<id>`. Only heads are read.
inline void pack_builder::name_standards() {
  const auto text = [](const yaml_node& root, const char* key) -> std::string {
    const yaml_node* node = root.find(key);
    return node != nullptr && node->kind == yaml_kind::scalar ? node->text : std::string();
  };
  for (const auto& each : packs_) {
    const pack_source& pack = *each;
    auto seen = std::make_shared<expr::standard_scope>();
    for (const pack_source* at = &pack; at != nullptr; at = at->extends) {
      for (const rule_file& file : at->standards) {
        const std::string id = text(file.root, "standard");
        const expr::named_standard named{standard_key(id, *at), text(file.root, "unit")};
        seen->insert_or_assign(at->identity.id + ':' + id, named);
        if (at == &pack) seen->insert_or_assign(id, named);
      }
    }
    const auto add = [&](const rule_file& file) { scopes_[file.file.get()] = seen; };
    if (pack.facts) add(*pack.facts);
    for (const rule_file& file : pack.standards) add(file);
    for (const rule_file& file : pack.schemes) add(file);
  }
}

inline const expr::standard_scope& pack_builder::standards_for(const source_ptr& file) const {
  static const expr::standard_scope none;
  const auto found = scopes_.find(file.get());
  return found == scopes_.end() ? none : *found->second;
}

inline std::vector<standard_definition>& pack_builder::standards_of(const pack_source& pack) {
  if (&pack == layers_.front()) return content_.standards;
  const bool upper = std::find(layers_.begin(), layers_.end(), &pack) != layers_.end();
  return upper ? content_.upper_standards : content_.used_standards;
}

inline standard_definition* pack_builder::find_standard(std::string_view key) {
  for (auto* all : {&content_.standards, &content_.upper_standards, &content_.used_standards}) {
    for (standard_definition& s : *all) {
      if (s.id == key) return &s;
    }
  }
  return nullptr;
}

/// That of `key` which a standard of `from` can name: of its own pack or of one
/// above it.
inline standard_definition* pack_builder::find_standard(std::string_view key,
                                                        const pack_source& from) {
  standard_definition* found = find_standard(key);
  if (found == nullptr) return nullptr;
  for (const pack_source* at = &from; at != nullptr; at = at->extends) {
    if (at->identity.id == found->pack) return found;
  }
  return nullptr;
}

inline void pack_builder::report_no_standard(std::string_view key,
                                             const source_span& where) const {
  if (may_be_lost(where.file, lost_standards)) return;
  std::vector<std::string> known;
  for (const auto* all : {&content_.standards, &content_.upper_standards}) {
    for (const standard_definition& s : *all) known.push_back(s.id);
  }
  detail::add_finding(findings_, {"N0502",
                                  {layers_.front()->identity.id, std::string(key),
                                   detail::near_word(findings_, key, known)},
                                  where,
                                  {}});
}

/// `standard: <id>` or `standard: "<pack>:<id>"`; the tree follows when all
/// standards are read. In paths it goes by what is written, without the name
/// of the pack that writes it.
inline std::optional<rule_node> pack_builder::read_embedded(const yaml_reader& in,
                                                            const yaml_node& node,
                                                            const node_context& outer) const {
  in.only_keys(node, shapes::embedded.names());
  const yaml_node* named = node.find("standard");
  const auto written = in.scalar(named);
  if (!written) return std::nullopt;
  rule_node result;
  result.role = node_role::standard;
  result.embeds = standard_key(*written, *outer.pack);
  const std::string own = outer.pack->identity.id + ':';
  result.id = written->compare(0, own.size(), own) == 0 ? written->substr(own.size())
                                                        : *written;
  result.path = path_below(outer.path, result.id);
  result.where = in.span(*named);
  return result;
}

inline void pack_builder::embed_standards() {
  for (auto* all :
       {&content_.used_standards, &content_.upper_standards, &content_.standards}) {
    for (standard_definition& s : *all) embed(s);
  }
  for (const auto& scheme : schemes_) embed(scheme->gates);
}

[[nodiscard]] inline std::size_t count_nodes(const rule_node& at) {
  std::size_t nodes = 1;
  for (const rule_node& member : at.members) nodes += count_nodes(member);
  return nodes;
}

inline void pack_builder::embed(standard_definition& in) {
  if (!embedded_.try_emplace(&in, tree_size{count_nodes(in.root), 1}).second) return;
  embedding_.push_back(&in);
  embed_members(in.root, in);
  embedding_.pop_back();
}

/// Puts the paths of a copied tree below `path`.
inline void move_below(const std::string& path, rule_node& at) {
  at.path = at.path == "." ? path : path + '/' + at.path;
  for (rule_node& member : at.members) move_below(path, member);
}

inline void pack_builder::embed_members(rule_node& at, standard_definition& in) {
  for (rule_node& member : at.members) {
    if (member.embeds.empty()) {
      embed_members(member, in);
      continue;
    }
    standard_definition* target = find_standard(member.embeds, *pack_named(in.pack));
    if (target == nullptr) {
      report_no_standard(member.embeds, member.where);
      continue;
    }
    if (!fits_inside(member, *target, in)) continue;
    embed(*target);
    const tree_size inner = embedded_.at(target);
    tree_size& whole = embedded_.at(&in);
    if (whole.nodes + inner.nodes > most_nodes || inner.levels >= most_embeddings) {
      detail::add_finding(findings_, {"N0552",
                                      {in.id, std::to_string(most_nodes),
                                       std::to_string(most_embeddings)},
                                      member.where,
                                      {}});
      continue;
    }
    whole.nodes += inner.nodes;
    whole.levels = std::max(whole.levels, inner.levels + 1);
    rule_node tree = target->root;
    move_below(member.path, tree);
    tree.id = std::move(member.id);
    tree.embeds = std::move(member.embeds);
    tree.where = std::move(member.where);
    member = std::move(tree);
  }
}

/// For units of the same kind, and not inside itself.
inline bool pack_builder::fits_inside(const rule_node& member,
                                      const standard_definition& target,
                                      const standard_definition& in) const {
  const bool same_area = target.area_kind.empty() || target.area_kind == in.area_kind;
  if (target.unit != in.unit || !same_area) {
    detail::add_finding(
        findings_, {"N0551", {target.id, kind_of(target), kind_of(in)}, member.where, {}});
    return false;
  }
  const auto open = std::find(embedding_.begin(), embedding_.end(), &target);
  if (open == embedding_.end()) return true;
  std::string circle;
  for (auto at = open; at != embedding_.end(); ++at) circle += (*at)->id + " → ";
  detail::add_finding(findings_,
                      {"N0550", {target.id, circle + target.id}, member.where, {}});
  return false;
}

}  // namespace norma::load_detail

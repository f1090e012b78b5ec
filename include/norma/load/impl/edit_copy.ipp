// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>         // std::any_of, std::find_if, std::none_of
#include <cstddef>           // std::size_t
#include <initializer_list>  // std::initializer_list
#include <map>               // std::map
#include <string>            // std::string
#include <string_view>       // std::string_view
#include <utility>           // std::move
#include <vector>            // std::erase_if, std::vector

#include <norma/load/impl/read_nodes.ipp>

// `drop`, `change` and `add` of a copied standard, each by path.

namespace norma::load_detail {

class copy_editor {
 public:
  /// `copied`: the id of the standard that `to` is a copy of.
  copy_editor(const pack_draft& draft, const node_reader& nodes, std::string copied,
              standard_definition& to)
      : draft_(draft), nodes_(nodes), copied_(std::move(copied)), to_(to) {}

  void drop_and_change(const yaml_reader& in, const yaml_node& root,
                       const node_context& top) const;
  void add(const yaml_reader& in, const yaml_node& root, const node_context& top) const;

 private:
  [[nodiscard]] rule_node* find_node(const yaml_reader& in, const yaml_node& named,
                                     node_context& around,
                                     rule_node** group = nullptr) const;
  void drop_node(const yaml_reader& in, const yaml_node& node) const;
  void change_node(const yaml_reader& in, const yaml_entry& change,
                   const node_context& top) const;
  void add_nodes(const yaml_reader& in, const yaml_node& node,
                 const node_context& top) const;

  const pack_draft& draft_;
  const node_reader& nodes_;
  std::string copied_;
  standard_definition& to_;
};

[[nodiscard]] inline bool has_any(const yaml_node& node,
                                  std::initializer_list<std::string_view> keys) {
  return std::any_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return node.find(key) != nullptr; });
}

/// True if what a member of a copy asks for would stand under the clause of the
/// upper document, which does not ask for it. What is only shown asks for nothing,
/// and a standard has a clause of its own.
[[nodiscard]] inline bool lacks_source(const yaml_node& member) {
  if (member.kind == yaml_kind::scalar) return true;
  if (has_any(member, {"cite", "decision", "standard"})) return false;
  if (has_any(member, {"require", "fact"})) return true;
  for (const char* key : {"all", "any", "none", "of"}) {
    const yaml_node* members = member.find(key);
    if (members == nullptr || members->kind != yaml_kind::sequence) continue;
    if (std::any_of(members->items.begin(), members->items.end(), lacks_source))
      return true;
  }
  return false;
}

/// The same of a change, which may also be of where or how strongly something is
/// asked for.
[[nodiscard]] inline bool change_lacks_source(const yaml_node& change) {
  if (has_any(change, {"cite", "decision"})) return false;
  return has_any(change, {"when", "strength"}) || lacks_source(change);
}

/// Each of the changes looks for its node.
[[nodiscard]] inline bool are_few(const yaml_reader& in, std::size_t changes,
                                  const yaml_node& all) {
  constexpr std::size_t most = 2000;
  if (changes <= most) return true;
  in.report("N0548", {std::to_string(most)}, all);
  return false;
}

/// What is dropped has no id until all of it is taken out.
[[nodiscard]] inline bool is_dropped(const rule_node& at) {
  return at.id.empty() && at.embeds.empty();
}

/// Marks the node as dropped; false if nothing would be left in its group.
[[nodiscard]] inline bool take_out(const rule_node& from, rule_node& gone) {
  const auto left = [&](const rule_node& m) { return &m != &gone && !is_dropped(m); };
  if (std::none_of(from.members.begin(), from.members.end(), left)) return false;
  gone.id.clear();
  gone.embeds.clear();
  return true;
}

/// Takes out what was dropped.
inline void sweep(rule_node& at) {
  std::erase_if(at.members, is_dropped);
  for (rule_node& member : at.members) sweep(member);
}

inline void copy_editor::drop_and_change(const yaml_reader& in, const yaml_node& root,
                                         const node_context& top) const {
  const yaml_node* drop = root.find("drop");
  if (in.expect_sequence(drop) && are_few(in, drop->items.size(), *drop)) {
    for (const yaml_node& node : drop->items) drop_node(in, node);
    sweep(to_.root);
  }
  const yaml_node* change = root.find("change");
  if (in.expect_mapping(change) && are_few(in, change->entries.size(), *change)) {
    for (const yaml_entry& entry : change->entries) change_node(in, entry, top);
  }
  const yaml_node* when = root.find("when");
  if (when != nullptr && !has_any(root, {"cite", "decision"}))
    in.report("N0571", {"when"}, *when);
}

inline void copy_editor::add(const yaml_reader& in, const yaml_node& root,
                             const node_context& top) const {
  const yaml_node* add = root.find("add");
  if (in.expect_sequence(add) && are_few(in, add->items.size(), *add)) {
    for (const yaml_node& node : add->items) add_nodes(in, node, top);
  }
}

/// The node at the path that `named` says, with what it takes over from those
/// around it.
inline rule_node* copy_editor::find_node(const yaml_reader& in, const yaml_node& named,
                                         node_context& around, rule_node** group) const {
  rule_node* at = &to_.root;
  std::string_view rest = named.text;
  while (!rest.empty() && rest != ".") {
    around = inside(*at, std::move(around));
    around.in_force_where = at->where;
    const std::string_view id = rest.substr(0, rest.find('/'));
    const auto next =
        std::find_if(at->members.begin(), at->members.end(), [&](const rule_node& m) {
          return (m.id == id || m.embeds == id) && !is_dropped(m);
        });
    if (next == at->members.end()) {
      at = nullptr;
      break;
    }
    if (group != nullptr) *group = at;
    at = &*next;
    rest = id.size() == rest.size() ? std::string_view() : rest.substr(id.size() + 1);
  }
  if (at != nullptr) return at;
  if (draft_.may_be_lost(in.file(), lost_parts)) return nullptr;
  std::vector<std::string> known;
  if (draft_.findings.size() < most_hints) collect_paths(to_.root, known);
  in.report("N0555", {copied_, named.text, near_word(draft_.findings, named.text, known)},
            named);
  return nullptr;
}

/// `drop: [democracy/congress]`, or with a note and an authority of its own.
inline void copy_editor::drop_node(const yaml_reader& in, const yaml_node& node) const {
  const bool whole = node.kind == yaml_kind::mapping;
  if (whole) in.only_keys(node, shapes::dropped_whole.names());
  const yaml_node* named = whole ? in.require_key(node, "part") : &node;
  if (!in.scalar(named)) return;
  node_context around;
  rule_node* group = nullptr;
  rule_node* gone = find_node(in, *named, around, &group);
  if (gone == nullptr) return;
  dropped_part dropped{gone->path, {}, {}};
  if (group == nullptr || !take_out(*group, *gone)) {
    const std::size_t above = dropped.path.rfind('/');
    in.report("N0574",
              {above == std::string::npos ? copied_ : dropped.path.substr(0, above)},
              *named);
    return;
  }
  if (whole) {
    dropped.authority = read_authority(draft_, in, node.find("derogation"));
    if (const auto note = in.read_text(node.find("note"))) dropped.note = *note;
  }
  if (to_.refines != copied_) return;
  if (dropped.authority.empty() && to_.authority.empty() && !draft_.reading_cut) {
    in.report("N0556", {named->text}, *named);
  }
  to_.drops.push_back(std::move(dropped));
}

inline void copy_editor::change_node(const yaml_reader& in, const yaml_entry& change,
                                     const node_context& top) const {
  const yaml_node& node = change.value;
  if (!in.expect_mapping(&node)) return;
  node_context around = top;
  rule_node* at = find_node(in, change.key, around);
  if (at == nullptr) return;
  if (at->role == node_role::standard) {
    in.report("N0559", {change.key.text}, change.key);
    return;
  }
  if (node.entries.empty()) {
    in.report("N0517", {}, node);
    return;
  }
  if (change_lacks_source(node) && !draft_.reading_cut) {
    in.report("N0571", {change.key.text}, change.key);
  }
  if (at->role == node_role::part) {
    in.only_keys(node, shapes::changed_part.names());
    nodes_.read_common_keys(in, node, around, *at);
    if (const yaml_node* require = node.find("require")) {
      at->fact.reset();
      at->source_number.reset();  // of the text above
      at->require = draft_.read_condition(in, require, around.visible(),
                                          expr::make(expr::type_kind::boolean), true);
    }
    nodes_.read_evidence_keys(in, node, around, *at);
    nodes_.read_layer_keys(in, node, around, *at);
    if (at->strength == strength::conditional && !at->when &&
        node.find("when") == nullptr) {
      in.report("N0538", {at->id}, change.key);
    }
    if (decides(at->strength) && !at->fact && !at->require &&
        node.find("require") == nullptr) {
      in.report("N0536", {at->id}, change.key);
    }
    return;
  }
  in.only_keys(node, shapes::changed_group.names());
  nodes_.read_common_keys(in, node, around, *at);
  nodes_.read_layer_keys(in, node, around, *at);
  if (!is_group(node)) return;
  at->members.clear();
  at->at_least = 0;
  nodes_.read_group(in, node, around, *at);
}

/// `add: [{to: training, members: [...]}]`; `to: .` adds items.
inline void copy_editor::add_nodes(const yaml_reader& in, const yaml_node& node,
                                   const node_context& top) const {
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::addition.names());
  const yaml_node* named = in.require_key(node, "to");
  const yaml_node* members = in.require_key(node, "members");
  if (!in.scalar(named) || members == nullptr) return;
  node_context inner = top;
  rule_node* at = find_node(in, *named, inner);
  if (at == nullptr) return;
  if (at->role == node_role::part || !at->embeds.empty()) {
    in.report("N0555", {copied_, named->text + "/…", ""}, *named);
    return;
  }
  inner = inside(*at, std::move(inner));
  if (members->kind == yaml_kind::sequence && !draft_.reading_cut) {
    for (const yaml_node& member : members->items) {
      if (lacks_source(member)) in.report("N0571", {named->text}, member);
    }
  }
  rule_node added;
  nodes_.read_members(in, members, inner, at->path == ".", added);
  std::map<std::string, source_span> ids;
  for (const rule_node& member : at->members) ids.emplace(member.id, member.where);
  for (rule_node& member : added.members) {
    const auto [same, is_new] = ids.emplace(member.id, member.where);
    if (is_new) {
      at->members.push_back(std::move(member));
    } else {
      draft_.add_second("N0501", member.id, member.where, same->second);
    }
  }
}

}  // namespace norma::load_detail

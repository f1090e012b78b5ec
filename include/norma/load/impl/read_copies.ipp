// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/pack_builder.ipp>
#include <norma/load/impl/read_standards.ipp>

// `copy: "cn-zj:enterprise.large_medium"`: a standard that changes a few parts
// of an upper pack's becomes a full restatement of it (design section 8). Parts
// keep their paths, and their citations where the copy gives no other.

namespace norma::load_detail {

/// What the copied parts say of the standard that theirs refines.
inline void forget_steps(rule_node& at) {
  at.refines.clear();
  at.step.reset();
  at.authority = {};
  for (rule_node& member : at.members) forget_steps(member);
}

/// What the copied standard says of the one that both refine.
inline void keep_drops(const standard_definition& copied, standard_definition& to) {
  if (to.authority.empty()) to.authority = copied.authority;
  for (const dropped_part& gone : copied.drops) {
    const bool said =
        std::any_of(to.drops.begin(), to.drops.end(),
                    [&](const dropped_part& own) { return own.path == gone.path; });
    if (!said) to.drops.push_back(gone);
  }
}

inline void pack_builder::read_copy(const yaml_reader& in, const yaml_node& root,
                                    const pack_source& pack, standard_definition& to) {
  in.only_keys(root, shapes::copied_standard.names());
  const standard_definition* copied = upper_standard(in, root.find("copy"), pack);
  if (copied == nullptr) return;
  to.unit = copied->unit;
  to.area_kind = copied->area_kind;
  to.root = copied->root;
  to.root.id = to.id;
  // It refines what it copies, unless it says otherwise.
  if (root.find("refines") == nullptr) to.refines = copied->id;
  read_layer_head(in, root, pack, to);
  const vocabulary& words = content_.vocabularies.at(to.unit);
  node_context top;
  top.words = &words;
  top.names = &names_for(words, pack.identity.id);
  top.pack = &pack;
  if (!other_names_.empty()) see_again(to.root, *top.names);
  if (to.refines == copied->refines) {
    keep_drops(*copied, to);
  } else {
    forget_steps(to.root);
  }
  read_common_keys(in, root, top, to.root);

  const std::string from = copied->id;
  reading_ = &to;
  const yaml_node* drop = root.find("drop");
  if (in.expect_sequence(drop)) {
    for (const yaml_node& node : drop->items) drop_node(in, node, from, to);
  }
  const yaml_node* change = root.find("change");
  if (in.expect_mapping(change)) {
    for (const yaml_entry& entry : change->entries) change_node(in, entry, from, top, to);
  }
  const yaml_node* add = root.find("add");
  if (in.expect_sequence(add)) {
    for (const yaml_node& node : add->items) add_nodes(in, node, from, top, to);
  }
  reading_ = nullptr;
}

/// Conditions compiled anew: the copying pack may see another parameter.
inline void pack_builder::see_again(rule_node& at, const expr::scope& names) const {
  see_again(at.when, names, false);
  see_again(at.require, names, true);
  for (rule_node& member : at.members) see_again(member, names);
}

inline void pack_builder::see_again(std::optional<expr::expression>& condition,
                                    const expr::scope& names, bool rate_allowed) const {
  if (!condition) return;
  auto options = condition_options(condition->where);
  options.rate_allowed = rate_allowed;
  auto compiled = expr::compile(condition->text, names, options);
  add_findings(std::move(compiled.diagnostics));
  condition = std::move(compiled.result);
}

/// The node at the path that `named` says, with what it takes over from those
/// around it.
inline rule_node* pack_builder::find_copied(const yaml_reader& in, const yaml_node& named,
                                            const std::string& copied, rule_node& root,
                                            node_context& around) const {
  rule_node* at = &root;
  std::string_view rest = named.text;
  while (!rest.empty() && rest != ".") {
    around.path = at->path == "." ? std::string() : at->path;
    around.cite = at->cite;
    if (at->in_force.from) around.in_force.from = at->in_force.from;
    if (at->in_force.to) around.in_force.to = at->in_force.to;
    around.in_force_where = at->where;
    const std::string_view id = rest.substr(0, rest.find('/'));
    const auto next =
        std::find_if(at->members.begin(), at->members.end(),
                     [&](const rule_node& member) { return member.id == id; });
    if (next == at->members.end()) {
      at = nullptr;
      break;
    }
    at = &*next;
    rest = id.size() == rest.size() ? std::string_view() : rest.substr(id.size() + 1);
  }
  if (at != nullptr) return at;
  if (may_be_lost(in.file(), lost_parts)) return nullptr;
  std::vector<std::string> known;
  collect_paths(root, known);
  in.report("N0555", {copied, named.text, detail::near_word(findings_, named.text, known)},
            named);
  return nullptr;
}

/// Takes the node out of its group; false if nothing would be left in it.
[[nodiscard]] inline bool take_out(rule_node& from, const rule_node& gone) {
  for (std::size_t i = 0; i < from.members.size(); ++i) {
    if (&from.members[i] == &gone) {
      if (from.members.size() == 1) return false;
      from.members.erase(from.members.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
    if (take_out(from.members[i], gone)) return true;
  }
  return false;
}

/// `drop: [democracy/congress]`, or with a note and an authority of its own.
inline void pack_builder::drop_node(const yaml_reader& in, const yaml_node& node,
                                    const std::string& copied, standard_definition& to) {
  const bool whole = node.kind == yaml_kind::mapping;
  if (whole) in.only_keys(node, shapes::dropped_whole.names());
  const yaml_node* named = whole ? in.require_key(node, "part") : &node;
  if (!in.scalar(named)) return;
  node_context around;
  const rule_node* gone = find_copied(in, *named, copied, to.root, around);
  if (gone == nullptr) return;
  if (!take_out(to.root, *gone)) {
    in.report("N0517", {}, *named);
    return;
  }
  dropped_part dropped{named->text, {}, {}};
  if (whole) {
    dropped.authority = read_authority(in, node.find("derogation"));
    if (const auto note = in.read_text(node.find("note"))) dropped.note = *note;
  }
  if (to.refines != copied) return;
  if (dropped.authority.empty() && to.authority.empty() && !reading_cut_) {
    in.report("N0556", {named->text}, *named);
  }
  to.drops.push_back(std::move(dropped));
}

inline void pack_builder::change_node(const yaml_reader& in, const yaml_entry& change,
                                      const std::string& copied, const node_context& top,
                                      standard_definition& to) {
  const yaml_node& node = change.value;
  if (!in.expect_mapping(&node)) return;
  node_context around = top;
  rule_node* at = find_copied(in, change.key, copied, to.root, around);
  if (at == nullptr) return;
  if (at->role == node_role::standard) {
    in.report("N0559", {change.key.text}, change.key);
    return;
  }
  if (node.entries.empty()) {
    in.report("N0517", {}, node);
    return;
  }
  if (at->role == node_role::part) {
    in.only_keys(node, shapes::changed_part.names());
    read_common_keys(in, node, around, *at);
    if (const yaml_node* require = node.find("require")) {
      at->fact.reset();
      at->require = read_condition(in, require, around.visible(),
                                   expr::make(expr::type_kind::boolean), true);
    }
    read_evidence_keys(in, node, around, *at);
    read_layer_keys(in, node, *at);
    if (at->strength == strength::conditional && !at->when && node.find("when") == nullptr) {
      in.report("N0538", {at->id}, change.key);
    }
    if (decides(at->strength) && !at->fact && !at->require && node.find("require") == nullptr) {
      in.report("N0536", {at->id}, change.key);
    }
    return;
  }
  in.only_keys(node, shapes::changed_group.names());
  read_common_keys(in, node, around, *at);
  read_layer_keys(in, node, *at);
  if (!is_group(node)) return;
  at->members.clear();
  at->at_least = 0;
  read_group(in, node, around, *at);
}

/// `add: [{to: training, members: [...]}]`; `to: .` adds items.
inline void pack_builder::add_nodes(const yaml_reader& in, const yaml_node& node,
                                    const std::string& copied, const node_context& top,
                                    standard_definition& to) {
  if (!in.expect_mapping(&node)) return;
  in.only_keys(node, shapes::addition.names());
  const yaml_node* named = in.require_key(node, "to");
  const yaml_node* members = in.require_key(node, "members");
  if (!in.scalar(named) || members == nullptr) return;
  node_context inner = top;
  rule_node* at = find_copied(in, *named, copied, to.root, inner);
  if (at == nullptr) return;
  if (at->role == node_role::part || !at->embeds.empty()) {
    in.report("N0555", {copied, named->text + "/…", ""}, *named);
    return;
  }
  const bool items = at->path == ".";
  inner.path = items ? std::string() : at->path;
  inner.cite = at->cite;
  if (at->in_force.from) inner.in_force.from = at->in_force.from;
  if (at->in_force.to) inner.in_force.to = at->in_force.to;
  rule_node added;
  read_members(in, members, inner, items, added);
  for (rule_node& member : added.members) {
    const auto same =
        std::find_if(at->members.begin(), at->members.end(),
                     [&](const rule_node& other) { return other.id == member.id; });
    if (same == at->members.end()) {
      at->members.push_back(std::move(member));
    } else {
      detail::add_finding(
          findings_,
          {"N0501", {member.id}, member.where, {{"R0101", {}, same->where}}});
    }
  }
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of, std::find_if
#include <cstddef>      // std::size_t, std::ptrdiff_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/load/impl/copied_names.ipp>
#include <norma/load/impl/edit_copy.ipp>
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
inline void keep_drops(const pack_draft& draft, const standard_definition& copied,
                       const source_span& where, standard_definition& to) {
  draft.hold(held_bytes(copied.authority), where);
  if (to.authority.empty()) to.authority = copied.authority;
  for (const dropped_part& gone : copied.drops) {
    const bool said =
        std::any_of(to.drops.begin(), to.drops.end(),
                    [&](const dropped_part& own) { return own.path == gone.path; });
    if (said) continue;
    draft.hold(held_bytes(gone), where);
    to.drops.push_back(gone);
  }
}

inline void standard_reader::read_copy(const yaml_reader& in, const yaml_node& root,
                                       const pack_source& pack,
                                       standard_definition& to) const {
  only_keys_beside(in, root, "copy", shapes::copied_standard, {"unit", "kind", "items"});
  const standard_definition* copied = upper_standard(in, root.find("copy"), pack);
  if (copied == nullptr) return;
  to.unit = copied->unit;
  to.area_kind = copied->area_kind;
  draft_.hold(held_bytes(copied->root), in.span(*root.find("copy")));
  to.root = copied->root;
  to.root.id = to.id;
  // It refines what it copies, unless it says otherwise.
  if (root.find("refines") == nullptr) to.refines = copied->id;
  read_layer_head(in, root, pack, to);
  const vocabulary& words = draft_.content.vocabularies.at(to.unit);
  node_context top;
  top.words = &words;
  top.names = &draft_.names_for(words, pack.identity.id);
  top.pack = &pack;
  if (!draft_.other_names.empty()) see_again(to.root, *top.names);
  if (to.refines == copied->refines) {
    keep_drops(draft_, *copied, in.span(*root.find("copy")), to);
  } else {
    forget_steps(to.root);
  }
  nodes_.read_common_keys(in, root, top, to.root);

  top.refining = &to;
  top.refines_is_wrong = refines_is_wrong(root, to);
  const copy_editor editor(draft_, nodes_, copied->id, to);
  editor.drop_and_change(in, root, top);
  copied_names(draft_, claims_, *copied, in.file())
      .tell(to, top.visible(), in.span(*root.find("copy")));
  editor.add(in, root, top);
}

/// Conditions compiled anew: the copying pack may see another parameter.
inline void standard_reader::see_again(rule_node& at, const expr::scope& names) const {
  if (at.when) compile_again(draft_, *at.when, names, false);
  if (at.require) compile_again(draft_, *at.require, names, true);
  for (rule_node& member : at.members) see_again(member, names);
}

}  // namespace norma::load_detail

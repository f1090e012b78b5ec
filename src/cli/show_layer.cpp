// SPDX-License-Identifier: Apache-2.0
#include "show_layer.hpp"

#include <algorithm>  // std::find_if

#include "output.hpp"

namespace norma::cli {

namespace {

std::string step_word(layer_step step, const console& to) {
  switch (step) {
    case layer_step::kept: return to.say("R2076");
    case layer_step::tightened: return to.say("R2077");
    case layer_step::relaxed: break;
  }
  return to.say("R2078");
}

const standard_definition* upper_of(const standard_definition& of,
                                    const pack_content& content) {
  const auto& all = content.upper_standards;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& s) { return s.id == of.refines; });
  return found == all.end() ? nullptr : &*found;
}

/// `path title`.
std::string named(const std::string& path, const text& title, const console& to) {
  const auto words = make_visible(title.in(to.lang()));
  return words.empty() ? path : path + "  " + words;
}

/// ` (authority: …)`, "" where there is none of its own.
std::string by_authority(const citation& authority, const pack_content& content,
                         const console& to) {
  if (authority.empty()) return {};
  return " (" + to.say("R1002", {to.say("R2079"), cited(authority, content)}) + ')';
}

/// Whether `at` stands in a standard inside the one that `root` is of, or is one.
bool is_inside(const rule_node& root, const std::string& path) {
  for (const auto& member : root.members) {
    if (member.path == path) return !member.embeds.empty();
    if (path.starts_with(member.path + '/'))
      return !member.embeds.empty() || is_inside(member, path);
  }
  return false;
}

/// The path in the upper standard of what stands in a standard inside: a copy
/// names that one with the upper pack (docs/decisions/0019).
std::string path_above(std::string path, const std::string& upper) {
  const auto pack = upper.substr(0, upper.find(':') + 1);
  for (auto at = path.find('/' + pack); at != std::string::npos && !pack.empty();
       at = path.find('/' + pack, at + 1)) {
    path.erase(at + 1, pack.size());
  }
  return path;
}

void add_moved(const rule_node& at, const pack_content& content, const console& to,
               text_table& lines) {
  if (!at.refines.empty() || at.step) {
    lines.add({at.path, at.refines.empty() ? at.path : at.refines,
               (at.step ? step_word(*at.step, to) : std::string()) +
                   by_authority(at.authority, content, to)});
  }
  // A standard inside says it of its own upper one.
  for (const auto& member : at.members)
    if (member.embeds.empty()) add_moved(member, content, to, lines);
}

}  // namespace

std::string cited(const citation& c, const pack_content& content,
                  const std::string& usual) {
  if (c.document == usual) return c.clause;
  const auto found = content.documents.find(c.document);
  const auto number = found == content.documents.end() || found->second.number.empty()
                          ? c.document
                          : found->second.number;
  return c.clause.empty() ? number : number + ' ' + c.clause;
}

void add_layer_head(const standard_definition& of, const pack_content& content,
                    const console& to, text_table& lines) {
  if (of.refines.empty()) return;
  const auto* upper = upper_of(of, content);
  lines.add({to.say("R2081"),
             named(of.refines, upper == nullptr ? text() : upper->root.title, to)});
  if (!of.authority.empty()) {
    lines.add({to.say("R2079"), cited(of.authority, content)});
  }
}

void add_layer_rows(const rule_node& at, const standard_definition& of,
                    const pack_content& content, const console& to, text_table& lines) {
  const auto* upper = of.refines.empty() ? nullptr : upper_of(of, content);
  if (upper == nullptr) return;
  // What a standard inside refines is not the upper one's, but of its own.
  const bool inside = is_inside(of.root, at.path);
  const auto path = inside               ? path_above(at.path, of.refines)
                    : at.refines.empty() ? at.path
                                         : at.refines;
  const auto* there = find_node(upper->root, path);
  if (there == nullptr || there->path == ".") return;
  auto words = named(of.refines + '/' + path, there->title, to);
  if (inside) return lines.add({to.say("R2074"), words});
  if (at.step) words += " (" + step_word(*at.step, to) + ')';
  lines.add({to.say("R2074"), words});
  const auto& authority = at.authority.empty() ? of.authority : at.authority;
  if (at.step == layer_step::relaxed && !authority.empty()) {
    lines.add({to.say("R2079"), cited(authority, content)});
  }
}

std::string show_layers(const standard_definition& of, const pack_content& content,
                        const console& to) {
  std::string out;
  text_table moved;
  moved.add({to.say("R2048"), to.say("R2074"), to.say("R2075")});
  add_moved(of.root, content, to, moved);
  if (moved.size() > 1) out += '\n' + moved.to_string(0, to.width());
  const auto* upper = upper_of(of, content);
  text_table dropped;
  for (const auto& gone : of.drops) {
    const auto* there = upper == nullptr ? nullptr : find_node(upper->root, gone.path);
    dropped.add(
        {gone.path,
         there == nullptr ? std::string() : make_visible(there->title.in(to.lang())),
         make_visible(gone.note.in(to.lang())) +
             by_authority(gone.authority, content, to)});
  }
  if (dropped.empty()) return out;
  return out + '\n' + to.say("R2080", {of.refines}) + '\n' +
         dropped.to_string(2, to.width());
}

}  // namespace norma::cli

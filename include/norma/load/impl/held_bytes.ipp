// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t

#include <norma/expr/check.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/value.hpp>

// What parts of a pack take in memory, counted about: what a pack that is loaded holds
// is bounded by it (`pack_draft::hold`).

namespace norma::load_detail {

[[nodiscard]] inline std::size_t held_bytes(const text& t) {
  return t.zh.size() + t.en.size();
}

[[nodiscard]] inline std::size_t held_bytes(const citation& c) {
  return c.document.size() + c.clause.size();
}

/// Of a value beyond its place: `1e4000` is six bytes of a file, and each of its digits
/// takes time wherever it is read and written.
[[nodiscard]] inline std::size_t held_bytes(const value& v) {
  if (const std::string* word = v.string()) return word->size();
  const number* n = v.num();
  return n == nullptr || n->is_small() ? 0 : 32 * n->digits();
}

[[nodiscard]] inline std::size_t held_bytes(const expr::node& at) {
  std::size_t all = sizeof(expr::node) + at.name.size() + held_bytes(at.literal);
  for (const std::string& name : at.names) all += sizeof(std::string) + name.size();
  for (const expr::node& child : at.children) all += held_bytes(child);
  return all;
}

[[nodiscard]] inline std::size_t held_bytes(const expr::expression& e) {
  return sizeof(expr::expression) + e.text.size() + held_bytes(e.tree);
}

/// Of a node of a standard alone: without its members and what its conditions hold.
[[nodiscard]] inline std::size_t own_bytes(const rule_node& at) {
  std::size_t all = sizeof(rule_node) + at.id.size() + at.path.size() +
                    held_bytes(at.title) + held_bytes(at.cite) + at.refines.size() +
                    held_bytes(at.authority) + at.show.size() * sizeof(std::uint32_t);
  for (const std::string& id : at.decisions) all += sizeof(std::string) + id.size();
  return all;
}

/// Of a node with all that stands below it.
[[nodiscard]] inline std::size_t held_bytes(const rule_node& at) {
  std::size_t all = own_bytes(at);
  for (const auto* condition : {&at.when, &at.require})
    if (*condition) all += held_bytes(**condition);
  for (const rule_node& member : at.members) all += held_bytes(member);
  return all;
}

[[nodiscard]] inline std::size_t held_bytes(const dropped_part& gone) {
  return sizeof(dropped_part) + gone.path.size() + held_bytes(gone.note) +
         held_bytes(gone.authority);
}

/// Of a fact or field as it is declared, before its conditions are compiled. What the
/// elements of a list hold counts for each list of them, though all share it: whoever
/// reads units, or asks for them, looks at each by itself.
[[nodiscard]] inline std::size_t held_bytes(const fact_definition& f) {
  std::size_t all = sizeof(fact_definition) + held_bytes(f.label) + held_bytes(f.note) +
                    f.name.size() + f.alias.size();
  for (const std::string& word : f.sources) all += sizeof(std::string) + word.size();
  for (const std::string& kind : f.of) all += sizeof(std::string) + kind.size();
  for (const fact_definition& field : f.fields) all += held_bytes(field);
  if (f.element) all += held_bytes(*f.element);
  return all;
}

[[nodiscard]] inline std::size_t held_bytes(const parameter& p) {
  std::size_t all = sizeof(parameter) + held_bytes(p.label) + p.name.size();
  for (const dated_value& v : p.values) all += sizeof(dated_value) + held_bytes(v.cite);
  return all;
}

/// Of the names that a pack sees.
[[nodiscard]] inline std::size_t held_bytes(const expr::scope& names) {
  constexpr std::size_t one = sizeof(expr::scope::value_type) + 4 * sizeof(void*);
  return one * names.size();
}

}  // namespace norma::load_detail

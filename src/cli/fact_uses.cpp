// SPDX-License-Identifier: Apache-2.0
#include "fact_uses.hpp"

#include <algorithm>  // std::find
#include <tuple>      // std::tie
#include <variant>    // std::get_if, std::visit

#include <norma/rule/reads.hpp>
#include <norma/rule/scheme.hpp>

namespace norma::cli {

namespace {

bool has(const std::vector<std::uint32_t>& slots, std::uint32_t slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

bool reads(const std::optional<expr::expression>& condition, std::uint32_t slot) {
  return condition && has(condition->slots, slot);
}

bool rests_on(const rule_node& at, std::uint32_t slot) {
  return at.fact == slot || reads(at.require, slot) || reads(at.when, slot) ||
         has(at.show, slot);
}

void find_uses(const rule_node& at, std::uint32_t slot, const std::string& standard,
               std::vector<std::string>& to) {
  if (rests_on(at, slot))
    to.push_back(at.path == "." ? standard : standard + '/' + at.path);
  for (const auto& member : at.members) find_uses(member, slot, standard, to);
}

void find_uses(const scheme_definition& of, const vocabulary& words, std::uint32_t slot,
               std::vector<std::string>& to) {
  if (of.gates.unit != words.unit) return;
  find_uses(of.gates.root, slot, of.gates.id, to);
  of.each_part([&](const scored_part& part) {
    if (reads(part.of, slot) || rests_on(part.node, slot))
      to.push_back(of.gates.id + '/' + part.node.path);
  });
}

/// Those in one kind of unit; `from_above`: what the pack has from an upper one is
/// named there.
void find_uses(const pack_content& in, const vocabulary& words, std::uint32_t slot,
               bool from_above, std::vector<std::string>& to) {
  for (const auto& s : in.standards) {
    if (s.unit == words.unit) find_uses(s.root, slot, s.id, to);
  }
  for (const auto& s : in.schemes) find_uses(*s, words, slot, to);
  for (const auto& other : words.slots) {
    const auto* f = std::get_if<fact_definition>(&other);
    if (f == nullptr || !f->derived()) continue;
    if (from_above && f->pack != in.identity.id) continue;
    const bool known = std::find(to.begin(), to.end(), f->name) != to.end();
    if (!known && has(detail::inputs_of(*f), slot)) to.push_back(f->name);
  }
}

}  // namespace

std::optional<std::uint32_t> slot_of_same(const vocabulary& words, std::uint32_t slot,
                                          const vocabulary& other) {
  const auto identity = [](const std::variant<fact_definition, norma::parameter>& at) {
    return std::visit([](const auto& d) { return std::tie(d.name, d.pack); }, at);
  };
  const auto& wanted = words.slots[slot];
  for (std::uint32_t i = 0; i < other.slots.size(); ++i) {
    const auto& at = other.slots[i];
    if (at.index() == wanted.index() && identity(at) == identity(wanted)) return i;
  }
  return std::nullopt;
}

std::vector<std::string> uses_of(const pack& of, const vocabulary& words,
                                 std::uint32_t slot,
                                 const std::vector<const pack*>& others) {
  // Every kind of unit has its own slots: a parameter is used in all of them.
  const auto uses_in = [&](const pack& in) {
    std::vector<std::string> all;
    for (const auto& [kind, here] : in.content().vocabularies) {
      if (const auto same = slot_of_same(words, slot, here))
        find_uses(in.content(), here, *same, &in != &of, all);
    }
    return all;
  };
  auto all = uses_in(of);
  for (const auto* other : others) {
    if (other->id() == of.id()) continue;
    for (const auto& use : uses_in(*other)) all.push_back(other->id() + ':' + use);
  }
  return all;
}

}  // namespace norma::cli

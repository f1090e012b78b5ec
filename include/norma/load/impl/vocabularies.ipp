// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::find, std::for_each
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <set>          // std::set
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move, std::pair
#include <variant>      // std::get, std::visit
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/expr/print.hpp>
#include <norma/load/impl/conditions.ipp>
#include <norma/load/impl/declared_words.ipp>
#include <norma/load/impl/draft_words.ipp>

// The words of each kind of unit: facts and parameters get slots, then their
// conditions are compiled, then derived facts are put in order.

namespace norma::load_detail {

class vocabulary_builder {
 public:
  vocabulary_builder(pack_draft& draft, const declared_words& declared)
      : draft_(draft), declared_(declared) {}

  void build();

 private:
  void add_names(vocabulary& to) const;
  void add_name(vocabulary& to, const std::string& name, expr::symbol is,
                const source_span& where) const;
  void add_overrides(vocabulary& words);
  void check_overrides(const vocabulary& words) const;

  // compile_facts.ipp
  void compile_facts(vocabulary& words) const;
  void compile_fact(const vocabulary& words, const declared_fact& from,
                    fact_definition& to) const;
  void compile_validity(const vocabulary& words, const declared_fact& from,
                        fact_definition& to) const;
  void compile_dated_by(const vocabulary& words, const declared_fact& from,
                        fact_definition& to) const;
  void compile_derived(const vocabulary& words, const declared_fact& from,
                       fact_definition& to) const;
  [[nodiscard]] std::shared_ptr<const table> find_table(const yaml_reader& in,
                                                        const yaml_node* node) const;
  void order_derived(vocabulary& words) const;

  pack_draft& draft_;
  const declared_words& declared_;
};

inline void vocabulary_builder::build() {
  for (const auto& [id, kind] : draft_.content.units) {
    vocabulary& words = draft_.content.vocabularies[id];
    words.unit = id;
    add_names(words);
    add_overrides(words);
  }
  for (auto& [id, words] : draft_.content.vocabularies) {
    compile_facts(words);
    order_derived(words);
    check_overrides(words);
  }
}

/// Lets each pack see the parameters that it or the nearest pack above it
/// overrides.
inline void vocabulary_builder::add_overrides(vocabulary& words) {
  if (declared_.overrides.empty()) return;
  std::map<std::pair<std::string, std::string>, std::uint32_t> slots;
  for (std::uint32_t slot = 0; slot < words.slots.size(); ++slot) {
    const auto* p = std::get_if<parameter>(&words.slots[slot]);
    if (p != nullptr && p->overrides) slots.emplace(std::pair{p->pack, p->name}, slot);
  }
  const expr::scope without = words.names;
  for (const auto& pack : draft_.packs) {
    draft_.hold(held_bytes(without), declared_.parameters.front().where);
    expr::scope names = without;
    std::set<std::string> nearer;
    for (const pack_source* at = pack.get(); at != nullptr; at = at->extends) {
      for (const auto& [place, slot] : slots) {
        if (place.first != at->identity.id || !nearer.insert(place.second).second)
          continue;
        names[place.second] = {std::get<parameter>(words.slots[slot]).type, slot};
      }
    }
    if (pack.get() == draft_.layers.front()) {
      words.names = std::move(names);
    } else {
      draft_.other_names[{words.unit, pack->identity.id}] = std::move(names);
    }
  }
}

/// A fact has one value for all standards: one that rests on a parameter of
/// its own pack would not follow a lower pack's value.
inline void vocabulary_builder::check_overrides(const vocabulary& words) const {
  if (declared_.overrides.empty()) return;
  // By the name of a parameter: the facts that rest on it, in order.
  std::map<std::string_view, std::vector<const fact_definition*>> resting;
  for (const auto& slot : words.slots) {
    const auto* f = std::get_if<fact_definition>(&slot);
    if (f == nullptr) continue;
    const auto note = [&](std::uint32_t read) {
      const auto* p = std::get_if<parameter>(&words.slots[read]);
      if (p != nullptr) resting[p->name].push_back(f);
    };
    if (const auto* lasting = std::get_if<std::uint32_t>(&f->valid_for)) note(*lasting);
    if (f->value) std::for_each(f->value->slots.begin(), f->value->slots.end(), note);
    for (const expr::expression& check : f->checks)
      std::for_each(check.slots.begin(), check.slots.end(), note);
  }
  for (const auto& [place, index] : declared_.overrides) {
    const pack_source* above = draft_.pack_named(place.first)->extends;
    std::set<std::string> upper;
    for (; above != nullptr; above = above->extends) {
      upper.insert(above->identity.id);
      for (const pack_source* used : above->uses) upper.insert(used->identity.id);
    }
    for (const fact_definition* f : resting[place.second]) {
      if (upper.count(f->pack) == 0) continue;
      draft_.add({"N0558",
                  {place.second, f->name, f->pack},
                  declared_.parameters[index].where,
                  {{"R0101", {}, f->where}}});
      break;
    }
  }
}

inline void vocabulary_builder::add_name(vocabulary& to, const std::string& name,
                                         expr::symbol is,
                                         const source_span& where) const {
  if (name.empty()) return;
  const std::uint32_t slot = is.slot;
  const auto [found, is_new] = to.names.emplace(name, std::move(is));
  if (is_new || found->second.slot == slot) return;
  const auto& first = to.slots[found->second.slot];
  const source_span& place =
      std::visit([](const auto& of) -> const source_span& { return of.where; }, first);
  draft_.add_second("N0513", name, where, place);
}

inline void vocabulary_builder::add_names(vocabulary& to) const {
  for (const declared_fact& fact : declared_.facts) {
    const fact_definition& f = fact.definition;
    if (std::find(f.of.begin(), f.of.end(), to.unit) == f.of.end()) continue;
    draft_.hold(held_bytes(f), f.where);
    to.slots.emplace_back(f);
  }
  for (const parameter& p : declared_.parameters) {
    draft_.hold(held_bytes(p), p.where);
    to.slots.emplace_back(p);
  }
  // Names before aliases: a clash is laid to the alias.
  for (const bool aliases : {false, true}) {
    for (std::uint32_t slot = 0; slot < to.slots.size(); ++slot) {
      if (const fact_definition* f = to.fact(slot)) {
        add_name(to, aliases ? f->alias : f->name,
                 {f->type, slot, aliases ? f->name : std::string()}, f->where);
      } else if (!aliases) {
        const parameter& p = std::get<parameter>(to.slots[slot]);
        if (!p.overrides) add_name(to, p.name, {p.type, slot}, p.where);
      }
    }
  }
}

}  // namespace norma::load_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Facts that are thought of as given, with those that are computed from them.

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <vector>     // std::vector

#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// Which facts are given: those that are said to be, and those that follow from them.
class given_facts {
 public:
  // What may follow: of the slots in `wanted`, and of what those follow from.
  given_facts(const bound_facts& facts, const expr::environment& env,
              list_unknowns& lists, std::vector<std::uint32_t> wanted)
      : all_(facts.slots.size()) {
    while (!wanted.empty()) {
      const auto slot = wanted.back();
      wanted.pop_back();
      auto& one = all_[slot];
      if (one.seen) continue;
      one.seen = true;
      const auto inputs = unknown_inputs(slot, facts, env, lists);
      if (!inputs) continue;
      wanted.insert(wanted.end(), inputs->begin(), inputs->end());
      one.follows = true;
      one.lacking = inputs->size();
      for (const auto input : *inputs) all_[input].users.push_back(slot);
      if (inputs->empty()) from_nothing_.push_back(slot);
    }
  }

  // What follows from nothing is given from the start; `turned` as in `say`.
  template <class Turned>
  void begin(const Turned& turned) {
    for (const auto slot : from_nothing_) settle(slot, turned);
  }

  // Says whether a fact is given; `turned(slot, given)` is called of it, and of each
  // that follows, where it is another answer than before.
  template <class Turned>
  void say(std::uint32_t slot, bool given, const Turned& turned) {
    all_[slot].said = given;
    settle(slot, turned);
  }

  [[nodiscard]] bool said(std::uint32_t slot) const { return all_[slot].said; }
  [[nodiscard]] bool given(std::uint32_t slot) const { return all_[slot].given; }

 private:
  struct state {
    bool seen = false, said = false, given = false;
    bool follows = false;              // once nothing is lacking
    std::size_t lacking = 0;           // of what it follows from
    std::vector<std::uint32_t> users;  // what follows from it
  };

  template <class Turned>
  void settle(std::uint32_t slot, const Turned& turned) {
    std::vector<std::uint32_t> open{slot};
    while (!open.empty()) {
      const auto next = open.back();
      open.pop_back();
      auto& one = all_[next];
      const bool now = one.said || (one.follows && one.lacking == 0);
      if (now == one.given) continue;
      one.given = now;
      turned(next, now);
      for (const auto user : one.users) {
        auto& lacking = all_[user].lacking;
        lacking = now ? lacking - 1 : lacking + 1;
        open.push_back(user);
      }
    }
  }

  // What a computed fact lacks; nothing where it is not for that alone that it is not
  // known, or of a list, of which places are given.
  [[nodiscard]] static std::optional<std::vector<std::uint32_t>> unknown_inputs(
      std::uint32_t slot, const bound_facts& facts, const expr::environment& env,
      list_unknowns& lists) {
    const auto* f = facts.names->fact(slot);
    if (f == nullptr || !f->derived() || !facts.stated[slot].is_unknown())
      return std::nullopt;
    const auto needs =
        f->value ? needs_of(*f->value, facts, env, facts.slots[slot], false, lists)
                 : needs_of_inputs(*f, facts, facts.slots[slot]);
    const bool of_lists = std::any_of(
        needs.facts.begin(), needs.facts.end(), [&facts](const needed_fact& one) {
          return facts.names->fact(one.slot)->element != nullptr;
        });
    if (needs.in_error || of_lists) return std::nullopt;
    std::vector<std::uint32_t> inputs;
    for (const auto& one : needs.facts) inputs.push_back(one.slot);
    return inputs;
  }

  // Of a table.
  [[nodiscard]] static condition_needs needs_of_inputs(const fact_definition& f,
                                                       const bound_facts& facts,
                                                       const value& held) {
    condition_needs out;
    cause_set borne;
    for (const auto slot : f.table_inputs) {
      const auto causes = facts.slots[slot].causes();
      if (!causes) continue;
      borne.insert(causes->begin(), causes->end());
      out.facts.push_back({slot, {}});
    }
    const auto told = held.causes();
    out.in_error =
        !told || std::any_of(told->begin(), told->end(),
                             [&borne](const cause& c) { return !borne.contains(c); });
    return out;
  }

  std::vector<state> all_;  // by slot
  std::vector<std::uint32_t> from_nothing_;
};

}  // namespace norma::detail

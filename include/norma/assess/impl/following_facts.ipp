// SPDX-License-Identifier: Apache-2.0
#pragma once

// Derived facts that are not known and are computed once others are given.

#include <algorithm>  // std::all_of, std::any_of
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <optional>   // std::optional
#include <utility>    // std::pair
#include <vector>     // std::vector

#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class following_facts {
 public:
  // Of the slots in `wanted`, and of what those follow from.
  following_facts(const bound_facts& facts, const expr::environment& env,
                  list_unknowns& lists, std::vector<std::uint32_t> wanted) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> found;
    while (!wanted.empty()) {
      const auto slot = wanted.back();
      wanted.pop_back();
      if (found.contains(slot)) continue;
      const auto inputs = unknown_inputs(slot, facts, env, lists);
      if (!inputs) continue;
      wanted.insert(wanted.end(), inputs->begin(), inputs->end());
      found.emplace(slot, *inputs);
    }
    if (found.empty()) return;
    for (const auto slot : facts.names->derived) {  // each after those it rests on
      const auto at = found.find(slot);
      if (at != found.end()) facts_.push_back(*at);
    }
  }

  // Those that follow from what is given are given as well.
  void add_to(std::vector<bool>& given) const {
    for (const auto& [slot, inputs] : facts_) {
      given[slot] =
          given[slot] || std::all_of(inputs.begin(), inputs.end(),
                                     [&given](std::uint32_t in) { return given[in]; });
    }
  }

 private:
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

  std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> facts_;
};

}  // namespace norma::detail

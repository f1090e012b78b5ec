// SPDX-License-Identifier: Apache-2.0
#pragma once

// A standard with facts of which some are thought of as given, whatever their values.

#include <algorithm>      // std::all_of, std::find
#include <cstdint>        // std::uint32_t
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <vector>         // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// How a node stands if some facts were given, whatever their values.
enum class outlook {
  open,     // may stay undetermined
  settled,  // some verdict or other
  decided,  // the verdict that it has
};

// A standard with facts of which some are thought of as given.
class outlook_walk {
 public:
  outlook_walk(const standard& by, const bound_facts& facts)
      : root_(by.definition().root), facts_(facts), env_(environment_of(facts, true)),
        exceptions_(root_, facts) {
    read(root_);
  }

  // Slots that are not known and are read, in the order of the standard.
  [[nodiscard]] const std::vector<std::uint32_t>& unknown() const { return unknown_; }

  [[nodiscard]] bool is_decided(const std::vector<bool>& given) {
    given_ = &given;
    return look(root_).is != outlook::open;
  }

  // Why the fact is not known, wherever it is needed; empty: all of it is needed.
  [[nodiscard]] cause_set why(std::uint32_t slot) const {
    cause_set all;
    for (const auto& [tree, needs] : needs_) {
      for (const auto& fact : needs.facts) {
        if (fact.slot != slot) continue;
        if (fact.why.empty()) return {};
        all.insert(fact.why.begin(), fact.why.end());
      }
    }
    return all;
  }

 private:
  struct view {
    outlook is = outlook::open;
    verdict found = verdict::undetermined;  // of a decided one
  };
  static view decided(verdict v) { return {outlook::decided, v}; }

  // Looks at all conditions that may still count.
  void read(const rule_node& at) {
    if (!at.in_force.contains(env_.as_of)) return;
    if (at.role == node_role::part) {
      if (deciding(at)) read_part(at);
      return;
    }
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false);
      if (expr::to_truth(guard) == truth::no) return;
    }
    for (const auto& member : at.members) read(member);
  }

  void read_part(const rule_node& at) {
    const auto rate = at.require ? expr::guard_of_rate(*at.require, env_) : expr::rate_guard{};
    rates_[&at] = rate.state;
    if (rate.state == expr::rate_state::nothing_to_measure) return;
    const bool open = rate.state == expr::rate_state::open;
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false);
      if (!open && at.strength != strength::conditional &&
          expr::to_truth(guard) == truth::no) {
        return;
      }
    }
    if (at.fact) return note_fact(*at.fact);
    // Of a rate that is open the comparison is not looked at.
    note(*at.require,
         open ? value::unknown(rate.causes) : expr::evaluate(*at.require, env_), open);
  }

  void note(const expr::expression& e, const value& held, bool lazily) {
    auto& needs = needs_[&e];
    needs.holds = expr::to_truth(held);
    if (needs.holds != truth::unknown) return;
    auto found = needs_of(e, facts_, env_, held, lazily);
    needs.facts = std::move(found.facts);
    needs.in_error = found.in_error;
    for (const auto& fact : needs.facts) meet(fact.slot);
  }

  void note_fact(std::uint32_t slot) {
    if (facts_.slots[slot].is_unknown()) meet(slot);
  }

  void meet(std::uint32_t slot) {
    if (std::find(unknown_.begin(), unknown_.end(), slot) == unknown_.end()) {
      unknown_.push_back(slot);
    }
  }

  // Of a condition: as of a part that it decides alone.
  [[nodiscard]] view look(const expr::expression& e) const {
    const auto& needs = needs_.at(&e);
    if (needs.holds != truth::unknown) {
      return decided(needs.holds == truth::yes ? verdict::pass : verdict::fail);
    }
    const bool known =
        !needs.in_error && std::all_of(needs.facts.begin(), needs.facts.end(),
                                       [this](const needed_fact& f) { return is_given(f.slot); });
    return {known ? outlook::settled : outlook::open};
  }
  [[nodiscard]] view look_at_fact(std::uint32_t slot) const {
    const auto& held = facts_.slots[slot];
    const auto holds = expr::to_truth(held);
    if (holds != truth::unknown) {
      return decided(holds == truth::yes ? verdict::pass : verdict::fail);
    }
    return {held.is_unknown() && is_given(slot) ? outlook::settled : outlook::open};
  }
  [[nodiscard]] bool is_given(std::uint32_t slot) const { return (*given_)[slot]; }

  [[nodiscard]] view look(const rule_node& at) {
    if (!at.in_force.contains(env_.as_of)) return decided(verdict::not_applicable);
    return at.role == node_role::part ? look_at_part(at) : look_at_group(at);
  }

  [[nodiscard]] view look_at_part(const rule_node& at) const {
    const auto rate = rates_.at(&at);
    if (rate == expr::rate_state::nothing_to_measure) return decided(verdict::not_applicable);
    if (rate == expr::rate_state::open && look(*at.require).is == outlook::open) return {};
    const auto guard = at.when ? look(*at.when) : decided(verdict::pass);
    const bool later = at.strength == strength::conditional;
    if (!later && guard.is == outlook::decided && guard.found == verdict::fail) {
      return decided(verdict::not_applicable);
    }
    if (!later && guard.is == outlook::open) return guard;
    const auto met = at.require ? look(*at.require) : look_at_fact(*at.fact);
    if (exceptions_.misplaced(at) != nullptr) return {};
    if (later && met.is == outlook::decided && met.found == verdict::pass) return met;
    if (met.is == outlook::open || guard.is == outlook::open) return {};
    if (met.is == outlook::settled || guard.is == outlook::settled) return {outlook::settled};
    const bool set_aside = met.found == verdict::fail &&
                           (guard.found == verdict::fail || exceptions_.of(at) != nullptr);
    return set_aside ? decided(verdict::not_applicable) : met;
  }

  [[nodiscard]] view look_at_group(const rule_node& at) {
    const auto guard = at.when ? look(*at.when) : decided(verdict::pass);
    if (guard.is == outlook::open) return guard;
    if (guard.is == outlook::decided && guard.found == verdict::fail) {
      return decided(verdict::not_applicable);
    }
    tally members;
    bool some_open = false;
    for (const auto& member : at.members) {
      if (member.role == node_role::part && !deciding(member)) continue;
      const auto found = look(member);
      members.add(found.found);
      some_open = some_open || found.is == outlook::open;
    }
    const auto found = conclude(at.combine, members, at.at_least);
    if (found == verdict::undetermined) return {some_open ? outlook::open : outlook::settled};
    return guard.is == outlook::settled ? view{outlook::settled} : decided(found);
  }

  const rule_node& root_;
  const bound_facts& facts_;
  expr::environment env_;
  granted_exceptions exceptions_;
  std::unordered_map<const expr::expression*, condition_needs> needs_;
  std::unordered_map<const rule_node*, expr::rate_state> rates_;
  std::vector<std::uint32_t> unknown_;
  const std::vector<bool>* given_ = nullptr;
};

}  // namespace norma::detail

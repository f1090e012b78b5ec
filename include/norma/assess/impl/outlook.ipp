// SPDX-License-Identifier: Apache-2.0
#pragma once

// A standard with facts of which some are thought of as given, whatever their values.

#include <cstddef>        // std::size_t
#include <cstdint>        // std::uint32_t
#include <optional>       // std::optional
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move, std::pair
#include <vector>         // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/given_facts.ipp>
#include <norma/assess/impl/outcomes.ipp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// A standard with facts of which some are thought of as given. What may come of a node
// is looked at anew only where a fact that it rests on turns.
class outlook_walk {
 public:
  outlook_walk(const standard& by, const bound_facts& facts)
      : facts_(facts),
        env_(environment_of(facts, true)),
        exceptions_(by.definition().root, facts),
        users_(facts.slots.size()) {
    read(by.definition().root, 0);
    given_.emplace(facts, env_, lists_, unknown_);
    for (auto at = places_.size(); at-- > 1;) {
      places_[at].is = look(places_[at]);
      places_[places_[at].above].members.add(places_[at].is);
    }
    places_.front().is = look(places_.front());
    given_->begin([this](std::uint32_t slot, bool given) { turn(slot, given); });
  }
  outlook_walk(const outlook_walk&) = delete;
  outlook_walk& operator=(const outlook_walk&) = delete;

  // Slots that are not known and are read, in the order of the standard.
  [[nodiscard]] const std::vector<std::uint32_t>& unknown() const { return unknown_; }

  [[nodiscard]] bool is_decided(const std::vector<bool>& given) {
    for (const auto slot : unknown_) {
      if (given_->said(slot) == given[slot]) continue;
      given_->say(slot, given[slot],
                  [this](std::uint32_t turned, bool now) { turn(turned, now); });
    }
    return !places_.front().is.has(verdict::undetermined);
  }

  // Why the fact is not known, wherever it is needed; empty: all of it is needed.
  [[nodiscard]] cause_set why(std::uint32_t slot) const {
    cause_set all;
    for (const auto& use : users_[slot]) {
      if (use.by == nullptr) continue;
      const auto& why = use.by->needs.facts[use.fact].why;
      if (why.empty()) return {};
      all.insert(why.begin(), why.end());
    }
    return all;
  }

 private:
  struct condition {
    condition_needs needs;
    std::size_t lacking = 0;  // of the facts that it needs
  };
  // Where a slot is needed.
  struct use {
    std::size_t place;
    condition* by;     // null: a part that is the fact
    std::size_t fact;  // its number in what the condition needs
  };
  struct place {
    const rule_node* at;
    std::size_t above;
    outcomes is = {};
    possible_members members = {};
  };

  // A fact is given now, or is not any more.
  void turn(std::uint32_t slot, bool given) {
    for (const auto& use : users_[slot]) {
      if (use.by == nullptr) {
        look_again(use.place);
        continue;
      }
      auto& lacking = use.by->lacking;
      lacking = given ? lacking - 1 : lacking + 1;
      if (lacking == (given ? 0 : 1)) look_again(use.place);
    }
  }

  void look_again(std::size_t at) {
    for (;; at = places_[at].above) {
      auto& here = places_[at];
      const auto now = look(here);
      if (now == here.is) return;
      if (at > 0) {
        auto& beside = places_[here.above].members;
        beside.remove(here.is);
        beside.add(now);
      }
      here.is = now;
      if (at == 0) return;
    }
  }

  // Looks at all conditions that may still count.
  void read(const rule_node& at, std::size_t above) {
    const auto here = places_.size();
    places_.push_back({&at, above});
    if (!at.in_force.contains(env_.as_of)) return;
    if (at.role == node_role::part) return read_part(at, here);
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false, here);
      if (expr::to_truth(guard) == truth::no) return;
    }
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) read(member, here);
    }
  }

  void read_part(const rule_node& at, std::size_t here) {
    const auto rate =
        at.require ? expr::guard_of_rate(*at.require, env_) : expr::rate_guard{};
    rates_[&at] = rate.state;
    if (rate.state == expr::rate_state::nothing_to_measure) return;
    const bool open = rate.state == expr::rate_state::open;
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false, here);
      if (!open && at.strength != strength::conditional &&
          expr::to_truth(guard) == truth::no) {
        return;
      }
    }
    if (at.fact) return note_fact(*at.fact, here);
    // Of a rate that is open the comparison is not looked at.
    note(*at.require,
         open ? value::unknown(rate.causes) : expr::evaluate(*at.require, env_), open,
         here);
  }

  void note(const expr::expression& e, const value& held, bool lazily, std::size_t here) {
    auto& by = conditions_[&e];
    by.needs.holds = expr::to_truth(held);
    if (by.needs.holds != truth::unknown) return;
    auto found = needs_of(e, facts_, env_, held, lazily, lists_);
    by.needs.facts = std::move(found.facts);
    by.needs.in_error = found.in_error;
    by.lacking = by.needs.facts.size();
    for (std::size_t i = 0; i < by.lacking; ++i)
      meet(by.needs.facts[i].slot, {here, &by, i});
  }

  void note_fact(std::uint32_t slot, std::size_t here) {
    if (facts_.slots[slot].is_unknown()) meet(slot, {here, nullptr, 0});
  }

  void meet(std::uint32_t slot, use by) {
    if (users_[slot].empty()) unknown_.push_back(slot);
    users_[slot].push_back(by);
  }

  // What may come of a condition, as of a part that it decides alone.
  [[nodiscard]] static outcomes outcome(truth holds, bool settled) {
    if (holds == truth::yes) return {verdict::pass};
    if (holds == truth::no) return {verdict::fail};
    if (settled) return {verdict::pass, verdict::fail};
    return {verdict::undetermined};
  }
  [[nodiscard]] outcomes look(const expr::expression& e) const {
    const auto& by = conditions_.at(&e);
    return outcome(by.needs.holds, !by.needs.in_error && by.lacking == 0);
  }
  [[nodiscard]] outcomes look_at_fact(std::uint32_t slot) const {
    const auto& held = facts_.slots[slot];
    return outcome(expr::to_truth(held), held.is_unknown() && given_->given(slot));
  }

  [[nodiscard]] outcomes look(const place& here) const {
    const auto& at = *here.at;
    if (!at.in_force.contains(env_.as_of)) return {verdict::not_applicable};
    return at.role == node_role::part ? look_at_part(at)
                                      : look_at_group(at, here.members);
  }

  [[nodiscard]] outcomes look_at_part(const rule_node& at) const {
    const auto rate = rates_.at(&at);
    if (rate == expr::rate_state::nothing_to_measure) return {verdict::not_applicable};
    const bool open = rate == expr::rate_state::open;
    if (open && look(*at.require) == outcomes{verdict::undetermined}) {
      return {verdict::undetermined};
    }
    outcomes out;
    if (open) out.add(verdict::not_applicable);
    const auto guard = at.when ? look(*at.when) : outcomes{verdict::pass};
    for (const auto& [when, is] : truths) {
      if (!guard.has(is)) continue;
      if (at.strength != strength::conditional && when != truth::yes) {
        out.add(decide_part(at.strength, when, truth::unknown));
      } else {
        out.add(met(at, when));
      }
    }
    return out;
  }

  // What may come of the requirement behind such a guard.
  [[nodiscard]] outcomes met(const rule_node& at, truth when) const {
    if (exceptions_.misplaced(at) != nullptr) return {verdict::undetermined};
    const auto required = at.require ? look(*at.require) : look_at_fact(*at.fact);
    outcomes out;
    for (const auto& [holds, is] : truths) {
      if (!required.has(is)) continue;
      const auto found = decide_part(at.strength, when, holds);
      const bool set_aside = found == verdict::fail && exceptions_.of(at) != nullptr;
      out.add(set_aside ? verdict::not_applicable : found);
    }
    return out;
  }

  [[nodiscard]] outcomes look_at_group(const rule_node& at,
                                       const possible_members& members) const {
    const auto guard = at.when ? look(*at.when) : outcomes{verdict::pass};
    outcomes out;
    if (guard.has(verdict::fail)) out.add(verdict::not_applicable);
    if (guard.has(verdict::undetermined)) out.add(verdict::undetermined);
    if (!guard.has(verdict::pass)) return out;
    out.add(members.conclude(at.combine, at.at_least));
    return out;
  }

  static constexpr std::pair<truth, verdict> truths[] = {
      {truth::yes, verdict::pass},
      {truth::no, verdict::fail},
      {truth::unknown, verdict::undetermined}};

  const bound_facts& facts_;
  expr::environment env_;
  granted_exceptions exceptions_;
  list_unknowns lists_;
  std::vector<place> places_;            // each before its members
  std::vector<std::vector<use>> users_;  // by slot
  std::unordered_map<const expr::expression*, condition> conditions_;
  std::unordered_map<const rule_node*, expr::rate_state> rates_;
  std::vector<std::uint32_t> unknown_;
  std::optional<given_facts> given_;
};

}  // namespace norma::detail

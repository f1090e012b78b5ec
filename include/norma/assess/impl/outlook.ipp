// SPDX-License-Identifier: Apache-2.0
#pragma once

// A standard with facts of which some are thought of as given, whatever their values.

#include <algorithm>      // std::all_of, std::find
#include <cstdint>        // std::uint32_t
#include <optional>       // std::optional
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move, std::pair
#include <vector>         // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/following_facts.ipp>
#include <norma/assess/impl/outcomes.ipp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// A standard with facts of which some are thought of as given.
class outlook_walk {
 public:
  outlook_walk(const standard& by, const bound_facts& facts)
      : root_(by.definition().root),
        facts_(facts),
        env_(environment_of(facts, true)),
        exceptions_(root_, facts) {
    read(root_);
    follow_.emplace(facts, env_, lists_, unknown_);
  }

  // Slots that are not known and are read, in the order of the standard.
  [[nodiscard]] const std::vector<std::uint32_t>& unknown() const { return unknown_; }

  [[nodiscard]] bool is_decided(const std::vector<bool>& given) {
    given_ = given;
    follow_->add_to(given_);
    return !look(root_).has(verdict::undetermined);
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
    const auto rate =
        at.require ? expr::guard_of_rate(*at.require, env_) : expr::rate_guard{};
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
    auto found = needs_of(e, facts_, env_, held, lazily, lists_);
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

  // What may come of a condition, as of a part that it decides alone.
  [[nodiscard]] static outcomes outcome(truth holds, bool settled) {
    if (holds == truth::yes) return {verdict::pass};
    if (holds == truth::no) return {verdict::fail};
    if (settled) return {verdict::pass, verdict::fail};
    return {verdict::undetermined};
  }
  [[nodiscard]] outcomes look(const expr::expression& e) const {
    const auto& needs = needs_.at(&e);
    const bool known =
        !needs.in_error &&
        std::all_of(needs.facts.begin(), needs.facts.end(),
                    [this](const needed_fact& f) { return given_[f.slot]; });
    return outcome(needs.holds, known);
  }
  [[nodiscard]] outcomes look_at_fact(std::uint32_t slot) const {
    const auto& held = facts_.slots[slot];
    return outcome(expr::to_truth(held), held.is_unknown() && given_[slot]);
  }

  [[nodiscard]] outcomes look(const rule_node& at) {
    if (!at.in_force.contains(env_.as_of)) return {verdict::not_applicable};
    return at.role == node_role::part ? look_at_part(at) : look_at_group(at);
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

  [[nodiscard]] outcomes look_at_group(const rule_node& at) {
    const auto guard = at.when ? look(*at.when) : outcomes{verdict::pass};
    outcomes out;
    if (guard.has(verdict::fail)) out.add(verdict::not_applicable);
    if (guard.has(verdict::undetermined)) out.add(verdict::undetermined);
    if (!guard.has(verdict::pass)) return out;
    possible_members members;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) members.add(look(member));
    }
    out.add(members.conclude(at.combine, at.at_least));
    return out;
  }

  static constexpr std::pair<truth, verdict> truths[] = {
      {truth::yes, verdict::pass},
      {truth::no, verdict::fail},
      {truth::unknown, verdict::undetermined}};

  const rule_node& root_;
  const bound_facts& facts_;
  expr::environment env_;
  granted_exceptions exceptions_;
  list_unknowns lists_;
  std::unordered_map<const expr::expression*, condition_needs> needs_;
  std::unordered_map<const rule_node*, expr::rate_state> rates_;
  std::vector<std::uint32_t> unknown_;
  std::optional<following_facts> follow_;
  std::vector<bool> given_;
};

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/examine.hpp>

#include <utility>  // std::move

#include <norma/assess/bind.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// Every standard in the tree: itself, and those inside it.
NORMA_INLINE void collect_standards(const rule_node& at,
                                    std::vector<const rule_node*>& to) {
  if (at.role == node_role::standard) to.push_back(&at);
  for (const auto& member : at.members) collect_standards(member, to);
}

// Facts as known on a day: a decision recorded later was not known.
NORMA_INLINE bool known_on(const exception_record& record, const days& on) {
  return !on.known_as_of || !record.from.recorded ||
         *record.from.recorded <= *on.known_as_of;
}

template <class Places>
[[nodiscard]] const exception_record* record_at(const Places& places,
                                                const rule_node& part) {
  for (const auto& [node, record] : places) {
    if (node == &part) return record;
  }
  return nullptr;
}

}  // namespace detail

NORMA_INLINE granted_exceptions::granted_exceptions(const rule_node& root,
                                                    const bound_facts& facts) {
  std::vector<const rule_node*> standards;
  detail::collect_standards(root, standards);
  for (const auto& record : facts.exceptions) {
    if (!detail::known_on(record, facts.on)) continue;
    const bool later = record.from.day && *record.from.day > facts.on.as_of;
    std::vector<place> allowed, misplaced;
    for (const auto* standard : standards) {
      const auto* part = find_node(*standard, record.part);
      if (part == nullptr || part->role != node_role::part) continue;
      (part->exceptions_allowed ? allowed : misplaced).emplace_back(part, &record);
    }
    if (allowed.empty() && misplaced.empty()) astray_.push_back(&record);
    if (later && !allowed.empty()) later_.push_back(&record);
    if (later) continue;
    // Where it is allowed somewhere, another part of that path is not meant.
    auto& to = allowed.empty() ? misplaced_ : allowed_;
    for (const auto& found : allowed.empty() ? misplaced : allowed) {
      if (detail::record_at(to, *found.first) == nullptr) to.push_back(found);
    }
  }
}

NORMA_INLINE const exception_record* granted_exceptions::of(const rule_node& part) const {
  return detail::record_at(allowed_, part);
}

NORMA_INLINE const exception_record* granted_exceptions::misplaced(
    const rule_node& part) const {
  return detail::record_at(misplaced_, part);
}

NORMA_INLINE bool deciding(const rule_node& part) {
  return decides(part.strength) && (part.require || part.fact);
}

NORMA_INLINE expr::environment environment_of(const bound_facts& facts,
                                              bool with_causes) {
  expr::environment env;
  env.slots = facts.slots;
  env.as_of = facts.on.as_of;
  env.with_causes = with_causes;
  env.bounds = facts.bounds;
  env.account = facts.account;
  env.place = facts.place;
  return env;
}

NORMA_INLINE gate_state examine_gate(const rule_node& at, const expr::environment& env) {
  if (!at.in_force.contains(env.as_of)) return {gate::not_in_force, nullptr};
  if (at.role == node_role::part && at.require) {
    auto rate = expr::guard_of_rate(*at.require, env);
    if (rate.state == expr::rate_state::nothing_to_measure) {
      return {gate::nothing_to_rate, nullptr};
    }
    if (rate.state == expr::rate_state::open) {
      return {gate::rate_unknown, std::move(rate.causes)};
    }
  }
  const bool weighed_later =
      at.role == node_role::part && at.strength == strength::conditional;
  if (!at.when || weighed_later) return {};
  const auto guard = expr::evaluate(*at.when, env);
  switch (expr::to_truth(guard)) {
    case truth::yes: return {};
    case truth::no: return {gate::guard_false, nullptr};
    case truth::unknown: break;
  }
  return {gate::guard_unknown, guard.causes()};
}

NORMA_INLINE std::optional<verdict> verdict_behind(gate g) {
  switch (g) {
    case gate::open: return std::nullopt;
    case gate::rate_unknown:
    case gate::guard_unknown: return verdict::undetermined;
    case gate::not_in_force:
    case gate::nothing_to_rate:
    case gate::guard_false: break;
  }
  return verdict::not_applicable;
}

namespace detail {

// The requirement's value; a part that is a bare fact reads its slot.
NORMA_INLINE value requirement_of(const rule_node& at, const expr::environment& env) {
  if (at.require) return expr::evaluate(*at.require, env);
  return env.slots[*at.fact];
}

}  // namespace detail

NORMA_INLINE part_state examine_part(const rule_node& at, const expr::environment& env,
                                     const granted_exceptions& exceptions) {
  part_state state;
  if (const auto* record = exceptions.misplaced(at)) {
    state.causes = one_cause(
        {cause_kind::data_error, {}, {}, "N0748", {record->part, record->reason}});
    return state;
  }
  const auto required = detail::requirement_of(at, env);
  state.requirement = expr::to_truth(required);
  if (at.strength == strength::conditional && at.when) {
    const auto guard = expr::evaluate(*at.when, env);
    state.when = expr::to_truth(guard);
    if (env.with_causes && state.requirement != truth::yes) {
      if (state.when == truth::unknown) state.causes = guard.causes();
    }
  }
  state.is = decide_part(at.strength, state.when, state.requirement);
  if (state.is != verdict::undetermined) {
    state.causes = nullptr;
  } else if (state.requirement == truth::unknown && env.with_causes) {
    state.causes = merge(state.causes, required.causes());
  }
  if (state.is == verdict::fail) {
    // What is not known yet may still be met: then it stays open.
    state.exception = exceptions.of(at);
    if (state.exception != nullptr) state.is = verdict::not_applicable;
  }
  return state;
}

}  // namespace norma

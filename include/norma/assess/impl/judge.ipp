// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::binary_search, std::find

#include <norma/assess/judge.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// Every standard in the tree: itself, and those inside it.
NORMA_INLINE void collect_standards(const rule_node& at, std::vector<const rule_node*>& to) {
  if (at.role == node_role::standard) to.push_back(&at);
  for (const auto& member : at.members) collect_standards(member, to);
}

// Facts as known on a day: a decision recorded later was not known.
NORMA_INLINE bool known_on(const exception_record& record, const days& on) {
  return !on.known_as_of || !record.from.recorded ||
         *record.from.recorded <= *on.known_as_of;
}

template <class Places>
[[nodiscard]] const exception_record* record_at(const Places& places, const rule_node& part) {
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
    std::vector<place> allowed, misplaced;
    for (const auto* standard : standards) {
      const auto* part = find_node(*standard, record.part);
      if (part == nullptr || part->role != node_role::part) continue;
      (part->exceptions_allowed ? allowed : misplaced).emplace_back(part, &record);
    }
    if (allowed.empty() && misplaced.empty()) astray_.push_back(&record);
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

namespace detail {

// Walks the tree once. With `out`, writes every node's verdict in the order of
// the walk; with `before` and `changed`, parts that read no changed slot keep
// theirs.
class judge_walk {
 public:
  judge_walk(const standard& by, const bound_facts& facts, std::vector<verdict>* out)
      : env_(environment_of(facts, false)), out_(out) {
    if (!facts.exceptions.empty()) exceptions_ = {by.definition().root, facts};
  }

  void keep(std::span<const verdict> before, std::span<const std::uint32_t> changed,
            std::span<const rule_node* const> assumed) {
    before_ = before;
    changed_ = changed;
    assumed_ = assumed;
  }

  verdict visit(const rule_node& at) {
    const auto place = place_++;
    if (out_ != nullptr) out_->push_back(verdict::undetermined);
    const auto found = at.role == node_role::part ? part(at, place) : group(at);
    if (out_ != nullptr) (*out_)[place] = found;
    return found;
  }

 private:
  verdict part(const rule_node& at, std::size_t place) {
    const bool is_assumed =
        std::find(assumed_.begin(), assumed_.end(), &at) != assumed_.end();
    if (!before_.empty() && !is_assumed && !touched(at)) return before_[place];
    if (!at.require && !at.fact) return verdict::not_applicable;
    const auto behind = verdict_behind(examine_gate(at, env_).is);
    if (behind) return *behind;
    return is_assumed ? verdict::pass : examine_part(at, env_, exceptions_).is;
  }

  verdict group(const rule_node& at) {
    if (const auto behind = verdict_behind(examine_gate(at, env_).is)) {
      for (const auto& member : at.members) spread(member, *behind);
      return *behind;
    }
    // Below a guard that may have been closed before, no verdict is kept.
    const auto kept = before_;
    if (at.when && reads(at.when->slots)) before_ = {};
    tally members;
    for (const auto& member : at.members) {
      // Members that do not decide matter to the list of verdicts only.
      if (member.role == node_role::part && !deciding(member)) {
        if (out_ != nullptr) static_cast<void>(visit(member));
        else ++place_;
        continue;
      }
      members.add(visit(member));
    }
    before_ = kept;
    return conclude(at.combine, members, at.at_least);
  }

  // Below a closed gate: parts shown only stay not applicable.
  void spread(const rule_node& at, verdict v) {
    ++place_;
    if (out_ != nullptr) {
      const bool shown_only =
          at.role == node_role::part && !at.require && !at.fact;
      const bool in_force = at.in_force.contains(env_.as_of);
      out_->push_back(shown_only || !in_force ? verdict::not_applicable : v);
      if (!in_force) v = verdict::not_applicable;
    }
    for (const auto& member : at.members) spread(member, v);
  }

  [[nodiscard]] bool touched(const rule_node& at) const {
    if (at.fact && reads(*at.fact)) return true;
    return (at.require && reads(at.require->slots)) || (at.when && reads(at.when->slots));
  }
  [[nodiscard]] bool reads(std::uint32_t slot) const {
    return std::binary_search(changed_.begin(), changed_.end(), slot);
  }
  [[nodiscard]] bool reads(const std::vector<std::uint32_t>& slots) const {
    return std::any_of(slots.begin(), slots.end(),
                       [this](std::uint32_t slot) { return reads(slot); });
  }

  expr::environment env_;
  granted_exceptions exceptions_;
  std::vector<verdict>* out_;
  std::span<const verdict> before_;
  std::span<const std::uint32_t> changed_;
  std::span<const rule_node* const> assumed_;
  std::size_t place_ = 0;
};

}  // namespace detail

NORMA_INLINE verdict judge(const standard& by, const bound_facts& facts) {
  return detail::judge_walk{by, facts, nullptr}.visit(by.definition().root);
}

NORMA_INLINE std::vector<verdict> judge_all(const standard& by,
                                            const bound_facts& facts) {
  std::vector<verdict> all;
  static_cast<void>(detail::judge_walk{by, facts, &all}.visit(by.definition().root));
  return all;
}

NORMA_INLINE std::vector<verdict> judge_again(const standard& by,
                                              const bound_facts& facts,
                                              std::span<const verdict> before,
                                              std::span<const std::uint32_t> changed,
                                              std::span<const rule_node* const> assumed) {
  std::vector<verdict> all;
  detail::judge_walk walk{by, facts, &all};
  walk.keep(before, changed, assumed);
  static_cast<void>(walk.visit(by.definition().root));
  return all;
}

}  // namespace norma

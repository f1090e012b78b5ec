// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the failing parts rest on; and the first later day on which the same
// facts no longer fail.

#include <algorithm>  // std::any_of
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <optional>   // std::optional
#include <set>        // std::set
#include <span>       // std::span
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/days_at_hand.ipp>
#include <norma/assess/impl/member_facts.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/report.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// The parts that decide and fail, or under vetoes pass: the facts they rest on
// (those that feed a derived fact, too), and the days and spans that their
// conditions look at.
class failing_parts {
 public:
  failing_parts(const standard& by, const bound_facts& facts,
                std::span<const verdict> verdicts)
      : facts_(facts) {
    std::size_t place = 0;
    visit(by.definition().root, verdict::fail, verdicts, place, false);
    close(slots);
    for (const auto slot : slots) at_hand.add(facts.slots[slot]);
    for (const auto* at : apart_) {
      if (at->when)
        open_.insert(open_.end(), at->when->slots.begin(), at->when->slots.end());
      if (deciding(*at)) add(*at);
    }
    close(apart_slots_);
  }

  [[nodiscard]] bool rest_on_changeable() const {
    const auto is_changeable = [this](std::uint32_t slot) {
      const auto* f = facts_.names->fact(slot);
      return f != nullptr && f->change != changeable::no;
    };
    return members_can_change_ ||
           std::any_of(slots.begin(), slots.end(), is_changeable) ||
           std::any_of(apart_slots_.begin(), apart_slots_.end(), is_changeable);
  }

  std::set<std::uint32_t> slots;
  days_at_hand at_hand;
  std::set<date> ends;  ///< last days of parts in force

 private:
  // `helps`: another verdict than not applicable would count above.
  void visit(const rule_node& at, verdict unwanted, std::span<const verdict> verdicts,
             std::size_t& place, bool helps) {
    const auto v = verdicts[place++];
    const bool apart = helps && v == verdict::not_applicable;
    if (apart) apart_.push_back(&at);
    if (at.in_force.to) ends.insert(*at.in_force.to);
    if (at.role == node_role::part && v == unwanted && deciding(at)) add(at);
    const bool exchanged = at.role != node_role::part && at.combine == combine::none;
    const auto of_members =
        (unwanted == verdict::fail) == exchanged ? verdict::pass : verdict::fail;
    const bool one_helps =
        v == unwanted && (at.combine == combine::at_least ||
                          (at.combine != combine::any) == (unwanted == verdict::pass));
    for (const auto& member : at.members) {
      visit(member, of_members, verdicts, place, apart || one_helps);
    }
  }

  void add(const rule_node& part) {
    if (part.fact) open_.push_back(*part.fact);
    if (part.require) add(*part.require);
  }

  void add(const expr::expression& e) {
    for (const auto slot : e.slots) {
      open_.push_back(slot);
      const auto* words = words_of_members(slot, *facts_.words, *facts_.names);
      if (words != nullptr && names_changeable(e.tree, *words))
        members_can_change_ = true;
    }
    at_hand.add(e, facts_);
  }

  // The facts named, and those that they are derived from.
  void close(std::set<std::uint32_t>& found) {
    while (!open_.empty()) {
      const auto slot = open_.back();
      open_.pop_back();
      const auto* f = facts_.names->fact(slot);
      if (!found.insert(slot).second || f == nullptr) continue;
      if (f->value) add(*f->value);
      open_.insert(open_.end(), f->table_inputs.begin(), f->table_inputs.end());
    }
  }

  std::vector<std::uint32_t> open_;
  std::vector<const rule_node*>
      apart_;  ///< that do not apply, and could help if they did
  std::set<std::uint32_t> apart_slots_;
  bool members_can_change_ = false;
  const bound_facts& facts_;
};

// Days after the as-of day on which something dated enters or leaves a span,
// or a part goes out of force. Each day with each span takes steps: none without them.
NORMA_INLINE std::set<date> turning_days(const failing_parts& failing,
                                         const bound_facts& facts) {
  const auto after = facts.on.as_of;
  const auto& at_hand = failing.at_hand;
  std::set<date> turning;
  if (!counted_facts::takes(facts, 8 * at_hand.dates.size() * (1 + at_hand.spans.size())))
    return turning;
  const auto add = [&](std::optional<date> d) {
    if (!d) return;
    for (const auto day : {d, d->plus_days(1)}) {
      if (day && *day > after) turning.insert(*day);
    }
  };
  for (const auto day : failing.ends) add(day);
  for (const auto day : at_hand.dates) {
    add(day);
    for (const auto& span : at_hand.spans) add(moved(day, span, true));
  }
  return turning;
}

inline constexpr std::size_t most_days_tried = 200;

// Evidence that merely grows too old mends nothing: what the failing parts
// rest on must still be known on that day.
NORMA_INLINE std::optional<remedy> wait_for(const standard& by, const bound_facts& facts,
                                            const failing_parts& failing) {
  if (facts.given == nullptr) return std::nullopt;
  std::size_t tried = 0;
  for (const auto day : turning_days(failing, facts)) {
    if (++tried > most_days_tried) break;
    const auto then = on_day(facts, day);
    const bool forgotten =
        std::any_of(failing.slots.begin(), failing.slots.end(), [&](std::uint32_t slot) {
          return then.slots[slot].is_unknown() && !facts.slots[slot].is_unknown();
        });
    if (forgotten) continue;
    const auto v = judge(by, then);
    if (v != verdict::pass && v != verdict::undetermined) continue;
    remedy found;
    found.gives = v;
    found.not_before = day;
    return found;
  }
  return std::nullopt;
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::any_of, std::fill, std::none_of, std::remove_if, std::sort
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <memory>     // std::make_shared
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/counting.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/binder.ipp>
#include <norma/assess/impl/members.ipp>
#include <norma/assess/impl/settle.ipp>
#include <norma/assess/impl/stated.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/assess/impl/unmet_parts.ipp>
#include <norma/core/error.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

namespace norma {

namespace detail {

// What the unit's default day says of a fact that another one dates is not
// said: the digest is taken without it.
NORMA_INLINE void drop_default_days(unit& given, const vocabulary& words) {
  const auto of_unit = [](const supplied_value& s) { return s.from->day_of_unit; };
  for (auto& [name, fact] : given.facts) {
    auto& all = fact.statements;
    if (std::none_of(all.begin(), all.end(), of_unit)) continue;
    const auto slot = words.find_fact(name.get());
    if (!slot || !words.fact(*slot)->dated_by) continue;
    for (auto& s : all) {
      if (of_unit(s)) s.from.edit().day.reset();
    }
  }
}

// Units of another kind, or a township where parks are judged.
NORMA_INLINE void refuse_other_kind(const standard& by, const unit& given) {
  const auto& d = by.definition();
  if (d.is_for(given)) return;
  const bool below = given.kind.empty() || given.kind == d.unit;
  throw error("a unit of kind `" + (below ? given.area_kind : given.kind) +
              "` can not be judged by `" + by.id() + "`, which is for `" +
              (below ? d.area_kind : d.unit) + "`");
}

NORMA_INLINE void state_and_settle(bound_facts& out, const unit& given) {
  const counting steps{out};
  state_parameters(out);
  out.dated.clear();
  binder statements{out};
  statements.state_facts(given);
  settler settle{out};
  settle.whole();
  settle.remark_differences();
}

NORMA_INLINE void state_and_settle_read(bound_facts& out, const unit& given) {
  const counting steps{out};
  state_parameters(out);
  out.slots = out.stated;
  binder{out}.state_read(given);
  settler{out}.whole();
}

}  // namespace detail

NORMA_INLINE bound_facts bind(const standard& of, const unit& facts, const days& on,
                              const limits& bounds) {
  detail::refuse_other_kind(of, facts);
  bound_facts out;
  out.words = of.shared_content();
  out.names = &of.words();
  out.on = on;
  out.stated.resize(out.names->slots.size());
  out.from.resize(out.names->slots.size());
  out.unit_kind = facts.kind;
  out.unit_id = facts.id;
  out.unit_name = facts.name;
  out.exceptions = facts.exceptions;
  auto given = facts;
  detail::drop_default_days(given, *out.names);
  out.digest = facts_digest(given);
  out.bounds = bounds;
  detail::state_and_settle(out, given);
  out.given = std::make_shared<const unit>(std::move(given));
  return out;
}

NORMA_INLINE bound_facts bind_read(const standard& of, unit facts, const days& on,
                                   const member_view& read, const limits& bounds) {
  detail::refuse_other_kind(of, facts);
  bound_facts out;
  out.words = of.shared_content();
  out.names = &of.words();
  out.on = on;
  out.bounds = bounds;
  out.only = &read;
  out.stated.resize(out.names->slots.size());
  out.from.resize(out.names->slots.size());
  detail::drop_default_days(facts, *out.names);
  detail::state_and_settle_read(out, facts);
  return out;
}

NORMA_INLINE bound_facts on_day(const bound_facts& base, date as_of) {
  auto out = base;
  if (out.given == nullptr) return out;
  out.on.as_of = as_of;
  out.steps = 0;
  out.remarks.clear();
  std::fill(out.from.begin(), out.from.end(), nullptr);
  detail::state_and_settle(out, *out.given);
  return out;
}

namespace detail {

// Facts that a changed one dates hold on another day, if at all; one that is
// itself changed holds as it is given.
NORMA_INLINE void date_anew(bound_facts& facts, std::span<const slot_change> changes,
                            std::vector<slot_change>& followed) {
  std::vector<std::uint32_t> slots;
  for (const auto& [slot, to] : changes) slots.push_back(slot);
  std::sort(slots.begin(), slots.end());
  const auto changed = [&slots](std::uint32_t slot) {
    return std::binary_search(slots.begin(), slots.end(), slot);
  };
  auto& dated = facts.dated;
  dated.erase(std::remove_if(dated.begin(), dated.end(),
                             [&](const dated_fact& d) { return changed(d.slot); }),
              dated.end());
  for (const auto& one : dated) {
    const auto& f = *facts.names->fact(one.slot);
    if (!changed(*f.dated_by)) continue;
    const auto day = day_of_evidence(f, one.own_day, f.name, facts);
    const auto instead = why_not_held(f, day, f.name, facts);
    const auto content = one.members ? bind_members(facts, f, *one.members,
                                                    {day.day, one.recorded}, day.unsaid)
                                     : one.content;
    facts.stated[one.slot] = instead && !content.is_unknown() ? *instead : content;
    followed.emplace_back(one.slot, facts.stated[one.slot]);
  }
}

NORMA_INLINE void state_and_settle_values(bound_facts& out,
                                          std::span<const slot_change> values,
                                          bool checks_held) {
  const counting steps{out};
  supplied_value said;
  for (const bool dated : {false, true}) {  // what dates others first
    for (const auto& [slot, content] : values) {
      const auto& f = *out.names->fact(slot);
      if (f.dated_by.has_value() != dated) continue;
      if (!dated && !content.is_null()) {  // without evidence that could not hold
        out.stated[slot] = admit(f, content, f.name);
        continue;
      }
      said.state = content.is_null() ? supply::blank : supply::known;
      said.content = content;
      out.stated[slot] =
          value_stated(f, said, f.name, day_of_evidence(f, {}, f.name, out), {}, out);
    }
  }
  settler settle{out};
  if (checks_held) {
    static_cast<void>(settle.after(values));
  } else {
    settle.whole();
  }
}

}  // namespace detail

NORMA_INLINE std::vector<bool> change_values(bound_facts& facts,
                                             std::span<const slot_change> changes) {
  if (changes.empty()) return std::vector<bool>(facts.slots.size());
  const detail::counting steps{facts};
  for (const auto& [slot, content] : changes) {
    if (slot >= facts.stated.size()) throw error("no slot " + std::to_string(slot));
    const auto* f = facts.names->fact(slot);
    facts.stated[slot] = f == nullptr ? content : detail::admit(*f, content, f->name);
  }
  std::vector<slot_change> all;
  if (!facts.dated.empty()) {
    detail::date_anew(facts, changes, all);
    if (!all.empty()) all.insert(all.end(), changes.begin(), changes.end());
  }
  detail::settler settle{facts};
  if (facts.checks_hold) {
    return settle.after(all.empty() ? changes : std::span<const slot_change>(all));
  }
  settle.whole();
  return std::vector<bool>(facts.slots.size(), true);
}

NORMA_INLINE bound_facts with(const bound_facts& base,
                              std::span<const slot_change> changes) {
  auto out = base;
  change_values(out, changes);
  return out;
}

NORMA_INLINE bound_facts values_with(const bound_facts& base,
                                     std::span<const slot_change> changes) {
  bound_facts out;
  out.words = base.words;
  out.names = base.names;
  out.on = base.on;
  out.slots = base.slots;
  out.stated = base.stated;
  out.dated = base.dated;
  out.checks_hold = base.checks_hold;
  out.bounds = base.bounds;
  out.account = base.account;
  out.steps = base.steps;
  out.exceptions = base.exceptions;
  change_values(out, changes);
  return out;
}

NORMA_INLINE bound_facts bind_values(const bound_facts& blank,
                                     std::span<const slot_change> values) {
  bound_facts out;
  out.words = blank.words;
  out.names = blank.names;
  out.on = blank.on;
  out.bounds = blank.bounds;
  out.stated = blank.stated;
  out.slots = blank.slots;
  detail::state_and_settle_values(out, values, blank.checks_hold);
  return out;
}

}  // namespace norma

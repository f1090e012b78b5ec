// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/remedy.hpp>

#include <algorithm>  // std::sort, std::any_of
#include <optional>   // std::optional
#include <set>        // std::set
#include <utility>    // std::move

#include <norma/assess/impl/remedy_plan.ipp>

namespace norma {

namespace detail {

// A plan tried out: what the standard says of the changed unit.
class remedy_trial {
 public:
  remedy_trial(const standard& by, const bound_facts& base,
               std::span<const verdict> before)
      : by_(by), base_(base), before_(before) {}

  struct outcome {
    bool mends = false;  ///< nothing fails, and the changes break no check
    verdict gives = verdict::fail;
    bound_facts facts;
    std::vector<verdict> verdicts;
  };

  [[nodiscard]] outcome run(const mending_plan& plan) const {
    outcome out;
    out.facts = with(base_, plan.changes);
    const bool sound =
        (out.facts.checks_hold || !base_.checks_hold) &&
        std::none_of(plan.changes.begin(), plan.changes.end(),
                     [&out](const slot_change& c) {
                       return out.facts.slots[c.first].is_unknown();
                     });
    // Derived facts may follow, and checks may fall: what may have changed is
    // told by the values themselves.
    std::vector<std::uint32_t> changed;
    for (std::uint32_t slot = 0; slot < out.facts.slots.size(); ++slot) {
      if (differs(base_.slots[slot], out.facts.slots[slot])) changed.push_back(slot);
    }
    out.verdicts = judge_again(by_, out.facts, before_, changed, plan.assumed);
    out.gives = out.verdicts.front();
    out.mends = sound && (out.gives == verdict::pass ||
                          out.gives == verdict::undetermined);
    return out;
  }

  // Joins further plans while what was mended makes something else fail.
  [[nodiscard]] std::optional<mending_plan> complete(mending_plan plan) const {
    for (int round = 0; round < 4; ++round) {
      const auto got = run(plan);
      if (got.mends) return plan;
      if (got.gives != verdict::fail) return std::nullopt;
      const planner again{by_, got.facts, got.verdicts};
      const auto more = again.avoid(by_.definition().root, 0, verdict::fail);
      if (more.empty() || more.front().cost() == 0) return std::nullopt;
      plan = joined(std::move(plan), more.front());
    }
    return std::nullopt;
  }

  // Leaves out and makes smaller whatever can be (design section 7).
  [[nodiscard]] mending_plan shrink(mending_plan plan) const {
    for (std::size_t i = 0; i < plan.changes.size();) {
      auto fewer = plan;
      fewer.changes.erase(fewer.changes.begin() + static_cast<std::ptrdiff_t>(i));
      if (fewer.cost() > 0 && run(fewer).mends) {
        plan = std::move(fewer);
      } else {
        ++i;
      }
    }
    for (std::size_t i = 0; i < plan.changes.size(); ++i) make_smaller(plan, i);
    return plan;
  }

 private:
  [[nodiscard]] static bool differs(const value& a, const value& b) {
    if (a.is_unknown() && b.is_unknown()) return a.causes() != b.causes();
    return !a.same_as(b);
  }

  void make_smaller(mending_plan& plan, std::size_t i) const {
    const auto slot = plan.changes[i].first;
    const auto* from = base_.slots[slot].num();
    const auto* to = plan.changes[i].second.num();
    if (from == nullptr || to == nullptr) return;
    const auto step = step_of(*base_.names->fact(slot));
    if (!step) return;
    const auto start = *from;
    const auto unit = *to > start ? *step : -*step;
    const auto steps = divide(*to - start, unit);
    const auto count = steps ? steps->rounded(0, rounding::ceiling).to_int64()
                             : std::nullopt;
    if (!count) return;
    const auto at = [&](std::int64_t k) {
      auto tried = plan;
      tried.changes[i].second = value{start + unit * number{k}};
      return tried;
    };
    std::int64_t high = *count;  // mends
    if (high < 2 || !run(at(high - 1)).mends) return;
    std::int64_t low = 0;  // does not
    high -= 1;
    while (high - low > 1) {
      const auto middle = low + (high - low) / 2;
      (run(at(middle)).mends ? high : low) = middle;
    }
    plan = at(high);
  }

  const standard& by_;
  const bound_facts& base_;
  std::span<const verdict> before_;
};

NORMA_INLINE fact_change describe_change(const slot_change& c, const bound_facts& base,
                                         const pack_content& pack) {
  const auto& f = *base.names->fact(c.first);
  const wording zh{pack, *base.names, language::zh};
  const wording en{pack, *base.names, language::en};
  const auto& from = base.slots[c.first];
  text by;
  if (from.num() != nullptr && c.second.num() != nullptr) {
    auto size = *c.second.num() - *from.num();
    if (size.sign() < 0) size = -size;
    by = {zh.amount(size, f.unit, f.scale), en.amount(size, f.unit, f.scale)};
  }
  return {f.name,  f.label,
          from,    c.second,
          f.unit,  f.scale,
          {zh.of(from, f), en.of(from, f)},
          {zh.of(c.second, f), en.of(c.second, f)},
          std::move(by)};
}

// The slots of all parts that fail and decide.
NORMA_INLINE void collect_failing_slots(const rule_node& at,
                                        std::span<const verdict> verdicts,
                                        std::size_t& place, std::set<std::uint32_t>& out) {
  const auto v = verdicts[place++];
  if (at.role == node_role::part && v == verdict::fail && deciding(at)) {
    if (at.fact) out.insert(*at.fact);
    if (at.require) out.insert(at.require->slots.begin(), at.require->slots.end());
  }
  for (const auto& member : at.members) {
    collect_failing_slots(member, verdicts, place, out);
  }
}

NORMA_INLINE void collect_days(const value& v, std::set<date>& out) {
  if (const auto* d = v.day()) out.insert(*d);
  if (const auto* r = v.range()) {
    if (r->low) collect_days(*r->low, out);
    if (r->high) collect_days(*r->high, out);
  }
  if (const auto* items = v.list()) {
    for (const auto& item : *items) collect_days(item, out);
  }
  if (const auto* r = v.record()) {
    for (const auto& field : r->fields) collect_days(field, out);
  }
}

// The first day on which the standard no longer fails by itself: only days on
// which something dated leaves or enters a span can be it.
NORMA_INLINE std::optional<remedy> wait_for(const standard& by, const bound_facts& facts,
                                            const std::set<std::uint32_t>& failing) {
  if (facts.given == nullptr) return std::nullopt;
  std::set<date> dated;
  std::vector<duration> spans;
  for (const auto slot : failing) {
    const auto& v = facts.slots[slot];
    collect_days(v, dated);
    if (const auto* m = v.months()) spans.push_back(*m);
    if (const auto* d = v.days()) spans.push_back(*d);
  }
  std::set<date> turning;
  const auto add = [&](std::optional<date> d) {
    if (!d) return;
    for (const auto day : {d, d->plus_days(1)}) {
      if (day && *day > facts.on.as_of) turning.insert(*day);
    }
  };
  for (const auto day : dated) {
    add(day);
    for (const auto& span : spans) {
      if (const auto* m = std::get_if<months_duration>(&span)) {
        add(day.plus_months(m->months));
      } else if (const auto whole = std::get<days_duration>(span).whole_days()) {
        add(day.plus_days(*whole));
      }
    }
  }
  std::size_t tried = 0;
  for (const auto day : turning) {
    if (++tried > 200) break;
    const auto then = bind(by, *facts.given, {day, facts.on.known_as_of});
    const auto v = judge(by, then);
    if (v == verdict::pass || v == verdict::undetermined) {
      remedy found;
      found.gives = v;
      found.not_before = day;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace detail

NORMA_INLINE remedies_found find_remedies(const standard& by, const bound_facts& facts,
                                          std::span<const verdict> verdicts) {
  remedies_found found;
  if (verdicts.empty() || verdicts.front() != verdict::fail) return found;
  const detail::remedy_trial trial{by, facts, verdicts};
  const detail::planner first{by, facts, verdicts};
  std::vector<detail::mending_plan> mended;
  for (const auto& plan : first.avoid(by.definition().root, 0, verdict::fail)) {
    if (auto whole = trial.complete(plan)) mended.push_back(trial.shrink(std::move(*whole)));
  }
  detail::keep_cheapest(mended);
  for (const auto& plan : mended) {
    remedy one;
    one.gives = trial.run(plan).gives;
    for (const auto& change : plan.changes) {
      one.changes.push_back(detail::describe_change(change, facts, by.content()));
    }
    one.requirements = plan.requirements;
    const bool known = std::any_of(
        found.remedies.begin(), found.remedies.end(), [&one](const remedy& other) {
          return same_changes(one, other);
        });
    if (!known) found.remedies.push_back(std::move(one));
  }
  if (!found.remedies.empty()) {
    found.state = remedy_state::found;
    return found;
  }
  std::set<std::uint32_t> failing;
  std::size_t place = 0;
  detail::collect_failing_slots(by.definition().root, verdicts, place, failing);
  if (auto later = detail::wait_for(by, facts, failing)) {
    found.remedies.push_back(std::move(*later));
    found.state = remedy_state::found;
    return found;
  }
  const bool changeable_one =
      std::any_of(failing.begin(), failing.end(), [&facts](std::uint32_t slot) {
        const auto* f = facts.names->fact(slot);
        return f != nullptr && f->change != changeable::no;
      });
  found.state = changeable_one ? remedy_state::none_found : remedy_state::none;
  return found;
}

}  // namespace norma
